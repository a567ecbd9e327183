import { digest } from '../core/hash.ts'
import type { Address, RemoteConversation, RemoteMessage, RemoteThread } from '../core/ids.ts'
import { clientNoticeSchema, staffNoticeSchema } from '../core/notice.ts'
import { richTextSchema } from '../core/rich-text.ts'
import type { Content, Outgoing } from '../core/sender.ts'
import type { Database } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { messageInSlot } from '../interactions/remote-messages.ts'

/** An item made ready for its port, or why it must not leave. */
export type Composed =
  | { readonly kind: 'ready'; readonly to: Address; readonly message: Outgoing }
  | { readonly kind: 'tampered'; readonly detail: string }

/** Reads what an item needs at the moment it leaves: the words, the thread, the message it rewrites. */
export async function compose(database: Database, item: OutboxItem): Promise<Composed> {
  const content = await contentOf(database, item)
  if (content.kind === 'tampered') return content
  const target = item.slot === null ? undefined : await messageInSlot(database.prisma, item.slot)
  return {
    kind: 'ready',
    to: await addressOf(database, item),
    message: {
      content,
      replyTo: (item.replyTo ?? undefined) as RemoteMessage | undefined,
      target: target?.message as RemoteMessage | undefined,
    },
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
    item.versionId === null ? null : await database.prisma.relayVersion.findUnique({ where: { id: item.versionId } })
  if (version?.kind !== 'final') return { kind: 'tampered', detail: 'the approved version is gone' }
  const body = richTextSchema.parse(version.body)
  if (digest(body) !== item.bodyHash) return { kind: 'tampered', detail: 'the words are not those that were approved' }
  return { kind: 'final', body, speaker: item.speaker ?? undefined }
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
