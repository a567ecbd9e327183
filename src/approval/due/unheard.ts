import type { Tx } from '../../db/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/**
 * Of a relay `r`, in SQL: something has come from its client, or from its team, that is not taken up yet. It may say stop, or
 * change what is about to leave: nothing leaves by itself past it.
 */
export const UNHEARD = Prisma.sql`exists (
  select from "Request" q
    left join "Project" p on p.id = q."projectId"
    join "InboundEvent" e on (e.platform = q.platform and e.lane = q.conversation) or e.lane = p."teamConversation"
  where q.id = r."requestId" and e.status = 'pending')`

export async function isUnheard(tx: Tx, relayId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ unheard: boolean }[]>`
    select ${UNHEARD} as unheard from "Relay" r where r.id = ${relayId}::uuid`
  return row?.unheard === true
}
