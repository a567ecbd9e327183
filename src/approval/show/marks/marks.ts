import type { Card } from '../../../core/card.ts'
import { UNSCHEDULED_BY, type UnscheduledBy } from '../../../core/card.ts'
import type { Tx } from '../../../db/client.ts'
import type { OutboxItem, Prisma, Relay } from '../../../generated/prisma/client.ts'
import { UNTOUCHED } from '../../../outbox/cancel.ts'
import type { RelayWithParts } from '../../../relay/relays.ts'
import { groupsOf } from '../../../relay/split.ts'
import { isOpen } from '../../../relay/transitions.ts'
import { arrivedBy } from './arrived.ts'
import { deliveryOf } from './delivery.ts'
import { type Waiting, wordingOf } from './wording.ts'

type Marks = Pick<Card, 'undo' | 'snoozedUntil' | 'sendAt' | 'unscheduled' | 'draft' | 'recalled'>

/** What a card shows of a relay besides its words and its decision. `item`: the newest by which it leaves. */
export async function marksOf(tx: Tx, relay: Waiting, item: OutboxItem | undefined): Promise<Marks> {
  if (isOpen(relay.status)) {
    return {
      snoozedUntil: relay.snoozedUntil?.toISOString(),
      unscheduled: await unscheduledBy(tx, relay),
      draft: await wordingOf(tx, relay),
    }
  }
  return {
    undo: undoOf(item),
    sendAt: relay.sendAt?.toISOString(),
    recalled: await recalledOf(tx, relay),
  }
}

/** While it waits in its lane so that it can be taken back. */
function undoOf(item: OutboxItem | undefined): Card['undo'] {
  const isUntouched =
    item?.status === UNTOUCHED.status && item.sentPieces === UNTOUCHED.sentPieces && item.op !== UNTOUCHED.op.not
  return isUntouched && item.attempts === 0 && item.nextAt > item.createdAt
    ? { until: item.nextAt.toISOString() }
    : undefined
}

/** Only until it is decided anew, and not when it was a manager's own doing. */
async function unscheduledBy(tx: Tx, relay: Relay): Promise<UnscheduledBy | undefined> {
  if (relay.look === 0) return undefined
  const last = await tx.relayActivity.findFirst({
    where: { relayId: relay.id, kind: { in: ['scheduled', 'scheduled_edited', 'unscheduled', 'undone'] } },
    orderBy: { chainSeq: 'desc' },
  })
  if (last?.kind !== 'unscheduled') return undefined
  return UNSCHEDULED_BY.find((by) => by === last.note && by !== 'manager')
}

/** The manager's own recall, shown on the card of what it takes back. */
async function recalledOf(tx: Tx, relay: Relay): Promise<Card['recalled']> {
  const removal = await tx.relay.findFirst({
    where: { answersId: relay.id, kind: 'removal' },
    orderBy: { openedAt: 'desc' },
    include: { decidedBy: true, items: { orderBy: { seq: 'desc' }, take: 1 } },
  })
  if (!removal) return undefined
  const at = (removal.decidedAt ?? removal.openedAt).toISOString()
  return { by: removal.decidedBy?.name ?? '', at, delivery: deliveryOf(removal.items[0]) }
}

/** What there is to split, to merge or to recall. */
export async function roomOf(
  tx: Tx,
  relay: RelayWithParts,
): Promise<{ readonly messages?: number; readonly others?: number; readonly stands?: boolean }> {
  if (relay.kind !== 'message') return {}
  if (isOpen(relay.status))
    return { messages: groupsOf(relay).length, others: await tx.relay.count({ where: otherThan(relay) }) }
  const arrived = await arrivedBy(tx, relay)
  return { stands: arrived !== undefined && !arrived.isRecalled }
}

/** What else of the same person, to the same side, waits in this request. */
export function othersOf(tx: Tx, relay: Relay): Promise<RelayWithParts[]> {
  return tx.relay.findMany({
    where: otherThan(relay),
    orderBy: { number: 'asc' },
    take: 10,
    include: { parts: true },
  })
}

function otherThan({ id, requestId, direction, authorId, contactId }: Relay): Prisma.RelayWhereInput {
  const same = { requestId, direction, authorId, contactId }
  return { ...same, kind: 'message', status: { in: ['gathering', 'waiting'] }, id: { not: id } }
}
