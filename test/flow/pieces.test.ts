import { describe, expect, it } from 'vitest'
import { SECOND } from '../../src/core/clock.ts'
import type { RemoteUser } from '../../src/core/ids.ts'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import * as samples from '../support/samples.ts'

/** Four messages of Telegram: an album of pictures, two documents, and words too long for one message. */
const ALL = [
  samples.jpeg('1.jpg', '1'),
  samples.jpeg('2.jpg', '2'),
  samples.pdf('3.pdf', '3'),
  samples.pdf('4.pdf', '4'),
]
const WORDS = Array.from({ length: 400 }, (_, i) => `Предложение ${i}.`).join(' ')

async function waiting(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Пришлите всё')
  await bridge.act('slack/file', {
    user: 'U0OLEG',
    channel: 'C0SEO',
    threadTs,
    text: WORDS,
    files: ALL.map(({ base64, name }) => ({ base64, name })),
  })
  await bridge.settle()
  return bridge
}

async function whole(bridge: Bridge): Promise<void> {
  const arrived = (await bridge.fromBot()).slice(1)
  expect(await bridge.telegramFilesOf(arrived)).toEqual(ALL.map((file) => file.sha256))
  expect(
    arrived
      .slice(-2)
      .map((message) => message.text)
      .join(' '),
  ).toBe(WORDS)
  expect(arrived).toHaveLength(6)
}

describe.runIf(hasDatabase)('what is several messages', () => {
  it('arrives in order though the platform stops in the middle and asks to wait', async () => {
    const bridge = await waiting()
    for (const method of ['sendMediaGroup', 'sendMessage']) {
      await bridge.fault({ platform: 'telegram', method, do: { kind: 'rate-limit', retryAfter: 2 }, times: 1 })
    }
    await bridge.approve()
    for (let i = 0; i < 6; i++) {
      bridge.clock.pass(3 * SECOND)
      await bridge.settle()
    }
    await whole(bridge)
  })

  it('goes on after a cut in the middle when a person says that the message arrived', async () => {
    const bridge = await waiting()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    expect((await bridge.fromBot()).slice(1)).toHaveLength(5)
    await bridge.click('arrived')
    await bridge.settle()
    await whole(bridge)
  })

  it('goes on after a cut in the middle when a person says that it did not', async () => {
    const bridge = await waiting()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'before' }, times: 1 })
    await bridge.approve()
    await bridge.click('send_again')
    await bridge.settle()
    await whole(bridge)
  })

  it('a click on an older card says nothing of what broke off later', async () => {
    const bridge = await waiting()
    const cut = (method: string, when: 'before' | 'after') =>
      bridge.fault({ platform: 'telegram', method, do: { kind: 'cut', when }, times: 1 })
    await cut('sendMediaGroup', 'after')
    await bridge.approve()
    const unsure = () => bridge.database.prisma.outboxItem.findFirstOrThrow({ where: { status: 'unsure' } })
    const { id: item, attempts: attempt } = await unsure()
    await cut('sendMessage', 'before')
    await bridge.click('arrived')
    await bridge.settle()
    expect(await unsure()).toMatchObject({ id: item })
    const late = { item, attempt, arrived: true, by: 'sl:U0ANNA' as RemoteUser }
    expect((await bridge.liaison.flow.resolveUnsure(late)).kind).toBe('already')
    await bridge.click('send_again')
    await bridge.settle()
    await whole(bridge)
  })

  it('what comes later on the lane waits until the last of it has been sent', async () => {
    const bridge = await waiting()
    await bridge.fault({
      platform: 'telegram',
      method: 'sendMessage',
      do: { kind: 'rate-limit', retryAfter: 60 },
      times: 1,
    })
    const first = await bridge.card()
    const [root] = await bridge.channel('C0SEO')
    bridge.clock.pass(60 * SECOND)
    await bridge.teamSays('И последнее', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    const second = await bridge.card()
    await bridge.click('approve', 'U0ANNA', first)
    await bridge.settle()
    await bridge.click('approve', 'U0ANNA', second)
    await bridge.settle()
    expect((await bridge.fromBot()).map((message) => message.text)).not.toContain('И последнее')
    bridge.clock.pass(61 * SECOND)
    await bridge.settle()
    expect((await bridge.fromBot()).map((message) => message.text).slice(-2)).toEqual([
      expect.stringContaining('Предложение 399.'),
      'И последнее',
    ])
  })
})

describe.runIf(hasDatabase)('files on their way to Slack', () => {
  async function album(): Promise<Bridge> {
    const bridge = await Bridge.open()
    const items = ALL.slice(0, 2).map(({ base64, name }) => ({ kind: 'photo', base64, name }))
    await bridge.act('telegram/album', { user: 111, chat: 111, items })
    await bridge.settle()
    return bridge
  }
  const hashes = ALL.slice(0, 2).map((file) => file.sha256)
  const uploads = async (bridge: Bridge) =>
    (await bridge.state()).calls.filter(({ method, ok }) => method === 'files.getUploadURLExternal' && ok).length

  it('cut when they were to be shown, after Slack took them: found, and not shown or uploaded twice', async () => {
    const bridge = await album()
    const before = await uploads(bridge)
    await bridge.fault({
      platform: 'slack',
      method: 'files.completeUploadExternal',
      do: { kind: 'cut', when: 'after' },
      times: 1,
    })
    await bridge.approve()
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    const thread = await bridge.channel('C0SEO')
    expect(thread).toHaveLength(1)
    expect(await bridge.filesOf(thread)).toEqual(hashes)
    expect((await uploads(bridge)) - before).toBe(2)
    expect(await bridge.database.prisma.outboxItem.count({ where: { status: 'unsure' } })).toBe(0)
  })

  it('cut before Slack took them: shown after a second look, without another upload', async () => {
    const bridge = await album()
    const before = await uploads(bridge)
    await bridge.fault({
      platform: 'slack',
      method: 'files.completeUploadExternal',
      do: { kind: 'cut', when: 'before' },
      times: 1,
    })
    await bridge.approve()
    for (let look = 0; look < 8; look++) {
      bridge.clock.pass(5 * SECOND)
      await bridge.settle()
    }
    const thread = await bridge.channel('C0SEO')
    expect(await bridge.filesOf(thread)).toEqual(hashes)
    expect((await uploads(bridge)) - before).toBe(2)
  })

  it('the answer of the thread comes to a file that opened it', async () => {
    const bridge = await album()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    await bridge.teamSays('Беру второй', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Беру второй')
  })
})
