import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/clock.ts'
import type { SlaClock } from '../../../src/generated/prisma/client.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

async function later(bridge: Bridge, ms: number): Promise<void> {
  bridge.clock.pass(ms)
  await bridge.settle()
}

/** To the given time in Moscow. */
async function until(bridge: Bridge, time: string): Promise<void> {
  bridge.clock.pass(new Date(`${time}:00+03:00`).getTime() - bridge.clock.now().getTime())
  await bridge.settle()
}

/** What the clocks told somebody in messages of their own. */
async function told(bridge: Bridge, user = 'U0ANNA'): Promise<readonly SlackMessageView[]> {
  return (await bridge.direct(user)).messages.filter((message) => message.text.includes(':alarm_clock:'))
}

async function running(bridge: Bridge): Promise<readonly SlaClock[]> {
  return bridge.database.prisma.slaClock.findMany({ where: { state: 'running' }, orderBy: { kind: 'asc' } })
}

const kinds = (clocks: readonly SlaClock[]) => clocks.map(({ kind }) => kind)

/** The client has asked and the specialist has answered: it waits for the manager. */
async function answered(): Promise<{ bridge: Bridge; threadTs: string }> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Сколько займёт аудит?')
  await bridge.teamSays('Две недели', { threadTs })
  await bridge.settle()
  return { bridge, threadTs }
}

describe.runIf(hasDatabase)('a relay that nobody decides', () => {
  it('is warned of, is late, and is handed up to the deputy, then to the lead: each of them once', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда будет отчёт?')
    await bridge.settle()
    expect(kinds(await running(bridge))).toEqual(['first_answer', 'decision'])
    expect(seen(await bridge.card())).toContain('Решить до')

    await later(bridge, 44 * MINUTE)
    expect(await told(bridge)).toEqual([])
    await later(bridge, MINUTE)
    expect((await told(bridge)).map(({ text }) => text)).toEqual([expect.stringMatching(/R-1>.*ждёт решения/)])
    await later(bridge, 15 * MINUTE)
    expect((await told(bridge)).at(-1)?.text).toContain('просрочено')
    expect(seen(await bridge.card())).toContain('Просрочено')
    expect(await bridge.cards('U0BORIS')).toHaveLength(0)

    await bridge.stop()
    await bridge.start()
    await later(bridge, 30 * MINUTE)
    expect(seen(await bridge.card('U0BORIS'))).toContain('Overdue')
    expect(await bridge.cards('U0VERA')).toHaveLength(0)
    await later(bridge, 30 * MINUTE)
    expect(seen(await bridge.card('U0VERA'))).toContain('Просрочено')
    await later(bridge, 30 * MINUTE)
    expect((await told(bridge)).filter(({ text }) => text.includes('решения'))).toHaveLength(2)
    expect(await told(bridge, 'U0BORIS')).toHaveLength(0)
    expect(await bridge.cards('U0BORIS')).toHaveLength(1)

    // Whoever it was handed up to may decide, and everybody's card says so.
    await bridge.click('approve', 'U0VERA')
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Вера')
    expect(await bridge.database.prisma.slaClock.findFirst({ where: { kind: 'decision' } })).toMatchObject({
      state: 'breached',
      step: 'lead',
    })
  })

  it('that waited before there were clocks gets one at the next start', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда будет отчёт?')
    await bridge.settle()
    await bridge.database.prisma.slaClock.deleteMany()
    await bridge.stop()
    await bridge.start()
    expect(kinds(await running(bridge))).toEqual(['first_answer', 'decision'])
  })

  it('rests at night, over a weekend and on a holiday', async () => {
    const bridge = await Bridge.open()
    await until(bridge, '2026-11-27T18:30')
    await bridge.clientSays('Добрый вечер')
    await bridge.database.prisma.agency.update({ where: { id: 1 }, data: { holidays: ['2026-11-30'] } })
    await bridge.settle()
    for (const time of ['2026-11-27T23:00', '2026-11-28T12:00', '2026-11-30T11:00']) {
      await until(bridge, time)
      expect(await told(bridge), time).toEqual([])
    }
    await until(bridge, '2026-12-01T10:14')
    expect(await told(bridge)).toEqual([])
    await until(bridge, '2026-12-01T10:15')
    expect(await told(bridge)).toHaveLength(1)
  })
})

describe.runIf(hasDatabase)('a return', () => {
  it('stops the clock of the manager and starts the specialist’s, and the next words turn it round', async () => {
    const { bridge, threadTs } = await answered()
    expect(kinds(await running(bridge))).toEqual(['first_answer', 'decision'])
    await bridge.decide('return', 'Назовите дату')
    await bridge.settle()
    expect(kinds(await running(bridge))).toEqual(['first_answer', 'specialist'])
    expect(await bridge.database.prisma.slaClock.findMany({ where: { state: 'met', kind: 'decision' } })).toHaveLength(
      2,
    )
    const chased = async () => (await bridge.channel('C0SEO')).filter(({ text }) => text.includes('менеджер ждёт'))
    await later(bridge, 3 * HOUR)
    expect(await chased()).toHaveLength(1)
    expect((await chased())[0]?.text).toContain('<@U0OLEG>')
    await later(bridge, HOUR)
    expect((await told(bridge)).at(-1)?.text).toContain('специалист молчит (Олег)')
    expect(await chased()).toHaveLength(2)
    await bridge.teamSays('До 10 декабря', { threadTs })
    await bridge.settle()
    expect(kinds(await running(bridge))).toEqual(['first_answer', 'decision'])
    await bridge.approve()
    expect(await running(bridge)).toEqual([])
  })
})

describe.runIf(hasDatabase)('what the client is owed', () => {
  it('counts in the hours that the client and the agency share', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('When is the report due?', { user: 113 })
    await bridge.settle()
    // 11:00 in Moscow is 9:00 in Stockholm: two hours from 10:00 there.
    const [owed] = await running(bridge)
    expect(owed).toMatchObject({ kind: 'first_answer', dueAt: new Date('2026-11-23T14:00:00+03:00') })
  })

  it('ends with the first answer that arrives, and with a message that needs none', async () => {
    const { bridge } = await answered()
    await bridge.approve()
    expect(await bridge.database.prisma.slaClock.findFirst({ where: { kind: 'first_answer' } })).toMatchObject({
      state: 'met',
    })
    await bridge.clientSays('Спасибо!')
    await bridge.settle()
    expect(kinds(await running(bridge))).toEqual(['next_answer', 'decision'])
    await bridge.decide('reject', '')
    await bridge.settle()
    expect(await running(bridge)).toEqual([])
  })
})

describe.runIf(hasDatabase)('a draft that has waited for long', () => {
  it('is asked about once before it leaves, also when a dialogue is sent off, and passes at the next click', async () => {
    const { bridge } = await answered()
    await later(bridge, 4 * HOUR + MINUTE)
    await bridge.click('edit')
    await bridge.submit('Две недели, начиная с понедельника')
    await bridge.settle()
    expect((await bridge.fromBot()).map(({ text }) => text)).not.toContain('Две недели, начиная с понедельника')
    expect(JSON.stringify((await bridge.modal()).view)).toContain('4 рабочих часа')
    expect(seen(await bridge.card())).toContain('4 рабочих часа')
    await bridge.approve()
    expect((await bridge.fromBot()).map(({ text }) => text)).toContain('Две недели')
  })
})
