import type { Database, Tx } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { lockClientOf } from '../interactions/chain.ts'
import { UNSENT } from '../outbox/cancel.ts'
import { settleItem } from '../outbox/settle.ts'
import type { OnSettled } from './settle.ts'

/**
 * It is an item's turn, and of its words nothing stands at the other side yet: when their removal is approved by now, nobody shall
 * see them come and go. They end, with what corrects them and the removal itself, in one transaction, so that an undo of the
 * removal comes before it or too late; while it can still be undone they wait. False: it goes its way.
 */
export async function leftUnsent(
  database: Database,
  item: OutboxItem,
  owner: string,
  onSettled: OnSettled,
  now: Date,
): Promise<boolean> {
  if (item.kind !== 'final' || item.op === 'remove' || item.op === 'follow' || item.sentPieces > 0) return false
  const { requestId } = item
  if (requestId === null || !(await removalBehind(database.prisma, item))) return false
  return transaction(database, async (tx) => {
    await lockClientOf(tx, requestId)
    const removal = await removalBehind(tx, item)
    if (!removal) return false
    if (removal.nextAt > now) {
      const detail = 'its removal can still be undone'
      await settleItem(tx, item, { status: 'pending', nextAt: removal.nextAt, detail, owner, now })
      return true
    }
    const ended = await settleItem(tx, item, { status: 'cancelled', reason: UNSENT, owner, now })
    if (!ended) return true
    await onSettled(tx, ended, now)
    for (const other of await between(tx, item, removal)) {
      const settled = await settleItem(tx, other, { status: 'cancelled', reason: UNSENT, now })
      if (settled) await onSettled(tx, settled, now)
    }
    return true
  })
}

type Behind = OutboxItem & { readonly relay: { readonly correctsId: string | null } | null }

/** The approved removal that waits in the lane behind it; undefined also when some of the words have arrived. */
async function removalBehind(tx: Tx, item: OutboxItem): Promise<Behind | undefined> {
  const removals = await tx.outboxItem.findMany({
    where: { lane: item.lane, kind: 'final', op: 'remove', status: 'pending', sentPieces: 0, seq: { gt: item.seq } },
    orderBy: { seq: 'asc' },
    include: { relay: { select: { correctsId: true } } },
  })
  if (removals.length === 0 || item.relayId === null) return undefined
  const relay = await tx.relay.findUnique({ where: { id: item.relayId }, select: { correctsId: true } })
  const root = relay?.correctsId ?? item.relayId
  const removal = removals.find((one) => one.relay?.correctsId === root)
  const arrived = await tx.outboxItem.count({
    where: {
      kind: 'final',
      relay: { OR: [{ id: root }, { correctsId: root }] },
      OR: [{ status: 'sent' }, { sentPieces: { gt: 0 } }, { keptPieces: { gt: 0 } }],
    },
  })
  return arrived === 0 ? removal : undefined
}

/** What else of these words waits: corrections of them, and the removal. */
function between(tx: Tx, { seq }: OutboxItem, removal: Behind): Promise<OutboxItem[]> {
  const root = removal.relay?.correctsId ?? null
  return tx.outboxItem.findMany({
    where: {
      kind: 'final',
      status: 'pending',
      seq: { gt: seq, lte: removal.seq },
      relay: { correctsId: root, NOT: { correctsId: null } },
    },
    orderBy: { seq: 'asc' },
  })
}
