import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { describe } from '../../../src/core/errors.ts'
import type { Hook } from '../../../src/core/hook.ts'
import type { Log } from '../log.ts'
import { readUpdate } from './update.ts'

export type WebhookOptions = {
  readonly secret: string
  readonly store: (updates: readonly Update[]) => Promise<void>
  readonly log: Log
}

/** One update of Telegram's: stored before it is answered with 200; anything else makes Telegram send it again. */
export function webhook({ secret, store, log }: WebhookOptions): Hook {
  return async ({ headers, body }) => {
    const given = headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string' || !same(given, secret)) return { status: 401 }
    const update = updateIn(body)
    if (!update) return { status: 400 }
    try {
      await store([update])
      return { status: 200 }
    } catch (error) {
      log.error({ error: describe(error) }, 'Telegram: an update could not be stored')
      return { status: 500 }
    }
  }
}

function updateIn(body: string): Update | undefined {
  try {
    return readUpdate(JSON.parse(body))
  } catch {
    return undefined
  }
}

/** Takes the same time whatever differs. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
