/** What holds for one client: settings, calendar and cadence, and what follows from them. Made once, used for every event. */
import { z } from 'zod'
import { businessCalendar, type Calendar } from '../core/calendar/calendar.ts'
import type { CalendarSettings } from '../core/calendar/settings.ts'
import { digest } from '../core/hash.ts'
import { CHANNELS } from '../core/interaction.ts'
import type { OfGap, Settings } from '../core/score-settings.ts'

/** What was agreed: one contact per `every` business days on each of these channels. */
export const cadenceSchema = z
  .array(z.strictObject({ every: z.number().positive(), ch: z.enum(CHANNELS) }))
  .transform((cadence) => (cadence.length === 0 ? DEFAULT_CADENCE : cadence))

export type Cadence = readonly { readonly every: number; readonly ch: (typeof CHANNELS)[number] }[]

export const DEFAULT_CADENCE: { every: number; ch: (typeof CHANNELS)[number] }[] = [{ every: 5, ch: 'messenger' }]

export type Rules = {
  readonly settings: Settings
  readonly calendar: Calendar
  /** Expected business days between two contacts (G in the formulae). */
  readonly gap: number
  /** Expected points a business day (L). */
  readonly load: number
  readonly halfLives: { readonly [Name in keyof Settings['halfLives']]: number }
  /** Points of a day by the set of its channels, a bit for each of CHANNELS. */
  readonly points: readonly number[]
  /** Changes with everything that changes a state: a state made under another key must be folded again. */
  readonly key: string
}

export function rulesFor(settings: Settings, calendar: CalendarSettings, cadence: Cadence = DEFAULT_CADENCE): Rules {
  const gap = 1 / sum(cadence.map(({ every }) => 1 / every))
  const load = sum(cadence.map(({ every, ch }) => settings.weights[ch] / every))
  const { frequency, recency, attentionFast, attentionSlow, ...fixed } = settings.halfLives
  return {
    settings,
    calendar: businessCalendar(calendar),
    gap,
    load,
    halfLives: {
      ...fixed,
      frequency: heldFor(frequency, gap),
      recency: heldFor(recency, gap),
      attentionFast: heldFor(attentionFast, gap),
      attentionSlow: heldFor(attentionSlow, gap),
    },
    points: pointsBySet(settings),
    key: digest({ settings, calendar, cadence }),
  }
}

function heldFor({ timesGap, min = 0, max = Number.POSITIVE_INFINITY }: OfGap, gap: number): number {
  return Math.min(max, Math.max(min, timesGap * gap))
}

function pointsBySet({ weights, pointsPerDay }: Settings): number[] {
  return Array.from({ length: 2 ** CHANNELS.length }, (_, set) => {
    const used = CHANNELS.filter((_, bit) => (set & (1 << bit)) !== 0)
    return Math.min(pointsPerDay, sum(used.map((ch) => weights[ch])))
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
