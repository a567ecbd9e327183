import type { Database } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'

/** How many at once; the next run, a second later, takes more. */
const AT_ONCE = 100

/**
 * Cards go to whoever decides now, and those of before shrink to a line. Each relay is a transaction of its own and takes
 * off its mark in it, so that a crash in the middle neither forgets a card nor posts it twice.
 */
export async function showAgain(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const marked = (resting: readonly string[]) =>
    database.prisma.relay.findMany({
      where: { id: { notIn: [...resting] }, toShow: true },
      orderBy: { number: 'asc' },
      take: AT_ONCE,
      select: { id: true },
    })
  return sweepEach(database, { name: 'show_again', now }, marked, ({ id }) =>
    transaction(database, async (tx) => {
      const mine = await tx.relay.updateMany({ where: { id, toShow: true }, data: { toShow: false } })
      if (mine.count > 0) await showRelay(tx, id, options, now)
      return mine.count > 0
    }),
  )
}
