import { digestWith, quotesSchema, withQuotes } from '../core/answered.ts'
import type { Address, Locale, RemoteConversation, RemoteMessage, RemoteThread } from '../core/ids.ts'
import { clientNoticeSchema, staffNoticeSchema } from '../core/notice.ts'
import { filesIn, richTextSchema } from '../core/rich-text.ts'
import type { Content, Final, Outgoing, Sender } from '../core/sender.ts'
import type { Database } from '../db/client.ts'
import { handlesOf } from '../files/keep.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { messageInSlot } from '../interactions/remote-messages.ts'
import { itemsBefore, messagesOf } from './standing.ts'
import { postAll, removeAll, rewriteAll, type Standing, type Step } from './steps.ts'

/** An item made ready for its port, or why it must not leave. */
export type Composed =
  | {
      readonly kind: 'ready'
      readonly to: Address
      readonly message: Outgoing
      readonly steps: readonly Step[]
    }
  /** It cannot take the place of what stands: it must follow in words. */
  | { readonly kind: 'follow'; readonly detail: string }
  | { readonly kind: 'tampered'; readonly detail: string }

/** Reads what an item needs at the moment it leaves: the words, the thread, the messages it rewrites. */
export async function compose(database: Database, item: OutboxItem, sender: Sender): Promise<Composed> {
  const content = await contentOf(database, item)
  if (content.kind === 'tampered') return content
  const to = await addressOf(database, item)
  if (content.kind === 'notice') return noticeStep(database, item, content, to)
  const standing = await standingFor(database, item, sender)
  // What stands in words of its own is still a correction when it is corrected in its place.
  const isStill = item.op === 'rewrite' && standing?.isAnew
  const shown = isStill ? { ...content, follows: 'correction' as const } : restOf(item, content, standing)
  const steps = stepsOf(item, shown, standing, sender)
  if (!steps) return { kind: 'follow', detail: 'what stands there cannot be rewritten' }
  const follows = (standing?.messages[item.keptPieces] ?? standing?.messages[0])?.[0]
  return {
    kind: 'ready',
    to,
    steps,
    message: {
      content: shown,
      replyTo:
        (item.op === 'follow' ? follows : undefined) ?? ((item.replyTo ?? undefined) as RemoteMessage | undefined),
      handles: await handlesOf(database.prisma, item.platform, hashesOf(content)),
      trace: item.trace ?? undefined,
    },
  }
}

/** A correction broke off half way: what stands in its place is not said again. */
function restOf({ op, keptPieces: kept }: OutboxItem, content: Final, standing: Stands | undefined): Final {
  if (op !== 'follow' || kept === 0) return content
  return { ...content, follows: standing?.isAnew ? 'correction' : undefined, kept }
}

async function noticeStep(
  database: Database,
  item: OutboxItem,
  content: Extract<Content, { kind: 'notice' }>,
  to: Address,
): Promise<Composed> {
  const replyTo = (item.replyTo ?? undefined) as RemoteMessage | undefined
  const target = item.slot === null ? undefined : await messageInSlot(database.prisma, item.slot)
  const step: Step =
    target === undefined
      ? { do: 'post', piece: 0 }
      : { do: 'rewrite', piece: 0, target: target.message as RemoteMessage }
  const under =
    item.template === 'card_files' || item.template === 'snooze_over'
      ? await messageInSlot(database.prisma, `card:${item.relayId}:${item.conversation}`)
      : undefined
  const thread = under?.thread as RemoteThread | undefined
  return {
    kind: 'ready',
    to: thread === undefined ? to : { ...to, thread },
    message: { content, replyTo, trace: item.trace ?? undefined },
    steps: [step],
  }
}

function stepsOf(
  item: OutboxItem,
  content: Final,
  standing: Standing | undefined,
  sender: Sender,
): readonly Step[] | undefined {
  switch (item.op) {
    case 'post':
    case 'follow':
      return postAll(sender.pieces(content))
    case 'rewrite':
      // What it corrects never arrived: it is the first that does.
      return standing ? rewriteAll(sender.pieces(content), standing) : postAll(sender.pieces(content))
    case 'remove':
      return standing ? removeAll(standing) : []
  }
}

type Stands = Standing & { readonly isAnew: boolean }

/** What a correction or a removal finds at the other side. */
async function standingFor(database: Database, item: OutboxItem, sender: Sender): Promise<Stands | undefined> {
  if (item.op === 'post') return undefined
  const before = await itemsBefore(database, item)
  const last = before.at(-1)
  if (!last) return undefined
  const content = await contentOf(database, last)
  if (content.kind !== 'final') return undefined
  const anew = before.findLastIndex((one) => one.op === 'follow')
  const isAnew = anew !== -1
  const pieces = sender.pieces(isAnew && !content.follows ? { ...content, follows: 'correction' } : content)
  const all = await messagesOf(database, before, item.id)
  const sinceAnew = new Set(before.slice(Math.max(anew, 0)).map(({ id }) => id))
  const current = all.filter(({ itemId }) => sinceAnew.has(itemId))
  return {
    pieces,
    messages: pieces.map((_, i) => current.filter(({ piece }) => piece === i).map(({ message }) => message)),
    all: all.map(({ message }) => message),
    // What broke off stands in two places: it goes, and all of it comes anew.
    isWhole: last.status === 'sent' && last.keptPieces === 0,
    isAnew,
  }
}

/** What was approved is what leaves: the final's words must still have the hash that the decision put on the item. */
async function contentOf(
  database: Database,
  item: OutboxItem,
): Promise<Content | Extract<Composed, { kind: 'tampered' }>> {
  if (item.kind === 'notice') {
    const schema = item.audience === 'client' ? clientNoticeSchema : staffNoticeSchema
    return { kind: 'notice', notice: schema.parse(item.payload) }
  }
  const version =
    item.versionId === null
      ? null
      : await database.prisma.relayVersion.findUnique({ where: { id: item.versionId }, include: { relay: true } })
  if (version?.kind !== 'final') return { kind: 'tampered', detail: 'the approved version is gone' }
  const words = richTextSchema.parse(version.body)
  const quotes = quotesSchema.parse(version.quotes ?? [])
  if (digestWith(quotes, words) !== item.bodyHash)
    return { kind: 'tampered', detail: 'the words are not those that were approved' }
  const { kind } = version.relay
  return {
    kind: 'final',
    body: withQuotes(words, quotes),
    speaker: item.speaker ?? undefined,
    locale: await localeOf(database, item, version.relay.clientId),
    follows: item.op === 'follow' && kind !== 'message' ? kind : undefined,
  }
}

/** What the reader's side is spoken to in. */
async function localeOf(database: Database, item: OutboxItem, clientId: string): Promise<Locale> {
  const agency = await database.prisma.agency.findFirst({ select: { locale: true } })
  if (item.audience !== 'client') return agency?.locale ?? 'ru'
  const client = await database.prisma.client.findUnique({ where: { id: clientId }, select: { locale: true } })
  return client?.locale ?? agency?.locale ?? 'ru'
}

function hashesOf({ body }: Final): string[] {
  return filesIn(body).flatMap((file) => file.sha256 ?? [])
}

/** The team's words go into the request's thread, which the first of them opens. */
async function addressOf(database: Database, item: OutboxItem): Promise<Address> {
  const to = { platform: item.platform, conversation: item.conversation as RemoteConversation }
  const thread =
    item.thread ??
    (item.audience === 'team' && item.requestId !== null ? await teamThread(database, item.requestId) : null)
  return thread === null ? to : { ...to, thread: thread as RemoteThread }
}

async function teamThread(database: Database, requestId: string): Promise<string | null> {
  const request = await database.prisma.request.findUnique({ where: { id: requestId }, select: { teamThread: true } })
  return request?.teamThread ?? null
}
