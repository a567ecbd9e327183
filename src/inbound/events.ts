import { after, MINUTE, SECOND } from '../core/clock.ts'
import type { RawEvent } from '../core/flow.ts'
import { storable } from '../core/hash.ts'
import type { Database, Tx } from '../db/client.ts'
import type { InboundEvent } from '../generated/prisma/client.ts'

/** A crash is noticed when it has run out; whoever is at work renews it (see lease.ts). */
const LEASE_MS = 30 * SECOND
/** How long after each failure an event is tried again; after the last it is set aside. */
const RETRY_AFTER_MS = [SECOND, 4 * SECOND, 15 * SECOND, MINUTE] as const
const LOOK_AGAIN_AFTER_MS = SECOND
export const MAX_ATTEMPTS = RETRY_AFTER_MS.length + 1

/** Stores events as they came; one that is stored already is left as it is. When this returns they are safe. */
export async function storeEvents(database: Database, events: readonly RawEvent[], now: Date): Promise<void> {
  if (events.length === 0) return
  await database.prisma.inboundEvent.createMany({
    skipDuplicates: true,
    data: events.map((event) => ({ ...rowOf(event), receivedAt: now, nextAt: now })),
  })
}

function rowOf(event: RawEvent) {
  return { platform: event.platform, eventId: event.eventId, lane: event.lane, body: storable(event.body) as object }
}

/** Stores an event that is handled at once by this process. Undefined: it was stored before, so it is or was handled. */
export async function storeClaimed(
  database: Database,
  event: RawEvent,
  owner: string,
  now: Date,
): Promise<InboundEvent | undefined> {
  const [row] = await database.prisma.inboundEvent.createManyAndReturn({
    skipDuplicates: true,
    data: [
      {
        ...rowOf(event),
        receivedAt: now,
        nextAt: now,
        attempts: 1,
        leaseOwner: owner,
        leasedUntil: after(now, LEASE_MS),
      },
    ],
  })
  return row
}

/** Takes events that are due, of each lane only the first that is not handled. A lease that ran out counts as none. */
export async function claimEvents(
  database: Database,
  owner: string,
  limit: number,
  now: Date,
): Promise<InboundEvent[]> {
  const claimed = await database.prisma.$queryRaw<{ seq: bigint }[]>`
    update "InboundEvent" set "leaseOwner" = ${owner}, "leasedUntil" = ${after(now, LEASE_MS)}, attempts = attempts + 1
    where seq in (
      select event.seq from "InboundEvent" event
      join (select distinct on (platform, lane) seq from "InboundEvent" where status = 'pending' order by platform, lane, seq) head
        on head.seq = event.seq
      where event.status = 'pending' and event."nextAt" <= ${now} and (event."leasedUntil" is null or event."leasedUntil" <= ${now})
      order by event.seq limit ${limit}
      for update of event skip locked
    ) and status = 'pending'
    returning seq`
  if (claimed.length === 0) return []
  return database.prisma.inboundEvent.findMany({
    where: { seq: { in: claimed.map((row) => row.seq) } },
    orderBy: { seq: 'asc' },
  })
}

/** Its owner is still at it, with a file perhaps. */
export async function renewEvent(
  database: Database,
  event: Pick<InboundEvent, 'seq'>,
  owner: string,
  now: Date,
): Promise<void> {
  await database.prisma.inboundEvent.updateMany({
    where: { seq: event.seq, status: 'pending', leaseOwner: owner },
    data: { leasedUntil: after(now, LEASE_MS) },
  })
}

/** Leases of others are void: for a process that knows it is alone on its database. */
export async function takeOverEvents(database: Database, owner: string): Promise<void> {
  await database.prisma.inboundEvent.updateMany({
    where: { status: 'pending', leaseOwner: { not: owner } },
    data: { leasedUntil: null },
  })
}

export async function markHandled(database: Database, event: Pick<InboundEvent, 'seq'>, now: Date): Promise<void> {
  await database.prisma.inboundEvent.updateMany({
    where: { seq: event.seq, status: 'pending' },
    data: { status: 'handled', handledAt: now, leasedUntil: null, error: null },
  })
}

/** Not a failure: it waits until a message on its way to `conversation` has ended, and looks again from time to time. */
export async function markDeferred(
  database: Database,
  event: Pick<InboundEvent, 'seq'>,
  conversation: string,
  now: Date,
): Promise<void> {
  await database.prisma.inboundEvent.updateMany({
    where: { seq: event.seq, status: 'pending' },
    data: {
      attempts: { decrement: 1 },
      leasedUntil: null,
      waitsFor: conversation,
      nextAt: after(now, LOOK_AGAIN_AFTER_MS),
    },
  })
}

/** What they waited for has ended. */
export async function releaseDeferred(tx: Tx, conversation: string, now: Date): Promise<void> {
  await tx.inboundEvent.updateMany({
    where: { status: 'pending', waitsFor: conversation },
    data: { waitsFor: null, nextAt: now },
  })
}

/** It failed: tried again later, or set aside after the last attempt. Returns whether it was set aside. */
export async function markFailed(
  tx: Tx,
  event: Pick<InboundEvent, 'seq' | 'attempts'>,
  error: string,
  now: Date,
): Promise<boolean> {
  const wait = RETRY_AFTER_MS[event.attempts - 1]
  await tx.inboundEvent.updateMany({
    where: { seq: event.seq, status: 'pending' },
    data: {
      error,
      leasedUntil: null,
      ...(wait === undefined ? { status: 'set_aside' } : { nextAt: after(now, wait) }),
    },
  })
  return wait === undefined
}
