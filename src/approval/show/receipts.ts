import type { Tx } from '../../db/client.ts'
import type { ActivityKind, ItemStatus, OutboxItem } from '../../generated/prisma/client.ts'
import { isUnsent } from '../../outbox/cancel.ts'
import { recordActivity } from '../../relay/activity.ts'
import { type ShowOptions, showRelay } from './show.ts'

const ACTIVITY_OF: Partial<Record<ItemStatus, ActivityKind>> = {
  sent: 'delivered',
  refused: 'refused',
  unsure: 'unsure',
}

/**
 * How an approved message ended: noted on its relay, and shown on the card and on the specialist's message. Delivery calls
 * this in the transaction in which it settles the item.
 */
export async function takeReceipt(tx: Tx, item: OutboxItem, options: ShowOptions, now: Date): Promise<void> {
  const kind = isUnsent(item) ? 'unsent' : ACTIVITY_OF[item.status]
  if (item.kind !== 'final' || item.relayId === null || kind === undefined) return
  const relay = await tx.relay.findUniqueOrThrow({ where: { id: item.relayId } })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind,
    note: isUnsent(item) ? undefined : (item.reason ?? undefined),
    at: now,
  })
  await showRelay(tx, relay.id, options, now)
}
