import { expect, it } from 'vitest'
import { download, hashOfFile, png, sample } from './sample.ts'
import { GROUP, type Opened, openSandbox } from './support.ts'

const IVAN = { user: 111, chat: 111 }

async function heard({ ask }: Opened, kind = 'message') {
  const { result } = await ask('getUpdates', { allowed_updates: [kind] })
  return (result as Record<string, unknown>[]).flatMap((update) => (update[kind] ? [update[kind]] : [])) as Record<
    string,
    // biome-ignore lint/suspicious/noExplicitAny: what a test reads out of an update is what it tests
    any
  >[]
}

it.each([
  ['photo', 'photo', 'a.png', [{ width: 90 }, { width: 320 }, { width: 800, height: 600 }]],
  ['document', 'document', 'счёт 5.pdf', { file_name: 'счёт 5.pdf', mime_type: 'application/pdf', file_size: 3_000 }],
  ['audio', 'audio', 'a.mp3', { duration: 7, mime_type: 'audio/mpeg' }],
  ['voice', 'voice', 'a.ogg', { duration: 7, mime_type: 'audio/ogg' }],
  ['video', 'video', 'a.mp4', { duration: 7, width: 1_280 }],
  ['video-note', 'video_note', 'a.mp4', { duration: 7, length: 240 }],
  ['animation', 'animation', 'a.mp4', { duration: 7 }],
  ['sticker', 'sticker', 'a.webp', { is_animated: false, is_video: false }],
  ['sticker', 'sticker', 'a.tgs', { is_animated: true, is_video: false }],
  ['sticker', 'sticker', 'a.webm', { is_animated: false, is_video: true }],
])('a person sends a %s', async (act, field, name, says) => {
  const opened = await openSandbox()
  const path = await sample(name, act === 'photo' ? png() : undefined)
  expect(await opened.act(act, { ...IVAN, path, duration: 7 })).toMatchObject({ status: 200, message_id: 1 })
  const [message] = await heard(opened)
  expect(message).toMatchObject({ message_id: 1, from: { id: 111 }, [field]: says })
  expect(message).not.toHaveProperty('text')
  expect(await download(opened, [message?.[field]].flat().at(-1).file_id)).toBe(await hashOfFile(path))
})

it('an album is an update for each file, with one id and the caption where it was', async () => {
  const opened = await openSandbox()
  const base64 = png().toString('base64')
  const items = [
    { kind: 'photo', base64, name: 'a.png', text: 'Наш офис' },
    { kind: 'video', base64, name: 'b.mp4' },
    { kind: 'photo', base64, name: 'c.png' },
  ]
  await opened.act('album', { ...IVAN, items })
  const messages = await heard(opened)
  expect(messages.map(({ message_id: id, caption }) => [id, caption])).toEqual([
    [1, 'Наш офис'],
    [2, undefined],
    [3, undefined],
  ])
  expect(new Set(messages.map(({ media_group_id: id }) => id))).toEqual(new Set([expect.stringMatching(/^\d+$/)]))
  const mixed = [...items.slice(0, 1), { kind: 'document', base64, name: 'd.pdf' }]
  expect(await opened.act('album', { ...IVAN, items: mixed })).toMatchObject({ status: 409 })
})

it.each([
  [
    'venue',
    { latitude: 55.7, longitude: 37.6, title: 'Офис', address: 'Тверская, 1' },
    { venue: { title: 'Офис' }, location: { latitude: 55.7 } },
  ],
  ['contact', { phone_number: '+79161234567', first_name: 'Пётр' }, { contact: { first_name: 'Пётр' } }],
  [
    'poll',
    { question: 'Когда?', options: ['Сегодня', 'Завтра'] },
    {
      poll: {
        question: 'Когда?',
        total_voter_count: 0,
        options: [{ text: 'Сегодня', voter_count: 0 }, { text: 'Завтра' }],
      },
    },
  ],
  ['dice', { emoji: '⚽' }, { dice: { emoji: '⚽', value: expect.any(Number) } }],
  ['story', { from: { id: -1005, title: 'Канал' }, id: 4 }, { story: { id: 4, chat: { id: -1005, type: 'channel' } } }],
  [
    'checklist',
    { title: 'План', tasks: [{ id: 1, text: 'Смета', isDone: true }] },
    { checklist: { title: 'План', tasks: [{ id: 1, text: 'Смета', completion_date: expect.any(Number) }] } },
  ],
  ['raw', { fields: { hologram: { size: 3 } } }, { hologram: { size: 3 } }],
  [
    'raw',
    { fields: { paid_media: { star_count: 5, paid_media: [{ type: 'preview' }] } }, text: 'смотри' },
    { paid_media: { star_count: 5 }, caption: 'смотри' },
  ],
])('a person sends a %s', async (act, args, says) => {
  const opened = await openSandbox()
  expect(await opened.act(act, { ...IVAN, ...args })).toMatchObject({ status: 200 })
  const [message] = await heard(opened)
  expect(message).toMatchObject(says)
  expect(message).not.toHaveProperty('text')
})

it('a live location moves and ends', async () => {
  const opened = await openSandbox()
  await opened.act('location', { ...IVAN, latitude: 1, longitude: 2, live_period: 900 })
  await opened.act('move', { ...IVAN, message: 1, latitude: 1.5, longitude: 2, live_period: 900, heading: 90 })
  await opened.act('move', { ...IVAN, message: 1, latitude: 1.6, longitude: 2 })
  expect((await heard(opened, 'edited_message')).map(({ location }) => location)).toEqual([
    { latitude: 1.5, longitude: 2, live_period: 900, heading: 90 },
    { latitude: 1.6, longitude: 2 },
  ])
  expect(await opened.act('move', { ...IVAN, message: 1, latitude: 2, longitude: 2 })).toMatchObject({ status: 409 })
})

it.each([
  [
    { type: 'user', user: { id: 5, first_name: 'Пётр' } },
    { sender_user: { id: 5, is_bot: false, first_name: 'Пётр' } },
  ],
  [{ type: 'hidden_user', name: 'Кто-то' }, { sender_user_name: 'Кто-то' }],
  [{ type: 'chat', id: -1007, title: 'Клуб' }, { sender_chat: { id: -1007, title: 'Клуб' } }],
  [
    { type: 'channel', id: -1008, title: 'Канал', message: 9 },
    { chat: { id: -1008, type: 'channel' }, message_id: 9 },
  ],
])('a person forwards from elsewhere: %o', async (origin, says) => {
  const opened = await openSandbox()
  await opened.act('say', { ...IVAN, text: 'смотрите', origin })
  const [message] = await heard(opened)
  expect(message).toMatchObject({
    text: 'смотрите',
    forward_origin: { type: origin.type, date: expect.any(Number), ...says },
  })
})

it('a person forwards what is there, by name or hidden', async () => {
  const opened = await openSandbox()
  await opened.act('say', { user: 112, chat: GROUP, text: 'план' })
  await opened.act('forward', { user: 111, chat: GROUP, message: 1, to: 111 })
  await opened.act('forward', { user: 111, chat: GROUP, message: 1, to: 111, as: 'hidden_user' })
  const [, byName, hidden] = await heard(opened)
  expect(byName).toMatchObject({
    text: 'план',
    from: { id: 111 },
    forward_origin: { type: 'user', sender_user: { id: 112 } },
  })
  expect(hidden).toMatchObject({ forward_origin: { type: 'hidden_user', sender_user_name: 'Мария Соколова' } })
})

it('a person quotes, changes a caption and a file', async () => {
  const opened = await openSandbox()
  await opened.act('document', { ...IVAN, path: await sample('a.pdf'), text: 'первый вариант' })
  await opened.act('say', { ...IVAN, text: 'вот этот', replyTo: 1, quote: 'вариант' })
  expect(await opened.act('say', { ...IVAN, text: 'x', replyTo: 1, quote: 'нет такого' })).toMatchObject({
    status: 409,
  })
  await opened.act('edit', { ...IVAN, message: 1, text: 'второй вариант' })
  await opened.act('edit-media', { ...IVAN, message: 1, kind: 'document', path: await sample('b.pdf'), text: 'третий' })
  const [, said] = await heard(opened)
  expect(said).toMatchObject({
    quote: { text: 'вариант', position: 7, is_manual: true },
    reply_to_message: { message_id: 1 },
  })
  expect((await heard(opened, 'edited_message')).map(({ caption, document }) => [caption, document.file_name])).toEqual(
    [
      ['второй вариант', 'a.pdf'],
      ['третий', 'b.pdf'],
    ],
  )
})

it('a forum has topics, and a bot writes into those that are there', async () => {
  const opened = await openSandbox()
  const { chat_id: chat } = await opened.act('forum', { user: 111, title: 'Форум' })
  await opened.act('add-bot', { user: 111, chat })
  const { message_id: topic } = await opened.act('topic', { user: 111, chat, name: 'SEO' })
  await opened.act('say', { user: 111, chat, text: 'в тему', topic })
  const [created, said] = await heard(opened)
  expect(created).toMatchObject({
    forum_topic_created: { name: 'SEO' },
    message_thread_id: topic,
    is_topic_message: true,
  })
  expect(said).toMatchObject({ text: 'в тему', message_thread_id: topic, chat: { is_forum: true } })
  const send = (thread: number | undefined) =>
    opened.ask('sendMessage', { chat_id: chat, text: 'a', message_thread_id: thread })
  expect((await send(topic)).result).toMatchObject({ message_thread_id: topic })
  expect(await send(99)).toMatchObject({ description: 'Bad Request: message thread not found' })
})

it('a bot hears of reactions in private, and in a group only as its administrator', async () => {
  const opened = await openSandbox()
  const { ask, act } = opened
  await ask('getUpdates', { allowed_updates: ['message_reaction'] })
  for (const chat of [111, GROUP]) {
    await ask('sendMessage', { chat_id: chat, text: 'a' })
    await act('react', { user: 111, chat, message: 1, emoji: '👍' })
  }
  expect((await heard(opened, 'message_reaction')).map(({ chat }) => chat.id)).toEqual([111])
  await act('administrator', { user: 111, chat: GROUP, is: true })
  await act('react', { user: 111, chat: GROUP, message: 1, emoji: '🔥' })
  expect(await heard(opened, 'message_reaction')).toMatchObject([
    {},
    { chat: { id: GROUP }, new_reaction: [{ emoji: '🔥' }] },
  ])
})

it('takes bytes from the page and shows them so that they cannot act', async () => {
  const { url, act, state } = await openSandbox()
  const upload = await fetch(`${url}/control/telegram/upload`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: '<script>alert(1)</script>',
  })
  const { sha256 } = (await upload.json()) as { sha256: string }
  expect(await act('document', { ...IVAN, sha256, name: 'a.html' })).toMatchObject({ status: 200 })
  const content = (await state()).telegram.chats[0]?.messages[0]?.content
  expect(content).toMatchObject({ kind: 'document', label: 'a.html', file: { mime: 'text/html', size: 25 } })
  const shown = await fetch(`${url}/${content?.file?.url}`)
  expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await act('document', { ...IVAN, path: '/no/such/file' })).toMatchObject({ status: 409 })
})
