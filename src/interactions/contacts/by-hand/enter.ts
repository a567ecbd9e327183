/** Contacts that people enter by hand: in one line, in a dialogue; and back again. */

import { after, DAY } from '../../../core/clock.ts'
import { type Line, readLine } from '../../../core/contacts/line.ts'
import {
  type ContactDraft,
  type ContactEntry,
  type ContactForm,
  type ContactLog,
  type ContactRefusal,
  type ContactRefused,
  type ContactTold,
  type LineGap,
  LONGEST_MINUTES,
  LONGEST_NOTE,
  type StaffInvited,
} from '../../../core/contacts/log.ts'
import { storable } from '../../../core/hash.ts'
import type { RemoteConversation, RemoteUser } from '../../../core/ids.ts'
import type { Tx } from '../../../db/client.ts'
import { mayDecide } from '../../../people/staff.ts'
import { inviteStaff } from '../../../people/staff-links.ts'
import { choicesIn } from '../../reasons/choices.ts'
import { logContact, takeBackContact } from '../log-contact.ts'
import { viewOf } from './view.ts'
import { type Asking, asking, type Theirs, theirClients } from './who.ts'

type Asked<Name extends 'write' | 'form' | 'log' | 'takeBack'> = Parameters<ContactLog[Name]>[0]
type Logged = Extract<ContactTold, { kind: 'logged' }>

const MOST_NAMES = 10
/** A slip of the pen in the year ruins a client's score, and nobody writes down by hand what is older. */
const LONGEST_AGO = 366 * DAY

/** A line is logged when it says whose contact it was and how; else its dialogue opens with what it says. */
export async function writeContact(
  tx: Tx,
  { by, text, source }: Asked<'write'>,
  now: Date,
): Promise<Logged | ContactForm | ContactRefused> {
  const who = await asking(tx, by)
  if (who.kind === 'refused') return who
  const clients = await theirClients(tx, who.staff)
  const line = readLine(text, {
    clients,
    reasons: await namedReasons(tx),
    now,
    zone: who.agency.timeZone,
  })
  const draft = draftOf(line)
  const gap = text.trim() === '' ? undefined : gapIn(line, clients)
  if (gap || draft.client === undefined || draft.channel === undefined) return formOf(tx, who, clients, draft, now, gap)
  const { client, channel, direction = 'out', missed = false, note = '' } = draft
  return enter(tx, who, { ...draft, client, channel, direction, missed, note }, source, now)
}

/** By key, by the names in both languages. */
async function namedReasons(tx: Tx): Promise<{ readonly key: string; readonly names: readonly string[] }[]> {
  const own = await tx.agencyReason.findMany({ where: { active: true } })
  return own.map(({ key, nameRu, nameEn }) => ({ key, names: [nameRu, nameEn] }))
}

function draftOf({ client, contact, channel, direction, seconds, missed, reason, at, note }: Line): ContactDraft {
  const minutes = seconds === undefined ? undefined : Math.max(1, Math.round(seconds / 60))
  return { client, contact, channel, direction, minutes, missed, reason, at, note: note.slice(0, LONGEST_NOTE) }
}

function gapIn({ unknown, unclear, client, channel }: Line, clients: readonly Theirs[]): LineGap | undefined {
  if (unknown) {
    const { given, names } = unknown
    const several = names.length > 1
    const some = several ? names : clients.map(({ name }) => name)
    return { why: several ? 'several_clients' : 'unknown_client', given, names: some.slice(0, MOST_NAMES) }
  }
  if (unclear !== undefined) return { why: 'unclear', given: unclear }
  if (client === undefined) return { why: 'no_client' }
  return channel === undefined ? { why: 'no_channel' } : undefined
}

/** What the dialogue shows. Reads only. */
export async function contactForm(
  tx: Tx,
  { by, draft, where }: Asked<'form'>,
  now: Date,
): Promise<ContactForm | ContactRefused> {
  const who = await asking(tx, by)
  if (who.kind === 'refused') return who
  const client = draft.client ?? (where === undefined ? undefined : await clientIn(tx, where))
  return formOf(tx, who, await theirClients(tx, who.staff), { ...draft, client }, now)
}

/** Whose matter this channel of the team's is. */
async function clientIn(tx: Tx, conversation: RemoteConversation): Promise<string | undefined> {
  const projects = await tx.project.findMany({
    where: { teamConversation: conversation, active: true },
    distinct: ['clientId'],
    select: { clientId: true },
  })
  return projects.length === 1 ? projects[0]?.clientId : undefined
}

async function formOf(
  tx: Tx,
  { locale }: Asking,
  clients: readonly Theirs[],
  draft: ContactDraft,
  now: Date,
  gap?: LineGap,
): Promise<ContactForm> {
  const client = clients.find(({ id }) => id === draft.client)
  const contacts = client?.contacts.map(({ id, name }) => ({ id, name })) ?? []
  return {
    kind: 'form',
    locale,
    draft: {
      ...draft,
      client: client?.id,
      contact: contacts.find(({ id }) => id === draft.contact)?.id,
      at: draft.at ?? now,
    },
    clients: clients.map(({ id, name }) => ({ id, name })),
    contacts,
    reasons: (await choicesIn(tx, locale)).map(({ key, name }) => ({ id: key, name })),
    gap,
  }
}

/** A dialogue was filled in. */
export async function enterContact(
  tx: Tx,
  { by, entry, source }: Asked<'log'>,
  now: Date,
): Promise<Logged | ContactRefused> {
  const who = await asking(tx, by)
  return who.kind === 'refused' ? who : enter(tx, who, entry, source, now)
}

async function enter(
  tx: Tx,
  { staff, locale, agency }: Asking,
  entry: ContactEntry,
  source: string,
  now: Date,
): Promise<Logged | ContactRefused> {
  const refused = (why: ContactRefusal): ContactRefused => ({ kind: 'refused', locale, why })
  const { client: clientId, contact: contactId, channel, direction, minutes, missed, reason, at = now } = entry
  const client = await tx.client.findUnique({ where: { id: clientId } })
  if (!client?.active || !mayDecide(staff, client)) return refused('not_yours')
  if (contactId !== undefined && (await tx.contact.count({ where: { id: contactId, clientId } })) === 0)
    return refused('bad_contact')
  if (reason !== undefined && !(await choicesIn(tx, locale)).some(({ key }) => key === reason))
    return refused('bad_reason')
  if (at < after(now, -LONGEST_AGO)) return refused('old')
  const note = storable(entry.note.trim())
  if (note.length > LONGEST_NOTE || (minutes !== undefined && minutes > LONGEST_MINUTES)) return refused('long')
  const done = await logContact(
    tx,
    {
      ...{ clientId, contactId, channel, direction, missed, reason, at, source },
      staffId: staff.id,
      durationSeconds: minutes === undefined ? undefined : minutes * 60,
      text: note,
    },
    now,
  )
  if (done.kind === 'refused') return refused(done.why)
  return { kind: 'logged', locale, contact: await viewOf(tx, done.interaction.id, { staff, locale, agency }) }
}

/** An entry is taken back, by whoever may enter contacts of its client. Twice is once. */
export async function undoContact(
  tx: Tx,
  { by, contact: id }: Asked<'takeBack'>,
  now: Date,
): Promise<Extract<ContactTold, { kind: 'taken_back' }> | ContactRefused> {
  const who = await asking(tx, by)
  if (who.kind === 'refused') return who
  const { staff, locale } = who
  const interaction = await tx.interaction.findUnique({ where: { id }, include: { client: true } })
  if (interaction?.kind !== 'contact') return { kind: 'refused', locale, why: 'unknown' }
  if (!mayDecide(staff, interaction.client)) return { kind: 'refused', locale, why: 'not_yours' }
  await takeBackContact(tx, interaction, staff.id, now)
  return { kind: 'taken_back', locale, contact: await viewOf(tx, id, who) }
}

/** The way into the clients' bot, for whoever may enter contacts. */
export async function inviteToClientsBot(tx: Tx, by: RemoteUser, now: Date): Promise<StaffInvited> {
  const who = await asking(tx, by)
  if (who.kind === 'refused') return who
  return { kind: 'invited', locale: who.locale, ...(await inviteStaff(tx, who.staff.id, now)) }
}
