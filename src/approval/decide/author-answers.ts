import type { AuthorAnswer, AuthorVerdict } from '../../core/flow.ts'
import type { RemoteConversation, RemoteThread } from '../../core/ids.ts'
import { richTextSchema } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { enqueueUpdate } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { localeOfStaff, staffByUser } from '../../people/staff.ts'
import { recordActivity } from '../../relay/activity.ts'
import { type Draft, draftOf } from '../../relay/drafts.ts'
import { wallOf } from '../../relay/mask/wall.ts'
import { lockRelay, type RelayWithParts } from '../../relay/relays.ts'
import { isOpen } from '../../relay/transitions.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { askedSlot } from './acts/drafts.ts'

/**
 * The author says whether the manager's wording still says what they meant. Whoever has the card before them must see that
 * before they decide, so what they saw is out of date by it.
 */
export async function authorAnswers(
  tx: Tx,
  given: AuthorAnswer,
  options: ShowOptions,
  now: Date,
): Promise<AuthorVerdict> {
  const staff = await staffByUser(tx, given.by)
  const { locale: ours } = await agencyOf(tx)
  const locale = staff?.locale ?? ours
  const relay = await lockRelay(tx, given.relay)
  if (!relay) return { kind: 'over', locale }
  if (!staff || staff.id !== relay.authorId) return { kind: 'forbidden', locale }
  const draft = isOpen(relay.status) ? await draftOf(tx, relay) : undefined
  if (draft?.asked === undefined || draft.version.id !== given.version) return { kind: 'over', locale }
  const note = given.note?.trim() ?? ''
  if (!given.agrees && note === '') return { kind: 'no_reason', locale }
  await tx.relay.update({ where: { id: relay.id }, data: { askedAt: null, look: { increment: 1 } } })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: given.agrees ? 'author_agreed' : 'author_disagreed',
    staffId: staff.id,
    versionId: draft.version.id,
    ...(given.agrees ? {} : { note }),
    at: now,
  })
  await showAnswer(tx, relay, draft, { staff, agrees: given.agrees, note }, options, now)
  await showRelay(tx, relay.id, options, now)
  return { kind: 'done', locale }
}

/** Where they were asked there is nothing left to press. */
async function showAnswer(
  tx: Tx,
  relay: RelayWithParts,
  { version }: Draft,
  { staff, agrees, note }: { readonly staff: Staff; readonly agrees: boolean; readonly note: string },
  options: ShowOptions,
  now: Date,
): Promise<void> {
  const asked = await tx.outboxItem.findFirst({ where: { slot: askedSlot(version.id) }, orderBy: { seq: 'desc' } })
  if (!asked) return
  const manager = version.staffId === null ? null : await tx.staff.findUnique({ where: { id: version.staffId } })
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId } })
  const wall = await wallOf(tx, request)
  const body = richTextSchema.parse(version.body)
  await enqueueUpdate(tx, 'team', {
    to: {
      platform: options.team.platform,
      conversation: asked.conversation as RemoteConversation,
      ...(asked.thread === null ? {} : { thread: asked.thread as RemoteThread }),
    },
    notice: {
      template: 'asked',
      locale: localeOfStaff(staff, await agencyOf(tx)),
      author: staff.remoteUser ?? '',
      by: manager?.name ?? '',
      relay: relay.id,
      version: version.id,
      words: [...(wall?.body(body) ?? body)],
      answer: { agrees, by: staff.name, ...(agrees ? {} : { note }) },
    },
    slot: askedSlot(version.id),
    relayId: relay.id,
    now,
  })
}
