import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../src/core/clock.ts'
import { Bridge } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
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
