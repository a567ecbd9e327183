import type { Tx } from '../../../db/client.ts'
import type { OutboxItem, Relay } from '../../../generated/prisma/client.ts'

/** What has arrived at the client by a relay's card: of the relay, or of the manager's own answer to it. */
export type Arrived = { readonly root: Relay; readonly item: OutboxItem; readonly isRecalled: boolean }

/** The newest that stands at the client; undefined: nothing has arrived there. */
export async function arrivedBy(tx: Tx, relay: Relay): Promise<Arrived | undefined> {
  const root =
    relay.direction === 'to_client'
      ? relay
      : await tx.relay.findFirst({
          where: { answersId: relay.id, kind: 'message', status: 'approved' },
          orderBy: { openedAt: 'desc' },
        })
  if (!root) return undefined
  const item = await tx.outboxItem.findFirst({
    where: {
      kind: 'final',
      status: 'sent',
      op: { not: 'remove' },
      relay: { OR: [{ id: root.id }, { correctsId: root.id, kind: 'correction' }] },
    },
    orderBy: { seq: 'desc' },
  })
  if (!item) return undefined
  const removals = await tx.relay.count({ where: { correctsId: root.id, kind: 'removal', status: 'approved' } })
  return { root, item, isRecalled: removals > 0 }
}
