/**
 * Contacts that come with a phone number or a mail address instead of a name: calls, letters, meetings. Who is known is
 * logged; who is not waits in UnmatchedContact until somebody says whose it is.
 */
import type { ContactPoint } from '../../core/contact-point.ts'
import type { Tx } from '../../db/client.ts'
import type { Contact, Staff, UnmatchedContact } from '../../generated/prisma/client.ts'
import { logContact, type NewContact } from './log-contact.ts'

/** `source` names the call, the letter, the meeting: for every client in it there is one interaction. */
export type ContactByPoint = Omit<NewContact, 'clientId' | 'contactId' | 'otherIds' | 'reason'> & {
  /** Everybody on the other side; of a client the first is the one it was with. `name`: as the source has it. */
  readonly points: readonly (ContactPoint & { readonly name?: string | undefined })[]
  /** In copy: of a client of those people they were in it too, else it is nothing to them. */
  readonly copied?: readonly ContactPoint[] | undefined
}

export type TakenIn = {
  /** Clients for whom it was logged now. */
  readonly logged: number
  /** Clients in whose log it was already. */
  readonly known: number
  /** People whom nobody knows. */
  readonly unmatched: number
  readonly refused?: 'future' | 'old' | undefined
}

/** Who this is: a person of a client, one of us, or nobody known. */
export async function whoseIs(
  tx: Tx,
  { kind, value }: ContactPoint,
): Promise<{ readonly contact: Contact | null; readonly staff: Staff | null } | undefined> {
  const point = await tx.contactPoint.findUnique({
    where: { kind_value: { kind, value } },
    include: { contact: true, staff: true },
  })
  return point ?? undefined
}

export async function logByPoint(tx: Tx, given: ContactByPoint, now: Date): Promise<TakenIn> {
  const { points, copied = [], ...rest } = given
  const people: Contact[] = []
  const unknown: ContactByPoint['points'][number][] = []
  for (const point of points) {
    const whose = await whoseIs(tx, point)
    if (whose?.contact) people.push(whose.contact)
    else if (!whose?.staff) unknown.push(point)
  }
  const clients = new Set(people.map(({ clientId }) => clientId))
  for (const point of copied) {
    const contact = (await whoseIs(tx, point))?.contact
    if (contact && clients.has(contact.clientId)) people.push(contact)
  }
  const counts = { logged: 0, known: 0 }
  for (const [clientId, [contactId, ...otherIds]] of byClient(people)) {
    const whose = { clientId, contactId, otherIds, source: sourceFor(rest.source, clientId) }
    const done = await logContact(tx, { ...rest, ...whose }, now)
    if (done.kind === 'refused') return { logged: 0, known: 0, unmatched: 0, refused: done.why }
    counts[done.kind]++
  }
  for (const point of unknown) await keepUnmatched(tx, rest, point)
  return { ...counts, unmatched: unknown.length }
}

/** Ids of people by their client, each once. In one order, whoever comes: clients are locked one after another. */
function byClient(people: readonly Contact[]): (readonly [string, readonly string[]])[] {
  const found = new Map<string, Set<string>>()
  for (const { clientId, id } of people) found.set(clientId, (found.get(clientId) ?? new Set()).add(id))
  return [...found].map(([clientId, ids]) => [clientId, [...ids]] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

function sourceFor(source: string, clientId: string): string {
  return `${source}:${clientId}`
}

async function keepUnmatched(
  tx: Tx,
  contact: Omit<ContactByPoint, 'points' | 'copied'>,
  { kind, value, name }: ContactByPoint['points'][number],
): Promise<void> {
  const { source, text, channel, direction, at, staffId, durationSeconds, missed, thread, unverified } = contact
  await tx.unmatchedContact.createMany({
    skipDuplicates: true,
    data: [
      {
        source: `${source}${suffixOf({ kind, value })}`,
        pointKind: kind,
        value,
        name: name ?? null,
        channel,
        direction,
        at,
        staffId: staffId ?? null,
        durationSeconds: durationSeconds ?? null,
        missed: missed ?? false,
        thread: thread ?? null,
        unverified: unverified ?? false,
        text,
      },
    ],
  })
}

const suffixOf = ({ kind, value }: ContactPoint) => `:${kind}:${value}`

/** Somebody has said whose a number or an address is: what came from there until now is logged at its own time. */
export async function adoptUnmatched(tx: Tx, point: ContactPoint, now: Date): Promise<number> {
  const whose = await whoseIs(tx, point)
  const waiting = await tx.unmatchedContact.findMany({
    where: { pointKind: point.kind, value: point.value, matchedAt: null, dismissedAt: null },
    orderBy: { at: 'asc' },
  })
  let logged = 0
  for (const one of waiting) {
    if (whose?.contact) logged += await adopt(tx, one, whose.contact, point, now)
    else if (whose?.staff) await tx.unmatchedContact.update({ where: { id: one.id }, data: { dismissedAt: now } })
  }
  return logged
}

async function adopt(
  tx: Tx,
  kept: UnmatchedContact,
  contact: Contact,
  point: ContactPoint,
  now: Date,
): Promise<number> {
  const { source, channel, direction, at, staffId, durationSeconds, missed, thread, unverified, text } = kept
  const done = await logContact(
    tx,
    {
      clientId: contact.clientId,
      contactId: contact.id,
      channel: channel as NewContact['channel'],
      direction,
      at,
      staffId: staffId ?? undefined,
      durationSeconds: durationSeconds ?? undefined,
      missed,
      thread: thread ?? undefined,
      unverified: unverified ? true : undefined,
      text,
      source: sourceFor(source.slice(0, -suffixOf(point).length), contact.clientId),
    },
    now,
  )
  await tx.unmatchedContact.update({ where: { id: kept.id }, data: { matchedAt: now } })
  return done.kind === 'logged' ? 1 : 0
}
