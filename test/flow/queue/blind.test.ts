import { expect, it } from 'vitest'
import { HOUR } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { ids } from '../../../src/main.ts'
import { applyFile } from '../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../src/people/demo-agency.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { cardWith, decides, relayOf } from '../../support/queue.ts'

const SECRETS = ['Иван', 'Петров', 'Автозапчаст', '999', 'ivan@', 'ivan_p', 'Мари']

/** The demo agency, in which Oleg does not know for whom he works. `voice`: as its file says. */
async function withBlindOleg(voice = 'agency'): Promise<Bridge> {
  const bridge = await Bridge.open()
  const text = DEMO_AGENCY.replace('name: "Олег",', 'name: "Олег Рыбаков", blind: true,')
    .replace('replies: all', `replies: all, voice: ${voice}`)
    .replace('timeZone: Europe/Moscow', 'timeZone: Europe/Moscow\n  undo: 0')
  const told = await applyFile(bridge.database, ids, { text, file: 'agency.yaml', dryRun: false, locale: 'en' })
  expect(told).toMatch(/projects seo[^~]*blind, as a whole, for: nothing -> \["oleg"\]/)
  return bridge
}

async function teamSees(bridge: Bridge): Promise<string> {
  const messages = await bridge.channel('C0SEO')
  return messages.map((message) => `${message.username ?? ''} ${seen(message)} ${JSON.stringify(message.files)}`).join()
}

it.runIf(hasDatabase)(
  'a blind contractor gets the need and no names; a token in the answer is a name again',
  async () => {
    const bridge = await withBlindOleg()
    await bridge.act('telegram/document', {
      user: 111,
      chat: 111,
      name: 'Договор Петров.txt',
      base64: 'eA==',
      text: 'Иван Петров, +7 999 123-45-67, ivan@mail.ru: для «Автозапчастей» нужен аудит. Мария в курсе',
    })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Иван Петров, +7 999 123-45-67')
    await bridge.click('preview')
    const preview = await bridge.modal()
    expect(JSON.stringify(preview?.view)).toContain(': для «[клиент]» нужен аудит')
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: preview?.id })
    await bridge.approve()
    const sees = await teamSees(bridge)
    expect(sees).toContain('[контакт 1] · [клиент]')
    expect(sees).toContain('[контакт 1], [телефон 1], ')
    expect(sees).toContain('[почта 1]')
    expect(sees).toContain('нужен аудит. [контакт 2] в курсе')
    expect(sees).toContain('Договор [контакт 1].txt')
    for (const secret of SECRETS) expect(sees).not.toContain(secret)

    const thread = (await bridge.channel('C0SEO'))[0]?.ts ?? ''
    await bridge.teamSays('Отвечу [контакту 1] завтра, пусть [контакт 2] позвонит на [телефон 1]', { threadTs: thread })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('пусть Мария Соколова позвонит на +7 999 123-45-67')
    await bridge.decide('return', 'Напиши Ивану Петрову срок')
    await bridge.settle()
    await bridge.teamSays('Завтра. Ваш Рыбаков', { threadTs: thread })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Рыбаков» — имя исполнителя')
    await bridge.decide('edit', 'Иван, завтра')
    await bridge.settle()
    const answer = (await bridge.fromBot()).at(-1)
    expect(answer?.text).toBe('Иван, завтра')
    await bridge.act('telegram/react', { user: 111, chat: 111, message: answer?.id, emoji: '👍' })
    await bridge.settle()
    const all = await teamSees(bridge)
    expect(all, 'the return').toContain('Напиши [контакт 1] срок')
    expect(all, 'the sign').toContain('[контакт 1] 👍 «[контакт 1], завтра»')
    for (const secret of SECRETS) expect(all).not.toContain(secret)
  },
)

it.runIf(hasDatabase)(
  'a project with the voice of a first name signs, and what is previewed is what leaves',
  async () => {
    const bridge = await withBlindOleg('first-name')
    const thread = await bridge.handOver('Когда?')
    await bridge.teamSays('Завтра', { threadTs: thread })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('— Олег')
    await bridge.click('preview')
    expect(JSON.stringify((await bridge.modal())?.view)).toContain('— Олег')
    await bridge.approve()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Завтра\n— Олег')
  },
)

it.runIf(hasDatabase)(
  'what was approved for later does not leave with names when somebody is blind by then',
  async () => {
    const bridge = await Bridge.open()
    const words = 'Позвоните: Иван Петров, +7 999 123-45-67'
    await bridge.clientSays(words)
    await bridge.settle()
    const when = { at: new Date(bridge.clock.now().getTime() + HOUR) }
    const act = { kind: 'schedule', body: plain(words), when } as const
    expect((await decides(bridge, await relayOf(bridge, 'to_team'), act)).kind).toBe('done')
    await bridge.database.prisma.staff.update({
      where: { key: 'oleg' },
      data: { blind: true, employment: 'contractor' },
    })
    bridge.clock.pass(HOUR)
    await bridge.settle()
    const sees = await teamSees(bridge)
    for (const secret of SECRETS) expect(sees).not.toContain(secret)
    expect(await relayOf(bridge, 'to_team')).toMatchObject({ status: 'waiting', sendAt: null })
    const card = await cardWith(bridge, 'R-1')
    expect(seen(card)).toContain('не должен знать чего-то')
    await bridge.click('approve', 'U0ANNA', card)
    await bridge.settle()
    expect(await teamSees(bridge)).toContain('[контакт 1], [телефон 1]')
  },
)
