import type { RichText } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Contact, MaskedWord, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import type { Address, MaskList, Named } from './list.ts'
import { tokenOf } from './list.ts'
import { type Masker, masker, unmask } from './mask.ts'

/** What stands between a client and a project in which somebody is blind. */
export type Wall = Pick<Masker, 'body' | 'text'> & {
  /** Tokens into the words for which they stand, for whoever may read those. */
  readonly open: (body: RichText) => RichText
  readonly client: string
  /** The token of a contact of this client. */
  readonly person: (contactId: string) => string
  /** Keeps the numbers that were given, so that they stay. To be called before what was masked leaves, in its transaction. */
  readonly keep: () => Promise<void>
}

type Matter = { readonly clientId: string; readonly projectId: string | null }

/** Undefined: everybody in the project may know whose matter it is. One blind specialist makes its channel blind. */
export async function wallOf(tx: Tx, { clientId, projectId }: Matter): Promise<Wall | undefined> {
  if ((await blindIn(tx, projectId)).length === 0) return undefined
  const contacts = await tx.contact.findMany({
    where: { OR: [{ clientId }, { relays: { some: { clientId } } }] },
    orderBy: { id: 'asc' },
  })
  const kept = await tx.maskedWord.findMany({ where: { clientId }, orderBy: [{ kind: 'asc' }, { number: 'asc' }] })
  const client = await tx.client.findUniqueOrThrow({ where: { id: clientId } })
  const { locale } = await agencyOf(tx)
  const people = contacts.map((contact, i) => namedContact(contact, i, contacts, kept))
  const list: MaskList = {
    locale,
    names: [...people, { kind: 'client', number: 0, word: client.name, spelled: [client.name] }],
    addresses: kept.flatMap(asAddress),
  }
  const mask = masker(list)
  return {
    body: mask.body,
    text: mask.text,
    open: (body) => unmask(body, list),
    client: tokenOf({ kind: 'client', number: 0 }, locale),
    person: (id) => tokenOf(people[contacts.findIndex((contact) => contact.id === id)] ?? STRANGER, locale),
    keep: () => keep(tx, clientId, kept, contacts, people, mask.added()),
  }
}

/** Somebody of another client's. */
const STRANGER = { kind: 'contact', number: 0 } as const

/** The blind specialists of a project, and of others whose team reads the same channel. */
export async function blindIn(tx: Tx, projectId: string | null): Promise<Staff[]> {
  if (projectId === null) return []
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { teamConversation: true } })
  const { teamConversation } = project
  const beside = teamConversation === null ? [] : [{ teamConversation, active: true }]
  const inOne = { project: { OR: [{ id: projectId }, ...beside] } }
  return tx.staff.findMany({ where: { blind: true, active: true, projects: { some: inOne } } })
}

/** Whoever has no number yet comes after those who have, in the order in which they came to the client. */
function namedContact(contact: Contact, i: number, contacts: readonly Contact[], kept: readonly MaskedWord[]): Named {
  const rows = kept.filter(({ kind }) => kind === 'contact')
  const own = rows.find(({ value }) => value === contact.id)
  const isNew = (one: Contact) => !rows.some(({ value }) => value === one.id)
  const last = Math.max(0, ...rows.map(({ number }) => number))
  return {
    kind: 'contact',
    number: own?.number ?? last + contacts.slice(0, i + 1).filter(isNew).length,
    word: contact.name,
    spelled: [...new Set([contact.name, ...(own === undefined ? [] : [own.word])])],
    handle: contact.handle ?? undefined,
    user: contact.remoteUser ?? undefined,
  }
}

function asAddress({ kind, number, value, word }: MaskedWord): Address[] {
  return kind === 'contact' ? [] : [{ kind, number, value, word }]
}

/** A number that somebody else took meanwhile makes this fail, and the transaction begins again (db/transaction.ts). */
async function keep(
  tx: Tx,
  clientId: string,
  kept: readonly MaskedWord[],
  contacts: readonly Contact[],
  people: readonly Named[],
  added: readonly Address[],
): Promise<void> {
  const fresh = people.flatMap(({ number, word }, i) => {
    const value = contacts[i]?.id ?? ''
    const isKept = kept.some((row) => row.kind === 'contact' && row.value === value)
    return isKept ? [] : [{ clientId, kind: 'contact' as const, number, value, word }]
  })
  const rows = [...fresh, ...added.map((address) => ({ clientId, ...address }))]
  if (rows.length > 0) await tx.maskedWord.createMany({ data: rows })
}
