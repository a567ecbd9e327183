import type { Flow } from '../core/flow.ts'
import type { Tx } from '../db/client.ts'
import { agencyOf } from '../people/agency.ts'
import { identify, localeOfContact } from '../people/clients.ts'
import { bindGroup, redeem } from '../people/invitations.ts'
import { redeemStaffLink } from '../people/staff-links.ts'
import { isStaffHere, staffCame } from './by-hand.ts'
import { greetingKey, type Outward } from './outward.ts'

type Started = Parameters<Flow['clientStarted']>[0]
type AskedHelp = Parameters<Flow['clientAskedHelp']>[0]
type ChoseLanguage = Parameters<Flow['clientChoseLanguage']>[0]
type Membership = Parameters<Flow['membership']>[0]

/** `/start`: by an invitation's link, or just so. A known person is welcomed, an unknown one greeted. */
export async function clientStarted(tx: Tx, started: Started, outward: Outward, now: Date): Promise<void> {
  const agency = await agencyOf(tx)
  const tell = tellOnce(tx, started, outward)
  if (started.invitation === undefined || started.invitation === '') {
    if (await isStaffHere(tx, started, outward)) return
    const who = await identify(tx, started.from, started.place, started.author)
    const locale = localeOfContact(who.contact, who.client, started.author, agency)
    if (who.client.stage === 'lead') {
      const notice = { template: 'greeting' as const, locale, agency: agency.name }
      if (!who.first) return tell(notice)
      return outward.tellClient(tx, { to: started.from, notice, key: greetingKey(started.from) })
    }
    return tell({
      template: 'welcome',
      locale,
      contact: who.contact.name,
      agency: agency.name,
      manager: await managerOf(tx, who.client.managerId, agency.name),
    })
  }
  const staffRedeemed = await redeemStaffLink(tx, {
    word: started.invitation,
    user: started.author.user,
    isPrivate: started.place.kind === 'private',
    now,
  })
  if (staffRedeemed)
    return staffCame(tx, { to: started.from, message: started.message, redeemed: staffRedeemed }, outward)
  const redeemed = await redeem(tx, {
    word: started.invitation,
    from: started.from,
    place: started.place,
    author: started.author,
    now,
  })
  if (redeemed.kind === 'refused') {
    const who = await identify(tx, started.from, started.place, started.author)
    return tell({
      template: 'invitation_refused',
      locale: localeOfContact(who.contact, who.client, started.author, agency),
      why: redeemed.why,
    })
  }
  await showOpenRelays(tx, started.from.conversation, outward)
  if (redeemed.kind === 'group_linked') {
    return tell({
      template: 'group_linked',
      locale: redeemed.client.locale ?? agency.locale,
      client: redeemed.client.name,
      agency: agency.name,
    })
  }
  const { client, contact } = redeemed
  const locale = localeOfContact(contact, client, started.author, agency)
  return tell({
    template: 'welcome',
    locale,
    contact: contact.name,
    agency: agency.name,
    manager: await managerOf(tx, client.managerId, agency.name),
  })
}

/** An answer to one command: said once, however often its event comes. */
function tellOnce(tx: Tx, asked: { readonly from: Started['from']; readonly message: string }, outward: Outward) {
  return (notice: Parameters<Outward['tellClient']>[1]['notice']) =>
    outward.tellClient(tx, { to: asked.from, notice, key: `reply:${asked.message}:${notice.template}` })
}

async function managerOf(tx: Tx, managerId: string | null, otherwise: string): Promise<string> {
  const manager = managerId === null ? null : await tx.staff.findUnique({ where: { id: managerId } })
  return manager?.name ?? otherwise
}

/** What waits from a chat that has just got a client shows that client from now on. */
async function showOpenRelays(tx: Tx, conversation: string, outward: Outward): Promise<void> {
  const open = await tx.relay.findMany({
    where: { request: { conversation }, status: { in: ['gathering', 'waiting'] } },
    select: { id: true },
  })
  for (const { id } of open) await outward.relayChanged(tx, id)
}

export async function clientAskedHelp(tx: Tx, asked: AskedHelp, outward: Outward): Promise<void> {
  if (await isStaffHere(tx, asked, outward)) return
  const agency = await agencyOf(tx)
  const who = await identify(tx, asked.from, asked.place, asked.author)
  const manager = who.client.managerId === null ? undefined : await managerOf(tx, who.client.managerId, agency.name)
  await tellOnce(
    tx,
    asked,
    outward,
  )({
    template: 'help',
    locale: localeOfContact(who.contact, who.client, asked.author, agency),
    agency: agency.name,
    manager,
  })
}

export async function clientChoseLanguage(tx: Tx, asked: ChoseLanguage, outward: Outward): Promise<void> {
  if (await isStaffHere(tx, asked, outward)) return
  const agency = await agencyOf(tx)
  const who = await identify(tx, asked.from, asked.place, asked.author)
  if (asked.locale === undefined) {
    return tellOnce(
      tx,
      asked,
      outward,
    )({ template: 'language_choose', locale: localeOfContact(who.contact, who.client, asked.author, agency) })
  }
  await tx.contact.update({ where: { id: who.contact.id }, data: { locale: asked.locale } })
  const key = `language:${asked.message}:${who.contact.id}:${asked.locale}`
  await outward.tellClient(tx, { to: asked.from, notice: { template: 'language_set', locale: asked.locale }, key })
}

/**
 * The bot was put into a group, or out of one, or blocked. A known contact who adds it makes the group their client's;
 * anybody else's group stays unknown until an invitation or a message says more.
 */
export async function membership(tx: Tx, change: Membership, outward: Outward, now: Date): Promise<void> {
  const { conversation } = change.from
  if (change.state === 'out') {
    await tx.chat.updateMany({ where: { conversation }, data: { reachable: false } })
    return
  }
  const known = await tx.chat.updateMany({ where: { conversation }, data: { reachable: true } })
  if (known.count > 0 || change.title === undefined) return
  const person = await tx.contact.findUnique({ where: { remoteUser: change.by.user }, include: { client: true } })
  if (!person?.introduced || person.client.stage === 'lead') return
  const agency = await agencyOf(tx)
  await bindGroup(tx, conversation, person.clientId, change.title)
  await outward.tellClient(tx, {
    to: change.from,
    notice: {
      template: 'group_linked',
      locale: person.client.locale ?? agency.locale,
      client: person.client.name,
      agency: agency.name,
    },
    key: `group-linked:${conversation}:${now.getTime()}`,
  })
}
