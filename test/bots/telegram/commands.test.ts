import type { Message } from 'grammy/types'
import { expect, it, vi } from 'vitest'
import { TELEGRAM_LIMITS } from '../../../bots/telegram/api/limits.ts'
import { handlers } from '../../../bots/telegram/receive/handlers.ts'
import { toldWords } from '../../../src/core/contacts/told.ts'

function message(text: string): Message {
  const from = { id: 111, is_bot: false, first_name: 'Иван' }
  return {
    message_id: 5,
    date: 1_795_000_000,
    chat: { id: 111, type: 'private', first_name: 'Иван' },
    from,
    text,
  } as Message
}

it.each([
  ['/help', '', 0],
  ['/help сайт лежит, срочно', 'сайт лежит, срочно', 1],
])('%s: words behind a command that takes none reach the manager', async (text, argument, said) => {
  const flow = { clientAskedHelp: vi.fn(), clientSaid: vi.fn() }
  const api = {} as Parameters<typeof handlers>[1]
  await handlers(flow as unknown as Parameters<typeof handlers>[0], api).command('help', message(text), argument)
  expect(flow.clientAskedHelp).toHaveBeenCalledTimes(1 - said)
  expect(flow.clientSaid).toHaveBeenCalledTimes(said)
})

it('whoever enters a long line of nobody known reads so in one message', () => {
  const given = 'созвонились и всё обсудили '.repeat(150).trim()
  for (const gap of [
    { why: 'unknown_client' as const, given, names: ['Автозапчасти'] },
    { why: 'unclear' as const, given },
  ]) {
    const words = toldWords({ kind: 'gap', locale: 'ru', gap })
    expect(words.length).toBeLessThanOrEqual(TELEGRAM_LIMITS.text)
    expect(words).toContain('«созвонились и всё обсудили')
  }
})

it.each([
  [{ status: 'restricted', is_member: false }, 'out'],
  [{ status: 'restricted', is_member: true }, 'in'],
  [{ status: 'kicked' }, 'out'],
  [{ status: 'administrator' }, 'in'],
] as const)('the bot that is %j is %s', async (now, state) => {
  const flow = { membership: vi.fn() }
  const from = { id: 111, is_bot: false, first_name: 'Иван' }
  const change = { chat: { id: -1001, type: 'supergroup', title: 'Запуск' }, from, date: 1, new_chat_member: now }
  const { membership } = handlers(
    flow as unknown as Parameters<typeof handlers>[0],
    {} as Parameters<typeof handlers>[1],
  )
  await membership(change as unknown as Parameters<typeof membership>[0])
  expect(flow.membership.mock.calls[0]?.[0]).toMatchObject({ state })
})

it.each([
  ['', 0],
  ['a1-B_2', 0],
  ['Здравствуйте, нужен сайт', 1],
])('/start %s: what can be no invitation is said to people', async (argument, said) => {
  const flow = { clientStarted: vi.fn(), clientSaid: vi.fn() }
  const api = {} as Parameters<typeof handlers>[1]
  const { command } = handlers(flow as unknown as Parameters<typeof handlers>[0], api)
  await command('start', message(`/start ${argument}`), argument)
  expect(flow.clientStarted).toHaveBeenCalledTimes(1 - said)
  expect(flow.clientSaid).toHaveBeenCalledTimes(said)
})
