import { type Api, InputFile } from 'grammy'
import { expect, it } from 'vitest'
import { download, hashOfFile, png, sample } from './sample.ts'
import { openSandbox, TOKEN } from './support.ts'

type Sent = {
  readonly caption?: string
  readonly [kind: string]: unknown
}
type FileOf = { readonly file_id: string; readonly file_unique_id: string; readonly file_size: number }
const fileOf = (message: unknown, kind: string) => [(message as Sent)[kind]].flat().at(-1) as FileOf

const KINDS = [
  ['photo', 'вид.png', (api: Api, file: InputFile | string) => api.sendPhoto(111, file, { caption: 'вот' })],
  [
    'document',
    'договор №7.pdf',
    (api: Api, file: InputFile | string) => api.sendDocument(111, file, { caption: 'вот' }),
  ],
  ['video', 'a.mp4', (api: Api, file: InputFile | string) => api.sendVideo(111, file, { width: 640, height: 360 })],
  ['animation', 'a.mp4', (api: Api, file: InputFile | string) => api.sendAnimation(111, file, { duration: 3 })],
  ['audio', 'a.mp3', (api: Api, file: InputFile | string) => api.sendAudio(111, file, { performer: 'Кино' })],
  ['voice', 'a.ogg', (api: Api, file: InputFile | string) => api.sendVoice(111, file, { duration: 4 })],
  ['video_note', 'a.mp4', (api: Api, file: InputFile | string) => api.sendVideoNote(111, file, { length: 300 })],
  ['sticker', 'a.webm', (api: Api, file: InputFile | string) => api.sendSticker(111, file, { emoji: '👍' })],
] as const

const SAYS: Readonly<Record<string, object>> = {
  photo: { caption: 'вот' },
  document: { caption: 'вот', document: { file_name: 'договор №7.pdf', mime_type: 'application/pdf' } },
  video: { video: { width: 640, height: 360, duration: 0, mime_type: 'video/mp4' } },
  animation: { animation: { duration: 3 }, document: { file_name: 'a.mp4' } },
  audio: { audio: { performer: 'Кино', mime_type: 'audio/mpeg' } },
  voice: { voice: { duration: 4, mime_type: 'audio/ogg' } },
  video_note: { video_note: { length: 300, duration: 0 } },
  sticker: { sticker: { is_video: true, is_animated: false, emoji: '👍', type: 'regular' } },
}

it.each(KINDS)('a bot sends a %s, and gets the same bytes back', async (kind, name, send) => {
  const opened = await openSandbox()
  const path = await sample(name, kind === 'photo' ? png() : undefined)
  const sent = await send(opened.api, new InputFile(path))
  expect(sent).toMatchObject(SAYS[kind] ?? {})
  const file = fileOf(sent, kind)
  expect(file.file_size).toBeGreaterThan(0)
  expect(await download(opened, file.file_id)).toBe(await hashOfFile(path))
  const again = await send(opened.api, file.file_id)
  expect(fileOf(again, kind).file_unique_id).toBe(file.file_unique_id)
  expect(await download(opened, fileOf(again, kind).file_id)).toBe(await hashOfFile(path))
  expect((await opened.state()).telegram.chats[0]?.messages.map(({ content }) => content?.kind)).toEqual([kind, kind])
})

it.each(KINDS)('a file_id of a %s is good for its kind only', async (kind, name, send) => {
  const { api, ask } = await openSandbox()
  const { file_id } = fileOf(
    await send(api, new InputFile(await sample(name, kind === 'photo' ? png() : undefined))),
    kind,
  )
  const [method, field] = kind === 'video' ? ['sendPhoto', 'photo'] : ['sendVideo', 'video']
  const { error_code, description } = await ask(method, { chat_id: 111, [field]: file_id })
  expect([error_code, description]).toEqual([
    400,
    expect.stringMatching(/^Bad Request: can't use file of type \w+ as \w+$/),
  ])
})

it('keeps a photo in three sizes', async () => {
  const { api } = await openSandbox()
  const { photo } = await api.sendPhoto(111, new InputFile(await sample('a.png', png(3_000, 1_500))))
  expect(photo.map(({ width, height }) => [width, height])).toEqual([
    [90, 45],
    [320, 160],
    [1_280, 640],
  ])
  expect(new Set(photo.map(({ file_unique_id: id }) => id)).size).toBe(3)
})

const SENDS = { photo: 'sendPhoto', document: 'sendDocument', sticker: 'sendSticker' } as const
it.each([
  ['nothing', 'photo', undefined, 'there is no photo in the request'],
  ['an unknown id', 'document', 'BQACAgIAAxkBnothing', 'wrong file identifier/HTTP URL specified'],
  ['a file that is not attached', 'document', 'attach://nothing', 'there is no document in the request'],
  ['an address on the net', 'document', 'https://example.com/a.pdf', 'failed to get HTTP URL content'],
] as const)('refuses %s for a file', async (_what, kind, given, why) => {
  const { ask, state } = await openSandbox()
  const answer = await ask(SENDS[kind], { chat_id: 111, ...(given === undefined ? {} : { [kind]: given }) })
  expect(answer).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${why}` })
  expect((await state()).telegram.chats[0]?.messages).toEqual([])
})

it.each([
  ['an empty file', 'sendDocument', new Uint8Array(), 'file must be non-empty'],
  ['a photo that is no picture', 'sendPhoto', Buffer.from('no picture'), 'IMAGE_PROCESS_FAILED'],
  ['a photo like a thread', 'sendPhoto', png(2_100, 100), 'PHOTO_INVALID_DIMENSIONS'],
  ['a photo as large as a wall', 'sendPhoto', png(6_000, 5_000), 'PHOTO_INVALID_DIMENSIONS'],
  [
    'a photo of more than 10 MB',
    'sendPhoto',
    Buffer.concat([png(), Buffer.alloc(10 * 1024 * 1024)]),
    'file of size 10485857 bytes is too big for a photo; the maximum size is 10485760 bytes',
  ],
] as const)('refuses %s', async (_what, method, bytes, why) => {
  const { api } = await openSandbox()
  const file = new InputFile(await sample('a', bytes))
  const sent = method === 'sendPhoto' ? api.sendPhoto(111, file) : api.sendDocument(111, file)
  await expect(sent).rejects.toMatchObject({ error_code: 400, description: `Bad Request: ${why}` })
})

it('takes a caption of 1,024 and not more, counted as Telegram counts', async () => {
  const { api, ask } = await openSandbox()
  const { document } = await api.sendDocument(111, new InputFile(await sample('a.pdf')), {
    caption: `  ${'а'.repeat(1_022)}😀  `,
    caption_entities: [{ type: 'bold', offset: 2, length: 5 }],
  })
  const more = { chat_id: 111, document: document.file_id, caption: 'а'.repeat(1_025) }
  expect(await ask('sendDocument', more)).toMatchObject({ description: 'Bad Request: message caption is too long' })
  const inside = { caption: '👍', caption_entities: [{ type: 'bold', offset: 1, length: 1 }] }
  expect(await ask('sendDocument', { ...more, ...inside })).toMatchObject({ ok: false, error_code: 400 })
  const parsed = { caption: '<b>a</b>', parse_mode: 'HTML' }
  expect(await ask('sendDocument', { ...more, ...parsed })).toMatchObject({ ok: false, error_code: 400 })
})

it('gives a link only for a file it knows, and for an hour', async () => {
  const { api, ask, url, time } = await openSandbox()
  expect(await ask('getFile', { file_id: 'x' })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: invalid file_id',
  })
  const { document } = await api.sendDocument(111, new InputFile(await sample('a.pdf')))
  const link = (token: string, path = '') => fetch(`${url}/telegram/file/bot${token}/${path}`)
  expect((await link(TOKEN, 'documents/file_0.pdf')).status).toBe(404)
  const { file_path: path } = await api.getFile(document.file_id)
  expect(path).toBe('documents/file_0.pdf')
  const answer = await link(TOKEN, path)
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '3000'])
  await answer.arrayBuffer()
  expect((await link('7000000001:wrong', path)).status).toBe(401)
  time.now += 3_601_000
  expect(await (await link(TOKEN, path)).json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
})

it('knows its files after a restart', async () => {
  const { dirname, join } = await import('node:path')
  const path = await sample('a.pdf')
  const journalFile = join(dirname(path), 'sandbox.jsonl')
  const before = await openSandbox({ journalFile })
  const { document } = await before.api.sendDocument(111, new InputFile(path))
  await before.close()
  const after = await openSandbox({ journalFile })
  expect(await download(after, document.file_id)).toBe(await hashOfFile(path))
})

it('does not take a form that breaks off, and keeps nothing of it', async () => {
  const { url, ask } = await openSandbox()
  const answer = await fetch(`${url}/telegram/bot${TOKEN}/sendDocument?chat_id=111`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\ncontent-disposition: form-data; name="document"; filename="a.pdf"\r\n\r\nhalf of',
  })
  expect(await answer.json()).toMatchObject({ ok: false, error_code: 400 })
  expect((await ask('getMe')).ok).toBe(true)
})
