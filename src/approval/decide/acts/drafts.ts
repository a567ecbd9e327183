import { digest } from '../../../core/hash.ts'
import type { RemoteConversation, RemoteThread } from '../../../core/ids.ts'
import { withMentionsOf } from '../../../core/mentions.ts'
import { type RichText, richTextSchema, wordsIn } from '../../../core/rich-text.ts'
import type { Tx } from '../../../db/client.ts'
import { enqueueUpdate } from '../../../outbox/items.ts'
import { localeOfStaff } from '../../../people/staff.ts'
import { bodyOf, currentParts } from '../../../relay/body.ts'
import { draftOf, keepDraft } from '../../../relay/drafts.ts'
import { wallOf } from '../../../relay/mask/wall.ts'
import { takeInHand } from '../../rules/stop.ts'
import { type Act, type Case, type DecideOptions, note, type Objection, objectionTo } from '../case.ts'
import { findingsIn } from '../meaning.ts'
import { noteConfirmed, otherSide, send, withFilesOf } from '../send.ts'

/** The manager's wording is kept; nothing is sent, and the dialogue begins with it next time. */
export async function saveDraft(
  tx: Tx,
  it: Case,
  act: Extract<Act, { kind: 'draft' }>,
  options: DecideOptions,
): Promise<Objection> {
  const objection = obstacleTo(it, act.body, options)
  if (objection) return objection
  await takeInHand(tx, it)
  const before = await draftOf(tx, it.relay)
  const version = await keepDraft(tx, it.relay, { body: act.body, staffId: it.staff.id, at: it.now })
  // Whoever is asked about other words need not answer any more.
  if (before?.version.id !== version.id) await tx.relay.update({ where: { id: it.relay.id }, data: { askedAt: null } })
  await note(tx, it, 'drafted', { versionId: version.id })
  return undefined
}

/**
 * The author is asked in their thread whether the manager's wording still says what they meant. They see their manager's words
 * and nothing else, and a blind contractor sees tokens in them.
 */
export async function ask(
  tx: Tx,
  it: Case,
  act: Extract<Act, { kind: 'ask' }>,
  options: DecideOptions,
): Promise<Objection> {
  const objection = obstacleTo(it, act.body, options)
  if (objection) return objection
  const { relay, request } = it
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  const at = currentParts(relay).at(-1)
  const known = at ? await tx.remoteMessage.findUnique({ where: { message: at.message } }) : null
  if (!author?.remoteUser || !known || request.teamThread === null) return 'nobody_to_ask'
  const wall = await wallOf(tx, request)
  await takeInHand(tx, it)
  const version = await keepDraft(tx, relay, { body: act.body, staffId: it.staff.id, at: it.now })
  await tx.relay.update({ where: { id: relay.id }, data: { askedAt: it.now } })
  await note(tx, it, 'asked', { versionId: version.id })
  await enqueueUpdate(tx, 'team', {
    to: {
      platform: options.team.platform,
      conversation: known.conversation as RemoteConversation,
      thread: request.teamThread as RemoteThread,
    },
    notice: {
      template: 'asked',
      locale: localeOfStaff(author, it.agency),
      author: author.remoteUser,
      by: it.staff.name,
      relay: relay.id,
      version: version.id,
      words: [...(wall?.body(act.body) ?? act.body)],
    },
    slot: askedSlot(version.id),
    relayId: relay.id,
    now: it.now,
  })
  await wall?.keep()
  return undefined
}

/** The message by which an author is asked about a draft: rewritten when they have answered. */
export function askedSlot(version: string): string {
  return `asked:${version}`
}

function obstacleTo(it: Case, words: RichText, options: DecideOptions): Objection {
  return objectionTo(words, otherSide(it, options)?.platform ?? it.request.platform, options)
}

/** What its author has agreed to leaves. That they agreed says of each change of meaning that it is meant. */
export async function approveDraft(
  tx: Tx,
  it: Case,
  act: Extract<Act, { kind: 'approve_draft' }>,
  options: DecideOptions,
): Promise<Objection> {
  const draft = await draftOf(tx, it.relay)
  if (draft?.version.id !== act.version || draft.answer?.kind !== 'author_agreed') return 'not_offered'
  const said = bodyOf(it.relay)
  const words = withMentionsOf(said, richTextSchema.parse(draft.version.body))
  if (digest(words) === digest(wordsIn(said))) return send(tx, it, said, 'approved', options)
  const findings = findingsIn(said, words, it.relay.direction, it.locale)
  const objection = await send(tx, it, withFilesOf(said, words), 'approved_edited', options)
  if (objection !== undefined) return objection
  await noteConfirmed(tx, it, findings)
  return undefined
}
