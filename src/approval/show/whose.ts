import type { Prisma } from '../../generated/prisma/client.ts'
import type { Colleague } from '../../people/staff.ts'

/**
 * Which relays are in a manager's queue: those of their clients that were not handed over, those that were handed over to
 * them, and what belongs to whomever they stand in for. While they are absent their own queue is with somebody else.
 */
export function whoseQueue(staff: Colleague): Prisma.RelayWhereInput {
  const away = staff.absences.some(({ clientId }) => clientId === null)
  const lent = staff.absences.flatMap(({ clientId }) => clientId ?? [])
  const own = away ? [] : [{ clientId: { notIn: lent }, OR: heldBy(staff.id) }]
  const others = staff.standsIn.map(({ staffId, clientId }) => ({
    ...(clientId === null ? {} : { clientId }),
    OR: heldBy(staffId),
  }))
  return { OR: [...own, ...others] }
}

function heldBy(id: string): Prisma.RelayWhereInput[] {
  const notHandedOver = { OR: [{ assigneeId: null }, { assigneeId: id }] }
  return [{ assigneeId: id }, { client: { managerId: id }, ...notHandedOver }, { client: { deputyId: id } }]
}
