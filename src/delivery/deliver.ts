import { after, type Clock, MINUTE, SECOND } from '../core/clock.ts'
import { describe } from '../core/errors.ts'
import type { Address, Platform } from '../core/ids.ts'
import type { Found, Outcome, Outgoing, Sender } from '../core/sender.ts'
import type { Database } from '../db/client.ts'
import { holding } from '../db/lease.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import type { Log } from '../log.ts'
import { abandonedItems, claimItems, keepTrace, markCalled, renewLease, unsureItems } from './claim.ts'
import { compose } from './compose.ts'
import { advance, follow, type OnSettled, settle } from './settle.ts'
import type { Step } from './steps.ts'
import { leftUnsent } from './unsent.ts'

type Sent = Extract<Outcome, { kind: 'sent' }>

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
/** How long a notice may hold its lane while nobody can tell whether it arrived. */
const NOTICE_WAITS_MS = 2 * MINUTE

/** What can be done twice without harm: an update of a message, a reaction. */
function repeatable(item: OutboxItem, step: Step): boolean {
  return item.template === 'state' || step.do !== 'post'
}

/** Names one call of an item: where the platform lets us, it travels with the message. */
export function keyOf(item: Pick<OutboxItem, 'id'>, done: number): string {
  return done === 0 ? item.id : `${item.id}#${done}`
}

export function delivery({ database, senders, clock, log, owner, onSettled }: DeliveryOptions) {
  const claim = (limit: number) => claimItems(database, owner, limit, clock.now())

  /** Sends one claimed item, message by message, and writes down how far it came. Never throws for what a platform does. */
  async function deliver(item: OutboxItem): Promise<void> {
    await holding(
      () => renewLease(database, item, owner, clock.now()),
      () => deliverHeld(item),
    )
  }

  async function deliverHeld(item: OutboxItem): Promise<void> {
    if (await leftUnsent(database, item, owner, onSettled, clock.now())) return
    const composed = await compose(database, item, senders[item.platform])
    if (composed.kind === 'tampered') {
      log.error({ item: item.id, relay: item.relayId, detail: composed.detail }, 'an item was not sent')
      return end(item, undefined, { kind: 'refused', reason: 'bad_request', detail: composed.detail })
    }
    if (composed.kind === 'follow') {
      const because = { detail: composed.detail, done: [] }
      return void (await follow(database, item, because, owner, clock.now()))
    }
    const { steps, message } = composed
    let { to } = composed
    for (let done = item.sentPieces; done < steps.length; done++) {
      const step = steps[done] as Step
      const at = { ...item, sentPieces: done, trace: done === item.sentPieces ? item.trace : null }
      const outcome = await carryOut(at, step, to, message)
      if (outcome === 'lost') return
      if (cannotReplace(at, outcome)) {
        const because = { detail: outcome.detail, done: steps.slice(0, done) }
        return void (await follow(database, at, because, owner, clock.now()))
      }
      if (outcome.kind !== 'sent' || done === steps.length - 1) return end(at, step, outcome)
      if (!(await advance(database, at, step, outcome, owner, clock.now()))) return
      // The first message may have opened the thread that the others belong to.
      if (to.thread === undefined && outcome.thread !== undefined) to = { ...to, thread: outcome.thread }
    }
    // Nothing was left to send: a person saw that the last message arrived, or there was nothing to take away.
    return end(item, undefined, { kind: 'sent', messages: [] })
  }

  /** One step: what can be prepared is prepared and kept, then the call that the other side sees. */
  async function carryOut(item: OutboxItem, step: Step, to: Address, message: Outgoing): Promise<Outcome | 'lost'> {
    const sender = senders[item.platform]
    if (step.do === 'remove') {
      if (!(await markCalled(database, item, owner, clock.now()))) return 'lost'
      return known(item, step, await call(item, () => sender.remove(step.target)))
    }
    const target = step.do === 'rewrite' ? step.target : undefined
    const outgoing = { ...message, piece: step.piece, target, trace: item.trace ?? undefined }
    const prepared = outgoing.trace === undefined && !target ? await prepare(item, sender, to, outgoing) : undefined
    if (prepared && prepared.kind !== 'prepared') return prepared
    if (prepared && !(await keepTrace(database, item, owner, prepared.trace))) return 'lost'
    if (!(await markCalled(database, item, owner, clock.now()))) return 'lost'
    const ready = prepared ? { ...outgoing, trace: prepared.trace } : outgoing
    return known(item, step, await call(item, () => sender.send(to, ready, keyOf(item, item.sentPieces))))
  }

  /** Preparing is seen by nobody: whatever went wrong, nothing was sent. */
  async function prepare(item: OutboxItem, sender: Sender, to: Address, outgoing: Outgoing) {
    try {
      return await sender.prepare?.(to, outgoing)
    } catch (error) {
      log.error({ item: item.id, error: describe(error) }, 'a sender threw')
      return { kind: 'later' as const, afterMs: 5 * SECOND, detail: describe(error) }
    }
  }

  function known(item: OutboxItem, step: Step, outcome: Outcome): Outcome {
    return outcome.kind === 'unsure' && repeatable(item, step) ? again(outcome.detail) : outcome
  }

  async function end(item: OutboxItem, step: Step | undefined, outcome: Outcome): Promise<void> {
    await settle(database, item, { step, outcome }, owner, onSettled, clock.now())
    tell(item, outcome)
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
      const certain = item.calledAt === null || (await isHarmless(item))
      const outcome: Outcome = certain
        ? { kind: 'later', afterMs: 0, detail: 'its worker is gone' }
        : { kind: 'unsure', detail: 'its worker is gone' }
      const holder = item.leaseOwner ?? undefined
      await settle(database, item, { step: undefined, outcome }, holder, onSettled, clock.now())
      tell(item, outcome)
    }
    return items.length
  }

  /** Whether the call that broke off can simply be made again. */
  async function isHarmless(item: OutboxItem): Promise<boolean> {
    if (item.template === 'state') return true
    if (item.kind === 'final' && item.op === 'post') return false
    try {
      const composed = await compose(database, item, senders[item.platform])
      const step = composed.kind === 'ready' ? composed.steps[item.sentPieces] : undefined
      return step !== undefined && repeatable(item, step)
    } catch (error) {
      log.error({ item: item.id, error: describe(error) }, 'an item could not be read')
      return false
    }
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
    const composed = await compose(database, item, sender)
    if (composed.kind !== 'ready') return
    const step = composed.steps[item.sentPieces]
    const found = await find(item, () =>
      sender.find?.(
        composed.to,
        keyOf(item, item.sentPieces),
        item.calledAt ?? item.createdAt,
        item.trace ?? undefined,
      ),
    )
    if (found.kind === 'unknown' || !step) return isForgotten(item) ? giveUp(item) : postpone(item, 15 * SECOND)
    if (found.kind === 'absent') {
      if (clock.now() < after(item.calledAt ?? item.createdAt, STILL_ON_ITS_WAY_MS)) return postpone(item, 5 * SECOND)
      await settle(database, item, { step, outcome: again('it had not arrived') }, undefined, onSettled, clock.now())
      return
    }
    await arrived(item, step, { ...found, kind: 'sent' }, composed.steps.length)
  }

  /** It had arrived: that was all of it, or the rest goes after it. */
  async function arrived(item: OutboxItem, step: Step, outcome: Sent, steps: number): Promise<void> {
    const now = clock.now()
    const isLast = item.sentPieces === steps - 1
    if (!isLast && !(await advance(database, item, step, outcome, undefined, now))) return
    await settle(
      database,
      item,
      { step, outcome: isLast ? outcome : again('the rest goes after it') },
      undefined,
      onSettled,
      now,
    )
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

  /** What Liaison itself says is not worth that a conversation stands still for it. */
  function isForgotten(item: OutboxItem): boolean {
    return item.kind === 'notice' && clock.now() > after(item.calledAt ?? item.createdAt, NOTICE_WAITS_MS)
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

/** A correction whose message is gone or may not be changed any more: it must follow in words. */
function cannotReplace(item: OutboxItem, outcome: Outcome): outcome is Extract<Outcome, { kind: 'refused' }> {
  return (
    outcome.kind === 'refused' &&
    (item.op === 'rewrite' || item.op === 'remove') &&
    REPLACED_IN_WORDS.has(outcome.reason)
  )
}

const REPLACED_IN_WORDS: ReadonlySet<string> = new Set(['target_gone', 'not_allowed', 'bad_request', 'too_long'])

function again(detail: string): Outcome {
  return { kind: 'later', afterMs: 0, detail }
}
