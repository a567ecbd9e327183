import { describe, expect, it } from 'vitest'
import { openSlack, refused } from '../support.ts'
import { place, sharedIn, upload } from './files-support.ts'

describe('the upload address', () => {
  it('takes a form as well as bytes, and only once', async () => {
    const slack = await openSlack()
    const { url, id } = await place(slack, 'a.txt', 3)
    const form = new FormData()
    form.set('filename', 'a.txt')
    form.set('file', new Blob(['abc']), 'a.txt')
    form.set('second', new Blob(['ignored']), 'b.txt')
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200)
    const again = await fetch(url, { method: 'POST', body: 'abc' })
    expect([again.status, await again.text()]).toEqual([400, 'already_uploaded'])
    await slack.web.files.completeUploadExternal({ files: [{ id }] })
    await refused(slack.web.files.completeUploadExternal({ files: [{ id }] }), 'file_not_found')
  })

  it.each([
    ['too short', 'ab'],
    ['too long', 'x'.repeat(5_000_000)],
  ])('refuses what is %s, and waits for the right bytes', async (_what, body) => {
    const slack = await openSlack()
    const { url, id } = await place(slack, 'a.txt', 3)
    const answer = await fetch(url, { method: 'POST', body })
    expect([answer.status, await answer.text()]).toEqual([400, 'wrong_length'])
    await refused(slack.web.files.completeUploadExternal({ files: [{ id }] }), 'file_not_found')
    expect((await fetch(url, { method: 'POST', body: 'abc' })).status).toBe(200)
  })

  it('refuses forms that hold no file or break off, and addresses it never gave', async () => {
    const slack = await openSlack()
    const { url } = await place(slack, 'a.txt', 3)
    const send = async (address: string, body: string, type = 'multipart/form-data; boundary=b') => {
      const answer = await fetch(address, { method: 'POST', body, headers: { 'content-type': type } })
      return [answer.status, await answer.text()]
    }
    const part = '--b\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nabc'
    const bad = [400, 'invalid_form_data']
    expect(await send(url, '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nabc\r\n--b--\r\n')).toEqual(bad)
    expect(await send(url, part)).toEqual(bad)
    expect(await send(url, part, 'multipart/form-data')).toEqual(bad)
    expect(await send(`${slack.url}/slack/upload/v1/F0-x`, 'abc')).toEqual([404, 'not_found'])
    expect(await send(`${url}x`, 'abc')).toEqual([404, 'not_found'])
    expect(await send(url, `${part}\r\n--b--\r\n`)).toEqual([200, 'OK - 3'])
  })
})

describe('refusals', () => {
  it.each([
    ['files.getUploadURLExternal', { filename: 'a', length: 0 }, 'invalid_arguments'],
    ['files.getUploadURLExternal', { length: 1 }, 'invalid_arguments'],
    ['files.getUploadURLExternal', { filename: 'a', length: 1024 ** 3 + 1 }, 'file_upload_size_restricted'],
    ['files.getUploadURLExternal', { filename: 'a', length: 2_000_000, snippet_type: 'python' }, 'snippet_too_large'],
    ['files.getUploadURLExternal', { filename: 'a', length: 1, alt_txt: 'x'.repeat(1_001) }, 'alt_txt_too_large'],
    ['files.completeUploadExternal', { files: [] }, 'invalid_arguments'],
    ['files.completeUploadExternal', { files: 'no' }, 'invalid_arguments'],
    ['files.completeUploadExternal', { files: [{ id: 'F0NONE' }] }, 'file_not_found'],
    ['files.info', { file: 'F0NONE' }, 'file_not_found'],
    ['files.info', {}, 'invalid_arguments'],
    ['files.delete', { file: 'F0NONE' }, 'file_not_found'],
  ])('%s %o: %s', async (method, args, error) => {
    const slack = await openSlack()
    await refused(slack.web.apiCall(method, args), error)
  })

  it.each([
    ['channel_not_found', { channel_id: 'C0NOWHERE' }],
    ['channel_not_found', { channel_id: 'C0SECRET' }],
    ['not_in_channel', { channel_id: 'C0GENERAL' }],
    ['invalid_arguments', { channel_id: 'C0SEO', thread_ts: 'x' }],
    ['invalid_blocks', { channel_id: 'C0SEO', blocks: [{ type: 'marquee' }] }],
  ])('%s leaves the file to be shared elsewhere: %o', async (error, where) => {
    const slack = await openSlack()
    const id = await upload(slack, 'a.txt', 'x')
    await refused(slack.web.apiCall('files.completeUploadExternal', { files: [{ id }], ...where }), error)
    await slack.web.apiCall('files.completeUploadExternal', { files: [{ id }], channel_id: 'C0SEO' })
    expect(await sharedIn(slack, 'C0SEO')).toBeTruthy()
  })

  it('takes each file once in a message', async () => {
    const slack = await openSlack()
    const id = await upload(slack, 'a.txt', 'x')
    await refused(slack.web.files.completeUploadExternal({ files: [{ id }, { id }] as never }), 'invalid_arguments')
  })

  it('names the scopes that are missing', async () => {
    const slack = await openSlack({ seed: { scopes: ['chat:write'] } })
    for (const [method, needed] of [
      ['files.getUploadURLExternal', 'files:write'],
      ['files.completeUploadExternal', 'files:write'],
      ['files.delete', 'files:write'],
      ['files.info', 'files:read'],
      ['files.list', 'files:read'],
    ] as const) {
      expect(await refused(slack.web.apiCall(method, {}), 'missing_scope')).toMatchObject({ needed })
    }
  })

  it('does not delete what is somebody else’s', async () => {
    const slack = await openSlack()
    const files = [{ base64: 'eA==', name: 'b.txt' }]
    const said = await slack.act('file', { user: 'U0OLEG', channel: 'C0SEO', files })
    await refused(slack.web.files.delete({ file: said.body.files?.[0] ?? '' }), 'cant_delete_file')
  })
})
