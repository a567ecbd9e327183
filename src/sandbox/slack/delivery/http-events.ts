/** The other way to the app: signed HTTP requests to the address it gave for events, interactions and commands. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Envelope, Json } from '../workspace/facts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Carrier, Outcome } from './delivery.ts'

export class HttpEvents implements Carrier {
  readonly #stopped = new AbortController()

  constructor(private readonly ws: Workspace) {}

  ready(): boolean {
    return this.ws.state.requestUrl !== null
  }

  async carry(envelope: Envelope, timeoutMs: number): Promise<Outcome> {
    const url = this.ws.state.requestUrl
    if (url === null) return { kind: 'failed', reason: 'connection_failed', again: true }
    try {
      const answer = await this.#push(url, bodyOf(envelope), retryHeaders(envelope), timeoutMs)
      const text = await answer.text()
      if (answer.ok) return { kind: 'acked', body: readAnswer(text) }
      return { kind: 'failed', reason: 'http_error', again: answer.headers.get('x-slack-no-retry') !== '1' }
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError'
      return { kind: 'failed', reason: timedOut ? 'http_timeout' : 'connection_failed', again: true }
    }
  }

  /** Slack takes an address only when what is there repeats its challenge. Says what is wrong, if anything. */
  async verify(url: string): Promise<string | undefined> {
    const challenge = randomBytes(24).toString('hex')
    const body = JSON.stringify({ token: 'sandbox-verification-token', challenge, type: 'url_verification' })
    try {
      const answer = await this.#push(url, { type: 'application/json', text: body }, {}, 3_000)
      const text = await answer.text()
      if (!answer.ok) return `it answered ${answer.status}`
      return text.includes(challenge) ? undefined : 'it did not repeat the challenge'
    } catch (error) {
      return `it could not be reached: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  close(): void {
    this.#stopped.abort()
  }

  #push(url: string, body: Body, headers: Record<string, string>, timeoutMs: number): Promise<Response> {
    const timestamp = String(Math.floor(this.ws.now() / 1_000))
    return fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': body.type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signatureOf(this.ws.seed.signingSecret, timestamp, body.text),
        ...headers,
      },
      body: body.text,
      signal: AbortSignal.any([AbortSignal.timeout(Math.max(timeoutMs, 1)), this.#stopped.signal]),
    })
  }
}

/** `v0=` and the HMAC of version, time and raw body: what the app checks a request by. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

type Body = { readonly type: string; readonly text: string }
const FORM = 'application/x-www-form-urlencoded'

/** Events are JSON, interactions JSON inside a form, commands a form. */
function bodyOf({ type, payload }: Envelope): Body {
  if (type === 'events_api') return { type: 'application/json', text: JSON.stringify(payload) }
  if (type === 'interactive') return { type: FORM, text: formOf({ payload: JSON.stringify(payload) }) }
  return { type: FORM, text: formOf(payload) }
}

function formOf(fields: Json): string {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()
}

function retryHeaders({ type, attempt, reason }: Envelope): Record<string, string> {
  if (type !== 'events_api' || attempt === 0) return {}
  return { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason }
}

function readAnswer(text: string): Json | string {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : text
  } catch {
    return text
  }
}
