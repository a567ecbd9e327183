import { after, DAY, HOUR, SECOND } from '../core/clock.ts'
import { describe } from '../core/errors.ts'
import type { Database } from './client.ts'

/** Every sweep whose rows may fail one by one; the strings are kept. */
export const SWEEPS = [
  'bursts',
  'snoozes',
  'planned',
  'rule_anew',
  'by_rule',
  'show_again',
  'assigned',
  'clocks',
  'alerts',
  'look',
] as const
export type SweepName = (typeof SWEEPS)[number]

/** The first failure may be a moment's; one that goes on is tried less and less. */
const FIRST_REST_MS = 5 * SECOND
const LONGEST_REST_MS = HOUR
/** More than anybody lets fail; the others are tried each time. */
const MOST_RESTING = 1_000
/** One that has not been tried for so long after it was due is not found any more: it was done otherwise, or is gone. */
export const FORGOTTEN_MS = DAY

type Row = { readonly id: string }

/**
 * Does the same for each row that is due, one after another. One that fails keeps back neither the others of this run nor,
 * by always being among the first, those of the next: it rests, longer each time, and `liaison doctor` shows it. How many
 * were done, or all that went wrong, with the first row of which that is so. Costs nothing while nothing is due.
 * `find`: what is due, without those that rest.
 */
export async function sweepEach<T extends Row>(
  database: Database,
  { name, now }: { readonly name: SweepName; readonly now: Date },
  find: (resting: readonly string[]) => Promise<readonly T[]>,
  step: (row: T) => Promise<boolean>,
): Promise<number> {
  const first = await find([])
  if (first.length === 0) return 0
  const failed = await failuresOf(database, name, now)
  const resting = failed.filter(({ nextAt }) => nextAt > now).map(({ rowId }) => rowId)
  const wrong: { readonly id: string; readonly error: unknown }[] = []
  let done = 0
  const rows = resting.length === 0 ? first : await find(resting)
  for (const row of rows) {
    const before = failed.find(({ rowId }) => rowId === row.id)
    try {
      if (await step(row)) done++
      if (before) await database.prisma.sweepFailure.deleteMany({ where: { sweep: name, rowId: row.id } })
    } catch (error) {
      wrong.push({ id: row.id, error })
      await keepFailure(database, { sweep: name, rowId: row.id, failures: (before?.failures ?? 0) + 1, error, now })
    }
  }
  const [one] = wrong
  if (!one) return done
  throw new AggregateError(
    wrong.map(({ error }) => error),
    `${wrong.length} of ${rows.length}, the first ${one.id}: ${describe(one.error)}`,
  )
}

async function failuresOf({ prisma }: Database, sweep: SweepName, now: Date) {
  const failed = await prisma.sweepFailure.findMany({
    where: { sweep },
    orderBy: { nextAt: 'desc' },
    take: MOST_RESTING,
  })
  const forgotten = new Date(now.getTime() - FORGOTTEN_MS)
  if (failed.some(({ nextAt }) => nextAt < forgotten))
    await prisma.sweepFailure.deleteMany({ where: { sweep, nextAt: { lt: forgotten } } })
  return failed
}

type Failed = {
  readonly sweep: SweepName
  readonly rowId: string
  readonly failures: number
  readonly error: unknown
  readonly now: Date
}

/** Outside the transaction that failed. */
async function keepFailure({ prisma }: Database, { sweep, rowId, failures, error, now }: Failed): Promise<void> {
  const rest = Math.min(FIRST_REST_MS * 4 ** Math.min(failures - 1, 10), LONGEST_REST_MS)
  const data = { failures, error: describe(error), failedAt: now, nextAt: after(now, rest) }
  await prisma.sweepFailure.upsert({
    where: { sweep_rowId: { sweep, rowId } },
    create: { sweep, rowId, ...data },
    update: data,
  })
}
