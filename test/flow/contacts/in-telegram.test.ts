import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/core/clock.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

/** Somebody of the agency, with a Telegram of their own. */
const AT_HOME = 114

async function invited(bridge: Bridge, user = 'U0ANNA'): Promise<string> {
  await bridge.act('slack/command', { user, channel: 'C0GENERAL', command: '/log', text: 'telegram' })
  await bridge.settle()
  const message = (await bridge.channel('C0GENERAL')).findLast(({ ephemeralFor }) => ephemeralFor === user)
  return /start=([\w-]+)/.exec(seen(message))?.[1] ?? ''
}

async function linked(): Promise<Bridge> {
  const bridge = await Bridge.open()
  await bridge.act('telegram/start', { user: AT_HOME, payload: await invited(bridge) })
  await bridge.settle()
  return bridge
}

async function says(bridge: Bridge, text: string, user = AT_HOME): Promise<void> {
  await bridge.clientSays(text, { user })
  await bridge.settle()
}

const answers = async (bridge: Bridge) => (await bridge.fromBot(AT_HOME)).map(({ text }) => text)
const entries = (bridge: Bridge) =>
  bridge.database.prisma.interaction.findMany({ where: { kind: 'contact' }, include: { client: true, staff: true } })

describe.runIf(hasDatabase)('a manager in their chat with the clients’ bot', () => {
  it('becomes known by a link from Slack, enters a call in one line, and takes it back', async () => {
    const bridge = await linked()
    expect(await answers(bridge)).toMatchObject([expect.stringContaining('Анна, теперь бот вас знает')])
    await says(bridge, '/log parts звонок 12м "обсудили цены"')
    const [, answer] = await bridge.fromBot(AT_HOME)
    expect(answer?.text).toContain('Записано: Автозапчасти · звонок · от нас · 12 мин')
    expect(answer?.buttons).toMatchObject([[{ text: 'Отменить' }]])
    expect(await entries(bridge)).toMatchObject([
      {
        channel: 'phone',
        durationSeconds: 720,
        text: 'обсудили цены',
        client: { key: 'parts' },
        staff: { key: 'anna' },
      },
    ])
    const written = (await bridge.chat(AT_HOME)).findLast(({ from }) => !from.isBot)
    await bridge.clientEdits(written?.id ?? 0, '/log parts звонок 15м', AT_HOME)
    await bridge.settle()
    expect(await bridge.database.prisma.interaction.count(), 'what is changed afterwards is no client’s word').toBe(1)
    const data = answer?.buttons[0]?.[0]?.callbackData
    await bridge.act('telegram/press', { user: AT_HOME, chat: AT_HOME, message: answer?.id, data })
    await bridge.settle()
    const [, changed] = await bridge.fromBot(AT_HOME)
    expect(changed?.text, 'the same message says so').toContain('Отменено')
    expect(changed?.buttons).toEqual([])
    expect(await bridge.database.prisma.interaction.count({ where: { kind: 'removal' } })).toBe(1)
  })

  it('hears what is missing, and is no lead whatever they write', async () => {
    const bridge = await linked()
    await says(bridge, '/log звонок 12м')
    await says(bridge, '/log нетакого звонок')
    await says(bridge, 'Привет!')
    const [, client, unknown, usage] = await answers(bridge)
    expect(client).toContain('Чей это контакт')
    expect(unknown).toMatch(/нет «нетакого».*Автозапчасти/s)
    expect(usage).toMatch(/^\/log/)
    expect(await entries(bridge)).toEqual([])
    expect(await bridge.database.prisma.client.count({ where: { stage: 'lead' } })).toBe(0)
    expect(await bridge.database.prisma.relay.count()).toBe(0)
  })

  it('comes by a link that works once and for a while, and by none as a client’s person', async () => {
    const bridge = await linked()
    const word = await invited(bridge, 'U0BORIS')
    await bridge.act('telegram/start', { user: 113, payload: word })
    await bridge.settle()
    expect((await bridge.fromBot(113)).at(-1)?.text).toContain('known here as a person of a client')
    bridge.clock.pass(3 * DAY)
    await bridge.act('telegram/start', { user: AT_HOME, payload: word })
    await bridge.settle()
    expect((await answers(bridge)).at(-1)).toContain('run out')
    expect(await bridge.database.prisma.staff.findMany({ where: { remoteTelegram: { not: null } } })).toMatchObject([
      { key: 'anna', remoteTelegram: 'tg:114' },
    ])
  })

  it('is not a client who writes /log: those words cross as all others', async () => {
    const bridge = await Bridge.open()
    await says(bridge, '/log parts call 12m', 111)
    expect(seen(await bridge.card())).toContain('/log parts call 12m')
    expect(await entries(bridge)).toEqual([])
  })
})
