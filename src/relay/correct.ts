import { after, SECOND } from '../core/clock.ts'
import { isBlank, type RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { RelayKind, RelayPart } from '../generated/prisma/client.ts'
import { recordActivity } from './activity.ts'
import { bodyOf, currentParts } from './body.ts'
import type { Timing } from './gather.ts'
import { addVersion, type RelayWithParts, setStatus } from './relays.ts'

/** What the author did to one message of what has been approved. */
export type Change = {
  /** The relay whose part the message is: the approved one, or a correction of it. */
  readonly relay: RelayWithParts
  readonly message: string
  readonly interactionId: string
  /** Absent: the message was taken back. */
  readonly body?: RichText | undefined
  readonly at: Date
}

/**
 * Words that were approved are changed or taken back by their author: nothing changes at the other side before a manager has
 * approved that too. Opens a correction of all that was said with the change in it, or a removal when nothing is left, and
 * returns its id. Undefined: what was said did not leave, so there is nothing to correct.
 */
export async function proposeCorrection(
  tx: Tx,
  change: Change,
  timing: Timing,
  now: Date,
): Promise<string | undefined> {
  const root = await rootOf(tx, change.relay)
  if (root.status !== 'approved') return undefined
  const parts = await partsThatStand(tx, root)
  const left = parts.flatMap((part) => (part.message === change.message ? changedPart(part, change) : [part]))
  const isRemoval = left.length === 0
  return open(tx, root, isRemoval ? 'removal' : 'correction', isRemoval ? parts : left, change.at, timing, now)
}

/** Whether the author's changes of this relay are corrections: it, or what it corrects, has been approved. */
export async function isCorrectable(tx: Tx, relay: RelayWithParts): Promise<boolean> {
  return (await rootOf(tx, relay)).status === 'approved'
}

/** A correction whose message its author took back is no longer wanted; what it corrects may have to go instead. */
export async function dropCorrection(tx: Tx, correction: RelayWithParts, now: Date): Promise<void> {
  await setStatus(tx, correction, 'withdrawn', { decidedAt: now })
  await recordActivity(tx, {
    relayId: correction.id,
    clientId: correction.clientId,
    kind: 'withdrawn',
    staffId: correction.authorId ?? undefined,
    at: now,
  })
}

async function rootOf(tx: Tx, relay: RelayWithParts): Promise<RelayWithParts> {
  if (relay.correctsId === null) return relay
  return tx.relay.findUniqueOrThrow({ where: { id: relay.correctsId }, include: { parts: true } })
}

/** As the author last said it with a manager's approval. */
async function partsThatStand(tx: Tx, root: RelayWithParts): Promise<RelayPart[]> {
  const corrected = await tx.relay.findFirst({
    where: { correctsId: root.id, kind: 'correction', status: 'approved' },
    orderBy: { number: 'desc' },
    include: { parts: true },
  })
  return currentParts(corrected ?? root)
}

function changedPart(part: RelayPart, { body, interactionId }: Change): RelayPart[] {
  return body === undefined || isBlank(body) ? [] : [{ ...part, interactionId, body: body as object[] }]
}

async function open(
  tx: Tx,
  root: RelayWithParts,
  kind: Exclude<RelayKind, 'message'>,
  parts: readonly RelayPart[],
  at: Date,
  timing: Timing,
  now: Date,
): Promise<string> {
  const relay = await tx.relay.create({
    data: {
      kind,
      correctsId: root.id,
      direction: root.direction,
      status: 'gathering',
      clientId: root.clientId,
      requestId: root.requestId,
      contactId: root.contactId,
      authorId: root.authorId,
      openedAt: now,
      gatherUntil: after(now, timing.burstQuietSeconds * SECOND),
      parts: {
        create: parts.map(({ interactionId, message, at: saidAt, body }) => ({
          interactionId,
          message,
          round: 1,
          at: saidAt,
          body: body as object[],
        })),
      },
    },
    include: { parts: true },
  })
  await addVersion(tx, { relayId: relay.id, kind: 'original', revision: 1, body: bodyOf(relay), at })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: 'opened',
    staffId: root.authorId ?? undefined,
    at: now,
  })
  return relay.id
}
