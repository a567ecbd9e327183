/** The sandbox's Slack on a server of its own, with the least kernel that keeps the contract, and Slack's own clients. */
import { SocketModeClient } from '@slack/socket-mode'
import { LogLevel, WebClient } from '@slack/web-api'
import { fastify } from 'fastify'
import { afterEach, expect, vi } from 'vitest'
import { Files } from '../../../src/sandbox/files.ts'
import type { Entry, Fault, Kernel } from '../../../src/sandbox/kernel.ts'
import { slackSandbox } from '../../../src/sandbox/slack/index.ts'
import type { SandboxSeed, SlackView } from '../../../src/sandbox/view.ts'

export const SCOPES = [
  ...['app_mentions:read', 'channels:history', 'channels:join', 'channels:read', 'chat:write', 'chat:write.customize'],
  ...[
    'commands',
    'files:read',
    'files:write',
    'groups:history',
    'groups:read',
    'im:history',
    'im:read',
    'im:write',
    'reactions:read',
  ],
  ...['reactions:write', 'team:read', 'users:read', 'users:read.email'],
]

const person = (id: string, name: string, realName: string, locale = 'ru') => {
  return { id, name, realName, isBot: false, locale, tz: 'Europe/Moscow', admin: false }
}

export const SEED: SandboxSeed['slack'] = {
  botToken: 'xoxb-sandbox-liaison',
  appToken: 'xapp-sandbox-liaison',
  signingSecret: 'sandbox-signing-secret',
  scopes: SCOPES,
  team: { id: 'T0STUDIO', name: 'Студия' },
  bot: { id: 'B0LIAISON', userId: 'U0LIAISON', appId: 'A0LIAISON', name: 'liaison' },
  users: [
    person('U0ANNA', 'anna', 'Анна Смирнова'),
    person('U0BORIS', 'boris', 'Boris Lane', 'en'),
    person('U0OLEG', 'oleg', 'Олег Титов'),
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', kind: 'channel', members: ['U0ANNA', 'U0BORIS', 'U0OLEG'] },
    { id: 'C0SEO', name: 'parts-seo', kind: 'channel', members: ['U0ANNA', 'U0BORIS', 'U0OLEG', 'U0LIAISON'] },
    { id: 'C0SECRET', name: 'secret', kind: 'private', members: ['U0ANNA'] },
  ],
  shortcuts: [{ callbackId: 'send_to_client', name: 'Send to client' }],
  commands: [{ command: '/queue', description: 'What waits for you' }],
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Options = {
  readonly seed?: Partial<SandboxSeed['slack']>
  readonly journal?: Entry<unknown>[]
  /** Of the bytes; without it they are gone with this sandbox. */
  readonly folder?: string
  readonly ackTimeoutMs?: number
  readonly retryDelaysMs?: readonly number[]
}

export type Slack = Awaited<ReturnType<typeof openSlack>>

export async function openSlack({ seed = {}, journal = [], folder, ...delivery }: Options = {}) {
  const time = { now: Date.UTC(2026, 10, 25, 9) }
  const faults: Fault[] = []
  const calls: { method: string; ok: boolean; error?: string }[] = []
  const files = new Files(folder)
  const kernel: Kernel = {
    now: () => time.now,
    files,
    record(platform, data) {
      const entry = { platform, at: time.now, data: structuredClone(data) }
      journal.push(entry)
      platformSandbox.apply(entry)
    },
    changed: () => {},
    takeFault: (_platform, method) => {
      const at = faults.findIndex((fault) => fault.method === '*' || fault.method === method)
      return at < 0 ? undefined : faults.splice(at, 1)[0]
    },
    note: (call) => calls.push(call),
  }
  const platformSandbox = slackSandbox(kernel, { ...SEED, ...seed }, delivery)
  for (const entry of [...journal]) platformSandbox.apply(entry)
  const app = fastify({ forceCloseConnections: true })
  platformSandbox.routes(app)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  platformSandbox.start()
  const close = async () => {
    await platformSandbox.stop()
    await app.close()
    await files.close()
  }
  closing.push(close)

  const view = () => platformSandbox.view() as SlackView
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    url,
    time,
    faults,
    calls,
    journal,
    view,
    post,
    close,
    web: webClient(url, SEED.botToken),
    /** Somebody does something; the answer of the control API. */
    async act(name: string, body: object): Promise<{ status: number; body: Record<string, string> }> {
      const answer = await post(`/control/slack/${name}`, body)
      return { status: answer.status, body: (await answer.json()) as Record<string, string> }
    },
    conversation(id: string) {
      const found = view().conversations.find((conversation) => conversation.id === id)
      if (!found) throw new Error(`no ${id}`)
      return found
    },
    /** Resolves when `seen` finds what it looks for. */
    until: <T>(seen: () => T) => vi.waitUntil(seen, { timeout: 10_000, interval: 5 }),
  }
}

export function webClient(url: string, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${url}/slack/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: quiet,
  })
}

type Received = { type: string; body: Body; envelope_id: string; retry_num?: number }
type Body = Record<string, unknown> & { event?: Record<string, unknown>; event_id?: string }
type Ack = (response?: Record<string, unknown> | string) => Promise<void>

/** A real Socket Mode client. `answer` says what each envelope is acknowledged with; `undefined` is no acknowledgement. */
export async function connectSocket(
  slack: Slack,
  answer: (received: Received) => Record<string, unknown> | string | undefined = () => ({}),
) {
  const received: Received[] = []
  const client = new SocketModeClient({
    appToken: SEED.appToken,
    clientOptions: { slackApiUrl: `${slack.url}/slack/api/` },
    clientPingTimeout: 300,
    logger: quiet,
  })
  client.on('error', () => {})
  client.on('slack_event', async ({ ack, ...envelope }: Received & { ack: Ack }) => {
    received.push(envelope)
    const response = answer(envelope)
    if (response !== undefined) await ack(response)
  })
  await client.start()
  closing.push(() => client.disconnect())
  return {
    client,
    received,
    events: () => received.flatMap(({ body }) => (body.event ? [body.event] : [])),
    next: (type: string) =>
      vi.waitUntil(() => received.find((one) => one.type === type || one.body.event?.type === type), {
        timeout: 10_000,
        interval: 5,
      }),
  }
}

/** The promise is refused by Slack with this error. */
export async function refused(call: Promise<unknown>, error: string): Promise<Record<string, unknown>> {
  const thrown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(thrown).toMatchObject({ data: { ok: false, error } })
  return (thrown as { data: Record<string, unknown> }).data
}

const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}
