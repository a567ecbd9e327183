import { describe, expect, it } from 'vitest'
import { makeConversation, makeMessage, makeThread, makeUser } from '../../bots/slack/ids.ts'
import { MINUTE, SECOND } from '../../src/core/clock.ts'
import { plain } from '../../src/core/rich-text.ts'
import { Bridge, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import { cardWith, decides, relayOf, waitingAnswer } from '../support/queue.ts'
import * as samples from '../support/samples.ts'

const edit = (bridge: Bridge, ts: string, text: string) =>
  bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text }).then(() => bridge.settle())
const remove = (bridge: Bridge, ts: string) =>
  bridge.act('slack/delete', { user: 'U0OLEG', channel: 'C0SEO', ts }).then(() => bridge.settle())
const atClient = async (bridge: Bridge) => (await bridge.fromBot()).slice(1).map((m) => m.text)
const relays = (bridge: Bridge) =>
  bridge.database.prisma.relay.findMany({ where: { direction: 'to_client' }, orderBy: { number: 'asc' } })

async function burst(approve: boolean) {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Сколько это займёт?')
  const a = await bridge.teamSays('Первое', { threadTs })
  const b = await bridge.teamSays('Второе', { threadTs })
  await bridge.settle()
  if (approve) await bridge.approve()
  return { bridge, a, b, threadTs }
}

describe.runIf(hasDatabase)('one change after another', () => {
  it('deleting both messages of a delivered burst is a removal of both', async () => {
    const { bridge, a, b } = await burst(true)
    expect(await atClient(bridge)).toEqual(['Первое\nВторое'])
    await remove(bridge, a)
    await remove(bridge, b)
    await bridge.approve()
    expect(await atClient(bridge)).toEqual([])
  })

  it('an edit of one message survives the delete of the other', async () => {
    const { bridge, a, b } = await burst(true)
    await edit(bridge, a, 'Первое исправлено')
    await remove(bridge, b)
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Первое исправлено'])
  })

  it('taken inside, out, and inside again: nothing waits', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Дёшево', { threadTs })
    await bridge.settle()
    await edit(bridge, ts, '// Дёшево')
    await edit(bridge, ts, 'Дёшево!')
    await edit(bridge, ts, '// клиент жадный')
    expect((await relays(bridge)).filter((r) => ['gathering', 'waiting'].includes(r.status))).toEqual([])
  })

  it('taken inside, out, then deleted: nothing waits', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Дёшево', { threadTs })
    await bridge.settle()
    await edit(bridge, ts, '// Дёшево')
    await edit(bridge, ts, 'Дёшево!')
    await remove(bridge, ts)
    expect((await relays(bridge)).filter((r) => ['gathering', 'waiting'].includes(r.status))).toEqual([])
  })

  it('in a burst: inside, out again, and edited: the newest words wait', async () => {
    const { bridge, a } = await burst(false)
    await edit(bridge, a, '// Первое')
    await edit(bridge, a, 'Первое снова')
    await edit(bridge, a, 'Первое, 14 дней')
    await bridge.approve()
    expect((await atClient(bridge)).join('\n')).toContain('Первое, 14 дней')
  })

  it('both messages of a returned burst are edited: both come back', async () => {
    const { bridge, a, b } = await burst(false)
    await bridge.decide('return', 'Точнее')
    await bridge.settle()
    await edit(bridge, a, 'Первое точнее')
    await edit(bridge, b, 'Второе точнее')
    await bridge.approve()
    expect((await atClient(bridge)).join('\n')).toBe('Первое точнее\nВторое точнее')
  })

  it('delivered, taken inside and out again with the same words: the client has it once', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await edit(bridge, ts, '// Две недели')
    await edit(bridge, ts, 'Две недели')
    expect((await relays(bridge)).filter((r) => ['gathering', 'waiting'].includes(r.status))).toEqual([])
    expect(await atClient(bridge)).toEqual(['Две недели'])
  })

  it('delivered, inside, and out again: no event fails', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await edit(bridge, ts, '// Две недели')
    await edit(bridge, ts, 'Три недели')
    for (let i = 0; i < 6; i++) {
      bridge.clock.pass(MINUTE + SECOND)
      await bridge.settle()
    }
    const events = await bridge.database.prisma.inboundEvent.findMany({ where: { status: { not: 'handled' } } })
    expect(events).toEqual([])
  })
})

const open = async (bridge: Bridge) =>
  (
    await bridge.database.prisma.relay.findMany({
      where: { status: { in: ['gathering', 'waiting'] } },
      orderBy: { number: 'asc' },
    })
  ).map(({ kind }) => kind)

describe.runIf(hasDatabase)('a change that changes nothing', () => {
  it('taken back before it was decided: nothing waits, and the message is delivered as before', async () => {
    const { bridge, ts } = await waitingAnswer('Две недели')
    await bridge.approve()
    await edit(bridge, ts, 'Три месяца')
    await edit(bridge, ts, 'Две недели')
    expect(await open(bridge)).toEqual([])
    expect(reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))).toEqual(['white_check_mark'])
  })

  it('the caption of an album whose numbers have one digit and two', async () => {
    const bridge = await Bridge.open()
    for (let i = 0; i < 5; i++) await bridge.clientSays(`слово ${i}`)
    await bridge.settle()
    await bridge.approve()
    const items = ['1', '2', '3', '4', '5', '6'].map((salt, i) => {
      const { base64, name } = samples.png(`${salt}.png`, salt)
      return { kind: 'photo', base64, name, ...(i === 0 ? { text: 'Смета на 100' } : {}) }
    })
    await bridge.act('telegram/album', { user: 111, chat: 111, items })
    await bridge.settle()
    await bridge.approve()
    const album = (await bridge.chat(111)).filter(({ content }) => content?.kind === 'photo').map(({ id }) => id)
    expect(album.some((id) => id < 10) && album.some((id) => id > 9)).toBe(true)
    await bridge.clientEdits(album[0] ?? 0, 'Смета на 120')
    await bridge.settle()
    await bridge.clientEdits(album[0] ?? 0, 'Смета на 100')
    await bridge.settle()
    expect(await open(bridge)).toEqual([])
  })
})

describe.runIf(hasDatabase)('a change of what a manager has recalled', () => {
  const recalled = async () => {
    const { bridge, ts } = await waitingAnswer('Две недели')
    await bridge.approve()
    await decides(bridge, await relayOf(bridge), { kind: 'recall' })
    await bridge.settle()
    return { bridge, ts }
  }

  it('its author takes it back, too: nobody is asked, and the client is told nothing of it', async () => {
    const { bridge, ts } = await recalled()
    await remove(bridge, ts)
    expect(await open(bridge)).toEqual([])
    expect(await atClient(bridge)).toEqual([])
  })

  it('its author says it otherwise: that is something new, and no correction of what is not there', async () => {
    const { bridge, ts } = await recalled()
    await edit(bridge, ts, 'Три недели')
    expect(await open(bridge)).toEqual(['message'])
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Три недели'])
  })
})

describe.runIf(hasDatabase)('what is delivered and then marked as inside', () => {
  const statesOf = async (act: 'approve' | 'reject') => {
    const { bridge, ts } = await waitingAnswer('Клиенту не говорить')
    const state = async () => reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))
    await bridge.approve()
    await edit(bridge, ts, '// Клиенту не говорить')
    await edit(bridge, ts, '// Клиенту точно не говорить')
    const asked = await state()
    if (act === 'approve') await bridge.approve()
    else await bridge.decide('reject', 'Пусть стоит')
    await bridge.settle()
    return { asked, decided: await state() }
  }

  it('waits for its removal, and has its lock when it is away', async () => {
    expect(await statesOf('approve')).toEqual({ asked: ['hourglass_flowing_sand'], decided: ['lock'] })
  })

  it('is still delivered when the removal is rejected', async () => {
    expect(await statesOf('reject')).toEqual({ asked: ['hourglass_flowing_sand'], decided: ['white_check_mark'] })
  })
})

describe.runIf(hasDatabase)('one message of a delivered burst that is marked as inside', () => {
  const signs = async (bridge: Bridge, ts: string) =>
    reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))
  const marked = async () => {
    const { bridge, a, b } = await burst(true)
    await edit(bridge, a, '// Первое')
    return { bridge, a, b }
  }

  it('waits for its correction, and has its lock when it is away', async () => {
    const { bridge, a, b } = await marked()
    expect(await signs(bridge, a)).toEqual(['hourglass_flowing_sand'])
    expect(await atClient(bridge)).toEqual(['Первое\nВторое'])
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Второе'])
    expect(await signs(bridge, a)).toEqual(['lock'])
    expect(await signs(bridge, b)).toEqual(['white_check_mark'])
  })

  it('is still delivered when that is rejected', async () => {
    const { bridge, a } = await marked()
    await bridge.decide('reject', 'Пусть стоит')
    await bridge.settle()
    expect(await signs(bridge, a)).toEqual(['white_check_mark'])
  })

  it('keeps its sign while the other is changed once more, and its lock when it is marked again', async () => {
    const { bridge, a, b } = await marked()
    await edit(bridge, b, 'Второе снова')
    expect(await signs(bridge, a)).toEqual(['hourglass_flowing_sand'])
    await bridge.approve()
    expect(await signs(bridge, a)).toEqual(['lock'])
    await edit(bridge, b, 'Второе ещё раз')
    await edit(bridge, a, '// Первое и последнее')
    expect(await signs(bridge, a)).toEqual(['lock'])
  })
})

describe.runIf(hasDatabase)('what is marked as inside', () => {
  it('after it was rewritten is delivered as rewritten when its removal is rejected', async () => {
    const { bridge, ts } = await waitingAnswer('Две недели')
    const signs = async () => reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))
    await bridge.decide('edit', 'Аудит займёт две недели.')
    await bridge.settle()
    const before = await signs()
    expect(before).toContain('pencil2')
    await edit(bridge, ts, '// Две недели')
    expect(await signs()).toEqual(['hourglass_flowing_sand'])
    await bridge.decide('reject', 'Пусть стоит')
    await bridge.settle()
    expect(await signs()).toEqual(before)
  })

  it('before it has left waits on when it leaves, and has its lock when it is away', async () => {
    const { bridge, ts } = await waitingAnswer('Клиенту не говорить', { undoSeconds: 5 })
    const signs = async () => reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))
    await bridge.approve()
    await edit(bridge, ts, '// Клиенту не говорить')
    bridge.clock.pass(6 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).toEqual(['Клиенту не говорить'])
    expect(await signs()).toEqual(['hourglass_flowing_sand'])
    await bridge.approve()
    bridge.clock.pass(6 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).toEqual([])
    expect(await signs()).toEqual(['lock'])
  })
})

describe.runIf(hasDatabase)('a change at an odd moment', () => {
  const said = (threadTs: string, ts: string) => ({
    from: {
      platform: 'slack' as const,
      conversation: makeConversation('C0SEO'),
      thread: makeThread('C0SEO', threadTs),
    },
    thread: makeThread('C0SEO', threadTs),
    author: { user: makeUser('U0OLEG'), name: 'Олег' },
    message: makeMessage('C0SEO', ts),
    intent: 'plain' as const,
  })

  it('of a client who is asked for the second time: what they said first comes back as it now reads', async () => {
    const bridge = await Bridge.open()
    const first = await bridge.clientSays('Нужно 100 штук')
    await bridge.settle()
    await bridge.decide('return', 'Какого цвета?')
    await bridge.settle()
    await bridge.clientSays('Синие')
    await bridge.settle()
    await bridge.decide('return', 'Какого размера?')
    await bridge.settle()
    await bridge.clientEdits(first, 'Нужно 300 штук')
    await bridge.settle()
    expect(await open(bridge)).toEqual(['message'])
    await bridge.approve()
    expect(seen((await bridge.channel('C0SEO'))[0])).toMatch(/300 штук.*Синие/s)
  })

  it('of a first try, after the second was sent back too, is the next try', async () => {
    const { bridge, ts, threadTs } = await waitingAnswer('Скоро')
    await bridge.decide('return', 'Точнее')
    await bridge.settle()
    await bridge.teamSays('Через месяц', { threadTs })
    await bridge.settle()
    await bridge.decide('return', 'Месяц долго')
    await bridge.settle()
    await edit(bridge, ts, 'Через две недели')
    expect(await open(bridge)).toEqual(['message'])
    expect(reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))).toEqual(['hourglass_flowing_sand'])
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Через две недели'])
  })

  it('that comes after a newer one does not take its place', async () => {
    const { bridge, ts, threadTs } = await waitingAnswer('Две недели')
    const at = (seconds: number) => new Date(bridge.clock.now().getTime() + seconds * SECOND)
    const { flow } = bridge.liaison
    await flow.teamEdited({ ...said(threadTs, ts), body: plain('Четыре недели'), at: at(20) })
    await flow.teamEdited({ ...said(threadTs, ts), body: plain('Три недели'), at: at(10) })
    await flow.teamEdited({ ...said(threadTs, ts), body: plain('// Три недели'), intent: 'inside', at: at(15) })
    await bridge.settle()
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Четыре недели'])
    await flow.teamDeleted({ message: said(threadTs, ts).message, at: at(40) })
    await flow.teamEdited({ ...said(threadTs, ts), body: plain('Пять недель'), at: at(30) })
    await bridge.settle()
    expect(await open(bridge)).toEqual(['removal'])
  })

  it('that comes before the message itself is what was said', async () => {
    const { bridge, threadTs } = await waitingAnswer('Первое')
    await bridge.approve()
    const at = (seconds: number) => new Date(bridge.clock.now().getTime() + seconds * SECOND)
    const message = said(threadTs, '1795420999.000100')
    await bridge.liaison.flow.teamEdited({ ...message, body: plain('Четыре недели'), at: at(20) })
    await bridge.liaison.flow.teamSaid({ ...message, body: plain('Три недели'), at: at(10) })
    await bridge.settle()
    await bridge.approve()
    expect(await atClient(bridge)).toEqual(['Первое', 'Четыре недели'])
  })

  it('of what was inside when it was approved: it is in the message when that is undone', async () => {
    const bridge = await Bridge.open({ undoSeconds: 60 })
    const threadTs = await bridge.handOver('Сколько?')
    await bridge.teamSays('Первое', { threadTs })
    const ts = await bridge.teamSays('Второе', { threadTs })
    await bridge.settle()
    await edit(bridge, ts, '// Второе')
    await bridge.click('approve')
    await bridge.settle()
    const root = await relayOf(bridge)
    await edit(bridge, ts, 'Второе снова')
    expect(await decides(bridge, root, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(await open(bridge)).toEqual(['message'])
    expect(seen(await cardWith(bridge, 'R-2 '))).toMatch(/Первое.*Второе снова/s)
  })
})

describe.runIf(hasDatabase)('a change of what did not simply arrive', () => {
  it('a removal of what a person saw arrive takes it away or says so', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Секретная цена 5', { threadTs })
    await bridge.settle()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    await bridge.click('arrived')
    await bridge.settle()
    await remove(bridge, ts)
    await bridge.approve()
    const left = await atClient(bridge)
    expect(left.length === 0 || left.length === 2).toBe(true)
  })

  it('a correction of two messages of which a person saw the first arrive leaves nothing old', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('План?')
    const long = (word: string) => Array.from({ length: 400 }, (_, i) => `${word} ${i}.`).join(' ')
    const ts = await bridge.teamSays(long('Старое'), { threadTs })
    await bridge.settle()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    await bridge.click('arrived')
    await bridge.settle()
    await edit(bridge, ts, long('Новое'))
    await bridge.approve()
    const texts = await atClient(bridge)
    expect(texts.some((t) => t.startsWith('Исправление')) || !texts.join().includes('Старое')).toBe(true)
  })

  it('what arrived of a message that was refused in the middle goes when its removal is approved', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Смета?')
    const { base64, name } = samples.pdf('Смета.pdf')
    const long = Array.from({ length: 300 }, (_, i) => `Предложение ${i}.`).join(' ')
    const { ts } = await bridge.act<{ ts: string }>('slack/file', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      threadTs,
      text: long,
      files: [{ base64, name }],
    })
    await bridge.settle()
    await bridge.fault({
      platform: 'telegram',
      method: 'sendMessage',
      do: { kind: 'error', code: 400, error: 'Bad Request: not enough rights to send text messages to the chat' },
      times: 1,
    })
    await bridge.approve()
    expect((await bridge.fromBot()).slice(1)).toHaveLength(1)
    await remove(bridge, ts)
    await bridge.approve()
    expect((await bridge.fromBot()).slice(1)).toHaveLength(0)
  })

  it('a correction of what was refused in the middle does not bring its file twice', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Смета?')
    const { base64, name } = samples.pdf('Смета.pdf')
    const long = Array.from({ length: 300 }, (_, i) => `Предложение ${i}.`).join(' ')
    const { ts } = await bridge.act<{ ts: string }>('slack/file', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      threadTs,
      text: long,
      files: [{ base64, name }],
    })
    await bridge.settle()
    await bridge.fault({
      platform: 'telegram',
      method: 'sendMessage',
      do: { kind: 'error', code: 400, error: 'Bad Request: not enough rights to send text messages to the chat' },
      times: 1,
    })
    await bridge.approve()
    await edit(bridge, ts, 'Короче')
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(1)
    expect(await bridge.telegramFilesOf(arrived)).toHaveLength(1)
  })

  it('a correction of a correction that followed in words still says what it is', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Цена 100', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await edit(bridge, ts, 'Цена 200')
    await bridge.fault({
      platform: 'telegram',
      method: 'editMessageText',
      do: { kind: 'error', code: 400, error: "Bad Request: message can't be edited" },
      times: 1,
    })
    await bridge.approve()
    for (const price of [300, 400]) {
      await edit(bridge, ts, `Цена ${price}`)
      await bridge.approve()
      expect(await atClient(bridge)).toEqual([
        'Цена 100',
        expect.stringMatching(new RegExp(`^Исправление.*\nЦена ${price}$`, 's')),
      ])
    }
  })

  it('a removal after a correction that followed in words takes both away', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Цена 100', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await edit(bridge, ts, 'Цена 200')
    await bridge.fault({
      platform: 'telegram',
      method: 'editMessageText',
      do: { kind: 'error', code: 400, error: "Bad Request: message can't be edited" },
      times: 1,
    })
    await bridge.approve()
    await remove(bridge, ts)
    await bridge.approve()
    expect((await atClient(bridge)).join()).not.toContain('Цена 100')
  })
})
