/** From what a bot gives for a file to the file: an upload, an upload elsewhere in the form, or the id of a file that is there. */
import { z } from 'zod'
import type { Content, Json, StoredFile } from '../../facts.ts'
import { type FileKind, KINDS } from '../../files/kinds.ts'
import { pictureSize, type Size } from '../../files/picture.ts'
import { storedFile, Upload } from '../../files/stored.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'

const LARGEST_PHOTO = 10 * 1024 * 1024
/** "The photo's width and height must not exceed 10000 in total. Width and height ratio must be at most 20." (sendPhoto) */
const SIDES_TOGETHER = 10_000
const RATIO = 20

export const fileArg = z.union([z.instanceof(Upload), z.string()])
export const aboutArgs = {
  width: z.coerce.number().int().min(0).optional(),
  height: z.coerce.number().int().min(0).optional(),
  duration: z.coerce.number().int().min(0).optional(),
  performer: z.string().optional(),
  title: z.string().optional(),
  emoji: z.string().optional(),
  /** Of a video note: its diameter. */
  length: z.coerce.number().int().min(1).max(640).optional(),
}
export type AboutArgs = { readonly [Name in keyof typeof aboutArgs]?: z.infer<(typeof aboutArgs)[Name]> }

/**
 * `form`: all that came along, where `attach://name` points into. A file that has come stays on the server, even when
 * the message is refused later. Throws RefusedError.
 */
export async function fileFor(
  telegram: Telegram,
  kind: FileKind,
  given: unknown,
  { length, ...about }: AboutArgs,
  form: Json,
): Promise<Content> {
  const file = attached(given, form)
  if (file === undefined || file === '') {
    throw badRequest(`there is no ${kind.replace('_', ' ')} in the request`)
  }
  if (typeof file === 'string') return contentOf(known(telegram, kind, file))
  const picture = await checked(telegram, kind, file)
  const side = length === undefined ? {} : { width: length }
  const stored = storedFile(kind, file, { ...about, ...side, ...picture }, telegram.state.files.size)
  telegram.commit([{ type: 'file', file: stored }])
  return contentOf(stored)
}

function attached(given: unknown, form: Json): Upload | string | undefined {
  const named = typeof given === 'string' && given.startsWith('attach://')
  const file = named ? form[given.slice('attach://'.length)] : given
  return file instanceof Upload || (typeof file === 'string' && !named) ? file : undefined
}

/** "It is not possible to change the file type when resending by file_id" (Sending files, in the Bot API). */
function known(telegram: Telegram, kind: FileKind, id: string): StoredFile {
  if (/^https?:\/\//i.test(id)) throw badRequest('failed to get HTTP URL content')
  const file = telegram.state.files.get(id)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`can't use file of type ${KINDS[file.kind].type} as ${KINDS[kind].type}`)
  return file
}

async function checked(telegram: Telegram, kind: FileKind, upload: Upload): Promise<Size | undefined> {
  if (upload.size === 0) throw badRequest('file must be non-empty')
  if (kind !== 'photo') return undefined
  if (upload.size > LARGEST_PHOTO) {
    throw badRequest(
      `file of size ${upload.size} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO} bytes`,
    )
  }
  const size = await pictureSize(telegram.kernel.files, upload.sha256)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  if (short + long > SIDES_TOGETHER || long > short * RATIO) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return size
}

export function contentOf({ kind, fields }: StoredFile): Content {
  return { kind, fields }
}
