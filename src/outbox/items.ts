import { z } from 'zod'
import { attachmentSchema } from '../core/attachment.ts'
import type { Address } from '../core/ids.ts'
import type { ClientNotice, Notice, StaffNotice } from '../core/notice.ts'
import type { Tx } from '../db/client.ts'
import type { ItemOp, RelayVersion } from '../generated/prisma/client.ts'

export type FinalItem = {
  readonly audience: 'client' | 'team'
  readonly to: Address
  readonly relayId: string
  /** A version of kind `final`; the database refuses any other, and any relay that is not approved. */
  readonly version: RelayVersion
  readonly requestId: string
  /** Absent: new messages. */
  readonly op?: ItemOp | undefined
  readonly replyTo?: string | undefined
  /** In whose name the team sees it. */
  readonly speaker?: string | undefined
  /** It waits in its lane until then, and can be taken back so long. Absent: it leaves when it is its turn. */
  readonly notBefore?: Date | undefined
  readonly now: Date
}

/** Puts an approved final where it waits to leave. The same transaction as the decision, and once per version. */
export async function enqueueFinal(tx: Tx, item: FinalItem): Promise<void> {
  await tx.outboxItem.createMany({
    skipDuplicates: true,
    data: [
      {
        key: `final:${item.version.id}`,
        lane: item.to.conversation,
        kind: 'final',
        audience: item.audience,
        platform: item.to.platform,
        conversation: item.to.conversation,
        thread: item.to.thread ?? null,
        requestId: item.requestId,
        relayId: item.relayId,
        versionId: item.version.id,
        versionKind: 'final',
        bodyHash: item.version.hash,
        op: item.op ?? 'post',
        replyTo: item.replyTo ?? null,
        speaker: item.speaker ?? null,
        createdAt: item.now,
        nextAt: item.notBefore ?? item.now,
      },
    ],
  })
}

type NoticeItem<N extends Notice> = {
  readonly to: Address
  readonly notice: N
  /** What makes it one; a second with the same key is not added. */
  readonly key: string
  readonly requestId?: string | undefined
  readonly relayId?: string | undefined
  readonly replyTo?: string | undefined
  readonly now: Date
}

export async function enqueueClientNotice(tx: Tx, item: NoticeItem<ClientNotice>): Promise<void> {
  await tx.outboxItem.createMany({ skipDuplicates: true, data: [noticeRow('client', item)] })
}

export async function enqueueStaffNotice(
  tx: Tx,
  audience: 'team' | 'manager',
  item: NoticeItem<StaffNotice>,
): Promise<void> {
  await tx.outboxItem.createMany({ skipDuplicates: true, data: [noticeRow(audience, item)] })
}

/**
 * A notice that is kept up to date under the name `slot`. When one is still waiting it takes the newer contents: what
 * leaves is always the newest, and nobody sees the states between.
 */
export async function enqueueUpdate(
  tx: Tx,
  audience: 'team' | 'manager',
  item: Omit<NoticeItem<StaffNotice>, 'key'> & { readonly slot: string },
): Promise<void> {
  const updated = await tx.outboxItem.updateMany({
    where: { slot: item.slot, status: 'pending', lane: item.to.conversation },
    data: { payload: item.notice },
  })
  if (updated.count > 0) return
  const key = `${item.slot}:${crypto.randomUUID()}`
  await tx.outboxItem.create({ data: { ...noticeRow(audience, { ...item, key }), slot: item.slot } })
}

function noticeRow(audience: 'client' | 'team' | 'manager', item: NoticeItem<Notice>) {
  return {
    key: item.key,
    lane: item.to.conversation,
    kind: 'notice' as const,
    audience,
    platform: item.to.platform,
    conversation: item.to.conversation,
    thread: item.to.thread ?? null,
    requestId: item.requestId ?? null,
    relayId: item.relayId ?? null,
    template: item.notice.template,
    payload: item.notice,
    replyTo: item.replyTo ?? null,
    createdAt: item.now,
    nextAt: item.now,
  }
}

/** Whether a message that will open a thread is on its way there: it may stand there already, unknown to us. */
export async function isOpeningThread(tx: Tx, conversation: string): Promise<boolean> {
  const item = await tx.outboxItem.findFirst({
    where: {
      lane: conversation,
      status: { in: ['leased', 'unsure'] },
      kind: 'final',
      audience: 'team',
      request: { teamThread: null },
    },
    select: { seq: true },
  })
  return item !== null
}

/** Where cards of this relay are, or are about to be, and to whom each said last that the relay has gone. */
export async function cardsStanding(tx: Tx, relayId: string): Promise<Map<string, { readonly moved?: string }>> {
  const rows = await tx.$queryRaw<{ conversation: string; moved: string | null }[]>`
    select distinct on (conversation) conversation, payload -> 'card' ->> 'moved' as moved
    from "OutboxItem"
    where "relayId" = ${relayId}::uuid and template = 'card' and status not in ('refused', 'cancelled')
    order by conversation, seq desc`
  return new Map(rows.map(({ conversation, moved }) => [conversation, moved === null ? {} : { moved }]))
}

/** The hashes of the files that are, or are about to be, under this relay's card in a conversation. */
export async function filesShownUnder(tx: Tx, relayId: string, conversation: string): Promise<string[]> {
  const rows = await tx.outboxItem.findMany({
    where: { relayId, conversation, template: 'card_files' },
    select: { payload: true },
  })
  return rows.flatMap(({ payload }) => cardFilesSchema.parse(payload).files.flatMap((file) => file.sha256 ?? []))
}

const cardFilesSchema = z.object({ files: z.array(attachmentSchema) })
