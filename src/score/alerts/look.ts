/**
 * Looks at every client whose log has grown, and at each of them when a business day begins: keeps what the score says that
 * day, opens what there is to look at, and ends what is over. Telling people is another's (work/alerts).
 */
import { dateOf } from '../../core/calendar/days.ts'
import { addBusinessMinutes, nextOpening } from '../../core/calendar/sla.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { Agency, Client } from '../../generated/prisma/client.ts'
import { lockChain } from '../../interactions/chain.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import type { Reading } from '../reading/read.ts'
import { ANYBODY, stateOf } from '../store/fold.ts'
import { readingOf } from '../store/readings.ts'
import { changesIn, stoodIn } from './changes.ts'
import { conditionsAt } from './conditions.ts'
import { complaintsOf, soleContactOf } from './facts.ts'

/** How many clients a run takes; the next run, a second later, takes more. */
const AT_ONCE = 100

/** More than a client has in years. */
const MOST_KNOWN = 200

/** Returns how many clients were looked at. */
export async function lookAtClients(database: Database, now: Date): Promise<number> {
  const due = async (resting: readonly string[]) => {
    const states = await database.prisma.scoreState.findMany({
      where: {
        clientId: { notIn: [...resting] },
        managerId: ANYBODY,
        OR: [{ lookAt: null }, { lookAt: { lte: now } }],
      },
      orderBy: { lookAt: { sort: 'asc', nulls: 'first' } },
      take: AT_ONCE,
      select: { clientId: true },
    })
    return states.map(({ clientId: id }) => ({ id }))
  }
  return sweepEach(database, { name: 'look', now }, due, async ({ id }) => {
    await transaction(database, (tx) => lookAt(tx, id, now))
    return true
  })
}

/** A client's kept state, and what it says. */
type Kept = {
  readonly state: ReturnType<typeof stateOf>
  readonly reading: Reading
  readonly agency: Agency
}

async function lookAt(tx: Tx, clientId: string, now: Date): Promise<void> {
  await lockChain(tx, clientId)
  const agency = await agencyOf(tx)
  const whose = { clientId_managerId: { clientId, managerId: ANYBODY } }
  const { client, ...row } = await tx.scoreState.findUniqueOrThrow({ where: whose, include: { client: true } })
  const state = stateOf(row)
  const reading = readingOf(state, client, agency, now)
  await tx.scoreState.update({ where: whose, data: { lookAt: nextLook(agency, now) } })
  if (!reading) return
  await keepDay(tx, client, reading, agency, now)
  await keepAlerts(tx, client, { state, reading, agency }, now)
}

/** When the agency opens next: a silence grows by business days. */
function nextLook(agency: Agency, now: Date): Date {
  const calendar = calendarOf(agency)
  const ts = now.getTime() / 1_000
  const today = calendar.day(ts)
  const { open, close } = calendar.hours(today)
  const from = calendar.isWorking(today) && ts >= open ? new Date(Math.max(close, ts) * 1_000) : now
  return nextOpening(calendar, from)
}

/** What the score said that day: the last reading of each. */
async function keepDay(tx: Tx, { id, managerId }: Client, reading: Reading, agency: Agency, now: Date): Promise<void> {
  const { score, status, attention, alerts, trend } = reading
  const day = new Date(`${dateOf(calendarOf(agency).day(now.getTime() / 1_000))}T00:00:00Z`)
  const said = {
    score,
    provisional: status === 'provisional',
    attention,
    alertAny: alerts.any.level,
    alertClient: alerts.client.level,
    trend: trend?.label ?? null,
    managerId,
  }
  const where = { clientId_day: { clientId: id, day } }
  await tx.scoreSnapshot.upsert({ where, create: { clientId: id, day, ...said }, update: said })
}

/** What stood already is told together, once the others have been looked at too: a first day, and an import, are calm. */
const GATHER_MINUTES = 15

async function keepAlerts(tx: Tx, client: Client, kept: Kept, now: Date): Promise<void> {
  const { reading, agency } = kept
  const calendar = calendarOf(agency)
  const bdAt = (at: Date) => calendar.bd(calendar.day(at.getTime() / 1_000))
  const bd = bdAt(now)
  const isClient = client.active && client.stage === 'client'
  const conditions = isClient ? await conditionsOf(tx, client, reading, bd, now) : []
  const known = await tx.scoreAlert.findMany({
    where: { clientId: client.id },
    orderBy: { openedAt: 'desc' },
    take: MOST_KNOWN,
  })
  const { open, change, end } = changesIn(
    conditions,
    known.map((alert) => ({ ...alert, openedBd: bdAt(alert.openedAt) })),
    bd,
  )
  const before = open.length === 0 ? [] : await conditionsBefore(tx, client, kept, now)
  for (const condition of open) {
    const { about, why, grace = 0 } = condition
    const gathered = stoodIn(before, condition)
    const nextAt = addBusinessMinutes(calendar, now, gathered ? GATHER_MINUTES : grace)
    const data = { clientId: client.id, kind: why.kind, about, why, gathered, openedAt: now, nextAt }
    await tx.scoreAlert.create({ data })
  }
  for (const { id, why } of change) await tx.scoreAlert.update({ where: { id }, data: { kind: why.kind, why } })
  // Whoever was told sees that it has ended.
  await tx.scoreAlert.updateMany({
    where: { id: { in: [...end] } },
    data: { state: 'over', endedAt: now, nextAt: now },
  })
}

async function conditionsOf(tx: Tx, { id }: Client, reading: Reading, bd: number, now: Date) {
  const [complaints, soleContact] = [await complaintsOf(tx, id), await soleContactOf(tx, id, now)]
  return conditionsAt(reading, { bd, complaints, soleContact })
}

/**
 * What there would have been to look at when the last business day ended, by what is known now: it stood when we first
 * looked, or came to light with something old.
 */
async function conditionsBefore(tx: Tx, client: Client, { state, agency }: Kept, now: Date) {
  const calendar = calendarOf(agency)
  let day = calendar.day(now.getTime() / 1_000) - 1
  while (!calendar.isWorking(day)) day--
  const then = new Date(calendar.hours(day).close * 1_000)
  const reading = readingOf(state, client, agency, then)
  if (!reading) return []
  const conditions = await conditionsOf(tx, client, reading, calendar.bd(day), then)
  return conditions.filter(({ why }) => why.kind !== 'complaint' || new Date(why.at) < then)
}
