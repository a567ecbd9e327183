import { z } from 'zod'
import type { Fact, Json } from '../facts.ts'
import type { Telegram } from '../platform.ts'
import { badRequest, RefusedError } from '../refused.ts'
import { flag, type Method, method } from './method.ts'

const LONGEST_POLL_SECONDS = 50
const MOST = 100

const conflict = (what: string) => new RefusedError(409, `Conflict: ${what}`)

/** The one request that may wait for updates; another ends it, as Telegram does when two programs take one bot's updates. */
class Waiting {
  #wake: ((because: 'update' | 'taken over') => void) | undefined

  /** Resolves when there is something, when the time is over, or when the caller is gone. */
  async wait(seconds: number, signal: AbortSignal): Promise<'update' | 'over' | 'taken over'> {
    this.takeOver()
    return new Promise((resolve) => {
      const done = (because: 'update' | 'over' | 'taken over') => {
        clearTimeout(timer)
        signal.removeEventListener('abort', over)
        if (this.#wake === done) this.#wake = undefined
        resolve(because)
      }
      const over = () => done('over')
      const timer = setTimeout(over, seconds * 1_000)
      signal.addEventListener('abort', over)
      this.#wake = done
    })
  }

  takeOver(): void {
    this.#wake?.('taken over')
  }

  wake(): void {
    this.#wake?.('update')
  }
}

export function updateMethods(telegram: Telegram, webhookChanged: () => void) {
  const waiting = new Waiting()
  const { state } = telegram

  const getUpdates = method(
    z.looseObject({
      offset: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(MOST).catch(MOST),
      timeout: z.coerce.number().min(0).catch(0),
      allowed_updates: z.array(z.string()).optional(),
    }),
    async (_telegram, args, signal) => {
      if (state.webhook) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      }
      allow(args.allowed_updates)
      confirm(args.offset)
      const seconds = Math.min(args.timeout, LONGEST_POLL_SECONDS)
      if (state.updates.length === 0 && seconds > 0) {
        const why = await waiting.wait(seconds, signal)
        if (why === 'taken over') {
          throw conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
        }
      } else waiting.takeOver()
      return state.updates.slice(0, args.limit).map(({ id, body }) => ({ update_id: id, ...body }))
    },
  )

  function allow(types: readonly string[] | undefined): void {
    if (types && types.join() !== state.allowed.join()) telegram.commit([{ type: 'allowed', types }])
  }

  /** Everything before `offset` is confirmed; a negative one keeps only that many of the newest. */
  function confirm(offset: number | undefined): void {
    if (offset === undefined || offset === 0) return
    const before = offset > 0 ? offset : (state.updates.at(offset)?.id ?? 0)
    if (state.updates.some(({ id }) => id < before)) telegram.commit([{ type: 'confirmed', before }])
  }

  const setWebhook = method(
    z.looseObject({
      url: z.string(),
      secret_token: z
        .string()
        .regex(/^[\w-]{1,256}$/)
        .optional(),
      allowed_updates: z.array(z.string()).optional(),
      drop_pending_updates: flag.default(false),
    }),
    (_telegram, args) => {
      if (args.url !== '' && !isLocal(args.url)) throw badRequest('bad webhook: the sandbox only reaches this machine')
      allow(args.allowed_updates)
      telegram.commit([
        { type: 'webhook', url: args.url, secret: args.secret_token ?? null },
        ...dropped(args.drop_pending_updates),
      ])
      waiting.takeOver()
      webhookChanged()
      return true
    },
  )

  const deleteWebhook = method(z.looseObject({ drop_pending_updates: flag.default(false) }), (_telegram, args) => {
    const facts: Fact[] = state.webhook ? [{ type: 'webhook', url: '', secret: null }] : []
    telegram.commit([...facts, ...dropped(args.drop_pending_updates)])
    webhookChanged()
    return true
  })

  function dropped(drop: boolean): Fact[] {
    return drop ? [{ type: 'confirmed', before: state.lastUpdate + 1 }] : []
  }

  const getWebhookInfo = method(z.looseObject({}), (): Json => {
    const { lastWebhookError: error } = telegram
    return {
      url: state.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: state.updates.length,
      ...(error === undefined ? {} : { last_error_date: telegram.now(), last_error_message: error }),
    }
  })

  const methods: Readonly<Record<string, Method>> = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo }
  return { methods, wake: () => waiting.wake(), stop: () => waiting.wake() }
}

function isLocal(url: string): boolean {
  try {
    return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
  } catch {
    return false
  }
}
