/** Contacts from outside the messengers: calls, letters, meetings, and what people enter by hand. */
import { after, MINUTE } from '../../core/clock.ts'
import type { Channel, Direction } from '../../core/interaction.ts'
import { plain } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Interaction } from '../../generated/prisma/client.ts'
import { logInteraction } from '../log.ts'
import { dismissComplaint } from '../reasons/complaints.ts'

export type NewContact = {
  readonly clientId: string
  readonly channel: Channel
  readonly direction: Direction
  /** When it began. */
  readonly at: Date
  /** With whom at the client; left out: nobody knows. */
  readonly contactId?: string | undefined
  /** Who else of the client was there: it is one contact all the same. */
  readonly otherIds?: readonly string[] | undefined
  /** Who of us; left out: nobody knows. */
  readonly staffId?: string | undefined
  /** One of REASONS or a key of the agency's own, when a person gave it; left out: proposed from the text. */
  readonly reason?: string | undefined
  readonly durationSeconds?: number | undefined
  /** A call that nobody took. */
  readonly missed?: boolean | undefined
  /** What a letter is part of, as the mail names it. */
  readonly thread?: string | undefined
  /** A letter whose sender nobody has verified. */
  readonly unverified?: true | undefined
  /** A note, a subject, the words of a letter; may be empty. */
  readonly text: string
  /** What makes it one: the same call told twice is logged once. */
  readonly source: string
}

export type ContactLogged =
  /** `known`: it was there already, and stays as it is. */
  | { readonly kind: 'logged' | 'known'; readonly interaction: Interaction }
  | { readonly kind: 'refused'; readonly why: 'future' | 'old' }

/** Before that nobody kept a log: a clock that stands wrong, or a slip of the pen. One such contact ruins a client's score. */
export const EARLIEST_CONTACT = new Date('1995-01-01T00:00:00Z')

/** The clocks of two machines are never the same. */
const AHEAD_MS = 5 * MINUTE

/** The one way into the log for whatever did not pass through the queue. Backdated ones take their place in the score. */
export async function logContact(tx: Tx, contact: NewContact, now: Date): Promise<ContactLogged> {
  const known = await tx.interaction.findUnique({ where: { source: contact.source } })
  if (known) {
    await addPeople(tx, known, contact, now)
    return { kind: 'known', interaction: known }
  }
  if (contact.at > after(now, AHEAD_MS)) return { kind: 'refused', why: 'future' }
  if (contact.at < EARLIEST_CONTACT) return { kind: 'refused', why: 'old' }
  const { text, ...rest } = contact
  const interaction = await logInteraction(tx, { ...rest, kind: 'contact', body: plain(text) })
  return { kind: 'logged', interaction }
}

/** Somebody was in it of whom nobody knew then who they are. */
async function addPeople(
  tx: Tx,
  { id, contactId: first }: Interaction,
  { contactId, otherIds = [] }: NewContact,
  now: Date,
): Promise<void> {
  const others = [contactId, ...otherIds].filter((one): one is string => one !== undefined && one !== first)
  if (others.length === 0) return
  await tx.interactionContact.createMany({
    skipDuplicates: true,
    data: others.map((one) => ({ interactionId: id, contactId: one, knownAt: now })),
  })
}

/** It was logged by mistake: the log keeps it and says so, the score forgets it. Once, whoever asks again. */
export async function takeBackContact(
  tx: Tx,
  { id, clientId, direction, channel, kind }: Interaction,
  staffId: string,
  now: Date,
): Promise<void> {
  if (kind !== 'contact') throw new Error(`interaction ${id} was not entered, it was said`)
  const source = `contact-removal:${id}`
  if ((await tx.interaction.count({ where: { source } })) > 0) return
  await logInteraction(tx, {
    clientId,
    kind: 'removal',
    direction,
    channel: channel as Channel,
    previousId: id,
    staffId,
    source,
    at: now,
    body: [],
  })
  await dismissComplaint(tx, id, staffId, now)
}
