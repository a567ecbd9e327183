import type { Message } from 'grammy/types'
import { type Attachment, type FileKind, LARGEST_FILE, type Missing } from '../../../src/core/attachment.ts'
import { safeName } from '../../../src/core/file-name.ts'
import type { Flow } from '../../../src/core/flow.ts'
import { inWords, type TelegramApi } from '../api/api.ts'
import { mediaIn } from '../format/from-rich-message.ts'

/** A file of a message as Telegram describes it. What its sender says of it (name, type) is not believed further on. */
export type RemoteFile = {
  readonly kind: FileKind
  /** The same for the same bytes, whoever sends them, but no way to have them. */
  readonly remote: string
  /** The way to have them, and to send them again. */
  readonly handle: string
  readonly name?: string | undefined
  readonly mime?: string | undefined
  readonly size?: number | undefined
  readonly duration?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

type Described = {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_name?: string
  readonly mime_type?: string
  readonly file_size?: number
  readonly duration?: number
  readonly width?: number
  readonly height?: number
}

export type Carrier = Pick<
  Message,
  'animation' | 'audio' | 'document' | 'photo' | 'sticker' | 'video' | 'video_note' | 'voice'
>

/** The one file of a message, if it has any: an animation is also described as a document, a live photo also as a photo. */
export function remoteFileOf(message: Carrier): RemoteFile | undefined {
  const { animation, audio, document, photo, sticker, video, video_note: note, voice } = message
  const largest = photo?.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1)
  const found: readonly (readonly [FileKind, Described | undefined])[] = [
    ['animation', animation],
    ['photo', largest],
    ['video', video],
    ['audio', audio && { ...audio, file_name: audio.file_name ?? titleOf(audio) }],
    ['voice', voice],
    ['video_note', note],
    ['sticker', sticker],
    ['document', document],
  ]
  for (const [kind, file] of found) if (file) return described(kind, file)
  return undefined
}

/** Every file that comes with a message, in order; with a poll or a page there may be more than one. */
export function remoteFilesOf(message: Message): RemoteFile[] {
  const { poll, rich_message: page } = message
  const onPage = mediaIn(page?.blocks ?? []).map((block) =>
    block.type === 'voice_note' ? { voice: block.voice_note } : block,
  )
  const carriers: readonly (Carrier | undefined)[] = [
    message,
    poll?.media,
    ...(poll?.options ?? []).map(({ media }) => media),
    ...onPage,
  ]
  return carriers.flatMap((each) => (each && remoteFileOf(each)) ?? [])
}

function titleOf({ performer, title }: { performer?: string; title?: string }): string {
  return [performer, title].filter(Boolean).join(' - ')
}

function described(kind: FileKind, file: Described): RemoteFile {
  return {
    kind,
    remote: `tg:${file.file_unique_id}`,
    handle: file.file_id,
    name: file.file_name || undefined,
    mime: file.mime_type,
    size: file.file_size,
    duration: file.duration,
    width: file.width,
    height: file.height,
  }
}

/** How often a file is asked for before its message goes on without it: the words must not be lost for a file. */
const TRIES = 4

/** Takes files over from Telegram into the store. */
export class FileTaker {
  readonly #api: Pick<TelegramApi, 'getFile' | 'download'>
  readonly #flow: Pick<Flow, 'keepFile'>
  readonly #failed = new Map<string, number>()

  constructor(api: Pick<TelegramApi, 'getFile' | 'download'>, flow: Pick<Flow, 'keepFile'>) {
    this.#api = api
    this.#flow = flow
  }

  /** The file kept, or named as missing. Throws for what may pass, so that the event is taken up again. */
  async take(file: RemoteFile): Promise<Attachment> {
    if (file.size !== undefined && file.size > LARGEST_FILE.to_team) return missing(file, 'too_big')
    try {
      const kept = await this.#flow.keepFile({ ...file, platform: 'telegram', fetch: () => this.#fetch(file) })
      this.#failed.delete(file.remote)
      return { ...shapeOf(file), ...kept, warnings: kept.warnings ? [...kept.warnings] : undefined }
    } catch (error) {
      if (error instanceof MissingError) return missing(file, error.why)
      const times = (this.#failed.get(file.remote) ?? 0) + 1
      if (times < TRIES) {
        this.#failed.set(file.remote, times)
        throw error
      }
      this.#failed.delete(file.remote)
      return missing(file, 'unreachable')
    }
  }

  async #fetch(file: RemoteFile): Promise<AsyncIterable<Uint8Array>> {
    const asked = await this.#api.getFile({ file_id: file.handle })
    if (asked.ok && asked.result.file_path !== undefined) return this.#api.download(asked.result.file_path)
    const words = asked.ok ? 'no path' : inWords(asked.failure)
    if (/file is too big/i.test(words)) throw new MissingError('too_big')
    // What is "temporarily unavailable" may come: Telegram says so in one breath with a wrong id.
    if (/wrong file|file not found/i.test(words) && !/temporarily/i.test(words)) throw new MissingError('gone')
    throw new Error(`Telegram: getFile: ${words}`)
  }
}

/** Telegram will not hand it over, however often it is asked. */
class MissingError extends Error {
  override readonly name = 'MissingError'
  constructor(readonly why: Missing) {
    super(`Telegram does not hand the file over: ${why}`)
  }
}

function missing(file: RemoteFile, why: Missing): Attachment {
  return {
    ...shapeOf(file),
    name: file.name === undefined ? file.kind : safeName(file.name),
    size: file.size ?? 0,
    mime: file.mime ?? 'application/octet-stream',
    missing: why,
  }
}

function shapeOf({
  kind,
  duration,
  width,
  height,
}: RemoteFile): Pick<Attachment, 'kind' | 'duration' | 'width' | 'height'> {
  return { kind, duration, width, height }
}
