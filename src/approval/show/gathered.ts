import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import { closeGathering } from '../../relay/gather.ts'
import { lockRelay } from '../../relay/relays.ts'
import { type ShowOptions, showRelay } from './show.ts'

/** How many at once; the next run, a second later, takes more. */
const AT_ONCE = 100

/** Bursts whose quiet time is over now wait as they are; their cards say so. Returns how many. */
export async function closeBursts(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.relay.findMany({
      where: { id: { notIn: [...resting] }, status: 'gathering', gatherUntil: { lt: now } },
      orderBy: { gatherUntil: 'asc' },
      take: AT_ONCE,
      select: { id: true },
    })
  return sweepEach(database, { name: 'bursts', now }, due, ({ id }) =>
    transaction(database, (tx) => closeOne(tx, id, options, now)),
  )
}

async function closeOne(tx: Tx, id: string, options: ShowOptions, now: Date): Promise<boolean> {
  const relay = await lockRelay(tx, id)
  if (!relay || !(await closeGathering(tx, relay, now))) return false
  await showRelay(tx, id, options, now)
  return true
}
