import { SocketModeClient } from '@slack/socket-mode'
import { describe } from '../../../src/core/errors.ts'
import { callingOnce, quiet } from '../api/client.ts'
import type { Log } from '../log.ts'
import { ENVELOPE_TYPES, type EnvelopeType } from './envelope.ts'

/** With one, nothing would come for ten seconds whenever Slack renews it; each event comes by one of them. */
const CONNECTIONS = 2
const AGAIN_MS = 5_000
/** How long a stop waits for a connection that does not say goodbye. */
const GOODBYE_MS = 2_000

export type SocketOptions = {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  readonly take: (type: EnvelopeType, payload: unknown) => Promise<unknown>
}

type Envelope = {
  readonly type: string
  readonly body: unknown
  readonly ack: (answer?: Record<string, unknown>) => Promise<void>
}

/** Socket Mode: what comes is stored, and acknowledged only then. */
export class Sockets {
  readonly #options: SocketOptions
  readonly #clients: readonly SocketModeClient[]
  readonly #inHand = new Set<Promise<void>>()
  readonly #connecting: Promise<void>[] = []
  #stopped = false
  #waiting: (() => void)[] = []

  constructor(options: SocketOptions) {
    this.#options = options
    this.#clients = Array.from({ length: CONNECTIONS }, () => this.#client())
  }

  #client(): SocketModeClient {
    const { appToken, apiUrl, log } = this.#options
    const client = new SocketModeClient({
      appToken,
      logger: quiet(log),
      clientOptions: { ...callingOnce(apiUrl, log), timeout: 10_000 },
    })
    client.on('slack_event', (envelope: Envelope) => {
      const doing: Promise<void> = this.#take(envelope).finally(() => this.#inHand.delete(doing))
      this.#inHand.add(doing)
    })
    client.on('error', (error: unknown) => log.warn({ error: describe(error) }, 'Slack: a connection is in trouble'))
    return client
  }

  async #take({ type, body, ack }: Envelope): Promise<void> {
    const known = ENVELOPE_TYPES.find((name) => name === type)
    if (!known) return
    try {
      const answer = await this.#options.take(known, body)
      await ack(answer === undefined ? undefined : (answer as Record<string, unknown>))
    } catch (error) {
      this.#options.log.error({ type, error: describe(error) }, 'Slack: an envelope was not taken over, it comes again')
    }
  }

  /** Resolves after the first attempt of each connection; those that fail are tried again in the background. */
  async start(): Promise<void> {
    await Promise.all(
      this.#clients.map(async (client) => {
        if (!(await this.#connect(client))) this.#connecting.push(this.#keepConnecting(client))
      }),
    )
  }

  async #keepConnecting(client: SocketModeClient): Promise<void> {
    do await this.#rest(AGAIN_MS)
    while (!this.#stopped && !(await this.#connect(client)))
  }

  async #connect(client: SocketModeClient): Promise<boolean> {
    try {
      await client.start()
      return true
    } catch (error) {
      this.#options.log.error(
        { error: describe(error) },
        'Slack: no connection by Socket Mode, trying again; if it stays so, check SLACK_APP_TOKEN',
      )
      return false
    }
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** Takes no more, and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const wake of this.#waiting.splice(0)) wake()
    await Promise.all(this.#connecting)
    await Promise.all(this.#inHand)
    await Promise.all(this.#clients.map((client) => this.#disconnect(client)))
  }

  async #disconnect(client: SocketModeClient): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GOODBYE_MS)
    })
    try {
      await Promise.race([client.disconnect(), limit])
    } catch (error) {
      this.#options.log.debug({ error: describe(error) }, 'Slack: a connection was gone already')
    } finally {
      clearTimeout(timer)
    }
  }
}
