/** Clocks that run only in business time: what an SLA asks of the calendar. */
import type { Calendar } from './calendar.ts'

export function isBusinessTime(calendar: Calendar, at: Date): boolean {
  const ts = secondsOf(at)
  const day = calendar.day(ts)
  const { open, close } = calendar.hours(day)
  return calendar.isWorking(day) && open <= ts && ts < close
}

/** The first instant from `at` on that is in business time: `at` itself when it is. */
export function nextOpening(calendar: Calendar, at: Date): Date {
  if (isBusinessTime(calendar, at)) return at
  const ts = secondsOf(at)
  const today = calendar.day(ts)
  const { open } = calendar.hours(today)
  if (calendar.isWorking(today) && ts < open) return instant(open)
  return instant(calendar.hours(dayWithIndex(calendar, calendar.bd(today) + 1, today)).open)
}

/** Whole business minutes and their fraction between two instants; negative when `to` is the earlier one. */
export function businessMinutes(calendar: Calendar, from: Date, to: Date): number {
  return calendar.minutesBetween(secondsOf(from), secondsOf(to))
}

/**
 * The first instant by which so many business minutes have passed since `from`: nine hours from opening is the same day's
 * closing, not the next opening. Zero minutes is `from` itself. Throws RangeError for less than none.
 */
export function addBusinessMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  if (!(minutes >= 0)) throw new RangeError(`${minutes} business minutes cannot be added`)
  if (minutes === 0) return from
  const ts = secondsOf(from)
  const target = calendar.wm(ts) + minutes
  // The day in which the target falls; one that falls on a boundary belongs to the day that ends there.
  const index = Math.ceil(target / calendar.minutesPerDay - 1e-9)
  const { open, close } = calendar.hours(dayWithIndex(calendar, index, calendar.day(ts)))
  const sinceOpening = Math.round((target - (index - 1) * calendar.minutesPerDay) * 60_000) / 1_000
  return instant(Math.min(close, open + sinceOpening))
}

/** The working day that carries this index, searched for from a day on or before it. */
function dayWithIndex(calendar: Calendar, index: number, from: number): number {
  let low = from
  let step = 1
  while (calendar.bd(low + step) < index) step *= 2
  let high = low + step
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (calendar.bd(middle) >= index) high = middle
    else low = middle + 1
  }
  return low
}

function secondsOf(at: Date): number {
  return at.getTime() / 1_000
}

function instant(ts: number): Date {
  return new Date(Math.round(ts * 1_000))
}
