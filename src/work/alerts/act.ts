import { compose } from '../../approval/compose.ts'
import type { ShowOptions } from '../../approval/show/show.ts'
import type { AlertAct, AlertForm, AlertVerdict } from '../../core/alerts.ts'
import type { Locale, RemoteUser } from '../../core/ids.ts'
import { instantOf } from '../../core/when.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import { type Colleague, localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { isLive } from '../../score/alerts/transitions.ts'
import { lockAlert, showAlert } from './tell.ts'
import { type AlertOfClient, withClient } from './view.ts'

type Asked = { readonly alert: string; readonly by: RemoteUser; readonly act: AlertAct }

/** Somebody does something about an alert; everybody who has it before them sees what. */
export async function actOnAlert(
  tx: Tx,
  { alert: id, by, act }: Asked,
  options: ShowOptions,
  now: Date,
): Promise<AlertVerdict> {
  const opened = await openAlert(tx, id, by)
  if (opened.kind !== 'alert') return opened
  const { staff, locale } = opened
  const alert = await lockAlert(tx, id, opened.alert.clientId)
  const client = alert.client.name
  // Somebody was first.
  if (!isLive(alert.state)) return { kind: 'over', locale, client }
  const done = await ACT[act.kind](tx, { alert, staff, options, now }, act)
  if (typeof done === 'string') return { kind: 'refused', locale, why: done }
  const { number, ...changes } = done
  const changed = await tx.scoreAlert.update({ where: { id }, data: changes, include: withClient })
  await showAlert(tx, changed, options, now)
  return { kind: 'done', locale, client, number }
}

type Case = {
  readonly alert: AlertOfClient
  readonly staff: Colleague
  readonly options: ShowOptions
  readonly now: Date
}
type Done = Prisma.ScoreAlertUncheckedUpdateInput & { readonly number?: number }
type Refused = Extract<AlertVerdict, { kind: 'refused' }>['why']

const ACT: { readonly [Kind in AlertAct['kind']]: (tx: Tx, it: Case, act: AlertAct) => Promise<Done | Refused> } = {
  write: async (tx, { alert, staff, options, now }, act) => {
    if (act.kind !== 'write') return 'empty'
    const source = `composed:${alert.id}:${staff.id}:${now.getTime()}`
    const number = await compose(tx, { client: alert.client, staff, body: act.body, source }, options, now)
    return typeof number === 'string' ? number : { number }
  },
  snooze: async (tx, { now }, act) => {
    const agency = await agencyOf(tx)
    const place = { zone: agency.timeZone, calendar: calendarOf(agency) }
    const until = act.kind === 'snooze' ? instantOf(act.when, now, place) : undefined
    return until === undefined ? 'not_future' : { state: 'snoozed', snoozedUntil: until, nextAt: until }
  },
  dismiss: async (_tx, { staff, now }, act) => {
    const note = act.kind === 'dismiss' ? act.reason.trim() : ''
    if (note === '') return 'no_reason'
    return { state: 'dismissed', note, endedAt: now, endedById: staff.id, snoozedUntil: null, nextAt: null }
  },
}

type Opened =
  | { readonly kind: 'alert'; readonly alert: AlertOfClient; readonly staff: Colleague; readonly locale: Locale }
  | Extract<AlertVerdict, { kind: 'forbidden' | 'unknown' }>

async function openAlert(tx: Tx, id: string, by: RemoteUser): Promise<Opened> {
  const staff = await staffByUser(tx, by)
  const agency = await agencyOf(tx)
  const locale = staff ? localeOfStaff(staff, agency) : agency.locale
  const alert = await tx.scoreAlert.findUnique({ where: { id }, include: withClient })
  if (!alert) return { kind: 'unknown', locale }
  if (!staff || !mayDecide(staff, alert.client)) return { kind: 'forbidden', locale }
  return { kind: 'alert', alert, staff, locale }
}

/** What the dialogue of an act needs to know. Reads only. */
export async function alertForm(tx: Tx, id: string, by: RemoteUser): Promise<AlertForm> {
  const opened = await openAlert(tx, id, by)
  if (opened.kind !== 'alert') return opened
  const { alert, locale } = opened
  const client = alert.client.name
  if (!isLive(alert.state)) return { kind: 'over', locale, client }
  return { kind: 'open', locale, alert: id, client, clientId: alert.clientId }
}
