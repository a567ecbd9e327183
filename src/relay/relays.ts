import { digestWith, type Quoted } from '../core/answered.ts'
import type { UnscheduledBy } from '../core/card.ts'
import type { RelayStatus } from '../core/relay.ts'
import { type RichText, toPlain } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Prisma, Relay, RelayPart, RelayVersion, VersionKind } from '../generated/prisma/client.ts'
import { recordActivity } from './activity.ts'
import { bodyOf } from './body.ts'
import { transition } from './transitions.ts'

export type RelayWithParts = Relay & { readonly parts: readonly RelayPart[] }

/**
 * Locks the relay until the transaction ends, so that of two people only one decides. Its client comes first, as it does
 * for whatever is written into the client's chain: two that want both never wait for each other. Undefined: there is none.
 */
export async function lockRelay(tx: Tx, id: string): Promise<RelayWithParts | undefined> {
  await tx.$queryRaw`select id from "Client" where id = (select "clientId" from "Relay" where id = ${id}::uuid) for update`
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from "Relay" where id = ${id}::uuid for update`
  if (locked.length === 0) return undefined
  return tx.relay.findUniqueOrThrow({ where: { id }, include: { parts: true } })
}

/** The only way a relay's status changes. */
export async function setStatus(
  tx: Tx,
  relay: Pick<Relay, 'id' | 'status'>,
  to: RelayStatus,
  change: Omit<Prisma.RelayUncheckedUpdateInput, 'status'> = {},
): Promise<void> {
  await tx.relay.update({ where: { id: relay.id }, data: { ...change, status: transition(relay.status, to) } })
}

/** Adds a version; versions are never changed. `hash` is what delivery compares before anything leaves. */
export async function addVersion(
  tx: Tx,
  version: {
    readonly relayId: string
    readonly kind: VersionKind
    readonly revision: number
    readonly body: RichText
    /** What its words answer, as it leaves with them. */
    readonly quotes?: readonly Quoted[] | undefined
    readonly staffId?: string | undefined
    readonly at: Date
  },
): Promise<RelayVersion> {
  return tx.relayVersion.create({
    data: {
      relayId: version.relayId,
      kind: version.kind,
      revision: version.revision,
      body: version.body as object[],
      text: toPlain(version.body),
      ...(version.quotes === undefined || version.quotes.length === 0 ? {} : { quotes: [...version.quotes] }),
      hash: digestWith(version.quotes, version.body),
      staffId: version.staffId ?? null,
      at: version.at,
    },
  })
}

/**
 * The client has written in this request: what specialists' words wait in it must be looked at again before they are decided,
 * and so must whatever was planned, or held. What else the client said needs no other look: each of it has its own card. `but`:
 * relays that the words went into, which have a new revision. Returns the ids of the others that have changed.
 */
export async function lookAgain(tx: Tx, requestId: string, but: readonly string[], now: Date): Promise<string[]> {
  const planned = await tx.relay.findMany({ where: { requestId, status: 'scheduled', id: { notIn: [...but] } } })
  for (const relay of planned) await unschedule(tx, relay, { by: 'client', at: now })
  const held = await tx.relay.updateManyAndReturn({
    where: { requestId, snoozedUntil: { not: null }, id: { notIn: [...but] } },
    data: { snoozedUntil: null },
    select: { id: true, clientId: true },
  })
  for (const { id: relayId, clientId } of held)
    await recordActivity(tx, { relayId, clientId, kind: 'snooze_over', at: now })
  const others = await tx.relay.updateManyAndReturn({
    where: { requestId, direction: 'to_client', status: { in: ['gathering', 'waiting'] }, id: { notIn: [...but] } },
    data: { look: { increment: 1 } },
    select: { id: true },
  })
  return [...new Set([...planned, ...others, ...held].map(({ id }) => id))]
}

/** What was said has changed: the next revision, with the words as they are now as its `original`. */
export async function nextRevision(tx: Tx, relayId: string, at: Date): Promise<RelayWithParts> {
  const relay = await tx.relay.update({
    where: { id: relayId },
    data: { revision: { increment: 1 }, snoozedUntil: null, askedAt: null },
    include: { parts: true },
  })
  await addVersion(tx, { relayId, kind: 'original', revision: relay.revision, body: bodyOf(relay), at })
  return relay
}

/** What was to leave later waits for a decision again; why is written down, and the card says it. */
export async function unschedule(
  tx: Tx,
  relay: Pick<Relay, 'id' | 'clientId' | 'status'>,
  { by, staffId, at }: { readonly by: UnscheduledBy; readonly staffId?: string; readonly at: Date },
): Promise<void> {
  await setStatus(tx, relay, 'waiting', {
    sendAt: null,
    decidedAt: null,
    decidedById: null,
    look: { increment: 1 },
    // The rules may have been changed meanwhile.
    ruledRevision: null,
  })
  await recordActivity(tx, { relayId: relay.id, clientId: relay.clientId, kind: 'unscheduled', staffId, note: by, at })
}
