import type { Bot, Flow } from '../../src/core/flow.ts'
import type { Hook } from '../../src/core/hook.ts'
import { boltHandler, type Handler } from './handle/app.ts'
import { FileTaker } from './handle/files.ts'
import { Reader } from './handle/said.ts'
import type { SlackParts } from './parts.ts'
import { storedSchema } from './receive/envelope.ts'
import { httpHook } from './receive/http.ts'
import { Sockets } from './receive/socket.ts'
import { take } from './receive/take.ts'

/** The team's bot: takes envelopes over, and hands stored ones to the flow. */
export class SlackBot implements Bot {
  readonly platform = 'slack'
  readonly hook: Hook
  readonly #sockets: Sockets | undefined
  readonly #handler: Handler

  constructor(parts: SlackParts, flow: Flow) {
    const { options, clients, people, identity } = parts
    const { appToken, signingSecret, apiUrl, botToken, log, clock } = options
    const taking = (type: Parameters<typeof take>[1], payload: unknown) => take(flow, type, payload)
    this.#sockets = appToken === undefined ? undefined : new Sockets({ appToken, apiUrl, log, take: taking })
    const overHttp = appToken === undefined && signingSecret !== undefined
    this.hook = overHttp ? httpHook({ signingSecret, clock, log, take: taking }) : async () => ({ status: 404 })
    const files = new FileTaker({ client: clients.calls, flow, botToken, apiUrl })
    const reader = new Reader(
      people,
      files,
      async () => (await identity()).botUserId,
      (user) => flow.localeOf(user),
    )
    this.#handler = boltHandler({ flow, clients, people, reader, identity, botToken, clock, log })
  }

  handle(body: unknown): Promise<unknown> {
    return this.#handler.handle(storedSchema.parse(body))
  }

  changed(): void {
    this.#handler.changed()
  }

  keepUp(): Promise<void> {
    return this.#handler.keepUp()
  }

  async start(): Promise<void> {
    await this.#sockets?.start()
  }

  async stop(): Promise<void> {
    await this.#sockets?.stop()
  }
}
