import { describe, expect, it } from 'vitest'
import { slackIds } from '../../../bots/slack/index.ts'
import { showAgain } from '../../../src/approval/cover/show-again.ts'
import { tellAssigned } from '../../../src/approval/cover/tell.ts'
import { endSnoozes } from '../../../src/approval/due/snoozes.ts'
import { closeBursts } from '../../../src/approval/show/gathered.ts'
import { sweepClocks } from '../../../src/approval/sla/sweep.ts'
import { tendClocks } from '../../../src/approval/sla/tend.ts'
import { after, DAY, HOUR, MINUTE } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { failingFindings } from '../../../src/db/failing.ts'
import { transaction } from '../../../src/db/transaction.ts'
import type { Prisma } from '../../../src/generated/prisma/client.ts'
import { logInteraction } from '../../../src/interactions/log.ts'
import { agencyOf } from '../../../src/people/agency.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const OPTIONS = { team: slackIds }

/** Two relays, of which the older cannot be shown: what was said in it is no text of ours. */
async function brokenAndWhole(state: Partial<Prisma.RelayUncheckedCreateInput> = {}) {
  const database = await testDatabase()
  const { prisma } = database
  await transaction(database, agencyOf)
  const anna = await prisma.staff.create({
    data: { key: 'anna', name: 'Anna', role: 'manager', remoteUser: 'sl:U0ANNA' },
  })
  const relays: string[] = []
  for (const [i, body] of [[{ type: 'broken' }], plain('Hello')].entries()) {
    const client = await prisma.client.create({ data: { key: `c${i}`, name: `C${i}`, managerId: anna.id } })
    const request = await prisma.request.create({
      data: { clientId: client.id, platform: 'telegram', conversation: `tg:${i}`, openedAt: NOW, lastAt: NOW },
    })
    const said = await transaction(database, (tx) =>
      logInteraction(tx, {
        clientId: client.id,
        requestId: request.id,
        kind: 'message',
        direction: 'in',
        channel: 'messenger',
        source: `s${i}`,
        at: NOW,
        body: plain('Hello'),
      }),
    )
    const at = after(NOW, i * MINUTE)
    const relay = await prisma.relay.create({
      data: {
        direction: 'to_team',
        status: 'waiting',
        clientId: client.id,
        requestId: request.id,
        openedAt: at,
        gatherUntil: at,
        ...state,
        parts: { create: { interactionId: said.id, message: `tg:${i}/1`, round: 1, at, body: body as object[] } },
      },
    })
    relays.push(relay.id)
  }
  return { database, prisma, relays }
}

describe.runIf(hasDatabase)('a row that cannot be done holds up no other', () => {
  it('of bursts that are over, each of which is a transaction of its own', async () => {
    const { database, prisma, relays } = await brokenAndWhole({ status: 'gathering' })
    await expect(closeBursts(database, OPTIONS, after(NOW, HOUR))).rejects.toThrow('1 of 2')
    expect(await closeBursts(database, OPTIONS, after(NOW, HOUR)), 'it rests').toBe(0)
    const found = await prisma.relay.findMany({ where: { id: { in: relays } }, orderBy: { number: 'asc' } })
    expect(found.map(({ status }) => status)).toEqual(['gathering', 'waiting'])
  })

  it('of what was held until now', async () => {
    const { database, prisma, relays } = await brokenAndWhole({ snoozedUntil: NOW })
    await expect(endSnoozes(database, OPTIONS, after(NOW, HOUR))).rejects.toThrow('1 of 2')
    expect(await endSnoozes(database, OPTIONS, after(NOW, HOUR)), 'it rests').toBe(0)
    expect(await prisma.relay.findUnique({ where: { id: relays[1] ?? '' } })).toMatchObject({ snoozedUntil: null })
  })

  it('of what is shown to somebody else', async () => {
    const { database, prisma, relays } = await brokenAndWhole({ toShow: true })
    await expect(showAgain(database, OPTIONS, NOW)).rejects.toThrow('1 of 2')
    expect(await prisma.relay.findUnique({ where: { id: relays[1] ?? '' } })).toMatchObject({ toShow: false })
    expect(await showAgain(database, OPTIONS, NOW), 'it rests').toBe(0)
    expect(await failingFindings(database, 'en', NOW), 'once may be a moment’s trouble').toEqual([])
    const later = after(NOW, MINUTE)
    await expect(showAgain(database, OPTIONS, later)).rejects.toThrow('1 of 1')
    const [failing, ...others] = await failingFindings(database, 'en', later)
    expect(others).toEqual([])
    expect(failing).toMatchObject({
      ok: false,
      what: expect.stringMatching(`showing cards anew.*2 times.*${relays[0]}`),
    })

    await prisma.relayPart.updateMany({ data: { body: plain('Hello') } })
    expect(await showAgain(database, OPTIONS, after(later, MINUTE))).toBe(1)
    expect(await failingFindings(database, 'en', later), 'it is done').toEqual([])
  })

  it('of clocks', async () => {
    const { database, prisma } = await brokenAndWhole()
    const requests = await prisma.request.findMany()
    for (const { id } of requests) await transaction(database, (tx) => tendClocks(tx, id, NOW))
    const clocks = await prisma.slaClock.count()
    await expect(sweepClocks(database, OPTIONS, after(NOW, DAY))).rejects.toThrow(`of ${clocks}`)
    const moved = await prisma.slaClock.findMany({ where: { step: { not: 'none' } }, include: { client: true } })
    expect(new Set(moved.map(({ client }) => client.key))).toEqual(new Set(['c1']))
  })

  it('of clients that are given to somebody', async () => {
    const { database, prisma } = await brokenAndWhole()
    await prisma.client.updateMany({ data: { tellManager: true } })
    const first = await prisma.client.findFirstOrThrow({ orderBy: { id: 'asc' } })
    await prisma.$executeRaw`create function refuse() returns trigger language plpgsql as $$ begin
      if to_jsonb(new)::text like '%"C0"%' then raise exception 'refused'; end if; return new; end $$`
    await prisma.$executeRaw`create trigger refuse before insert on "OutboxItem" for each row execute function refuse()`
    await expect(tellAssigned(database, OPTIONS, NOW)).rejects.toThrow('1 of 2')
    expect(await tellAssigned(database, OPTIONS, NOW), 'it rests').toBe(0)
    const told = await prisma.client.findMany({ where: { tellManager: false } })
    expect(told.map(({ id }) => id)).not.toContain(first.id)
    expect(told).toHaveLength(1)
  })
})
