import { inMegabytes, LARGEST_FILE } from '../core/attachment.ts'
import type { ClientEdited, ClientSaid } from '../core/flow.ts'
import { digest, storable } from '../core/hash.ts'
import type { Locale } from '../core/ids.ts'
import { tooBig } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Agency } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { rememberMessage } from '../interactions/remote-messages.ts'
import { findRequest, openRequest, touchRequest } from '../interactions/requests.ts'
import { agencyOf } from '../people/agency.ts'
import { type Identified, identify, localeOfContact, projectFor } from '../people/clients.ts'
import { takeLead } from '../people/leads/take.ts'
import { gather } from '../relay/gather.ts'
import { lookAgain } from '../relay/relays.ts'
import { answeredIn } from './answered.ts'
import { isStaffHere } from './by-hand.ts'
import { editOf } from './edits.ts'
import { greetingKey, type Outward } from './outward.ts'

/** A client said something: whose words, which request, into the log, into the queue. Once, however often the event comes. */
export async function clientSaid(tx: Tx, given: ClientSaid, outward: Outward, now: Date): Promise<string | undefined> {
  const said = { ...given, body: storable(given.body), answers: storable(given.answers) }
  if (await logged(tx, said.message)) return undefined
  if (await isStaffHere(tx, said, outward)) return undefined
  const agency = await agencyOf(tx)
  const who = await takeLead(tx, await identify(tx, said.from, said.place, said.author), now)
  const request = await requestOf(tx, said, who, agency, now)
  const interaction = await logInteraction(tx, {
    clientId: who.client.id,
    kind: 'message',
    direction: 'in',
    channel: 'messenger',
    contactId: who.contact.id,
    requestId: request.id,
    source: said.message,
    at: said.at,
    body: said.body,
  })
  await touchRequest(tx, request.id, said.at)
  await rememberMessage(tx, {
    message: said.message,
    conversation: said.from.conversation,
    thread: said.from.thread,
    requestId: request.id,
    at: said.at,
  })
  const relayId = await gather(
    tx,
    {
      direction: 'to_team',
      clientId: who.client.id,
      requestId: request.id,
      contactId: who.contact.id,
      interactionId: interaction.id,
      message: said.message,
      body: said.body,
      answers: await answeredIn(tx, said),
      album: said.album,
      at: said.at,
    },
    agency,
    now,
  )
  if (request.opened) await acknowledge(tx, said, who, request.id, agency, outward)
  await tellOfFiles(tx, said, localeOfContact(who.contact, who.client, said.author, agency), outward)
  await outward.relayChanged(tx, relayId)
  for (const other of await lookAgain(tx, request.id, [relayId], now)) await outward.relayChanged(tx, other)
  return relayId
}

async function requestOf(tx: Tx, said: ClientSaid, who: Identified, agency: Agency, now: Date) {
  const known = await findRequest(tx, {
    from: said.from,
    clientId: who.client.id,
    replyTo: said.replyTo,
    now,
    gapHours: agency.requestGapHours,
  })
  if (known) return { ...known, opened: false }
  const project = await projectFor(tx, who.chat, who.client)
  return {
    ...(await openRequest(tx, { from: said.from, clientId: who.client.id, projectId: project?.id, at: said.at })),
    opened: true,
  }
}

/** The client hears at once that somebody has it: by name, once per request; a stranger is greeted once. */
async function acknowledge(
  tx: Tx,
  said: ClientSaid,
  who: Identified,
  requestId: string,
  agency: Agency,
  outward: Outward,
): Promise<void> {
  const locale = localeOfContact(who.contact, who.client, said.author, agency)
  if (who.client.stage === 'lead') {
    await outward.tellClient(tx, {
      to: said.from,
      notice: { template: 'greeting', locale, agency: agency.name },
      key: greetingKey(said.from),
    })
    return
  }
  const manager =
    who.client.managerId === null ? null : await tx.staff.findUnique({ where: { id: who.client.managerId } })
  await outward.tellClient(tx, {
    to: said.from,
    notice: { template: 'received', locale, manager: manager?.name ?? agency.name },
    key: `received:${requestId}`,
  })
}

/** Whoever sent a file that is too big hears so at once, and what to do. */
async function tellOfFiles(tx: Tx, said: ClientSaid, locale: Locale, outward: Outward): Promise<void> {
  const names = tooBig(said.body)
  if (names.length === 0) return
  const notice = { template: 'file_not_taken' as const, locale, names, limitMb: inMegabytes(LARGEST_FILE.to_team) }
  await outward.tellClient(tx, { to: said.from, notice, key: `file_not_taken:${said.message}`, replyTo: said.message })
}

/** A client changed what they said. Telegram also says so when nothing that we carry has changed: then nothing happens. */
export async function clientEdited(tx: Tx, given: ClientEdited, outward: Outward, now: Date): Promise<void> {
  const edited = { ...given, body: storable(given.body) }
  const source = `${edited.message}#${digest(edited.body).slice(0, 16)}@${edited.at.getTime()}`
  const changed = await editOf(tx, { ...edited, source }, outward, now)
  if (changed?.requestId == null) return
  for (const other of await lookAgain(tx, changed.requestId, changed.relays, now)) await outward.relayChanged(tx, other)
}
