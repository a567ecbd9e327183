/** What a state says at a moment: at the same cost however long the history is. Pure. */

import { DEDUCTIONS, type Deduction } from '../../core/score-settings.ts'
import type { Rules } from '../rules.ts'
import { agedSums, type Both, type State, shifted } from '../state.ts'
import { type Alert, alertOf } from './alert.ts'
import {
  attentionOf,
  burstinessOf,
  clientStartsOf,
  type Days,
  frequency,
  type Grounds,
  type Part,
  QUALITIES,
  ratioOf,
  recency,
} from './components.ts'
import { type Trend, trendOf } from './trend.ts'

export type Quality = {
  /** 0 to 100. */
  readonly value: number
  /** Points of the score. */
  readonly taken: number
}

export type Reading = {
  /** `provisional` below 4 contact days or 20 business days. */
  readonly status: 'ok' | 'provisional'
  /** 0 to 100: `base` less what the qualities take. */
  readonly score: number
  readonly base: number
  readonly frequency: Part & { readonly given: number }
  readonly recency: Part & { readonly given: number }
  /** Only those with data that are switched on. */
  readonly qualities: { readonly [Name in Deduction]?: Quality }
  readonly attention: number
  readonly trend: Trend | null
  readonly alerts: Both<Alert>
  readonly raw: Raw
}

/** The figures behind. Gaps and tenure are business days; positive, negative and starts are decayed sums. */
export type Raw = Days &
  Grounds & {
    readonly events: number
    readonly sessions: number
    readonly contactDays: number
    readonly ratio: Both<number>
    /** What was agreed: business days between two contacts, and points a business day. */
    readonly expectedGap: number
    readonly expectedPoints: number
    /** Of what was due, an overdue question included; null when nothing was. */
    readonly slaShare: number | null
    /** Geometric mean of business minutes to an answer. */
    readonly replyMinutes: number | null
  }

/** `now` in Unix seconds. One before the last event is read as of that event's day. */
export function read(state: State, now: number, rules: Rules): Reading {
  const { calendar, settings } = rules
  const nb = Math.max(calendar.bd(calendar.day(now)), state.lastBd)
  const days = daysAt(nb, state)
  const aged = agedSums(state, days.gap, rules)
  const raw = rawOf({ state, aged, days, now }, rules)
  const f = frequency(raw.ratio, rules)
  const r = recency(days, rules)
  const given = { frequency: settings.frequencyShare * f.value, recency: (1 - settings.frequencyShare) * r.value }
  const base = given.frequency + given.recency
  const qualities = qualitiesOf(raw, base, rules)
  return {
    status: state.contactDays < 4 || days.tenure < 20 ? 'provisional' : 'ok',
    score: base - Object.values(qualities).reduce((sum, { taken }) => sum + taken, 0),
    base,
    frequency: { ...f, given: given.frequency },
    recency: { ...r, given: given.recency },
    qualities,
    attention: attentionOf(aged, days.tenure, rules),
    trend: trendOf(shifted(state.window, days.gap), days.tenure),
    alerts: {
      any: alertOf(state.logGaps.any, days.gap, rules),
      client: alertOf(state.logGaps.client, days.gapClient, rules),
    },
    raw,
  }
}

/** The same figure as in the whole reading, at a small part of its cost: to find out whose readings are wanted. */
export function attentionAt(state: State, now: number, rules: Rules): number {
  const { calendar } = rules
  const days = daysAt(Math.max(calendar.bd(calendar.day(now)), state.lastBd), state)
  return attentionOf(agedSums(state, days.gap, rules), days.tenure, rules)
}

/** A client who never spoke has been silent since before the first day. */
function daysAt(nb: number, { lastBd, lastInBd, firstBd }: State): Days {
  const tenure = nb - firstBd + 1
  return { gap: nb - lastBd, gapClient: lastInBd === null ? tenure : nb - lastInBd, tenure }
}

type Moment = {
  readonly state: State
  readonly aged: ReturnType<typeof agedSums>
  readonly days: Days
  readonly now: number
}

function rawOf({ state, aged, days, now }: Moment, rules: Rules): Raw {
  const { answers } = aged
  const overdue = isOverdue(state.open, now, rules)
  const due = answers.answered + (overdue ? 1 : 0)
  return {
    ...days,
    events: state.events,
    sessions: state.sessions,
    contactDays: state.contactDays,
    ratio: {
      any: ratioOf(aged.points.any, days.tenure, rules),
      client: ratioOf(aged.points.client, days.tenure, rules),
    },
    expectedGap: rules.gap,
    expectedPoints: rules.load,
    burstiness: burstinessOf(aged.gaps),
    clientStarts: clientStartsOf(aged.started),
    answers,
    overdue,
    slaShare: due === 0 ? null : answers.inSla / due,
    replyMinutes: answers.answered === 0 ? null : Math.exp(answers.logMinutes / answers.answered),
    tone: aged.tone,
  }
}

function isOverdue(open: State['open'], now: number, { calendar, settings }: Rules): boolean {
  return open !== null && calendar.minutesBetween(open.ts, now) > settings.slaMinutes[open.ch]
}

function qualitiesOf(grounds: Grounds, base: number, { settings }: Rules): Reading['qualities'] {
  const found: Partial<Record<Deduction, Quality>> = {}
  for (const name of DEDUCTIONS) {
    const { on, share } = settings.deductions[name]
    const value = on ? QUALITIES[name](grounds) : null
    if (value !== null) found[name] = { value, taken: base * share * (1 - value / 100) }
  }
  return found
}
