import type { Card } from '../core/card.ts'
import type { Decision, Verdict } from '../core/flow.ts'
import type { FindingInWords } from '../core/guard.ts'
import { digest, storable } from '../core/hash.ts'
import type { Address, Locale, Platform, RelayId, RemoteConversation, RemoteThread, RemoteUser } from '../core/ids.ts'
import { type ActKind, actsOf, type RelayKind } from '../core/relay.ts'
import { isBlank, plain, preview, type RichText, wordsIn } from '../core/rich-text.ts'
import type { Sender } from '../core/sender.ts'
import type { Tx } from '../db/client.ts'
import type { ActivityKind, Agency, Client, ItemOp, Project, Request, Staff } from '../generated/prisma/client.ts'
import { enqueueFinal, enqueueStaffNotice } from '../outbox/items.ts'
import { agencyOf } from '../people/agency.ts'
import { localeOfStaff, mayDecide, staffByUser } from '../people/staff.ts'
import { recordActivity } from '../relay/activity.ts'
import { bodyOf, currentParts } from '../relay/body.ts'
import { addVersion, lockRelay, type RelayWithParts, setStatus } from '../relay/relays.ts'
import { isOpen } from '../relay/transitions.ts'
import { cardOf } from './card.ts'
import { findingsIn, unconfirmed } from './meaning.ts'
import { type ShowOptions, showRelay } from './show.ts'

export type DecideOptions = ShowOptions & {
  /** Asked before a decision is taken whether its words could leave at all. */
  readonly senders: Record<Platform, Pick<Sender, 'check' | 'pieces'>>
}

/** What a decision is about, read under the relay's lock. */
type Case = {
  readonly relay: RelayWithParts
  readonly client: Client
  readonly request: Request & { readonly project: Project | null }
  readonly staff: Staff
  readonly agency: Agency
  readonly locale: Locale
  readonly now: Date
}
type Act = Decision['act']
/** Why an act cannot be done with what was given; undefined: it was done. */
type Objection = Extract<Verdict, { kind: 'invalid' }>['why'] | readonly FindingInWords[] | undefined

/**
 * One person decides. Row lock, transition, version, activity and outbox item are one transaction: of two people who click
 * at once the second reads who was first, and a decision about words that have changed since is refused as stale.
 */
export async function decide(tx: Tx, decision: Decision, options: DecideOptions, now: Date): Promise<Verdict> {
  const opened = await openCase(tx, decision.relay, decision.by, now)
  if (opened.kind !== 'case') return opened
  const { case: it } = opened
  const card = () => cardFor(tx, it)
  if (!isOpen(it.relay.status)) return { kind: 'already', card: await card() }
  if (it.relay.revision !== decision.revision) return { kind: 'stale', card: await card() }
  if (!actsOf(it.relay).includes(decision.act.kind)) {
    return { kind: 'invalid', why: 'not_offered', card: await card() }
  }
  const objection = await ACT[decision.act.kind](tx, it, storable(decision.act), options)
  if (typeof objection === 'string') return { kind: 'invalid', why: objection, card: await card() }
  if (objection !== undefined) return { kind: 'unconfirmed', findings: objection, card: await card() }
  await showRelay(tx, it.relay.id, options, now)
  return { kind: 'done', card: await card() }
}

export type Opened =
  | { readonly kind: 'case'; readonly case: Case }
  | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/** Locks the relay and reads everything a decision needs; says so when the person may not decide. */
export async function openCase(tx: Tx, relayId: RelayId, by: RemoteUser, now: Date): Promise<Opened> {
  const agency = await agencyOf(tx)
  const staff = await staffByUser(tx, by)
  const locale = staff ? localeOfStaff(staff, agency) : agency.locale
  const relay = await lockRelay(tx, relayId)
  if (!relay) return { kind: 'unknown', locale }
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  if (!staff || !mayDecide(staff, client)) return { kind: 'forbidden', locale }
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId }, include: { project: true } })
  return { kind: 'case', case: { relay, client, request, staff, agency, locale, now } }
}

export async function cardFor(tx: Tx, it: Pick<Case, 'relay' | 'locale'>): Promise<Card> {
  const card = await cardOf(tx, it.relay.id, it.locale)
  if (!card) throw new Error(`relay ${it.relay.id} is gone`)
  return card
}

const ACT = {
  approve: (tx, it, _act, options) => send(tx, it, bodyOf(it.relay), 'approved', options),
  edit: (tx, it, act, options) => (act.kind === 'edit' ? edit(tx, it, act, options) : Promise.resolve(undefined)),
  return: (tx, it, act, options) => sendBack(tx, it, act.kind === 'return' ? act.reason : '', options),
  reject: (tx, it, act, options) => reject(tx, it, act.kind === 'reject' ? act.reason : '', options),
  answer: (tx, it, act, options) => answer(tx, it, act.kind === 'answer' ? act.body : [], options),
} as const satisfies Record<ActKind, (tx: Tx, it: Case, act: Act, options: DecideOptions) => Promise<Objection>>

/** The manager rewrites the words. What the guard finds grave must be confirmed, and each confirmation is written down. */
async function edit(
  tx: Tx,
  it: Case,
  { body: words, confirmed = [] }: Extract<Act, { kind: 'edit' }>,
  options: DecideOptions,
): Promise<Objection> {
  const said = bodyOf(it.relay)
  if (digest(words) === digest(wordsIn(said))) return send(tx, it, said, 'approved', options)
  const findings = findingsIn(said, words, it.relay.direction, it.locale)
  if (unconfirmed(findings, confirmed).length > 0) return findings
  const objection = await send(tx, it, withFilesOf(said, words), 'approved_edited', options)
  if (objection !== undefined) return objection
  for (const { severity, words: note } of findings) if (severity === 'block') await noteConfirmed(tx, it, note)
  return undefined
}

async function noteConfirmed(tx: Tx, it: Case, note: string): Promise<void> {
  const { relay, client, staff, now: at } = it
  await recordActivity(tx, { relayId: relay.id, clientId: client.id, kind: 'confirmed', staffId: staff.id, note, at })
}

/** The manager rewrites the words; the files go with them. */
function withFilesOf(said: RichText, words: RichText): RichText {
  return [...said.filter((block) => block.type === 'files'), ...words]
}

/** Approved, as it was said or as the manager rewrote it: it waits to leave for the other side. */
async function send(
  tx: Tx,
  it: Case,
  body: RichText,
  kind: 'approved' | 'approved_edited',
  options: DecideOptions,
): Promise<Objection> {
  const { relay, request } = it
  const to = relay.direction === 'to_client' ? clientSide(request) : teamSide(request, options)
  if (!to) return 'no_project'
  const objection = objectionTo(body, to.platform, options)
  if (objection) return objection
  const final = await addVersion(tx, {
    relayId: relay.id,
    kind: 'final',
    revision: relay.revision,
    body,
    staffId: it.staff.id,
    at: it.now,
  })
  await settle(tx, it, 'approved', kind, { versionId: final.id })
  await enqueueFinal(tx, {
    audience: relay.direction === 'to_client' ? 'client' : 'team',
    to,
    relayId: relay.id,
    version: final,
    requestId: request.id,
    op: OP_OF[relay.kind],
    replyTo:
      relay.direction === 'to_client' && relay.kind === 'message' ? await lastWordsOfClient(tx, request.id) : undefined,
    speaker: relay.direction === 'to_team' ? await speakerOf(tx, it) : undefined,
    now: it.now,
  })
  return undefined
}

/** What an approved relay of each kind does at the other side. */
const OP_OF = { message: 'post', correction: 'rewrite', removal: 'remove' } as const satisfies Record<RelayKind, ItemOp>

function clientSide(request: Request): Address {
  return {
    platform: request.platform,
    conversation: request.conversation as RemoteConversation,
    ...(request.thread === null ? {} : { thread: request.thread as RemoteThread }),
  }
}

/** The project's place on the team's platform; the thread in it is found when the item leaves. */
function teamSide(request: Case['request'], options: DecideOptions): Address | undefined {
  const conversation = request.project?.teamConversation
  return conversation
    ? { platform: options.team.platform, conversation: conversation as RemoteConversation }
    : undefined
}

function objectionTo(body: RichText, platform: Platform, options: DecideOptions): 'empty' | 'too_long' | undefined {
  if (isBlank(body)) return 'empty'
  const refusal = options.senders[platform].check({ kind: 'final', body, locale: 'ru' })
  return refusal === 'too_long' || refusal === 'empty' ? refusal : undefined
}

async function settle(
  tx: Tx,
  it: Case,
  status: 'approved' | 'returned' | 'rejected' | 'answered',
  kind: ActivityKind,
  more: { versionId?: string; note?: string } = {},
): Promise<void> {
  await setStatus(tx, it.relay, status, { decidedAt: it.now, decidedById: it.staff.id })
  await recordActivity(tx, {
    relayId: it.relay.id,
    clientId: it.client.id,
    kind,
    staffId: it.staff.id,
    at: it.now,
    ...more,
  })
}

/** The client's message that the team saw last in this request: what a specialist's words answer. */
async function lastWordsOfClient(tx: Tx, requestId: string): Promise<string | undefined> {
  const asked = await tx.relay.findFirst({
    where: { requestId, kind: 'message', direction: 'to_team', status: { in: ['approved', 'answered'] } },
    orderBy: [{ decidedAt: 'desc' }, { number: 'desc' }],
    include: { parts: true },
  })
  return asked ? currentParts(asked).at(-1)?.message : undefined
}

async function speakerOf(tx: Tx, it: Case): Promise<string> {
  const contact =
    it.relay.contactId === null ? null : await tx.contact.findUnique({ where: { id: it.relay.contactId } })
  return contact && contact.name !== it.client.name ? `${contact.name} · ${it.client.name}` : it.client.name
}

/** Back to its author with a reason: into the specialist's thread, or as a question to the client. */
async function sendBack(tx: Tx, it: Case, given: string, options: DecideOptions): Promise<Objection> {
  const reason = given.trim()
  if (reason === '') return 'no_reason'
  if (it.relay.direction === 'to_team') {
    const objection = objectionTo(plain(reason), it.request.platform, options)
    if (objection) return objection
    await settle(tx, it, 'returned', 'returned', { note: reason })
    await sendAsManager(tx, it, plain(reason))
    return undefined
  }
  await settle(tx, it, 'returned', 'returned', { note: reason })
  await tellAuthor(tx, it, 'returned', reason, options)
  return undefined
}

async function reject(tx: Tx, it: Case, given: string, options: DecideOptions): Promise<Objection> {
  const reason = given.trim()
  if (reason === '' && it.relay.direction === 'to_client') return 'no_reason'
  await settle(tx, it, 'rejected', 'rejected', reason === '' ? {} : { note: reason })
  if (it.relay.direction === 'to_client') await tellAuthor(tx, it, 'rejected', reason, options)
  return undefined
}

/** The specialist hears it where they wrote: in the thread, by name, with the reason. */
async function tellAuthor(
  tx: Tx,
  it: Case,
  template: 'returned' | 'rejected',
  reason: string,
  options: DecideOptions,
): Promise<void> {
  const { request, relay } = it
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  const at = currentParts(relay).at(-1)
  const known = at ? await tx.remoteMessage.findUnique({ where: { message: at.message } }) : null
  if (!author?.remoteUser || !known || request.teamThread === null) return
  const locale = localeOfStaff(author, it.agency)
  await enqueueStaffNotice(tx, 'team', {
    to: {
      platform: options.team.platform,
      conversation: known.conversation as RemoteConversation,
      thread: request.teamThread as RemoteThread,
    },
    notice: {
      template,
      locale,
      author: author.remoteUser,
      by: it.staff.name,
      reason,
      words: preview(bodyOf(relay), 120),
    },
    key: `${template}:${relay.id}:${relay.round}`,
    relayId: relay.id,
    now: it.now,
  })
}

/** The manager answers the client directly: their own words, approved by being theirs. */
async function answer(tx: Tx, it: Case, body: RichText, options: DecideOptions): Promise<Objection> {
  const objection = objectionTo(body, it.request.platform, options)
  if (objection) return objection
  await settle(tx, it, 'answered', 'answered')
  await sendAsManager(tx, it, body)
  return undefined
}

/** A relay of the manager's own words, approved in the same breath, as a reply to the client's message. */
async function sendAsManager(tx: Tx, it: Case, body: RichText): Promise<void> {
  const { relay, client, request, staff, now } = it
  const own = await tx.relay.create({
    data: {
      direction: 'to_client',
      status: 'approved',
      clientId: client.id,
      requestId: request.id,
      authorId: staff.id,
      answersId: relay.id,
      openedAt: now,
      gatherUntil: now,
      decidedAt: now,
      decidedById: staff.id,
    },
  })
  await addVersion(tx, { relayId: own.id, kind: 'original', revision: 1, body, staffId: staff.id, at: now })
  const final = await addVersion(tx, { relayId: own.id, kind: 'final', revision: 1, body, staffId: staff.id, at: now })
  await recordActivity(tx, { relayId: own.id, clientId: client.id, kind: 'opened', staffId: staff.id, at: now })
  await recordActivity(tx, {
    relayId: own.id,
    clientId: client.id,
    kind: 'approved',
    staffId: staff.id,
    versionId: final.id,
    at: now,
  })
  await enqueueFinal(tx, {
    audience: 'client',
    to: clientSide(request),
    relayId: own.id,
    version: final,
    requestId: request.id,
    replyTo: currentParts(relay).at(-1)?.message,
    now,
  })
}
