import type { Tx } from '../db/client.ts'
import type { Prisma, RemoteMessage } from '../generated/prisma/client.ts'

export type KnownMessage = {
  readonly message: string
  readonly conversation: string
  readonly thread?: string | undefined
  readonly requestId?: string | undefined
  readonly relayId?: string | undefined
  readonly itemId?: string | undefined
  readonly slot?: string | undefined
  /** Which of its item's messages it is, from 0. */
  readonly piece?: number | undefined
  readonly at: Date
}

/** Remembers a message of a platform; one that is known already stays as it is. */
export async function rememberMessage(tx: Tx, known: KnownMessage): Promise<void> {
  const { message, conversation, at } = known
  await tx.remoteMessage.createMany({
    skipDuplicates: true,
    data: [
      {
        message,
        conversation,
        thread: known.thread ?? null,
        requestId: known.requestId ?? null,
        relayId: known.relayId ?? null,
        itemId: known.itemId ?? null,
        slot: known.slot ?? null,
        piece: known.piece ?? 0,
        at,
      },
    ],
  })
}

/** The message that is kept up to date under this name. */
export async function messageInSlot(tx: Tx, slot: string): Promise<RemoteMessage | undefined> {
  return (await tx.remoteMessage.findUnique({ where: { slot } })) ?? undefined
}

/** Where messages with such names stand: the conversations that hold a card of this relay. */
export async function slotsOf(tx: Tx, relayId: string): Promise<RemoteMessage[]> {
  return tx.remoteMessage.findMany({ where: { relayId, slot: { not: null } } })
}

/** The message of a slot is gone from its platform: the next update posts it anew. */
export async function forgetSlot(tx: Tx, slot: string): Promise<void> {
  await tx.remoteMessage.updateMany({ where: { slot }, data: { slot: null } })
}

/** An item took it away again. */
export async function forgetMessage(tx: Tx, message: string, byItem: string): Promise<void> {
  await tx.remoteMessage.updateMany({ where: { message }, data: { goneBy: byItem } })
}

const IN_FLIGHT = { in: ['leased', 'unsure'] } satisfies Prisma.EnumItemStatusFilter

/**
 * A conversation got another id (a Telegram group became a supergroup): everything goes on under the new one, however often and
 * by whomever we are told. Message ids of before are no longer valid there. What
 * waits leaves for the new one, and so does what is under way, should it have to go again. A lane holds one item in flight
 * (the index `OutboxItem_one_in_flight`): where the new one has its own already, that of the old one stays in its lane.
 */
export async function moveConversation(tx: Tx, from: string, to: string): Promise<void> {
  await tx.request.updateMany({ where: { conversation: from }, data: { conversation: to } })
  await tx.outboxItem.updateMany({
    where: { conversation: from, status: 'pending' },
    data: { conversation: to, lane: to, replyTo: null },
  })
  const isBusy = (await tx.outboxItem.count({ where: { lane: to, status: IN_FLIGHT } })) > 0
  await tx.outboxItem.updateMany({
    where: { conversation: from, status: IN_FLIGHT },
    data: { conversation: to, replyTo: null, ...(isBusy ? {} : { lane: to }) },
  })
  const chat = await tx.chat.findUnique({ where: { conversation: from } })
  if (!chat) return
  await tx.chat.upsert({
    where: { conversation: to },
    update: { clientId: chat.clientId, projectId: chat.projectId },
    create: { ...chat, conversation: to },
  })
  await tx.chat.deleteMany({ where: { conversation: from } })
}
