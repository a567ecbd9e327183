/** The parts of the score, each from aged sums; names and formulae in README.md of the folder above. Pure, O(1). */

import type { Deduction } from '../../core/score-settings.ts'
import type { Rules } from '../rules.ts'
import type { agedSums, Both, State } from '../state.ts'

export type Aged = ReturnType<typeof agedSums>

/** Days since the last contact, the last word of the client's, and since the first contact, as of one business day. */
export type Days = { readonly gap: number; readonly gapClient: number; readonly tenure: number }

/** A part of 0 to 100, of any contact and of the client's own voice. */
export type Part = { readonly value: number } & Both<number>

/** Points against those agreed: 1 is as agreed. A young relationship is read as if it had kept to the agreement before. */
export function ratioOf(points: number, tenure: number, { load, halfLives }: Rules): number {
  const { exposure, prior } = exposureOf(tenure, halfLives.frequency)
  return (points + prior * load) / (exposure + prior) / load
}

/** Worth five days at first, fading with the half-life. */
const PRIOR_DAYS = 5

/** `exposure`: what a sum would be with one a day since the first. */
function exposureOf(tenure: number, halfLife: number): { exposure: number; prior: number } {
  const q = 2 ** (-1 / halfLife)
  const left = q ** tenure
  return { exposure: (1 - left) / (1 - q), prior: PRIOR_DAYS * left }
}

export function frequency(ratio: Both<number>, rules: Rules): Part {
  return mixed({ any: frequencyOf(ratio.any), client: frequencyOf(ratio.client) }, rules)
}

/** Concave: the first contacts count most, and more than was agreed adds nothing. */
function frequencyOf(ratio: number): number {
  return 100 * Math.min(1, Math.log(1 + 3 * ratio) / Math.log(4))
}

export function recency({ gap, gapClient }: Days, rules: Rules): Part {
  const { gap: expected, halfLives } = rules
  const of = (days: number) => 100 * 2 ** (-Math.max(0, days - expected) / halfLives.recency)
  return mixed({ any: of(gap), client: of(gapClient) }, rules)
}

function mixed({ any, client }: Both<number>, { settings }: Rules): Part {
  return { value: (1 - settings.clientShare) * any + settings.clientShare * client, any, client }
}

/** Burstiness of a finite sequence (Kim & Jo 2016): -1 is regular, 0 random, towards 1 bursts. Null below three gaps. */
export function burstinessOf({ weights, squaredWeights, sum, squares }: State['gaps']): number | null {
  const effective = weights ** 2 / squaredWeights
  if (!(effective >= 3)) return null
  const n = effective + 1
  const mean = sum / weights
  const r = Math.sqrt(Math.max(0, squares / weights - mean * mean)) / mean
  return (Math.sqrt(n + 1) * r - Math.sqrt(n - 1)) / ((Math.sqrt(n + 1) - 2) * r + Math.sqrt(n - 1))
}

/** Which share of conversations the client starts, drawn towards a half. */
export function clientStartsOf({ client, agency }: State['started']): number {
  return (client + 1) / (client + agency + 2)
}

/** What each deduction is reckoned from. */
export type Grounds = {
  readonly burstiness: number | null
  readonly clientStarts: number
  readonly answers: State['answers']
  /** An open question is past its SLA. */
  readonly overdue: boolean
  readonly tone: State['tone']
}

/** Each a quality of 0 to 100, or null where there is no data for it, which takes nothing. */
export const QUALITIES = {
  rhythm: ({ burstiness }) => (burstiness === null ? null : 100 * Math.min(1, Math.max(0, 0.5 - burstiness))),
  initiative: ({ clientStarts: p }) => 100 * Math.min(1, Math.min(p, 1 - p) / 0.25),
  answers({ answers, overdue }) {
    const due = answers.answered + (overdue ? 1 : 0)
    return due === 0 ? null : (100 * (answers.inSla + 1.8)) / (due + 2)
  },
  tone({ tone: { positive, negative } }) {
    if (positive + negative === 0) return null
    return Math.min(100, (100 * (positive + 1.5)) / (positive + negative + 2) / 0.75)
  },
} satisfies Record<Deduction, (grounds: Grounds) => number | null>

/** The order in which to call: from contact days over a short and a long memory. Not bounded; higher is more urgent. */
export function attentionOf({ fastDays, slowDays }: Aged, tenure: number, { gap, halfLives }: Rules): number {
  const lack = (days: Both<number>, halfLife: number) => {
    const { exposure, prior } = exposureOf(tenure, halfLife)
    const x = (sum: number) => ((sum + prior / gap) / (exposure + prior)) * gap
    return Math.log(0.05 + 0.7 * x(days.any) + 0.3 * x(days.client))
  }
  return -0.5 * (lack(fastDays, halfLives.attentionFast) + lack(slowDays, halfLives.attentionSlow))
}
