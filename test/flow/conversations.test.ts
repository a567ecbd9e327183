import { describe, expect, it } from 'vitest'
import { SECOND } from '../../src/core/clock.ts'
import { Bridge, GROUP, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

describe.runIf(hasDatabase)('a burst', () => {
  it('of ten short lines is one decision and one message', async () => {
    const bridge = await Bridge.open()
    for (let line = 1; line <= 10; line++) {
      await bridge.clientSays(`строка ${line}`)
      await bridge.settle()
      bridge.clock.pass(2 * SECOND)
    }
    expect(await bridge.cards()).toHaveLength(1)
    await bridge.approve()
    const messages = await bridge.channel('C0SEO')
    expect(messages).toHaveLength(1)
    for (let line = 1; line <= 10; line++) expect(seen(messages[0])).toContain(`строка ${line}`)
  })

  it('ends after the quiet time: what comes later is another decision', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('одно')
    await bridge.settle()
    bridge.clock.pass(21 * SECOND)
    await bridge.settle()
    expect(await bridge.database.prisma.relay.findFirst()).toMatchObject({ status: 'waiting' })
    await bridge.clientSays('другое')
    await bridge.settle()
    expect(await bridge.cards()).toHaveLength(2)
  })

  it('never lasts longer than two minutes', async () => {
    const bridge = await Bridge.open()
    for (let line = 0; line < 14; line++) {
      await bridge.clientSays(`строка ${line}`)
      await bridge.settle()
      bridge.clock.pass(10 * SECOND)
    }
    expect((await bridge.cards()).length).toBe(2)
  })
})

describe.runIf(hasDatabase)('replies', () => {
  it('to an older request land in its thread', async () => {
    const bridge = await Bridge.open()
    const first = await bridge.clientSays('Про сайт')
    await bridge.settle()
    await bridge.approve()
    bridge.clock.pass(24 * 3_600 * SECOND)
    await bridge.clientSays('Про рекламу')
    await bridge.settle()
    await bridge.approve()
    const roots = (await bridge.channel('C0SEO')).filter((m) => m.threadTs === undefined || m.threadTs === m.ts)
    expect(roots).toHaveLength(2)

    await bridge.clientSays('И ещё про сайт', { replyTo: first })
    await bridge.settle()
    await bridge.approve()
    const last = (await bridge.channel('C0SEO')).at(-1)
    expect(seen(last)).toContain('И ещё про сайт')
    expect(last?.threadTs).toBe(roots[0]?.ts)
  })
})

describe.runIf(hasDatabase)('a group', () => {
  it('of one client has several contacts, each with their own words and name', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда отчёт?', { user: 111, chat: GROUP })
    const maria = await bridge.clientSays('И счёт, пожалуйста', { user: 112, chat: GROUP })
    await bridge.settle()
    const cards = await bridge.cards()
    expect(cards.map(seen)).toEqual([expect.stringContaining('Иван'), expect.stringContaining('Мария')])
    for (const card of cards) await bridge.click('approve', 'U0ANNA', card)
    await bridge.settle()
    const messages = await bridge.channel('C0SEO')
    expect(messages).toHaveLength(2)
    await bridge.teamSays('Счёт завтра', { threadTs: messages[0]?.ts ?? '' })
    await bridge.settle()
    await bridge.approve()
    expect((await bridge.fromBot(GROUP)).at(-1)).toMatchObject({ text: 'Счёт завтра', replyTo: { id: maria } })
  })
})

describe.runIf(hasDatabase)('an unknown person', () => {
  it('is greeted once, becomes a lead, and waits in the department’s queue', async () => {
    const bridge = await Bridge.open()
    await bridge.act('telegram/start', { user: 114 })
    await bridge.clientSays('Здравствуйте, сколько стоит продвижение?', { user: 114 })
    await bridge.settle()
    expect(await bridge.fromBot(114)).toHaveLength(1)
    expect(seen(await bridge.card('U0VERA'))).toContain('сколько стоит продвижение')
    expect(await bridge.cards('U0ANNA')).toEqual([])
    await bridge.decide('answer', 'Добрый день! От 60 000 ₽ в месяц.', 'U0VERA')
    await bridge.settle()
    expect((await bridge.fromBot(114)).at(-1)?.text).toBe('Добрый день! От 60 000 ₽ в месяц.')
  })
})

describe.runIf(hasDatabase)('inside talk', () => {
  it('stays inside, with a lock: //, and a teammate mentioned first', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Вопрос')
    const slashes = await bridge.teamSays('// клиент опять за своё', { threadTs })
    const mention = await bridge.teamSays('<@U0ANNA> глянь, это в договоре?', { threadTs })
    await bridge.settle()
    const messages = await bridge.channel('C0SEO')
    for (const ts of [slashes, mention]) expect(reactionsOf(messages.find((m) => m.ts === ts))).toEqual(['lock'])
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } })).toBe(0)
  })

  it('is known by a mark that stands where its author sees it first', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('План?')
    const say = (...elements: object[]) =>
      bridge.act<{ ts: string }>('slack/say', {
        user: 'U0OLEG',
        channel: 'C0SEO',
        threadTs,
        text: '',
        blocks: [{ type: 'rich_text', elements }],
      })
    const text = (words: string) => ({ type: 'text', text: words })
    await bridge.teamSays('\u200b// внутри 1', { threadTs })
    await say({ type: 'rich_text_quote', elements: [text('// внутри 2')] })
    await say({ type: 'rich_text_section', elements: [text('\n'), text('/'), text('/ внутри 3')] })
    await bridge.settle()
    expect((await bridge.channel('C0SEO')).slice(-3).map(reactionsOf)).toEqual([['lock'], ['lock'], ['lock']])
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } })).toBe(0)
  })

  it('is everything in a project with marked replies, but what is marked', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Any news?', { user: 113 })
    await bridge.settle()
    await bridge.approve('U0BORIS')
    const [root] = await bridge.channel('C0NORDIC')
    const where = { user: 'U0DINA', channel: 'C0NORDIC', threadTs: root?.ts ?? '' }
    await bridge.teamSays('he is impatient', where)
    await bridge.teamSays('>> The report is ready.', where)
    const picked = await bridge.teamSays('Numbers went up.', where)
    await bridge.act('slack/shortcut', {
      user: 'U0DINA',
      callbackId: 'send_to_client',
      channel: 'C0NORDIC',
      ts: picked,
    })
    await bridge.settle()
    await bridge.approve('U0BORIS')
    const texts = (await bridge.fromBot(113)).map((m) => m.text).join('\n')
    expect(texts).toContain('The report is ready.')
    expect(texts).toContain('Numbers went up.')
    expect(texts).not.toContain('impatient')
    expect(texts).not.toContain('>>')
  })
})
