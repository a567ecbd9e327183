import type { FindingInWords } from '../../core/guard.ts'
import { digest } from '../../core/hash.ts'
import type { Address, RemoteConversation, RemoteThread } from '../../core/ids.ts'
import { withMentionsOf } from '../../core/mentions.ts'
import type { RelayKind } from '../../core/relay.ts'
import { filesIn, type RichText, wordsIn } from '../../core/rich-text.ts'
import { inWords } from '../../core/when.ts'
import type { Tx } from '../../db/client.ts'
import type { ItemOp, RelayVersion, Request } from '../../generated/prisma/client.ts'
import { enqueueFinal } from '../../outbox/items.ts'
import { seesMoney } from '../../people/staff.ts'
import { bodyOf, currentParts } from '../../relay/body.ts'
import { wallOf } from '../../relay/mask/wall.ts'
import { addVersion, setStatus } from '../../relay/relays.ts'
import { objectionToOneStep, passGate } from '../rules/gate.ts'
import { proposalOf } from '../rules/ruling.ts'
import {
  type Act,
  type Case,
  type Decided,
  type DecideOptions,
  leavesAt,
  NO_LONGER_WAITS,
  note,
  type Objection,
  objectionTo,
  settle,
} from './case.ts'
import { leaving } from './leaving.ts'
import { findingsIn, unconfirmed } from './meaning.ts'

/** As it stands on the card: what was said, or what somebody has proposed in its place. */
export async function approve(tx: Tx, it: Case, options: DecideOptions): Promise<Objection> {
  const proposed = await proposalOf(tx, it.relay)
  return send(tx, it, proposed ?? bodyOf(it.relay), proposed ? 'approved_edited' : 'approved', options)
}

/** The manager rewrites the words. What the guard finds grave must be confirmed, and each confirmation is written down. */
export async function edit(
  tx: Tx,
  it: Case,
  { body: given, confirmed = [] }: Extract<Act, { kind: 'edit' }>,
  options: DecideOptions,
): Promise<Objection> {
  const { words, isAsSaid, findings } = rewritten(it, given)
  if (isAsSaid) return send(tx, it, words, 'approved', options)
  if (unconfirmed(findings, confirmed).length > 0) return findings
  const objection = await send(tx, it, words, 'approved_edited', options)
  if (objection !== undefined) return objection
  await noteConfirmed(tx, it, findings)
  return undefined
}

/** What a manager's wording makes of what was said: its files and the people named in it go with it. Unchanged, it is what was said. */
export function rewritten(
  { relay, locale }: Pick<Case, 'relay' | 'locale'>,
  given: RichText,
): { readonly words: RichText; readonly isAsSaid: boolean; readonly findings: readonly FindingInWords[] } {
  const said = bodyOf(relay)
  const words = withMentionsOf(said, given)
  if (digest(words) === digest(wordsIn(said))) return { words: said, isAsSaid: true, findings: [] }
  return {
    words: withFilesOf(said, words),
    isAsSaid: false,
    findings: findingsIn(said, words, relay.direction, locale),
  }
}

/** Each grave change of meaning that was sent all the same. */
export async function noteConfirmed(tx: Tx, it: Case, findings: readonly FindingInWords[]): Promise<void> {
  for (const { severity, words } of findings) if (severity === 'block') await note(tx, it, 'confirmed', { note: words })
}

/** The manager rewrites the words; the files go with them. */
export function withFilesOf(said: RichText, words: RichText): RichText {
  return [...said.filter((block) => block.type === 'files'), ...words]
}

/** Approved by a person, as it was said or as they rewrote it: it leaves, now or later, or waits on for whoever else a rule asks. */
export async function send(
  tx: Tx,
  it: Case,
  words: RichText,
  kind: 'approved' | 'approved_edited',
  options: DecideOptions,
): Promise<Objection> {
  const ready = await readyFor(tx, it, words, options)
  if (typeof ready === 'string') return ready
  if (it.sendAt !== undefined) return (await objectionToOneStep(tx, it, words)) ?? plan(tx, it, it.sendAt, ready, kind)
  const gate = await passGate(tx, it, words)
  if (gate !== 'open') return gate === 'kept' ? undefined : gate
  const final = await finalOf(tx, it, ready)
  await settle(tx, it, 'approved', kind, { versionId: final.id })
  await leave(tx, it, final, ready.to, timeOf(it))
  return undefined
}

/** No person approves it: the rule of this key lets it through as it was said. */
export async function release(
  tx: Tx,
  it: Decided,
  words: RichText,
  options: DecideOptions,
  rule: string,
): Promise<Objection> {
  const ready = await readyFor(tx, it, words, options)
  if (typeof ready === 'string') return ready
  const final = await finalOf(tx, it, ready)
  await settle(tx, it, 'approved', 'approved', { versionId: final.id, note: rule })
  await leave(tx, it, final, ready.to, timeOf(it))
  return undefined
}

type Ready = { readonly to: Address } & Awaited<ReturnType<typeof leaving>>

/** Where it goes and how it reads there, or why it cannot leave. Reads only. */
async function readyFor(
  tx: Tx,
  it: Decided,
  words: RichText,
  options: DecideOptions,
): Promise<Ready | 'no_project' | 'empty' | 'too_long' | 'files_withheld'> {
  if (it.agency.withholdsFiles && it.staff && !seesMoney(it.staff) && hasFiles(words)) return 'files_withheld'
  const to = otherSide(it, options)
  if (!to) return 'no_project'
  const left = await leaving(tx, it, words)
  return objectionTo(left.body, to.platform, options) ?? { to, ...left }
}

function hasFiles(words: RichText): boolean {
  return filesIn(words).some(({ sha256 }) => sha256 !== undefined)
}

/** The words as they are approved. */
async function finalOf(
  tx: Tx,
  { relay, staff, now: at }: Decided,
  { body, quotes, keep }: Ready,
): Promise<RelayVersion> {
  await keep()
  const { id: relayId, revision } = relay
  return addVersion(tx, { relayId, kind: 'final', revision, body, quotes, staffId: staff?.id, at })
}

/** Approved for later: it does not stand in anybody's way until then (see approval/due/planned.ts). */
async function plan(
  tx: Tx,
  it: Case,
  sendAt: Date,
  ready: Ready,
  kind: 'approved' | 'approved_edited',
): Promise<undefined> {
  const { id: versionId } = await finalOf(tx, it, ready)
  const decided = { decidedAt: it.now, decidedById: it.staff.id }
  await setStatus(tx, it.relay, 'scheduled', { ...NO_LONGER_WAITS, ...decided, sendAt })
  const word = kind === 'approved' ? 'scheduled' : 'scheduled_edited'
  await note(tx, it, word, { versionId, note: inWords(sendAt, it.agency.timeZone) })
}

function timeOf(it: Decided): Date {
  return it.relay.direction === 'to_client' ? leavesAt(it) : it.now
}

/** Puts an approved final where it waits to leave. */
export async function leave(tx: Tx, it: Decided, final: RelayVersion, to: Address, notBefore: Date): Promise<void> {
  const { relay, request } = it
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
    notBefore,
    now: it.now,
  })
}

/** Where it goes. Undefined: nobody knows yet to which project it belongs. */
export function otherSide(
  { relay, request }: Pick<Case, 'relay' | 'request'>,
  options: DecideOptions,
): Address | undefined {
  return relay.direction === 'to_client' ? clientSide(request) : teamSide(request, options)
}

/** What an approved relay of each kind does at the other side. */
const OP_OF = { message: 'post', correction: 'rewrite', removal: 'remove' } as const satisfies Record<RelayKind, ItemOp>

/** Where the client of this request is. */
export function clientSide(request: Request): Address {
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

/** The client's message that the team saw last in this request: what a specialist's words answer. */
async function lastWordsOfClient(tx: Tx, requestId: string): Promise<string | undefined> {
  const asked = await tx.relay.findFirst({
    where: { requestId, kind: 'message', direction: 'to_team', status: { in: ['approved', 'answered'] } },
    orderBy: [{ decidedAt: 'desc' }, { number: 'desc' }],
    include: { parts: true },
  })
  return asked ? currentParts(asked).at(-1)?.message : undefined
}

async function speakerOf(tx: Tx, it: Decided): Promise<string> {
  const contact =
    it.relay.contactId === null ? null : await tx.contact.findUnique({ where: { id: it.relay.contactId } })
  const wall = await wallOf(tx, it.request)
  if (wall) return contact ? `${wall.person(contact.id)} · ${wall.client}` : wall.client
  return contact && contact.name !== it.client.name ? `${contact.name} · ${it.client.name}` : it.client.name
}
