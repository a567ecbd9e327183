import type { Tx } from '../../db/client.ts'
import type { Client } from '../../generated/prisma/client.ts'
import { assign } from '../assign/assign.ts'
import type { Identified } from '../clients.ts'

/**
 * An unknown person has written: a lead from their first words on, and somebody's by the agency's rules. One that was lost
 * begins anew, and what was known of them stays with the old one. Anybody else is who they were.
 */
export async function takeLead(tx: Tx, who: Identified, now: Date): Promise<Identified> {
  const { client } = who
  if (client.stage !== 'lead') return who
  if (client.lead === 'lost') return beginAnew(tx, who, now)
  if (client.lead !== null) return who
  const begun = await tx.client.update({ where: { id: client.id }, data: { lead: 'new', leadSince: now } })
  return { ...who, client: await assign(tx, begun, now) }
}

async function beginAnew(tx: Tx, { client: old, contact, chat, first }: Identified, now: Date): Promise<Identified> {
  const begun = await tx.client.create({
    data: {
      key: await nextKey(tx, old),
      name: old.name,
      stage: 'lead',
      locale: old.locale,
      lead: 'new',
      leadSince: now,
      formerId: old.id,
    },
  })
  const moved = { clientId: begun.id }
  return {
    client: await assign(tx, begun, now),
    contact: await tx.contact.update({ where: { id: contact.id }, data: moved }),
    chat: await tx.chat.update({ where: { conversation: chat.conversation }, data: moved }),
    first,
  }
}

/** `lead-1a2b`, `lead-1a2b-2`, `lead-1a2b-3`: how often they have come. */
async function nextKey(tx: Tx, { key }: Pick<Client, 'key'>): Promise<string> {
  const base = /^lead-[0-9a-f]+/.exec(key)?.[0] ?? key
  const times = await tx.client.count({ where: { OR: [{ key: base }, { key: { startsWith: `${base}-` } }] } })
  return `${base}-${times + 1}`
}
