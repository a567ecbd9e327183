import { type Attachment, type FileKind, LARGEST_FILE } from '../../../src/core/attachment.ts'
import { following } from '../../../src/core/following.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { plain, type RichText, segmentsOf } from '../../../src/core/rich-text.ts'
import type { Final } from '../../../src/core/sender.ts'
import { missingWords } from '../../../src/core/words.ts'
import { TELEGRAM_LIMITS } from '../api/limits.ts'
import { split } from '../format/split.ts'
import { type Rendered, toEntities } from '../format/to-entities.ts'

/** One message of Telegram: words, or files with or without words under them. */
export type TelegramPiece = { readonly files: readonly Attachment[]; readonly words: Rendered }

const NOTHING: Rendered = { text: '', entities: [] }

/** What was approved, cut into the messages that Telegram takes, after rendering: nothing is lost, and the order is kept. */
export function piecesOf(final: Final): TelegramPiece[] {
  return following(
    final,
    (said) => cutOf(said, final.locale),
    (words) => ({ files: [], words: toEntities(words) }),
  )
}

function cutOf(said: RichText, locale: Locale): TelegramPiece[] {
  return segmentsOf(said).flatMap(({ files, words }) => {
    const missing = files.filter((file) => file.sha256 === undefined)
    const groups = groupsOf(files.filter((file) => file.sha256 !== undefined).map(asTelegramTakesIt))
    return layOut(groups, toEntities([...missing.flatMap((file) => plain(missingWords(locale, file))), ...words]))
  })
}

/** A picture that is too heavy to be one crosses as a document, whole. */
function asTelegramTakesIt(file: Attachment): Attachment {
  return file.kind === 'photo' && file.size > TELEGRAM_LIMITS.photo ? { ...file, kind: 'document' } : file
}

/** Kinds that may stand in one album; another stands alone. */
const ALBUM: Partial<Record<FileKind, string>> = { photo: 'seen', video: 'seen', document: 'document', audio: 'audio' }

/**
 * Of one sort, and no heavier together than one file may be: an album is one request, whose whole length Telegram's server
 * limits (https://github.com/tdlib/telegram-bot-api/issues/671).
 */
function groupsOf(files: readonly Attachment[]): Attachment[][] {
  const groups: Attachment[][] = []
  let bytes = 0
  for (const file of files) {
    const last = groups.at(-1)
    const sort = ALBUM[file.kind]
    const isSame = last?.[0] && sort !== undefined && ALBUM[last[0].kind] === sort
    bytes += file.size
    if (isSame && last.length < TELEGRAM_LIMITS.album && bytes <= LARGEST_FILE.to_client) last.push(file)
    else {
      groups.push([file])
      bytes = file.size
    }
  }
  return groups
}

const WITHOUT_CAPTION: ReadonlySet<FileKind> = new Set(['video_note', 'sticker'])

/** Words that fit stand under the first files; longer ones are messages of their own after the files. */
function layOut(groups: readonly Attachment[][], words: Rendered): TelegramPiece[] {
  const { text: first, caption, entities } = TELEGRAM_LIMITS
  const [head, ...more] = groups
  const fits = words.text.length <= caption && words.entities.length <= entities
  if (head?.[0] && fits && words.text !== '' && !WITHOUT_CAPTION.has(head[0].kind)) {
    return [{ files: head, words }, ...more.map((files) => ({ files, words: NOTHING }))]
  }
  const texts = words.text === '' ? [] : split(words, { first, rest: first, entities })
  return [...groups.map((files) => ({ files, words: NOTHING })), ...texts.map((text) => ({ files: [], words: text }))]
}
