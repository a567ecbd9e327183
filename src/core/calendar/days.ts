/** Days as whole numbers: the number of days since 0001-01-01 (a Monday) of the proleptic Gregorian calendar, the scale of all counting here. */
import { IANAZone } from 'luxon'

export const DAY_SECONDS = 86_400

/** 1970-01-01 as such a number. */
const UNIX_EPOCH = 719_162

/** `2025-01-31` as a day. Throws RangeError for text that is no date. */
export function dayOf(date: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`"${date}" is no date`)
  return ms / 1_000 / DAY_SECONDS + UNIX_EPOCH
}

/** A day as `2025-01-31`. */
export function dateOf(day: number): string {
  return new Date((day - UNIX_EPOCH) * DAY_SECONDS * 1_000).toISOString().slice(0, 10)
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return day % 7
}

export type LocalTime = {
  /** The local day of an instant. */
  day(ts: number): number
  /** The instant at which it is so many seconds past midnight on a day; a time that the clocks skip is taken an hour later. */
  instant(day: number, seconds: number): number
}

/** Throws RangeError for a zone that is not known. Instants are Unix seconds. */
export function localTime(zone: string): LocalTime {
  const offset = offsetsOf(zone)
  return {
    day: (ts) => Math.floor((ts + offset(ts)) / DAY_SECONDS) + UNIX_EPOCH,
    instant(day, seconds) {
      const local = (day - UNIX_EPOCH) * DAY_SECONDS + seconds
      const [before, after] = [offset(local - DAY_SECONDS), offset(local + DAY_SECONDS)]
      const later = local - Math.min(before, after)
      const earlier = local - Math.max(before, after)
      return earlier + offset(earlier) === local ? earlier : later
    },
  }
}

const WEEK = 7 * DAY_SECONDS

/**
 * Seconds to add to UTC. The platform's own answer takes microseconds, so it is asked at the ends of each week only once: a
 * week that begins and ends with one offset has no other (no zone has changed its clocks back and forth within a week).
 */
function offsetsOf(zone: string): (ts: number) => number {
  const known = IANAZone.create(zone)
  if (!known.isValid) throw new RangeError(`"${zone}" is no time zone`)
  const offsetAt = (ts: number) => known.offset(ts * 1_000) * 60
  const atStart = new Map<number, number>()

  const ofWeek = (week: number): number => {
    const cached = atStart.get(week)
    if (cached !== undefined) return cached
    const found = offsetAt(week * WEEK)
    atStart.set(week, found)
    return found
  }

  return (ts) => {
    const week = Math.floor(ts / WEEK)
    const offset = ofWeek(week)
    return offset === ofWeek(week + 1) ? offset : offsetAt(ts)
  }
}
