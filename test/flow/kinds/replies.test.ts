import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge, GROUP } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { cardWith, decides, edited, relayOf } from '../../support/queue.ts'
import * as samples from '../../support/samples.ts'

const IVAN = { user: 111, chat: 111 }
const QUESTIONS = ['Берём синий?', 'Запускаем в понедельник?', 'Нужен ли договор?'] as const

/** Three questions of the agency's have reached the client, each a message of its own; `ids`: of them there. */
async function asked(questions: readonly string[] = QUESTIONS): Promise<{ bridge: Bridge; ids: number[] }> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Здравствуйте')
  for (const question of questions) {
    await bridge.teamSays(question, { threadTs })
    await bridge.settle()
    await bridge.approve()
    bridge.clock.pass(60_000)
  }
  const ids = (await bridge.fromBot()).filter(({ text }) => questions.includes(text)).map(({ id }) => id)
  return { bridge, ids }
}

/** The blocks of the newest message in the team's channel. */
async function atTeam(bridge: Bridge): Promise<string> {
  return JSON.stringify((await bridge.channel('C0SEO')).at(-1)?.blocks)
}

/** The words of a person in a message of Slack, with what they answer. */
function wordsIn(message: SlackMessageView | undefined): string {
  const blocks = (message?.blocks ?? []) as { type: string }[]
  return JSON.stringify(blocks.filter(({ type }) => type === 'rich_text'))
}

async function cardBlocks(bridge: Bridge): Promise<string> {
  return JSON.stringify((await bridge.card()).blocks)
}

/** A quote with this head and these words, and after it these of the client. */
function quoted(head: string, words: string, own: string): RegExp {
  return new RegExp(`rich_text_quote[^\\]]*${head}:[^\\]]*${words}[^\\]]*\\].*rich_text_section.*${own}`, 's')
}

describe.runIf(hasDatabase)('what a client answers stands before their words', () => {
  it('on the card, in its dialogues, as the team sees it, in the queue and in the thread: the second of three questions', async () => {
    const { bridge, ids } = await asked()
    await bridge.clientSays('да', { replyTo: ids[1] ?? 0 })
    await bridge.settle()
    const shown = quoted('В ответ на сообщение агентства', 'Запускаем в понедельник\\?', 'да')
    expect(await cardBlocks(bridge)).toMatch(shown)
    for (const dialog of ['preview', 'answer', 'edit'] as const) {
      await bridge.click(dialog)
      const { id, view } = await bridge.modal()
      expect(JSON.stringify(view), dialog).toMatch(shown)
      if (dialog === 'edit') expect(JSON.stringify(view)).toMatch(/"initial_value":[^?]*"да"/)
      await bridge.act('slack/close', { user: 'U0ANNA', viewId: id })
    }
    const queue = await bridge.liaison.flow.queue('sl:U0ANNA' as Parameters<typeof bridge.liaison.flow.queue>[0])
    expect(JSON.stringify(queue?.entries.map(({ quotes }) => quotes))).toContain('Запускаем в понедельник?')
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(shown)
    expect(await atTeam(bridge)).not.toMatch(/синий|договор/)
  })

  it('and is none of their words: not for rules, reasons and the log, nor for the guard', async () => {
    const { bridge, ids } = await asked(['Счёт на 150 000 ₽ оплатите до пятницы? Я недоволен!'])
    await bridge.clientSays('да, хорошо', {
      replyTo: ids[0] ?? 0,
      quote: 'Счёт на 150 000 ₽ оплатите до пятницы? Я недоволен!',
    })
    await bridge.settle()
    expect(await cardBlocks(bridge)).toMatch(
      quoted('В ответ на часть сообщения агентства', 'Счёт на 150 000 ₽', 'да, хорошо'),
    )
    const relay = await relayOf(bridge, 'to_team')
    const { prisma } = bridge.database
    const said = await prisma.interaction.findFirstOrThrow({ where: { parts: { some: { relayId: relay.id } } } })
    expect(said.text).toBe('да, хорошо')
    expect(await prisma.relayVersion.findMany({ where: { relayId: relay.id }, select: { text: true } })).toEqual([
      { text: 'да, хорошо' },
    ])
    expect(await prisma.complaint.count()).toBe(0)
    expect(await decides(bridge, relay, edited('да, отлично'))).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(await atTeam(bridge), 'what is rewritten answers the same').toMatch(
      quoted('В ответ на часть сообщения агентства', 'Счёт на 150 000 ₽', 'да, отлично'),
    )
    const finals = await prisma.relayVersion.findMany({ where: { relayId: relay.id, kind: 'final' } })
    expect(finals.map(({ text }) => text)).toEqual(['да, отлично'])
  })

  it('an older message of their own, cut between characters; what is no words is named', async () => {
    const bridge = await Bridge.open()
    const long = `${'а'.repeat(198)}👩‍👩‍👧‍👦 и ещё много слов`
    const first = await bridge.clientSays(long)
    await bridge.settle()
    await bridge.approve()
    await bridge.clientSays('поправьте это', { replyTo: first })
    await bridge.settle()
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(quoted('В ответ на своё сообщение', 'а{198}…', 'поправьте это'))
    const { base64, name } = samples.pdf('Смета.pdf')
    const { message_id: file } = await bridge.act<{ message_id: number }>('telegram/document', {
      ...IVAN,
      base64,
      name,
    })
    await bridge.settle()
    await bridge.approve()
    const photo = samples.png('1.png')
    await bridge.act('telegram/photo', {
      ...IVAN,
      base64: photo.base64,
      name: photo.name,
      text: 'вот так',
      replyTo: file,
    })
    await bridge.settle()
    const before = (await bridge.channel('C0SEO')).length
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(quoted('В ответ на своё сообщение', '\\[документ: Смета.pdf', 'вот так'))
    expect((await bridge.channel('C0SEO')).length, 'beside the file that comes with the words').toBe(before + 1)
  })

  it('each message of a burst with its own; split, merged, undone and corrected they keep it', async () => {
    const { bridge, ids } = await asked()
    const [one = 0, two = 0] = ids
    const first = await bridge.clientSays('да', { replyTo: one })
    await bridge.clientSays('нет', { replyTo: two })
    await bridge.clientSays('и ещё подумаем')
    await bridge.settle()
    const all = /синий.*"да.*понедельник.*"нет.*"и ещё подумаем/s
    expect(wordsIn(await bridge.card())).toMatch(all)
    await bridge.clientEdits(first, 'да, тёмный')
    await bridge.settle()
    expect(wordsIn(await bridge.card()), 'edited').toMatch(/синий.*"да, тёмный.*понедельник.*"нет/s)

    const whole = await relayOf(bridge, 'to_team')
    const parts = await bridge.database.prisma.relayPart.findMany({
      where: { relayId: whole.id },
      orderBy: { message: 'asc' },
    })
    await decides(bridge, whole, { kind: 'split', parts: [parts[0]?.id ?? ''], next: 'wait' })
    await bridge.settle()
    expect(wordsIn(await cardWith(bridge, 'подумаем'))).toMatch(/понедельник.*"нет.*"и ещё подумаем/s)
    expect(wordsIn(await cardWith(bridge, 'подумаем'))).not.toContain('синий')
    const older = await bridge.database.prisma.relay.findUniqueOrThrow({ where: { id: whole.id } })
    const rest = await relayOf(bridge, 'to_team')
    expect(await decides(bridge, older, { kind: 'merge', with: rest.id as never })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    const merged = (await bridge.cards()).find((card) => wordsIn(card).includes('тёмный'))
    expect(wordsIn(merged)).toMatch(/синий.*"да, тёмный.*понедельник.*"нет/s)

    await bridge.click('approve', 'U0ANNA', merged)
    await bridge.settle()
    expect(wordsIn((await bridge.channel('C0SEO')).at(-1))).toMatch(
      /синий.*"да, тёмный.*понедельник.*"нет.*"и ещё подумаем/s,
    )
    await bridge.clientEdits(first, 'да, светлый')
    await bridge.settle()
    expect(wordsIn(await cardWith(bridge, 'Правка'))).toMatch(/синий.*"да, светлый.*понедельник.*"нет/s)
    await bridge.click('approve', 'U0ANNA', await cardWith(bridge, 'Правка'))
    await bridge.settle()
    expect(wordsIn((await bridge.channel('C0SEO')).at(-1))).toMatch(
      /синий.*"да, светлый.*понедельник.*"нет.*"и ещё подумаем/s,
    )
  })

  it('of an album once; what is decided, undone and approved again keeps it, and so do words said anew', async () => {
    const { bridge, ids } = await asked(['Который из них?'])
    await bridge.database.prisma.agency.updateMany({ data: { undoSeconds: 5 } })
    const items = ['1', '2'].map((salt, i) => {
      const { base64, name } = samples.png(`${salt}.png`, salt)
      return { kind: 'photo', base64, name, ...(i === 0 ? { text: 'Вот эти' } : {}) }
    })
    await bridge.act('telegram/album', { ...IVAN, items, replyTo: ids[0] })
    await bridge.settle()
    expect((await cardBlocks(bridge)).match(/rich_text_quote/g)).toHaveLength(1)
    const relay = await relayOf(bridge, 'to_team')
    await decides(bridge, relay, { kind: 'reject', reason: 'x' })
    await decides(bridge, await relayOf(bridge, 'to_team'), { kind: 'undo' })
    await bridge.settle()
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(quoted('В ответ на сообщение агентства', 'Который из них\\?', 'Вот эти'))

    const next = await bridge.clientSays('нет', { replyTo: ids[0] ?? 0 })
    await bridge.settle()
    await decides(bridge, await relayOf(bridge, 'to_team'), { kind: 'reject', reason: 'x' })
    bridge.clock.pass(HOUR)
    await bridge.settle()
    await bridge.clientEdits(next, 'не этот')
    await bridge.settle()
    expect(await cardBlocks(bridge)).toMatch(quoted('В ответ на сообщение агентства', 'Который из них\\?', 'не этот'))
  })

  it('in a group by name; a notice and the opening of a topic are nothing that is answered', async () => {
    const bridge = await Bridge.open()
    const maria = await bridge.clientSays('Может, перенесём?', { user: 112, chat: GROUP })
    await bridge.settle()
    await bridge.approve()
    await bridge.clientSays('согласен', { user: 111, chat: GROUP, replyTo: maria })
    await bridge.settle()
    expect(await cardBlocks(bridge)).toMatch(
      quoted('В ответ на сообщение со стороны клиента \\(Мария Соколова\\)', 'Может, перенесём\\?', 'согласен'),
    )
    const notice = (await bridge.fromBot(GROUP))[0]?.id ?? 0
    bridge.clock.pass(HOUR)
    await bridge.settle()
    await bridge.clientSays('спасибо', { user: 111, chat: GROUP, replyTo: notice })
    await bridge.settle()
    expect(await cardBlocks(bridge)).toContain('спасибо')
    expect(await cardBlocks(bridge)).not.toContain('rich_text_quote')
  })

  it('in a topic only where they answer something', async () => {
    const bridge = await Bridge.open()
    const forum = { user: 111, title: 'Темы' }
    const { chat_id: chat } = await bridge.act<{ chat_id: number }>('telegram/forum', forum)
    await bridge.act('telegram/add-bot', { user: 111, chat })
    const { topic } = await bridge.act<{ topic: number }>('telegram/topic', { user: 111, chat, name: 'SEO' })
    const first = await bridge.clientSays('Когда отчёт?', { chat, topic })
    await bridge.settle()
    expect(wordsIn(await bridge.card())).toMatch(/Когда отчёт/)
    expect(wordsIn(await bridge.card())).not.toContain('rich_text_quote')
    await bridge.clientSays('и ещё счёт', { chat, topic, replyTo: first })
    await bridge.settle()
    expect(wordsIn(await bridge.card())).toMatch(quoted('В ответ на своё сообщение', 'Когда отчёт\\?', 'и ещё счёт'))
  })
})

describe.runIf(hasDatabase)('what a client answers, before those who may not know all of it', () => {
  it('has no name and no number of theirs for a blind contractor, however it is cut', async () => {
    const { bridge, ids } = await asked([`Иван, ${'слово '.repeat(31)}+7 999 123-45-67 ваш?`])
    await bridge.database.prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    await bridge.clientSays('да', { replyTo: ids[0] ?? 0 })
    await bridge.settle()
    await bridge.click('preview')
    const preview = JSON.stringify((await bridge.modal()).view)
    await bridge.approve()
    for (const shown of [preview, await atTeam(bridge)]) {
      expect(shown).toContain('В ответ на сообщение агентства')
      expect(shown).toMatch(/\[контакт 1\], слово/)
      expect(shown).not.toMatch(/Иван|999|\+7/)
    }
  })

  it('names nobody of another chat to them; its file comes with the words', async () => {
    const bridge = await Bridge.open()
    const origin = { type: 'hidden_user', sender_user_name: 'Пётр Печатник', date: 1 }
    const fields = { text: 'вот этот', external_reply: { origin }, quote: { text: 'синий, Иван', position: 0 } }
    await bridge.act('telegram/raw', { ...IVAN, fields })
    await bridge.settle()
    const head = 'В ответ на часть сообщения в другом чате'
    expect(await cardBlocks(bridge)).toMatch(quoted(`${head} \\(Пётр Печатник\\)`, 'синий, Иван', 'вот этот'))
    await bridge.database.prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(quoted(head, 'синий, \\[контакт 1\\]', 'вот этот'))
    expect(await atTeam(bridge)).not.toMatch(/Печатник|Иван/)
  })

  it('leaves with what was planned, and holds that back when somebody has become blind since', async () => {
    const { bridge, ids } = await asked(['Иван, берём синий?'])
    const plan = async (words: string) => {
      await bridge.clientSays(words, { replyTo: ids[0] ?? 0 })
      await bridge.settle()
      const when = { choice: 'hour' } as const
      const verdict = await decides(bridge, await relayOf(bridge, 'to_team'), {
        kind: 'schedule',
        body: plain(words),
        when,
      })
      expect(verdict.kind).toBe('done')
    }
    await plan('да')
    bridge.clock.pass(2 * HOUR)
    await bridge.settle()
    expect(await atTeam(bridge)).toMatch(quoted('В ответ на сообщение агентства', 'Иван, берём синий\\?', 'да'))
    await plan('точно')
    await bridge.database.prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    bridge.clock.pass(2 * HOUR)
    await bridge.settle()
    expect(await relayOf(bridge, 'to_team')).toMatchObject({ status: 'waiting' })
    expect(await atTeam(bridge)).not.toContain('точно')
  })

  it('has no amounts for whoever is shown none', async () => {
    const { bridge, ids } = await asked(['Аудит 150 000 ₽, согласны?'])
    await bridge.database.prisma.staff.update({ where: { key: 'anna' }, data: { employment: 'contractor' } })
    await bridge.clientSays('да, 20 000 ₽ сразу', { replyTo: ids[0] ?? 0 })
    await bridge.settle()
    expect(await cardBlocks(bridge)).toMatch(/Аудит •••, согласны.*да, •••¹ сразу/s)
    await bridge.click('preview')
    expect(JSON.stringify((await bridge.modal()).view)).toMatch(/Аудит •••, согласны/)
    const queue = await bridge.liaison.flow.queue('sl:U0ANNA' as Parameters<typeof bridge.liaison.flow.queue>[0])
    expect(JSON.stringify(queue)).not.toContain('150')
    await bridge.approve()
    expect(await atTeam(bridge)).toMatch(/Аудит 150 000 ₽, согласны.*20 000 ₽/s)
  })
})
