import { richTextSchema } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { touchRequest } from '../interactions/requests.ts'

/** What arrived at a client is an interaction of its own: the log says what they got, not only what was said. */
export async function logDelivery(tx: Tx, item: OutboxItem, now: Date): Promise<void> {
  if (item.kind !== 'final' || item.audience !== 'client' || item.relayId === null || item.versionId === null) return
  const source = `item:${item.id}`
  if (await logged(tx, source)) return
  const relay = await tx.relay.findUniqueOrThrow({ where: { id: item.relayId } })
  const version = await tx.relayVersion.findUniqueOrThrow({ where: { id: item.versionId } })
  await logInteraction(tx, {
    clientId: relay.clientId,
    kind: relay.kind === 'removal' ? 'removal' : 'delivery',
    direction: 'out',
    channel: 'messenger',
    staffId: relay.authorId ?? undefined,
    requestId: relay.requestId,
    relayId: relay.id,
    source,
    at: now,
    body: relay.kind === 'removal' ? [] : richTextSchema.parse(version.body),
  })
  await touchRequest(tx, relay.requestId, now)
}
