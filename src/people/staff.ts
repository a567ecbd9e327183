import { createHash } from 'node:crypto'
import type { Person } from '../core/flow.ts'
import type { Locale, RemoteUser } from '../core/ids.ts'
import type { Tx } from '../db/client.ts'
import type { Client, Staff } from '../generated/prisma/client.ts'

export async function staffByUser(tx: Tx, user: RemoteUser): Promise<Staff | undefined> {
  const found = await tx.staff.findUnique({ where: { remoteUser: user } })
  return found?.active ? found : undefined
}

/** Whoever speaks in a project's thread works here: a person whom the agency's file does not know is a specialist. */
export async function staffSpeaking(tx: Tx, person: Person): Promise<Staff> {
  const known = await tx.staff.findUnique({ where: { remoteUser: person.user } })
  if (known) return known
  const key = `joined-${createHash('sha256').update(person.user).digest('hex').slice(0, 10)}`
  return tx.staff.create({ data: { key, name: person.name, role: 'specialist', remoteUser: person.user } })
}

/**
 * May this person decide about this client's messages? The client's manager and deputy, leads and admins; of a client that
 * nobody answers for (an unknown person), every manager.
 */
export function mayDecide(staff: Staff, client: Pick<Client, 'managerId' | 'deputyId'>): boolean {
  if (!staff.active) return false
  if (staff.role === 'admin' || staff.role === 'lead') return true
  const nobodys = client.managerId === null && client.deputyId === null
  return staff.role === 'manager' && (nobodys || staff.id === client.managerId || staff.id === client.deputyId)
}

/**
 * Who gets the cards of this client: its manager, else its deputy, else everybody who leads. Only people who can be
 * reached on the team's platform; empty means that nobody can be told.
 */
export async function deciders(tx: Tx, client: Pick<Client, 'managerId' | 'deputyId'>): Promise<Staff[]> {
  for (const id of [client.managerId, client.deputyId]) {
    const person = id === null ? null : await tx.staff.findUnique({ where: { id } })
    if (person?.active && person.remoteUser !== null) return [person]
  }
  return leaders(tx)
}

/** Leads and admins who can be reached; an agency that has none is led by its managers. */
export async function leaders(tx: Tx): Promise<Staff[]> {
  const reachable = { active: true, remoteUser: { not: null } }
  const leads = await tx.staff.findMany({
    where: { ...reachable, role: { in: ['lead', 'admin'] } },
    orderBy: { key: 'asc' },
  })
  if (leads.length > 0) return leads
  return tx.staff.findMany({ where: { ...reachable, role: 'manager' }, orderBy: { key: 'asc' } })
}

/** Managers and those above speak inside unless they mark what they say for the client. */
export function speaksInside(staff: Pick<Staff, 'role'>): boolean {
  return staff.role !== 'specialist'
}

export function localeOfStaff(staff: Pick<Staff, 'locale'>, agency: { readonly locale: Locale }): Locale {
  return staff.locale ?? agency.locale
}
