import { IANAZone } from 'luxon'
import { z } from 'zod'
import { dayOf } from './days.ts'

const date = z.string().refine(isDate, { error: 'expects-date' })
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'expects-time' })

/**
 * When an agency works. Weekdays are those of ISO 8601: 1 is Monday, 7 is Sunday. What is wrong is named by the id of a text,
 * `expects-...`, which whoever reads the settings says in the person's language.
 */
export const calendarSchema = z.strictObject({
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), { error: 'expects-time-zone' })
    .default('Europe/Moscow'),
  weekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  hours: z
    .strictObject({ open: time.default('10:00'), close: time.default('19:00') })
    .refine(({ open, close }) => open < close, { error: 'expects-open-before-close' })
    .prefault({}),
  /** Days off, whatever weekday they are. */
  holidays: z.array(date).default([]),
  /** Days moved to work: they count whatever weekday they are, even when they stand among the holidays. */
  workdays: z.array(date).default([]),
})

export type CalendarSettings = z.infer<typeof calendarSchema>

function isDate(text: string): boolean {
  try {
    return dayOf(text) >= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
