import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { connectSocket, openSlack, refused, type Slack } from '../support.ts'
import { bearer, type FileJson, fileInfo, sha256, sharedIn, temporaryFolder, upload } from './files-support.ts'

type Posted = Record<string, unknown> & { files: FileJson[] }

describe('the bot’s own files', () => {
  it('are on a message some time after Slack has said yes', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const bytes = randomBytes(3_000)
    const root = await slack.web.chat.postMessage({ channel: 'C0SEO', text: 'раз' })
    const [first, second] = [await upload(slack, 'Смета.pdf', bytes), await upload(slack, 'b.png', 'png')]
    const done = await slack.web.files.completeUploadExternal({
      files: [{ id: first, title: 'Смета' }, { id: second }],
      channel_id: 'C0SEO',
      thread_ts: root.ts ?? '',
      initial_comment: 'вот',
    })
    expect(done.files).toMatchObject([
      { id: first, title: 'Смета', mimetype: '', shares: {} },
      { id: second, title: 'b.png' },
    ])
    expect(slack.conversation('C0SEO').messages).toHaveLength(1)

    const { ts } = (await sharedIn(slack, 'C0SEO')) ?? { ts: '' }
    const info = await fileInfo(slack, first)
    expect(info).toMatchObject({
      ...{ name: 'Смета.pdf', title: 'Смета', size: 3_000, mode: 'hosted', user: 'U0LIAISON', channels: ['C0SEO'] },
      ...{ mimetype: 'application/pdf', filetype: 'pdf', pretty_type: 'PDF' },
      shares: { public: { C0SEO: [{ ts, thread_ts: root.ts }] } },
    })
    const event = await slack.until(() => socket.events().find(({ subtype }) => subtype === 'file_share'))
    expect(event).toMatchObject({ bot_id: 'B0LIAISON', user: 'U0LIAISON', text: 'вот', ts, thread_ts: root.ts })
    expect((event as Posted).files.map(({ id }) => id)).toEqual([first, second])
    const thread = await slack.web.conversations.replies({ channel: 'C0SEO', ts: root.ts ?? '' })
    expect(thread.messages?.[1]).toMatchObject({ ts, files: [{ id: first }, { id: second }] })

    const answer = await fetch(info.url_private_download ?? '', { headers: bearer })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Смета.pdf'))
    expect(sha256(await answer.bytes())).toBe(sha256(bytes))
  })

  it('go the whole way through the library’s own upload', async () => {
    const slack = await openSlack()
    const bytes = randomBytes(100_000)
    await slack.web.filesUploadV2({
      channel_id: 'C0SEO',
      initial_comment: 'оба',
      file_uploads: [
        { file: bytes, filename: 'a.bin' },
        { content: 'print(1)\n', filename: 'a.py', snippet_type: 'python' },
      ],
    })
    const shared = await sharedIn(slack, 'C0SEO')
    expect(shared).toMatchObject({
      text: 'оба',
      files: [
        { name: 'a.bin', size: 100_000 },
        { name: 'a.py', mode: 'snippet', preview: 'print(1)\n' },
      ],
    })
    const info = await fileInfo(slack, shared?.files[0]?.id ?? '')
    const answer = await fetch(info.url_private ?? '', { headers: bearer })
    expect(sha256(await answer.bytes())).toBe(sha256(bytes))
  })

  it('wait as long as they are told to, or for ever', async () => {
    const slack = await openSlack()
    await slack.act('share-delay', { ms: 'never' })
    const lost = await upload(slack, 'a.txt', 'x')
    await slack.web.files.completeUploadExternal({ files: [{ id: lost }], channel_id: 'C0SEO' })
    await slack.act('share-delay', { ms: 0 })
    const shared = await upload(slack, 'b.txt', 'x')
    await slack.web.files.completeUploadExternal({ files: [{ id: shared }], channel_id: 'C0SEO' })
    await sharedIn(slack, 'C0SEO')
    expect(slack.conversation('C0SEO').messages.flatMap(({ files }) => files.map(({ id }) => id))).toEqual([shared])
    expect(await fileInfo(slack, lost)).toMatchObject({ mimetype: '', shares: {} })
    expect((await slack.act('share-delay', { ms: -1 })).status).toBe(400)
  })

  it.each([
    ['has left', 'kick', 'not_in_channel'],
    ['may not write any more', 'archive', 'is_archived'],
  ])('are not shared where the bot %s meanwhile', async (_what, act, error) => {
    const slack = await openSlack()
    const id = await upload(slack, 'a.txt', 'x')
    await slack.web.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SEO' })
    await slack.act(act, { user: 'U0ANNA', channel: 'C0SEO' })
    await slack.until(async () => (await fileInfo(slack, id)).mimetype !== '')
    expect(slack.conversation('C0SEO').messages).toEqual([])
    const files: [{ id: string }] = [{ id: await upload(slack, 'b.txt', 'x') }]
    await refused(slack.web.files.completeUploadExternal({ files, channel_id: 'C0SEO' }), error)
  })

  it('are shared after a restart when that was promised before, and are still there', async () => {
    const journal: Slack['journal'] = []
    const { folder, remove } = await temporaryFolder()
    const before = await openSlack({ journal, folder })
    await before.act('share-delay', { ms: 60_000 })
    const id = await upload(before, 'a.txt', 'слова')
    await before.web.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SEO' })
    await before.close()
    const after = await openSlack({ journal: JSON.parse(JSON.stringify(journal)), folder })
    await sharedIn(after, 'C0SEO')
    const { url_private = '' } = await fileInfo(after, id)
    expect(await (await fetch(url_private, { headers: bearer })).text()).toBe('слова')
    await after.close()
    await remove()
  })

  it('stay on a message that is edited, and go with one that is deleted', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const id = await upload(slack, 'a.txt', 'x')
    const block = { type: 'section', text: { type: 'mrkdwn', text: 'Карточка' } }
    await slack.web.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SEO', blocks: [block] })
    const { ts = '', blocks } = (await sharedIn(slack, 'C0SEO')) ?? {}
    expect(blocks).toMatchObject([block])
    await slack.web.chat.update({ channel: 'C0SEO', ts, text: '', blocks: [] })
    const changed = await slack.until(() => socket.events().find(({ subtype }) => subtype === 'message_changed'))
    expect(changed).toMatchObject({ message: { ts, files: [{ id }] }, previous_message: { files: [{ id }] } })
    await slack.web.chat.delete({ channel: 'C0SEO', ts })
    const deleted = await slack.until(() => socket.events().find(({ subtype }) => subtype === 'message_deleted'))
    expect(deleted).toMatchObject({ deleted_ts: ts, previous_message: { files: [{ id }] } })
    expect((await fileInfo(slack, id)).shares).toEqual({})
  })

  it('are listed, and deleted for good', async () => {
    const slack = await openSlack()
    const id = await upload(slack, 'a.txt', 'x')
    await slack.web.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SEO' })
    await sharedIn(slack, 'C0SEO')
    const { url_private = '' } = await fileInfo(slack, id)
    await slack.act('file', { user: 'U0OLEG', channel: 'C0SEO', files: [{ base64: 'eA==', name: 'b.txt' }] })
    const names = async (more: object) => (await slack.web.files.list(more)).files?.map(({ name }) => name)
    expect(await names({ channel: 'C0SEO' })).toEqual(['b.txt', 'a.txt'])
    expect(await names({ user: 'U0LIAISON' })).toEqual(['a.txt'])
    await slack.web.files.delete({ file: id })
    await refused(slack.web.files.info({ file: id }), 'file_deleted')
    expect((await fetch(url_private, { headers: bearer })).status).toBe(404)
    const { messages } = await slack.web.conversations.history({ channel: 'C0SEO' })
    expect(messages?.map(({ files }) => files?.[0])).toMatchObject([{ name: 'b.txt' }, { id, mode: 'tombstone' }])
  })
})
