import type { Calendar } from '../../core/calendar/calendar.ts'
import { dateOf } from '../../core/calendar/days.ts'
import { isBusinessTime } from '../../core/calendar/sla.ts'
import type { RemoteIds } from '../../core/ids.ts'
import type { AboutClock, StaffNotice } from '../../core/notice.ts'
import type { Database, Tx } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import type { Agency, Staff } from '../../generated/prisma/client.ts'
import { enqueueStaffNotice } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import { isQuiet, quietOf, timeOfDay } from '../../people/quiet.ts'
import { localeOfStaff } from '../../people/staff.ts'
import { aboutClock, cardBefore, directTo } from '../sla/tell.ts'
import { type Morning, morningOf, type ThingsOf, thingsFor } from './morning.ts'

/** As many of each as anybody reads. */
const MOST_LINES = 10

/**
 * Each morning of a working day every person who decides gets one message of what waits, instead of many: once a day,
 * whatever happens, and none when there is nothing to say. Returns to how many people it was made or found needless.
 */
export async function sendDigests(database: Database, team: RemoteIds, now: Date): Promise<number> {
  const agency = await agencyOf(database.prisma)
  const calendar = calendarOf(agency)
  if (!isDigestTime(agency, calendar, now)) return 0
  return transaction(database, async (tx) => {
    const people = await whoHasNone(tx, agency, calendar, now)
    if (people.length === 0) return 0
    const morning = await morningOf(tx, now)
    for (const person of people) await sendDigest(tx, person, morning, { agency, calendar, team, now })
    return people.length
  })
}

/** From its time until the agency closes: after an outage it comes late rather than never. */
export function isDigestTime(agency: Pick<Agency, 'digestAt' | 'timeZone'>, calendar: Calendar, now: Date): boolean {
  const ts = now.getTime() / 1_000
  const day = calendar.day(ts)
  const isBeforeOpening = calendar.isWorking(day) && ts < calendar.hours(day).open
  return (isBeforeOpening || isBusinessTime(calendar, now)) && timeOfDay(now, agency.timeZone) >= agency.digestAt
}

async function whoHasNone(tx: Tx, agency: Agency, calendar: Calendar, now: Date) {
  const people = await tx.staff.findMany({
    where: { active: true, remoteUser: { not: null }, role: { in: ['manager', 'lead', 'admin'] } },
    orderBy: { key: 'asc' },
    include: { absences: { where: { state: 'running' } } },
  })
  const today = dayOf(calendar, now)
  const time = timeOfDay(now, agency.timeZone)
  return people.filter(
    (person) =>
      (person.digestedAt === null || dayOf(calendar, person.digestedAt) < today) &&
      !isQuiet(quietOf(person, agency), time),
  )
}

function dayOf(calendar: Calendar, at: Date): number {
  return calendar.day(at.getTime() / 1_000)
}

type Sending = {
  readonly agency: Agency
  readonly calendar: Calendar
  readonly team: RemoteIds
  readonly now: Date
}

async function sendDigest(
  tx: Tx,
  person: Awaited<ReturnType<typeof whoHasNone>>[number],
  morning: Morning,
  { agency, calendar, team, now }: Sending,
): Promise<void> {
  await tx.staff.update({ where: { id: person.id }, data: { digestedAt: now } })
  const things = thingsFor(morning, person)
  if (Object.values(things).every((list) => list.length === 0)) return
  await enqueueStaffNotice(tx, 'manager', {
    to: { platform: team.platform, conversation: directTo(person, team) },
    notice: await drawn(tx, person, things, agency, team),
    key: `digest:${person.id}:${dateOf(dayOf(calendar, now))}`,
    now,
  })
}

async function drawn(
  tx: Tx,
  person: Staff,
  { waiting, late, silent, byItself }: ThingsOf,
  agency: Agency,
  team: RemoteIds,
): Promise<Extract<StaffNotice, { template: 'digest' }>> {
  const relays = async (list: ThingsOf['waiting']) => {
    const lines: { number: number; client: string; card: string | undefined; since: string }[] = []
    for (const { id, number, client, openedAt } of list.slice(0, MOST_LINES)) {
      const card = await cardBefore(tx, id, person, team)
      lines.push({ number, client: client.name, card, since: openedAt.toISOString() })
    }
    return lines
  }
  const clocks = async (list: ThingsOf['late']) => {
    const lines: AboutClock[] = []
    for (const clock of list.slice(0, MOST_LINES)) lines.push(await aboutClock(tx, clock, 'breached', person, team))
    return lines
  }
  const more = (list: readonly unknown[]) => Math.max(0, list.length - MOST_LINES)
  return {
    template: 'digest',
    locale: localeOfStaff(person, agency),
    waiting: await relays(waiting),
    moreWaiting: more(waiting),
    late: await clocks(late),
    moreLate: more(late),
    silent: await clocks(silent),
    moreSilent: more(silent),
    byItself: await relays(byItself),
    moreByItself: more(byItself),
  }
}
