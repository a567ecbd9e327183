import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/clock.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { waitingAnswer } from '../../support/queue.ts'

async function later(bridge: Bridge, ms: number): Promise<void> {
  bridge.clock.pass(ms)
  await bridge.settle()
}

/** To the given time in Moscow. */
function turn({ clock }: Bridge, time: string): void {
  clock.pass(new Date(`${time}:00+03:00`).getTime() - clock.now().getTime())
}

async function until(bridge: Bridge, time: string): Promise<void> {
  turn(bridge, time)
  await bridge.settle()
}

async function messages(bridge: Bridge, sign: ':sunny:' | ':alarm_clock:', user = 'U0ANNA') {
  const { messages } = await bridge.direct(user)
  return messages.filter((message: SlackMessageView) => message.text.includes(sign)).map(({ text }) => text)
}

async function settings(bridge: Bridge, text: string, user = 'U0ANNA'): Promise<string> {
  const { id: channel } = await bridge.direct(user)
  await bridge.act('slack/command', { user, channel, command: '/queue', text: `settings ${text}` })
  await bridge.settle()
  return (await bridge.direct(user)).messages.findLast(({ ephemeralFor }) => ephemeralFor === user)?.text ?? ''
}

describe.runIf(hasDatabase)('the morning’s digest', () => {
  it('is one message of what waits, what is overdue and who is silent, in place of the pings of the night', async () => {
    const bridge = await Bridge.open()
    await bridge.handOver('Нужен аудит')
    turn(bridge, '2026-11-23T17:45')
    await bridge.clientSays('Вы здесь?', { user: 112 })
    await bridge.settle()
    turn(bridge, '2026-11-23T18:29')
    await bridge.clientSays('И ещё вопрос', { user: 112 })
    await bridge.settle()
    const before = (await messages(bridge, ':alarm_clock:')).length
    await bridge.stop()
    // Down while it became overdue, up again in the night: nobody is woken.
    bridge.clock.pass(6 * HOUR)
    await bridge.start()
    await bridge.settle()
    await until(bridge, '2026-11-24T09:29')
    expect(await messages(bridge, ':sunny:')).toEqual([])
    await until(bridge, '2026-11-24T09:30')
    const [digest, ...more] = await messages(bridge, ':sunny:')
    expect(more).toEqual([])
    expect(digest).toContain('Ждёт вас: 2')
    expect(digest).toMatch(/Просрочено: \d/)
    expect(digest).toMatch(/Молчат: 1.*\n.*Олег/)
    expect(digest?.indexOf('R-2')).toBeLessThan(digest?.indexOf('R-3') ?? 0)
    expect(digest).toContain('/archives/D')

    await bridge.stop()
    await bridge.start()
    await until(bridge, '2026-11-24T10:00')
    expect(await messages(bridge, ':sunny:')).toHaveLength(1)
    expect(await messages(bridge, ':alarm_clock:')).toHaveLength(before)
  })

  it('comes to nobody for whom there is nothing, and not on a day off', async () => {
    const bridge = await Bridge.open()
    await until(bridge, '2026-11-24T09:30')
    for (const user of ['U0ANNA', 'U0BORIS', 'U0VERA']) expect(await messages(bridge, ':sunny:', user)).toEqual([])
    turn(bridge, '2026-11-27T18:50')
    await bridge.clientSays('Добрый вечер')
    await bridge.settle()
    await until(bridge, '2026-11-28T12:00')
    expect(await messages(bridge, ':sunny:')).toEqual([])
    await until(bridge, '2026-11-30T09:30')
    expect(await messages(bridge, ':sunny:')).toHaveLength(1)
  })

  it('tells whoever is asked for a second approval that it waits for them', async () => {
    const { bridge } = await waitingAnswer()
    const { prisma } = bridge.database
    const action = { act: 'second', of: ['boris'], quorum: 'any' }
    await prisma.rule.create({ data: { key: 'two', position: 1, scope: 'agency', conditions: {}, action } })
    await prisma.relay.updateMany({ where: { direction: 'to_client' }, data: { ruledRevision: null } })
    await bridge.settle()
    await until(bridge, '2026-11-24T09:30')
    expect(await messages(bridge, ':sunny:', 'U0BORIS')).toEqual([expect.stringMatching(/Waits for you: 1\*\n.*R-2/)])
  })

  it('has nothing for somebody who is away of what was handed up to them before', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда отчёт?')
    await bridge.settle()
    for (const minutes of [45, 15, 30]) await later(bridge, minutes * MINUTE)
    const { prisma } = bridge.database
    const boris = await prisma.staff.findUniqueOrThrow({ where: { key: 'boris' } })
    expect(await prisma.slaNotice.count({ where: { staffId: boris.id } })).toBe(1)
    await prisma.absence.create({ data: { staffId: boris.id, from: bridge.clock.now(), state: 'running' } })
    await until(bridge, '2026-11-24T09:30')
    expect(await messages(bridge, ':sunny:', 'U0BORIS')).toEqual([])
    expect(await messages(bridge, ':sunny:')).toHaveLength(1)
  })
})

describe.runIf(hasDatabase)('what a person is told', () => {
  it('is one message for what comes together', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда отчёт?')
    await bridge.settle()
    await later(bridge, MINUTE)
    await bridge.clientSays('А когда аудит?', { user: 112 })
    await bridge.settle()
    await later(bridge, 44 * MINUTE)
    await later(bridge, MINUTE)
    const told = await messages(bridge, ':alarm_clock:')
    expect(told).toHaveLength(1)
    expect(told[0]?.split('\n')).toHaveLength(2)
  })

  it('rests in quiet hours, and is what the person has chosen in Slack', async () => {
    const bridge = await Bridge.open()
    expect(await settings(bridge, '')).toContain('Тихих часов нет')
    expect(await settings(bridge, 'quiet 11:30-12:30')).toContain('с 11:30 до 12:30')
    await bridge.clientSays('Когда отчёт?')
    await bridge.settle()
    await later(bridge, 45 * MINUTE)
    await later(bridge, 15 * MINUTE)
    expect(await messages(bridge, ':alarm_clock:')).toEqual([])
    expect(await settings(bridge, 'digest', 'U0BORIS')).toContain('only the morning’s digest')
    await later(bridge, 30 * MINUTE)
    expect(await bridge.cards('U0BORIS')).toHaveLength(0)
    // It is not lost: the next morning says it to both.
    await until(bridge, '2026-11-24T09:30')
    expect(await messages(bridge, ':sunny:', 'U0BORIS')).toEqual([expect.stringContaining('R-1')])
    expect(await messages(bridge, ':sunny:')).toEqual([expect.stringContaining('Просрочено')])
    expect(await settings(bridge, 'loud')).toContain('loud')
  })
})
