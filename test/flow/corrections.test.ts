import { describe, expect, it } from 'vitest'
import { Bridge, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import * as samples from '../support/samples.ts'

async function delivered(words: string): Promise<{ bridge: Bridge; ts: string; threadTs: string }> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Сколько это займёт?')
  const ts = await bridge.teamSays(words, { threadTs })
  await bridge.settle()
  await bridge.approve()
  return { bridge, ts, threadTs }
}

const edit = (bridge: Bridge, ts: string, text: string) =>
  bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text }).then(() => bridge.settle())
const remove = (bridge: Bridge, ts: string) =>
  bridge.act('slack/delete', { user: 'U0OLEG', channel: 'C0SEO', ts }).then(() => bridge.settle())
const atClient = async (bridge: Bridge) => (await bridge.fromBot()).slice(1)

describe.runIf(hasDatabase)('a specialist changes what has been delivered', () => {
  it('nothing changes at the client before a manager approves; then the message is changed in its place, and says so', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Три недели')
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Две недели'])
    const card = await bridge.card()
    expect(seen(card)).toContain('Правка')
    expect(seen(card)).toMatch(/Две недели.*Три недели/s)
    await bridge.approve()
    expect(await atClient(bridge)).toMatchObject([{ text: 'Три недели', editDate: expect.any(Number) }])
    expect(reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))).toEqual(['white_check_mark'])
  })

  it('two changes before the decision are one correction, as it reads last', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Три недели')
    await edit(bridge, ts, 'Четыре недели')
    expect(await bridge.database.prisma.relay.count({ where: { kind: 'correction' } })).toBe(1)
    await bridge.approve()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Четыре недели'])
  })

  it('a rejected correction leaves the old words, and its author is told', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Как получится')
    await bridge.decide('reject', 'Клиенту обещаны две недели')
    await bridge.settle()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Две недели'])
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toContain('Клиенту обещаны две недели')
    await edit(bridge, ts, 'Две недели и два дня')
    await bridge.approve()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Две недели и два дня'])
  })

  it('a correction may be longer or shorter than what stands: more messages are sent, or some go', async () => {
    const { bridge, ts } = await delivered('Кратко')
    const long = Array.from({ length: 600 }, (_, i) => `Предложение ${i}.`).join(' ')
    await edit(bridge, ts, long)
    await bridge.approve()
    const texts = (await atClient(bridge)).map((m) => m.text)
    expect(texts).toHaveLength(3)
    expect(texts.join(' ')).toBe(long)
    await edit(bridge, ts, 'Снова кратко')
    await bridge.approve()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Снова кратко'])
  })

  it('a change that broke off with the program is made again: nobody need look, since twice is as once', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Три недели')
    const fault = { kind: 'rate-limit', retryAfter: 60 } as const
    await bridge.fault({ platform: 'telegram', method: 'editMessageText', do: fault, times: 1 })
    await bridge.approve()
    await bridge.stop()
    const now = bridge.clock.now()
    const broken = { status: 'leased', leaseOwner: 'gone', leasedUntil: now, calledAt: now } as const
    await bridge.database.prisma.outboxItem.updateMany({ where: { op: 'rewrite' }, data: broken })
    await bridge.start()
    await bridge.settle()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Три недели'])
    expect(await bridge.database.prisma.outboxItem.count({ where: { status: 'unsure' } })).toBe(0)
  })

  it('what can no longer be changed in place is corrected by a message that says so', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Три недели')
    await bridge.fault({
      platform: 'telegram',
      method: 'editMessageText',
      do: { kind: 'error', code: 400, error: "Bad Request: message can't be edited" },
      times: 1,
    })
    await bridge.approve()
    const messages = await atClient(bridge)
    expect(messages.map((m) => m.text)).toEqual(['Две недели', expect.stringMatching(/^Исправление.*\nТри недели$/s)])
    expect(messages[1]?.replyTo?.id).toBe(messages[0]?.id)
  })

  describe('that breaks off half way', () => {
    const long = (word: string) => Array.from({ length: 1_200 }, (_, i) => `${word}${i}`).join(' ')
    const refusedAfterOne = async (bridge: Bridge, method: string, error: string) => {
      await bridge.fault({ platform: 'telegram', method, do: { kind: 'delay', ms: 1 }, times: 1 })
      await bridge.fault({ platform: 'telegram', method, do: { kind: 'error', code: 400, error }, times: 1 })
    }
    const textsOf = async (bridge: Bridge) => (await atClient(bridge)).map((m) => m.text)

    it('goes on in words with what is not there yet: nothing stands twice', async () => {
      const { bridge, ts } = await delivered(long('старое'))
      const before = await textsOf(bridge)
      expect(before.length).toBeGreaterThan(2)
      await edit(bridge, ts, long('новое'))
      await refusedAfterOne(bridge, 'editMessageText', "Bad Request: message can't be edited")
      await bridge.approve()
      const messages = await atClient(bridge)
      const [first, ...others] = messages.map((m) => m.text)
      const anew = others.slice(before.length - 1)
      expect(first).toMatch(/^новое0 /)
      expect(others.slice(0, before.length - 1), 'what could not be changed').toEqual(before.slice(1))
      expect(anew[0]).toMatch(/^Исправление/)
      expect([first, ...anew.slice(1)].join(' ')).toBe(long('новое'))
      expect(messages.at(before.length)?.replyTo?.id, 'it answers what it could not change').toBe(messages[1]?.id)
    })

    it('and whatever is changed or taken away then leaves nothing of it', async () => {
      const { bridge, ts } = await delivered(long('старое'))
      await edit(bridge, ts, long('новое'))
      await refusedAfterOne(bridge, 'editMessageText', "Bad Request: message can't be edited")
      await bridge.approve()
      await edit(bridge, ts, 'Кратко')
      await bridge.approve()
      expect(await textsOf(bridge)).toEqual([expect.stringMatching(/^Исправление[^\n]*\nКратко$/)])
      await edit(bridge, ts, 'Ещё короче')
      await bridge.approve()
      expect(await textsOf(bridge)).toEqual([expect.stringMatching(/^Исправление[^\n]*\nЕщё короче$/)])
      await remove(bridge, ts)
      await bridge.approve()
      expect(await textsOf(bridge)).toEqual([])
    })

    it('of which only something old is left says that this no longer holds', async () => {
      const { bridge, ts } = await delivered(long('старое'))
      await edit(bridge, ts, 'Кратко')
      const tooOld = "Bad Request: message can't be deleted for everyone"
      await refusedAfterOne(bridge, 'deleteMessage', tooOld)
      await bridge.approve()
      const messages = await atClient(bridge)
      expect(messages.map((m) => m.text)).toEqual([
        'Кратко',
        expect.stringMatching(/^старое/),
        expect.stringContaining('не учитывайте'),
      ])
      expect(messages[2]?.replyTo?.id).toBe(messages[1]?.id)
    })
  })

  it('a removal takes the message away once it is approved', async () => {
    const { bridge, ts } = await delivered('Лишнее')
    await remove(bridge, ts)
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Лишнее'])
    expect(seen(await bridge.card())).toMatch(/Удалено автором.*Лишнее/s)
    await bridge.approve()
    expect(await atClient(bridge)).toEqual([])
  })

  it('a correction that is decided is one line, and a later removal tells of no correction', async () => {
    const { bridge, ts } = await delivered('Две недели')
    await edit(bridge, ts, 'Три недели')
    expect(seen(await bridge.card())).toContain('Автор исправил. Было: Две недели')
    await bridge.approve()
    const decided = seen((await bridge.cards()).find((card) => seen(card).includes('Правка')))
    expect(decided).toContain('Одобрено: Анна')
    expect(decided).not.toContain('Автор исправил')
    await remove(bridge, ts)
    const removal = seen(await bridge.card())
    expect(removal).toMatch(/Удалено автором.*Три недели/s)
    expect(removal).not.toContain('Автор исправил')
  })

  it('what is too old to be taken away is followed by a word that it no longer holds', async () => {
    const { bridge, ts } = await delivered('Лишнее')
    await remove(bridge, ts)
    await bridge.fault({
      platform: 'telegram',
      method: 'deleteMessage',
      do: { kind: 'error', code: 400, error: "Bad Request: message can't be deleted for everyone" },
      times: 1,
    })
    await bridge.approve()
    expect((await atClient(bridge)).map((m) => m.text)).toEqual(['Лишнее', expect.stringContaining('не учитывайте')])
  })

  it('the words under a file are changed, and the file stays', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Пришлите смету')
    const { base64, name, sha256 } = samples.pdf('Смета.pdf')
    const { ts } = await bridge.act<{ ts: string }>('slack/file', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      threadTs,
      text: 'Смета на 100',
      files: [{ base64, name }],
    })
    await bridge.settle()
    await bridge.approve()
    await edit(bridge, ts, 'Смета на 120')
    await bridge.approve()
    const messages = await atClient(bridge)
    expect(messages).toMatchObject([{ text: 'Смета на 120', content: { kind: 'document' } }])
    expect(await bridge.telegramFilesOf(messages)).toEqual([sha256])
  })
})

describe.runIf(hasDatabase)('a client changes what has been handed over', () => {
  it('the team reads the new words only after the manager, in the same message', async () => {
    const bridge = await Bridge.open()
    const message = await bridge.clientSays('Бюджет 150 тысяч')
    await bridge.settle()
    await bridge.approve()
    await bridge.clientEdits(message, 'Бюджет 100 тысяч')
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO'))[0])).toContain('150 тысяч')
    expect(seen(await bridge.card())).toMatch(/150 тысяч.*100 тысяч/s)
    await bridge.approve()
    const thread = await bridge.channel('C0SEO')
    expect(thread).toHaveLength(1)
    expect(seen(thread[0])).toContain('100 тысяч')
    expect(seen(thread[0])).not.toContain('150 тысяч')
  })

  it('what they change after the manager has answered waits to be decided by itself', async () => {
    const bridge = await Bridge.open()
    const message = await bridge.clientSays('Нужно 100 штук')
    await bridge.settle()
    await bridge.decide('answer', 'Принято')
    await bridge.settle()
    await bridge.clientEdits(message, 'Нужно 300 штук')
    await bridge.settle()
    expect(await bridge.database.prisma.relay.count({ where: { status: { in: ['gathering', 'waiting'] } } })).toBe(1)
    expect(seen(await bridge.card())).toContain('300 штук')
  })
})
