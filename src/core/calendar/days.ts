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

/**
 * The local day of an instant in a time zone. A zone's offset is asked for only once for each UTC day at whose two ends it is
 * the same, because the platform's own answer takes microseconds. Throws RangeError for a zone that is not known.
 */
export function localDays(zone: string): (ts: number) => number {
  const known = IANAZone.create(zone)
  if (!known.isValid) throw new RangeError(`"${zone}" is no time zone`)
  const offsetAt = (ts: number) => known.offset(ts * 1_000) * 60
  const offsets = new Map<number, number | 'changes'>()

  const offsetOfDay = (utcDay: number) => {
    const cached = offsets.get(utcDay)
    if (cached !== undefined) return cached
    const first = offsetAt(utcDay * DAY_SECONDS)
    const offset = first === offsetAt((utcDay + 1) * DAY_SECONDS) ? first : 'changes'
    offsets.set(utcDay, offset)
    return offset
  }

  return (ts) => {
    const ofDay = offsetOfDay(Math.floor(ts / DAY_SECONDS))
    const offset = ofDay === 'changes' ? offsetAt(ts) : ofDay
    return Math.floor((ts + offset) / DAY_SECONDS) + UNIX_EPOCH
  }
}
