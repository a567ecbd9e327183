/** What the kept scores say at a moment. */
import type { Database } from '../../db/client.ts'
import type { Agency, Client, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { attentionAt, type Reading, read } from '../reading/read.ts'
import { ANYBODY, stateOf } from './fold.ts'
import { type Agreement, rulesOf } from './rules.ts'

export type ClientReading = {
  readonly client: Client & { readonly manager: Staff | null }
  /** Null: nothing has passed between us yet. */
  readonly reading: Reading | null
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)

/** Only what these conditions select. */
export type Selection = { readonly managerId?: string; readonly id?: string }

/**
 * The clients that are active, in the order in which to call them: by attention, those without any contact last.
 */
export async function readingsAt(
  { prisma }: Pick<Database, 'prisma'>,
  now: Date,
  of: Selection = {},
): Promise<ClientReading[]> {
  const { agency, kept } = await keptScores(prisma, of)
  return kept
    .map(({ client, state }) => ({ client, reading: readingOf(state, client, agency, now) }))
    .sort((a, b) => byAttention(rankOf(a), rankOf(b)))
}

/** So many of them after so many, and how many there are: only these are read, whatever the agency's size. */
export async function readingsPage(
  { prisma }: Pick<Database, 'prisma'>,
  now: Date,
  { of, limit, offset }: { readonly of: Selection; readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly readings: readonly ClientReading[] }> {
  const { agency, kept } = await keptScores(prisma, of)
  const ranked = kept.map(({ client, state }) => {
    const attention = state && attentionAt(state, seconds(now), rulesOf(agency, client))
    return { key: client.key, name: client.name, attention, client, state }
  })
  const page = ranked.sort(byAttention).slice(offset, offset + limit)
  return {
    total: kept.length,
    readings: page.map(({ client, state }) => ({ client, reading: readingOf(state, client, agency, now) })),
  }
}

async function keptScores(prisma: Database['prisma'], of: Selection) {
  const agency = await agencyOf(prisma)
  const clients = await prisma.client.findMany({ where: { active: true, ...of }, include: { manager: true } })
  const states = await prisma.scoreState.findMany({
    where: { managerId: ANYBODY, client: { active: true, ...of } },
    select: { clientId: true, state: true },
  })
  const byClient = new Map(states.map((row) => [row.clientId, stateOf(row)]))
  return { agency, kept: clients.map((client) => ({ client, state: byClient.get(client.id) ?? null })) }
}

type Kept = ReturnType<typeof stateOf>

export function readingOf(state: Kept, client: Agreement, agency: Agency, now: Date): Reading | null {
  return state && read(state, seconds(now), rulesOf(agency, client))
}

type Rank = { readonly key: string; readonly name: string; readonly attention: number | null }

function rankOf({ client: { key, name }, reading }: ClientReading): Rank {
  return { key, name, attention: reading?.attention ?? null }
}

function byAttention(a: Rank, b: Rank): number {
  if (a.attention === null || b.attention === null) {
    if (a.attention !== b.attention) return a.attention === null ? 1 : -1
    return a.name.localeCompare(b.name)
  }
  return b.attention - a.attention || a.key.localeCompare(b.key)
}
