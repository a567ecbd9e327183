/** A report, and the rows of a figure, as a person reads them in a terminal. Pure. */
import { DateTime } from 'luxon'
import type { Locale } from '../../../core/ids.ts'
import type { Division } from '../asked.ts'
import type { Figure, Report } from '../report.ts'
import type { Rate } from '../stats/interval.ts'
import type { Period } from '../stats/period.ts'
import { labelOf, say } from '../text.ts'
import type { Difference, Parts, Value } from '../value.ts'
import { moved, percentOf, shown } from './numbers.ts'

export function reportInWords({ scope, period, figures }: Report, locale: Locale): string {
  const sections = [...new Set(figures.flatMap((one) => (one.state === 'counted' ? [one.section] : [])))].sort()
  const blocks = sections.map((section) => [
    '',
    sectionName(scope.by, section, locale),
    ...figures.flatMap((one) => (one.state === 'counted' && one.section === section ? linesOf(one, locale) : [])),
  ])
  const missing = figures.flatMap((one) =>
    one.state === 'missing' ? [`- ${say(locale, `figure-${one.name}`)}: ${say(locale, `needs-${one.needs}`)}`] : [],
  )
  return [
    periodInWords(period, locale),
    ...blocks.flat(),
    '',
    ...missing,
    '',
    say(locale, 'legend', { example: 'retention' }),
  ].join('\n')
}

export function sectionName(by: Division, section: string, locale: Locale): string {
  if (by === 'none') return say(locale, 'section-none')
  return section === '' ? say(locale, 'section-nobody') : say(locale, `section-${by}`, { name: section })
}

export function periodInWords({ current, before, isRunning, zone }: Period, locale: Locale): string {
  const [from, to] = daysOf(current, zone)
  const [beforeFrom, beforeTo] = daysOf(before, zone)
  return say(locale, 'period', { from, to, beforeFrom, beforeTo, zone, running: isRunning ? 'yes' : 'no' })
}

/** The first and the last day of a span. */
export function daysOf({ from, to }: Period['current'], zone: string): [string, string] {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
  return [day(from), day(new Date(to.getTime() - 1))]
}

function linesOf(figure: Extract<Figure, { state: 'counted' }>, locale: Locale): string[] {
  const { name, basis, value, before, difference, parts, notes } = figure
  const compared = before
    ? [say(locale, 'before', { value: valueInWords(before, locale) }), ...differenceInWords(difference, locale)]
    : []
  const head = `- ${say(locale, `figure-${name}`)} (${say(locale, `basis-${basis}`)}): ${valueInWords(value, locale)}`
  return [
    head,
    ...(compared.length === 0 ? [] : [`    ${compared.join('; ')}`]),
    ...partsInWords(parts, locale).map((line) => `    ${line}`),
    ...(notes.length === 0 ? [] : [`    ${say(locale, 'notes', { notes: notesInWords(notes, locale) })}`]),
  ]
}

export function notesInWords(notes: readonly { readonly note: string; readonly n: number }[], locale: Locale): string {
  return notes.map(({ note, n }) => say(locale, 'note', { note: note.replace(/\s+/g, ' ').slice(0, 80), n })).join(', ')
}

function valueInWords(value: Value, locale: Locale): string {
  switch (value.kind) {
    case 'rate':
      return rateInWords(value, locale)
    case 'count':
      return say(locale, 'count', { n: value.n })
    case 'time':
      return timeInWords(value, locale)
    case 'score': {
      if (value.n === 0) return say(locale, 'score-none')
      const { mean, percentile20, n, alerts } = value
      return say(locale, 'score', {
        mean: shown(mean, locale),
        percentile20: shown(percentile20, locale),
        n,
        alarm: alerts.alarm,
        watch: alerts.watch,
        breach: alerts.breach,
      })
    }
  }
}

function rateInWords({ share, interval, hits, n }: Rate, locale: Locale): string {
  if (share === null || interval === null) return say(locale, 'rate-none')
  const part = (of: number) => shown(percentOf(of), locale)
  return say(locale, 'rate', { share: part(share), low: part(interval.low), high: part(interval.high), hits, n })
}

function timeInWords({ median, p90, n, inTime }: Extract<Value, { kind: 'time' }>, locale: Locale): string {
  const time =
    n === 0
      ? say(locale, 'time-none')
      : say(locale, 'time', { median: shown(median, locale, 0), p90: shown(p90, locale, 0), n })
  return inTime === null ? time : `${time}; ${say(locale, 'in-time', { rate: rateInWords(inTime, locale) })}`
}

function differenceInWords(difference: Difference | null, locale: Locale): string[] {
  if (difference === null) return []
  if (difference.kind === 'number') return [say(locale, 'number-change', { by: moved(difference.by, locale) })]
  const { by, interval, isSure } = difference
  const points = (of: number) => moved(100 * of, locale)
  const args = { by: points(by), low: points(interval.low), high: points(interval.high), sure: isSure ? 'yes' : 'no' }
  return [say(locale, 'share-change', args)]
}

export function partsInWords(parts: Parts, locale: Locale): string[] {
  return (Object.keys(parts) as (keyof Parts)[]).flatMap((dimension) => {
    const labels = (parts[dimension] ?? []).map(({ label, n }) => `${labelOf(locale, dimension, label)} ${n}`)
    return labels.length === 0 ? [] : [`${say(locale, `dimension-${dimension}`)}: ${labels.join(', ')}`]
  })
}
