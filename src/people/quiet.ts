/** When a person may be pinged, and of what. Pure. */
import { DateTime } from 'luxon'
import type { QuietHours, SlaStep } from '../core/sla.ts'
import { isLater } from '../core/sla.ts'
import type { Agency, Notify, Staff } from '../generated/prisma/client.ts'

/** A person's own quiet hours, else the agency's; the same time twice is none. Undefined: none. */
export function quietOf(
  staff: Pick<Staff, 'quietFrom' | 'quietTo'>,
  agency: Pick<Agency, 'quietFrom' | 'quietTo'>,
): QuietHours | undefined {
  const { quietFrom: from, quietTo: to } = staff.quietFrom !== null && staff.quietTo !== null ? staff : agency
  return from === null || to === null || from === to ? undefined : { from, to }
}

/** `time`: a time of the day such as 08:30. The first minute of the quiet hours is quiet, the last is not; they may go over midnight. */
export function isQuiet(quiet: QuietHours | undefined, time: string): boolean {
  if (!quiet) return false
  const { from, to } = quiet
  return from < to ? from <= time && time < to : from <= time || time < to
}

/** Such as 08:30. */
export function timeOfDay(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm')
}

/** Whether somebody who chose this wants to be pinged of a step of a clock. */
export function wantsToHear(level: Notify, step: SlaStep): boolean {
  if (level === 'digest') return false
  return level === 'all' || isLater(step, 'warned')
}
