import type { Database, Tx } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import type { Agency, Client, RelayStatus, SlaClock } from '../../generated/prisma/client.ts'
import { lockClientOf } from '../../interactions/chain.ts'
import { agencyOf } from '../../people/agency.ts'
import { calendarIn, calendarOf } from '../../people/calendar.ts'
import { slaOf, targetOf } from '../../people/sla.ts'
import { factsOf } from './facts.ts'
import { agencyHours, type Hours, sharedHours } from './hours.ts'
import { endOf, momentsOf, stepsDue } from './steps.ts'
import { type Facts, isDone, owedOf, turnOf, type Wanted } from './turn.ts'

/**
 * Brings the clocks of a request up to date. Called in the transaction of every change of a relay (showRelay), before its
 * card is drawn; what stands there already, it leaves alone. Its work does not depend on what had been there before: after a
 * change of the program, or a clock that somebody stopped by hand, the next change of the request mends it.
 */
export async function tendClocks(tx: Tx, requestId: string, now: Date): Promise<void> {
  const agency = await agencyOf(tx)
  const facts = await factsOf(tx, requestId, agency)
  const running = await tx.slaClock.findMany({ where: { requestId, state: 'running' } })
  const { client } = await tx.request.findUniqueOrThrow({ where: { id: requestId }, include: { client: true } })
  const settings = slaOf(agency)
  const keeps = (wanted: Wanted | undefined) =>
    wanted !== undefined && targetOf(settings, wanted.kind, client.tier) > 0 ? wanted : undefined
  const wanted = [keeps(owedOf(facts)), keeps(turnOf(facts))].filter((one) => one !== undefined)
  for (const clock of running) if (!wanted.some((one) => isSame(clock, one))) await end(tx, clock, facts, now)
  for (const one of wanted) {
    const clock = running.find((other) => isSame(other, one))
    if (!clock) await start(tx, one, { requestId, client, agency })
    else if (clock.staffId !== one.staff || clock.relayId !== one.relay)
      await tx.slaClock.update({ where: { id: clock.id }, data: { staffId: one.staff, relayId: one.relay } })
  }
}

/** What is due for somebody does not begin anew because somebody else takes it over. */
function isSame(clock: SlaClock, { kind, since }: Wanted): boolean {
  return clock.kind === kind && clock.startedAt.getTime() === since.getTime()
}

/** What somebody has put off, taken back or put into another is not decided. */
const DECIDED: ReadonlySet<RelayStatus> = new Set(['approved', 'returned', 'rejected', 'answered', 'scheduled'])

async function end(tx: Tx, clock: SlaClock, facts: Facts, now: Date): Promise<void> {
  const { status } = await tx.relay.findUniqueOrThrow({ where: { id: clock.relayId }, select: { status: true } })
  const answered = await tx.relayActivity.count({
    where: {
      relayId: clock.relayId,
      kind: { in: ['author_agreed', 'author_disagreed'] },
      at: { gte: clock.startedAt },
    },
  })
  const done = isDone(clock, facts, { isDecided: DECIDED.has(status), isAnswered: answered > 0 })
  await tx.slaClock.update({
    where: { id: clock.id },
    data: { state: endOf(clock, done, now), stoppedAt: now, nextAt: null },
  })
}

async function start(
  tx: Tx,
  { kind, relay, staff, since }: Wanted,
  of: { readonly requestId: string; readonly client: Client; readonly agency: Agency },
): Promise<void> {
  const settings = slaOf(of.agency)
  const clock = { kind, startedAt: since, targetMinutes: targetOf(settings, kind, of.client.tier) }
  const moments = momentsOf(clock, settings, hoursOf(clock, of.agency, of.client))
  // What ended it was taken back: whoever has been told of it is not told again.
  const before = await tx.slaClock.findFirst({
    where: { requestId: of.requestId, kind, startedAt: since, relayId: relay },
    orderBy: { stoppedAt: 'desc' },
    include: { notices: true },
  })
  const { step, nextAt } = stepsDue(before?.step ?? 'none', moments, EARLIEST)
  const { id: clockId } = await tx.slaClock.create({
    data: {
      ...clock,
      requestId: of.requestId,
      clientId: of.client.id,
      relayId: relay,
      staffId: staff,
      dueAt: moments.breached,
      step,
      nextAt,
    },
  })
  if (before) await tx.slaNotice.createMany({ data: before.notices.map((notice) => ({ ...notice, clockId })) })
}

/** Nothing is due yet: also what is late from its beginning is told by the sweep. */
const EARLIEST = new Date(0)

/** The minutes in which a clock of this kind runs for this client. */
export function hoursOf({ kind }: Pick<SlaClock, 'kind'>, agency: Agency, client: Pick<Client, 'timeZone'>): Hours {
  const calendar = calendarOf(agency)
  const isOwed = kind === 'first_answer' || kind === 'next_answer'
  if (!isOwed || client.timeZone === null || client.timeZone === agency.timeZone) return agencyHours(calendar)
  return sharedHours(calendar, calendarIn(client.timeZone, agency))
}

/**
 * Starts the clocks of what waited before there were clocks, or before the agency wanted them. Called once at the start of the
 * program; its cost is that of what waits. Returns how many requests had none.
 */
export async function adoptClocks(database: Database, now: Date): Promise<number> {
  const without = await database.prisma.relay.findMany({
    where: {
      status: { in: ['gathering', 'waiting'] },
      snoozedUntil: null,
      request: { clocks: { none: { state: 'running' } } },
    },
    select: { requestId: true },
  })
  const requests = new Set(without.map(({ requestId }) => requestId))
  for (const requestId of requests) {
    await transaction(database, async (tx) => {
      await lockClientOf(tx, requestId)
      await tendClocks(tx, requestId, now)
    })
  }
  return requests.size
}
