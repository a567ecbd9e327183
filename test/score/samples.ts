/** Random histories, and rules that differ in everything. */
import fc from 'fast-check'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { CHANNELS, REASONS, type ScoreEvent } from '../../src/score/event.ts'
import { rulesFor } from '../../src/score/rules.ts'
import { DEFAULT_SETTINGS } from '../../src/score/settings.ts'

export const rules = rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({}))

/** Monday, 13 January 2025, 10:00 in Moscow. */
export const MONDAY = 1_736_751_600
export const MINUTE = 60
export const DAY = 86_400

let count = 0
export function event(ts: number, rest: Partial<ScoreEvent> = {}): ScoreEvent {
  count += 1
  return { id: `s${String(count).padStart(6, '0')}`, ts, ch: 'messenger', dir: 'in', ...rest }
}

const HISTORY = 200 * DAY

/** Events of few instants, so that some share one, over two hundred days; ids in no order. */
export const histories: fc.Arbitrary<ScoreEvent[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    ts: fc
      .oneof(
        fc.integer({ min: 0, max: HISTORY }),
        fc.integer({ min: 0, max: 400 }).map((n) => n * 12 * 3_600),
      )
      .map((s) => MONDAY + s),
    ch: fc.constantFrom(...CHANNELS),
    dir: fc.constantFrom('in' as const, 'out' as const),
    reason: fc.option(fc.constantFrom(...REASONS)),
    missed: fc.option(fc.boolean()),
    ref: fc.option(fc.integer({ min: MONDAY - 10 * DAY, max: MONDAY + HISTORY })),
  }),
  { selector: ({ id }) => id, maxLength: 120, size: 'max' },
)

export const anyRules = fc
  .record({
    zone: fc.constantFrom('Europe/Moscow', 'America/New_York', 'Asia/Kathmandu'),
    holidays: fc.array(fc.constantFrom('2025-02-24', '2025-03-10', '2025-05-01', '2025-05-03'), { maxLength: 3 }),
    cadence: fc.array(fc.record({ every: fc.integer({ min: 1, max: 40 }), ch: fc.constantFrom(...CHANNELS) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ zone, holidays, cadence }) => rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ zone, holidays }), cadence))
