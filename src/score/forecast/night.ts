/**
 * The second opinion beside the score: each night BG/NBD is fitted to the contact days of all the agency's clients, and what
 * it says of each is kept. It reads the kept states, so a night costs the same after a year and after ten.
 */
import { DateTime } from 'luxon'
import type { Database, Tx } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { type Agency, Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import { aliveChance, type BgNbd, type Contacts, expectedContacts, fitBgNbd } from '../models/bg-nbd.ts'
import type { State } from '../state.ts'
import { ANYBODY, stateOf } from '../store/fold.ts'

/** Of the agency's night: whatever was fitted since then is this night's. */
const HOUR_OF_NIGHT = 3
/** Clients with a repeated contact: of fewer four numbers say nothing. */
export const LEAST_CLIENTS = 30
/** Days are business days, so a week has five. */
const DAYS_A_WEEK = 5
/** Sixty days of the calendar. */
const AHEAD_WEEKS = 60 / 7

/** Why there is no fit. */
export type FitNote = 'too_few' | 'no_fit'

/** Does what this night is still due. Returns 1 when it did anything, else 0. */
export async function forecastNightly(database: Database, now: Date): Promise<number> {
  const { prisma } = database
  const agency = await agencyOf(prisma)
  if (await isDone(prisma, lastNight(agency, now))) return 0
  const clients = await contactsOf(prisma, agency, now)
  const fit = fitted(clients.map(({ contacts }) => contacts))
  await transaction(database, async (tx) => {
    await tx.modelFit.create({ data: { kind: 'bg_nbd', at: now, n: clients.length, ...rowOf(fit) } })
    // What an older fit said is no longer so.
    await tx.clientForecast.deleteMany()
    if ('note' in fit) return
    await tx.clientForecast.createMany({
      data: clients.map(({ clientId, contacts }) => ({ clientId, at: now, ...forecastOf(fit.model, contacts) })),
    })
  })
  return 1
}

function lastNight({ timeZone }: Agency, now: Date): Date {
  const local = DateTime.fromJSDate(now, { zone: timeZone })
  const today = local.set({ hour: HOUR_OF_NIGHT, minute: 0, second: 0, millisecond: 0 })
  return (today > local ? today.minus({ days: 1 }) : today).toJSDate()
}

async function isDone(tx: Tx, since: Date): Promise<boolean> {
  return (await tx.modelFit.findFirst({ where: { kind: 'bg_nbd', at: { gte: since } }, select: { id: true } })) !== null
}

type Known = { readonly clientId: string; readonly contacts: Contacts }

async function contactsOf(tx: Tx, agency: Agency, now: Date): Promise<Known[]> {
  const calendar = calendarOf(agency)
  const today = calendar.bd(calendar.day(now.getTime() / 1_000))
  const rows = await tx.scoreState.findMany({
    where: { managerId: ANYBODY, client: { active: true } },
    orderBy: { clientId: 'asc' },
    select: { clientId: true, state: true },
  })
  return rows.flatMap((row) => {
    const state = stateOf(row)
    return state === null ? [] : [{ clientId: row.clientId, contacts: contactDaysOf(state, today) }]
  })
}

/** Contact days as the model wants them. `today`: an index of the calendar. */
export function contactDaysOf({ contactDays, firstBd, lastBd }: State, today: number): Contacts {
  const weeks = (days: number) => days / DAYS_A_WEEK
  return { x: contactDays - 1, tx: weeks(lastBd - firstBd), T: weeks(Math.max(today, lastBd) - firstBd) }
}

type Fit = { readonly model: BgNbd; readonly logLikelihood: number } | { readonly note: FitNote }

function fitted(known: readonly Contacts[]): Fit {
  if (known.filter(({ x }) => x > 0).length < LEAST_CLIENTS) return { note: 'too_few' }
  const { logLikelihood, ...model } = fitBgNbd(known)
  const says = known.map((contacts) => forecastOf(model, contacts))
  const isSound = says.every(
    ({ pAlive, expected60 }) => Number.isFinite(pAlive) && expected60 >= 0 && expected60 < Number.POSITIVE_INFINITY,
  )
  return isSound && Number.isFinite(logLikelihood) ? { model, logLikelihood } : { note: 'no_fit' }
}

function rowOf(fit: Fit): Pick<Prisma.ModelFitCreateInput, 'params' | 'logLikelihood' | 'note'> {
  return 'note' in fit
    ? { params: Prisma.DbNull, note: fit.note }
    : { params: fit.model, logLikelihood: fit.logLikelihood }
}

function forecastOf(model: BgNbd, contacts: Contacts): { readonly pAlive: number; readonly expected60: number } {
  return { pAlive: aliveChance(model, contacts), expected60: expectedContacts(model, contacts, AHEAD_WEEKS) }
}
