/**
 * In which minutes a clock runs. The agency's own clocks run while it works. Those of a client's answer run while the agency
 * works and it is the same hours of a working day at the client too; where these overlap by less than an hour a day, as from
 * Moscow to California, the agency's hours alone count.
 */
import type { Calendar } from '../../core/calendar/calendar.ts'
import { addBusinessMinutes } from '../../core/calendar/sla.ts'

/** The first instant by which so many minutes of these hours have passed since `from`. */
export type Hours = { add(from: Date, minutes: number): Date }

export function agencyHours(calendar: Calendar): Hours {
  return { add: (from, minutes) => addBusinessMinutes(calendar, from, minutes) }
}

const LEAST_OVERLAP_SECONDS = 3_600
/** Longer than any run of days off. */
const MOST_DAYS = 400

export function sharedHours(agency: Calendar, client: Calendar): Hours {
  return {
    add: (from, minutes) => {
      const start = from.getTime() / 1_000
      const first = agency.day(start)
      if (lengthOf(overlapsOn(agency, client, first, () => true)) < LEAST_OVERLAP_SECONDS) {
        return addBusinessMinutes(agency, from, minutes)
      }
      let left = minutes * 60
      if (left === 0) return from
      for (let day = first; day < first + MOST_DAYS; day++) {
        if (!agency.isWorking(day)) continue
        for (const { open, close } of overlapsOn(agency, client, day, client.isWorking)) {
          const begins = Math.max(open, start)
          if (begins + left <= close) return new Date(Math.round((begins + left) * 1_000))
          left -= Math.max(0, close - begins)
        }
      }
      return addBusinessMinutes(agency, from, minutes)
    },
  }
}

type Window = { readonly open: number; readonly close: number }

/** The hours of a day of the agency's that are also hours of the client's: days of the two begin at different moments. */
function overlapsOn(
  agency: Calendar,
  client: Calendar,
  day: number,
  isWorked: (day: number) => boolean,
): readonly Window[] {
  const own = agency.hours(day)
  return [day - 1, day, day + 1]
    .filter(isWorked)
    .map((other) => client.hours(other))
    .map(({ open, close }) => ({ open: Math.max(open, own.open), close: Math.min(close, own.close) }))
    .filter(({ open, close }) => open < close)
}

function lengthOf(windows: readonly Window[]): number {
  return windows.reduce((sum, { open, close }) => sum + close - open, 0)
}
