/** A whole sandbox on a free port, with the people's acts and Telegram's own way of asking. */
import { request } from 'node:http'
import { Api } from 'grammy'
import { afterEach } from 'vitest'
import type { Fault } from '../../../src/sandbox/kernel.ts'
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts'
import { SEED } from '../../../src/sandbox/seed.ts'
import type { SandboxView } from '../../../src/sandbox/view.ts'

export const TOKEN = SEED.telegram.token
export const GROUP = -1001000000001

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

export function afterwards(close: () => Promise<unknown>): void {
  closing.push(close)
}

export type Answer = {
  readonly ok: boolean
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads out of an answer is what it tests
  readonly result?: any
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: Readonly<Record<string, number>>
}

export type Done = {
  readonly status: number
  readonly ok: boolean
  readonly error?: string
  readonly message_id?: number
  readonly update_id?: number
  readonly chat_id?: number
  readonly query_id?: string
}

export type Opened = Awaited<ReturnType<typeof openSandbox>>

export async function openSandbox(options: Partial<SandboxOptions> = {}) {
  const time = { now: Date.UTC(2026, 10, 25, 9) }
  const sandbox = await startSandbox({ port: 0, now: () => time.now, ...options })
  let isOpen = true
  const close = async () => {
    if (isOpen) await sandbox.close()
    isOpen = false
  }
  afterwards(close)
  const { url, telegramApiRoot } = sandbox

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const act = async (name: string, body: object): Promise<Done> => {
    const answer = await post(`/control/telegram/${name}`, body)
    return { status: answer.status, ...((await answer.json()) as Omit<Done, 'status'>) }
  }
  /** Like a bot: the answer as Telegram words it, whatever it is. */
  const ask = async (method: string, args: object = {}, signal?: AbortSignal): Promise<Answer> => {
    const answer = await fetch(`${telegramApiRoot}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
      ...(signal ? { signal } : {}),
    })
    return (await answer.json()) as Answer
  }
  return {
    url,
    time,
    close,
    post,
    act,
    ask,
    api: new Api(TOKEN, { apiRoot: telegramApiRoot }),
    state: async () => (await (await fetch(`${url}/control/state`)).json()) as SandboxView,
    fault: async (fault: Fault) => (await post('/control/faults', fault)).json(),
    /** A request with whatever headers, which fetch would not send. */
    raw: (path: string, headers: Record<string, string>, method = 'GET', body = '') =>
      new Promise<number>((resolve, reject) => {
        const sent = request(`${url}${path}`, { method, headers }, (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        })
        sent.on('error', reject)
        sent.end(body)
      }),
  }
}
