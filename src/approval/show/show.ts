import type { Attachment } from '../../core/attachment.ts'
import type { Card } from '../../core/card.ts'
import { digest } from '../../core/hash.ts'
import type { Address, Locale, RemoteConversation, RemoteIds, RemoteUser } from '../../core/ids.ts'
import { type SourceState, staffNoticeSchema } from '../../core/notice.ts'
import { filesIn } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Prisma, Relay, RelayStatus } from '../../generated/prisma/client.ts'
import { forgetSlot } from '../../interactions/remote-messages.ts'
import { isUnsent } from '../../outbox/cancel.ts'
import { cardsStanding, enqueueStaffNotice, enqueueUpdate, filesShownUnder } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { deciders, localeOfStaff, seesMoney } from '../../people/staff.ts'
import { isChangeAsked, isRemovalAsked } from '../../relay/correct.ts'
import { isOpen } from '../../relay/transitions.ts'
import { lackingIn } from '../rules/approvers.ts'
import { keepRuled } from '../rules/ruling.ts'
import { handedUpTo } from '../sla/recipients.ts'
import { tendClocks } from '../sla/tend.ts'
import { cardOf } from './card.ts'
import { forReader, type Reader, readerOfChannel, STRANGER } from './for-reader.ts'

export type ShowOptions = {
  /** How the team's platform names people and places. */
  readonly team: RemoteIds
  /** All cards go here instead of to the manager's direct messages. */
  readonly queueConversation?: RemoteConversation | undefined
}

const withParts = {
  parts: true,
  items: { where: { kind: 'final' }, orderBy: { seq: 'desc' }, take: 1 },
  activities: {
    where: { kind: { in: ['approved', 'approved_edited'] } },
    orderBy: { chainSeq: 'desc' },
    take: 1,
  },
} satisfies Prisma.RelayInclude

/** A relay's card in a language, as it is at the end of a change. */
export type CardIn = (locale: Locale) => Promise<Card | undefined>

/**
 * Brings what people see of a relay up to date: its cards, and the state of a specialist's message. Called in the
 * transaction of every change of a relay, so that a change nobody is shown cannot be committed. Returns the card that is
 * shown, for whoever made the change: made once for a language, for nothing else costs a change as much.
 */
export async function showRelay(tx: Tx, relayId: string, options: ShowOptions, now: Date): Promise<CardIn> {
  const found = await tx.relay.findUniqueOrThrow({
    where: { id: relayId },
    include: { client: true, ...withParts },
  })
  // The manager's own answer is shown on the card of what it answers, and a recall on that of what it takes back.
  if (found.answersId !== null) return showRelay(tx, found.answersId, options, now)
  const relay = { ...found, ...(await keepRuled(tx, found, now)) }
  await tendClocks(tx, relay.requestId, now)
  const cardIn = cardsOf(tx, relay.id)
  await showCards(tx, relay, cardIn, options, now)
  if (relay.direction === 'to_client' && relay.kind !== 'removal') await showStates(tx, relay, options, now)
  if (relay.direction === 'to_client' && relay.kind !== 'message') await showTaken(tx, relay, options, now)
  return cardIn
}

function cardsOf(tx: Tx, relayId: string): CardIn {
  const made = new Map<Locale, Promise<Card | undefined>>()
  return (locale) => {
    const card = made.get(locale) ?? cardOf(tx, relayId, locale)
    made.set(locale, card)
    return card
  }
}

type Shown = Relay & { readonly client: Client }

/**
 * One card a place: those whose decision it is, while it is open, and wherever a card stands already. Where it is somebody
 * else's decision by now, the card shrinks to a line; should it come back, it is posted anew, so that it is seen.
 */
async function showCards(tx: Tx, relay: Shown, cardIn: CardIn, options: ShowOptions, now: Date): Promise<void> {
  const prefix = `card:${relay.id}:`
  const standing = await cardsStanding(tx, relay.id)
  const due = isOpen(relay.status) ? await placesFor(tx, relay, options) : []
  const names = [...new Set(due.flatMap(({ name }) => name ?? []))].join(', ')
  const readerOf = await readersOfPlaces(tx, options)
  for (const conversation of new Set([...standing.keys(), ...due.map(({ place }) => place)])) {
    const isMoved = due.length > 0 && due.every(({ place }) => place !== conversation)
    const before = standing.get(conversation)
    if (isMoved && before?.moved === names) continue
    if (!isMoved && before?.moved !== undefined && due.length > 0) await forgetSlot(tx, `${prefix}${conversation}`)
    const { locale, person } = readerOf(conversation)
    const found = await cardIn(locale)
    if (!found) continue
    const whole = forReader(found, person)
    const isShared = conversation === options.queueConversation
    const card = { ...whole, ...(isMoved ? { moved: names } : {}), ...(isShared ? { shared: true } : {}) }
    await enqueueUpdate(tx, 'manager', {
      to: { platform: options.team.platform, conversation: conversation as RemoteConversation },
      notice: { template: 'card', locale, card },
      slot: `${prefix}${conversation}`,
      relayId: relay.id,
      now,
    })
    if (!isOpen(relay.status) || isMoved) continue
    if (card.files !== 'withheld')
      await showFiles(tx, relay, { conversation, locale, files: filesIn(card.body) }, options, now)
    else if (isShared) await showFilesApart(tx, relay, filesIn(found.body), options, now)
  }
}

/** Files that not everybody in the channel may see go to those who decide and may. */
async function showFilesApart(
  tx: Tx,
  relay: Shown,
  files: readonly Attachment[],
  options: ShowOptions,
  now: Date,
): Promise<void> {
  const agency = await agencyOf(tx)
  for (const person of await deciders(tx, { ...relay.client, assigneeId: relay.assigneeId })) {
    if (person.remoteUser === null || !seesMoney(person)) continue
    const conversation = options.team.direct(person.remoteUser as RemoteUser)
    const under = { conversation, locale: localeOfStaff(person, agency), files, number: relay.number }
    await showFiles(tx, relay, under, options, now)
  }
}

/** The files that are not under this card yet. They follow the card on its lane, into its thread. */
async function showFiles(
  tx: Tx,
  relay: Shown,
  under: {
    readonly conversation: string
    readonly locale: Locale
    readonly files: readonly Attachment[]
    /** Where no card stands above them: what they belong to. */
    readonly number?: number
  },
  options: ShowOptions,
  now: Date,
): Promise<void> {
  const kept = under.files.filter((file) => file.sha256 !== undefined)
  if (kept.length === 0) return
  const shown = new Set(await filesShownUnder(tx, relay.id, under.conversation))
  const files = kept.filter((file) => !shown.has(file.sha256 ?? ''))
  if (files.length === 0) return
  const to = { platform: options.team.platform, conversation: under.conversation as RemoteConversation }
  await enqueueStaffNotice(tx, 'manager', {
    to,
    notice: { template: 'card_files', locale: under.locale, files, number: under.number },
    key: `card_files:${relay.id}:${under.conversation}:${digest(files.map((file) => file.sha256))}`,
    relayId: relay.id,
    now,
  })
}

async function placesFor(
  tx: Tx,
  relay: Shown,
  options: ShowOptions,
): Promise<{ readonly place: string; readonly name?: string }[]> {
  if (options.queueConversation !== undefined) return [{ place: options.queueConversation }]
  const decide = await deciders(tx, { ...relay.client, assigneeId: relay.assigneeId })
  const people = [...decide, ...(await handedUpTo(tx, relay)), ...(await lackingIn(tx, relay, relay.client)).people]
  return people.flatMap(({ remoteUser, name }) =>
    remoteUser === null ? [] : [{ place: options.team.direct(remoteUser as RemoteUser), name }],
  )
}

/**
 * A direct message is for its reader, in their language, also when they do not work here any more: an account that somebody
 * has no longer is a stranger's. The queue's channel is for everybody in it, in the agency's.
 */
async function readersOfPlaces(
  tx: Tx,
  options: ShowOptions,
): Promise<(conversation: string) => { readonly locale: Locale; readonly person?: Reader }> {
  const agency = await agencyOf(tx)
  const staff = await tx.staff.findMany({ where: { remoteUser: { not: null } } })
  const byPlace = new Map(
    staff.map((person) => [
      options.team.direct(person.remoteUser as RemoteUser) as string,
      { locale: localeOfStaff(person, agency), person },
    ]),
  )
  const person = options.queueConversation === undefined ? undefined : await readerOfChannel(tx)
  return (conversation) => {
    if (conversation === options.queueConversation)
      return { locale: agency.locale, ...(person === undefined ? {} : { person }) }
    return byPlace.get(conversation) ?? { locale: agency.locale, person: STRANGER }
  }
}

type WithParts = Prisma.RelayGetPayload<{ include: typeof withParts }>

/** The reaction on each of the specialist's messages of this round. */
async function showStates(tx: Tx, relay: WithParts, options: ShowOptions, now: Date): Promise<void> {
  // What was taken back before it had left is shown by its removal.
  if (relay.items[0] && isUnsent(relay.items[0])) return
  const isAsked = relay.status === 'approved' && (await isChangeAsked(tx, relay.correctsId ?? relay.id))
  for (const part of relay.parts.filter((p) => p.round === relay.round)) {
    const known = await tx.remoteMessage.findUnique({ where: { message: part.message } })
    if (!known || part.withdrawnAt !== null) continue
    await showState(
      tx,
      { platform: options.team.platform, conversation: known.conversation as RemoteConversation },
      part.message,
      isAsked && (await isRemovalAsked(tx, part.message)) ? 'waiting' : stateOf(relay),
      now,
    )
  }
}

/**
 * What its author has marked as inside after it was approved has waited since then (see teamEdited): the lock is on it when it is
 * away from the client, and not before. What they deleted has no place for a sign.
 */
async function showTaken(tx: Tx, relay: WithParts, options: ShowOptions, now: Date): Promise<void> {
  const end = endOf(relay)
  if (end === undefined) return
  for (const message of await takenBy(tx, relay)) {
    const last = await tx.outboxItem.findFirst({ where: { slot: stateSlot(message) }, orderBy: { seq: 'desc' } })
    const notice = last && staffNoticeSchema.parse(last.payload)
    if (!last || notice?.template !== 'state' || notice.state !== 'waiting') continue
    const to = { platform: options.team.platform, conversation: last.conversation as RemoteConversation }
    const state = end === 'gone' ? 'inside' : await standingState(tx, relay, message)
    await showState(tx, to, message, state, now)
  }
}

/** How it ended for what is taken away by it; undefined: it has not. */
function endOf({ status, items }: WithParts): 'gone' | 'stays' | undefined {
  if (status === 'rejected' || status === 'expired') return 'stays'
  if (status !== 'approved') return undefined
  const [item] = items
  if (item?.status === 'sent' || (item && isUnsent(item))) return 'gone'
  return item?.status === 'refused' || item?.status === 'cancelled' ? 'stays' : undefined
}

/** What goes by it: all that a removal is about; of a correction what was said besides its own words. */
async function takenBy(tx: Tx, relay: WithParts): Promise<readonly string[]> {
  const own = relay.parts.map(({ message }) => message)
  if (relay.kind === 'removal') return own
  const parts = await tx.relayPart.findMany({
    where: { relay: familyOf(relay), message: { notIn: own } },
    distinct: ['message'],
    select: { message: true },
  })
  return parts.map(({ message }) => message)
}

/** As it was before somebody asked that it goes. */
async function standingState(tx: Tx, relay: WithParts, message: string): Promise<SourceState> {
  const standing = await tx.relay.findFirst({
    where: { ...familyOf(relay), status: 'approved', kind: { not: 'removal' }, parts: { some: { message } } },
    orderBy: { number: 'desc' },
    include: withParts,
  })
  return standing ? stateOf(standing) : 'delivered'
}

/** What was said, and what corrects or removes it. */
function familyOf({ id, correctsId }: WithParts): Prisma.RelayWhereInput {
  const root = correctsId ?? id
  return { OR: [{ id: root }, { correctsId: root }] }
}

function stateSlot(message: string): string {
  return `state:${message}`
}

/** Sets the state that the author sees on a message of the team. */
export async function showState(tx: Tx, to: Address, message: string, state: SourceState, now: Date): Promise<void> {
  await enqueueUpdate(tx, 'team', {
    to,
    notice: { template: 'state', locale: 'en', message, state },
    slot: stateSlot(message),
    now,
  })
}

const STATE_OF = {
  gathering: 'waiting',
  waiting: 'waiting',
  returned: 'returned',
  rejected: 'rejected',
  answered: 'rejected',
  withdrawn: 'withdrawn',
  expired: 'withdrawn',
  scheduled: 'waiting',
  merged: 'waiting',
} as const satisfies Record<Exclude<RelayStatus, 'approved'>, SourceState>

function stateOf(relay: WithParts): SourceState {
  if (relay.status !== 'approved') return STATE_OF[relay.status]
  const edited = relay.activities[0]?.kind === 'approved_edited'
  const item = relay.items[0]?.status
  if (item === 'sent') return edited ? 'delivered_edited' : 'delivered'
  if (item === 'refused' || item === 'cancelled') return 'failed'
  return edited ? 'edited' : 'waiting'
}
