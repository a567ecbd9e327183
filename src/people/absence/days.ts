import { DateTime } from 'luxon'

/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string

/** The moment at which a day begins in a time zone. */
export function startOf(day: Day, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate()
}

/** The first moment after a day: whoever is away until Friday is back when Saturday begins. */
export function endOf(day: Day, timeZone: string): Date {
  return DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf('day').toJSDate()
}

/** `12-24` is the next such day from `since` on; a day with a year is itself. */
export function resolved(given: Day, since: Day): Day {
  if (given.length > 5) return given
  const year = Number(since.slice(0, 4))
  for (let y = year; y <= year + 8; y++) {
    const day = DateTime.fromISO(`${y}-${given}`)
    if (day.isValid && day.toISODate() >= since) return day.toISODate()
  }
  return given
}

/** The day in which a moment lies. */
export function dayOf(at: Date, timeZone: string): Day {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd')
}

/** The last day before a moment, as people say it: away until and with Friday. */
export function lastDayBefore(until: Date, timeZone: string): Day {
  return DateTime.fromJSDate(until, { zone: timeZone }).minus({ milliseconds: 1 }).toFormat('yyyy-MM-dd')
}
