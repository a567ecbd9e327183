import type { Tx } from '../db/client.ts'
import type { ActivityKind } from '../generated/prisma/client.ts'
import { nextLink } from '../interactions/chain.ts'

export type NewActivity = {
  readonly relayId: string
  readonly clientId: string
  readonly kind: ActivityKind
  readonly staffId?: string | undefined
  readonly versionId?: string | undefined
  readonly note?: string | undefined
  readonly at: Date
}

/** What happened to a relay, by whom and why; goes into the client's chain. Same transaction as the change it tells of. */
export async function recordActivity(tx: Tx, done: NewActivity): Promise<void> {
  const link = await nextLink(tx, done.clientId, { ...done })
  await tx.relayActivity.create({
    data: {
      ...link,
      clientId: done.clientId,
      relayId: done.relayId,
      kind: done.kind,
      staffId: done.staffId ?? null,
      versionId: done.versionId ?? null,
      note: done.note ?? null,
      at: done.at,
    },
  })
}
