import type { Database, Tx } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { type Turned, turnAbsences } from '../../people/absence/absences.ts'

/**
 * Absences that begin or end now: the queue is with somebody else from this commit on, and each open card of it is marked
 * to be looked at anew (show-again.ts). Returns how many queues have turned.
 */
export async function turnQueues(database: Database, now: Date): Promise<number> {
  return transaction(database, async (tx) => {
    const turned = await turnAbsences(tx, now)
    for (const one of turned) await markToShow(tx, one)
    return turned.length
  })
}

/**
 * What a lead decides may be anybody's: all that is open. Else what waits for the person, as manager, deputy or otherwise,
 * and what waits for second approvals, whoever is asked.
 */
async function markToShow(tx: Tx, { staffId, clientId, leads }: Turned): Promise<void> {
  if (leads) {
    await tx.$executeRaw`update "Relay" set "toShow" = true where status in ('gathering', 'waiting')`
    return
  }
  await tx.$executeRaw`
    update "Relay" r set "toShow" = true from "Client" c
    where r."clientId" = c.id and r.status in ('gathering', 'waiting')
      and (${clientId}::uuid is null or c.id = ${clientId}::uuid)
      and (${staffId}::uuid in (r."assigneeId", c."managerId", c."deputyId") or r.ruling->'do'->>'act' = 'second')`
}

/** The same for everything that waits of one client. */
export async function markClientToShow(tx: Tx, clientId: string): Promise<void> {
  await tx.relay.updateMany({
    where: { clientId, status: { in: ['gathering', 'waiting'] } },
    data: { toShow: true },
  })
}
