import type { Tx } from '../db/client.ts'
import type { ItemStatus, OutboxItem } from '../generated/prisma/client.ts'
import { itemsThatMayBecome } from './transitions.ts'

/** How an item ended, or why it waits again. */
export type Settled = {
  readonly status: ItemStatus
  readonly nextAt?: Date | undefined
  readonly reason?: string | undefined
  readonly detail?: string | undefined
  /** The owner of the lease; a lease that was lost settles nothing. Absent: a person settles an `unsure` item. */
  readonly owner?: string | undefined
  readonly now: Date
}

/** The only way an item's status changes after it was taken. Undefined: the lease is somebody else's, or it had ended before. */
export async function settleItem(
  tx: Tx,
  item: Pick<OutboxItem, 'seq' | 'slot'>,
  given: Settled,
): Promise<OutboxItem | undefined> {
  const to = (await superseded(tx, item, given))
    ? { ...given, status: 'cancelled' as const, reason: 'superseded' }
    : given
  const again = to.status === 'pending'
  const changed = await tx.outboxItem.updateMany({
    where: {
      seq: item.seq,
      status: { in: itemsThatMayBecome(to.status) },
      ...(to.owner === undefined ? {} : { leaseOwner: to.owner }),
    },
    data: {
      status: to.status,
      ...(to.nextAt ? { nextAt: to.nextAt } : {}),
      reason: to.reason ?? null,
      detail: to.detail ?? null,
      settledAt: again || to.status === 'unsure' ? null : to.now,
      leasedUntil: null,
      ...(again ? { calledAt: null, leaseOwner: null } : {}),
      ...(to.status === 'unsure' ? { leaseOwner: null } : {}),
    },
  })
  if (changed.count === 0) return undefined
  return tx.outboxItem.findUniqueOrThrow({ where: { seq: item.seq } })
}

type Held = { readonly owner: string | undefined; readonly now: Date }

/** One of its messages is sent, and there are more. False: the lease is somebody else's. */
export async function advanceItem(
  tx: Tx,
  item: Pick<OutboxItem, 'seq' | 'sentPieces'>,
  { owner }: Held,
): Promise<boolean> {
  const changed = await tx.outboxItem.updateMany({
    where: {
      seq: item.seq,
      sentPieces: item.sentPieces,
      ...(owner === undefined ? { status: 'unsure' } : leased(owner)),
    },
    data: { sentPieces: { increment: 1 }, calledAt: null, trace: null },
  })
  return changed.count === 1
}

/** What it was to change in place cannot be changed: what is after the `kept` pieces that stand goes on as words that follow. */
export async function followItem(
  tx: Tx,
  item: Pick<OutboxItem, 'seq'>,
  { owner, detail, kept, now }: Held & { readonly detail: string; readonly kept: number },
): Promise<boolean> {
  const changed = await tx.outboxItem.updateMany({
    where: { seq: item.seq, op: { in: ['rewrite', 'remove'] }, ...leased(owner) },
    data: {
      op: 'follow',
      status: 'pending',
      sentPieces: 0,
      keptPieces: kept,
      trace: null,
      calledAt: null,
      leaseOwner: null,
      leasedUntil: null,
      nextAt: now,
      detail,
    },
  })
  return changed.count === 1
}

function leased(owner: string | undefined) {
  return { status: 'leased' as const, ...(owner === undefined ? {} : { leaseOwner: owner }) }
}

/** It would wait again, but a newer state of the same message waits already: only that one leaves. */
async function superseded(tx: Tx, item: Pick<OutboxItem, 'seq' | 'slot'>, to: Settled): Promise<boolean> {
  if (to.status !== 'pending' || item.slot === null) return false
  return (await tx.outboxItem.count({ where: { slot: item.slot, status: 'pending', seq: { not: item.seq } } })) > 0
}

/**
 * A person has looked: the message of which nobody could tell arrived, or it did not and goes again. Either way the item
 * goes on: delivery finds that nothing is left to send, or what comes after it. False: it was settled before.
 */
export async function settleByHand(
  tx: Tx,
  item: Pick<OutboxItem, 'seq' | 'slot' | 'status' | 'sentPieces'>,
  arrived: boolean,
  now: Date,
): Promise<boolean> {
  if (item.status !== 'unsure') return false
  // As it stands now, and locked by this: somebody else may have looked a moment ago, and delivery have taken it.
  const { seq, sentPieces } = item
  const mine = await tx.outboxItem.updateMany({
    where: { seq, sentPieces, status: 'unsure' },
    data: { leaseOwner: null },
  })
  if (mine.count === 0) return false
  if (arrived && !(await advanceItem(tx, item, { owner: undefined, now }))) return false
  return (await settleItem(tx, item, { status: 'pending', nextAt: now, now })) !== undefined
}
