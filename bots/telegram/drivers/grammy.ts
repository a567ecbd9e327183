/** grammY as the driver: its client makes the calls, its router takes stored updates apart. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Api, Bot, GrammyError, HttpError, InputFile } from 'grammy'
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import type { Failure, FilesToSend, FileToSend, Reply, TelegramApi } from '../api/api.ts'
import { connectionsTo, notConnected } from '../api/connection.ts'
import { COMMANDS, type Handlers } from '../receive/handlers.ts'

/** Longer than any answer but that of getUpdates, which says for itself how long it takes, and of files. */
const CALL_MS = 20_000
/** A line slower than this many bytes a second is as good as none. */
const SLOWEST_BYTES_A_SECOND = 64 * 1024
const LONGEST_MS = 900_000

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
    timeoutSeconds: LONGEST_MS / 1_000,
    baseFetchConfig: { agent, compress: true },
  })
  const raw = api.raw as unknown as Raw
  const call =
    (method: string, more = 0) =>
    async (args: object, signal?: AbortSignal): Promise<Reply<never>> => {
      const limit = AbortSignal.timeout(limitOf(args) + more)
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
    editMessageCaption: call('editMessageCaption'),
    sendChatAction: call('sendChatAction'),
    deleteMessage: call('deleteMessage'),
    answerCallbackQuery: call('answerCallbackQuery'),
    getFile: call('getFile'),
    sendFiles: async (given, signal) => {
      const { method, args } = filesCall(given)
      const bytes = given.files.reduce((sum, file) => sum + file.size, 0)
      const reply: Reply<Message | Message[]> = await call(method, uploadMs(bytes))(args, signal)
      return reply.ok ? { ok: true, result: Array.isArray(reply.result) ? reply.result : [reply.result] } : reply
    },
    download: (path) => download(`${options.apiRoot}/file/bot${options.token}/${path}`),
    close: () => agent.destroy(),
  }
}

function uploadMs(bytes: number): number {
  return Math.min(Math.ceil((bytes / SLOWEST_BYTES_A_SECOND) * 1_000), LONGEST_MS - CALL_MS)
}

/** The method of each kind of file, and the field that the file stands in. */
const BY_KIND = {
  photo: 'sendPhoto',
  video: 'sendVideo',
  animation: 'sendAnimation',
  audio: 'sendAudio',
  voice: 'sendVoice',
  video_note: 'sendVideoNote',
  sticker: 'sendSticker',
  document: 'sendDocument',
} as const satisfies Record<FileToSend['kind'], string>

function filesCall({ files, caption, ...where }: FilesToSend): { method: string; args: object } {
  const said = caption === undefined ? {} : { caption: caption.text, caption_entities: [...caption.entities] }
  const [first, ...more] = files
  if (first && more.length === 0) {
    return {
      method: BY_KIND[first.kind],
      args: { ...where, ...said, ...aboutOf(first), [first.kind]: inputOf(first) },
    }
  }
  const media = files.map((file, i) => ({
    type: file.kind,
    media: inputOf(file),
    ...aboutOf(file),
    ...(i === 0 ? said : {}),
  }))
  return { method: 'sendMediaGroup', args: { ...where, media } }
}

function inputOf({ bytes, name }: FileToSend): InputFile | string {
  return typeof bytes === 'string' ? bytes : new InputFile(async () => bytes(), name)
}

function aboutOf({ kind, duration, width, height }: FileToSend): object {
  const plays = ['video', 'animation', 'audio', 'voice', 'video_note'].includes(kind)
  const isSeen = kind === 'video' || kind === 'animation'
  return {
    ...(plays && duration !== undefined ? { duration: Math.round(duration) } : {}),
    ...(isSeen && width !== undefined && height !== undefined ? { width, height } : {}),
  }
}

/** Streams; the address carries the token, so no error may carry the address. */
async function download(url: string): Promise<Readable> {
  let answer: Response
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) })
  } catch (error) {
    throw new Error(`Telegram: a file could not be fetched (${error instanceof Error ? error.name : 'unknown'})`)
  }
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel()
    throw new Error(`Telegram: a file could not be fetched (HTTP ${answer.status})`)
  }
  return Readable.fromWeb(answer.body as ReadableStream)
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
  for (const name of COMMANDS) {
    bot.command(name, (ctx) => handlers.command(name, ctx.msg, ctx.match))
  }
  bot.on('message', (ctx) => handlers.message(ctx.message))
  bot.on('edited_message', (ctx) => handlers.edited(ctx.editedMessage))
  bot.on('my_chat_member', (ctx) => handlers.membership(ctx.myChatMember))
  bot.on('message_reaction', (ctx) => handlers.reacted(ctx.messageReaction))
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
