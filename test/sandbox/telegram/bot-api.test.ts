import { expect, it } from 'vitest'
import { openSandbox, TOKEN } from './support.ts'

it('knows its bot by grammY, whatever the case of the method’s name', async () => {
  const { api, ask } = await openSandbox()
  expect(await api.getMe()).toMatchObject({
    id: 7_000_000_001,
    is_bot: true,
    first_name: 'Liaison',
    username: 'liaison_demo_bot',
    can_read_all_group_messages: true,
  })
  expect((await ask('GETME')).ok).toBe(true)
  expect((await ask('getMyName')).result).toEqual({ name: 'Liaison' })
})

it.each([
  ['another token', '/telegram/bot7000000001:wrong/getMe', 401, 'Unauthorized'],
  ['an unknown method', `/telegram/bot${TOKEN}/getNothing`, 404, 'Not Found: method not found'],
  ['no method', `/telegram/bot${TOKEN}`, 404, 'Not Found'],
])('refuses %s', async (_what, path, code, description) => {
  const { url } = await openSandbox()
  const answer = await fetch(`${url}${path}`)
  expect(answer.status).toBe(code)
  expect(await answer.json()).toEqual({ ok: false, error_code: code, description })
})

const multipart = () => {
  const form = new FormData()
  form.set('chat_id', '111')
  form.set('text', 'привет & пока')
  form.set('entities', '[{"type":"bold","offset":0,"length":6}]')
  form.set('message_thread_id', '7')
  return form
}
it.each([
  ['JSON', JSON.stringify({ chat_id: 111, text: 'привет & пока', entities: [{ type: 'bold', offset: 0, length: 6 }] })],
  [
    'a form',
    new URLSearchParams({
      chat_id: '111',
      text: 'привет & пока',
      entities: '[{"type":"bold","offset":0,"length":6}]',
      message_thread_id: '7',
    }),
  ],
  ['multipart', multipart()],
])('takes a body as %s', async (kind, body) => {
  const { url } = await openSandbox()
  const answer = await fetch(`${url}/telegram/bot${TOKEN}/sendMessage`, {
    method: 'POST',
    body,
    ...(kind === 'JSON' ? { headers: { 'content-type': 'application/json; charset=utf-8' } } : {}),
  })
  expect(await answer.json()).toMatchObject({
    ok: true,
    result: { text: 'привет & пока', entities: [{ type: 'bold', offset: 0, length: 6 }] },
  })
})

it('takes the address’s parameters, and words that look like JSON as words', async () => {
  const { url } = await openSandbox()
  const ask = async (query: string) => (await fetch(`${url}/telegram/bot${TOKEN}/sendMessage?${query}`)).json()
  expect(await ask('chat_id=111&text=hi')).toMatchObject({ ok: true, result: { text: 'hi' } })
  expect(await ask(`chat_id=111&text=${encodeURIComponent('[1] {не JSON')}`)).toMatchObject({
    result: { text: '[1] {не JSON' },
  })
  expect(await ask(`chat_id=111&text=${encodeURIComponent('[1]')}`)).toMatchObject({ result: { text: '[1]' } })
})

it.each([
  ['application/json', '{"chat_id":', 400],
  ['application/json', '"words"', 400],
  ['application/json', 'null', 400],
  ['text/plain', 'chat_id=111', 400],
])('refuses a body that cannot be read: %s %s', async (type, body, code) => {
  const { url } = await openSandbox()
  const answer = await fetch(`${url}/telegram/bot${TOKEN}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  expect(await answer.json()).toMatchObject({ ok: false, error_code: code, description: expect.any(String) })
})

it('keeps commands per scope and language', async () => {
  const { api, state } = await openSandbox()
  const command = (description: string) => [{ command: 'help', description }]
  await api.setMyCommands(command('Help'))
  await api.setMyCommands(command('Помощь'), { language_code: 'ru' })
  await api.setMyCommands(command('В группе'), { scope: { type: 'all_group_chats' } })
  expect(await api.getMyCommands()).toEqual(command('Help'))
  expect(await api.getMyCommands({ language_code: 'ru' })).toEqual(command('Помощь'))
  expect(await api.getMyCommands({ scope: { type: 'all_group_chats' } })).toEqual(command('В группе'))
  await api.deleteMyCommands({ scope: { type: 'all_group_chats' } })
  expect(await api.getMyCommands({ scope: { type: 'all_group_chats' } })).toEqual([])
  expect((await state()).telegram.bot.commands).toEqual([
    { command: 'help', description: 'Help' },
    { command: 'help', description: 'Помощь', languageCode: 'ru' },
  ])
})

it('knows chats and who is in them', async () => {
  const { api, ask, act } = await openSandbox()
  expect(await api.getChat(-1001000000001)).toMatchObject({ type: 'supergroup', title: 'Автозапчасти × Студия' })
  expect(await api.getChat(111)).toMatchObject({ type: 'private', first_name: 'Иван', username: 'ivan_parts' })
  expect(await ask('getChat', { chat_id: 114 })).toMatchObject({ description: 'Bad Request: chat not found' })
  const status = async (chat: number, user: number) => (await api.getChatMember(chat, user)).status
  expect(await status(-1001000000001, 112)).toBe('member')
  expect(await status(-1001000000001, 113)).toBe('left')
  expect(await status(-1001000000001, 7_000_000_001)).toBe('member')
  await act('remove-bot', { user: 111, chat: -1001000000001 })
  expect((await ask('getChatMember', { chat_id: -1001000000001, user_id: 111 })).ok).toBe(false)
})
