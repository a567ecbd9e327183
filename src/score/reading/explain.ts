/** A reading in words: what each component was reckoned from, what it gave or took, and what else is to be said. */
import type { Locale } from '../../core/ids.ts'
import { DEDUCTIONS, type Deduction } from '../../core/score-settings.ts'
import type { Alert, AlertLevel } from './alert.ts'
import type { Reading } from './read.ts'
import { say } from './text.ts'

export type Component = {
  readonly name: 'frequency' | 'recency' | Deduction
  /** The figures the sentence speaks of. */
  readonly raw: Figures
  /** Points of the score; nothing is given where something is taken. */
  readonly given: number
  readonly taken: number
  readonly sentence: string
}

/** Shares are of 1. */
type Figures = Readonly<Record<string, number | boolean | null>>

export type Explanation = {
  readonly score: string
  /** What was given less what was taken is the score. */
  readonly components: readonly Component[]
  /** Trend and alerts: they change no point. */
  readonly notes: readonly string[]
}

export function explain(reading: Reading, locale: Locale): Explanation {
  return {
    score: say(locale, 'score', { status: reading.status, score: reading.score }),
    components: [
      frequencyOf(reading, locale),
      recencyOf(reading, locale),
      ...DEDUCTIONS.map((name) => deductionOf(name, reading, locale)),
    ],
    notes: notesOf(reading, locale),
  }
}

function frequencyOf({ raw, frequency: { given } }: Reading, locale: Locale): Component {
  const { any, client } = raw.ratio
  const sentence = say(locale, 'frequency', {
    any: percent(any, locale),
    client: percent(client, locale),
    points: signed(given, locale),
  })
  return { name: 'frequency', raw: { any, client, expectedPoints: raw.expectedPoints }, given, taken: 0, sentence }
}

function recencyOf({ raw, recency: { given } }: Reading, locale: Locale): Component {
  const { gap, gapClient, expectedGap } = raw
  const spoke = gapClient < raw.tenure ? 'yes' : 'no'
  const sentence = say(locale, 'recency', { gap, gapClient, expectedGap, spoke, points: signed(given, locale) })
  return { name: 'recency', raw: { gap, gapClient, expectedGap }, given, taken: 0, sentence }
}

function deductionOf(name: Deduction, { qualities, raw }: Reading, locale: Locale): Component {
  const quality = qualities[name]
  if (!quality) {
    return { name, raw: {}, given: 0, taken: 0, sentence: say(locale, 'not-counted', { component: name }) }
  }
  const { figures, words } = GROUNDS[name](raw, locale)
  const sentence = say(locale, name, { ...words, points: signed(-quality.taken, locale) })
  return { name, raw: figures, given: 0, taken: quality.taken, sentence }
}

/** `words`: what the sentence is told. */
type Ground = { readonly figures: Figures; readonly words: Readonly<Record<string, string | number>> }

const GROUNDS: Record<Deduction, (raw: Reading['raw'], locale: Locale) => Ground> = {
  rhythm: ({ burstiness }) => ({
    figures: { burstiness },
    words: { burstiness: burstiness ?? 0, evenness: evennessOf(burstiness ?? 0) },
  }),
  initiative: ({ clientStarts }, locale) => ({
    figures: { clientStarts },
    words: { clientStarts: percent(clientStarts, locale) },
  }),
  answers: ({ slaShare, replyMinutes, overdue }, locale) => ({
    figures: { slaShare, replyMinutes, overdue },
    words: {
      slaShare: percent(slaShare ?? 0, locale),
      replyMinutes: replyMinutes ?? 0,
      known: replyMinutes === null ? 'no' : 'yes',
      overdue: overdue ? 'yes' : 'no',
    },
  }),
  tone: ({ tone: { positive, negative } }) => ({ figures: { positive, negative }, words: { positive, negative } }),
}

/** Where the quality is whole, where it is nothing, and between. */
function evennessOf(burstiness: number): string {
  if (burstiness <= -0.5) return 'even'
  return burstiness >= 0.5 ? 'bursts' : 'uneven'
}

/** Points with their sign, for they are given or taken. */
function signed(points: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(points)
}

/** A chance that is too small for its digits is said to be below the smallest. */
function percent(share: number, locale: Locale): string {
  const format = (value: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: value < 0.01 ? 1 : 0 }).format(value)
  return share > 0 && share < 0.001 ? `< ${format(0.001)}` : format(share)
}

function notesOf({ trend, alerts }: Reading, locale: Locale): string[] {
  const ofTrend = trend
    ? [say(locale, 'trend', { label: trend.label, last20: trend.last20, prev60: trend.prev60 })]
    : []
  return [...ofTrend, alertNote('any', alerts.any, locale), alertNote('client', alerts.client, locale)]
}

const ALERT_TEXTS: Record<AlertLevel, string> = {
  none: 'alert-none',
  breach: 'alert-breach',
  watch: 'alert-unusual',
  alarm: 'alert-unusual',
}

/** Never that a client is leaving: only that a silence is unusual for this one. */
function alertNote(
  who: 'any' | 'client',
  { level, gap, p, watchAt, alarmAt, breachAbove }: Alert,
  locale: Locale,
): string {
  const known = watchAt !== null || level === 'breach'
  const note = say(locale, known ? ALERT_TEXTS[level] : 'alert-unknown', {
    who,
    level,
    gap,
    p: percent(p, locale),
    breachAbove,
  })
  if (level === 'alarm' || watchAt === null || alarmAt === null) return note
  return `${note} ${say(locale, level === 'watch' ? 'alert-ahead-watch' : 'alert-ahead', { watchAt, alarmAt })}`
}
