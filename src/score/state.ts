/**
 * What is kept of a client's whole history: one row of plain numbers and text, to be stored as JSON. All decayed sums are as
 * of `lastBd`; business days are indices of the calendar. Before the first event there is no state.
 */
import type { Channel } from '../core/interaction.ts'
import type { ScoreEvent } from './event.ts'
import type { Rules } from './rules.ts'

/** Sums over the natural logarithms of gaps, never decayed. */
export type LogGaps = { readonly n: number; readonly sum: number; readonly squares: number }

/** Something of any contact, and of those with the client's own voice. */
export type Both<T> = { readonly any: T; readonly client: T }

export type State = {
  /** The event folded last. */
  readonly last: Pick<ScoreEvent, 'ts' | 'id' | 'dir'>
  readonly events: number
  readonly sessions: number
  readonly contactDays: number
  readonly firstBd: number
  readonly lastBd: number
  /** The last day with the client's own voice. */
  readonly lastInBd: number | null
  /** Sets of channels used on `lastBd`, a bit for each of CHANNELS. */
  readonly today: Both<number>
  readonly points: Both<number>
  /** Contact days without weights, twice decayed. */
  readonly fastDays: Both<number>
  readonly slowDays: Both<number>
  /** Which of the last 80 business days were contact days: a bit for each, the lowest is `lastBd`; in hexadecimal. */
  readonly window: string
  readonly gaps: {
    readonly weights: number
    readonly squaredWeights: number
    readonly sum: number
    readonly squares: number
  }
  readonly logGaps: Both<LogGaps>
  readonly started: { readonly client: number; readonly agency: number }
  readonly answers: { readonly inSla: number; readonly answered: number; readonly logMinutes: number }
  /** A question that waits for an answer. */
  readonly open: { readonly ts: number; readonly ch: Channel } | null
  readonly tone: { readonly positive: number; readonly negative: number }
  /** Events by `dir:reason`. */
  readonly counters: Readonly<Record<string, number>>
}

/** What is left of a sum after so many business days. */
export function decay(days: number, halfLife: number): number {
  return 2 ** (-days / halfLife)
}

const WINDOW = 80n
const WINDOW_BITS = (1n << WINDOW) - 1n

/** Shifted by so many days: the days between had no contact. */
export function shifted(window: string, days: number): bigint {
  return (BigInt(`0x${window}`) << BigInt(Math.min(days, Number(WINDOW)))) & WINDOW_BITS
}

/** Every decayed sum as of a later business day. */
export function agedSums(state: State, days: number, { halfLives }: Rules) {
  const { gaps, started, answers, tone } = state
  const ofGaps = decay(days, halfLives.gaps)
  const ofStarted = decay(days, halfLives.initiative)
  const ofAnswers = decay(days, halfLives.answers)
  const ofTone = decay(days, halfLives.tone)
  return {
    points: times(state.points, decay(days, halfLives.frequency)),
    fastDays: times(state.fastDays, decay(days, halfLives.attentionFast)),
    slowDays: times(state.slowDays, decay(days, halfLives.attentionSlow)),
    gaps: {
      weights: gaps.weights * ofGaps,
      squaredWeights: gaps.squaredWeights * ofGaps * ofGaps,
      sum: gaps.sum * ofGaps,
      squares: gaps.squares * ofGaps,
    },
    started: { client: started.client * ofStarted, agency: started.agency * ofStarted },
    answers: {
      inSla: answers.inSla * ofAnswers,
      answered: answers.answered * ofAnswers,
      logMinutes: answers.logMinutes * ofAnswers,
    },
    tone: { positive: tone.positive * ofTone, negative: tone.negative * ofTone },
  } satisfies Partial<State>
}

function times({ any, client }: Both<number>, factor: number): Both<number> {
  return { any: any * factor, client: client * factor }
}
