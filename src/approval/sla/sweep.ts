import { isBusinessTime, nextOpening } from '../../core/calendar/sla.ts'
import type { SlaStep } from '../../core/sla.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { Agency, Staff } from '../../generated/prisma/client.ts'
import { lockClientOf } from '../../interactions/chain.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'
import { isQuiet, quietOf, timeOfDay, wantsToHear } from '../../people/quiet.ts'
import { slaOf } from '../../people/sla.ts'
import { isOpen } from '../../relay/transitions.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { type ClockInPlace, recipientsOf, withPlace } from './recipients.ts'
import { type Moments, momentsOf, stepsDue } from './steps.ts'
import { askTeam, directTo, noteTold, type Told, tellPerson } from './tell.ts'
import { hoursOf } from './tend.ts'

/** At once; what is left is found by the next run. */
const MOST_CLOCKS = 100

/**
 * Tells of every clock of which a step is due, each step once. What is due is found by an index, so a history costs nothing,
 * and what nobody was there to tell is told by the next run. Returns how many clocks it went on with.
 */
export async function sweepClocks(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.slaClock.findMany({
      where: { id: { notIn: [...resting] }, nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
      take: MOST_CLOCKS,
      select: { id: true, requestId: true },
    })
  return sweepEach(database, { name: 'clocks', now }, due, ({ id, requestId }) =>
    transaction(database, async (tx) => {
      await lockClientOf(tx, requestId)
      return goOn(tx, id, options, now)
    }),
  )
}

/** The calendar as it is now decides what is due: a holiday may have come in since the clock began. */
async function goOn(tx: Tx, id: string, options: ShowOptions, now: Date): Promise<boolean> {
  const clock = await tx.slaClock.findUniqueOrThrow({ where: { id }, include: withPlace })
  if (clock.nextAt === null || clock.nextAt > now) return false
  const agency = await agencyOf(tx)
  const calendar = calendarOf(agency)
  if (!isBusinessTime(calendar, now)) {
    await tx.slaClock.update({ where: { id }, data: { nextAt: nextOpening(calendar, now) } })
    return true
  }
  const moments = momentsOf(clock, slaOf(agency), hoursOf(clock, agency, clock.client))
  const { tell, step, nextAt } = stepsDue(clock.step, moments, now)
  await tx.slaClock.update({ where: { id }, data: { step, nextAt, dueAt: moments.breached } })
  const placed = { ...clock, dueAt: moments.breached }
  let isHandedUp = false
  for (const one of tell) {
    const told: Told = { clock: placed, step: one, agency, team: options.team, now }
    isHandedUp = (await tellStep(tx, told, moments, options)) || isHandedUp
  }
  if (tell.some((one) => one !== 'warned') || isHandedUp) await showRelay(tx, clock.relayId, options, now)
  return true
}

/** True: somebody gets the relay's card by it. */
async function tellStep(tx: Tx, told: Told, moments: Moments, options: ShowOptions): Promise<boolean> {
  const { clock, step, agency, now } = told
  if (clock.kind === 'specialist' && (step === 'warned' || step === 'breached')) await askTeam(tx, told)
  let isHandedUp = false
  for (const person of await recipientsOf(tx, clock, step)) {
    if (!mayPing(person, step, moments, agency, now)) await noteTold(tx, person, null, told)
    else if (isCarriedByCard(clock, step, options)) {
      // A card that is new to a person is the notice: it says itself since when it waits, and pings once.
      await noteTold(tx, person, `card:${clock.relayId}:${directTo(person, options.team)}`, told)
      isHandedUp = true
    } else await tellPerson(tx, person, told)
  }
  return isHandedUp
}

function isCarriedByCard(clock: ClockInPlace, step: SlaStep, options: ShowOptions): boolean {
  return (step === 'deputy' || step === 'lead') && isOpen(clock.relay.status) && options.queueConversation === undefined
}

/**
 * Not in quiet hours, not against their wish, and not when this morning's digest has told it already: it tells whoever decides
 * of all that is late, and others of what had been handed up to them by then.
 */
function mayPing(person: Staff, step: Exclude<SlaStep, 'none'>, moments: Moments, agency: Agency, now: Date): boolean {
  const isDigested = person.digestedAt !== null && person.digestedAt >= moments[step]
  if (isDigested && (step === 'warned' || step === 'breached')) return false
  if (isQuiet(quietOf(person, agency), timeOfDay(now, agency.timeZone))) return false
  return wantsToHear(person.notify, step)
}
