import { expect, it } from 'vitest'
import { openSandbox } from './support.ts'

it.each([
  ['nothing', { text: '' }, 'message text is empty'],
  ['only spaces', { text: ' \n ' }, 'message text is empty'],
  ['more than 4,096', { text: 'а'.repeat(4_097) }, 'message is too long'],
  ['to nobody', { chat_id: 999, text: 'a' }, 'chat not found'],
  ['as a reply to nothing', { text: 'a', reply_parameters: { message_id: 77 } }, 'message to be replied not found'],
  [
    'an entity inside a character',
    { text: '👍a', entities: [{ type: 'bold', offset: 1, length: 1 }] },
    expect.any(String),
  ],
  [
    'a button that says too much',
    { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } },
    'BUTTON_DATA_INVALID',
  ],
])('refuses to send %s', async (_what, args, why) => {
  const { ask, state } = await openSandbox()
  const answer = await ask('sendMessage', { chat_id: 111, ...args })
  expect(answer).toMatchObject({ ok: false, error_code: 400 })
  expect(answer.description?.replace('Bad Request: ', '')).toEqual(why)
  expect((await state()).telegram.chats[0]?.messages).toEqual([])
})

it('counts entities in UTF-16 units, as Telegram does', async () => {
  const { api } = await openSandbox()
  const sent = await api.sendMessage(111, '👍🏽 да', { entities: [{ type: 'bold', offset: 5, length: 2 }] })
  expect(sent.entities).toEqual([{ type: 'bold', offset: 5, length: 2 }])
})

it('lets a bot write only to whom it may', async () => {
  const { ask, act } = await openSandbox()
  const send = (chat: number) => ask('sendMessage', { chat_id: chat, text: 'a' })
  expect(await send(114)).toMatchObject({ error_code: 403, description: expect.stringContaining("can't initiate") })
  await act('start', { user: 114 })
  expect((await send(114)).ok).toBe(true)
  await act('block', { user: 111 })
  expect(await send(111)).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
  await act('remove-bot', { user: 111, chat: -1001000000001 })
  expect(await send(-1001000000001)).toMatchObject({ error_code: 403, description: expect.stringContaining('kicked') })
})

it('changes and removes the bot’s own messages only', async () => {
  const { api, ask, act, state } = await openSandbox()
  const said = await act('say', { user: 111, chat: 111, text: 'Здравствуйте' })
  const { message_id: own } = await api.sendMessage(111, 'Добрый день')
  const edit = (message: number | undefined, text: string) =>
    ask('editMessageText', { chat_id: 111, message_id: message, text })
  expect(await edit(said.message_id, 'x')).toMatchObject({ description: "Bad Request: message can't be edited" })
  expect(await edit(own, 'Добрый день')).toMatchObject({ description: expect.stringContaining('is not modified') })
  expect(await edit(999, 'x')).toMatchObject({ description: 'Bad Request: message to edit not found' })
  expect((await edit(own, 'Добрый вечер')).ok).toBe(true)
  expect(await ask('deleteMessage', { chat_id: 111, message_id: said.message_id })).toMatchObject({ ok: false })
  await api.deleteMessage(111, own)
  expect((await state()).telegram.chats[0]?.messages.map(({ text }) => text)).toEqual(['Здравствуйте'])
})

it('carries replies, edits and people as updates', async () => {
  const { api, ask, act } = await openSandbox()
  const { message_id: asked } = await api.sendMessage(111, 'Когда удобно?')
  const said = await act('say', { user: 111, chat: 111, text: 'Завтра', replyTo: asked })
  await act('edit', { user: 111, chat: 111, message: said.message_id, text: 'Послезавтра' })
  const { result } = await ask('getUpdates')
  expect(result).toEqual([
    {
      update_id: expect.any(Number),
      message: expect.objectContaining({
        message_id: said.message_id,
        text: 'Завтра',
        chat: expect.objectContaining({ id: 111, type: 'private' }),
        from: expect.objectContaining({ id: 111, is_bot: false, first_name: 'Иван' }),
        reply_to_message: expect.objectContaining({ message_id: asked, text: 'Когда удобно?' }),
      }),
    },
    {
      update_id: expect.any(Number),
      edited_message: expect.objectContaining({
        message_id: said.message_id,
        text: 'Послезавтра',
        edit_date: expect.any(Number),
      }),
    },
  ])
  expect(result[1].update_id).toBe(result[0].update_id + 1)
})
