/** What the kept scores say at a moment. */
import type { Database } from '../../db/client.ts'
import type { Agency, Client, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Reading, read } from '../reading/read.ts'
import { ANYBODY, stateOf } from './fold.ts'
import { rulesOf } from './rules.ts'

export type ClientReading = {
  readonly client: Client & { readonly manager: Staff | null }
  /** Null: nothing has passed between us yet. */
  readonly reading: Reading | null
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)

/**
 * The clients that are active, in the order in which to call them: by attention, those without any contact last. `of`: only
 * what these conditions select.
 */
export async function readingsAt(
  { prisma }: Pick<Database, 'prisma'>,
  now: Date,
  of: { readonly managerId?: string; readonly id?: string } = {},
): Promise<ClientReading[]> {
  const agency = await agencyOf(prisma)
  const clients = await prisma.client.findMany({ where: { active: true, ...of }, include: { manager: true } })
  const states = await prisma.scoreState.findMany({
    where: { managerId: ANYBODY, client: { active: true, ...of } },
    select: { clientId: true, state: true },
  })
  const byClient = new Map(states.map((row) => [row.clientId, stateOf(row)]))
  return clients
    .map((client) => ({ client, reading: readingOf(byClient.get(client.id) ?? null, client, agency, now) }))
    .sort(byAttention)
}

type Kept = ReturnType<typeof stateOf>

export function readingOf(state: Kept, client: Pick<Client, 'cadence'>, agency: Agency, now: Date): Reading | null {
  return state && read(state, seconds(now), rulesOf(agency, client.cadence))
}

function byAttention(a: ClientReading, b: ClientReading): number {
  if (a.reading === null || b.reading === null) {
    if (a.reading !== b.reading) return a.reading === null ? 1 : -1
    return a.client.name.localeCompare(b.client.name)
  }
  return b.reading.attention - a.reading.attention || a.client.key.localeCompare(b.client.key)
}
