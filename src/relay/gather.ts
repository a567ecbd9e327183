import type { Answered } from '../core/answered.ts'
import { after, SECOND } from '../core/clock.ts'
import type { Direction } from '../core/relay.ts'
import { isBlank, type RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Agency, Relay, RelayPart } from '../generated/prisma/client.ts'
import { recordActivity } from './activity.ts'
import { bodyOf, currentParts, fitsBurst } from './body.ts'
import { addVersion, nextRevision, type RelayWithParts, setStatus } from './relays.ts'
import { isOpen } from './transitions.ts'

/** Something one person said that must cross: it joins what this person is saying, or opens a relay of its own. */
export type Spoken = {
  readonly direction: Direction
  readonly clientId: string
  readonly requestId: string
  readonly contactId?: string | undefined
  readonly authorId?: string | undefined
  readonly interactionId: string
  readonly message: string
  readonly body: RichText
  /** What it answers. It stays so whatever becomes of the words. */
  readonly answers?: Answered | undefined
  /** The album that the message is a part of. */
  readonly album?: string | undefined
  readonly at: Date
}

export type Timing = Pick<Agency, 'burstQuietSeconds' | 'burstMaxSeconds'>

/**
 * Opens, extends or resubmits a relay, and returns its id. Messages of one person within the quiet time are one relay;
 * the next words of a person whose message was returned are its next version.
 */
export async function gather(tx: Tx, spoken: Spoken, timing: Timing, now: Date): Promise<string> {
  const open = await unfinishedOf(tx, spoken)
  if (open && isOpen(open.status) && hasAlbum(bodyOf(open), spoken.album)) return extend(tx, open, spoken, timing, now)
  if (open?.status === 'returned') return resubmit(tx, open, spoken, timing, now)
  if (open && stillGathering(open, spoken, now)) return extend(tx, open, spoken, timing, now)
  return openRelay(tx, spoken, timing, now)
}

/** What this person has under way in this request: what came back to them first, else what still grows. */
async function unfinishedOf(tx: Tx, spoken: Spoken): Promise<RelayWithParts | undefined> {
  const found = await tx.relay.findMany({
    where: {
      requestId: spoken.requestId,
      direction: spoken.direction,
      contactId: spoken.contactId ?? null,
      authorId: spoken.authorId ?? null,
      kind: 'message',
      status: { in: spoken.album === undefined ? ['returned', 'gathering'] : ['returned', 'gathering', 'waiting'] },
    },
    orderBy: { openedAt: 'asc' },
    include: { parts: true },
  })
  return (
    found.find((relay) => isOpen(relay.status) && hasAlbum(bodyOf(relay), spoken.album)) ??
    found.find((relay) => relay.status === 'gathering') ??
    found.find((relay) => relay.status === 'returned')
  )
}

/** However late a part of an album comes, it belongs to the others. */
function hasAlbum(body: RichText, album: string | undefined): boolean {
  return album !== undefined && body.some((block) => block.type === 'files' && block.album === album)
}

function stillGathering(relay: RelayWithParts, spoken: Spoken, now: Date): boolean {
  const inTime = now <= relay.gatherUntil || spoken.at <= relay.gatherUntil
  return inTime && fitsBurst(bodyOf(relay), spoken.body)
}

async function openRelay(tx: Tx, spoken: Spoken, timing: Timing, now: Date): Promise<string> {
  const relay = await tx.relay.create({
    data: {
      direction: spoken.direction,
      status: 'gathering',
      clientId: spoken.clientId,
      requestId: spoken.requestId,
      contactId: spoken.contactId ?? null,
      authorId: spoken.authorId ?? null,
      openedAt: now,
      gatherUntil: after(now, timing.burstQuietSeconds * SECOND),
    },
  })
  await addPart(tx, relay, spoken)
  await addVersion(tx, { relayId: relay.id, kind: 'original', revision: 1, body: spoken.body, at: spoken.at })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: 'opened',
    staffId: spoken.authorId,
    at: now,
  })
  return relay.id
}

async function extend(tx: Tx, relay: RelayWithParts, spoken: Spoken, timing: Timing, now: Date): Promise<string> {
  await addPart(tx, relay, spoken)
  await tx.relay.update({ where: { id: relay.id }, data: { gatherUntil: gatherUntil(relay, timing, now) } })
  await nextRevision(tx, relay.id, spoken.at)
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: 'extended',
    staffId: spoken.authorId,
    at: now,
  })
  return relay.id
}

/** The quiet time starts again with each message, but the whole burst has an end. */
function gatherUntil(relay: Pick<Relay, 'openedAt'>, timing: Timing, now: Date): Date {
  const quiet = after(now, timing.burstQuietSeconds * SECOND)
  const end = after(relay.openedAt, timing.burstMaxSeconds * SECOND)
  return new Date(Math.min(quiet.getTime(), end.getTime()))
}

async function resubmit(tx: Tx, relay: RelayWithParts, spoken: Spoken, timing: Timing, now: Date): Promise<string> {
  await setStatus(tx, relay, 'gathering', {
    round: { increment: 1 },
    openedAt: now,
    gatherUntil: after(now, timing.burstQuietSeconds * SECOND),
    decidedAt: null,
    decidedById: null,
  })
  await addPart(tx, { id: relay.id, round: relay.round + 1 }, spoken)
  await nextRevision(tx, relay.id, spoken.at)
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: 'resubmitted',
    staffId: spoken.authorId,
    at: now,
  })
  return relay.id
}

async function addPart(tx: Tx, relay: Pick<Relay, 'id' | 'round'>, spoken: Spoken): Promise<void> {
  await tx.relayPart.create({
    data: {
      relayId: relay.id,
      interactionId: spoken.interactionId,
      message: spoken.message,
      round: relay.round,
      at: spoken.at,
      body: spoken.body as object[],
      ...(spoken.answers === undefined ? {} : { answers: spoken.answers }),
    },
  })
}

/** The quiet time is over: what was gathering now waits. False: it is not, or no longer so. Locked by the caller. */
export async function closeGathering(tx: Tx, relay: RelayWithParts, now: Date): Promise<boolean> {
  if (relay.status !== 'gathering' || relay.gatherUntil >= now) return false
  await setStatus(tx, relay, 'waiting')
  return true
}

/**
 * The author changed one message of a relay. While it waits this is a new revision; a returned one comes back by it; after
 * the decision only the card tells of it.
 */
export async function editPart(
  tx: Tx,
  edit: {
    readonly relay: RelayWithParts
    readonly message: string
    readonly interactionId: string
    readonly body: RichText
    readonly at: Date
  },
  timing: Timing,
  now: Date,
): Promise<void> {
  const { relay } = edit
  const part = livePartOf(relay, edit.message)
  if (!part) throw new Error(`relay ${relay.id} has no part ${edit.message}`)
  if (relay.status === 'returned') {
    // What was sent back comes back as it now reads, all of it; an earlier try that is changed is the next one by itself.
    if (currentParts(relay).some(({ id }) => id === part.id))
      await tx.relayPart.updateMany({
        where: { relayId: relay.id, round: relay.round, withdrawnAt: null },
        data: { round: relay.round + 1 },
      })
    await tx.relayPart.update({
      where: { id: part.id },
      data: { interactionId: edit.interactionId, body: edit.body as object[], round: relay.round + 1 },
    })
    await setStatus(tx, relay, 'gathering', {
      round: { increment: 1 },
      openedAt: now,
      gatherUntil: after(now, timing.burstQuietSeconds * SECOND),
      decidedAt: null,
      decidedById: null,
    })
  } else {
    await tx.relayPart.update({
      where: { id: part.id },
      data: { interactionId: edit.interactionId, ...(isOpen(relay.status) ? { body: edit.body as object[] } : {}) },
    })
  }
  if (isOpen(relay.status) || relay.status === 'returned') await nextRevision(tx, relay.id, edit.at)
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: relay.status === 'returned' ? 'resubmitted' : 'edited',
    staffId: relay.authorId ?? undefined,
    at: now,
  })
}

/** A message that was taken back and said again has a part for each time. */
function livePartOf(relay: RelayWithParts, message: string): RelayPart | undefined {
  const own = relay.parts.filter((part) => part.message === message).sort((a, b) => (a.id < b.id ? -1 : 1))
  return own.findLast((part) => part.withdrawnAt === null) ?? own.at(-1)
}

/** The author took a message back. The last one gone takes the relay with it. */
export async function withdrawPart(tx: Tx, relay: RelayWithParts, message: string, now: Date): Promise<void> {
  const part = relay.parts.find((p) => p.message === message && p.withdrawnAt === null)
  if (!part) return
  await tx.relayPart.update({ where: { id: part.id }, data: { withdrawnAt: now, open: false } })
  if (!isOpen(relay.status) && relay.status !== 'returned') {
    await recordActivity(tx, {
      relayId: relay.id,
      clientId: relay.clientId,
      kind: 'part_withdrawn',
      staffId: relay.authorId ?? undefined,
      at: now,
    })
    return
  }
  const left = await nextRevision(tx, relay.id, now)
  const nothingLeft = isBlank(bodyOf(left))
  if (nothingLeft) await setStatus(tx, relay, 'withdrawn', { decidedAt: now })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: relay.clientId,
    kind: nothingLeft ? 'withdrawn' : 'part_withdrawn',
    staffId: relay.authorId ?? undefined,
    at: now,
  })
}

/** The relay whose part this message is, newest first; locked by the caller when it changes it. */
export async function relayOfMessage(tx: Tx, message: string): Promise<string | undefined> {
  const part = await tx.relayPart.findFirst({ where: { message }, orderBy: { id: 'desc' }, select: { relayId: true } })
  return part?.relayId
}
