/** Contacts that staff enter in their direct messages with the clients' bot. */
import type { ContactLog, ContactTold } from '../core/contacts/log.ts'
import type { ClientSaid } from '../core/flow.ts'
import type { Address, Locale, RemoteUser } from '../core/ids.ts'
import type { Tx } from '../db/client.ts'
import { undoContact, writeContact } from '../interactions/contacts/by-hand/enter.ts'
import { agencyOf } from '../people/agency.ts'
import { localeOfStaff } from '../people/staff.ts'
import type { StaffRedeemed } from '../people/staff-links.ts'
import type { Outward } from './outward.ts'

/** `/log …` there. False: nobody of ours is known by this identity. */
export async function staffWrote(
  tx: Tx,
  { by, from, message, text }: Parameters<ContactLog['writeThere']>[0],
  outward: Outward,
  now: Date,
): Promise<boolean> {
  const locale = await localeThere(tx, by)
  if (locale === undefined) return false
  const line = text.trim()
  const answer =
    line === ''
      ? ({ kind: 'usage', locale } as const)
      : await writeContact(tx, { by, text: line, source: `by-hand:${message}` }, now)
  const told: ContactTold =
    answer.kind === 'form' ? { kind: 'gap', locale, gap: answer.gap ?? { why: 'no_client' } } : answer
  await tell(tx, { to: from, told, message }, outward)
  return true
}

/** A press on "Undo" there. */
export async function staffTookBack(
  tx: Tx,
  { by, from, contact }: Parameters<ContactLog['takeBackThere']>[0],
  outward: Outward,
  now: Date,
): Promise<void> {
  if ((await localeThere(tx, by)) === undefined) return
  const told = await undoContact(tx, { by, contact }, now)
  await tell(tx, { to: from, told, message: contact }, outward)
}

/** Somebody of the staff came by their link, or tried to. */
export async function staffCame(
  tx: Tx,
  { to, message, redeemed }: { readonly to: Address; readonly message: string; readonly redeemed: StaffRedeemed },
  outward: Outward,
): Promise<void> {
  const { staff } = redeemed
  const locale = localeOfStaff(staff, await agencyOf(tx))
  const told: ContactTold =
    redeemed.kind === 'linked'
      ? { kind: 'welcome', locale, name: staff.name }
      : { kind: 'link_refused', locale, why: redeemed.why }
  await tell(tx, { to, told, message }, outward)
}

/** Whoever is known here as one of us is no client, whatever they write: they are told what this chat is for. */
export async function isStaffHere(
  tx: Tx,
  { from, place, author, message }: Pick<ClientSaid, 'from' | 'place' | 'author' | 'message'>,
  outward: Outward,
): Promise<boolean> {
  if (place.kind !== 'private') return false
  const locale = await localeThere(tx, author.user)
  if (locale === undefined) return false
  await tell(tx, { to: from, told: { kind: 'usage', locale }, message }, outward)
  return true
}

/** Undefined: none of us; or a person of a client as well, and then what they write is for their manager. */
async function localeThere(tx: Tx, user: RemoteUser): Promise<Locale | undefined> {
  const staff = await tx.staff.findUnique({ where: { remoteTelegram: user } })
  if (!staff?.active) return undefined
  const isClients = (await tx.contact.count({ where: { remoteUser: user, client: { stage: 'client' } } })) > 0
  return isClients ? undefined : localeOfStaff(staff, await agencyOf(tx))
}

/** One message for an entry, which says in the end that it was taken back; any other answer once. */
function tell(
  tx: Tx,
  { to, told, message }: { readonly to: Address; readonly told: ContactTold; readonly message: string },
  outward: Outward,
): Promise<void> {
  const notice = { template: 'contact_told' as const, locale: told.locale, told }
  return told.kind === 'logged' || told.kind === 'taken_back'
    ? outward.keepStaffTold(tx, { to, notice, slot: `contact:${to.conversation}:${told.contact.id}` })
    : outward.tellStaff(tx, { to, notice, key: `reply:${message}:${told.kind}` })
}
