import type { RemoteMessage } from '../core/ids.ts'
import type { Database } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'

/**
 * The items by which the words now stand at the other side that this item corrects or removes, oldest first: those of the
 * relay it is about and of earlier corrections, from the last that was told anew.
 */
export async function itemsBefore(database: Database, item: OutboxItem): Promise<OutboxItem[]> {
  if (item.relayId === null) return []
  const relay = await database.prisma.relay.findUnique({ where: { id: item.relayId }, select: { correctsId: true } })
  if (!relay?.correctsId) return []
  const items = await database.prisma.outboxItem.findMany({
    where: {
      kind: 'final',
      status: 'sent',
      seq: { lt: item.seq },
      relay: { OR: [{ id: relay.correctsId }, { correctsId: relay.correctsId }] },
    },
    orderBy: { seq: 'asc' },
  })
  const anew = items.findLastIndex((one) => one.op === 'follow')
  return items.slice(Math.max(anew, 0))
}

/** Their messages, piece by piece, as they stood before `own` began: what it has taken away itself still counts. */
export async function messagesOf(
  database: Database,
  items: readonly OutboxItem[],
  own: string,
): Promise<RemoteMessage[][]> {
  const found = await database.prisma.remoteMessage.findMany({
    where: { itemId: { in: items.map((item) => item.id) }, OR: [{ goneBy: null }, { goneBy: own }] },
  })
  const pieces = [...new Set(found.map(({ piece }) => piece))].sort((a, b) => a - b)
  return pieces.map((piece) =>
    found
      .filter((one) => one.piece === piece)
      .map(({ message }) => message as RemoteMessage)
      .sort(byNumber),
  )
}

/** Both platforms number the messages of a conversation as they come: the first of an album carries its caption. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare
