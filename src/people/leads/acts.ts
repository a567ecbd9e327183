/** What is done with a lead, in the tables. Whoever calls has the client's row locked and has asked `mayBecome`. */
import type { LeadAct } from '../../core/leads.ts'
import type { Tx } from '../../db/client.ts'
import type { Client } from '../../generated/prisma/client.ts'
import { assign } from '../assign/assign.ts'
import { keyFor } from './keys.ts'

export async function qualify(tx: Tx, client: Client, now: Date): Promise<Client> {
  return tx.client.update({ where: { id: client.id }, data: { lead: 'qualified', qualifiedAt: now } })
}

export async function lose(tx: Tx, client: Client, reason: string, now: Date): Promise<Client> {
  return tx.client.update({ where: { id: client.id }, data: { lead: 'lost', lostAt: now, lostReason: reason } })
}

/** The manager hears it by the sweep that tells of new clients. */
export async function giveTo(tx: Tx, client: Client, managerId: string, now: Date): Promise<Client> {
  return tx.client.update({ where: { id: client.id }, data: { managerId, assignedAt: now, tellManager: true } })
}

/**
 * A client from now on, the same row: its chats, requests and log stay what they are. Its people are introduced and get
 * keys, so that the agency's file can name them; what waits goes to its first project. No file knows it yet.
 */
export async function win(
  tx: Tx,
  client: Client,
  { name, tier, channel }: Extract<LeadAct, { kind: 'win' }>,
  managerId: string | undefined,
  now: Date,
): Promise<Client> {
  const others = await tx.client.findMany({ where: { id: { not: client.id } }, select: { key: true } })
  const won = await tx.client.update({
    where: { id: client.id },
    data: {
      key: keyFor(name, new Set(others.map(({ key }) => key)), 'client'),
      name,
      tier,
      stage: 'client',
      lead: 'won',
      wonAt: now,
      qualifiedAt: client.qualifiedAt ?? now,
      listed: false,
    },
  })
  await introduce(tx, client.id)
  if (channel !== undefined) await openProject(tx, client.id, name, channel)
  if (managerId === undefined) return assign(tx, won, now)
  return managerId === won.managerId ? won : giveTo(tx, won, managerId, now)
}

async function introduce(tx: Tx, clientId: string): Promise<void> {
  const contacts = await tx.contact.findMany({ where: { clientId, active: true }, orderBy: { id: 'asc' } })
  const taken = new Set(contacts.flatMap(({ key }) => key ?? []))
  for (const contact of contacts) {
    const key = contact.key ?? keyFor(contact.name, taken, 'contact')
    taken.add(key)
    await tx.contact.update({ where: { id: contact.id }, data: { key, introduced: true } })
  }
}

async function openProject(tx: Tx, clientId: string, name: string, teamConversation: string): Promise<void> {
  const { id } = await tx.project.create({ data: { clientId, key: 'main', name, teamConversation } })
  await tx.request.updateMany({ where: { clientId, projectId: null, teamThread: null }, data: { projectId: id } })
}
