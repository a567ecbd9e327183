/** Times that a manager picks: until when something is held, or when it shall leave. */
import { DateTime } from 'luxon'
import type { Calendar } from './calendar/calendar.ts'
import { nextOpening } from './calendar/sla.ts'
import { after, HOUR } from './clock.ts'

export const SNOOZE_CHOICES = ['hour', 'today', 'tomorrow', 'monday'] as const
export const SEND_CHOICES = ['opening', 'tomorrow', 'monday'] as const
export type WhenChoice = (typeof SNOOZE_CHOICES | typeof SEND_CHOICES)[number]

/** One of the choices, or an instant of the person's own. */
export type When = { readonly choice: WhenChoice } | { readonly at: Date }

/** Nobody plans a message further ahead than this; a later time is a slip of the pen. */
const FURTHEST_DAYS = 366

type Place = { readonly zone: string; readonly calendar: Calendar }

/** The instant that is meant, in the agency's time zone. Undefined: it has passed already, or is more than a year away. */
export function instantOf(when: When, now: Date, { zone, calendar }: Place): Date | undefined {
  const at = 'at' in when ? when.at : CHOSEN[when.choice](DateTime.fromJSDate(now, { zone }), calendar)
  const isSensible = at > now && at < DateTime.fromJSDate(now, { zone }).plus({ days: FURTHEST_DAYS }).toJSDate()
  return isSensible ? at : undefined
}

/** Those of the choices that are still ahead. */
export function choicesAhead(choices: readonly WhenChoice[], now: Date, place: Place): WhenChoice[] {
  return choices.filter((choice) => instantOf({ choice }, now, place) !== undefined)
}

const CHOSEN: Record<WhenChoice, (now: DateTime, calendar: Calendar) => Date> = {
  hour: (now) => after(now.toJSDate(), HOUR),
  today: (now) => at(now, 17),
  tomorrow: (now) => at(now.plus({ days: 1 }), 10),
  monday: (now) => at(now.startOf('week').plus({ weeks: 1 }), 10),
  // While the agency is open the next opening is that of the next working day.
  opening: (now, calendar) => nextOpening(calendar, new Date(Math.max(now.toMillis(), closingOf(now, calendar)))),
}

function at(day: DateTime, hour: number): Date {
  return day.set({ hour, minute: 0, second: 0, millisecond: 0 }).toJSDate()
}

/** The end of business today, when it is open now. */
function closingOf(now: DateTime, calendar: Calendar): number {
  const ts = now.toSeconds()
  const { open, close } = calendar.hours(calendar.day(ts))
  return calendar.isWorking(calendar.day(ts)) && open <= ts ? close * 1_000 : now.toMillis()
}

/** An instant as the clocks of a zone show it, for a line of the log. */
export function inWords(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm')
}
