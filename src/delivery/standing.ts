import type { RemoteMessage } from '../core/ids.ts'
import type { Database } from '../db/client.ts'
import type { OutboxItem } from '../generated/prisma/client.ts'

/**
 * The items by which the words now stand at the other side that this item corrects or removes, oldest first: those of the
 * relay it is about and of earlier corrections. One that was refused halfway has left something there, too.
 */
export async function itemsBefore(database: Database, item: OutboxItem): Promise<OutboxItem[]> {
  if (item.relayId === null) return []
  const relay = await database.prisma.relay.findUnique({ where: { id: item.relayId }, select: { correctsId: true } })
  if (!relay?.correctsId) return []
  return database.prisma.outboxItem.findMany({
    where: {
      kind: 'final',
      seq: { lt: item.seq },
      AND: [
        { OR: [{ status: 'sent' }, { status: 'refused', OR: [{ sentPieces: { gt: 0 } }, { keptPieces: { gt: 0 } }] }] },
        { relay: { OR: [{ id: relay.correctsId }, { correctsId: relay.correctsId }] } },
      ],
    },
    orderBy: { seq: 'asc' },
  })
}

export type StandingMessage = { readonly message: RemoteMessage; readonly piece: number; readonly itemId: string }

/** Their messages in order, as they stood before `own` began: what it has taken away itself still counts. */
export async function messagesOf(
  database: Database,
  items: readonly OutboxItem[],
  own: string,
): Promise<StandingMessage[]> {
  const found = await database.prisma.remoteMessage.findMany({
    where: { itemId: { in: items.map((item) => item.id) }, OR: [{ goneBy: null }, { goneBy: own }] },
  })
  return found
    .map(({ message, piece, itemId }) => ({ message: message as RemoteMessage, piece, itemId: itemId ?? '' }))
    .sort((a, b) => byNumber(a.message, b.message))
}

/** Both platforms number the messages of a conversation as they come: the first of an album carries its caption. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare
