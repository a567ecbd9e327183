import { createHash, randomBytes } from 'node:crypto'
import { after, DAY } from '../core/clock.ts'
import { InputError } from '../core/errors.ts'
import type { Person } from '../core/flow.ts'
import type { Address } from '../core/ids.ts'
import { inLine } from '../core/names.ts'
import type { Database, Tx } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import type { Client, Contact } from '../generated/prisma/client.ts'
import type { Place } from './clients.ts'

export type Invited = {
  /** The word of the deep link: t.me/<bot>?start=<word>. Only its hash is stored; it is shown once. */
  readonly word: string
  readonly kind: 'private' | 'group'
  readonly client: string
  readonly contact?: string | undefined
  readonly expiresAt: Date
}

/**
 * Makes an invitation for a contact of a client (by key), for a new contact, or for a group of the client. Throws
 * InputError naming the key that is not there.
 */
export async function invite(
  tx: Tx,
  asked: {
    readonly client: string
    readonly contact?: string | undefined
    readonly group?: boolean | undefined
    readonly days: number
    readonly now: Date
  },
): Promise<Invited> {
  const client = await tx.client.findUnique({ where: { key: asked.client } })
  if (!client) {
    const known = await tx.client.findMany({
      where: { stage: 'client' },
      select: { key: true },
      orderBy: { key: 'asc' },
      take: 20,
    })
    throw new InputError(
      `there is no client "${asked.client}". Known clients: ${known.map((c) => c.key).join(', ') || 'none yet (see liaison apply)'}`,
    )
  }
  const contact = asked.contact === undefined ? undefined : await contactOf(tx, client, asked.contact)
  const word = randomBytes(18).toString('base64url')
  const expiresAt = after(asked.now, asked.days * DAY)
  const kind = asked.group ? 'group' : 'private'
  await tx.invitation.create({
    data: {
      wordHash: hashOf(word),
      kind,
      clientId: client.id,
      contactId: contact?.id ?? null,
      createdAt: asked.now,
      expiresAt,
    },
  })
  return { word, kind, client: client.name, contact: contact?.name, expiresAt }
}

/** The same in a transaction of its own, for the command line. */
export function inviteNow(database: Database, asked: Parameters<typeof invite>[1]): Promise<Invited> {
  return transaction(database, (tx) => invite(tx, asked))
}

async function contactOf(tx: Tx, client: Client, key: string): Promise<Contact> {
  const contact = await tx.contact.findUnique({ where: { clientId_key: { clientId: client.id, key } } })
  if (contact) return contact
  const known = await tx.contact.findMany({ where: { clientId: client.id, key: { not: null } }, select: { key: true } })
  throw new InputError(
    `client "${client.key}" has no contact "${key}". Known contacts: ${known.map((c) => c.key).join(', ') || 'none'}`,
  )
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('hex')
}

export type Redeemed =
  | { readonly kind: 'welcome'; readonly client: Client; readonly contact: Contact }
  | { readonly kind: 'group_linked'; readonly client: Client }
  | { readonly kind: 'refused'; readonly why: 'unknown' | 'used' | 'expired' | 'wrong_place' }

/**
 * A person came by an invitation's link. Works once: the row is locked. The same person coming again by their own link is
 * welcomed again. A lead who was writing already keeps what they said: their open requests move to the client.
 */
export async function redeem(
  tx: Tx,
  used: {
    readonly word: string
    readonly from: Address
    readonly place: Place
    readonly author: Person
    readonly now: Date
  },
): Promise<Redeemed> {
  const [locked] = await tx.$queryRaw<
    { id: string }[]
  >`select id from "Invitation" where "wordHash" = ${hashOf(used.word)} for update`
  if (!locked) return { kind: 'refused', why: 'unknown' }
  const invitation = await tx.invitation.findUniqueOrThrow({ where: { id: locked.id }, include: { client: true } })
  if (invitation.kind !== used.place.kind) return { kind: 'refused', why: 'wrong_place' }
  const usedBy = invitation.kind === 'group' ? used.from.conversation : used.author.user
  if (invitation.usedAt !== null && invitation.usedBy !== usedBy) return { kind: 'refused', why: 'used' }
  if (invitation.usedAt === null && invitation.expiresAt <= used.now) return { kind: 'refused', why: 'expired' }
  await tx.invitation.update({ where: { id: invitation.id }, data: { usedAt: invitation.usedAt ?? used.now, usedBy } })
  const { client } = invitation
  if (used.place.kind === 'group') {
    await bindGroup(tx, used.from.conversation, client.id, used.place.title)
    return { kind: 'group_linked', client }
  }
  const contact = await bindContact(tx, client, invitation.contactId, used.author)
  await bindPrivate(tx, used.from.conversation, client.id)
  return { kind: 'welcome', client, contact }
}

/** Gives the contact this identity. A row that the same person had as an unknown makes room for it, and what they said moves along. */
export async function bindContact(tx: Tx, client: Client, contactId: string | null, author: Person): Promise<Contact> {
  const present = await tx.contact.findUnique({ where: { remoteUser: author.user } })
  if (contactId === null || present?.id === contactId) {
    if (!present)
      return tx.contact.create({
        data: {
          clientId: client.id,
          name: inLine(author.name),
          handle: author.handle ?? null,
          remoteUser: author.user,
          introduced: true,
        },
      })
    return tx.contact.update({
      where: { id: present.id },
      data: { clientId: client.id, introduced: true, active: true },
    })
  }
  if (present) {
    await tx.contact.update({ where: { id: present.id }, data: { remoteUser: null, active: false } })
    if (!present.introduced) await tx.relay.updateMany({ where: { contactId: present.id }, data: { contactId } })
  }
  return tx.contact.update({
    where: { id: contactId },
    data: {
      remoteUser: author.user,
      ...(author.handle === undefined ? {} : { handle: author.handle }),
      introduced: true,
      active: true,
    },
  })
}

/** What was said here before it had a name goes to the client. */
export async function bindPrivate(tx: Tx, conversation: string, clientId: string): Promise<void> {
  await moveLead(tx, conversation, clientId)
  await tx.chat.upsert({
    where: { conversation },
    update: { clientId, reachable: true },
    create: { conversation, kind: 'private', clientId },
  })
}

/** Makes a group a client's. `title` absent: it stays what it is. */
export async function bindGroup(
  tx: Tx,
  conversation: string,
  clientId: string,
  title: string | undefined,
): Promise<void> {
  await moveLead(tx, conversation, clientId)
  await tx.chat.upsert({
    where: { conversation },
    update: { clientId, reachable: true, ...(title === undefined ? {} : { title: inLine(title) }) },
    create: { conversation, kind: 'group', clientId, title: title === undefined ? null : inLine(title) },
  })
}

/** What was said in this conversation before it had a name belongs to the client from now on; the log itself stays as it was written. */
async function moveLead(tx: Tx, conversation: string, clientId: string): Promise<void> {
  const projects = await tx.project.findMany({ where: { clientId, active: true }, select: { id: true } })
  const only = projects.length === 1 ? projects[0]?.id : undefined
  const requests = await tx.request.findMany({
    where: { conversation, clientId: { not: clientId }, client: { stage: 'lead' } },
    select: { id: true, projectId: true, clientId: true },
  })
  for (const request of requests) {
    await tx.request.update({
      where: { id: request.id },
      data: { clientId, projectId: request.projectId ?? only ?? null },
    })
    await tx.relay.updateMany({ where: { requestId: request.id }, data: { clientId } })
  }
  // Somebody of a client whom nobody knew yet was no lead: they count for no conversion.
  const left = requests.map((request) => request.clientId)
  await tx.client.updateMany({
    where: { id: { in: left }, stage: 'lead', requests: { none: {} } },
    data: { lead: null, tellManager: false },
  })
}
