/**
 * Words that have waited for long may no longer be true: whoever lets them go is asked once more, and once again after each
 * such span. Only what would leave is asked about; sending it back or rejecting it harms nobody.
 */
import { businessMinutes } from '../../core/calendar/sla.ts'
import type { DecisionKind } from '../../core/relay.ts'
import type { Tx } from '../../db/client.ts'
import type { Agency, Relay } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarOf } from '../../people/calendar.ts'

const LETS_GO: readonly DecisionKind[] = ['approve', 'edit', 'schedule', 'split', 'approve_draft']

/** Whether this act must be refused as stale until the person has looked again. */
export async function isTooOld(tx: Tx, relay: Relay, act: DecisionKind, agency: Agency, now: Date): Promise<boolean> {
  if (relay.direction !== 'to_client' || relay.kind === 'removal' || !LETS_GO.includes(act)) return false
  const seen = relay.askedAgainAt
  const written = await writtenAt(tx, relay)
  const from = seen !== null && seen > written ? seen : written
  return businessMinutes(calendarOf(agency), from, now) > agency.draftHours * 60
}

/** It is asked about: a decision that has not seen this is stale. */
export async function askAgain(tx: Tx, relay: Relay, now: Date): Promise<void> {
  await tx.relay.update({ where: { id: relay.id }, data: { look: { increment: 1 }, askedAgainAt: now } })
}

/** How old words that somebody was asked about again were then, in business hours. Undefined: nobody was, or they are new since. */
export async function oldOf(tx: Tx, relay: Relay): Promise<{ hours: number } | undefined> {
  if (relay.askedAgainAt === null) return undefined
  const written = await writtenAt(tx, relay)
  if (written >= relay.askedAgainAt) return undefined
  const agency = await agencyOf(tx)
  return { hours: Math.floor(businessMinutes(calendarOf(agency), written, relay.askedAgainAt) / 60) }
}

/** When its author last said or changed something of it. */
async function writtenAt(tx: Tx, relay: Relay): Promise<Date> {
  const newest = await tx.relayVersion.findFirst({
    where: { relayId: relay.id, kind: 'original' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  return newest?.at ?? relay.openedAt
}
