/** sendPhoto, sendDocument and so on: one file, and what is written under it. */
import { z } from 'zod'
import { FILE_KINDS, type FileKind, KINDS } from '../../files/kinds.ts'
import { chatToWrite, flag, type Method, method } from '../method.ts'
import { aboutArgs, fileFor } from './files.ts'
import { sendJson, whereArgs } from './send.ts'
import { captionArgs, captionOf } from './words.ts'

const args = z.looseObject({
  ...whereArgs,
  ...captionArgs,
  ...aboutArgs,
  has_spoiler: flag.default(false),
})

function sending(kind: FileKind): Method {
  return method(args, async (telegram, given) => {
    chatToWrite(telegram, given.chat_id)
    const { hasCaption } = KINDS[kind]
    const words = hasCaption ? captionOf(given) : { text: '', entities: [] }
    const content = await fileFor(telegram, kind, given[kind], given, given)
    return sendJson(telegram, given, { ...words, content, ...spoiler(given.has_spoiler) })
  })
}

function spoiler(isHidden: boolean) {
  return isHidden ? { beside: { has_media_spoiler: true } } : {}
}

const named = (kind: FileKind) =>
  `send${kind.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())}`

/** sendPhoto … sendSticker, by the names of the kinds. */
export const mediaMethods: Readonly<Record<string, Method>> = Object.fromEntries(
  FILE_KINDS.map((kind) => [named(kind), sending(kind)]),
)
