import type { FileBytes } from '../../src/core/files.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Bot, Flow } from '../../src/core/flow.ts'
import type { Hook } from '../../src/core/hook.ts'
import type { Locale } from '../../src/core/ids.ts'
import type { Sender } from '../../src/core/sender.ts'
import { TelegramBot, whoWeAre } from './bot.ts'
import { checkTelegram } from './check.ts'
import { grammyApi } from './drivers/grammy.ts'
import type { Log } from './log.ts'
import { telegramSender } from './send/sender.ts'

export { telegramIds } from './ids.ts'

/** Whoever asks in Slack gets an answer within three seconds, or none. */
const AT_ONCE_MS = 1_500

export type TelegramOptions = {
  readonly token: string
  readonly apiRoot: string
  /** Set: updates come by webhook; else by long polling. */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined
  /** Where the files are that leave. */
  readonly bytes: FileBytes
  readonly log: Log
}

export type Telegram = {
  readonly sender: Sender
  readonly bot: (flow: Flow) => Bot & { readonly hook: Hook }
  /** For `liaison doctor`. */
  readonly check: (locale: Locale) => Promise<readonly Finding[]>
  /** For the links of invitations. Throws when Telegram does not answer. */
  readonly username: () => Promise<string>
  /** The link by which somebody comes to the bot with a word; undefined: Telegram does not answer at once. */
  readonly startLink: (word: string) => Promise<string | undefined>
  /** Closes idle connections. */
  readonly close: () => void
}

export function createTelegram(options: TelegramOptions): Telegram {
  const api = grammyApi(options)
  return {
    sender: telegramSender(api, options.bytes),
    bot: (flow) => new TelegramBot({ ...options, api }, flow),
    check: (locale) => checkTelegram(api, options.webhook?.url, locale),
    username: async () => (await whoWeAre(api)).username,
    startLink: async (word) => {
      const me = await api.getMe({}, AbortSignal.timeout(AT_ONCE_MS))
      return me.ok ? `https://t.me/${me.result.username}?start=${word}` : undefined
    },
    close: api.close,
  }
}
