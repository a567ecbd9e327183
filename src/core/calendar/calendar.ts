/**
 * The business calendar: a zone, working weekdays, opening hours, holidays and moved working days. Instants here are Unix
 * seconds; `sla.ts` has the same in `Date`s for clocks that run in business minutes.
 */
import { localTime } from './days.ts'
import type { CalendarSettings } from './settings.ts'
import { workingDays } from './working-days.ts'

export type Calendar = {
  /** The local day of an instant, counted from 0001-01-01. */
  day(ts: number): number
  isWorking(day: number): boolean
  /**
   * How many days were worked up to and including this one: a day off carries the index of the working day before it, and
   * the difference of two is a gap in business days.
   */
  bd(day: number): number
  /** Opening and closing of a day, whether it is worked or not. */
  hours(day: number): Hours
  /** Business minutes from opening to closing on a day of the usual length. */
  readonly minutesPerDay: number
  /** Business minutes since 0001-01-01: the difference of two is what passed between. */
  wm(ts: number): number
  /** Business minutes between two instants, to the second; negative when `to` is the earlier one. */
  minutesBetween(from: number, to: number): number
}

export type Hours = { readonly open: number; readonly close: number }

/**
 * Everything is O(1), or O(log holidays). A working day is as many minutes as its hours say: where they contain the change of
 * clocks, the minutes that lack are counted at closing, and those that are too many not at all.
 */
export function businessCalendar(settings: CalendarSettings): Calendar {
  const { day, instant } = localTime(settings.zone)
  const { isWorking, upTo } = workingDays(settings)
  const [open, close] = [secondsOf(settings.hours.open), secondsOf(settings.hours.close)]
  const length = close - open
  const hours = (day: number): Hours => ({ open: instant(day, open), close: instant(day, close) })

  /** In whole seconds, because their differences are exact. */
  const seconds = (ts: number): number => {
    const today = day(ts)
    const full = upTo(today) * length
    if (!isWorking(today)) return full
    const { open, close } = hours(today)
    if (ts >= close) return full
    return full - length + Math.min(length, Math.max(0, ts - open))
  }

  return {
    day,
    isWorking,
    bd: upTo,
    hours,
    minutesPerDay: length / 60,
    wm: (ts) => seconds(ts) / 60,
    minutesBetween: (from, to) => (seconds(to) - seconds(from)) / 60,
  }
}

function secondsOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return (hour * 60 + minute) * 60
}
