import { after, DAY } from '../../core/clock.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Prisma, Staff } from '../../generated/prisma/client.ts'
import { deciders } from '../../people/staff.ts'
import { withNames } from '../sla/tell.ts'

const asLine = { id: true, number: true, openedAt: true, decidedAt: true, client: true } satisfies Prisma.RelaySelect
type Line = Prisma.RelayGetPayload<{ select: typeof asLine }>
const inPlace = { ...withNames, notices: { select: { staffId: true, step: true } } } satisfies Prisma.SlaClockInclude
type Clock = Prisma.SlaClockGetPayload<{ include: typeof inPlace }>

/** What stands open in the whole agency, read once for everybody. */
export type Morning = {
  readonly waiting: readonly Line[]
  readonly clocks: readonly Clock[]
  readonly byItself: readonly Line[]
  /** The ids of those who decide, by client. */
  readonly deciders: ReadonlyMap<string, ReadonlySet<string>>
  readonly now: Date
}

/** A weekend, and some days off. */
const BY_ITSELF_SINCE_MS = 14 * DAY

export async function morningOf(tx: Tx, now: Date): Promise<Morning> {
  const waiting = await tx.relay.findMany({
    where: { status: { in: ['gathering', 'waiting'] }, snoozedUntil: null },
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
  const clients = new Map<string, Client>([...waiting, ...clocks, ...byItself].map(({ client }) => [client.id, client]))
  const who = new Map<string, ReadonlySet<string>>()
  for (const client of clients.values()) {
    who.set(client.id, new Set((await deciders(tx, client)).map(({ id }) => id)))
  }
  return { waiting, clocks, byItself, deciders: who, now }
}

/** Of that, what is one person's: what they decide, and what has been handed up to them. */
export type ThingsOf = {
  readonly waiting: readonly Line[]
  readonly late: readonly Clock[]
  readonly silent: readonly Clock[]
  readonly byItself: readonly Line[]
}

export function thingsFor(
  { waiting, clocks, byItself, deciders: who, now }: Morning,
  person: Pick<Staff, 'id' | 'digestedAt'>,
): ThingsOf {
  const decides = ({ client }: { readonly client: Client }) => who.get(client.id)?.has(person.id) === true
  const isHandedUp = ({ notices }: Clock) => notices.some(({ staffId }) => staffId === person.id)
  const own = clocks.filter((clock) => decides(clock) || isHandedUp(clock))
  const { digestedAt } = person
  return {
    waiting: waiting.filter(decides),
    late: own.filter((clock) => clock.kind !== 'specialist' && clock.dueAt <= now),
    silent: own.filter((clock) => clock.kind === 'specialist'),
    byItself: byItself.filter(
      (relay) => digestedAt !== null && relay.decidedAt !== null && relay.decidedAt > digestedAt && decides(relay),
    ),
  }
}
