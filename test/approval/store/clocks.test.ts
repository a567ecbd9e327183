import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slackIds } from '../../../bots/slack/index.ts'
import { sweepClocks } from '../../../src/approval/sla/sweep.ts'
import { adoptClocks, tendClocks } from '../../../src/approval/sla/tend.ts'
import { after, MINUTE } from '../../../src/core/clock.ts'
import type { RelayStatus } from '../../../src/core/relay.ts'
import { transaction } from '../../../src/db/transaction.ts'
import { agencyOf } from '../../../src/people/agency.ts'
import { TRANSITIONS } from '../../../src/relay/transitions.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const START = new Date('2026-11-23T08:00:00Z')

const ASKED = { do: 'open', direction: 'to_client' } as const
const ENDED = { do: 'move', which: 0, to: 0 } as const

async function agencyWithRequest() {
  const database = await testDatabase()
  const { prisma } = database
  await transaction(database, agencyOf)
  const staff = async (key: string, role: 'manager' | 'specialist') =>
    (await prisma.staff.create({ data: { key, name: key, role, remoteUser: `sl:${key.toUpperCase()}` } })).id
  const anna = await staff('anna', 'manager')
  const oleg = await staff('oleg', 'specialist')
  const client = await prisma.client.create({ data: { key: 'c', name: 'Client', managerId: anna } })
  const project = await prisma.project.create({
    data: { clientId: client.id, key: 'p', name: 'P', specialists: { create: { staffId: oleg } } },
  })
  const request = await prisma.request.create({
    data: {
      clientId: client.id,
      projectId: project.id,
      platform: 'telegram',
      conversation: 'tg:1',
      openedAt: START,
      lastAt: START,
    },
  })
  const open = (direction: 'to_team' | 'to_client', now: Date) =>
    prisma.relay.create({
      data: {
        direction,
        status: 'waiting',
        clientId: client.id,
        requestId: request.id,
        authorId: direction === 'to_client' ? oleg : null,
        openedAt: now,
        gatherUntil: now,
      },
    })
  return { database, prisma, client, request, open, anna, oleg }
}

describe.runIf(hasDatabase)('the clocks of a request', () => {
  it('run for one person at most, whatever becomes of its relays in whatever order', async () => {
    const { database, prisma, request, open, anna, oleg } = await agencyWithRequest()
    const act = fc.oneof(
      fc.record({
        do: fc.constant('open' as const),
        direction: fc.constantFrom('to_team' as const, 'to_client' as const),
      }),
      fc.record({ do: fc.constant('move' as const), which: fc.nat(), to: fc.nat() }),
    )
    let now = START
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        for (const one of acts) {
          now = after(now, 7 * MINUTE)
          if (one.do === 'open') await open(one.direction, now)
          else {
            const relays = await prisma.relay.findMany({
              where: { status: { in: ['gathering', 'waiting', 'returned'] } },
              orderBy: { number: 'asc' },
            })
            const relay = relays[one.which % Math.max(1, relays.length)]
            if (!relay) continue
            const ways: readonly RelayStatus[] = TRANSITIONS[relay.status]
            const status = ways[one.to % ways.length] ?? 'waiting'
            const isBack = status === 'gathering' || status === 'waiting'
            const sendAt = status === 'scheduled' ? after(now, MINUTE) : null
            await prisma.relay.update({
              where: { id: relay.id },
              data: { status, sendAt, ...(isBack ? { openedAt: now, decidedAt: null } : { decidedAt: now }) },
            })
          }
          await transaction(database, (tx) => tendClocks(tx, request.id, now))
          const running = await prisma.slaClock.findMany({ where: { requestId: request.id, state: 'running' } })
          const turns = running.filter(({ kind }) => kind === 'decision' || kind === 'specialist')
          const waiting = await prisma.relay.count({ where: { status: { in: ['gathering', 'waiting'] } } })
          expect(turns.length).toBeLessThanOrEqual(1)
          if (waiting > 0) expect(turns).toMatchObject([{ kind: 'decision', staffId: anna }])
          else for (const turn of turns) expect(turn).toMatchObject({ kind: 'specialist', staffId: oleg })
        }
      }),
      // The first one ends a clock, whatever the others come to.
      { numRuns: 8, examples: [[[ASKED, ENDED]]] },
    )
    const ended = await prisma.slaClock.findMany({ where: { state: { not: 'running' } } })
    expect(ended.length).toBeGreaterThan(0)
    for (const clock of ended) expect(clock).toMatchObject({ nextAt: null, stoppedAt: expect.any(Date) })
  })

  it('are told of once, whenever and however often somebody sweeps, and two at once', async () => {
    const { database, prisma, client, request, open, anna } = await agencyWithRequest()
    const boris = await prisma.staff.create({
      data: { key: 'boris', name: 'boris', role: 'manager', remoteUser: 'sl:U0B' },
    })
    const vera = await prisma.staff.create({ data: { key: 'vera', name: 'vera', role: 'lead', remoteUser: 'sl:U0V' } })
    await prisma.client.update({ where: { id: client.id }, data: { deputyId: boris.id } })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }), async (minutes) => {
        const relay = await open('to_client', START)
        await transaction(database, (tx) => tendClocks(tx, request.id, START))
        const looks = minutes.sort((a, b) => a - b).map((minute) => after(START, minute * MINUTE))
        for (const now of looks) {
          await Promise.all([1, 2].map(() => sweepClocks(database, { team: slackIds }, now)))
        }
        const notices = await prisma.slaNotice.findMany({ where: { clock: { relayId: relay.id, kind: 'decision' } } })
        const told = notices.map(({ staffId, step }) => `${step} ${staffId}`).sort()
        const last = minutes.at(-1) ?? 0
        const warned = minutes.some((minute) => minute >= 45 && minute < 60)
        const due = [
          ...(warned ? [`warned ${anna}`] : []),
          ...(last >= 60 ? [`breached ${anna}`] : []),
          ...(last >= 90 ? [`deputy ${boris.id}`] : []),
          ...(last >= 120 ? [`lead ${vera.id}`] : []),
        ]
        expect(told).toEqual(due.sort())
        // The cards of the deputy and the lead are their notice.
        const cards = await prisma.outboxItem.findMany({ where: { template: 'card', relayId: relay.id } })
        expect(cards.some(({ conversation }) => conversation === 'sl:@U0B')).toBe(last >= 90)
        await prisma.relay.update({ where: { id: relay.id }, data: { status: 'withdrawn', decidedAt: START } })
        await transaction(database, (tx) => tendClocks(tx, request.id, START))
      }),
      { numRuns: 5, examples: [[[45, 60, 90, 120, 121]], [[200]]] },
    )
    expect(await prisma.slaClock.count({ where: { state: 'running' } })).toBe(0)
  })

  it('rest for what somebody has put off, which is not decided by that', async () => {
    const { database, prisma, request, open } = await agencyWithRequest()
    const relay = await open('to_client', START)
    const tend = () => transaction(database, (tx) => tendClocks(tx, request.id, after(START, MINUTE)))
    await tend()
    await prisma.relay.update({ where: { id: relay.id }, data: { snoozedUntil: after(START, 60 * MINUTE) } })
    await tend()
    expect(await prisma.slaClock.findMany()).toMatchObject([{ kind: 'decision', state: 'stopped' }])
    await prisma.relay.update({ where: { id: relay.id }, data: { snoozedUntil: null } })
    await tend()
    expect(await prisma.slaClock.count({ where: { state: 'running' } })).toBe(1)
  })

  it('are held by the database: not two turns at once, and none that has ended and goes on', async () => {
    const { database, prisma, request, client, open } = await agencyWithRequest()
    const relay = await open('to_client', START)
    expect(await adoptClocks(database, START)).toBe(1)
    expect(await adoptClocks(database, START), 'they run already').toBe(0)
    const clock = {
      requestId: request.id,
      clientId: client.id,
      relayId: relay.id,
      startedAt: START,
      targetMinutes: 60,
      dueAt: START,
    }
    await expect(prisma.slaClock.create({ data: { ...clock, kind: 'specialist' } })).rejects.toThrow(/[Uu]nique/)
    await expect(prisma.slaClock.create({ data: { ...clock, kind: 'decision', state: 'met' } })).rejects.toThrow(
      /ended_or_running/,
    )
  })
})
