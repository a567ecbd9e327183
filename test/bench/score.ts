/**
 * `npm run bench:score`: microseconds of processor time (other programs may run beside) to fold one event and to read one state,
 * over ten years with more and more events. Prints JSON,
 * and fails when a fold takes more than twenty, or a read of a long history much more than one of a short.
 */
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { CHANNELS, REASONS } from '../../src/core/interaction.ts'
import { DEFAULT_SETTINGS } from '../../src/core/score-settings.ts'
import type { ScoreEvent } from '../../src/score/event.ts'
import { fold } from '../../src/score/fold.ts'
import { read } from '../../src/score/reading/read.ts'
import { type Rules, rulesFor } from '../../src/score/rules.ts'
import type { State } from '../../src/score/state.ts'

const LENGTHS = [10_000, 100_000, 1_000_000]
const READS = 5_000
const START = 1_577_836_800
const MOST_FOLD_MICROSECONDS = 20

const holidays = Array.from({ length: 12 }, (_, year) => [`${2020 + year}-01-01`, `${2020 + year}-05-01`]).flat()

/** Ten years, however many events: mixed channels, reasons and directions, by a plain generator of numbers. */
function* history(length: number): Generator<ScoreEvent> {
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * below)
  }
  const step = (10 * 365 * 86_400) / length
  for (let i = 0; i < length; i++)
    yield {
      id: String(i).padStart(9, '0'),
      ts: Math.floor(START + i * step),
      ch: CHANNELS[next(CHANNELS.length)] ?? 'messenger',
      dir: next(2) === 0 ? 'in' : 'out',
      reason: REASONS[next(REASONS.length)],
      ref: START,
    }
}

/** Rules of their own for each length, so that no calendar is warm. */
function measure(length: number) {
  const rules = rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ zone: 'America/New_York', holidays }))
  const events = [...history(length)]
  const start = process.cpuUsage()
  let state: State | null = null
  for (const event of events) state = fold(state, event, rules)
  const foldMicroseconds = since(start) / length
  if (!state) throw new Error('no events')
  return {
    events: length,
    foldMicroseconds: round(foldMicroseconds),
    readMicroseconds: round(timeOfRead(state, rules)),
  }
}

function timeOfRead(state: State, rules: Rules): number {
  const start = process.cpuUsage()
  for (let i = 0; i < READS; i++) read(state, state.last.ts + i * 600, rules)
  return since(start) / READS
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return user + system
}

function round(microseconds: number): number {
  return Math.round(microseconds * 100) / 100
}

measure(10_000)
const measured = LENGTHS.map(measure)
console.log(JSON.stringify({ node: process.version, measured }, null, 2))
const reads = measured.map(({ readMicroseconds }) => readMicroseconds)
const slow = measured.some(({ foldMicroseconds }) => foldMicroseconds > MOST_FOLD_MICROSECONDS)
const grows = (reads.at(-1) ?? 0) > 3 * Math.min(...reads)
if (slow || grows) process.exitCode = 1
