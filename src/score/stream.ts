/**
 * A client's state with a few older ones beside it, so that an event that comes late (a meeting of yesterday, logged today) is
 * folded where it belongs: the newest checkpoint before it is restored, and what came after is replayed. What comes out is
 * the same to the last bit as folding everything in order.
 */
import { compare, type Position, type ScoreEvent } from './event.ts'
import { fold } from './fold.ts'
import type { Rules } from './rules.ts'
import type { State } from './state.ts'

export type Stream = {
  /** `key` of the rules it was folded by: under others it must be folded again from the beginning. */
  readonly key: string
  readonly state: State | null
  /** Older states, the newest last. */
  readonly checkpoints: readonly State[]
}

/** Reads the events after a position (null: all) in the order of `compare`, each id once, the late one among them. */
export type ReadAfter = (position: Position | null) => Iterable<ScoreEvent>

const EVERY = 32
const KEPT = 16

/** Everything folded anew: for a new client, and after a change of cadence, calendar or settings. */
export function refold(read: ReadAfter, rules: Rules): Stream {
  return advance({ key: rules.key, state: null, checkpoints: [] }, read(null), rules)
}

/** One event that has just been stored, wherever in the order it belongs. */
export function apply(stream: Stream, event: ScoreEvent, read: ReadAfter, rules: Rules): Stream {
  if (!stream.state || compare(event, stream.state.last) >= 0) return advance(stream, [event], rules)
  const before = rewind(stream, event)
  return advance(before, read(before.state?.last ?? null), rules)
}

/** Back to the newest checkpoint before a position, or to the beginning. */
export function rewind({ key, checkpoints }: Stream, to: Position): Stream {
  const older = checkpoints.filter(({ last }) => compare(last, to) < 0)
  return { key, state: older.at(-1) ?? null, checkpoints: older }
}

/** Events in order, none of them before the state's last. Throws for a stream of other rules: a bug of the caller's. */
export function advance(stream: Stream, events: Iterable<ScoreEvent>, rules: Rules): Stream {
  if (stream.key !== rules.key) throw new Error('a stream that was folded by other rules must be folded again')
  let { state, checkpoints } = stream
  for (const event of events) {
    const next = fold(state, event, rules)
    if (next !== state && next.events % EVERY === 0) checkpoints = [...checkpoints, next].slice(-KEPT)
    state = next
  }
  return { key: stream.key, state, checkpoints }
}
