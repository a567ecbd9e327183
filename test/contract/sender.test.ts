/** What delivery relies on, of every sender alike: the real ones against the sandbox, and the fake that stands in for them. */
import { afterEach, describe, expect, it } from 'vitest'
import { createSlack, slackIds } from '../../bots/slack/index.ts'
import { createTelegram, telegramIds } from '../../bots/telegram/index.ts'
import { systemClock } from '../../src/core/clock.ts'
import type { FileBytes } from '../../src/core/files.ts'
import type { Address } from '../../src/core/ids.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { Content, Sender } from '../../src/core/sender.ts'
import { platformsOf } from '../../src/main.ts'
import type { Fault } from '../../src/sandbox/kernel.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { SandboxView } from '../../src/sandbox/view.ts'
import { FakePlatform, SearchablePlatform } from '../support/fake-platform.ts'
import { testLog } from '../support/log.ts'
import { freePort } from '../support/port.ts'

type Subject = {
  readonly sender: Sender
  readonly to: Address
  readonly nowhere: Address
  /** How the next call ends. */
  readonly next: (trouble: 'rate-limit' | 'cut-before' | 'cut-after' | 'blocked' | 'broken') => Promise<void>
  /** How often these words are there. */
  readonly times: (text: string) => Promise<number>
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const FAULTS = {
  'rate-limit': { kind: 'rate-limit', retryAfter: 3 },
  'cut-before': { kind: 'cut', when: 'before' },
  'cut-after': { kind: 'cut', when: 'after' },
  broken: { kind: 'status', status: 500 },
} as const satisfies Record<string, Fault['do']>

async function sandbox(): Promise<Sandbox> {
  const running = await startSandbox({ port: 0 })
  open.push(running.close)
  return running
}

async function control(running: Sandbox, path: string, body: object): Promise<void> {
  const answer = await fetch(`${running.url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.ok, await answer.text()).toBe(true)
}

async function state(running: Sandbox): Promise<SandboxView> {
  return (await (await fetch(`${running.url}/control/state`)).json()) as SandboxView
}

async function telegram(): Promise<Subject> {
  const running = await sandbox()
  const bot = createTelegram({ ...platformsOf(running).telegram, bytes: NO_FILES, log: testLog })
  open.push(async () => bot.close())
  const address = (id: string): Address => ({
    platform: 'telegram',
    conversation: telegramIds.conversation(id) as Address['conversation'],
  })
  return {
    sender: bot.sender,
    to: address('111'),
    nowhere: address('999'),
    next: async (trouble) => {
      if (trouble === 'blocked') return control(running, 'telegram/block', { user: 111 })
      return control(running, 'faults', { platform: 'telegram', method: 'sendMessage', do: FAULTS[trouble], times: 1 })
    },
    times: async (text) => {
      const { chats } = (await state(running)).telegram
      return chats.flatMap((chat) => chat.messages).filter((message) => message.text === text).length
    },
  }
}

async function slack(): Promise<Subject> {
  const running = await sandbox()
  const { sender } = createSlack({ ...platformsOf(running).slack, bytes: NO_FILES, log: testLog, clock: systemClock })
  const address = (id: string): Address => ({
    platform: 'slack',
    conversation: slackIds.conversation(id) as Address['conversation'],
  })
  return {
    sender,
    to: address('C0SEO'),
    nowhere: address('C0NOWHERE'),
    next: async (trouble) => {
      if (trouble === 'blocked') return control(running, 'slack/kick', { channel: 'C0SEO', user: 'U0LIAISON' })
      return control(running, 'faults', {
        platform: 'slack',
        method: 'chat.postMessage',
        do: FAULTS[trouble],
        times: 1,
      })
    },
    times: async (text) => {
      const { conversations } = (await state(running)).slack
      return conversations.flatMap((each) => each.messages).filter((message) => message.text === text).length
    },
  }
}

function fake(platform: FakePlatform): () => Promise<Subject> {
  return async () => ({
    sender: platform,
    to: { platform: platform.platform, conversation: 'a' as Address['conversation'] },
    nowhere: { platform: platform.platform, conversation: 'nowhere' as Address['conversation'] },
    next: async (trouble) => {
      if (trouble === 'rate-limit') platform.next({ kind: 'rate-limit', afterMs: 3_000 })
      else if (trouble === 'blocked') platform.next({ kind: 'blocked' })
      else platform.next({ kind: 'cut', when: trouble === 'cut-after' ? 'after' : 'before' })
    },
    times: async (text) => platform.words().filter((words) => words.text === text).length,
  })
}

const NO_FILES: FileBytes = { open: () => Promise.reject(new Error('there are no files')) }

const said = (text: string): Content => ({ kind: 'final', body: plain(text), locale: 'ru' })

describe.each([
  ['Telegram', telegram],
  ['Slack', slack],
  ['the fake', fake(new FakePlatform('telegram'))],
  ['the fake that can be searched', fake(new SearchablePlatform('slack'))],
])('a sender: %s', (name, subjectOf) => {
  const isReal = !name.includes('fake')

  it('sends once, and says where the message is', async () => {
    const { sender, to, times } = await subjectOf()
    const outcome = await sender.send(to, { content: said('раз') }, 'key-1')
    expect(outcome).toMatchObject({ kind: 'sent' })
    expect(outcome.kind === 'sent' && outcome.messages).toHaveLength(1)
    expect(await times('раз')).toBe(1)
  })

  it('when there are too many: later, not before the platform says, and nothing was sent', async () => {
    const { sender, to, next, times } = await subjectOf()
    await next('rate-limit')
    expect(await sender.send(to, { content: said('два') }, 'key-2')).toMatchObject({ kind: 'later', afterMs: 3_000 })
    expect(await times('два')).toBe(0)
  })

  it('cut off: unsure, whether it was done or not, and never a second call of its own', async () => {
    const { sender, to, next, times } = await subjectOf()
    await next('cut-after')
    expect(await sender.send(to, { content: said('три') }, 'key-3')).toMatchObject({ kind: 'unsure' })
    expect(await times('три')).toBe(1)
    await next('cut-before')
    expect(await sender.send(to, { content: said('четыре') }, 'key-4')).toMatchObject({ kind: 'unsure' })
    expect(await times('четыре')).toBe(0)
  })

  it('who has put us out: refused, with a reason', async () => {
    const { sender, to, next } = await subjectOf()
    await next('blocked')
    const outcome = await sender.send(to, { content: said('пять') }, 'key-5')
    expect(outcome.kind).toBe('refused')
    expect(['blocked', 'chat_gone']).toContain(outcome.kind === 'refused' && outcome.reason)
  })

  it('finds nothing to send in empty words, and too much in very many', async () => {
    const { sender } = await subjectOf()
    expect(sender.check(said('  \n '))).toBe('empty')
    expect(sender.check(said('а'.repeat(500_000)))).toBe('too_long')
    expect(sender.check(said('да'))).toBeUndefined()
  })

  it.runIf(isReal)('refuses a place that is not there, and is unsure when the platform itself fails', async () => {
    const { sender, to, nowhere, next } = await subjectOf()
    expect(await sender.send(nowhere, { content: said('шесть') }, 'key-6')).toMatchObject({
      kind: 'refused',
      reason: 'chat_gone',
    })
    await next('broken')
    expect(await sender.send(to, { content: said('семь') }, 'key-7')).toMatchObject({ kind: 'unsure' })
  })

  it('that can look finds a message by its key, and says when there is none', async () => {
    const { sender, to, next } = await subjectOf()
    if (!sender.find) return
    const since = new Date(Date.now() - 1_000)
    await next('cut-after')
    await sender.send(to, { content: said('восемь') }, 'key-8')
    expect(await sender.find(to, 'key-8', since)).toMatchObject({ kind: 'found', messages: [expect.any(String)] })
    expect(await sender.find(to, 'key-none', since)).toEqual({ kind: 'absent' })
  })
})

describe('nobody listens', () => {
  it('certainly not sent: later', async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    const nowhere = { telegramApiRoot: `${url}/telegram`, slackApiUrl: `${url}/slack/api/` }
    const { telegram: t, slack: s } = platformsOf(nowhere)
    const bot = createTelegram({ ...t, bytes: NO_FILES, log: testLog })
    open.push(async () => bot.close())
    const toTelegram: Address = { platform: 'telegram', conversation: 'tg:111' as Address['conversation'] }
    expect(await bot.sender.send(toTelegram, { content: said('а') }, 'k')).toMatchObject({ kind: 'later' })
    const { sender } = createSlack({ ...s, bytes: NO_FILES, log: testLog, clock: systemClock })
    const toSlack: Address = { platform: 'slack', conversation: 'sl:C0SEO' as Address['conversation'] }
    expect(await sender.send(toSlack, { content: said('а') }, 'k')).toMatchObject({ kind: 'later' })
  })
})
