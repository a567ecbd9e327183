/**
 * What a figure is counted from: a query that gives a row for each thing counted, in one form for all. The number and the rows
 * behind it come from the same query, so that they cannot disagree.
 */
import { Prisma } from '../../../generated/prisma/client.ts'
import type { Period } from '../stats/period.ts'

/** The period and the one before it, and the moment of asking. */
export type Moment = Pick<Period, 'current' | 'before'> & { readonly now: Date }

export type Relation = (moment: Moment) => Prisma.Sql

/** What is not given is null. `id` and `client` are those of the row's own table. */
type Columns = {
  readonly id: Prisma.Sql
  readonly client: Prisma.Sql
  /** Who answered for the client then; null: who does now. */
  readonly manager?: Prisma.Sql
  /** The moment by which it falls into a period. */
  readonly at: Prisma.Sql
  /** In the period itself, not in the one before. */
  readonly current: Prisma.Sql
  /** Whether it counts as one of those asked about; null: nobody can say yet, so it is not judged. */
  readonly hit?: Prisma.Sql
  /** A value for each dimension of the figure. */
  readonly labels?: readonly Prisma.Sql[]
  /** From when to when it took; without an end it has not ended. */
  readonly started?: Prisma.Sql
  readonly ended?: Prisma.Sql
  readonly score?: Prisma.Sql
  /** What somebody wrote as the reason. */
  readonly note?: Prisma.Sql
}

const { sql, join } = Prisma
const NONE = sql`null`

export function columns(of: Columns): Prisma.Sql {
  const labels = of.labels === undefined ? sql`'{}'::text[]` : sql`array[${join([...of.labels])}]::text[]`
  return sql`(${of.id})::text as id, ${of.client} as client, (${of.manager ?? NONE})::uuid as manager, ${of.at} as at,
    ${of.current} as current, (${of.hit ?? NONE})::boolean as hit, ${labels} as labels,
    (${of.started ?? NONE})::timestamptz as started, (${of.ended ?? NONE})::timestamptz as ended,
    (${of.score ?? NONE})::float8 as score, (${of.note ?? NONE})::text as note`
}

/** In one of the two spans. An index over `column` is used from the first moment to the last. */
export function within(column: Prisma.Sql, { before, current }: Moment): Prisma.Sql {
  return sql`(${column} >= ${before.from}::timestamptz and ${column} < ${current.to}::timestamptz
    and (${column} < ${before.to}::timestamptz or ${column} >= ${current.from}::timestamptz))`
}

export function isCurrent(column: Prisma.Sql, { current }: Moment): Prisma.Sql {
  return sql`${column} >= ${current.from}::timestamptz`
}

/** Both spans as rows: `spans("current", "from", "to")`. */
export function spans({ before, current }: Moment): Prisma.Sql {
  return sql`(values
    (true, ${current.from}::timestamptz, ${current.to}::timestamptz),
    (false, ${before.from}::timestamptz, ${before.to}::timestamptz)) as spans("current", "from", "to")`
}

/** Who answered for the client when a request opened, as its first entry in the log says. */
export function managerOfRequest(request: Prisma.Sql): Prisma.Sql {
  return sql`(select first."managerId" from "Interaction" first where first."requestId" = ${request} order by first.at limit 1)`
}
