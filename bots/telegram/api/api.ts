/**
 * The part of Telegram's Bot API that Liaison uses, as a port: a driver (drivers/grammy.ts) makes it of its SDK. A call
 * never throws: what went wrong is a value, so that what is certain and what is not stays told apart.
 */
import type { Readable } from 'node:stream'
import type {
  File,
  Message,
  MessageEntity,
  Opts,
  ReplyParameters,
  Update,
  UserFromGetMe,
  WebhookInfo,
} from 'grammy/types'
import type { FileKind } from '../../../src/core/attachment.ts'

export type Failure =
  /** Telegram answered with an error: the call certainly had no effect, but for a server's own error (5xx). */
  | {
      readonly kind: 'answered'
      readonly code: number
      readonly description: string
      readonly retryAfterSeconds?: number | undefined
      /** The group has another id from now on. */
      readonly movedTo?: number | undefined
    }
  /** No connection was made: nothing was sent. */
  | { readonly kind: 'no_connection'; readonly detail: string }
  /** The request may have been carried out: it was written, but no answer could be read. */
  | { readonly kind: 'no_answer'; readonly detail: string }

export type Reply<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly failure: Failure }

type Method<Args, Result> = (args: Args, signal?: AbortSignal) => Promise<Reply<Result>>

export interface TelegramApi {
  getMe: Method<Record<never, never>, UserFromGetMe>
  /** The one call that may take as long as its own `timeout` says. */
  getUpdates: Method<Opts<'getUpdates'>, Update[]>
  setWebhook: Method<Opts<'setWebhook'>, true>
  deleteWebhook: Method<Opts<'deleteWebhook'>, true>
  getWebhookInfo: Method<Record<never, never>, WebhookInfo>
  setMyCommands: Method<Opts<'setMyCommands'>, true>
  sendMessage: Method<Opts<'sendMessage'>, Message>
  editMessageText: Method<Opts<'editMessageText'>, Message | true>
  editMessageCaption: Method<Opts<'editMessageCaption'>, Message | true>
  sendChatAction: Method<Opts<'sendChatAction'>, true>
  deleteMessage: Method<Opts<'deleteMessage'>, true>
  answerCallbackQuery: Method<Opts<'answerCallbackQuery'>, true>
  getFile: Method<Opts<'getFile'>, File>
  /** One file by the method of its kind, or two to ten of one sort as an album. Answers with the messages in their order. */
  sendFiles: Method<FilesToSend, Message[]>
  /** The bytes behind a `file_path`. Throws when they cannot be had; never with the token in the error. */
  download(path: string): Promise<Readable>
}

export type FilesToSend = {
  readonly chat_id: number
  readonly files: readonly FileToSend[]
  readonly caption?: { readonly text: string; readonly entities: readonly MessageEntity[] } | undefined
  readonly message_thread_id?: number | undefined
  readonly reply_parameters?: ReplyParameters | undefined
}
export type FileToSend = {
  readonly kind: FileKind
  readonly name: string
  readonly size: number
  /** Telegram's own id of bytes it has already, or where to read them. */
  readonly bytes: string | (() => Promise<Readable>)
  readonly duration?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** A failure in words for logs and people: no message text, no token. */
export function inWords(failure: Failure): string {
  if (failure.kind === 'answered') return `${failure.code}: ${withoutQuotes(failure.description)}`
  return failure.kind === 'no_connection' ? `no connection (${failure.detail})` : `no answer (${failure.detail})`
}

/** Telegram quotes what it dislikes, such as a link out of the message. */
function withoutQuotes(description: string): string {
  return description.replace(/(^|[\s(])(['"]).*\2/gs, '$1$2…$2').slice(0, 200)
}
