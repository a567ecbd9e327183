import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connectSocket, openSlack, type Slack } from '../support.ts'
import { bearer, type FileJson, fileInfo, sha256, temporaryFolder } from './files-support.ts'

const oleg = { user: 'U0OLEG', channel: 'C0SEO' }
const base64 = (text: string) => Buffer.from(text).toString('base64')
const note = { base64: base64('слова'), name: 'note.txt' }

/** Oleg sends; what the app is told. */
async function told(slack: Slack, socket: Awaited<ReturnType<typeof connectSocket>>, body: object) {
  const { status, body: answer } = await slack.act('file', { ...oleg, ...body })
  expect([status, answer]).toMatchObject([200, { ok: true }])
  const event = await slack.until(() => socket.events().find(({ ts }) => ts === answer.ts))
  return { ts: answer.ts ?? '', event: event as Record<string, unknown> & { files: FileJson[] } }
}

it('sends files from disk and from the request as one message', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const { folder, remove } = await temporaryFolder()
  const picture = Buffer.from('89504e470d0a1a0a', 'hex')
  await writeFile(join(folder, 'план.png'), picture)
  const { ts, event } = await told(slack, socket, { text: 'вот', files: [{ path: join(folder, 'план.png') }, note] })
  await remove()
  expect(event).toMatchObject({ ...oleg, subtype: 'file_share', text: 'вот', blocks: [{ type: 'rich_text' }] })
  expect(event.files).toMatchObject([
    {
      ...{ name: 'план.png', title: 'план.png', mimetype: 'image/png', filetype: 'png', pretty_type: 'PNG', size: 8 },
      ...{ mode: 'hosted', user: 'U0OLEG', created: slack.time.now / 1_000, file_access: 'visible', is_public: true },
    },
    { name: 'note.txt', mimetype: 'text/plain', filetype: 'text', size: 10 },
  ])
  expect(socket.events()).toHaveLength(1)
  const bytes = await (await fetch(event.files[0]?.url_private ?? '', { headers: bearer })).bytes()
  expect(sha256(bytes)).toBe(sha256(picture))
  const { messages = [] } = await slack.web.conversations.history({ channel: 'C0SEO' })
  expect(messages[0]).toMatchObject({ ts, files: event.files })
  expect(messages[0]?.subtype).toBeUndefined()
  expect(slack.conversation('C0SEO').messages[0]?.files).toMatchObject([
    { name: 'план.png', address: `control/slack/files/${event.files[0]?.id}` },
    { name: 'note.txt' },
  ])
})

it('answers with a file in a thread, and to the channel too', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const root = (await slack.act('say', { ...oleg, text: 'раз' })).body.ts
  const reply = await told(slack, socket, { files: [note], threadTs: root })
  expect(reply.event).toMatchObject({ subtype: 'file_share', text: '', thread_ts: root })
  const both = await told(slack, socket, { files: [note], threadTs: root, broadcast: true })
  expect(both.event).toMatchObject({ subtype: 'thread_broadcast', files: [{ name: 'note.txt' }], root: { ts: root } })
  const { file } = await slack.web.files.info({ file: reply.event.files[0]?.id ?? '' })
  expect(file?.shares?.public?.C0SEO).toMatchObject([{ ts: reply.ts, thread_ts: root }])
})

it('shows of a snippet its beginning, and of what lies elsewhere only where', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const code = Array.from({ length: 100 }, (_, i) => `print(${i})`).join('\n')
  const { event } = await told(slack, socket, {
    files: [
      { base64: base64(code), name: 'a.py', mode: 'snippet' },
      { mode: 'quip', name: 'План' },
      { mode: 'external', name: 'Смета', permalink: 'https://docs.example/1' },
    ],
  })
  const [snippet, canvas, remote] = event.files
  expect(snippet).toMatchObject({ mode: 'snippet', filetype: 'python', preview: code.slice(0, 44) })
  expect(snippet).toMatchObject({ preview_is_truncated: true, editable: true })
  expect(canvas).toMatchObject({ mode: 'quip', filetype: 'quip', permalink: expect.stringContaining(slack.url) })
  expect(remote).toMatchObject({ mode: 'external', is_external: true, permalink: 'https://docs.example/1' })
  for (const file of [canvas, remote]) expect(file?.url_private).toBeUndefined()
  const nothing = `${slack.url}/slack/files-pri/T0STUDIO-${canvas?.id}/x`
  expect((await fetch(nothing, { headers: bearer })).status).toBe(404)
})

it('tells of a file of another workspace only that files.info knows it', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const { event } = await told(slack, socket, { files: [{ ...note, file_access: 'check_file_info' }] })
  const id = event.files[0]?.id ?? ''
  const stub = { id, mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' }
  expect(event.files).toEqual([stub])
  expect(await fileInfo(slack, id)).toMatchObject({ name: 'note.txt', url_private: expect.any(String) })
  const { messages } = await slack.web.conversations.history({ channel: 'C0SEO' })
  expect(messages?.[0]?.files?.[0]?.name).toBe('note.txt')
})

it('edits and deletes a message with files', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const { ts, event } = await told(slack, socket, { text: 'вот', files: [note] })
  await slack.act('edit', { ...oleg, ts, text: 'вот это' })
  await slack.act('edit', { ...oleg, ts, text: '' })
  await slack.act('delete', { ...oleg, ts })
  await slack.until(() => socket.events().length === 4)
  const files = [{ id: event.files[0]?.id }]
  expect(socket.events().slice(1)).toMatchObject([
    { subtype: 'message_changed', message: { ts, text: 'вот это', files }, previous_message: { text: 'вот', files } },
    { subtype: 'message_changed', message: { ts, text: '', files } },
    { subtype: 'message_deleted', deleted_ts: ts, previous_message: { files } },
  ])
})

it('deletes one file of several, which leaves a tombstone', async () => {
  const slack = await openSlack()
  const socket = await connectSocket(slack)
  const { event } = await told(slack, socket, { files: [note, { ...note, name: 'b.txt' }] })
  const [gone, kept] = event.files
  expect(await slack.act('delete-file', { user: 'U0ANNA', file: gone?.id })).toMatchObject({ status: 409 })
  expect(await slack.act('delete-file', { user: 'U0OLEG', file: gone?.id })).toMatchObject({ status: 200 })
  expect(await slack.act('delete-file', { user: 'U0OLEG', file: gone?.id })).toMatchObject({ status: 409 })
  const changed = await slack.until(() => socket.events().find(({ subtype }) => subtype === 'message_changed'))
  expect(changed).toMatchObject({
    message: { files: [{ id: gone?.id, mode: 'tombstone' }, { name: kept?.name }] },
    previous_message: { files: [{ name: gone?.name }, { name: kept?.name }] },
  })
  expect(slack.conversation('C0SEO').messages[0]?.files).toMatchObject([{ deleted: true }, { deleted: false }])
  const page = await fetch(`${slack.url}/control/slack/files/${gone?.id}`)
  expect(page.status).toBe(404)
})

it.each([
  ['no_such_file', { files: [{ path: '/nowhere/a.txt' }] }, 409],
  ['channel_not_found', { channel: 'C0NOWHERE', files: [note] }, 409],
  ['not_in_channel', { channel: 'C0SECRET', files: [note] }, 409],
  ['thread_not_found', { threadTs: '1.000000', files: [note] }, 409],
  ['files', { files: [] }, 400],
  ['files', { files: [{ base64: 'не то', name: 'a' }] }, 400],
])('cannot: %s %o', async (error, body, status) => {
  const slack = await openSlack()
  const answer = await slack.act('file', { ...oleg, ...body })
  expect(answer).toMatchObject({ status, body: { error: expect.stringContaining(error) } })
  expect(slack.conversation('C0SEO').messages).toEqual([])
})
