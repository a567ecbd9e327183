import { after, DAY } from '../../core/clock.ts'
import type { Tx } from '../../db/client.ts'
import type { Absence, Client, Prisma, Staff } from '../../generated/prisma/client.ts'
import { deciders } from '../../people/staff.ts'
import { lackingIn } from '../rules/approvers.ts'
import { withNames } from '../sla/tell.ts'

const asLine = {
  id: true,
  number: true,
  openedAt: true,
  decidedAt: true,
  assigneeId: true,
  client: true,
} satisfies Prisma.RelaySelect
type Line = Prisma.RelayGetPayload<{ select: typeof asLine }>
const inPlace = { ...withNames, notices: { select: { staffId: true, step: true } } } satisfies Prisma.SlaClockInclude
type Clock = Prisma.SlaClockGetPayload<{ include: typeof inPlace }>

/** What stands open in the whole agency, read once for everybody. */
export type Morning = {
  readonly waiting: readonly Line[]
  /** Of that, whose approval a rule asks for besides, by the relay's id. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>
  readonly clocks: readonly Clock[]
  readonly byItself: readonly Line[]
  /** Whether it is this person who decides. */
  readonly decides: (staffId: string, of: Of) => boolean
  readonly now: Date
}

/** A weekend, and some days off. */
const BY_ITSELF_SINCE_MS = 14 * DAY

export async function morningOf(tx: Tx, now: Date): Promise<Morning> {
  const isWaiting = { status: { in: ['gathering', 'waiting'] }, snoozedUntil: null } satisfies Prisma.RelayWhereInput
  const waiting = await tx.relay.findMany({
    where: isWaiting,
    orderBy: { openedAt: 'asc' },
    select: asLine,
  })
  const clocks = await tx.slaClock.findMany({
    where: { state: 'running', OR: [{ dueAt: { lte: now } }, { kind: 'specialist', step: { not: 'none' } }] },
    orderBy: { dueAt: 'asc' },
    include: inPlace,
  })
  const byItself = await tx.relay.findMany({
    where: { status: 'approved', decidedById: null, decidedAt: { gt: after(now, -BY_ITSELF_SINCE_MS) } },
    orderBy: { decidedAt: 'asc' },
    select: asLine,
  })
  const needSecond = await tx.relay.findMany({
    where: { ...isWaiting, ruling: { path: ['do', 'act'], equals: 'second' } },
    include: { client: true },
  })
  const asked = new Map<string, ReadonlySet<string>>()
  for (const relay of needSecond) {
    const { people } = await lackingIn(tx, relay, relay.client)
    asked.set(relay.id, new Set(people.map(({ id }) => id)))
  }
  const all = [...waiting, ...byItself, ...clocks.map(ofClock)]
  const who = new Map<string, ReadonlySet<string>>()
  for (const { client, assigneeId } of new Map(all.map((of) => [keyOf(of), of])).values()) {
    const people = await deciders(tx, { ...client, assigneeId })
    who.set(keyOf({ client, assigneeId }), new Set(people.map(({ id }) => id)))
  }
  return { waiting, asked, clocks, byItself, decides: (staffId, of) => who.get(keyOf(of))?.has(staffId) === true, now }
}

/** Whose client's it is, and to whom it was handed by itself. */
type Of = { readonly client: Client; readonly assigneeId: string | null }

function ofClock({ client, relay }: Clock): Of {
  return { client, assigneeId: relay.assigneeId }
}

function keyOf({ client, assigneeId }: Of): string {
  return `${client.id}:${assigneeId ?? ''}`
}

/** Of that, what is one person's: what they decide or are asked to approve, and what has been handed up to them while they are there. */
export type ThingsOf = {
  readonly waiting: readonly Line[]
  readonly late: readonly Clock[]
  readonly silent: readonly Clock[]
  readonly byItself: readonly Line[]
}

/** With the absences that hold now. */
type Reader = Pick<Staff, 'id' | 'digestedAt'> & { readonly absences: readonly Pick<Absence, 'clientId'>[] }

export function thingsFor({ waiting, asked, clocks, byItself, decides, now }: Morning, person: Reader): ThingsOf {
  const isTheirs = (of: Of) => decides(person.id, of)
  const isAsked = ({ id }: Line) => asked.get(id)?.has(person.id) === true
  const isAway = (of: Clock) => person.absences.some(({ clientId }) => clientId === null || clientId === of.clientId)
  const isHandedUp = (clock: Clock) => clock.notices.some(({ staffId }) => staffId === person.id) && !isAway(clock)
  const own = clocks.filter((clock) => isTheirs(ofClock(clock)) || isHandedUp(clock))
  // Whoever had none yet hears of all there is.
  const { digestedAt } = person
  return {
    waiting: waiting.filter((relay) => isTheirs(relay) || isAsked(relay)),
    late: own.filter((clock) => clock.kind !== 'specialist' && clock.dueAt <= now),
    silent: own.filter((clock) => clock.kind === 'specialist'),
    byItself: byItself.filter(
      (relay) => relay.decidedAt !== null && (digestedAt === null || relay.decidedAt > digestedAt) && isTheirs(relay),
    ),
  }
}
