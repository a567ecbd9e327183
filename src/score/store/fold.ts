/**
 * Keeps every client's score with the log: what came since is folded, at the cost of what came. The client's chain is the
 * cursor, for its entries are written one after another; so whoever runs it, and however often, the state is that of folding
 * everything in order.
 */
import { z } from 'zod'
import type { Reason } from '../../core/interaction.ts'
import type { Database, Tx } from '../../db/client.ts'
import { countEach } from '../../db/count-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { ScoreState } from '../../generated/prisma/client.ts'
import { lockChain } from '../../interactions/chain.ts'
import { parentsOfReasons } from '../../interactions/reasons/correct.ts'
import { agencyOf } from '../../people/agency.ts'
import { compare, type Position } from '../event.ts'
import type { Rules } from '../rules.ts'
import type { State } from '../state.ts'
import { advance, rewind, type Stream } from '../stream.ts'
import { eventsAfter, eventsFromTheBeginning, type Touched, touchedSince, type Whose } from './events.ts'
import { type Agreement, foldingRulesOf, type Scoring } from './rules.ts'

/** All contact of a client, whoever had it. */
export const ANYBODY = ''
/** How many clients a run takes; the next run, a second later, takes more. */
const AT_ONCE = 100

/** A history of a million is folded in less. */
const LONG = { timeout: 120_000 }

/** Clients whose log has grown since they were folded, at the cost of those alone. Returns how many there were. */
export async function foldGrown(database: Database): Promise<number> {
  const grown = await database.prisma.$queryRaw<{ id: string }[]>`
    select id from "Client" where "chainLength" > "foldedTo" order by id limit ${AT_ONCE}`
  return foldEach(database, grown)
}

/** Clients whose cadence, or whose agency's calendar, weights or own reasons, are others by now. Returns how many there were. */
export async function foldChanged(database: Database): Promise<number> {
  const agency = await agencyOf(database.prisma)
  const states = await database.prisma.scoreState.findMany({
    where: { managerId: ANYBODY },
    select: { clientId: true, key: true, client: { select: { cadence: true, segment: true } } },
  })
  const parents = await parentsOfReasons(database.prisma)
  const changed = states.filter(({ key, client }) => key !== foldingRulesOf(agency, client, parents).key)
  return foldEach(
    database,
    changed.map(({ clientId: id }) => ({ id })),
  )
}

/** Everything that came since, for whoever reads scores when no program runs that keeps them. */
export async function foldWaiting(database: Database): Promise<void> {
  await foldChanged(database)
  while ((await foldGrown(database)) > 0);
}

function foldEach(database: Database, clients: readonly { readonly id: string }[]): Promise<number> {
  return countEach(clients, async ({ id }) => {
    await foldOne(database, id)
    return true
  })
}

export function foldOne(database: Database, clientId: string): Promise<void> {
  return transaction(
    database,
    async (tx) => foldClient(tx, clientId, await agencyOf(tx), await parentsOfReasons(tx)),
    LONG,
  )
}

/** The same from the log's beginning, whatever is kept. */
export function refoldOne(database: Database, clientId: string): Promise<void> {
  return transaction(
    database,
    async (tx) => {
      // Nobody folds it in between.
      await lockChain(tx, clientId)
      await tx.scoreState.deleteMany({ where: { clientId } })
      await foldClient(tx, clientId, await agencyOf(tx), await parentsOfReasons(tx))
    },
    LONG,
  )
}

type Held = Pick<ScoreState, 'managerId' | 'key' | 'chainSeq' | 'state' | 'checkpoints'>

/** Brings a client's states up to the end of its chain. Its row is locked: nothing is added meanwhile. */
async function foldClient(
  tx: Tx,
  clientId: string,
  agency: Scoring,
  parents: ReadonlyMap<string, Reason>,
): Promise<void> {
  const [client] = await tx.$queryRaw<(Agreement & { readonly chainLength: number })[]>`
    select "chainLength", cadence, segment from "Client" where id = ${clientId}::uuid for update`
  if (!client) return
  const rules = foldingRulesOf(agency, client, parents)
  const held = await tx.scoreState.findMany({ where: { clientId } })
  const whole = held.find(({ managerId }) => managerId === ANYBODY)
  const streams =
    whole?.key === rules.key
      ? await grown(tx, clientId, held, await touchedSince(tx, clientId, whole.chainSeq), rules, parents)
      : await anew(tx, clientId, held, rules, parents)
  for (const [managerId, stream] of streams) await keep(tx, { clientId, managerId }, stream, client.chainLength)
  await tx.$executeRaw`update "Client" set "foldedTo" = ${client.chainLength} where id = ${clientId}::uuid`
}

/** Streams by the person in whose time they fell, `ANYBODY` for all. */
type Streams = ReadonlyMap<string, Stream>

/** From the log's beginning: it is read once for all of them. Whoever had one keeps one, if only an empty one. */
async function anew(
  tx: Tx,
  clientId: string,
  held: readonly Held[],
  rules: Rules,
  parents: ReadonlyMap<string, Reason>,
): Promise<Streams> {
  const empty: Stream = { key: rules.key, state: null, checkpoints: [] }
  const streams = new Map<string, Stream>([ANYBODY, ...held.map((one) => one.managerId)].map((id) => [id, empty]))
  for await (const page of eventsFromTheBeginning(tx, clientId, parents)) {
    const people = new Set(page.flatMap(({ managerId }) => managerId ?? []))
    for (const id of [ANYBODY, ...people]) {
      const theirs = id === ANYBODY ? page : page.filter(({ managerId }) => managerId === id)
      streams.set(id, advance(streams.get(id) ?? empty, theirs, rules))
    }
  }
  return streams
}

/** What was touched since they were kept. */
async function grown(
  tx: Tx,
  clientId: string,
  held: readonly Held[],
  touched: readonly Touched[],
  rules: Rules,
  parents: ReadonlyMap<string, Reason>,
): Promise<Streams> {
  const streams = new Map<string, Stream>()
  for (const managerId of new Set([ANYBODY, ...touched.flatMap((one) => one.managerId ?? [])])) {
    const own = held.find((one) => one.managerId === managerId)
    const theirs = touched.filter((one) => managerId === ANYBODY || one.managerId === managerId)
    streams.set(managerId, await broughtUp(tx, { clientId, managerId }, own, theirs, rules, parents))
  }
  return streams
}

/** The stream with what was touched: new events at its end, or everything from the earliest one that was on. */
async function broughtUp(
  tx: Tx,
  whose: Whose,
  held: Held | undefined,
  touched: readonly Touched[],
  rules: Rules,
  parents: ReadonlyMap<string, Reason>,
): Promise<Stream> {
  const stream = held ? streamOf(held) : { key: rules.key, state: null, checkpoints: [] }
  const earliest = touched.reduce<Position | undefined>(
    (a, b) => (a === undefined || compare(b, a) < 0 ? b : a),
    undefined,
  )
  if (earliest === undefined && held !== undefined) return stream
  const isLate = stream.state !== null && earliest !== undefined && compare(earliest, stream.state.last) <= 0
  const from = isLate ? rewind(stream, earliest) : stream
  return advance(from, await eventsAfter(tx, whose, from.state?.last ?? null, parents), rules)
}

/** What a program of this project has stored; its shape is that of `key`. */
const stateSchema = z.custom<State>((value) => typeof value === 'object' && value !== null && 'last' in value)
const heldSchema = z.object({ state: stateSchema.nullable(), checkpoints: z.array(stateSchema) })

function streamOf(held: Held): Stream {
  return { key: held.key, ...heldSchema.parse(held) }
}

export function stateOf(held: Pick<Held, 'state'>): State | null {
  return stateSchema.nullable().parse(held.state)
}

/** In one statement, with the states as text: this is done for every interaction, and a client library would take them apart. */
async function keep(
  tx: Tx,
  { clientId, managerId }: Whose,
  { key, state, checkpoints }: Stream,
  chainSeq: number,
): Promise<void> {
  const [stateText, checkpointsText] = [JSON.stringify(state), JSON.stringify(checkpoints)]
  // What is new is looked at: `lookAt`.
  await tx.$executeRaw`
    insert into "ScoreState" ("clientId", "managerId", key, "chainSeq", state, checkpoints)
    values (${clientId}::uuid, ${managerId}, ${key}, ${chainSeq}, nullif(${stateText}::jsonb, 'null'), ${checkpointsText}::jsonb)
    on conflict ("clientId", "managerId") do update set key = excluded.key, "chainSeq" = excluded."chainSeq",
      state = excluded.state, checkpoints = excluded.checkpoints, "lookAt" = null`
}
