import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/core/clock.ts'
import { inviteNow } from '../../src/people/invitations.ts'
import { Bridge, GROUP, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

async function invitation(
  bridge: Bridge,
  more: { contact?: string; group?: boolean; days?: number } = {},
): Promise<string> {
  const asked = { client: 'parts', days: 7, now: bridge.clock.now(), ...more }
  return (await inviteNow(bridge.database, asked)).word
}

describe.runIf(hasDatabase)('an invitation', () => {
  it('binds whoever comes by it, works once, and what they had said before goes to the client', async () => {
    const bridge = await Bridge.open()
    await bridge.act('telegram/start', { user: 114 })
    await bridge.clientSays('Я от Автозапчастей', { user: 114 })
    await bridge.settle()
    expect(seen(await bridge.card('U0VERA'))).toContain('Я от Автозапчастей')

    const word = await invitation(bridge)
    await bridge.act('telegram/start', { user: 114, payload: word })
    await bridge.settle()
    expect((await bridge.fromBot(114)).at(-1)?.text).toContain('Студия')
    expect(seen(await bridge.card('U0ANNA')), 'it waits for the client’s manager now').toContain('Я от Автозапчастей')
    expect(
      await bridge.database.prisma.contact.findUnique({ where: { remoteUser: 'tg:114' }, include: { client: true } }),
    ).toMatchObject({
      introduced: true,
      client: { key: 'parts' },
    })

    await bridge.act('telegram/start', { user: 113, payload: word })
    await bridge.settle()
    expect((await bridge.fromBot(113)).at(-1)?.text).toContain('has been used already')
  })

  it('runs out', async () => {
    const bridge = await Bridge.open()
    const word = await invitation(bridge, { days: 1 })
    bridge.clock.pass(2 * DAY)
    await bridge.act('telegram/start', { user: 114, payload: word })
    await bridge.settle()
    expect((await bridge.fromBot(114)).at(-1)?.text).toContain('Срок приглашения истёк')
  })

  it('of a group binds the group', async () => {
    const bridge = await Bridge.open()
    const { chat_id: chat } = await bridge.act<{ chat_id: number }>('telegram/group', {
      user: 114,
      title: 'Новая группа',
    })
    await bridge.act('telegram/add-bot', { user: 114, chat })
    const word = await invitation(bridge, { group: true })
    await bridge.act('telegram/start', { user: 114, chat, payload: word })
    await bridge.settle()
    expect((await bridge.fromBot(chat)).at(-1)?.text).toContain('Автозапчасти')
    await bridge.clientSays('Всем привет', { user: 114, chat })
    await bridge.settle()
    expect(seen(await bridge.card('U0ANNA'))).toContain('Новая группа')
  })
})

describe.runIf(hasDatabase)('a group', () => {
  it('whose title turns the order of letters around turns nothing around on the card', async () => {
    const bridge = await Bridge.open()
    const made = await bridge.act('telegram/group', { user: 111, title: 'Бонус\u202e', members: [112] })
    const chat = Number(made.chat_id)
    await bridge.act('telegram/add-bot', { user: 111, chat })
    await bridge.settle()
    await bridge.clientSays('Мы тут', { chat })
    await bridge.settle()
    const card = seen(await bridge.card())
    expect(card).toContain('группа «Бонус»')
    expect(card).not.toContain('\u202e')
    const greeting = (await bridge.fromBot(chat)).at(0)?.text
    expect(greeting).toContain('на связи с агентством Студия от имени клиента Автозапчасти')
  })

  it('goes on when it becomes a supergroup', async () => {
    const bridge = await Bridge.open()
    const { chat_id: chat } = await bridge.act<{ chat_id: number }>('telegram/group', { user: 111, title: 'Старая' })
    await bridge.act('telegram/add-bot', { user: 111, chat })
    await bridge.settle()
    await bridge.clientSays('До', { chat })
    await bridge.settle()
    const { chat_id: moved } = await bridge.act<{ chat_id: number }>('telegram/upgrade', { user: 111, chat })
    await bridge.settle()
    await bridge.decide('answer', 'Ответ уже в новую')
    await bridge.settle()
    expect((await bridge.fromBot(moved)).at(-1)?.text).toBe('Ответ уже в новую')
  })

  it('does not let a stranger’s words pass for the client’s: the card says that they are new', async () => {
    const bridge = await Bridge.open()
    await bridge.act('telegram/join', { user: 114, chat: GROUP })
    await bridge.clientSays('А можно бесплатно?', { user: 114, chat: GROUP })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('ещё не представлен')
  })
})

describe.runIf(hasDatabase)('a client', () => {
  it('is spoken to in their language, and may choose another', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Hello', { user: 113 })
    await bridge.settle()
    expect((await bridge.fromBot(113)).at(-1)?.text).toContain('Received. Boris has it')
    await bridge.clientSays('/language', { user: 113 })
    await bridge.settle()
    const asked = (await bridge.fromBot(113)).at(-1)
    await bridge.act('telegram/press', { user: 113, chat: 113, message: asked?.id, data: 'language:ru' })
    await bridge.settle()
    expect((await bridge.fromBot(113)).at(-1)?.text).toBe('Хорошо, дальше пишу по-русски.')
    await bridge.clientSays('/help', { user: 113 })
    await bridge.settle()
    expect((await bridge.fromBot(113)).at(-1)?.text).toContain('Ваш менеджер — Boris')
    expect(await bridge.cards('U0BORIS'), 'commands are no messages for the team').toHaveLength(1)
  })
})

describe.runIf(hasDatabase)('/queue', () => {
  it('lists what waits, with its buttons, for the deputy too', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Вопрос про сайт')
    await bridge.settle()
    const { id: channel } = await bridge.direct('U0BORIS')
    await bridge.act('slack/command', { user: 'U0BORIS', channel, command: '/queue', text: '' })
    await bridge.settle()
    const list = (await bridge.direct('U0BORIS')).messages.at(-1)
    expect(seen(list)).toContain('1 message waits for you')
    expect(seen(list)).toContain('Вопрос про сайт')
    await bridge.act('slack/click', { user: 'U0BORIS', channel, ts: list?.ts, actionId: 'approve' })
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO'))[0])).toContain('Вопрос про сайт')
    expect(seen(await bridge.card('U0ANNA'))).toContain('Boris')
  })

  it('tells a stranger how to be let in', async () => {
    const bridge = await Bridge.open()
    const { id: channel } = await bridge.direct('U0DINA')
    await bridge.database.prisma.staff.update({ where: { key: 'dina' }, data: { active: false } })
    await bridge.act('slack/command', { user: 'U0DINA', channel, command: '/queue', text: '' })
    await bridge.settle()
    expect(seen((await bridge.direct('U0DINA')).messages.at(-1))).toContain('npx liaison apply')
  })
})
