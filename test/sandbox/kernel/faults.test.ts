import { expect, it } from 'vitest'
import { openSandbox } from '../telegram/support.ts'

const SEND = { chat_id: 111, text: 'привет' }
const words = (chat: { messages: { text: string }[] } | undefined) => chat?.messages.map(({ text }) => text)

it.each([
  ['before', []],
  ['after', ['привет']],
] as const)('cuts the connection %s the request took effect', async (when, said) => {
  const { fault, ask, state } = await openSandbox()
  await fault({ platform: 'telegram', method: 'SENDMESSAGE', do: { kind: 'cut', when }, times: 1 })
  await expect(ask('sendMessage', SEND)).rejects.toThrow('fetch failed')
  expect(words((await state()).telegram.chats[0])).toEqual(said)
  expect((await ask('sendMessage', SEND)).ok).toBe(true)
})

it('answers in the platform’s words and does nothing', async () => {
  const { fault, ask, state } = await openSandbox()
  const misbehave = (how: Parameters<typeof fault>[0]['do']) =>
    fault({ platform: 'telegram', method: 'sendMessage', do: how, times: 1 })
  await misbehave({ kind: 'rate-limit', retryAfter: 7 })
  await misbehave({ kind: 'status', status: 502 })
  await misbehave({ kind: 'error', code: 403, error: 'Forbidden: user is deactivated' })
  expect(await ask('sendMessage', SEND)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect(await ask('sendMessage', SEND)).toMatchObject({ ok: false, error_code: 502, description: 'Bad Gateway' })
  expect(await ask('sendMessage', SEND)).toMatchObject({
    error_code: 403,
    description: 'Forbidden: user is deactivated',
  })
  expect(words((await state()).telegram.chats[0])).toEqual([])
})

it('counts down, and goes on until it is removed when nobody said how often', async () => {
  const { fault, ask, state, url } = await openSandbox()
  const always = await fault({ platform: 'telegram', method: '*', do: { kind: 'status', status: 500 } })
  await ask('getMe')
  await ask('sendMessage', SEND)
  expect((await state()).faults).toEqual([expect.objectContaining({ left: 'always', hits: 2 })])
  const remove = (path: string) => fetch(`${url}/control/faults${path}`, { method: 'DELETE' })
  const { id } = always as { id: string }
  expect((await remove(`/${id}`)).status).toBe(200)
  expect((await remove(`/${id}`)).status).toBe(404)
  expect((await ask('getMe')).ok).toBe(true)

  await fault({ platform: 'slack', method: '*', do: { kind: 'status', status: 500 }, times: 2 })
  await fault({ platform: 'telegram', method: 'getChat', do: { kind: 'status', status: 500 }, times: 2 })
  expect((await ask('getMe')).ok).toBe(true)
  expect((await remove('')).status).toBe(200)
  expect((await state()).faults).toEqual([])
})

it('delays and then does it', async () => {
  const { fault, ask } = await openSandbox()
  await fault({ platform: 'telegram', method: 'getMe', do: { kind: 'delay', ms: 40 } })
  const from = performance.now()
  expect((await ask('getMe')).ok).toBe(true)
  expect(performance.now() - from).toBeGreaterThanOrEqual(38)
})

it('does not hold up the end', async () => {
  const { fault, ask, close, state } = await openSandbox()
  await fault({ platform: 'telegram', method: 'getMe', do: { kind: 'delay', ms: 120_000 }, times: 1 })
  const waiting = expect(ask('getMe')).rejects.toThrow()
  while ((await state()).faults.length > 0);
  await close()
  await waiting
})
