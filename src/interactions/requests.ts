import { after, HOUR } from '../core/clock.ts'
import type { Address } from '../core/ids.ts'
import type { Tx } from '../db/client.ts'
import type { Request } from '../generated/prisma/client.ts'

/**
 * The request that a client's message belongs to: the one whose message it replies to, else the last one of this
 * conversation while people are still talking, else none (the caller opens one).
 */
export async function findRequest(
  tx: Tx,
  where: {
    readonly from: Address
    readonly clientId: string
    readonly replyTo?: string | undefined
    readonly now: Date
    readonly gapHours: number
  },
): Promise<Request | undefined> {
  if (where.replyTo !== undefined) {
    const known = await tx.remoteMessage.findUnique({ where: { message: where.replyTo }, include: { request: true } })
    if (known?.request && known.request.clientId === where.clientId) return known.request
  }
  const latest = await tx.request.findFirst({
    where: {
      conversation: where.from.conversation,
      thread: where.from.thread ?? null,
      clientId: where.clientId,
      lastAt: { gte: after(where.now, -where.gapHours * HOUR) },
    },
    orderBy: { lastAt: 'desc' },
  })
  return latest ?? undefined
}

export async function openRequest(
  tx: Tx,
  opened: {
    readonly from: Address
    readonly clientId: string
    readonly projectId: string | undefined
    readonly at: Date
  },
): Promise<Request> {
  return tx.request.create({
    data: {
      clientId: opened.clientId,
      projectId: opened.projectId ?? null,
      platform: opened.from.platform,
      conversation: opened.from.conversation,
      thread: opened.from.thread ?? null,
      openedAt: opened.at,
      lastAt: opened.at,
    },
  })
}

/** Somebody said something in it. */
export async function touchRequest(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`update "Request" set "lastAt" = greatest("lastAt", ${at}) where id = ${id}::uuid`
}

export async function findByTeamThread(tx: Tx, thread: string): Promise<Request | undefined> {
  return (await tx.request.findUnique({ where: { teamThread: thread } })) ?? undefined
}

/** The first message that arrived at the team opens the thread; later ones find it open. */
export async function setTeamThread(tx: Tx, id: string, thread: string): Promise<void> {
  await tx.request.updateMany({ where: { id, teamThread: null }, data: { teamThread: thread } })
}
