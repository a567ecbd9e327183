/**
 * Is this silence unusual for this client? The client's own log-gaps, drawn towards the agreed one by a
 * normal-inverse-gamma prior, say how likely a longer silence is.
 */
import { studentTail } from '../math/distributions.ts'
import type { Rules } from '../rules.ts'
import type { LogGaps } from '../state.ts'

export const ALERT_LEVELS = ['none', 'breach', 'watch', 'alarm'] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]

export type Alert = {
  readonly level: AlertLevel
  readonly gap: number
  /** How likely a longer silence was. */
  readonly p: number
  /** The first business day of silence that would be this unusual; null until enough gaps are known. */
  readonly watchAt: number | null
  readonly alarmAt: number | null
  /** More business days than this break the agreement, whatever is usual. */
  readonly breachAbove: number
}

const WATCH = 0.05
const ALARM = 0.01
const LEAST_GAPS = 5
const LEAST_SILENCE = 3

export function alertOf(gaps: LogGaps, gap: number, { gap: expected }: Rules): Alert {
  const breachAbove = Math.min(2 * expected, Math.max(21, 1.5 * expected))
  const tail = longerThan(gaps, expected)
  const p = tail(gap)
  const knows = gaps.n >= LEAST_GAPS
  return {
    level: unusual(gaps, gap, p) ?? (gap > breachAbove ? 'breach' : 'none'),
    gap,
    p,
    watchAt: knows ? firstBelow(WATCH, tail) : null,
    alarmAt: knows ? firstBelow(ALARM, tail) : null,
    breachAbove,
  }
}

/** Undefined for a silence that is usual, short, or of a client of whom too few gaps are known. */
export function unusual({ n }: LogGaps, gap: number, p: number): 'watch' | 'alarm' | undefined {
  if (n < LEAST_GAPS || gap < LEAST_SILENCE || p >= WATCH) return undefined
  return p < ALARM ? 'alarm' : 'watch'
}

const PRIOR = { kappa: 2, nu: 4, s: 1 }

/** The chance of a silence longer than so many business days; the half takes a whole day for what it is. */
export function longerThan({ n, sum, squares }: LogGaps, expected: number): (gap: number) => number {
  const mu = Math.log(Math.max(1, expected))
  const kappa = PRIOR.kappa + n
  const mean = n === 0 ? mu : sum / n
  const around = n === 0 ? 0 : Math.max(0, squares - sum * mean)
  const centre = (PRIOR.kappa * mu + sum) / kappa
  const nu = PRIOR.nu + n
  const variance = (PRIOR.nu * PRIOR.s ** 2 + around + (PRIOR.kappa * n * (mean - mu) ** 2) / kappa) / nu
  const scale = Math.sqrt(variance * (1 + 1 / kappa))
  return (gap) => (gap < 1 ? 1 : studentTail((Math.log(gap - 0.5) - centre) / scale, nu))
}

/** A silence of more business days than there are in any life is said to be none. */
const LONGEST = 2 ** 20

/** The tail falls with the gap: doubled until it is below, then halved in between. */
function firstBelow(p: number, tail: (gap: number) => number): number | null {
  let high = LEAST_SILENCE
  while (tail(high) >= p) {
    high *= 2
    if (high > LONGEST) return null
  }
  let low = LEAST_SILENCE
  while (low < high) {
    const middle = (low + high) >> 1
    if (tail(middle) < p) high = middle
    else low = middle + 1
  }
  return high
}
