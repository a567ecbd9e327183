import { InputFile, InputMediaBuilder } from 'grammy'
import { expect, it } from 'vitest'
import { png, sample } from './sample.ts'
import { GROUP, openSandbox } from './support.ts'

const picture = async () => new InputFile(await sample('a.png', png()))
const file = async (name = 'a.pdf') => new InputFile(await sample(name))

it('sends an album: files attached, ids and captions in one', async () => {
  const { api } = await openSandbox()
  const { photo } = await api.sendPhoto(111, await picture())
  const sent = await api.sendMediaGroup(111, [
    InputMediaBuilder.photo(await picture(), { caption: 'раз' }),
    InputMediaBuilder.video(await file('b.mp4'), { caption: 'два' }),
    InputMediaBuilder.photo(photo.at(-1)?.file_id ?? ''),
  ])
  expect(sent.map(({ message_id: id, caption }) => [id, caption])).toEqual([
    [2, 'раз'],
    [3, 'два'],
    [4, undefined],
  ])
  expect(new Set(sent.map((message) => 'media_group_id' in message && message.media_group_id)).size).toBe(1)
})

const item = (type: string) => ({ type, media: 'attach://x' })
it.each([
  ['none', [], 'there are no messages to send'],
  ['one', ['photo'], 'too few messages to send as an album'],
  ['eleven', Array(11).fill('photo'), 'too many messages to send as an album'],
  ['a document among photos', ['photo', 'document'], "document can't be mixed with other media types"],
  ['music among documents', ['document', 'audio'], "document can't be mixed with other media types"],
  ['a voice', ['voice', 'voice'], 'invalid message content type'],
  ['what is not attached', ['photo', 'photo'], 'there is no photo in the request'],
])('refuses an album of %s', async (_what, types: string[], why) => {
  const { ask } = await openSandbox()
  const answer = await ask('sendMediaGroup', { chat_id: 111, media: types.map(item) })
  expect(answer).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${why}` })
})

it('sends places, contacts, polls and dice', async () => {
  const { api } = await openSandbox()
  expect(await api.sendLocation(111, 55.75, 37.61)).toMatchObject({ location: { latitude: 55.75, longitude: 37.61 } })
  expect(await api.sendVenue(111, 55.75, 37.61, 'Офис', 'Тверская, 1')).toMatchObject({
    venue: { title: 'Офис', location: { latitude: 55.75 } },
    location: { latitude: 55.75 },
  })
  expect(await api.sendContact(111, '+7916', 'Пётр')).toMatchObject({
    contact: { phone_number: '+7916', first_name: 'Пётр' },
  })
  expect(await api.sendPoll(111, 'Когда?', [{ text: 'Сегодня' }, { text: 'Завтра' }])).toMatchObject({
    poll: {
      question: 'Когда?',
      type: 'regular',
      is_anonymous: true,
      options: [{ text: 'Сегодня' }, { text: 'Завтра' }],
    },
  })
  expect((await api.sendDice(111, '🎰')).dice.value).toBeLessThanOrEqual(64)
})

it.each([
  ['sendLocation', { latitude: 91, longitude: 0 }],
  ['sendLocation', { latitude: 1, longitude: 0, live_period: 5 }],
  ['sendVenue', { latitude: 1, longitude: 0, title: '', address: 'a' }],
  ['sendContact', { phone_number: '', first_name: 'a' }],
  ['sendPoll', { question: 'a', options: [] }],
  ['sendPoll', { question: 'a'.repeat(301), options: ['a', 'b'] }],
  ['sendPoll', { question: 'a', options: ['a', 'b'.repeat(101)] }],
  ['sendPoll', { question: 'a', options: Array(13).fill('a') }],
  ['sendPoll', { question: 'a', options: ['a', 'b'], type: 'quiz' }],
  ['sendDice', { emoji: '🐳' }],
  ['sendChatAction', { action: 'sleep' }],
])('refuses %s %o', async (method, args) => {
  const { ask } = await openSandbox()
  expect(await ask(method, { chat_id: 111, ...args })).toMatchObject({ ok: false, error_code: 400 })
})

it('copies without a word of where it is from, and forwards with one', async () => {
  const { api, ask, act } = await openSandbox()
  await act('document', { user: 112, chat: GROUP, path: await sample('a.pdf'), text: 'план' })
  const { message_id: copied } = await api.copyMessage(111, GROUP, 1, { caption: 'новый план' })
  const forwarded = await api.forwardMessage(111, GROUP, 1)
  expect([copied, forwarded.message_id]).toEqual([1, 2])
  expect(forwarded).toMatchObject({ caption: 'план', forward_origin: { type: 'user', sender_user: { id: 112 } } })
  const again = await api.forwardMessage(111, 111, 1)
  expect(again).toMatchObject({ caption: 'новый план', forward_origin: { sender_user: { is_bot: true } } })
  const missing = { chat_id: 111, from_chat_id: GROUP, message_id: 9 }
  expect(await ask('copyMessage', missing)).toMatchObject({ description: 'Bad Request: message to copy not found' })
  expect(await ask('forwardMessage', missing)).toMatchObject({
    description: 'Bad Request: message to forward not found',
  })
})

it('edits captions and files, but never a file into text', async () => {
  const { api, ask } = await openSandbox()
  const { message_id: id, document } = await api.sendDocument(111, await file(), { caption: 'раз' })
  const { message_id: text } = await api.sendMessage(111, 'слова')
  const edit = (method: string, args: object) => ask(method, { chat_id: 111, message_id: id, ...args })
  expect((await edit('editMessageCaption', { caption: 'два' })).result).toMatchObject({
    caption: 'два',
    edit_date: expect.any(Number),
  })
  const why = async (method: string, args: object) =>
    (await edit(method, args)).description?.replace('Bad Request: ', '')
  expect(await why('editMessageCaption', { caption: 'два' })).toContain('message is not modified')
  expect(await why('editMessageText', { text: 'слова' })).toBe('there is no text in the message to edit')
  expect(await why('editMessageCaption', { message_id: text, caption: 'a' })).toBe(
    'there is no caption in the message to edit',
  )
  const same = { type: 'document', media: document.file_id, caption: 'два' }
  expect(await why('editMessageMedia', { media: same })).toContain('message is not modified')
  expect(await why('editMessageMedia', { media: { type: 'voice', media: 'x' } })).toBe('invalid message content type')
  const changed = await api.editMessageMedia(111, id, InputMediaBuilder.photo(await picture(), { caption: 'вид' }))
  expect(changed).toMatchObject({ caption: 'вид', photo: [{}, {}, {}] })
  expect(changed).not.toHaveProperty('document')
  const buttons = { inline_keyboard: [[{ text: 'Да', callback_data: 'y' }]] }
  expect(await api.editMessageReplyMarkup(111, id, { reply_markup: buttons })).toMatchObject({ reply_markup: buttons })
  expect(await why('editMessageReplyMarkup', { reply_markup: buttons })).toContain('message is not modified')
  expect(await api.editMessageMedia(111, text, InputMediaBuilder.document(await file('b.pdf')))).toMatchObject({
    document: { file_name: 'b.pdf' },
  })
})

it('keeps what is in an album of its family', async () => {
  const { api, ask } = await openSandbox()
  const documents = await api.sendMediaGroup(111, [
    InputMediaBuilder.document(await file()),
    InputMediaBuilder.document(await file()),
  ])
  const { photo } = await api.sendPhoto(111, await picture())
  const media = { type: 'photo', media: photo.at(-1)?.file_id }
  expect(await ask('editMessageMedia', { chat_id: 111, message_id: documents[0]?.message_id, media })).toMatchObject({
    description: "Bad Request: can't change media type in the album",
  })
})

it('deletes what is young enough, and skips what is not there', async () => {
  const { api, ask, time, state } = await openSandbox()
  for (const text of ['раз', 'два', 'три']) await api.sendMessage(111, text)
  expect(await api.deleteMessages(111, [1, 3, 77])).toBe(true)
  expect((await state()).telegram.chats[0]?.messages.map(({ text }) => text)).toEqual(['два'])
  expect(await ask('deleteMessages', { chat_id: 111, message_ids: [] })).toMatchObject({ error_code: 400 })
  expect(await ask('deleteMessages', { chat_id: 111, message_ids: Array(101).fill(2) })).toMatchObject({
    error_code: 400,
  })
  time.now += 48 * 3_600_000
  expect(await ask('deleteMessage', { chat_id: 111, message_id: 2 })).toMatchObject({ error_code: 400 })
})

it('answers with a quote only of what is there, and reacts only as it may', async () => {
  const { api, ask, act } = await openSandbox()
  await act('document', { user: 111, chat: 111, path: await sample('a.pdf'), text: 'смета на март' })
  const quoted = await api.sendMessage(111, 'да', { reply_parameters: { message_id: 1, quote: 'март' } })
  expect(quoted).toMatchObject({ quote: { text: 'март', position: 9 }, reply_to_message: { caption: 'смета на март' } })
  const args = { chat_id: 111, text: 'a', reply_parameters: { message_id: 1, quote: 'май' } }
  expect(await ask('sendMessage', args)).toMatchObject({ description: 'Bad Request: QUOTE_TEXT_INVALID' })
  const react = (emoji: string) =>
    ask('setMessageReaction', { chat_id: 111, message_id: 1, reaction: [{ type: 'emoji', emoji }] })
  expect((await react('❤️')).ok).toBe(true)
  expect(await react('🪑')).toMatchObject({ description: 'Bad Request: REACTION_INVALID' })
})

it.each([
  ['before', 0],
  ['after', 1],
] as const)('cuts an upload %s it was taken', async (when, arrived) => {
  const { api, fault, state } = await openSandbox()
  await fault({ platform: 'telegram', method: 'sendDocument', do: { kind: 'cut', when }, times: 1 })
  await expect(api.sendDocument(111, await file())).rejects.toThrow()
  expect((await state()).telegram.chats[0]?.messages).toHaveLength(arrived)
})

it.each([
  [{ kind: 'cut', when: 'before' }, 'throws'],
  [{ kind: 'cut', when: 'after' }, 'throws'],
  [{ kind: 'rate-limit', retryAfter: 3 }, 429],
  [{ kind: 'status', status: 502 }, 502],
  [{ kind: 'error', error: 'Not Found', code: 404 }, 404],
] as const)('misbehaves at a download: %o, once', async (how, expected) => {
  const { api, fault, url } = await openSandbox()
  const { document } = await api.sendDocument(111, new InputFile(await sample('a.zip', new Uint8Array(300_000))))
  const { file_path: path } = await api.getFile(document.file_id)
  await fault({ platform: 'telegram', method: 'file', do: how, times: 1 })
  const load = async () => {
    const answer = await fetch(`${url}/telegram/file/bot${api.token}/${path}`)
    return [answer.status, (await answer.arrayBuffer()).byteLength]
  }
  if (expected === 'throws') await expect(load()).rejects.toThrow()
  else expect((await load())[0]).toBe(expected)
  expect(await load()).toEqual([200, 300_000])
})
