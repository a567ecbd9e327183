import { richTextSchema } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { RelayPart } from '../generated/prisma/client.ts'
import { bodyOf, currentParts } from './body.ts'
import { addVersion, nextRevision, type RelayWithParts } from './relays.ts'

/** What of a relay can go by itself: a message, or all of an album, in the order they were said. */
export function groupsOf(relay: RelayWithParts): RelayPart[][] {
  const groups: { album: string | undefined; parts: RelayPart[] }[] = []
  for (const part of currentParts(relay)) {
    const album = albumOf(part)
    const known = album === undefined ? undefined : groups.find((group) => group.album === album)
    if (known) known.parts.push(part)
    else groups.push({ album, parts: [part] })
  }
  return groups.map(({ parts }) => parts)
}

function albumOf({ body }: RelayPart): string | undefined {
  for (const block of richTextSchema.parse(body))
    if (block.type === 'files' && block.album !== undefined) return block.album
  return undefined
}

/** These parts go on in a relay of their own, which waits since when the first did, for whoever that waits for. Both have a new revision. Returns its row. */
export async function splitOff(
  tx: Tx,
  relay: RelayWithParts,
  parts: readonly RelayPart[],
  now: Date,
): Promise<RelayWithParts> {
  const { direction, clientId, requestId, contactId, authorId, assigneeId, openedAt, askedAgainAt, look } = relay
  const whose = { direction, clientId, requestId, contactId, authorId, assigneeId }
  const writtenAt = await lastWritten(tx, [relay.id], now)
  const { id } = await tx.relay.create({
    data: { ...whose, status: 'waiting', openedAt, askedAgainAt, look, gatherUntil: now },
  })
  await tx.relayPart.updateMany({
    where: { id: { in: parts.map((part) => part.id) } },
    data: { relayId: id, round: 1 },
  })
  const other = await tx.relay.findUniqueOrThrow({ where: { id }, include: { parts: true } })
  await addVersion(tx, { relayId: id, kind: 'original', revision: 1, body: bodyOf(other), at: writtenAt })
  await nextRevision(tx, relay.id, writtenAt)
  return other
}

/** All that `newer` has goes on in `older`, which has a new revision by it. What `newer` had as versions stays with it. */
export async function moveInto(
  tx: Tx,
  older: RelayWithParts,
  newer: RelayWithParts,
  now: Date,
): Promise<RelayWithParts> {
  const moved = currentParts(newer).map(({ id }) => id)
  await tx.relayPart.updateMany({ where: { id: { in: moved } }, data: { relayId: older.id, round: older.round } })
  const look = Math.max(older.look, newer.look)
  await tx.relay.update({ where: { id: older.id }, data: { look, askedAgainAt: null } })
  return nextRevision(tx, older.id, await lastWritten(tx, [older.id, newer.id], now))
}

/** When their author last said or changed something of these: cutting up and putting together makes no words younger. */
async function lastWritten(tx: Tx, relayIds: readonly string[], now: Date): Promise<Date> {
  const newest = await tx.relayVersion.findFirst({
    where: { relayId: { in: [...relayIds] }, kind: 'original' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  return newest?.at ?? now
}
