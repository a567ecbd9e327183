import type { Telegram } from './platform.ts'
import type { Update } from './state.ts'

const ANSWER_MS = 10_000
const RETRY_MS = { first: 200, longest: 60_000 } as const

/**
 * Pushes updates to the webhook: of one chat one after another, and again after a growing pause until the answer is 2xx.
 * Other chats go on meanwhile.
 */
export class Webhook {
  readonly #telegram: Telegram
  readonly #lanes = new Map<number, Promise<void>>()
  #stopping = new AbortController()

  constructor(telegram: Telegram) {
    this.#telegram = telegram
  }

  /** There may be something to push. */
  wake(): void {
    const { webhook, updates } = this.#telegram.state
    if (!webhook || this.#stopping.signal.aborted) return
    for (const { chat } of updates) {
      if (this.#lanes.has(chat)) continue
      const lane = this.#push(chat).finally(() => {
        this.#lanes.delete(chat)
        if (this.#next(chat)) this.wake()
      })
      this.#lanes.set(chat, lane)
    }
  }

  #next(chat: number): Update | undefined {
    const { webhook, updates } = this.#telegram.state
    return webhook && !this.#stopping.signal.aborted ? updates.find((update) => update.chat === chat) : undefined
  }

  async #push(chat: number): Promise<void> {
    let pause: number = RETRY_MS.first
    for (let update = this.#next(chat); update; update = this.#next(chat)) {
      const trouble = await this.#deliver(update)
      if (this.#stopping.signal.aborted) return
      this.#telegram.lastWebhookError = trouble
      if (trouble === undefined) {
        this.#confirm(update)
        pause = RETRY_MS.first
      } else {
        await this.#rest(pause)
        pause = Math.min(pause * 2, RETRY_MS.longest)
      }
    }
  }

  /** Confirms this one only: chats overtake each other. */
  #confirm({ id }: Update): void {
    this.#telegram.commit([{ type: 'pushed', id }])
  }

  async #deliver(update: Update): Promise<string | undefined> {
    const { webhook } = this.#telegram.state
    if (!webhook) return 'no webhook'
    try {
      const answer = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret === null ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }),
        },
        body: JSON.stringify({ update_id: update.id, ...update.body }),
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_MS), this.#stopping.signal]),
      })
      await answer.text()
      return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status}`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  #rest(ms: number): Promise<void> {
    const { signal } = this.#stopping
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
    })
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#lanes.values())
  }
}
