/** A file as Telegram keeps it: what it is called by, and what messages say of it. */
import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import mime from 'mime'
import type { Json, StoredFile } from '../facts.ts'
import { type FileKind, KINDS } from './kinds.ts'
import { type Size, sizesOf } from './picture.ts'

/** Bytes that have come, with what their sender calls them. */
export class Upload {
  constructor(
    readonly sha256: string,
    readonly size: number,
    readonly name: string,
  ) {}
}

/** What a sender says of a file beside its bytes. */
export type About = {
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly duration?: number | undefined
  readonly performer?: string | undefined
  readonly title?: string | undefined
  readonly emoji?: string | undefined
  readonly mimeType?: string | undefined
}

/** `number`: a number of its own, which names its place on the server. */
export function storedFile(kind: FileKind, upload: Upload, about: About, number: number): StoredFile {
  const { folder, extension } = KINDS[kind]
  const ending = ((kind === 'sticker' || kind === 'document') && extname(upload.name).slice(1)) || extension
  const ids = (kind === 'photo' ? PHOTO_SIZES : ONE).map(() => newId(kind))
  return {
    kind,
    ids,
    sha256: upload.sha256,
    size: upload.size,
    path: `${folder}/file_${number}${ending === '' ? '' : `.${ending.replaceAll(/[^\w]/g, '').slice(0, 10)}`}`,
    fields: FIELDS[kind](upload, about, ids),
  }
}

type Id = StoredFile['ids'][number]
const PHOTO_SIZES = [0, 1, 2]
const ONE = [0]

function newId(kind: FileKind): Id {
  const { prefix } = KINDS[kind]
  return {
    id: `${prefix}${randomBytes(36).toString('base64url')}`,
    unique: `${prefix.slice(0, 2)}AD${randomBytes(6).toString('base64url')}`,
  }
}

type Fields = (upload: Upload, about: About, ids: readonly Id[]) => Json
const FIELDS: Readonly<Record<FileKind, Fields>> = {
  photo: (upload, about, ids) => ({
    photo: sizesOf(sides(about, { width: 1_280, height: 960 })).map((size, i) => ({
      ...named(ids[i], upload),
      ...size,
    })),
  }),
  document: (upload, about, [id]) => ({ document: { ...named(id, upload), ...titled('document', upload, about) } }),
  video: (upload, about, [id]) => ({
    video: { ...named(id, upload), ...titled('video', upload, about), ...moving(about) },
  }),
  /** For backward compatibility the document is there, too. */
  animation: (upload, about, [id]) => {
    const document = { ...named(id, upload), ...titled('animation', upload, about) }
    return { animation: { ...document, ...moving(about) }, document }
  },
  audio: (upload, about, [id]) => ({
    audio: {
      ...named(id, upload),
      ...titled('audio', upload, about),
      duration: about.duration ?? 0,
      performer: about.performer,
      title: about.title,
    },
  }),
  voice: (upload, about, [id]) => ({
    voice: { ...named(id, upload), mime_type: about.mimeType ?? KINDS.voice.mime, duration: about.duration ?? 0 },
  }),
  video_note: (upload, about, [id]) => ({
    video_note: { ...named(id, upload), length: about.width ?? 240, duration: about.duration ?? 0 },
  }),
  sticker: (upload, about, [id]) => ({
    sticker: {
      ...named(id, upload),
      type: 'regular',
      ...sides(about, { width: 512, height: 512 }),
      is_animated: upload.name.endsWith('.tgs'),
      is_video: upload.name.endsWith('.webm'),
      emoji: about.emoji,
    },
  }),
}

function named(id: Id | undefined, { size }: Upload): Json {
  return { file_id: id?.id, file_unique_id: id?.unique, file_size: size }
}

function titled(kind: FileKind, { name }: Upload, { mimeType }: About): Json {
  return { file_name: name, mime_type: mimeType ?? mime.getType(name) ?? KINDS[kind].mime }
}

function sides({ width, height }: About, otherwise: Size): Size {
  return { width: width ?? otherwise.width, height: height ?? otherwise.height }
}

function moving(about: About): Json {
  return { ...sides(about, { width: 1_280, height: 720 }), duration: about.duration ?? 0 }
}

/** What it is and how a browser shows it. */
export function kindAndMime({ kind, fields }: StoredFile): { readonly kind: FileKind; readonly mime: string } {
  const about = fields[kind]
  const told = typeof about === 'object' && about !== null && 'mime_type' in about ? about.mime_type : undefined
  return { kind, mime: typeof told === 'string' ? told : KINDS[kind].mime }
}
