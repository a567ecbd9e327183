import type { ShowOptions } from '../../approval/show/show.ts'
import type { AlertKind, AlertState } from '../../core/alerts.ts'
import type { Calendar } from '../../core/calendar/calendar.ts'
import { addBusinessMinutes, isBusinessTime, nextOpening } from '../../core/calendar/sla.ts'
import { after, MINUTE } from '../../core/clock.ts'
import type { RemoteUser } from '../../core/ids.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { Agency, Staff } from '../../generated/prisma/client.ts'
import { lockChain } from '../../interactions/chain.ts'
import { enqueueUpdate } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import { isQuiet, quietOf, timeOfDay } from '../../people/quiet.ts'
import { type Colleague, deciders, leaders, localeOfStaff, staffByIds } from '../../people/staff.ts'
import { gatheredFor, listOf } from './gathered.ts'
import { type AlertOfClient, maySeeAlert, viewOf, withClient } from './view.ts'

/** As many at once; the next run goes on. */
const AT_ONCE = 100

/** Does what is due of each alert: tells its manager, or whoever leads, brings back what rested, shows what has ended. Returns how many. */
export async function tellAlerts(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.scoreAlert.findMany({
      where: { id: { notIn: [...resting] }, nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
      take: AT_ONCE,
      select: { id: true, clientId: true },
    })
  return sweepEach(database, { name: 'alerts', now }, due, ({ id, clientId }) =>
    transaction(database, async (tx) => {
      const alert = await lockAlert(tx, id, clientId)
      if (alert.nextAt === null || alert.nextAt > now) return false
      const agency = await agencyOf(tx)
      await DUE[alert.state](tx, alert, { agency, calendar: calendarOf(agency), options, now })
      return true
    }),
  )
}

/** Whoever changes an alert has its client's row, as whoever looks at the client does. */
export async function lockAlert(tx: Tx, id: string, clientId: string): Promise<AlertOfClient> {
  await lockChain(tx, clientId)
  return tx.scoreAlert.findUniqueOrThrow({ where: { id }, include: withClient })
}

type Moment = {
  readonly agency: Agency
  readonly calendar: Calendar
  readonly options: ShowOptions
  readonly now: Date
}

const DUE: Record<AlertState, (tx: Tx, alert: AlertOfClient, moment: Moment) => Promise<void>> = {
  open: async (tx, alert, moment) => {
    const { calendar, now } = moment
    if (!isBusinessTime(calendar, now)) await wait(tx, alert, nextOpening(calendar, now))
    else if (alert.toldAt === null) await tellManager(tx, alert, moment)
    else await escalate(tx, alert, alert.toldAt, moment)
  },
  snoozed: async (tx, alert, { now }) => {
    const anew = {
      state: 'open',
      gathered: false,
      snoozedUntil: null,
      toldAt: null,
      escalatedAt: null,
      nextAt: now,
    } as const
    const { id } = alert
    await tx.scoreAlert.update({ where: { id }, data: { ...anew, round: { increment: 1 }, toldTo: [] } })
  },
  dismissed: endTelling,
  over: endTelling,
}

async function endTelling(tx: Tx, alert: AlertOfClient, { options, now }: Moment): Promise<void> {
  await tx.scoreAlert.update({ where: { id: alert.id }, data: { nextAt: null } })
  await showAlert(tx, alert, options, now)
}

async function wait(tx: Tx, { id }: AlertOfClient, until: Date): Promise<void> {
  await tx.scoreAlert.update({ where: { id }, data: { nextAt: until } })
}

/** Somebody who is not to be pinged now is asked for again after so long. */
const QUIET_MS = 15 * MINUTE

/** Business minutes after which whoever leads hears of what nobody has done anything about. */
const IGNORED_AFTER = {
  complaint: 270,
  alarm: 540,
  breach: 540,
  watch: 1_080,
  cooling: 2_700,
  single_threaded: 5_400,
} as const satisfies Record<AlertKind, number>

async function tellManager(tx: Tx, alert: AlertOfClient, moment: Moment): Promise<void> {
  const { calendar, now } = moment
  const people = await deciders(tx, alert.client)
  if (people.length === 0 || people.every((person) => isQuietFor(person, moment))) {
    return wait(tx, alert, after(now, QUIET_MS))
  }
  const nextAt = addBusinessMinutes(calendar, now, IGNORED_AFTER[alert.kind])
  await tell(tx, alert, people, { toldAt: now, nextAt }, moment)
}

function isQuietFor(person: Staff, { agency, now }: Moment): boolean {
  return isQuiet(quietOf(person, agency), timeOfDay(now, agency.timeZone))
}

/** Once: after that it stands with both until it ends. */
async function escalate(tx: Tx, alert: AlertOfClient, toldAt: Date, moment: Moment): Promise<void> {
  const { now } = moment
  const others = (await leaders(tx)).filter(({ id }) => !alert.toldTo.includes(id))
  if (others.length === 0 || (await somebodyActed(tx, alert, toldAt))) {
    await tx.scoreAlert.update({ where: { id: alert.id }, data: { nextAt: null } })
    return
  }
  if (others.every((person) => isQuietFor(person, moment))) return wait(tx, alert, after(now, QUIET_MS))
  await tell(tx, alert, others, { escalatedAt: now, nextAt: null }, moment)
}

/** A silence or a complaint is in hand when somebody has spoken with the client since, or is about to. */
async function somebodyActed(tx: Tx, { kind, clientId }: AlertOfClient, since: Date): Promise<boolean> {
  if (kind === 'cooling' || kind === 'single_threaded') return false
  const spoken = await tx.interaction.count({
    where: {
      clientId,
      channel: { not: 'team' },
      at: { gt: since },
      OR: [{ kind: 'delivery' }, { kind: 'contact', missed: false, unverified: false }],
    },
  })
  if (spoken > 0) return true
  const underWay = { clientId, direction: 'to_client', openedAt: { gt: since } } as const
  return (await tx.relay.count({ where: { ...underWay, status: { notIn: ['rejected', 'withdrawn', 'expired'] } } })) > 0
}

async function tell(
  tx: Tx,
  alert: AlertOfClient,
  people: readonly Staff[],
  changes: { readonly toldAt?: Date; readonly escalatedAt?: Date; readonly nextAt: Date | null },
  { options, now }: Moment,
): Promise<void> {
  const toldTo = [...new Set([...alert.toldTo, ...people.map(({ id }) => id)])]
  const told = await tx.scoreAlert.update({
    where: { id: alert.id },
    data: { ...changes, toldTo },
    include: withClient,
  })
  await showAlert(tx, told, options, now)
}

/** Brings what people see of an alert up to date: posted anew in each round, else in the place of what stands there. */
export async function showAlert(tx: Tx, alert: AlertOfClient, options: ShowOptions, now: Date): Promise<void> {
  const agency = await agencyOf(tx)
  for (const person of await staffByIds(tx, alert.toldTo)) {
    if (person.remoteUser === null || !person.active || !maySeeAlert(person, alert)) continue
    const locale = localeOfStaff(person, agency)
    const conversation = options.team.direct(person.remoteUser as RemoteUser)
    const told = alert.gathered ? await inList(tx, alert, person) : await byItself(tx, alert, person, now)
    await enqueueUpdate(tx, 'manager', {
      to: { platform: options.team.platform, conversation },
      notice: { ...told.notice, locale },
      slot: `${told.slot}:${conversation}`,
      now,
    })
  }
}

async function byItself(tx: Tx, alert: AlertOfClient, person: Colleague, now: Date) {
  const notice = { template: 'alert', alert: await viewOf(tx, alert, person, now) } as const
  return { notice, slot: `alert:${alert.id}:${alert.round}` }
}

/** All that stood already on that day share one message. */
async function inList(tx: Tx, alert: AlertOfClient, person: Colleague) {
  const list = listOf(alert, person)
  const notice = { template: 'gathered_alerts', gathered: await gatheredFor(tx, list, person.id) } as const
  return { notice, slot: `alerts:${list.day}:${list.cameUp ? 'up' : 'own'}` }
}
