import { createHash } from 'node:crypto'
import type { Person } from '../core/flow.ts'
import type { Address, Locale } from '../core/ids.ts'
import { localeFor } from '../core/ids.ts'
import { inLine } from '../core/names.ts'
import type { Tx } from '../db/client.ts'
import type { Chat, Client, Contact, Project } from '../generated/prisma/client.ts'

export type Place = { readonly kind: 'private' } | { readonly kind: 'group'; readonly title: string }

/** Who said something and for which client. `first`: this conversation was never seen before. */
export type Identified = {
  readonly client: Client
  readonly contact: Contact
  readonly chat: Chat
  readonly first: boolean
}

/**
 * Whose words are these? A known chat says for which client; in an unknown one the person does; an unknown person in an
 * unknown chat becomes a lead, so that no words are lost for want of a name.
 */
export async function identify(tx: Tx, from: Address, place: Place, author: Person): Promise<Identified> {
  const chat = await tx.chat.findUnique({ where: { conversation: from.conversation }, include: { client: true } })
  const person = await tx.contact.findUnique({ where: { remoteUser: author.user }, include: { client: true } })
  if (place.kind === 'private') {
    const client = person?.client ?? (await openLead(tx, from, author.name))
    const contact = person ?? (await addContact(tx, client, author))
    return { client, contact, ...(await keepChat(tx, from, place, client, chat)) }
  }
  const client = chat?.client ?? person?.client ?? (await openLead(tx, from, place.title))
  const contact = person ?? (await addContact(tx, client, author))
  return { client, contact, ...(await keepChat(tx, from, place, client, chat)) }
}

/** A client that nobody has qualified yet. The key is made from the conversation: the same one never becomes two leads. */
async function openLead(tx: Tx, from: Address, name: string): Promise<Client> {
  const key = `lead-${createHash('sha256').update(from.conversation).digest('hex').slice(0, 10)}`
  return tx.client.upsert({ where: { key }, update: {}, create: { key, name: inLine(name), stage: 'lead' } })
}

async function addContact(tx: Tx, client: Client, author: Person): Promise<Contact> {
  return tx.contact.create({
    data: { clientId: client.id, name: inLine(author.name), handle: author.handle ?? null, remoteUser: author.user },
  })
}

async function keepChat(
  tx: Tx,
  from: Address,
  place: Place,
  client: Client,
  known: Chat | null,
): Promise<{ chat: Chat; first: boolean }> {
  const title = place.kind === 'group' ? inLine(place.title) : null
  if (known && known.clientId === client.id && known.title === title && known.reachable)
    return { chat: known, first: false }
  const chat = await tx.chat.upsert({
    where: { conversation: from.conversation },
    update: { clientId: client.id, title, reachable: true },
    create: { conversation: from.conversation, kind: place.kind, clientId: client.id, title },
  })
  return { chat, first: known === null }
}

/** The language to speak with a contact: their own choice, their client's, what their platform says, the agency's. */
export function localeOfContact(
  contact: Pick<Contact, 'locale'>,
  client: Pick<Client, 'locale'>,
  author: Pick<Person, 'language'>,
  agency: { readonly locale: Locale },
): Locale {
  return contact.locale ?? client.locale ?? localeFor(author.language, agency.locale)
}

/** The project of what is said in this chat: the chat's own, or the client's only one. Undefined: somebody must choose. */
export async function projectFor(
  tx: Tx,
  chat: Pick<Chat, 'projectId'>,
  client: Pick<Client, 'id'>,
): Promise<Project | undefined> {
  const projects = await tx.project.findMany({ where: { clientId: client.id, active: true }, orderBy: { key: 'asc' } })
  const own = projects.find((project) => project.id === chat.projectId)
  return own ?? (projects.length === 1 ? projects[0] : undefined)
}
