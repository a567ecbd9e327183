import { digest } from '../../core/hash.ts'
import type { Address, RemoteConversation, RemoteThread } from '../../core/ids.ts'
import type { RelayKind } from '../../core/relay.ts'
import { type RichText, wordsIn } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { ItemOp, Request } from '../../generated/prisma/client.ts'
import { enqueueFinal } from '../../outbox/items.ts'
import { recordActivity } from '../../relay/activity.ts'
import { bodyOf, currentParts } from '../../relay/body.ts'
import { addVersion } from '../../relay/relays.ts'
import { passGate } from '../rules/gate.ts'
import { proposalOf } from '../rules/ruling.ts'
import { type Act, type Case, type Decided, type DecideOptions, type Objection, objectionTo, settle } from './case.ts'
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

/** Approved by a person, as it was said or as they rewrote it: it leaves, or waits on for whoever else a rule asks. */
export async function send(
  tx: Tx,
  it: Case,
  body: RichText,
  kind: 'approved' | 'approved_edited',
  options: DecideOptions,
): Promise<Objection> {
  const to = otherSide(it, options)
  if (!to) return 'no_project'
  const objection = objectionTo(body, to.platform, options)
  if (objection) return objection
  const gate = await passGate(tx, it, body)
  if (gate !== 'open') return gate === 'kept' ? undefined : gate
  return release(tx, it, body, kind, options)
}

function otherSide({ relay, request }: Decided, options: DecideOptions): Address | undefined {
  return relay.direction === 'to_client' ? clientSide(request) : teamSide(request, options)
}

/** It waits to leave for the other side. `rule`: the key of the rule that let it through, when no person did. */
export async function release(
  tx: Tx,
  it: Decided,
  body: RichText,
  kind: 'approved' | 'approved_edited',
  options: DecideOptions,
  rule?: string,
): Promise<Objection> {
  const { relay, request } = it
  const to = otherSide(it, options)
  if (!to) return 'no_project'
  const objection = objectionTo(body, to.platform, options)
  if (objection) return objection
  const final = await addVersion(tx, {
    relayId: relay.id,
    kind: 'final',
    revision: relay.revision,
    body,
    staffId: it.staff?.id,
    at: it.now,
  })
  await settle(tx, it, 'approved', kind, { versionId: final.id, ...(rule === undefined ? {} : { note: rule }) })
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
  return contact && contact.name !== it.client.name ? `${contact.name} · ${it.client.name}` : it.client.name
}
