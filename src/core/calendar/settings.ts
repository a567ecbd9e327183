import { IANAZone } from 'luxon'
import { z } from 'zod'
import { dayOf } from './days.ts'

const date = z.string().refine(isDate, { error: 'expected a date such as 2027-01-31' })
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'expected a time such as 09:30' })

/** When an agency works. Weekdays are those of ISO 8601: 1 is Monday, 7 is Sunday. */
export const calendarSchema = z.strictObject({
  zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), { error: 'expected a time zone such as Europe/Moscow' })
    .default('Europe/Moscow'),
  weekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  hours: z
    .strictObject({ open: time.default('10:00'), close: time.default('19:00') })
    .refine(({ open, close }) => open < close, { error: 'expected to open before closing, on the same day' })
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
