import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { type Attachment, type FileKind, LARGEST_FILE, type Missing } from '../../../src/core/attachment.ts'
import { safeName } from '../../../src/core/file-name.ts'
import type { Flow } from '../../../src/core/flow.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import { download } from '../api/download.ts'

/** A file of a message as far as we read it. What its sender says of it (name, type) is not believed further on. */
export const fileSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  size: z.number().nullish(),
  /** hosted and snippet have bytes here; external and quip (a canvas) only an address. */
  mode: z.string().nullish(),
  file_access: z.string().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
  permalink: z.string().nullish(),
  external_url: z.string().nullish(),
  original_w: z.coerce.number().nullish(),
  original_h: z.coerce.number().nullish(),
  duration_ms: z.coerce.number().nullish(),
})
export type SlackFile = z.infer<typeof fileSchema>

/** How often a file is asked for before its message goes on without it: the words must not be lost for a file. */
const TRIES = 4
const ELSEWHERE = new Set(['external', 'quip', 'canvas', 'space', 'list'])
const NO_MORE = new Set(['tombstone', 'hidden_by_limit'])

export type FileTakerOptions = {
  readonly client: WebClient
  readonly flow: Pick<Flow, 'keepFile'>
  readonly botToken: string
  readonly apiUrl: string
}

/** Takes files over from Slack into the store. */
export class FileTaker {
  readonly #options: FileTakerOptions
  readonly #failed = new Map<string, number>()

  constructor(options: FileTakerOptions) {
    this.#options = options
  }

  /** Files as one block, and what lies elsewhere as a link. Throws for what may pass, so that the event is taken up again. */
  async take(given: readonly SlackFile[]): Promise<RichText> {
    const files: Attachment[] = []
    const links: RichText[number][] = []
    for (const one of given) {
      const file = one.file_access === 'check_file_info' ? await this.#describe(one) : one
      if (ELSEWHERE.has(file.mode ?? '')) links.push(linkTo(file))
      else files.push(await this.#takeOne(file))
    }
    return [...(files.length === 0 ? [] : [{ type: 'files' as const, files }]), ...links]
  }

  /** A file shared from another workspace is described only when it is asked for. */
  async #describe(file: SlackFile): Promise<SlackFile> {
    const asked = await this.#tried(`info:${file.id}`, async () => {
      const answer = await this.#options.client.files.info({ file: file.id })
      return fileSchema.parse({ ...answer.file, file_access: undefined })
    })
    return asked ?? file
  }

  /** Undefined when it has failed too often. */
  async #tried<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await work()
      this.#failed.delete(what)
      return done
    } catch (error) {
      const times = (this.#failed.get(what) ?? 0) + 1
      if (times < TRIES) {
        this.#failed.set(what, times)
        throw error
      }
      this.#failed.delete(what)
      return undefined
    }
  }

  async #takeOne(file: SlackFile): Promise<Attachment> {
    const { flow, botToken, apiUrl } = this.#options
    const url = file.url_private_download || file.url_private
    if (file.file_access === 'check_file_info') return missing(file, 'unreachable')
    if (NO_MORE.has(file.mode ?? '') || !url) return missing(file, 'gone')
    if ((file.size ?? 0) > LARGEST_FILE.to_client) return missing(file, 'too_big')
    const remote = `sl:${file.id}`
    const kept = await this.#tried(remote, () =>
      flow.keepFile({
        platform: 'slack',
        remote,
        kind: 'document',
        name: nameOf(file),
        mime: file.mimetype ?? undefined,
        fetch: () => download(url, botToken, apiUrl, { mime: file.mimetype ?? undefined }),
      }),
    )
    if (kept === undefined) return missing(file, 'unreachable')
    // Telegram takes no empty file, nor the words with it.
    if (kept.size === 0) return { ...missing(file, 'empty'), size: 0 }
    const shape = shapeOf(file)
    return {
      ...shape,
      ...kept,
      kind: kindOf(kept.mime, kept.size, shape),
      warnings: kept.warnings ? [...kept.warnings] : undefined,
    }
  }
}

/** Telegram shows a picture as such after making it smaller and coarser: only a photo that loses next to nothing crosses as one. */
const PHOTO = { bytes: 10 * 1024 * 1024, side: 2_560 } as const

/** What a file crosses as: by its bytes, so that a client sees a video play; whatever would lose by it stays a document. */
export function kindOf(
  mime: string,
  size: number,
  { width = 0, height = 0 }: Pick<Attachment, 'width' | 'height'>,
): FileKind {
  if (mime === 'image/jpeg' && size <= PHOTO.bytes && Math.max(width, height) <= PHOTO.side) return 'photo'
  if (mime === 'image/gif') return 'animation'
  if (mime === 'video/mp4') return 'video'
  if (mime === 'audio/mpeg' || mime === 'audio/x-m4a' || mime === 'audio/mp4') return 'audio'
  return 'document'
}

function nameOf({ name, title }: SlackFile): string {
  return safeName(name || title || '')
}

function shapeOf(file: SlackFile): Pick<Attachment, 'duration' | 'width' | 'height'> {
  const positive = (value: number | null | undefined) => (value && value > 0 ? Math.round(value) : undefined)
  const seconds = file.duration_ms ? file.duration_ms / 1_000 : undefined
  return { duration: seconds, width: positive(file.original_w), height: positive(file.original_h) }
}

function missing(file: SlackFile, why: Missing): Attachment {
  return {
    kind: 'document',
    name: nameOf(file),
    size: Math.max(0, Math.round(file.size ?? 0)),
    mime: file.mimetype || 'application/octet-stream',
    missing: why,
  }
}

function linkTo(file: SlackFile): RichText[number] {
  const url = file.external_url || file.permalink
  const text = file.name || file.title || 'file'
  return {
    type: 'paragraph',
    content: [url ? { type: 'link', url, text } : { type: 'text', text: `[${text}]`, marks: ['italic'] }],
  }
}
