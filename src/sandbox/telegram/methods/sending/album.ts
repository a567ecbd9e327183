import { z } from 'zod'
import type { Content, Json } from '../../facts.ts'
import { isFileKind, KINDS } from '../../files/kinds.ts'
import { newGroup } from '../../group.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import { chatToWrite, flag, type Method, method } from '../method.ts'
import { aboutArgs, fileArg, fileFor } from './files.ts'
import { sendJson, whereArgs } from './send.ts'
import { captionArgs, captionOf } from './words.ts'

/** "must include 2-10 items" (sendMediaGroup). */
const ITEMS = { fewest: 2, most: 10 } as const

export const mediaSchema = z.looseObject({
  type: z.string(),
  media: fileArg.optional(),
  has_spoiler: flag.default(false),
  ...captionArgs,
  ...aboutArgs,
})
type Media = z.infer<typeof mediaSchema>

const sendMediaGroup = method(
  z.looseObject({ ...whereArgs, media: z.array(mediaSchema).default([]) }),
  async (telegram, args) => {
    chatToWrite(telegram, args.chat_id)
    checkTogether(args.media)
    const captions = args.media.map(captionOf)
    const contents: Content[] = []
    for (const media of args.media) contents.push(await mediaFor(telegram, media, args))
    const group = newGroup()
    return contents.map((content, i) => {
      const beside = { media_group_id: group, ...spoilerOf(args.media[i]) }
      return sendJson(telegram, args, { ...captions[i], content, beside })
    })
  },
)

/** Photos and videos stand together; documents and audio files only with their like. Throws RefusedError. */
function checkTogether(items: readonly Media[]): void {
  if (items.length === 0) throw badRequest('there are no messages to send')
  if (items.length < ITEMS.fewest) throw badRequest('too few messages to send as an album')
  if (items.length > ITEMS.most) throw badRequest('too many messages to send as an album')
  const families = new Set(items.map(({ type }) => (isFileKind(type) ? KINDS[type].album : undefined)))
  if (families.has(undefined)) throw badRequest('invalid message content type')
  if (families.size === 1) return
  const alone = items.find(({ type }) => type === 'document' || type === 'audio')
  throw badRequest(`${alone?.type ?? ''} can't be mixed with other media types`)
}

/** What one item of a list of media carries. `form`: the whole request, where its files are. Throws RefusedError. */
export async function mediaFor(telegram: Telegram, media: Media, form: Json): Promise<Content> {
  if (!isFileKind(media.type)) throw badRequest('invalid message content type')
  return fileFor(telegram, media.type, media.media, media, form)
}

export function spoilerOf(media: Media | undefined): Json {
  return media?.has_spoiler ? { has_media_spoiler: true } : {}
}

export const albumMethods: Readonly<Record<string, Method>> = { sendMediaGroup }
