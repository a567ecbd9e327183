import { after, type Clock, MINUTE, SECOND } from '../core/clock.ts'
import { describe } from '../core/errors.ts'
import type { Platform } from '../core/ids.ts'
import type { Found, Outcome, Sender } from '../core/sender.ts'
import type { Database } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import type { Log } from '../log.ts'
import { abandonedItems, claimItems, markCalled, unsureItems } from './claim.ts'
import { compose } from './compose.ts'
import { type OnSettled, settle } from './settle.ts'

export type DeliveryOptions = {
  readonly database: Database
  readonly senders: Record<Platform, Sender>
  readonly clock: Clock
  readonly log: Log
  /** Names this process; a lease bears it. */
  readonly owner: string
  readonly onSettled: OnSettled
}

/** A call that nobody answered may still be at work for this long: until then a message that is not there proves nothing. */
const STILL_ON_ITS_WAY_MS = 20 * SECOND

/** What can be sent twice without harm: an update of a message, a reaction. */
function repeatable(item: OutboxItem, hasTarget: boolean): boolean {
  return item.template === 'state' || hasTarget
}

export function delivery({ database, senders, clock, log, owner, onSettled }: DeliveryOptions) {
  const claim = (limit: number) => claimItems(database, owner, limit, clock.now())

  /** Sends one claimed item and writes down how it ended. Never throws for what a platform does. */
  async function deliver(item: OutboxItem): Promise<void> {
    const composed = await compose(database, item)
    if (composed.kind === 'tampered') {
      log.error({ item: item.id, relay: item.relayId, detail: composed.detail }, 'an item was not sent')
      await settle(
        database,
        item,
        { kind: 'refused', reason: 'bad_request', detail: composed.detail },
        owner,
        onSettled,
        clock.now(),
      )
      return
    }
    if (!(await markCalled(database, item, owner, clock.now()))) return
    const outcome = await call(item, () => senders[item.platform].send(composed.to, composed.message, item.id))
    const known =
      outcome.kind === 'unsure' && repeatable(item, composed.message.target !== undefined)
        ? again(outcome.detail)
        : outcome
    await settle(database, item, known, owner, onSettled, clock.now())
    tell(item, known)
  }

  /** A sender must not throw; one that does may have sent. */
  async function call(item: OutboxItem, send: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await send()
    } catch (error) {
      log.error({ item: item.id, error: describe(error) }, 'a sender threw')
      return { kind: 'unsure', detail: describe(error) }
    }
  }

  function tell(item: OutboxItem, outcome: Outcome): void {
    const level = outcome.kind === 'sent' ? 'info' : 'warn'
    const why = outcome.kind === 'sent' ? {} : { detail: outcome.detail }
    log[level](
      {
        step: 'delivery',
        item: item.id,
        relay: item.relayId,
        template: item.template ?? 'final',
        outcome: outcome.kind,
        ...why,
      },
      'delivery',
    )
  }

  /** Takes back the items of a process that is gone: not called, so certainly not sent; or called, so nobody knows. */
  async function takeBack(): Promise<number> {
    return giveBack(await abandonedItems(database, clock.now()))
  }

  /** The same at once for all but our own: for a process that knows it is alone on its database. */
  async function takeOver(): Promise<number> {
    return giveBack(await abandonedItems(database, clock.now(), owner))
  }

  async function giveBack(items: readonly OutboxItem[]): Promise<number> {
    for (const item of items) {
      const certain = item.calledAt === null || item.template === 'state'
      const outcome: Outcome = certain
        ? { kind: 'later', afterMs: 0, detail: 'its worker is gone' }
        : { kind: 'unsure', detail: 'its worker is gone' }
      await settle(database, item, outcome, item.leaseOwner ?? undefined, onSettled, clock.now())
      tell(item, outcome)
    }
    return items.length
  }

  /** Looks whether unsure items arrived, where the platform lets us look. Where it does not, a notice is given up rather than repeated, and a person's words wait for a person. */
  async function lookForUnsure(): Promise<number> {
    const items = await unsureItems(database, clock.now())
    for (const item of items) await look(item)
    return items.length
  }

  async function look(item: OutboxItem): Promise<void> {
    const sender = senders[item.platform]
    if (!sender.find) {
      if (item.kind === 'notice') await giveUp(item)
      else await postpone(item, 10 * MINUTE)
      return
    }
    const composed = await compose(database, item)
    if (composed.kind === 'tampered') return
    const found = await find(item, () => sender.find?.(composed.to, item.id, item.calledAt ?? item.createdAt))
    if (found.kind === 'unknown') return postpone(item, 15 * SECOND)
    if (found.kind === 'absent' && clock.now() < after(item.calledAt ?? item.createdAt, STILL_ON_ITS_WAY_MS)) {
      return postpone(item, 5 * SECOND)
    }
    const outcome: Outcome = found.kind === 'found' ? { ...found, kind: 'sent' } : again('it had not arrived')
    await settle(database, item, outcome, undefined, onSettled, clock.now())
    tell(item, outcome)
  }

  async function find(item: OutboxItem, ask: () => Promise<Found> | undefined): Promise<Found> {
    try {
      return (await ask()) ?? { kind: 'unknown', detail: 'no way to look' }
    } catch (error) {
      log.error({ item: item.id, error: describe(error) }, 'looking for a message failed')
      return { kind: 'unknown', detail: describe(error) }
    }
  }

  async function giveUp(item: OutboxItem): Promise<void> {
    await database.prisma.outboxItem.updateMany({
      where: { seq: item.seq, status: 'unsure' },
      data: { status: 'cancelled', reason: 'unsure', settledAt: clock.now() },
    })
  }

  async function postpone(item: OutboxItem, ms: number): Promise<void> {
    await database.prisma.outboxItem.updateMany({
      where: { seq: item.seq, status: 'unsure' },
      data: { nextAt: after(clock.now(), ms) },
    })
  }

  return { claim, deliver, takeBack, takeOver, lookForUnsure }
}

function again(detail: string): Outcome {
  return { kind: 'later', afterMs: 0, detail }
}
