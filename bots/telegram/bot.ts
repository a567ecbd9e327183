import type { Update, UserFromGetMe } from 'grammy/types'
import { describe } from '../../src/core/errors.ts'
import type { Bot, Flow, RawEvent } from '../../src/core/flow.ts'
import type { Hook } from '../../src/core/hook.ts'
import { LOCALES } from '../../src/core/ids.ts'
import { inWords, type TelegramApi } from './api/api.ts'
import { grammyRouter } from './drivers/grammy.ts'
import { botIdOf } from './ids.ts'
import type { Log } from './log.ts'
import { handlers } from './receive/handlers.ts'
import { ALLOWED_UPDATES, poll, rest } from './receive/poll.ts'
import { laneOf, readUpdate } from './receive/update.ts'
import { webhook } from './receive/webhook.ts'
import { say } from './text.ts'

export type BotOptions = {
  readonly token: string
  readonly apiRoot: string
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined
  readonly api: TelegramApi
  readonly log: Log
}

const RETRY_MS = 5_000

/** The clients' bot: takes updates over, and hands stored ones to the flow. */
export class TelegramBot implements Bot {
  readonly platform = 'telegram'
  readonly hook: Hook
  readonly #options: BotOptions
  readonly #flow: Flow
  readonly #stopping = new AbortController()
  #running: Promise<void> | undefined
  #router: Promise<(update: Update) => Promise<void>> | undefined

  constructor(options: BotOptions, flow: Flow) {
    this.#options = options
    this.#flow = flow
    const store = (updates: readonly Update[]) => flow.receive(updates.map((update) => this.#eventOf(update)))
    const { log, webhook: hooked } = options
    this.hook = hooked ? webhook({ secret: hooked.secret, store, log }) : async () => ({ status: 404 })
    this.#store = store
  }
  readonly #store: (updates: readonly Update[]) => Promise<void>

  #eventOf(update: Update): RawEvent {
    return {
      platform: 'telegram',
      eventId: `${botIdOf(this.#options.token)}:${update.update_id}`,
      lane: laneOf(update),
      body: update,
    }
  }

  async handle(body: unknown): Promise<void> {
    const update = readUpdate(body)
    this.#router ??= this.#route()
    const router = this.#router
    try {
      await (await router)(update)
    } catch (error) {
      // A router that could not be made (Telegram did not answer who we are) is tried for again with the next update.
      if (
        await router.then(
          () => false,
          () => true,
        )
      )
        this.#router = undefined
      throw error
    }
  }

  async #route(): Promise<(update: Update) => Promise<void>> {
    const { token, apiRoot, api } = this.#options
    const me = await whoWeAre(api)
    return grammyRouter({ token, apiRoot, me }, handlers(this.#flow, api, me.id))
  }

  /** Resolves after the first attempt; what does not succeed at once is tried again in the background. */
  async start(): Promise<void> {
    const ready = await this.#introduce()
    this.#running = this.#run(ready)
  }

  async #run(introduced: boolean): Promise<void> {
    const { signal } = this.#stopping
    for (let ready = introduced; !ready && !signal.aborted; ready = await this.#introduce())
      await rest(RETRY_MS, signal)
    if (this.#options.webhook === undefined && !signal.aborted) {
      await poll({ api: this.#options.api, store: this.#store, log: this.#options.log }, signal)
    }
  }

  /** Tells Telegram the commands and where its updates go. */
  async #introduce(): Promise<boolean> {
    const { api, log, webhook: hooked } = this.#options
    const { signal } = this.#stopping
    try {
      for (const locale of [undefined, ...LOCALES]) await this.#tellCommands(locale)
      const reply = hooked
        ? await api.setWebhook(
            { url: hooked.url, secret_token: hooked.secret, allowed_updates: ALLOWED_UPDATES },
            signal,
          )
        : await api.deleteWebhook({}, signal)
      if (!reply.ok) throw new Error(inWords(reply.failure))
      return true
    } catch (error) {
      log.error({ error: describe(error) }, 'Telegram: could not begin, trying again')
      return false
    }
  }

  async #tellCommands(locale: (typeof LOCALES)[number] | undefined): Promise<void> {
    const commands = (['help', 'language'] as const).map((command) => ({
      command,
      description: say(locale ?? 'en', `command-${command}`),
    }))
    const reply = await this.#options.api.setMyCommands(
      locale === undefined ? { commands } : { commands, language_code: locale },
      this.#stopping.signal,
    )
    if (!reply.ok) throw new Error(inWords(reply.failure))
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }
}

/** Throws when Telegram does not say. */
export async function whoWeAre(api: Pick<TelegramApi, 'getMe'>): Promise<UserFromGetMe> {
  const me = await api.getMe({})
  if (!me.ok) throw new Error(`Telegram: getMe: ${inWords(me.failure)}`)
  return me.result
}
