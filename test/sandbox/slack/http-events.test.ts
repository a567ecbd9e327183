import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isValidSlackRequest } from '@slack/bolt'
import { afterEach, expect, it } from 'vitest'
import { signatureOf } from '../../../src/sandbox/slack/delivery/http-events.ts'
import { openSlack, SEED } from './support.ts'

type Answer = { status?: number; body?: string; headers?: Record<string, string>; silent?: boolean }
type Seen = { headers: IncomingMessage['headers']; body: string }
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** An app that takes what Slack pushes; it repeats the challenge, and otherwise answers what the test gives it. */
async function openApp(answers: Answer[] = []) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const challenge = /"challenge":"(\w+)"/.exec(body)?.[1]
    if (challenge !== undefined) {
      response.end(challenge)
      return
    }
    seen.push({ headers: request.headers, body })
    const { status = 200, body: said = '', headers = {}, silent = false } = answers.shift() ?? {}
    if (!silent) response.writeHead(status, headers).end(said)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/slack`, seen }
}

const oleg = { user: 'U0OLEG', channel: 'C0SEO', text: 'Привет' }

it('signs so that the check of Slack’s own library holds', () => {
  const [timestamp, body] = ['1531420618', 'token=x&команда=%2Fqueue']
  const headers = {
    'x-slack-signature': signatureOf(SEED.signingSecret, timestamp, body),
    'x-slack-request-timestamp': Number(timestamp),
  }
  const given = { signingSecret: SEED.signingSecret, nowMilliseconds: 1531420619_000, headers }
  expect(isValidSlackRequest({ ...given, body })).toBe(true)
  expect(isValidSlackRequest({ ...given, body: `${body}x` })).toBe(false)
})

it('signs what it pushes, and retries with number and reason', async () => {
  const slack = await openSlack({ retryDelaysMs: [0, 0, 0], ackTimeoutMs: 1_000 })
  const app = await openApp([{ status: 500 }, { silent: true }])
  expect((await slack.act('request-url', { eventsUrl: app.url })).status).toBe(200)
  await slack.act('say', oleg)
  await slack.until(() => slack.view().pendingEnvelopes === 0)
  expect(app.seen.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_timeout'],
  ])
  for (const { headers, body } of app.seen) {
    const timestamp = String(headers['x-slack-request-timestamp'])
    expect(Number(timestamp)).toBe(slack.time.now / 1_000)
    expect(headers['x-slack-signature']).toBe(signatureOf(SEED.signingSecret, timestamp, body))
    expect(JSON.parse(body)).toMatchObject({ type: 'event_callback', event: { text: 'Привет' } })
  }
})

it('stops at x-slack-no-retry', async () => {
  const slack = await openSlack({ retryDelaysMs: [0, 0, 0] })
  const app = await openApp([{ status: 500, headers: { 'x-slack-no-retry': '1' } }])
  await slack.act('request-url', { eventsUrl: app.url })
  await slack.act('say', oleg)
  await slack.until(() => slack.view().pendingEnvelopes === 0)
  expect(app.seen).toHaveLength(1)
})

it('pushes interactions and commands as forms, and takes their answers', async () => {
  const slack = await openSlack()
  const app = await openApp([{ body: 'Ничего не ждёт' }])
  await slack.act('request-url', { eventsUrl: app.url })
  await slack.act('command', { user: 'U0ANNA', channel: 'C0SEO', command: '/queue' })
  await slack.until(() => slack.conversation('C0SEO').messages[0]?.text === 'Ничего не ждёт')
  expect(new URLSearchParams(app.seen[0]?.body).get('command')).toBe('/queue')
  const { ts } = (await slack.act('say', oleg)).body
  await slack.act('shortcut', { user: 'U0OLEG', channel: 'C0SEO', ts, callbackId: 'send_to_client' })
  await slack.until(() => slack.view().pendingEnvelopes === 0)
  const payload = new URLSearchParams(app.seen.at(-1)?.body).get('payload')
  expect(JSON.parse(payload ?? '{}')).toMatchObject({ type: 'message_action', message: { text: 'Привет' } })
})

it('takes only an address on this machine that repeats the challenge', async () => {
  const slack = await openSlack()
  const set = (eventsUrl: string | null) => slack.act('request-url', { eventsUrl })
  expect(await set('https://example.com/hooks')).toMatchObject({ status: 400 })
  expect(await set(`${slack.url}/nothing`)).toMatchObject({ status: 409, body: { error: 'url_verification_failed' } })
  expect(await set(null)).toMatchObject({ status: 200 })
})
