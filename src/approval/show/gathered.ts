import type { Database } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { closeGatherings } from '../../relay/gather.ts'
import { type ShowOptions, showRelay } from './show.ts'

/** Bursts whose quiet time is over now wait as they are; their cards say so. Returns how many. */
export async function closeBursts(database: Database, options: ShowOptions, now: Date): Promise<number> {
  return transaction(database, async (tx) => {
    const closed = await closeGatherings(tx, now)
    for (const id of closed) await showRelay(tx, id, options, now)
    return closed.length
  })
}
