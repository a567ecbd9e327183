import { after, SECOND } from '../../../core/clock.ts'
import { isBlank } from '../../../core/rich-text.ts'
import type { Tx } from '../../../db/client.ts'
import type { OutboxItem, Relay } from '../../../generated/prisma/client.ts'
import { cancelAll } from '../../../outbox/cancel.ts'
import { recordActivity } from '../../../relay/activity.ts'
import { bodyOf } from '../../../relay/body.ts'
import { dropSaidAnew, hasApprovedChange, hasNewerCorrection, takeIn } from '../../../relay/correct.ts'
import { nextRevision, setStatus } from '../../../relay/relays.ts'
import { forgetBoundary } from '../../boundaries/boundaries.ts'
import { takeInHand } from '../../rules/stop.ts'
import { showRelay } from '../../show/show.ts'
import { type Case, type DecideOptions, note, type Objection } from '../case.ts'

/**
 * A decision is taken back, when nothing of it has left: what it put into the outbox is cancelled there, in the same transaction
 * in which the relay waits again. What was approved then never leaves; a later approval makes a final of its own.
 */
export async function undo(tx: Tx, it: Case, options: DecideOptions): Promise<Objection> {
  const { relay, agency, now } = it
  if (agency.undoSeconds === 0) return 'not_offered'
  if (await hasApprovedChange(tx, relay)) return 'too_late'
  const own = await ownWordsOf(tx, relay)
  const items = await itemsOf(tx, relay, own)
  const isOver = now > after(relay.decidedAt ?? now, agency.undoSeconds * SECOND)
  if (items.length === 0 && isOver) return 'too_late'
  if (!(await cancelAll(tx, items, 'undone', now))) return 'too_late'
  await forgetBoundary(tx, relay.id)
  if (own) await takeBack(tx, own, it)
  if (await hasNewerCorrection(tx, relay)) {
    // The author has changed it once more: that waits, and stands in its place.
    await takeBack(tx, relay, it)
    return undefined
  }
  await waitAgain(tx, it, options)
  return undefined
}

/** The manager's own words that the decision sent: an answer, or a question back. */
async function ownWordsOf(tx: Tx, relay: Relay): Promise<Relay | undefined> {
  if (relay.decidedAt === null) return undefined
  const own = await tx.relay.findFirst({
    where: { answersId: relay.id, kind: 'message', status: 'approved', decidedAt: { gte: relay.decidedAt } },
  })
  return own ?? undefined
}

/** All that the decision put into the outbox: the words, or what tells their author of it. */
function itemsOf(tx: Tx, relay: Relay, own: Relay | undefined): Promise<Pick<OutboxItem, 'seq'>[]> {
  return tx.outboxItem.findMany({
    where: {
      relayId: { in: own ? [relay.id, own.id] : [relay.id] },
      OR: [{ kind: 'final' }, { template: { in: ['returned', 'rejected'] } }],
      ...(relay.decidedAt === null ? {} : { createdAt: { gte: relay.decidedAt } }),
    },
    select: { seq: true },
  })
}

async function takeBack(tx: Tx, relay: Relay, { staff, now: at }: Case): Promise<void> {
  await setStatus(tx, relay, 'withdrawn', { decidedAt: at })
  await recordActivity(tx, { relayId: relay.id, clientId: relay.clientId, kind: 'undone', staffId: staff.id, at })
}

/** As it was before the decision, with what its author has changed since. Buttons from before it are out of date. */
async function waitAgain(tx: Tx, it: Case, options: DecideOptions): Promise<void> {
  const { relay, now } = it
  const taken = await takeIn(tx, relay, now)
  const isSaidAnew = await dropSaidAnew(tx, relay, now)
  // The rules may have been changed meanwhile.
  const anew = { decidedAt: null, decidedById: null, look: { increment: 1 }, ruledRevision: null }
  await setStatus(tx, relay, 'waiting', anew)
  await takeInHand(tx, it)
  await note(tx, it, 'undone')
  if (taken !== undefined) await showRelay(tx, taken, options, now)
  if (taken === undefined && !isSaidAnew) return
  const changed = await nextRevision(tx, relay.id, now)
  if (isBlank(bodyOf(changed))) await setStatus(tx, changed, 'withdrawn', { decidedAt: now })
}
