/** grammY as the driver: its client makes the calls, its router takes stored updates apart. */
import { Api, Bot, GrammyError, HttpError } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Failure, Reply, TelegramApi } from '../api/api.ts'
import { connectionsTo, notConnected } from '../api/connection.ts'
import type { Handlers } from '../receive/handlers.ts'

/** Longer than any answer but that of getUpdates, which says for itself how long it takes. */
const CALL_MS = 20_000

type Raw = Record<string, (...args: readonly unknown[]) => Promise<unknown>>

/** Methods that take nothing: grammY gives them the signal alone. */
const WITHOUT_ARGUMENTS = new Set(['getMe', 'getWebhookInfo'])

export function grammyApi(options: {
  readonly token: string
  readonly apiRoot: string
}): TelegramApi & { close(): void } {
  const agent = connectionsTo(options.apiRoot)
  const api = new Api(options.token, {
    apiRoot: options.apiRoot,
    canUseWebhookReply: () => false,
    sensitiveLogs: false,
    timeoutSeconds: 120,
    baseFetchConfig: { agent, compress: true },
  })
  const raw = api.raw as unknown as Raw
  const call =
    (method: string) =>
    async (args: object, signal?: AbortSignal): Promise<Reply<never>> => {
      const limit = AbortSignal.timeout(limitOf(args))
      try {
        const until = signal === undefined ? limit : AbortSignal.any([signal, limit])
        const given = WITHOUT_ARGUMENTS.has(method) ? [until] : [args, until]
        const result = await raw[method]?.(...given)
        return { ok: true, result: result as never }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    }
  return {
    getMe: call('getMe'),
    getUpdates: call('getUpdates'),
    setWebhook: call('setWebhook'),
    deleteWebhook: call('deleteWebhook'),
    getWebhookInfo: call('getWebhookInfo'),
    setMyCommands: call('setMyCommands'),
    sendMessage: call('sendMessage'),
    editMessageText: call('editMessageText'),
    answerCallbackQuery: call('answerCallbackQuery'),
    close: () => agent.destroy(),
  }
}

function limitOf(args: object): number {
  return CALL_MS + ('timeout' in args && typeof args.timeout === 'number' ? args.timeout * 1_000 : 0)
}

function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    return {
      kind: 'answered',
      code: error.error_code,
      description: error.description,
      retryAfterSeconds: error.parameters.retry_after,
      movedTo: error.parameters.migrate_to_chat_id,
    }
  }
  const cause = error instanceof HttpError ? error.error : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const before = notConnected(code)
  if (before !== undefined) return { kind: 'no_connection', detail: before }
  return {
    kind: 'no_answer',
    detail: typeof code === 'string' ? code : cause instanceof Error ? cause.name : 'unknown',
  }
}

/** Hands an update to the handler it is for. What a handler throws comes out again, so that the update is taken up later. */
export function grammyRouter(
  options: { readonly token: string; readonly apiRoot: string; readonly me: UserFromGetMe },
  handlers: Handlers,
): (update: Update) => Promise<void> {
  const bot = new Bot(options.token, { botInfo: options.me, client: { apiRoot: options.apiRoot } })
  for (const name of ['start', 'help', 'language'] as const) {
    bot.command(name, (ctx) => handlers.command(name, ctx.msg, ctx.match))
  }
  bot.on('message', (ctx) => handlers.message(ctx.message))
  bot.on('edited_message', (ctx) => handlers.edited(ctx.editedMessage))
  bot.on('my_chat_member', (ctx) => handlers.membership(ctx.myChatMember))
  bot.on('callback_query', (ctx) => handlers.pressed(ctx.callbackQuery))
  return async (update) => {
    try {
      await bot.handleUpdate(update)
    } catch (error) {
      // grammY wraps what a handler threw; the wrapper's message would carry the update along.
      throw error instanceof Error && 'error' in error && error.error instanceof Error ? error.error : error
    }
  }
}
