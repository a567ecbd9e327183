/** Of when a figure speaks, in the agency's time zone, and the period before that it is compared with. Pure. */
import { DateTime, type DateTimeUnit, type DurationLike } from 'luxon'

/** From the first moment to the one that is no longer in it. */
export type Span = { readonly from: Date; readonly to: Date }

export type Period = {
  /** As it was asked for. */
  readonly name: string
  readonly zone: string
  readonly current: Span
  readonly before: Span
  /** It has not ended yet: both spans reach only as far as this one has come. */
  readonly isRunning: boolean
}

/** The forms in which a period is asked for. */
export const PERIODS = [
  'month',
  'last-month',
  'quarter',
  'last-quarter',
  'year',
  'last-year',
  'last-30-days',
  '2026-10',
  '2026-q3',
  '2026',
  '2026-10-01..2026-10-15',
] as const

/** No figure looks further back than this. */
const LONGEST_DAYS = 3_660

type Found = { readonly from: DateTime; readonly to: DateTime; readonly step: DurationLike }

/** Undefined: `name` is none of the forms, is too long, or has not begun at `now`. */
export function periodOf(name: string, zone: string, now: Date): Period | undefined {
  const at = DateTime.fromJSDate(now, { zone })
  const found = readings(at).find(({ pattern }) => pattern.test(name))
  const { from, to, step } = found?.read(found.pattern.exec(name) ?? [], at) ?? {}
  if (!from?.isValid || !to?.isValid || step === undefined) return undefined
  if (from >= at || from >= to || to.diff(from, 'days').days > LONGEST_DAYS) return undefined
  const isRunning = to > at
  const end = isRunning ? at : to
  const earlier = from.minus(step)
  // As far into the period before as this one has come, on the calendar: the 10th for the 10th, whatever the months' lengths.
  const reached = isRunning ? DateTime.min(end.minus(step), from) : from
  return {
    name,
    zone,
    current: { from: from.toJSDate(), to: end.toJSDate() },
    before: { from: earlier.toJSDate(), to: reached.toJSDate() },
    isRunning,
  }
}

type Reading = {
  readonly pattern: RegExp
  readonly read: (match: readonly string[], now: DateTime) => Found | undefined
}

function readings({ zone }: DateTime): readonly Reading[] {
  const day = (text = '') => DateTime.fromISO(text, { zone })
  return [
    { pattern: /^(last-)?(month|quarter|year)$/, read: ([, last, unit], now) => named(now, unit, last !== undefined) },
    { pattern: /^last-(\d{1,4})-days$/, read: ([, days], now) => lastDays(Number(days), now) },
    { pattern: /^\d{4}-\d\d$/, read: ([text]) => whole(day(text), 'month', { months: 1 }) },
    {
      pattern: /^(\d{4})-q([1-4])$/i,
      read: ([, year, quarter]) =>
        whole(DateTime.fromObject({ year: Number(year), month: 3 * Number(quarter) - 2 }, { zone }), 'quarter', {
          quarters: 1,
        }),
    },
    { pattern: /^\d{4}$/, read: ([text]) => whole(day(text), 'year', { years: 1 }) },
    { pattern: /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/, read: ([, from, to]) => days(day(from), day(to)) },
  ]
}

const STEPS = { month: { months: 1 }, quarter: { quarters: 1 }, year: { years: 1 } } as const

function named(now: DateTime, unit: string | undefined, isLast: boolean): Found | undefined {
  if (unit !== 'month' && unit !== 'quarter' && unit !== 'year') return undefined
  return whole(isLast ? now.minus(STEPS[unit]) : now, unit, STEPS[unit])
}

function whole(at: DateTime, unit: DateTimeUnit, step: DurationLike): Found {
  const from = at.startOf(unit)
  return { from, to: from.plus(step), step }
}

/** Whole days, the last of them yesterday: today is not over. */
function lastDays(count: number, now: DateTime): Found {
  const to = now.startOf('day')
  return { from: to.minus({ days: count }), to, step: { days: count } }
}

/** The last day is in it. */
function days(from: DateTime, last: DateTime): Found {
  const to = last.plus({ days: 1 })
  return { from, to, step: { days: Math.round(to.diff(from, 'days').days) } }
}
