/** Counts the rows of a figure in the database, by section, period and labels. Reads only. */
import { businessMinutes } from '../../core/calendar/sla.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import type { Scope } from './asked.ts'
import type { Counted } from './figures.ts'
import type { Moment } from './relations/relation.ts'
import { scoped } from './scope.ts'
import type { Group } from './value.ts'

const { sql } = Prisma

export type Measured = { readonly section: string; readonly current: boolean; readonly group: Group }

type Row = {
  readonly section: string
  readonly current: boolean
  readonly labels: string[]
  readonly n: number
  readonly judged: number
  readonly hits: number
  /** Unix seconds, one for one. */
  readonly started: number[] | null
  readonly ended: number[] | null
  readonly scores: number[] | null
}

const NOTHING = sql`null::float8[]`
const seconds = (column: Prisma.Sql) =>
  sql`array_agg(extract(epoch from ${column})::float8 order by r.id) filter (where r.ended is not null)`

export async function measure(
  tx: Tx,
  { kind, relation }: Pick<Counted, 'kind' | 'relation'>,
  scope: Omit<Scope, 'period'>,
  moment: Moment,
): Promise<Measured[]> {
  const agency = await agencyOf(tx)
  const rows = await tx.$queryRaw<Row[]>`
    select r.section, r.current, r.labels, count(*)::int as n, count(r.hit)::int as judged,
      (count(*) filter (where r.hit))::int as hits,
      ${kind === 'time' ? seconds(sql`r.started`) : NOTHING} as started,
      ${kind === 'time' ? seconds(sql`r.ended`) : NOTHING} as ended,
      ${kind === 'score' ? sql`array_agg(r.score)` : NOTHING} as scores
    from (${scoped(relation(moment, agency.timeZone), scope)}) r group by r.section, r.current, r.labels`
  const calendar = calendarOf(agency)
  return rows.map(({ section, current, started, ended, scores, ...group }) => ({
    section,
    current,
    group: {
      ...group,
      minutes: (started ?? []).map((from, i) => businessMinutes(calendar, instant(from), instant(ended?.[i] ?? from))),
      scores: scores ?? [],
    },
  }))
}

export function instant(seconds: number): Date {
  return new Date(Math.round(seconds * 1_000))
}

export type Noted = { readonly section: string; readonly note: string; readonly n: number }

/** What people wrote most often as the reason of the hits of the period, so many of each section. */
export function notesOf(tx: Tx, relation: Prisma.Sql, scope: Omit<Scope, 'period'>, most: number): Promise<Noted[]> {
  return tx.$queryRaw<Noted[]>`
    select section, note, n from (
      select r.section, min(r.note) as note, count(*)::int as n,
        row_number() over (partition by r.section order by count(*) desc, min(r.note)) as place
      from (${scoped(relation, scope)}) r
      where r.current and r.note is not null and r.note <> '' group by r.section, lower(r.note)) noted
    where place <= ${most} order by section, place`
}
