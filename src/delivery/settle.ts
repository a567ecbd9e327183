import { after, MINUTE, SECOND } from '../core/clock.ts'
import type { RemoteMessage, RemoteThread } from '../core/ids.ts'
import type { Outcome } from '../core/sender.ts'
import type { Database, Tx } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { rememberHandles } from '../files/keep.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'
import { lockClientOf } from '../interactions/chain.ts'
import { forgetMessage, forgetSlot, moveConversation, rememberMessage } from '../interactions/remote-messages.ts'
import { setTeamThread } from '../interactions/requests.ts'
import { logDelivery } from '../outbox/log-delivery.ts'
import { advanceItem, followItem, type Settled, settleItem } from '../outbox/settle.ts'
import type { Step } from './steps.ts'

/** Told in the settling transaction how an item ended, so that cards and receipts never say otherwise than the outbox. */
export type OnSettled = (tx: Tx, item: OutboxItem, now: Date) => Promise<void>

type Sent = Extract<Outcome, { kind: 'sent' }>

/** When to look first for a message that may have arrived: not at once, the platform may still be at it. */
export const FIRST_LOOK_MS = 3 * SECOND

/**
 * A step is done and others come after it: what it left at the other side is written down before the next begins, so that a
 * crash goes on from there. False: the lease was lost.
 */
export async function advance(
  database: Database,
  item: OutboxItem,
  step: Step,
  outcome: Sent,
  owner: string | undefined,
  now: Date,
): Promise<boolean> {
  return transaction(database, async (tx) => {
    if (!(await advanceItem(tx, item, { owner, now }))) return false
    await remember(tx, item, step, outcome, now)
    return true
  })
}

/** Writes down what is known after the last call that was made. False: the lease was lost, and whoever has it now settles. */
export async function settle(
  database: Database,
  item: OutboxItem,
  done: { readonly step: Step | undefined; readonly outcome: Outcome },
  owner: string | undefined,
  onSettled: OnSettled,
  now: Date,
): Promise<boolean> {
  const { step, outcome } = done
  return transaction(database, async (tx) => {
    if (item.kind === 'final' && item.requestId !== null) await lockClientOf(tx, item.requestId)
    const settled = await settleItem(tx, item, { ...statusAfter(item, outcome, now), owner, now })
    if (!settled) return false
    if (outcome.kind === 'sent' && settled.status === 'sent') {
      if (step) await remember(tx, settled, step, outcome, now)
      await logDelivery(tx, settled, now)
    }
    if (outcome.kind === 'refused' && outcome.reason === 'target_gone' && item.slot !== null)
      await forgetSlot(tx, item.slot)
    if (outcome.kind === 'later' && outcome.movedTo !== undefined)
      await moveConversation(tx, item.conversation, outcome.movedTo)
    await onSettled(tx, settled, now)
    return true
  })
}

/**
 * What it was to take the place of cannot be changed: it goes on in words after it, with what is not there yet. False: the lease
 * was lost.
 */
export async function follow(
  database: Database,
  item: OutboxItem,
  because: { readonly detail: string; readonly done: readonly Step[] },
  owner: string,
  now: Date,
): Promise<boolean> {
  const kept = because.done.filter((step) => step.do !== 'remove').length
  return transaction(database, (tx) => followItem(tx, item, { owner, detail: because.detail, kept, now }))
}

function statusAfter(
  item: OutboxItem,
  outcome: Outcome,
  now: Date,
): Pick<Settled, 'status' | 'nextAt' | 'reason' | 'detail'> {
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent' }
    case 'later':
      return { status: 'pending', nextAt: after(now, waitFor(outcome.afterMs, item.attempts)), detail: outcome.detail }
    case 'unsure':
      return { status: 'unsure', nextAt: after(now, FIRST_LOOK_MS), detail: outcome.detail }
    case 'refused':
      // A card that somebody deleted is posted anew.
      return outcome.reason === 'target_gone' && item.slot !== null
        ? { status: 'pending', nextAt: now, detail: outcome.detail }
        : { status: 'refused', reason: outcome.reason, detail: outcome.detail }
  }
}

/** As long as the platform asks, and longer with each attempt that failed. */
function waitFor(askedMs: number, attempts: number): number {
  return attempts <= 1 ? askedMs : Math.max(askedMs, Math.min(MINUTE, 250 * 2 ** attempts))
}

async function remember(tx: Tx, item: OutboxItem, step: Step, outcome: Sent, now: Date): Promise<void> {
  if (step.do === 'remove') return forgetMessage(tx, step.target, item.id)
  await rememberHandles(tx, item.platform, outcome.handles ?? [], now)
  if (step.do === 'rewrite' && item.kind === 'final') return
  await rememberPosted(tx, item, step.piece, outcome.messages, outcome.thread, now)
}

async function rememberPosted(
  tx: Tx,
  item: OutboxItem,
  piece: number,
  messages: readonly RemoteMessage[],
  thread: RemoteThread | undefined,
  now: Date,
): Promise<void> {
  const [first, ...more] = messages
  const common = {
    conversation: item.conversation,
    thread,
    requestId: item.requestId ?? undefined,
    relayId: item.relayId ?? undefined,
    itemId: item.id,
    piece,
    at: now,
  }
  if (first !== undefined)
    await rememberMessage(tx, {
      ...common,
      message: first,
      slot: item.template === 'state' ? undefined : (item.slot ?? undefined),
    })
  for (const message of more) await rememberMessage(tx, { ...common, message })
  if (item.kind === 'final' && item.audience === 'team' && item.requestId !== null && thread !== undefined)
    await setTeamThread(tx, item.requestId, thread)
}
