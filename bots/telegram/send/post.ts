import { Readable } from 'node:stream'
import type { InlineKeyboardMarkup, Message, ReplyParameters } from 'grammy/types'
import type { Attachment, FileKind } from '../../../src/core/attachment.ts'
import { MINUTE } from '../../../src/core/clock.ts'
import type { FileBytes, Handle } from '../../../src/core/files.ts'
import type { Address, RemoteMessage } from '../../../src/core/ids.ts'
import type { Outcome, Outgoing } from '../../../src/core/sender.ts'
import type { FileToSend, Reply, TelegramApi } from '../api/api.ts'
import { isNoPicture, isStaleHandle, outcomeOf } from '../api/outcome.ts'
import type { Rendered } from '../format/to-entities.ts'
import { makeMessage, parseMessage, parseThread } from '../ids.ts'
import { remoteFileOf } from '../receive/files.ts'
import type { TelegramPiece } from './pieces.ts'

export type PostApi = Pick<TelegramApi, 'sendMessage' | 'sendFiles'>
export type Words = Rendered & { readonly buttons?: InlineKeyboardMarkup }

/** Where a message goes, as every sending method takes it. */
type Where = { chat_id: number; message_thread_id?: number; reply_parameters?: ReplyParameters }

export function whereTo(chat: number, to: Address, replyTo: RemoteMessage | undefined): Where {
  const topic = to.thread === undefined ? undefined : parseThread(to.thread)?.topic
  const replied = replyTo === undefined ? undefined : parseMessage(replyTo)
  return {
    chat_id: chat,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(replied?.chat === chat
      ? { reply_parameters: { message_id: replied.id, allow_sending_without_reply: true } }
      : {}),
  }
}

export async function postWords(api: PostApi, where: Where, words: Words): Promise<Outcome> {
  const reply = await api.sendMessage({
    ...where,
    text: words.text,
    entities: [...words.entities],
    // A preview adds words that nobody approved.
    link_preview_options: { is_disabled: true },
    ...(words.buttons === undefined ? {} : { reply_markup: words.buttons }),
  })
  if (!reply.ok) return outcomeOf(reply.failure, 'post')
  return { kind: 'sent', messages: [idOf(reply.result)] }
}

/** Files by what Telegram has of them already, else by their bytes. What it certainly did not take in one way goes in the next. */
export async function postFiles(
  api: PostApi,
  store: FileBytes,
  where: Where,
  { files, words }: TelegramPiece,
  handles: Outgoing['handles'] = [],
): Promise<Outcome> {
  const bytes = new Watched(store)
  const caption = words.text === '' ? undefined : { text: words.text, entities: words.entities }
  const send = (ways: readonly FileToSend[]) => api.sendFiles({ ...where, files: ways, caption })
  const byHandle = files.map((file) => fileToSend(file, bytes, handles))
  let reply = await send(byHandle)
  if (!reply.ok && isStaleHandle(reply.failure)) reply = await send(files.map((file) => fileToSend(file, bytes, [])))
  if (!reply.ok && isNoPicture(reply.failure)) {
    reply = await send(files.map((file) => fileToSend({ ...file, kind: 'document' }, bytes, [])))
  }
  // A request that breaks off inside is none: Telegram certainly did nothing.
  if (!reply.ok && bytes.failed !== undefined) return { kind: 'later', afterMs: MINUTE, detail: bytes.failed.message }
  return filesOutcome(reply, files)
}

/** Remembers when our own files could not be opened or read to their end: Telegram's driver tells of it as of any broken line. */
class Watched implements FileBytes {
  failed: Error | undefined
  readonly #store: FileBytes

  constructor(store: FileBytes) {
    this.#store = store
  }

  async open(sha256: string): Promise<Readable> {
    const source = await this.#own(() => this.#store.open(sha256))
    return Readable.from(this.#read(source), { objectMode: false })
  }

  /** What breaks off while Telegram's driver has a part in hand is the line's doing, and not caught here. */
  async *#read(source: Readable): AsyncGenerator<Uint8Array> {
    const chunks = source[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await this.#own(() => chunks.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      source.destroy()
    }
  }

  async #own<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error))
      throw error
    }
  }
}

/** Shown without a name. */
const NAMELESS: ReadonlySet<FileKind> = new Set(['photo', 'voice', 'video_note', 'sticker'])

/** What Telegram has already goes again only under the name it has there: that may be one that another client was told. */
function fileToSend(file: Attachment, bytes: FileBytes, handles: readonly Handle[]): FileToSend {
  const { kind, name, size, sha256 = '', duration, width, height } = file
  const known = handles.find(
    (handle) => handle.sha256 === sha256 && handle.kind === kind && (NAMELESS.has(kind) || handle.name === name),
  )
  return { kind, name, size, duration, width, height, bytes: known?.handle ?? (() => bytes.open(sha256)) }
}

function filesOutcome(reply: Reply<Message[]>, files: readonly Attachment[]): Outcome {
  if (!reply.ok) return outcomeOf(reply.failure, 'post')
  const handles = reply.result.flatMap((message, i): Handle[] => {
    const remote = remoteFileOf(message)
    const { sha256, name } = files[i] ?? {}
    return remote?.handle === undefined || sha256 === undefined
      ? []
      : [{ sha256, kind: remote.kind, remote: remote.remote, handle: remote.handle, name }]
  })
  return { kind: 'sent', messages: reply.result.map(idOf), handles }
}

function idOf(message: Pick<Message, 'chat' | 'message_id'>): RemoteMessage {
  return makeMessage(message.chat.id, message.message_id)
}
