/** Random histories, and rules that differ in everything. */
import fc from 'fast-check'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { CHANNELS, REASONS } from '../../src/core/interaction.ts'
import { DEFAULT_SETTINGS } from '../../src/core/score-settings.ts'
import type { ScoreEvent } from '../../src/score/event.ts'
import { type Cadence, rulesFor } from '../../src/score/rules.ts'

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
  { selector: ({ id }) => id, maxLength: 60, size: 'max' },
)

const calendars = [
  { zone: 'Europe/Moscow', holidays: ['2025-02-24', '2025-05-01', '2025-05-03'] },
  { zone: 'America/New_York' },
  { zone: 'Asia/Kathmandu', holidays: ['2025-03-10'], weekdays: [7, 1, 2, 3, 4] },
].map((given) => calendarSchema.parse(given))

const cadences: Cadence[] = [
  [{ every: 1, ch: 'messenger' }],
  [
    { every: 5, ch: 'email' },
    { every: 10, ch: 'phone' },
  ],
  [{ every: 40, ch: 'in_person' }],
]

/** Made once, for a calendar that is cold is slow. */
export const anyRules = fc.constantFrom(
  ...calendars.flatMap((calendar) => cadences.map((cadence) => rulesFor(DEFAULT_SETTINGS, calendar, cadence))),
)
