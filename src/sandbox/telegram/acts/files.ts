/** Sending files as a person does. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Content } from '../facts.ts'
import { FILE_KINDS, type FileKind, KINDS } from '../files/kinds.ts'
import { pictureSize } from '../files/picture.ts'
import { storedFile, Upload } from '../files/stored.ts'
import { newGroup } from '../group.ts'
import type { Telegram } from '../platform.ts'
import {
  type Act,
  type Acts,
  act,
  ConflictError,
  chat,
  edited,
  entities,
  messageId,
  ownMessage,
  placeOf,
  said,
  saying,
  text,
  user,
  words,
} from './act.ts'

/** Where the bytes are: a file of this machine, in the request itself, or uploaded before. */
const bytes = {
  path: z.string().optional(),
  base64: z.base64().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  name: z.string().min(1).max(255).optional(),
}
const fileArgs = {
  ...bytes,
  text: text.default(''),
  entities,
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  duration: z.int().min(0).optional(),
  performer: z.string().optional(),
  title: z.string().optional(),
  emoji: z.string().optional(),
  mimeType: z.string().optional(),
  hasSpoiler: z.boolean().default(false),
}
const fileSchema = z.strictObject(fileArgs)
type FileArgs = z.infer<typeof fileSchema>

function sending(kind: FileKind): Act {
  return act(z.strictObject({ ...saying, ...fileArgs }), async (telegram, args) => {
    placeOf(telegram, args.user, args.chat)
    const content = await contentOf(telegram, kind, args)
    return said(telegram, args, { ...captionOf(kind, args), content, ...spoilerOf(args) })
  })
}

const byKind: Acts = Object.fromEntries(FILE_KINDS.map((kind) => [kind.replace('_', '-'), sending(kind)]))

export const fileActs: Acts = {
  ...byKind,
  /** Several files that belong together: a message and an update each. */
  album: act(
    z.strictObject({
      ...saying,
      items: z
        .array(fileSchema.extend({ kind: z.enum(['photo', 'video', 'document', 'audio']) }))
        .min(2)
        .max(10),
    }),
    async (telegram, { items, ...args }) => {
      placeOf(telegram, args.user, args.chat)
      const families = new Set(items.map(({ kind }) => KINDS[kind].album))
      if (families.size > 1) throw new ConflictError('such files cannot be in one album')
      const contents: Content[] = []
      for (const item of items) contents.push(await contentOf(telegram, item.kind, item))
      const group = newGroup()
      const ids = items.map((item, i) => {
        const beside = { media_group_id: group, ...spoilerOf(item).beside }
        return said(telegram, args, { ...captionOf(item.kind, item), content: contents[i], beside }).message_id
      })
      return { message_ids: ids, media_group_id: group }
    },
  ),
  /** Another file in the place of the old one; the caption is new, too. */
  'edit-media': act(
    z.strictObject({ user, chat, message: messageId, kind: z.enum(FILE_KINDS), ...fileArgs }),
    async (telegram, args) => {
      if (!ownMessage(telegram, args).content) throw new ConflictError('there is no file in this message')
      const content = await contentOf(telegram, args.kind, args)
      return edited(telegram, ownMessage(telegram, args), { ...captionOf(args.kind, args), content })
    },
  ),
}

async function contentOf(telegram: Telegram, kind: FileKind, args: FileArgs): Promise<Content> {
  const upload = await uploadOf(telegram, args)
  const hasPicture = kind === 'photo' || (kind === 'sticker' && upload.name.endsWith('.webp'))
  const size = hasPicture ? await pictureSize(telegram.kernel.files, upload.sha256) : undefined
  const file = storedFile(
    kind,
    upload,
    { ...args, width: args.width ?? size?.width, height: args.height ?? size?.height },
    telegram.state.files.size,
  )
  telegram.commit([{ type: 'file', file }])
  return { kind, fields: file.fields }
}

async function uploadOf(telegram: Telegram, { path, base64, sha256, name }: FileArgs): Promise<Upload> {
  const called = name ?? (path === undefined ? undefined : basename(path))
  if (called === undefined) throw new ConflictError('name the file: `name`')
  const kept = await telegram.kernel.files.put(sourceOf(telegram, { path, base64, sha256 })).catch((error: unknown) => {
    throw new ConflictError(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  return new Upload(kept.sha256, kept.size, called)
}

async function* sourceOf(
  telegram: Telegram,
  { path, base64, sha256 }: Pick<FileArgs, 'path' | 'base64' | 'sha256'>,
): AsyncGenerator<Uint8Array> {
  if (path !== undefined) yield* createReadStream(path)
  else if (base64 !== undefined) yield Buffer.from(base64, 'base64')
  else if (sha256 !== undefined) yield* telegram.kernel.files.open(sha256)
  else throw new Error('give the bytes as `path`, as `base64`, or as the `sha256` of an upload')
}

function captionOf(kind: FileKind, args: FileArgs) {
  if (!KINDS[kind].hasCaption && args.text !== '') throw new ConflictError('there can be no words under this')
  return words(args)
}

function spoilerOf({ hasSpoiler }: FileArgs) {
  return hasSpoiler ? { beside: { has_media_spoiler: true } } : {}
}
