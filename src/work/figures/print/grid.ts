/** A report, and the rows of a figure, as a grid of cells for CSV and for a spreadsheet. Pure. */
import type { Locale } from '../../../core/ids.ts'
import { FIGURES } from '../figures.ts'
import type { Figure, Report } from '../report.ts'
import type { Opened } from '../rows.ts'
import { labelOf, say } from '../text.ts'
import type { Difference, Value } from '../value.ts'
import { percentOf, rounded } from './numbers.ts'
import { daysOf, notesInWords, partsInWords, sectionName } from './words.ts'

export type Cell = string | number | null
/** The first row is the head. */
export type Grid = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

const COLUMNS = [
  'figure',
  'name',
  'section',
  'from',
  'to',
  'basis',
  'value',
  'unit',
  'n',
  'low',
  'high',
  'p90',
  'inTime',
  'inTimeN',
  'inTimeLow',
  'inTimeHigh',
  'percentile20',
  'before',
  'beforeN',
  'change',
  'changeLow',
  'changeHigh',
  'parts',
  'notes',
] as const
type Column = (typeof COLUMNS)[number]
type Line = { readonly [Name in Column]?: Cell }

export function reportGrid(report: Report, locale: Locale): Grid {
  const [from, to] = daysOf(report.period.current, report.period.zone)
  const lines = report.figures.map((figure): Line => ({ from, to, ...lineOf(figure, report, locale) }))
  const head = COLUMNS.map((name) => say(locale, `column-${name}`))
  return { name: report.period.name, rows: [head, ...lines.map((line) => COLUMNS.map((name) => line[name] ?? null))] }
}

function lineOf(figure: Figure, { scope }: Report, locale: Locale): Line {
  const names = { figure: figure.name, name: say(locale, `figure-${figure.name}`) }
  if (figure.state === 'missing') return { ...names, notes: say(locale, `needs-${figure.needs}`) }
  const { value, before } = figure
  return {
    ...names,
    section: sectionName(scope.by, figure.section, locale),
    basis: say(locale, `basis-${figure.basis}`),
    unit: say(locale, `unit-${value.kind}`),
    ...valueCells(value),
    ...(before && { before: valueCells(before).value ?? null, beforeN: before.n }),
    ...changeCells(figure.difference),
    parts: partsInWords(figure.parts, locale).join('; '),
    notes: notesInWords(figure.notes, locale),
  }
}

function valueCells(value: Value): Line {
  switch (value.kind) {
    case 'rate': {
      const { share, interval, n } = value
      return { value: share === null ? null : percentOf(share), n, ...(interval && boundsOf(interval)) }
    }
    case 'count':
      return { value: value.n, n: value.n }
    case 'time': {
      const { median, p90, n, inTime } = value
      const numbers = { value: median === null ? null : rounded(median), p90: p90 === null ? null : rounded(p90), n }
      if (inTime?.share == null || inTime.interval === null) return numbers
      const { low, high } = boundsOf(inTime.interval)
      return { ...numbers, inTime: percentOf(inTime.share), inTimeN: inTime.n, inTimeLow: low, inTimeHigh: high }
    }
    case 'score': {
      const { mean, percentile20, n } = value
      return {
        value: mean === null ? null : rounded(mean),
        percentile20: percentile20 === null ? null : rounded(percentile20),
        n,
      }
    }
  }
}

function boundsOf({ low, high }: { readonly low: number; readonly high: number }) {
  return { low: percentOf(low), high: percentOf(high) }
}

function changeCells(difference: Difference | null): Line {
  if (difference === null) return {}
  if (difference.kind === 'number') return { change: rounded(difference.by) }
  const { low, high } = boundsOf(difference.interval)
  return { change: percentOf(difference.by), changeLow: low, changeHigh: high }
}

export function rowsGrid({ figure, rows }: Opened, locale: Locale): Grid {
  const counted = FIGURES[figure]
  const dimensions = counted.kind === 'missing' ? [] : counted.dimensions
  const fixed = ['period', 'at', 'client', 'manager', 'hit', 'minutes', 'score', 'note', 'id'] as const
  const head = [
    ...fixed.map((name) => say(locale, `column-${name}`)),
    ...dimensions.map((name) => say(locale, `dimension-${name}`)),
  ]
  const lines = rows.map((row): Cell[] => [
    say(locale, `period-${row.period}`),
    row.at,
    row.client,
    row.manager,
    row.hit === null ? null : say(locale, row.hit ? 'yes' : 'no'),
    row.minutes === null ? null : rounded(row.minutes),
    row.score === null ? null : rounded(row.score),
    row.note,
    row.id,
    ...dimensions.map((name) => labelOf(locale, name, row.labels[name] ?? '')),
  ])
  return { name: figure, rows: [head, ...lines] }
}
