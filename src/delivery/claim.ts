import { after, SECOND } from '../core/clock.ts'
import type { Database } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'

/** Longer than it takes to notice that an owner is gone; one that is at work renews its lease (see lease.ts). */
export const LEASE_MS = 45 * SECOND

/**
 * Takes items that may leave now: of each lane only the first that has not ended, so what comes later waits for what
 * comes before, and an `unsure` one holds its lane. A short lease, committed before anything is called.
 */
export async function claimItems(database: Database, owner: string, limit: number, now: Date): Promise<OutboxItem[]> {
  const claimed = await database.prisma.$queryRaw<{ seq: bigint }[]>`
    update "OutboxItem" set status = 'leased', "leaseOwner" = ${owner}, "leasedUntil" = ${after(now, LEASE_MS)}, attempts = attempts + 1
    where seq in (
      select item.seq from "OutboxItem" item
      join (
        select distinct on (lane) seq from "OutboxItem" where status in ('pending', 'leased', 'unsure') order by lane, seq
      ) head on head.seq = item.seq
      where item.status = 'pending' and item."nextAt" <= ${now}
      order by item.seq limit ${limit}
      for update of item skip locked
    ) and status = 'pending'
    returning seq`
  if (claimed.length === 0) return []
  return database.prisma.outboxItem.findMany({
    where: { seq: { in: claimed.map((row) => row.seq) } },
    orderBy: { seq: 'asc' },
  })
}

/** Written just before the call. False: the lease is no longer ours, so the call must not be made. */
export async function markCalled(
  database: Database,
  item: Pick<OutboxItem, 'seq'>,
  owner: string,
  now: Date,
): Promise<boolean> {
  const marked = await database.prisma.outboxItem.updateMany({
    where: { seq: item.seq, status: 'leased', leaseOwner: owner, leasedUntil: { gt: now } },
    data: { calledAt: now },
  })
  return marked.count === 1
}

/** Work for the next call that need not be done twice, kept before the call. False: the lease is no longer ours. */
export async function keepTrace(
  database: Database,
  item: Pick<OutboxItem, 'seq'>,
  owner: string,
  trace: string,
): Promise<boolean> {
  const kept = await database.prisma.outboxItem.updateMany({
    where: { seq: item.seq, status: 'leased', leaseOwner: owner },
    data: { trace },
  })
  return kept.count === 1
}

/** Its owner is still at it. */
export async function renewLease(
  database: Database,
  item: Pick<OutboxItem, 'seq'>,
  owner: string,
  now: Date,
): Promise<void> {
  await database.prisma.outboxItem.updateMany({
    where: { seq: item.seq, status: 'leased', leaseOwner: owner },
    data: { leasedUntil: after(now, LEASE_MS) },
  })
}

/** Items whose owner is gone: their lease ran out; or with `owner`, all that this process did not take itself. */
export async function abandonedItems(database: Database, now: Date, owner?: string): Promise<OutboxItem[]> {
  const gone = owner === undefined ? { leasedUntil: { lte: now } } : { leaseOwner: { not: owner } }
  return database.prisma.outboxItem.findMany({ where: { status: 'leased', ...gone }, orderBy: { seq: 'asc' } })
}

/** Items of which nobody knows whether they arrived, due for another look. */
export async function unsureItems(database: Database, now: Date): Promise<OutboxItem[]> {
  return database.prisma.outboxItem.findMany({
    where: { status: 'unsure', nextAt: { lte: now } },
    orderBy: { seq: 'asc' },
    take: 50,
  })
}
