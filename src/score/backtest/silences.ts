/**
 * Is the alert calibrated? Of silences that end by themselves 5 % should come to a watch and 1 % to an alarm; of those that
 * last, the more the better.
 */
import { fold } from '../fold.ts'
import { longerThan, unusual } from '../reading/alert.ts'
import type { Rules } from '../rules.ts'
import type { State } from '../state.ts'
import type { Pair } from './pairs.ts'

/** `watch`: came to a watch, an alarm among them. */
export type Counted = { readonly silences: number; readonly watch: number; readonly alarm: number }

/** One that came to its end, or lasted. */
export type Silence = { readonly lasts: boolean; readonly level: 'watch' | 'alarm' | undefined }

/** Silences that lasted, as they stood then, and shorter ones. */
export function countSilences(all: readonly Silence[]) {
  return { ended: counted(all.filter(({ lasts }) => !lasts)), lasting: counted(all.filter(({ lasts }) => lasts)) }
}

function counted(silences: readonly Silence[]): Counted {
  return {
    silences: silences.length,
    watch: silences.filter(({ level }) => level !== undefined).length,
    alarm: silences.filter(({ level }) => level === 'alarm').length,
  }
}

/**
 * Between contact days, from the fifth gap on; each judged by what was known when it began. One lasts that comes to `long`
 * seconds; what began in the last so many seconds before `end` is left out.
 */
export function* silencesOf(
  pair: Pair,
  { end, long }: { end: number; long: number },
  rules: Rules,
): Generator<Silence> {
  const { calendar } = rules
  let state: State | null = null
  for (const event of [...pair, null]) {
    if (state && state.logGaps.any.n >= 5 && state.last.ts + long <= end) {
      const until = Math.min(event?.ts ?? end, state.last.ts + long)
      const gap = calendar.bd(calendar.day(until)) - state.lastBd
      const tail = longerThan(state.logGaps.any, rules.gap)
      if (gap > 0) yield { lasts: until === state.last.ts + long, level: unusual(state.logGaps.any, gap, tail(gap)) }
    }
    if (event) state = fold(state, event, rules)
  }
}
