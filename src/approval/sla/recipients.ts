import type { SlaStep } from '../../core/sla.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma, Relay, Staff } from '../../generated/prisma/client.ts'
import { deciders, leaders } from '../../people/staff.ts'

export const withPlace = {
  client: { include: { deputy: true } },
  relay: true,
  staff: true,
  request: { include: { project: { include: { specialists: { include: { staff: true } } } } } },
} satisfies Prisma.SlaClockInclude
export type ClockInPlace = Prisma.SlaClockGetPayload<{ include: typeof withPlace }>

/**
 * Who is told of a step in their direct messages. A specialist is asked in the thread, so of the warning nobody else hears;
 * whoever has heard that it is late does not hear it again when it is handed up.
 */
export async function recipientsOf(
  tx: Tx,
  clock: ClockInPlace,
  step: Exclude<SlaStep, 'none'>,
): Promise<readonly Staff[]> {
  const people = await PEOPLE[step](tx, clock)
  if (step === 'warned' || step === 'breached') return people
  const notices = await tx.slaNotice.findMany({ where: { clockId: clock.id, step: { not: 'warned' } } })
  const told = new Set(notices.map(({ staffId }) => staffId))
  return people.filter((person) => !told.has(person.id))
}

const PEOPLE: Record<Exclude<SlaStep, 'none'>, (tx: Tx, clock: ClockInPlace) => Promise<readonly Staff[]>> = {
  warned: async (tx, clock) =>
    clock.kind === 'specialist' ? [] : deciders(tx, { ...clock.client, assigneeId: clock.relay.assigneeId }),
  breached: (tx, clock) => deciders(tx, { ...clock.client, assigneeId: clock.relay.assigneeId }),
  deputy: async (_tx, { client: { deputy } }) => (deputy?.active && deputy.remoteUser !== null ? [deputy] : []),
  lead: (tx) => leaders(tx),
}

/** Who of the team is asked: the one whose turn it is, or all who work on the project. */
export function teamOf({ staff, request }: ClockInPlace): readonly Staff[] {
  const people = staff ? [staff] : (request.project?.specialists ?? []).map((one) => one.staff)
  return people.filter(({ active, remoteUser }) => active && remoteUser !== null)
}

/** To whom a relay that waits has been handed up: they see its card as those do whose decision it is. */
export async function handedUpTo(tx: Tx, { id, requestId }: Pick<Relay, 'id' | 'requestId'>): Promise<Staff[]> {
  const notices = await tx.slaNotice.findMany({
    where: {
      step: { in: ['deputy', 'lead'] },
      slot: { not: null },
      clock: { requestId, relayId: id, state: 'running' },
    },
    include: { staff: true },
  })
  return notices.map(({ staff }) => staff).filter(({ active, remoteUser }) => active && remoteUser !== null)
}
