import { expect, it } from 'vitest'
import { openSandbox } from '../telegram/support.ts'

it('listens on the loopback address only and says where', async () => {
  const { url, state } = await openSandbox()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await state()).telegram.chats.map(({ id }) => id)).toEqual([111, 112, 113, -1001000000001])
  expect(await (await fetch(url)).text()).toContain('npm run build')
})

it('names the port that is taken', async () => {
  const { url } = await openSandbox()
  await expect(openSandbox({ port: Number(new URL(url).port) })).rejects.toThrow(/port \d+ is taken/)
})

const JSON_TYPE = { 'content-type': 'application/json' }

it.each([
  ['a name that leads here', '/control/state', { host: 'evil.example:80' }, 'GET', 403],
  ['localhost', '/control/state', { host: 'localhost:4400' }, 'GET', 200],
  ['this machine by IPv6', '/control/state', { host: '[::1]:4400' }, 'GET', 200],
  ['a form of a foreign page', '/control/faults', { 'content-type': 'text/plain' }, 'POST', 415],
  ['a form to an escaped address', '/%63ontrol/faults', { 'content-type': 'text/plain' }, 'POST', 415],
  ['a foreign page', '/control/faults', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 'POST', 403],
  ['a picture on a foreign page', '/telegram/bot1/getMe', { 'sec-fetch-site': 'cross-site' }, 'GET', 403],
  ['a link to the page', '/', { 'sec-fetch-site': 'cross-site' }, 'GET', 200],
  ['its own page', '/control/state', { 'sec-fetch-site': 'same-origin' }, 'GET', 200],
] as const)('lets in only this machine: %s', async (_who, path, headers, method, status) => {
  const { raw } = await openSandbox()
  expect(await raw(path, headers, method, method === 'POST' ? '{}' : '')).toBe(status)
})

it('names the field that is wrong', async () => {
  const { post, act } = await openSandbox()
  const answer = await post('/control/faults', {
    platform: 'telegram',
    method: 'getMe',
    do: { kind: 'delay', ms: 'x' },
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ ok: false, error: expect.stringContaining('do.ms') })
  expect(await act('say', { user: 111, chat: 111 })).toEqual({
    status: 400,
    ok: false,
    error: expect.stringContaining('text'),
  })
  expect(await act('say', { user: 111, chat: 111, text: 'a', more: 1 })).toMatchObject({ status: 400 })
  expect((await post('/control/faults', 'no object')).status).toBe(400)
})

it('tells of every change as it happens', async () => {
  const { url, act } = await openSandbox()
  const stop = new AbortController()
  const stream = await fetch(`${url}/control/events`, { signal: stop.signal })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  await act('say', { user: 111, chat: 111, text: 'Здравствуйте' })
  let seen = ''
  for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    seen += part
    if (seen.includes('telegram:111')) break
  }
  expect(seen).toContain('event: change\ndata: {"platform":"telegram","topic":"telegram:111"}\n\n')
  stop.abort()
})

it('keeps what was called and what was answered', async () => {
  const { ask, url } = await openSandbox()
  await ask('getMe')
  await ask('getNothing')
  expect(await (await fetch(`${url}/control/calls`)).json()).toEqual([
    { platform: 'telegram', method: 'getMe', status: 200, ok: true, at: expect.any(Number) },
    expect.objectContaining({
      method: 'getNothing',
      status: 404,
      ok: false,
      error: expect.stringContaining('Not Found'),
    }),
  ])
})
