import { describe, expect, it } from 'vitest'
import { transaction } from '../../../../src/db/transaction.ts'
import { correctReason } from '../../../../src/interactions/reasons/correct.ts'
import { FIGURE_NAMES, type FigureName, type Scope } from '../../../../src/work/figures/asked.ts'
import { FIGURES } from '../../../../src/work/figures/figures.ts'
import { type Figure, reportOf } from '../../../../src/work/figures/report.ts'
import { openFigure } from '../../../../src/work/figures/rows.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'
import { type World, worldOf } from './seed.ts'

const NOW = new Date('2026-11-10T12:00:00Z')
const OCTOBER: Scope = { period: '2026-10', by: 'none' }

async function find(world: World, name: FigureName, scope: Scope = OCTOBER, section = '') {
  const { figures } = await reportOf(world.database, scope, 'en', NOW)
  const found = figures.find((one) => one.name === name && one.section === section)
  if (found?.state !== 'counted') throw new Error(`${name} of "${section}" is not counted`)
  return found as Extract<Figure, { state: 'counted' }>
}

/** A number and the rows it opens are of one query: as many of them. */
async function rowsOf(world: World, figure: FigureName, scope: Scope = OCTOBER) {
  const page = { limit: 100, offset: 0 }
  const { rows } = await openFigure(world.database, { ...scope, figure, page }, 'en', NOW)
  return rows.filter(({ period }) => period === 'current')
}

describe.runIf(hasDatabase)('the figures', () => {
  it('keep a fixed cohort: who came in the period is in neither retention nor churn', async () => {
    const world = await worldOf(await testDatabase())
    for (const [key, first, endedAt] of [
      ['stays', '2026-08-01', undefined],
      ['leaves', '2026-08-02', '2026-10-20T12:00:00Z'],
      ['left-before', '2026-08-03', '2026-09-20T12:00:00Z'],
      ['left-since', '2026-08-04', '2026-11-02T12:00:00Z'],
      ['new', '2026-10-05', undefined],
      ['new-and-gone', '2026-10-06', '2026-10-25T12:00:00Z'],
    ] as const)
      await world.contact(await world.client(key, endedAt ? { endedAt } : {}), `${first}T09:00:00Z`)
    await world.client('never-spoke')
    const lead = await world.client('lead', { stage: 'lead' })
    await world.contact(lead, '2026-08-01T09:00:00Z')

    const retention = await find(world, 'retention')
    expect(retention.value).toMatchObject({ hits: 2, n: 3 })
    expect(retention.before).toMatchObject({ hits: 3, n: 4 })
    expect(retention.difference).toMatchObject({ kind: 'share', isSure: false })
    expect((await find(world, 'churn')).value).toMatchObject({ hits: 1, n: 3 })
    expect((await find(world, 'new_clients')).value).toEqual({ kind: 'count', n: 2 })
    const rows = await rowsOf(world, 'churn')
    expect(rows.map(({ client, hit }) => [client, hit]).sort()).toEqual([
      ['leaves', true],
      ['left-since', false],
      ['stays', false],
    ])
  })

  it('of somebody who answers for no clients are refused, with the names of those who do', async () => {
    const world = await worldOf(await testDatabase())
    const { prisma } = world.database
    await prisma.staff.create({ data: { key: 'oleg', name: 'Oleg', role: 'specialist' } })
    await prisma.staff.create({ data: { key: 'gone', name: 'Gone', role: 'manager', active: false } })
    const of = (manager: string) => reportOf(world.database, { ...OCTOBER, manager }, 'en', NOW)
    await expect(of('oleg')).rejects.toThrow(/manager.*oleg.*anna, boris/s)
    await expect(of('oleg')).rejects.not.toThrow(/gone/)
    await expect(of('gone'), 'a past one has past figures').resolves.toBeDefined()
  })

  it('count a client for whoever answered for it when the period began', async () => {
    const world = await worldOf(await testDatabase())
    const id = await world.client('handed', { manager: 'anna' })
    await world.contact(id, '2026-08-01T09:00:00Z')
    await world.database.prisma.client.update({
      where: { id },
      data: { managerId: world.boris, active: false, endedAt: new Date('2026-10-20T12:00:00Z') },
    })
    await world.contact(id, '2026-10-15T09:00:00Z')
    const by: Scope = { period: '2026-10', by: 'manager' }
    expect((await find(world, 'churn', by, 'anna')).value).toMatchObject({ hits: 1, n: 1 })
    expect((await find(world, 'interactions', by, 'boris')).value).toMatchObject({ n: 1 })
    expect((await find(world, 'churn', { period: '2026-10', by: 'none', manager: 'boris' })).value).toMatchObject({
      n: 0,
    })
    expect((await find(world, 'churn', { period: '2026-10', by: 'team' }, 'care')).value).toMatchObject({ n: 1 })
    expect((await find(world, 'churn', { period: '2026-10', by: 'none', team: 'care' })).value).toMatchObject({ n: 1 })
    expect((await find(world, 'churn', { period: '2026-10', by: 'none', tier: 'standard' })).value).toMatchObject({
      n: 1,
    })
  })

  it('measure answers in business minutes, judge what is late though it runs, and leave out what had nothing to wait for', async () => {
    const world = await worldOf(await testDatabase())
    const id = await world.client('parts')
    // Moscow is three hours ahead: open 07:00 to 16:00 UTC. Friday 15:30 to Monday 07:30 is an hour of business.
    await world.clock(id, '2026-10-02T15:30:00Z', { state: 'met', to: '2026-10-05T07:30:00Z' })
    await world.clock(id, '2026-10-06T08:00:00Z', { state: 'met', to: '2026-10-06T08:20:00Z' })
    await world.clock(id, '2026-10-07T08:00:00Z', { state: 'breached', to: '2026-10-07T12:00:00Z' })
    await world.clock(id, '2026-10-08T08:00:00Z', { state: 'running', due: '2026-10-08T10:00:00Z' })
    await world.clock(id, '2026-10-09T08:00:00Z', { state: 'running', due: '2026-12-08T10:00:00Z' })
    await world.clock(id, '2026-10-12T08:00:00Z', { state: 'stopped', to: '2026-10-12T09:00:00Z' })
    await world.clock(id, '2026-10-13T08:00:00Z', { kind: 'decision', to: '2026-10-13T08:05:00Z' })
    const { value, parts } = await find(world, 'first_answer')
    expect(value).toMatchObject({ n: 3, median: 60, p90: 240, inTime: { hits: 2, n: 4 } })
    expect(Object.fromEntries((parts.state ?? []).map(({ label, n }) => [label, n]))).toEqual({
      in_time: 2,
      late: 1,
      open: 1,
      open_late: 1,
    })
    expect((await rowsOf(world, 'first_answer')).map(({ minutes }) => minutes)).toEqual([null, null, 240, 20, 60])
    expect((await find(world, 'decision')).value).toMatchObject({ n: 1, median: 5 })
  })

  it('know interactions by reason, channel and direction: a person’s word before the rules’, what was taken back not at all', async () => {
    const world = await worldOf(await testDatabase())
    const id = await world.client('parts')
    const wrong = await world.contact(id, '2026-10-02T09:00:00Z', { reason: 'status' })
    await world.contact(id, '2026-10-03T09:00:00Z', { reason: 'praise', channel: 'phone', direction: 'out' })
    await world.contact(id, '2026-09-03T09:00:00Z')
    const gone = await world.contact(id, '2026-10-04T09:00:00Z', { reason: 'praise' })
    await transaction(world.database, async (tx) => {
      await correctReason(tx, { interaction: wrong, reason: 'brief', staffId: world.anna, at: NOW })
      await correctReason(tx, { interaction: wrong, reason: 'complaint', staffId: world.anna, at: NOW })
    })
    await world.database.prisma.interaction.create({
      data: {
        clientId: id,
        chainSeq: 99,
        prevHash: '',
        hash: 'gone',
        kind: 'removal',
        direction: 'out',
        channel: 'team',
        previousId: gone.id,
        source: 'gone',
        at: NOW,
        body: [],
        text: '',
      },
    })
    const { value, before, parts, difference } = await find(world, 'interactions')
    expect([value, before]).toMatchObject([{ n: 2 }, { n: 1 }])
    expect(difference).toEqual({ kind: 'number', of: 'n', by: 1 })
    expect(parts.reason).toEqual([
      { label: 'complaint', n: 1 },
      { label: 'praise', n: 1 },
    ])
    expect(parts.channel).toContainEqual({ label: 'phone', n: 1 })
    expect(parts.direction).toContainEqual({ label: 'out', n: 1 })
    expect((await rowsOf(world, 'interactions')).map((row) => row.id)).not.toContain(gone.id)
  })

  it('say which share of messages was edited or returned, with the reasons, and how long the way across took', async () => {
    const world = await worldOf(await testDatabase())
    const id = await world.client('parts')
    await world.relay(id, '2026-10-05T08:00:00Z', { arrived: '2026-10-05T08:10:00Z' })
    await world.relay(id, '2026-10-06T08:00:00Z', {
      direction: 'to_client',
      arrived: '2026-10-06T09:00:00Z',
      acts: [{ kind: 'returned', note: 'Нет срока' }, { kind: 'approved_edited' }],
    })
    await world.relay(id, '2026-10-07T08:00:00Z', {
      direction: 'to_client',
      status: 'returned',
      acts: [{ kind: 'returned', note: 'нет срока' }],
    })
    await world.relay(id, '2026-10-08T08:00:00Z', { status: 'waiting' })
    expect((await find(world, 'relays_edited')).value).toMatchObject({ hits: 1, n: 3 })
    const returned = await find(world, 'relays_returned')
    expect(returned.value).toMatchObject({ hits: 2, n: 3 })
    expect(returned.notes).toMatchObject([{ n: 2 }])
    expect((await find(world, 'to_specialist')).value).toMatchObject({ n: 1, median: 10 })
    expect((await find(world, 'to_client')).value).toMatchObject({ n: 1, median: 60, inTime: null })
    expect((await find(world, 'load')).value).toMatchObject({ n: 2 })
    expect((await find(world, 'load')).before).toBeNull()
    expect((await find(world, 'requests')).value).toMatchObject({ n: 4 })
  })

  it('draw a manager’s scores towards the agency’s, and show who is neglected', async () => {
    const world = await worldOf(await testDatabase())
    for (const [i, [score, manager, alertAny]] of (
      [
        [90, 'anna', 'none'],
        [80, 'anna', 'none'],
        [10, 'anna', 'alarm'],
        [60, 'boris', 'watch'],
      ] as const
    ).entries()) {
      const clientId = await world.client(`c${i}`)
      const kept = {
        clientId,
        score,
        provisional: false,
        attention: 1,
        alertAny,
        alertClient: 'none',
        managerId: world[manager],
      }
      await world.database.prisma.scoreSnapshot.createMany({
        data: [
          { ...kept, day: new Date('2026-10-30') },
          { ...kept, day: new Date('2026-10-29'), score: 1 },
        ],
      })
    }
    const { value } = await find(world, 'score', { period: '2026-10', by: 'manager' }, 'anna')
    expect(value).toEqual({
      kind: 'score',
      n: 3,
      mean: (180 + 3 * 60) / 6,
      percentile20: 10,
      alerts: { none: 2, breach: 0, watch: 0, alarm: 1 },
    })
    expect((await rowsOf(world, 'score')).map(({ score }) => score).sort()).toEqual([10, 60, 80, 90])
    // On a Saturday only those are kept of whom something was said.
    const saturday = { score: 90, provisional: false, attention: 1, alertAny: 'none', alertClient: 'none' }
    const { id: clientId } = await world.database.prisma.client.findUniqueOrThrow({ where: { key: 'c0' } })
    await world.database.prisma.scoreSnapshot.create({ data: { clientId, day: new Date('2026-10-31'), ...saturday } })
    expect((await find(world, 'score')).value).toMatchObject({ n: 4 })
    expect((await find(world, 'score', { period: '2026-09', by: 'none' })).value).toMatchObject({ n: 0, mean: null })
  })

  it('open their rows, as many as they count, and say what they lack', async () => {
    const world = await worldOf(await testDatabase())
    const id = await world.client('parts')
    await world.clock(id, '2026-10-06T08:00:00Z', { state: 'met', to: '2026-10-06T08:20:00Z' })
    await world.contact(id, '2026-08-06T08:00:00Z')
    for (const name of FIGURE_NAMES) {
      const figure = FIGURES[name]
      if (figure.kind === 'missing') {
        await expect(rowsOf(world, name)).rejects.toThrow(/needs|no invoices/)
        continue
      }
      const { parts } = await find(world, name)
      const [dimension] = figure.dimensions
      const counted = (dimension ? (parts[dimension] ?? []) : []).reduce((sum, { n }) => sum + n, 0)
      expect((await rowsOf(world, name)).length, name).toBe(counted)
    }
    const { figures } = await reportOf(world.database, OCTOBER, 'en', NOW)
    expect(figures.filter(({ state }) => state === 'missing').map(({ name }) => name)).toEqual([
      'revenue_retention',
      'ltv',
      'ltv_model',
      'satisfaction',
      'requests_won',
    ])
    await expect(reportOf(world.database, { period: '2026-13', by: 'none' }, 'en', NOW)).rejects.toThrow('last-30-days')
    await expect(reportOf(world.database, { ...OCTOBER, manager: 'vera' }, 'ru', NOW)).rejects.toThrow(
      'Менеджера «vera» нет. Известны: anna, boris',
    )
    await expect(reportOf(world.database, { ...OCTOBER, tier: 'gold' }, 'en', NOW)).rejects.toThrow('standard')
  })
})
