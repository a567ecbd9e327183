import type { WebClient } from '@slack/web-api'
import type { Clock } from '../../../src/core/clock.ts'
import { MINUTE } from '../../../src/core/clock.ts'
import type { Names } from '../format/leaves.ts'

/** How people and channels are called is asked once and kept for a while. */
const KEEP_MS = 10 * MINUTE

type Kept = { readonly name: string; readonly until: number }

export class Directory {
  readonly #client: WebClient
  readonly #clock: Clock
  readonly #names = new Map<string, Kept>()

  constructor(client: WebClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  async userName(id: string): Promise<string> {
    return this.#name(id, async () => {
      const { user } = await this.#client.users.info({ user: id })
      return user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name
    })
  }

  async channelName(id: string): Promise<string> {
    return this.#name(id, async () => (await this.#client.conversations.info({ channel: id })).channel?.name)
  }

  /** Names for everybody in a message. One who cannot be looked up is called by their id. */
  async names(of: { readonly users: readonly string[]; readonly channels: readonly string[] }): Promise<Names> {
    const users = new Map(await Promise.all(of.users.map(async (id) => [id, await this.userName(id)] as const)))
    const channels = new Map(
      await Promise.all(of.channels.map(async (id) => [id, await this.channelName(id)] as const)),
    )
    return { user: (id) => users.get(id) ?? id, channel: (id) => channels.get(id) ?? id }
  }

  /** Throws when Slack does not answer, so that the event is taken up again; an id Slack does not know is its own name. */
  async #name(id: string, ask: () => Promise<string | undefined>): Promise<string> {
    const now = this.#clock.now().getTime()
    const kept = this.#names.get(id)
    if (kept && kept.until > now) return kept.name
    const name = (await this.#asked(ask)) || id
    this.#names.set(id, { name, until: now + KEEP_MS })
    return name
  }

  async #asked(ask: () => Promise<string | undefined>): Promise<string | undefined> {
    try {
      return await ask()
    } catch (error) {
      if (isUnknownId(error)) return undefined
      throw error
    }
  }
}

function isUnknownId(error: unknown): boolean {
  const data = error instanceof Error && 'data' in error ? error.data : undefined
  const name = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined
  return (
    typeof name === 'string' &&
    ['user_not_found', 'channel_not_found', 'user_not_visible', 'missing_scope'].includes(name)
  )
}
