/** Every score from the log alone, as if nothing had been kept. */
import { canonical } from '../../core/hash.ts'
import type { Database } from '../../db/client.ts'
import type { State } from '../state.ts'
import { ANYBODY, foldOne, refoldOne, stateOf } from './fold.ts'

export type Recomputed = { readonly clients: number; readonly interactions: number; readonly differ: readonly string[] }

/**
 * Folds the log of these clients (all: none named) from its beginning and puts it in the place of what is kept. `differ`: the
 * keys of clients whose score was another one; there should be none.
 */
export async function recompute(database: Database, clientKey: string | undefined): Promise<Recomputed> {
  const { prisma } = database
  const clients = await prisma.client.findMany({
    where: clientKey === undefined ? {} : { key: clientKey },
    orderBy: { id: 'asc' },
    select: { id: true, key: true },
  })
  const differ: string[] = []
  let interactions = 0
  for (const { id, key } of clients) {
    await foldOne(database, id)
    const kept = await keptOf(database, id)
    await refoldOne(database, id)
    const made = await keptOf(database, id)
    if (canonical(kept) !== canonical(made)) differ.push(key)
    interactions += made?.events ?? 0
  }
  return { clients: clients.length, interactions, differ }
}

async function keptOf({ prisma }: Database, clientId: string): Promise<State | null> {
  const row = await prisma.scoreState.findUnique({
    where: { clientId_managerId: { clientId, managerId: ANYBODY } },
    select: { state: true },
  })
  return row && stateOf(row)
}
