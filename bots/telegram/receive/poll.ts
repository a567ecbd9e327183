import type { Update } from 'grammy/types'
import { describe } from '../../../src/core/errors.ts'
import { type Failure, inWords, type TelegramApi } from '../api/api.ts'
import { TELEGRAM_LIMITS } from '../api/limits.ts'
import type { Log } from '../log.ts'

/** Which updates are asked for; without naming them Telegram would leave reactions out. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const

const POLL_SECONDS = 30
const PAUSE_MS = { first: 500, longest: 30_000 } as const

export type PollOptions = {
  readonly api: Pick<TelegramApi, 'getUpdates'>
  /** When it returns the updates are stored, and only then is Telegram told so, by asking for what comes after. */
  readonly store: (updates: readonly Update[]) => Promise<void>
  readonly log: Log
}

/**
 * Our own long polling: an update is confirmed by the next request, which is made only when it is stored. Runs until the
 * signal; whatever fails is tried again after a growing pause.
 */
export async function poll({ api, store, log }: PollOptions, signal: AbortSignal): Promise<void> {
  let offset: number | undefined
  let pause: number = PAUSE_MS.first
  while (!signal.aborted) {
    const reply = await api.getUpdates(
      {
        limit: TELEGRAM_LIMITS.updatesPerBatch,
        timeout: POLL_SECONDS,
        allowed_updates: ALLOWED_UPDATES,
        ...(offset === undefined ? {} : { offset }),
      },
      signal,
    )
    if (signal.aborted) return
    const trouble = reply.ok ? await troubleStoring(reply.result, store) : troubleAsking(reply.failure)
    if (trouble === undefined && reply.ok) {
      offset = nextOffset(reply.result) ?? offset
      pause = PAUSE_MS.first
      continue
    }
    log.error({ trouble }, 'Telegram: updates could not be taken over')
    await rest(reply.ok ? pause : Math.max(pause, askedPause(reply.failure)), signal)
    pause = Math.min(pause * 2, PAUSE_MS.longest)
  }
}

async function troubleStoring(updates: readonly Update[], store: PollOptions['store']): Promise<string | undefined> {
  if (updates.length === 0) return undefined
  try {
    await store(updates)
    return undefined
  } catch (error) {
    return describe(error)
  }
}

const ADVICE: Readonly<Record<number, string>> = {
  401: 'the token is not accepted: check TELEGRAM_BOT_TOKEN',
  404: 'the token is not accepted: check TELEGRAM_BOT_TOKEN',
  409: 'another program takes this bot’s updates, or a webhook is set: stop the other one (one bot, one Liaison)',
}

function troubleAsking(failure: Failure): string {
  const advice = failure.kind === 'answered' ? ADVICE[failure.code] : undefined
  return advice === undefined ? inWords(failure) : `${inWords(failure)}; ${advice}`
}

function askedPause(failure: Failure): number {
  return failure.kind === 'answered' ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0
}

function nextOffset(updates: readonly Update[]): number | undefined {
  const last = updates.at(-1)
  return last && last.update_id + 1
}

/** Resolves after the pause, or at once when it is stopped. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
