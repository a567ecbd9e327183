import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../src/core/hash.ts'
import { CHANNELS, REASONS } from '../../../src/core/interaction.ts'
import type { Database } from '../../../src/db/client.ts'
import { transaction } from '../../../src/db/transaction.ts'
import type { Interaction } from '../../../src/generated/prisma/client.ts'
import { logInteraction } from '../../../src/interactions/log.ts'
import { correctReason } from '../../../src/interactions/reasons/correct.ts'
import { agencyOf } from '../../../src/people/agency.ts'
import { inOrder, type ScoreEvent } from '../../../src/score/event.ts'
import { foldAll } from '../../../src/score/fold.ts'
import { foldChanged, foldGrown, foldOne, stateOf } from '../../../src/score/store/fold.ts'
import { recompute } from '../../../src/score/store/recompute.ts'
import { explainScore, showScores } from '../../../src/score/store/report.ts'
import { rulesOf } from '../../../src/score/store/rules.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const START = Date.parse('2026-01-12T08:00:00Z')
const HOUR = 3_600_000

type Op =
  | {
      op: 'log'
      hours: number
      ch: (typeof CHANNELS)[number]
      dir: 'in' | 'out'
      missed: boolean
      reason: string | undefined
    }
  | { op: 'correct'; which: number; reason: string }
  | { op: 'takeBack'; which: number }
  | { op: 'handOver'; to: number }
  | { op: 'fold' }

const ops = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        op: fc.constant('log' as const),
        hours: fc.integer({ min: 0, max: 24 * 60 }),
        ch: fc.constantFrom(...CHANNELS),
        dir: fc.constantFrom('in' as const, 'out' as const),
        missed: fc.boolean(),
        reason: fc.option(fc.constantFrom(...REASONS, 'own'), { nil: undefined }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('correct' as const),
        which: fc.nat(),
        reason: fc.constantFrom(...REASONS, 'own'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('takeBack' as const), which: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('handOver' as const), to: fc.nat({ max: 1 }) }) },
    { weight: 3, arbitrary: fc.constant({ op: 'fold' as const }) },
  ),
  { minLength: 5, maxLength: 45 },
)

describe.runIf(hasDatabase)('the kept score', () => {
  it('is that of the log folded in order, for the client and for each manager, whatever comes late or is put right', async () => {
    const world = await worldOf()
    await fc.assert(
      fc.asyncProperty(ops, async (given) => {
        const played = await play(world, given)
        await foldOne(world.database, played.clientId)
        expect(await keptOf(world, played.clientId)).toEqual(await expectedOf(world, played))
      }),
      { numRuns: 25 },
    )
    expect((await recompute(world.database, undefined)).differ).toEqual([])
  })

  it('is looked for at the cost of what has grown, however many clients there are', async () => {
    const { database } = await worldOf()
    const { prisma } = database
    await prisma.$executeRaw`
      insert into "Client" (id, key, name, "chainLength", "foldedTo")
      select gen_random_uuid(), 'many-' || n, 'Many', 7, 7 from generate_series(1, 5000) n`
    await prisma.$executeRaw`analyze "Client"`
    const plan = await prisma.$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain select id from "Client" where "chainLength" > "foldedTo" order by id limit 100`
    expect(JSON.stringify(plan)).toContain('Client_grown')
    expect(await foldGrown(database)).toBe(0)
    await prisma.client.update({ where: { key: 'many-3' }, data: { chainLength: 8 } })
    expect(await foldGrown(database)).toBe(1)
    expect(await prisma.client.findUnique({ where: { key: 'many-3' } })).toMatchObject({ foldedTo: 8 })
    expect(await foldGrown(database)).toBe(0)
  })

  it('says whose kept score was another one, and puts it right', async () => {
    const world = await worldOf()
    const { clientId } = await play(world, [
      { op: 'log', hours: 1, ch: 'phone', dir: 'in', missed: false, reason: undefined },
      { op: 'fold' },
    ])
    await world.database.prisma.$executeRaw`
      update "ScoreState" set state = jsonb_set(state, '{events}', '7') where "clientId" = ${clientId}::uuid`
    const { key } = await world.database.prisma.client.findUniqueOrThrow({ where: { id: clientId } })
    expect(await recompute(world.database, key)).toEqual({ clients: 1, interactions: 1, differ: [key] })
    expect((await recompute(world.database, key)).differ).toEqual([])
  })

  it('is shown as the log is, also when no program runs that keeps it', async () => {
    const world = await worldOf()
    const { clientId } = await play(world, [
      { op: 'log', hours: 1, ch: 'phone', dir: 'in', missed: false, reason: undefined },
      { op: 'fold' },
      { op: 'log', hours: 100, ch: 'phone', dir: 'in', missed: false, reason: undefined },
    ])
    const asked = { locale: 'en', format: 'table' } as const
    const { key } = await world.database.prisma.client.findUniqueOrThrow({ where: { id: clientId } })
    const now = new Date(START + 101 * HOUR)
    expect(await explainScore(world.database, key, asked, now)).toContain('Last contact today')
    await log(world, clientId, { hours: 150, ch: 'phone', dir: 'in', missed: false, reason: undefined })
    expect(await showScores(world.database, asked, new Date(START + 150 * HOUR))).toMatch(/· today · C/)
  })

  it('is folded again when the agreement, the calendar, the weights or the agency’s own reasons change, and only then', async () => {
    const world = await worldOf()
    const { prisma } = world.database
    const { clientId } = await play(world, [
      { op: 'log', hours: 1, ch: 'messenger', dir: 'in', missed: false, reason: undefined },
      { op: 'fold' },
    ])
    expect(await foldChanged(world.database)).toBe(0)
    await prisma.client.update({ where: { id: clientId }, data: { segment: 'retainer' } })
    expect(await foldChanged(world.database), 'nothing is agreed with that segment').toBe(0)
    const cadences = { retainer: [{ every: 3, channel: 'video' }] }
    await prisma.agency.update({ where: { id: 1 }, data: { cadences } })
    expect(await foldChanged(world.database)).toBe(1)
    const ofSegment = await prisma.scoreState.findFirstOrThrow({ where: { clientId } })
    await prisma.client.update({ where: { id: clientId }, data: { cadence: cadences.retainer } })
    expect(await foldChanged(world.database), 'its own is the same').toBe(0)
    expect(ofSegment.key).toBe((await prisma.scoreState.findFirstOrThrow({ where: { clientId } })).key)
    await prisma.client.update({ where: { id: clientId }, data: { cadence: [{ every: 20, channel: 'phone' }] } })
    expect(await foldChanged(world.database)).toBe(1)
    await prisma.agency.update({ where: { id: 1 }, data: { holidays: ['2026-03-09'] } })
    expect(await foldChanged(world.database)).toBe(1)
    await prisma.agency.update({ where: { id: 1 }, data: { score: { version: 2, weights: { phone: 3 } } } })
    expect(await foldChanged(world.database)).toBe(1)
    await prisma.agencyReason.update({ where: { key: 'own' }, data: { parent: 'praise' } })
    expect(await foldChanged(world.database), 'what was a complaint is praise now').toBe(1)
    expect(await foldChanged(world.database)).toBe(0)
  })

  it('of one client that cannot be folded holds up no other', async () => {
    const world = await worldOf()
    const said = [
      { op: 'log' as const, hours: 1, ch: 'phone' as const, dir: 'in' as const, missed: false, reason: undefined },
    ]
    const [first, second] = [await play(world, said), await play(world, said)]
    const broken = first.clientId < second.clientId ? first : second
    const other = broken === first ? second : first
    await world.database.prisma.client.update({ where: { id: broken.clientId }, data: { cadence: 'every week' } })
    await expect(foldGrown(world.database)).rejects.toThrow(broken.clientId)
    expect((await keptOf(world, other.clientId))['']?.events).toBe(1)
  })

  it('reads no more of the log for one contact more, however long it is', async () => {
    const world = await worldOf()
    const { clientId } = await play(
      world,
      Array.from({ length: 120 }, (_, n) => ({
        op: 'log' as const,
        hours: n * 5,
        ch: 'messenger' as const,
        dir: 'in' as const,
        missed: false,
        reason: undefined,
      })),
    )
    expect(await foldGrown(world.database)).toBe(1)
    expect(await foldGrown(world.database)).toBe(0)
    // What is older than the state cannot be read any more: a change of it behind our back goes unseen.
    await world.database.prisma.$executeRaw`alter table "Interaction" disable trigger "only_grows"`
    await world.database.prisma.$executeRaw`
      update "Interaction" set channel = 'phone' where "clientId" = ${clientId}::uuid and "chainSeq" < 100`
    await log(world, clientId, { hours: 700, ch: 'messenger', dir: 'in', missed: false, reason: undefined })
    await foldGrown(world.database)
    const kept = await keptOf(world, clientId)
    expect(kept['']?.events).toBe(121)
    expect(kept['']?.counters).toEqual({ 'in:none': 121 })
    expect((await recompute(world.database, undefined)).differ).toHaveLength(1)
  })
})

type World = { database: Database; managers: readonly [string, string] }

async function worldOf(): Promise<World> {
  const database = await testDatabase()
  const { prisma } = database
  await prisma.agency.create({ data: { id: 1, name: 'Studio' } })
  await prisma.agencyReason.create({ data: { key: 'own', parent: 'complaint', nameRu: 'Своё', nameEn: 'Own' } })
  const person = (key: string) => prisma.staff.create({ data: { key, name: key, role: 'manager' } })
  return { database, managers: [(await person('anna')).id, (await person('boris')).id] }
}

type Played = { clientId: string; rows: Interaction[]; gone: Set<string>; corrected: Map<string, string> }
let clients = 0

async function play(world: World, given: readonly Op[]): Promise<Played> {
  const { database, managers } = world
  clients += 1
  const { id: clientId } = await database.prisma.client.create({
    data: { key: `c${clients}`, name: `C${clients}`, managerId: managers[0] },
  })
  const rows: Interaction[] = []
  const gone = new Set<string>()
  const corrected = new Map<string, string>()
  for (const op of given) {
    if (op.op === 'log') rows.push(await log(world, clientId, op))
    else if (op.op === 'fold') await foldOne(database, clientId)
    else if (op.op === 'handOver')
      await database.prisma.client.update({ where: { id: clientId }, data: { managerId: managers[op.to] ?? null } })
    else {
      const interaction = rows[op.which % Math.max(1, rows.length)]
      if (!interaction) continue
      if (op.op === 'correct') {
        await transaction(database, (tx) =>
          correctReason(tx, { interaction, reason: op.reason, staffId: managers[0], at: new Date(START) }),
        )
        corrected.set(interaction.id, op.reason)
      } else if (!gone.has(interaction.id)) {
        await transaction(database, (tx) => takeBack(tx, interaction))
        gone.add(interaction.id)
      }
    }
  }
  return { clientId, rows, gone, corrected }
}

type Logged = Omit<Extract<Op, { op: 'log' }>, 'op'>
let sources = 0

function log({ database }: World, clientId: string, { hours, ch, dir, missed, reason }: Logged): Promise<Interaction> {
  sources += 1
  const source = `test:${sources}`
  return transaction(database, (tx) =>
    logInteraction(tx, {
      clientId,
      kind: 'contact',
      direction: dir,
      channel: ch,
      missed,
      reason,
      source,
      at: new Date(START + hours * HOUR),
      body: [],
    }),
  )
}

function takeBack(tx: Parameters<typeof logInteraction>[0], { id, clientId, at }: Interaction): Promise<unknown> {
  return logInteraction(tx, {
    clientId,
    kind: 'removal',
    direction: 'out',
    channel: 'team',
    previousId: id,
    source: `gone:${id}`,
    at,
    body: [],
  })
}

async function keptOf({ database }: World, clientId: string) {
  const rows = await database.prisma.scoreState.findMany({ where: { clientId } })
  return Object.fromEntries(rows.flatMap((row) => (stateOf(row) ? [[row.managerId, stateOf(row)]] : [])))
}

/** By the same fold, but from what the test did, not from what the database says. */
async function expectedOf({ database }: World, { rows, gone, corrected }: Played) {
  const rules = rulesOf(await agencyOf(database.prisma), { cadence: [], segment: null })
  const events = rows
    .filter(({ id }) => !gone.has(id))
    .map((row) => {
      const reason = corrected.get(row.id) ?? row.reason
      const event = {
        id: row.id,
        ts: row.at.getTime() / 1_000,
        ch: row.channel,
        dir: row.direction,
        missed: row.missed,
        reason: reason === 'own' ? 'complaint' : reason,
        ref: null,
      } as ScoreEvent
      return { event, managerId: row.managerId ?? '' }
    })
  const whose = new Map([['', events.map(({ event }) => event)]])
  for (const { event, managerId } of events) whose.set(managerId, [...(whose.get(managerId) ?? []), event])
  const folded = [...whose].flatMap(([name, own]) => {
    const state = foldAll(inOrder(own), rules)
    return state ? [[name, JSON.parse(canonical(state))]] : []
  })
  return Object.fromEntries(folded)
}
