import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { type Answer, afterwards, openSandbox, TOKEN } from './support.ts'

const textsOf = ({ result }: Answer): string[] =>
  (result as { message?: { text?: string } }[]).map((update) => update.message?.text ?? '')

it('hands updates out again until they are confirmed by an offset', async () => {
  const { ask, act, state } = await openSandbox()
  for (const text of ['раз', 'два', 'три']) await act('say', { user: 111, chat: 111, text })
  const first = await ask('getUpdates')
  expect(textsOf(first)).toEqual(['раз', 'два', 'три'])
  expect(textsOf(await ask('getUpdates', { limit: 2 }))).toEqual(['раз', 'два'])
  const second = first.result[1].update_id
  expect(textsOf(await ask('getUpdates', { offset: second }))).toEqual(['два', 'три'])
  expect((await state()).telegram.pendingUpdates).toBe(2)
  expect(textsOf(await ask('getUpdates', { offset: -1 }))).toEqual(['три'])
  expect(textsOf(await ask('getUpdates', { offset: second + 2 }))).toEqual([])
})

it('lets a request wait, and answers it when somebody speaks', async () => {
  const { ask, act } = await openSandbox()
  const waiting = ask('getUpdates', { timeout: 30 })
  await act('say', { user: 111, chat: 111, text: 'Здравствуйте' })
  expect(textsOf(await waiting)).toEqual(['Здравствуйте'])
})

it('lets only one request wait: two programs with one token see the conflict', async () => {
  const { ask, act } = await openSandbox()
  const first = ask('getUpdates', { timeout: 30 })
  const second = ask('getUpdates', { timeout: 30 })
  expect(await first).toMatchObject({
    error_code: 409,
    description: expect.stringContaining('other getUpdates request'),
  })
  await act('say', { user: 111, chat: 111, text: 'Здравствуйте' })
  expect(textsOf(await second)).toEqual(['Здравствуйте'])
})

it('keeps what nobody has confirmed over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-sandbox-'))
  afterwards(() => rm(folder, { recursive: true }))
  const journalFile = join(folder, 'sandbox.jsonl')
  const before = await openSandbox({ journalFile })
  await before.act('say', { user: 111, chat: 111, text: 'Здравствуйте' })
  await before.api.sendMessage(111, 'Добрый день')
  const seen = (await before.state()).telegram
  await before.close()
  const { ask, state } = await openSandbox({ journalFile })
  expect((await state()).telegram).toEqual(seen)
  expect(textsOf(await ask('getUpdates'))).toEqual(['Здравствуйте'])
})

/** A bot's own web server, which answers as it is told. */
async function hook(answers: number[]) {
  const got: { headers: IncomingHttpHeaders; update: { update_id: number; message: { text: string } } }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      got.push({ headers: request.headers, update: JSON.parse(body) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterwards(async () => server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

it('pushes to a webhook with its secret, in order, and again until it is taken', async () => {
  const { api, ask, act, state } = await openSandbox()
  const { got, url } = await hook([500, 200])
  await act('say', { user: 111, chat: 111, text: 'раз' })
  await api.setWebhook(url, { secret_token: 'a_secret-1' })
  await act('say', { user: 111, chat: 111, text: 'два' })
  await vi.waitUntil(async () => (await state()).telegram.pendingUpdates === 0)
  expect(got.map(({ update }) => update.message.text)).toEqual(['раз', 'раз', 'два'])
  expect(got.map(({ headers }) => headers['x-telegram-bot-api-secret-token'])).toEqual(Array(3).fill('a_secret-1'))
  expect(await ask('getUpdates')).toMatchObject({
    error_code: 409,
    description: expect.stringContaining('webhook is active'),
  })
})

it('says what a webhook answered, and goes back to polling without it', async () => {
  const { api, ask, act } = await openSandbox()
  const { url } = await hook(Array(50).fill(403))
  await api.setWebhook(url)
  await act('say', { user: 111, chat: 111, text: 'раз' })
  await vi.waitUntil(async () => (await api.getWebhookInfo()).last_error_message !== undefined)
  expect(await api.getWebhookInfo()).toMatchObject({
    url,
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 403',
  })
  await api.deleteWebhook()
  expect(textsOf(await ask('getUpdates'))).toEqual(['раз'])
})

it.each([
  ['reaches this machine only', { url: 'https://example.com/hook' }],
  ['takes only a secret that fits into a header', { url: 'http://127.0.0.1:1/', secret_token: 'с пробелом' }],
])('a webhook %s', async (_what, args) => {
  const { ask } = await openSandbox()
  expect(await ask('setWebhook', args)).toMatchObject({ ok: false, error_code: 400 })
})

it('drops what waits when it is asked to', async () => {
  const { api, ask, act } = await openSandbox()
  await act('say', { user: 111, chat: 111, text: 'раз' })
  await api.deleteWebhook({ drop_pending_updates: true })
  expect(textsOf(await ask('getUpdates'))).toEqual([])
})

it.each([
  ['rate-limit', { kind: 'rate-limit', retryAfter: 7 }, { error_code: 429, parameters: { retry_after: 7 } }],
  ['status', { kind: 'status', status: 502 }, { error_code: 502, description: 'Bad Gateway' }],
  ['error', { kind: 'error', error: 'Forbidden: x', code: 403 }, { error_code: 403, description: 'Forbidden: x' }],
] as const)('misbehaves as it is asked to: %s, once', async (_kind, what, answer) => {
  const { ask, fault, state } = await openSandbox()
  await fault({ platform: 'telegram', method: 'sendMessage', do: what, times: 1 })
  expect(await ask('sendMessage', { chat_id: 111, text: 'раз' })).toMatchObject({ ok: false, ...answer })
  expect((await ask('sendMessage', { chat_id: 111, text: 'раз' })).ok).toBe(true)
  expect((await state()).telegram.chats[0]?.messages).toHaveLength(1)
})

it.each([
  ['before', 0],
  ['after', 1],
] as const)('cuts the connection %s the message was taken', async (when, arrived) => {
  const { ask, fault, state } = await openSandbox()
  await fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when }, times: 1 })
  await expect(ask('sendMessage', { chat_id: 111, text: 'раз' })).rejects.toThrow()
  expect((await state()).telegram.chats[0]?.messages).toHaveLength(arrived)
})

it('never shows the token', async () => {
  const { ask, state } = await openSandbox()
  await ask('getMe')
  expect(JSON.stringify(await state())).not.toContain(TOKEN)
})
