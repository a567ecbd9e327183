import { dayOf, weekdayOf } from './days.ts'
import type { CalendarSettings } from './settings.ts'

export type WorkingDays = {
  isWorking(day: number): boolean
  /** How many days were worked since 0001-01-01, this one included: O(log exceptions). */
  upTo(day: number): number
}

/** The week's own working days, corrected by a sorted list of the days on which it is otherwise. */
export function workingDays({
  weekdays,
  holidays,
  workdays,
}: Pick<CalendarSettings, 'weekdays' | 'holidays' | 'workdays'>): WorkingDays {
  const inWeek = Array.from({ length: 7 }, (_, weekday) => weekdays.includes(weekday + 1))
  /** Of the first so many days of a week, how many are worked. */
  const firstOfWeek = Array.from({ length: 8 }, (_, days) => inWeek.slice(0, days).filter((works) => works).length)
  const perWeek = firstOfWeek[7] ?? 0
  const exceptions = exceptionsTo(inWeek, holidays, workdays)

  return {
    isWorking(day) {
      const i = countUpTo(exceptions, day) - 1
      const last = exceptions[i]
      return last?.day === day ? last.works : inWeek[weekdayOf(day)] === true
    },
    upTo(day) {
      const days = day + 1
      const ofWeek = Math.floor(days / 7) * perWeek + (firstOfWeek[days % 7] ?? 0)
      return ofWeek + (exceptions[countUpTo(exceptions, day) - 1]?.correction ?? 0)
    },
  }
}

/** `correction`: what this day and all exceptions before it add to the week's own count. */
type Exception = { readonly day: number; readonly works: boolean; readonly correction: number }

function exceptionsTo(inWeek: readonly boolean[], holidays: readonly string[], workdays: readonly string[]) {
  const works = new Map<number, boolean>()
  for (const date of holidays) works.set(dayOf(date), false)
  for (const date of workdays) works.set(dayOf(date), true)
  let correction = 0
  return [...works]
    .filter(([day, works]) => inWeek[weekdayOf(day)] !== works)
    .sort(([a], [b]) => a - b)
    .map(([day, works]): Exception => {
      correction += works ? 1 : -1
      return { day, works, correction }
    })
}

/** How many of the sorted exceptions are on or before this day: binary search. */
function countUpTo(exceptions: readonly Exception[], day: number): number {
  let low = 0
  let high = exceptions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((exceptions[middle]?.day ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}
