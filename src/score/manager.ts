/** An account manager's clients in a few figures. A mean hides neglected clients: it is never shown without the others. */
import type { AlertLevel } from './reading/alert.ts'
import { highestOf } from './reading/highest.ts'
import type { Reading } from './reading/read.ts'

export type ManagerSummary = {
  readonly clients: number
  /** Mean score, drawn towards the agency's by the weight of three clients; null when the agency has no score at all. */
  readonly shrunkMean: number | null
  /** By nearest rank. */
  readonly percentile20: number | null
  /** Share of clients with a contact within twice the agreed gap. */
  readonly inTouch: number | null
  /** How many clients stand at each level, by the higher of their two alerts. */
  readonly alerts: { readonly [Level in AlertLevel]: number }
}

const AGENCY_WEIGHT = 3

/** `agencyMean`: the mean score of all the agency's clients. Clients without any contact have no reading and are left out. */
export function summarise(readings: readonly Reading[], agencyMean: number | null): ManagerSummary {
  const n = readings.length
  const inTouch = readings.filter(({ raw }) => raw.gap <= 2 * raw.expectedGap).length
  const levels = readings.map(highestOf)
  const count = (level: AlertLevel) => levels.filter((found) => found === level).length
  const scores = readings.map(({ score }) => score)
  return {
    clients: n,
    ...summariseScores(scores, agencyMean),
    inTouch: n === 0 ? null : inTouch / n,
    alerts: { none: count('none'), breach: count('breach'), watch: count('watch'), alarm: count('alarm') },
  }
}

/** The same of scores alone, where they were kept without what they were read from. */
export function summariseScores(
  scores: readonly number[],
  agencyMean: number | null,
): Pick<ManagerSummary, 'shrunkMean' | 'percentile20'> {
  const sorted = scores.toSorted((a, b) => a - b)
  const sum = sorted.reduce((a, b) => a + b, 0)
  const n = sorted.length
  return {
    shrunkMean: agencyMean === null ? null : (sum + AGENCY_WEIGHT * agencyMean) / (n + AGENCY_WEIGHT),
    percentile20: sorted[Math.ceil(0.2 * n) - 1] ?? null,
  }
}
