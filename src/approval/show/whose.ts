import type { Prisma } from '../../generated/prisma/client.ts'
import type { Colleague } from '../../people/staff.ts'

/**
 * Which relays are in a manager's queue: those of their clients, as manager or deputy, that were not handed over, those that
 * were handed over to them, those of clients whom nobody answers for, and what belongs to whomever they stand in for. While they are absent their own queue is with somebody else.
 */
export function whoseQueue(staff: Colleague): Prisma.RelayWhereInput {
  const away = staff.absences.some(({ clientId }) => clientId === null)
  const lent = staff.absences.flatMap(({ clientId }) => clientId ?? [])
  const notLent = lent.length === 0 ? {} : { clientId: { notIn: lent } }
  const nobodys = staff.employment === 'in_house' ? [{ client: { managerId: null, deputyId: null } }] : []
  const own = away ? [] : [{ ...notLent, OR: [...heldBy(staff.id), ...nobodys] }]
  const others = staff.standsIn.map(({ staffId, clientId }) => ({
    ...(clientId === null ? {} : { clientId }),
    OR: heldBy(staffId),
  }))
  return { OR: [...own, ...others] }
}

/** Of what was handed to somebody who is not there it may be those who answer for the client who decide, as before. */
const notThere = {
  OR: [{ active: false }, { remoteUser: null }, { absences: { some: { state: 'running' } } }],
} satisfies Prisma.StaffWhereInput

function heldBy(id: string): Prisma.RelayWhereInput[] {
  const theirs = { client: { OR: [{ managerId: id }, { deputyId: id }] } }
  return [{ assigneeId: id }, { ...theirs, OR: [{ assigneeId: null }, { assignee: notThere }] }]
}
