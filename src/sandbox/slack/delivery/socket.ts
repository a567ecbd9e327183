/** Socket Mode: the WebSocket connections an app has open, and envelopes over them. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Envelope } from '../workspace/facts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Carrier, Outcome } from './delivery.ts'

const PATH = '/slack/socket/'
/** As many connections as Slack gives one app. */
const CONNECTIONS_MAX = 10
const TICKET_LIFE_MS = 30_000
const PING_EVERY_MS = 10_000

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

type Handed = { readonly socket: WebSocket; readonly done: (outcome: Outcome) => void }

export class SocketMode implements Carrier {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4 * 1024 * 1024 })
  readonly #tickets = new Map<string, number>()
  /** Open connections; the one to be used next comes first. */
  #open: WebSocket[] = []
  readonly #handed = new Map<string, Handed>()
  #pings: NodeJS.Timeout | undefined

  constructor(
    private readonly ws: Workspace,
    private readonly connected: () => void,
  ) {}

  get size(): number {
    return this.#open.length
  }

  /** Takes over the upgrades of the sandbox's server: nothing else there speaks WebSocket. */
  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    this.#pings = setInterval(() => {
      for (const socket of this.#open) socket.ping('Ping from sandbox')
    }, PING_EVERY_MS)
    this.#pings.unref()
  }

  /** For `apps.connections.open`: good for one connection within half a minute. */
  newUrl(): string {
    const ticket = randomBytes(16).toString('hex')
    this.#tickets.set(ticket, Date.now() + TICKET_LIFE_MS)
    return `${this.ws.baseUrl().replace(/^http/, 'ws')}${PATH}?ticket=${ticket}&app_id=${this.ws.seed.bot.appId}`
  }

  ready(): boolean {
    return this.#open.length > 0
  }

  /** Each envelope goes to one of the connections, in turn. */
  carry(envelope: Envelope, timeoutMs: number): Promise<Outcome> {
    const socket = this.#open.shift()
    if (!socket) return Promise.resolve({ kind: 'failed', reason: 'connection_closed', again: true })
    this.#open.push(socket)
    return new Promise((resolve) => {
      const timer = setTimeout(() => done({ kind: 'failed', reason: 'timeout', again: true }), timeoutMs)
      const done = (outcome: Outcome) => {
        clearTimeout(timer)
        this.#handed.delete(envelope.id)
        resolve(outcome)
      }
      this.#handed.set(envelope.id, { socket, done })
      socket.send(JSON.stringify(frameOf(envelope)))
    })
  }

  /** Tells every connection that it will end. After `refresh_requested` the client opens a new one and closes this. */
  disconnect(reason: DisconnectReason): number {
    for (const socket of this.#open) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
    }
    return this.#open.length
  }

  /** Cuts every connection, as a broken network does. */
  cut(): number {
    const open = this.#open
    for (const socket of open) socket.terminate()
    return open.length
  }

  close(): void {
    clearInterval(this.#pings)
    this.cut()
    this.#server.close()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname !== PATH || !this.#redeem(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened))
  }

  #redeem(ticket: string): boolean {
    const expiresAt = this.#tickets.get(ticket)
    this.#tickets.delete(ticket)
    return expiresAt !== undefined && Date.now() <= expiresAt
  }

  #welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    if (this.#open.length >= CONNECTIONS_MAX) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }))
      socket.close()
      return
    }
    socket.on('message', (data) => this.#acknowledged(String(data)))
    socket.on('close', () => this.#closed(socket))
    this.#open.push(socket)
    socket.send(JSON.stringify(this.#hello()))
    this.#changed()
    this.connected()
  }

  #hello() {
    return {
      type: 'hello',
      num_connections: this.#open.length,
      connection_info: { app_id: this.ws.seed.bot.appId },
      debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
    }
  }

  #acknowledged(data: string): void {
    const frame = readFrame(data)
    if (!frame) return
    this.#handed.get(frame.envelope_id)?.done({ kind: 'acked', body: frame.payload })
  }

  /** What this connection had in hand without acknowledging it goes to another. */
  #closed(socket: WebSocket): void {
    this.#open = this.#open.filter((other) => other !== socket)
    this.#changed()
    const lost = [...this.#handed.values()].filter((handed) => handed.socket === socket)
    for (const { done } of lost) done({ kind: 'failed', reason: 'connection_closed', again: true })
  }

  #changed(): void {
    this.ws.kernel.changed({ platform: 'slack', topic: 'slack:app' })
  }
}

function frameOf({ id, type, payload, attempt, reason }: Envelope) {
  const frame = { envelope_id: id, payload, type, accepts_response_payload: type !== 'events_api' }
  return type === 'events_api' ? { ...frame, retry_attempt: attempt, retry_reason: reason } : frame
}

const frameSchema = z.looseObject({
  envelope_id: z.string(),
  payload: z.union([z.record(z.string(), z.unknown()), z.string()]).nullish(),
})

/** What is no acknowledgement is passed over, as Slack does. */
function readFrame(data: string): { envelope_id: string; payload: Record<string, unknown> | string } | undefined {
  try {
    const parsed = frameSchema.safeParse(JSON.parse(data))
    return parsed.success ? { envelope_id: parsed.data.envelope_id, payload: parsed.data.payload ?? {} } : undefined
  } catch {
    return undefined
  }
}
