import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSlack, SEED, type Slack } from '../support.ts'
import { bearer, fileInfo, place, sha256, upload } from './files-support.ts'

async function sent(slack: Slack, file: { base64: string; name: string; mimetype?: string }, channel = 'C0SEO') {
  const { body } = await slack.act('file', { user: 'U0ANNA', channel, files: [file] })
  const id = body.files?.[0] ?? ''
  return { id, url: `${slack.url}/slack/files-pri/T0STUDIO-${id}/${file.name}` }
}
const text = { base64: 'eA==', name: 'a.txt' }

it('shows who has no right the page where people sign in', async () => {
  const slack = await openSlack()
  const { url } = await sent(slack, text)
  for (const headers of [{}, { authorization: 'Bearer xoxb-wrong' }, { authorization: `Bearer ${SEED.appToken}` }]) {
    const answer = await fetch(url, { headers })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('Sign in')
  }
  expect(slack.calls.at(-1)).toMatchObject({ method: 'files.download', ok: false, error: 'not_authed' })
  expect((await fetch(url, { headers: bearer })).headers.get('content-type')).toBe('text/plain')
  const without = await openSlack({ seed: { scopes: ['chat:write'] } })
  const answer = await fetch((await sent(without, text)).url, { headers: bearer })
  expect(answer.headers.get('content-type')).toContain('text/html')
})

it('knows nothing of files where the bot is not', async () => {
  const slack = await openSlack()
  const { id, url } = await sent(slack, text, 'C0SECRET')
  expect((await fetch(url, { headers: bearer })).status).toBe(404)
  await expect(fileInfo(slack, id)).rejects.toMatchObject({ data: { error: 'file_not_found' } })
})

it('lets the page show pictures, and save anything else', async () => {
  const slack = await openSlack()
  const get = async (file: Parameters<typeof sent>[1]) => {
    const { id } = await sent(slack, file)
    const { headers } = await fetch(`${slack.url}/control/slack/files/${id}`)
    return [headers.get('content-disposition')?.split(';')[0], headers.get('x-content-type-options')]
  }
  expect(await get({ base64: 'eA==', name: 'a.png' })).toEqual(['inline', 'nosniff'])
  expect(await get({ base64: 'eA==', name: 'a.html' })).toEqual(['attachment', 'nosniff'])
  expect(await get({ base64: 'eA==', name: 'a.svg' })).toEqual(['attachment', 'nosniff'])
})

describe('faults', () => {
  const fault = (slack: Slack, method: string, what: Slack['faults'][number]['do']) =>
    slack.faults.push({ platform: 'slack', method, do: what })

  it('break an upload before or after the bytes were taken', async () => {
    const slack = await openSlack()
    const { url } = await place(slack, 'a.txt', 1)
    const post = () => fetch(url, { method: 'POST', body: 'x' })
    fault(slack, 'files.upload_url', { kind: 'cut', when: 'before' })
    await expect(post()).rejects.toThrow()
    fault(slack, 'files.upload_url', { kind: 'rate-limit', retryAfter: 7 })
    const limited = await post()
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
    fault(slack, 'files.upload_url', { kind: 'error', error: 'internal' })
    expect((await post()).status).toBe(400)
    fault(slack, 'files.upload_url', { kind: 'cut', when: 'after' })
    await expect(post()).rejects.toThrow()
    expect(await (await post()).text()).toBe('already_uploaded')
  })

  it('break a download in the middle, delay it, refuse it', async () => {
    const slack = await openSlack()
    const bytes = randomBytes(3_000_000)
    const { url } = await sent(slack, { base64: bytes.toString('base64'), name: 'a.bin' })
    const get = () => fetch(url, { headers: bearer })
    fault(slack, 'files.download', { kind: 'cut', when: 'before' })
    await expect(get()).rejects.toThrow()
    fault(slack, 'files.download', { kind: 'cut', when: 'after' })
    const half = await get()
    expect(half.headers.get('content-length')).toBe('3000000')
    await expect(half.bytes()).rejects.toThrow()
    fault(slack, 'files.download', { kind: 'status', status: 503 })
    expect((await get()).status).toBe(503)
    fault(slack, 'files.download', { kind: 'delay', ms: 5 })
    expect(sha256(await (await get()).bytes())).toBe(sha256(bytes))
  })

  it('lose the answer to a completion that was done', async () => {
    const slack = await openSlack()
    const id = await upload(slack, 'a.txt', 'x')
    fault(slack, 'files.completeUploadExternal', { kind: 'cut', when: 'after' })
    const complete = () => slack.web.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SEO' })
    await expect(complete()).rejects.toThrow()
    await expect(complete()).rejects.toMatchObject({ data: { error: 'file_not_found' } })
    await slack.until(() => slack.conversation('C0SEO').messages.length === 1)
    expect(Object.keys((await fileInfo(slack, id)).shares ?? {})).toEqual(['public'])
  })
})
