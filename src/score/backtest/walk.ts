/** One pair's history, walked once: what was known at each cut, and whether silence came after. */
import { fold } from '../fold.ts'
import type { Contacts } from '../models/bg-nbd.ts'
import { type Reading, read } from '../reading/read.ts'
import type { Rules } from '../rules.ts'
import type { Both, State } from '../state.ts'
import type { Pair } from './pairs.ts'

const DAY = 86_400
const WEEK = 7 * DAY
/** Silent is who has no contact for so long after the cut; who was silent as long before it is not asked about. */
export const SILENCE = 60 * DAY
const COUNTED = 30 * DAY

/** A pair at a cut. */
export type Observed = {
  readonly reading: Reading
  /** Null on the client's side of one who never spoke. */
  readonly sides: Both<Side | null>
}

export type Side = {
  readonly contacts: Contacts
  readonly count30: number
  /** In the window before the cut, and in the one after. */
  readonly spokeBefore: boolean
  readonly silentAfter: boolean
}

/** `cuts` in ascending order, Unix seconds. What comes after a cut is used for the outcome alone. */
export function observe(pair: Pair, cuts: readonly number[], rules: Rules): (Observed | null)[] {
  const times = { any: pair.map(({ ts }) => ts), client: pair.filter(({ dir }) => dir === 'in').map(({ ts }) => ts) }
  let state: State | null = null
  let next = 0
  return cuts.map((cut) => {
    for (let event = pair[next]; event && event.ts <= cut; event = pair[++next]) state = fold(state, event, rules)
    if (!state) return null
    const { any, client } = state.logGaps
    return {
      reading: read(state, cut, rules),
      sides: { any: sideAt(cut, times.any, any.n), client: sideAt(cut, times.client, client.n) },
    }
  })
}

/** `repeats`: contact days after the first. */
function sideAt(cut: number, times: readonly number[], repeats: number): Side | null {
  const first = times[0]
  const known = countUpTo(times, cut)
  const last = times[known - 1]
  if (first === undefined || last === undefined) return null
  return {
    contacts: { x: repeats, tx: repeats === 0 ? 0 : (last - first) / WEEK, T: (cut - first) / WEEK },
    count30: known - countUpTo(times, cut - COUNTED),
    spokeBefore: last > cut - SILENCE,
    silentAfter: countUpTo(times, cut + SILENCE) === known,
  }
}

/** How many of the sorted times are not after this one: binary search. */
function countUpTo(times: readonly number[], ts: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= ts) low = middle + 1
    else high = middle
  }
  return low
}
