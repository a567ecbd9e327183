import { after, SECOND } from '../core/clock.ts'
import { digest } from '../core/hash.ts'
import { isBlank, type RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { RelayKind, RelayPart } from '../generated/prisma/client.ts'
import { recordActivity } from './activity.ts'
import { bodyOf, currentParts, inOrder } from './body.ts'
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
 * approved that too. Opens a correction of all that was said with the change in it, or a removal when nothing is left; one that
 * waited already gives its place to it. Returns the relays that are new or have changed; none when what was said did not leave.
 */
export async function proposeCorrection(tx: Tx, change: Change, timing: Timing, now: Date): Promise<string[]> {
  const root = await rootOf(tx, change.relay)
  if (root.status !== 'approved') return []
  const standing = await partsThatStand(tx, root)
  const waiting = await waitingFor(tx, root)
  const before = waiting?.kind === 'correction' ? currentParts(waiting) : standing
  const after = changedParts(before, root, change)
  if (waiting) await drop(tx, waiting, now)
  const dropped = waiting ? [waiting.id] : []
  // Nothing is to be changed after all: how its messages are doing is what it was before.
  if (isSame(after, standing)) return [...dropped, (await newestApproved(tx, root)).id]
  const isRemoval = after.length === 0
  const opened = await open(
    tx,
    root,
    isRemoval ? 'removal' : 'correction',
    isRemoval ? standing : after,
    change.at,
    timing,
    now,
  )
  return [...dropped, opened]
}

/** Whether by this change of a correction that waits the author says again what stands at the other side. */
export async function isTakenBack(tx: Tx, change: Change): Promise<boolean> {
  const { relay } = change
  if (relay.kind !== 'correction') return false
  const root = await rootOf(tx, relay)
  if (root.status !== 'approved') return false
  return isSame(changedParts(currentParts(relay), root, change), await partsThatStand(tx, root))
}

/** Whether the author's changes of this relay are corrections: it, or what it corrects, has been approved. */
export async function isCorrectable(tx: Tx, relay: RelayWithParts): Promise<boolean> {
  return (await rootOf(tx, relay)).status === 'approved'
}

/** Whether what this relay is about has been removed from the other side with a manager's approval. */
export async function isRemoved(tx: Tx, relay: RelayWithParts): Promise<boolean> {
  const root = relay.correctsId ?? relay.id
  return (await tx.relay.count({ where: { correctsId: root, kind: 'removal', status: 'approved' } })) > 0
}

/** Whether somebody has yet to decide that this message goes from the other side: with all that was said there, or out of it. */
export async function isRemovalAsked(tx: Tx, message: string): Promise<boolean> {
  const said = await tx.relayPart.findMany({
    where: { message },
    select: { relay: { select: { id: true, correctsId: true } } },
  })
  const ids = said.map(({ relay }) => relay.correctsId ?? relay.id)
  const asked = { some: { status: { in: [...UNDECIDED] } } }
  const roots = await tx.relay.findMany({
    where: { id: { in: ids }, status: 'approved', correctedBy: asked },
    include: { parts: true },
  })
  for (const root of roots) {
    const waiting = await waitingFor(tx, root)
    const stands = (await partsThatStand(tx, root)).some((part) => part.message === message)
    const stays = waiting?.kind === 'correction' && currentParts(waiting).some((part) => part.message === message)
    if (waiting && stands && !stays) return true
  }
  return false
}

/** Whether a correction or a removal of what was approved waits for somebody's decision. */
export async function isChangeAsked(tx: Tx, root: string): Promise<boolean> {
  return (await tx.relay.count({ where: { correctsId: root, status: { in: [...UNDECIDED] } } })) > 0
}

/** Whatever correction or removal of it waits is not needed any more. Returns its id. */
export async function dropWaiting(tx: Tx, root: RelayWithParts, now: Date): Promise<string | undefined> {
  const waiting = await waitingFor(tx, root)
  if (waiting) await drop(tx, waiting, now)
  return waiting?.id
}

/**
 * A decision about `root` is taken back: what its author has changed since, and what waited as a correction or a removal of it,
 * goes into the relay itself, before it waits again. Returns the id of what waited; undefined: nothing has changed.
 */
export async function takeIn(tx: Tx, root: RelayWithParts, now: Date): Promise<string | undefined> {
  const waiting = await waitingFor(tx, root)
  if (!waiting) return undefined
  await drop(tx, waiting, now)
  const changed = waiting.kind === 'correction' ? currentParts(waiting) : []
  const own = currentParts(root)
  for (const { id, message } of own) {
    if (changed.some((part) => part.message === message)) continue
    await tx.relayPart.update({ where: { id }, data: { withdrawnAt: now, open: false } })
  }
  for (const { message, interactionId, body } of changed) {
    // What had been taken out before the decision has come back since.
    const part = own.find((one) => one.message === message) ?? root.parts.findLast((one) => one.message === message)
    if (!part) continue
    const data = { interactionId, body: body as object[], round: root.round, withdrawnAt: null }
    await tx.relayPart.update({ where: { id: part.id }, data })
  }
  return waiting.id
}

/**
 * The same for what was answered or rejected: what its author changed since was said as something new, and is decided there. Of
 * this relay it is no part any more. Whether there was any.
 */
export async function dropSaidAnew(tx: Tx, root: RelayWithParts, now: Date): Promise<boolean> {
  const { count } = await tx.relayPart.updateMany({
    where: { id: { in: await saidAnew(tx, root) } },
    data: { withdrawnAt: now, open: false },
  })
  return count > 0
}

async function saidAnew(tx: Tx, root: RelayWithParts): Promise<string[]> {
  const own = currentParts(root)
  const newer = await tx.relayPart.findMany({
    where: {
      message: { in: own.map(({ message }) => message) },
      relay: { kind: 'message', id: { not: root.id } },
    },
    select: { id: true, message: true },
  })
  return own
    .filter(({ id, message }) => newer.some((part) => part.message === message && part.id > id))
    .map(({ id }) => id)
}

/** Whether a change of it by its author, or its recall, has been approved. */
export async function hasApprovedChange(tx: Tx, relay: Pick<RelayWithParts, 'id'>): Promise<boolean> {
  return (await tx.relay.count({ where: { correctsId: relay.id, status: { in: ['approved', 'scheduled'] } } })) > 0
}

/** Whether its author has changed the words of this correction once more, and that waits. */
export async function hasNewerCorrection(
  tx: Tx,
  { correctsId, number }: Pick<RelayWithParts, 'correctsId' | 'number'>,
): Promise<boolean> {
  if (correctsId === null) return false
  const newer = await tx.relay.count({
    where: {
      correctsId,
      number: { gt: number },
      status: { in: ['gathering', 'waiting', 'returned', 'scheduled', 'approved'] },
    },
  })
  return newer > 0
}

const UNDECIDED = ['gathering', 'waiting', 'returned', 'scheduled'] as const

async function waitingFor(tx: Tx, root: RelayWithParts): Promise<RelayWithParts | undefined> {
  const found = await tx.relay.findFirst({
    where: { correctsId: root.id, status: { in: [...UNDECIDED] } },
    include: { parts: true },
  })
  return found ?? undefined
}

/** A correction that another takes the place of. */
async function drop(tx: Tx, correction: RelayWithParts, now: Date): Promise<void> {
  await setStatus(tx, correction, 'withdrawn', { decidedAt: now, sendAt: null })
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
  return currentParts(await newestApproved(tx, root))
}

async function newestApproved(tx: Tx, root: RelayWithParts): Promise<RelayWithParts> {
  const corrected = await tx.relay.findFirst({
    where: { correctsId: root.id, kind: 'correction', status: 'approved' },
    orderBy: { number: 'desc' },
    include: { parts: true },
  })
  return corrected ?? root
}

/** With the change in it; a message that had been taken out comes back to its place. */
function changedParts(before: readonly RelayPart[], root: RelayWithParts, change: Change): RelayPart[] {
  const others = before.filter((part) => part.message !== change.message)
  const { body, interactionId, message } = change
  if (body === undefined || isBlank(body)) return others
  const own = before.find((part) => part.message === message) ?? root.parts.find((part) => part.message === message)
  const changed = own ? [{ ...own, interactionId, body: body as object[] }] : []
  return [...others, ...changed].sort(inOrder)
}

function isSame(some: readonly RelayPart[], others: readonly RelayPart[]): boolean {
  const words = (parts: readonly RelayPart[]) => digest(parts.map((part) => part.body))
  return words(some) === words(others)
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
        create: parts.map(({ interactionId, message, at: saidAt, body, answers }) => ({
          interactionId,
          message,
          round: 1,
          at: saidAt,
          body: body as object[],
          ...(answers === null ? {} : { answers }),
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
