import type { Address, RemoteConversation } from '../core/ids.ts'
import { isBlank, type RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Client, Request, Staff } from '../generated/prisma/client.ts'
import { logInteraction } from '../interactions/log.ts'
import { findRequest, openRequest, touchRequest } from '../interactions/requests.ts'
import { agencyOf } from '../people/agency.ts'
import { gather } from '../relay/gather.ts'
import { clientSide } from './decide/send.ts'
import { type ShowOptions, showRelay } from './show/show.ts'

export type Composed = {
  readonly client: Client
  readonly staff: Staff
  readonly body: RichText
  /** What makes it one; the same words sent off twice wait once. */
  readonly source: string
}

/**
 * Somebody of the agency begins: their words to a client wait in the queue like anybody's. They go where the client wrote last.
 * The number of the relay, or why there is none. The caller has checked that this person may, and has locked the client.
 */
export async function compose(
  tx: Tx,
  { client, staff, body, source }: Composed,
  options: ShowOptions,
  now: Date,
): Promise<number | 'empty' | 'no_chat'> {
  if (isBlank(body)) return 'empty'
  const request = await requestFor(tx, client, now)
  if (!request) return 'no_chat'
  const agency = await agencyOf(tx)
  const about = { clientId: client.id, requestId: request.id }
  const interaction = await logInteraction(tx, {
    ...about,
    kind: 'message',
    direction: 'out',
    channel: 'team',
    staffId: staff.id,
    source,
    at: now,
    body,
  })
  const spoken = { ...about, direction: 'to_client', authorId: staff.id, message: source, body, at: now } as const
  const relayId = await gather(tx, { ...spoken, interactionId: interaction.id }, agency, now)
  await showRelay(tx, relayId, options, now)
  const { number } = await tx.relay.findUniqueOrThrow({ where: { id: relayId }, select: { number: true } })
  return number
}

/** What is being talked of where the client wrote last, else a new request there. Undefined: they can be reached nowhere. */
async function requestFor(tx: Tx, client: Client, now: Date): Promise<Request | undefined> {
  const place = await placeOf(tx, client)
  if (!place) return undefined
  const { requestGapHours: gapHours } = await agencyOf(tx)
  const { from, projectId } = place
  const found = await findRequest(tx, { from, clientId: client.id, now, gapHours })
  if (found) await touchRequest(tx, found.id, now)
  return found ?? openRequest(tx, { from, clientId: client.id, projectId, at: now })
}

async function placeOf(
  tx: Tx,
  { id: clientId }: Client,
): Promise<{ readonly from: Address; readonly projectId: string | undefined } | undefined> {
  const chats = await tx.chat.findMany({ where: { clientId, reachable: true }, orderBy: { conversation: 'asc' } })
  const reachable = chats.map(({ conversation }) => conversation)
  const last = await tx.request.findFirst({
    where: { clientId, conversation: { in: reachable } },
    orderBy: { lastAt: 'desc' },
  })
  if (last) {
    return { from: clientSide(last), projectId: last.projectId ?? undefined }
  }
  const chat = chats.find(({ kind }) => kind === 'private') ?? chats[0]
  if (!chat) return undefined
  const from = { platform: 'telegram', conversation: chat.conversation as RemoteConversation } as const
  return { from, projectId: chat.projectId ?? undefined }
}
