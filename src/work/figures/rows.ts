/** The rows that a number counts: every figure can be opened. Reads only. */
import { businessMinutes } from '../../core/calendar/sla.ts'
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import type { Database } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import type { FigureName, Scope } from './asked.ts'
import { type Dimension, FIGURES } from './figures.ts'
import { instant } from './measure.ts'
import { readPeriod } from './report.ts'
import { mustExist, scoped } from './scope.ts'
import type { Period } from './stats/period.ts'
import { say } from './text.ts'

export const MOST_ROWS = 10_000

/** Of how many, and after how many. */
export type Page = { readonly limit: number; readonly offset: number }

export type FigureRow = {
  /** Of the row in its own table; a client's is its key. */
  readonly id: string
  readonly client: string
  readonly manager: string | null
  readonly section: string
  readonly at: string
  readonly period: 'current' | 'before'
  readonly labels: { readonly [Name in Dimension]?: string }
  /** Null: it cannot be said, or is not asked. */
  readonly hit: boolean | null
  readonly minutes: number | null
  readonly score: number | null
  readonly note: string | null
}

export type Opened = {
  readonly figure: FigureName
  readonly period: Period
  /** How many there are in all, of both periods. */
  readonly total: number
  readonly rows: readonly FigureRow[]
}

type Row = Omit<FigureRow, 'period' | 'labels' | 'minutes' | 'at'> & {
  readonly at: Date
  readonly current: boolean
  readonly labels: string[]
  readonly started: number | null
  readonly ended: number | null
  readonly total: number
}

/** Throws InputError for a figure that needs what is not kept yet, and for a scope that is none. */
export async function openFigure(
  { prisma }: Database,
  { figure: name, page, ...scope }: Scope & { readonly figure: FigureName; readonly page: Page },
  locale: Locale,
  now: Date,
): Promise<Opened> {
  const figure = FIGURES[name]
  if (figure.kind === 'missing') {
    throw new InputError(
      say(locale, 'no-rows', { figure: say(locale, `figure-${name}`), why: say(locale, `needs-${figure.needs}`) }),
    )
  }
  const period = await readPeriod(prisma, scope, locale, now)
  await mustExist(prisma, scope, locale)
  const agency = await agencyOf(prisma)
  const rows = await prisma.$queryRaw<Row[]>`
    select r.id, r.client_key as client, r.manager_key as manager, r.section, r.at, r.current, r.labels, r.hit, r.score, r.note,
      extract(epoch from r.started)::float8 as started, extract(epoch from r.ended)::float8 as ended,
      (count(*) over ())::int as total
    from (${scoped(figure.relation({ ...period, now }, period.zone), scope)}) r
    order by r.current desc, r.at desc, r.id limit ${page.limit} offset ${page.offset}`
  const calendar = calendarOf(agency)
  return {
    figure: name,
    period,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ current, labels, started, ended, total: _, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      period: current ? 'current' : 'before',
      labels: Object.fromEntries(figure.dimensions.map((dimension, i) => [dimension, labels[i] ?? ''])),
      minutes: started === null || ended === null ? null : businessMinutes(calendar, instant(started), instant(ended)),
    })),
  }
}
