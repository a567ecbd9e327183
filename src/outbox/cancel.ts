import type { Tx } from '../db/client.ts'
import type { OutboxItem, Prisma } from '../generated/prisma/client.ts'

/**
 * Takes back what waits here, before anything of it has left. The rows are locked by this: delivery takes an item either before
 * it, and then it is too late, or never. Returns whether all of them could be; when one could not, none is.
 */
export async function cancelAll(
  tx: Tx,
  items: readonly Pick<OutboxItem, 'seq'>[],
  reason: string,
  now: Date,
): Promise<boolean> {
  const seqs = items.map(({ seq }) => seq)
  if (seqs.length === 0) return true
  await tx.$queryRaw`select seq from "OutboxItem" where seq = any(${seqs}) order by seq for update`
  const untouched: Prisma.OutboxItemWhereInput = { seq: { in: seqs }, ...UNTOUCHED }
  if ((await tx.outboxItem.count({ where: untouched })) < seqs.length) return false
  await tx.outboxItem.updateMany({ where: untouched, data: { status: 'cancelled', reason, settledAt: now } })
  return true
}

/** Why an item ended whose words were taken back before they had left (see delivery/unsent.ts). */
export const UNSENT = 'removed'

export function isUnsent({ status, reason }: Pick<OutboxItem, 'status' | 'reason'>): boolean {
  return status === 'cancelled' && reason === UNSENT
}

/** Certainly nothing of it stands at the other side: what was changed there in part goes on as words that follow it. */
export const UNTOUCHED = { status: 'pending', sentPieces: 0, op: { not: 'follow' } } as const
