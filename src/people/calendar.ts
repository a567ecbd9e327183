import { businessCalendar, type Calendar } from '../core/calendar/calendar.ts'
import { calendarSchema } from '../core/calendar/settings.ts'
import type { Agency } from '../generated/prisma/client.ts'

type Worked = Pick<Agency, 'timeZone' | 'opensAt' | 'closesAt' | 'holidays'>

/** More than the zones of one agency's clients. */
const KEPT = 64
const kept = new Map<string, Calendar>()

/** When the agency works. A calendar remembers what it has looked up, so the same settings give the same one. */
export function calendarOf(agency: Worked): Calendar {
  return calendarWith(agency.timeZone, agency, agency.holidays)
}

/** The same hours and weekdays as they are for somebody in another zone; the agency's holidays are not theirs. */
export function calendarIn(zone: string, agency: Worked): Calendar {
  return calendarWith(zone, agency, [])
}

function calendarWith(zone: string, { opensAt: open, closesAt: close }: Worked, holidays: readonly string[]): Calendar {
  const key = JSON.stringify([zone, open, close, holidays])
  const known = kept.get(key)
  if (known) return known
  const made = businessCalendar(calendarSchema.parse({ zone, hours: { open, close }, holidays }))
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, made)
  return made
}
