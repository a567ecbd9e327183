import type { ClientReacted } from '../core/flow.ts'
import type { RemoteConversation, RemoteThread } from '../core/ids.ts'
import { plain, preview, richTextSchema } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { agencyOf } from '../people/agency.ts'
import { wallAround } from './blind.ts'
import type { Outward } from './outward.ts'

/** How much of a message stands beside the sign that was put under it. */
const WORDS_LENGTH = 80

/**
 * A client put a sign under what they got: logged, and told in the request's thread from a template. A sign is no words: it is
 * the one thing of a client's that reaches the team without a decision, since it can say nothing but itself. The name beside it
 * could: of a person whom nobody has introduced it is what they call themselves, so of their signs the team hears nothing.
 */
export async function clientReacted(tx: Tx, reacted: ClientReacted, outward: Outward): Promise<void> {
  const contact = await tx.contact.findUnique({ where: { remoteUser: reacted.author.user } })
  const item = await itemOf(tx, reacted.message)
  if (!contact || !item?.requestId || item.audience !== 'client') return
  const signs = `${reacted.message}#${contact.id}@`
  const source = `${signs}${reacted.at.getTime()}:${reacted.signs.join('')}`
  if (await logged(tx, source)) return
  // By another connection, or after a second try: the note says already what is so now.
  const newer = await tx.interaction.count({
    where: { kind: 'reaction', contactId: contact.id, source: { startsWith: signs }, at: { gt: reacted.at } },
  })
  await logInteraction(tx, {
    clientId: contact.clientId,
    kind: 'reaction',
    direction: 'in',
    channel: 'messenger',
    contactId: contact.id,
    requestId: item.requestId,
    relayId: item.relayId ?? undefined,
    source,
    at: reacted.at,
    body: plain(reacted.signs.join(' ')),
  })
  const thread = await threadOf(tx, item.requestId)
  if (!thread || !contact.introduced || newer > 0) return
  const agency = await agencyOf(tx)
  const wall = await wallAround(tx, item.requestId)
  const words = await wordsOf(tx, item)
  const notice = {
    template: 'reacted' as const,
    locale: agency.locale,
    who: wall?.person(contact.id) ?? contact.name,
    signs: [...reacted.signs],
    words: wall?.text(words) ?? words,
  }
  await wall?.keep()
  // A person who tries one sign after another is one note.
  await outward.keepTeamTold(tx, { to: thread, notice, slot: `reacted:${reacted.message}:${contact.id}` })
}

/** The item by which this message reached the client; nothing for what they wrote themselves, and for notices. */
async function itemOf(tx: Tx, message: string): Promise<OutboxItem | undefined> {
  const known = await tx.remoteMessage.findUnique({ where: { message } })
  const item = known?.itemId ? await tx.outboxItem.findUnique({ where: { id: known.itemId } }) : null
  return item?.kind === 'final' ? item : undefined
}

/** The thread of a request in its project's channel; none before anything has been handed over. */
async function threadOf(tx: Tx, requestId: string): Promise<Parameters<Outward['tellTeam']>[1]['to'] | undefined> {
  const request = await tx.request.findUnique({ where: { id: requestId }, include: { project: true } })
  if (!request?.teamThread || !request.project?.teamConversation) return undefined
  return {
    conversation: request.project.teamConversation as RemoteConversation,
    thread: request.teamThread as RemoteThread,
  }
}

/** The words as they stand there now: what was corrected in its place since is no longer what it came as. */
async function wordsOf(tx: Tx, item: OutboxItem): Promise<string> {
  const { versionId } = (await rewrittenBy(tx, item)) ?? item
  if (versionId === null) return ''
  const version = await tx.relayVersion.findUniqueOrThrow({ where: { id: versionId } })
  return preview(richTextSchema.parse(version.body), WORDS_LENGTH)
}

/** The newest correction that took the place of these words; one that had to follow them is a message of its own. */
async function rewrittenBy(tx: Tx, { seq, relayId }: OutboxItem): Promise<OutboxItem | undefined> {
  const relay = relayId === null ? null : await tx.relay.findUnique({ where: { id: relayId } })
  if (!relay) return undefined
  const since = await tx.outboxItem.findMany({
    where: {
      kind: 'final',
      status: 'sent',
      seq: { gt: seq },
      relay: { correctsId: relay.correctsId ?? relay.id, kind: 'correction' },
    },
    orderBy: { seq: 'asc' },
  })
  const anew = since.findIndex(({ op }) => op === 'follow')
  return since.slice(0, anew === -1 ? since.length : anew).at(-1)
}
