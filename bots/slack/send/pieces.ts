import type { KnownBlock } from '@slack/types'
import type { Attachment } from '../../../src/core/attachment.ts'
import { following } from '../../../src/core/following.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { plain, type RichText, segmentsOf, toPlain } from '../../../src/core/rich-text.ts'
import type { Final } from '../../../src/core/sender.ts'
import { missingWords } from '../../../src/core/words.ts'
import { context } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import type { RichTextBlock } from '../format/rich-text.ts'
import { split } from '../format/split.ts'
import { toRichText } from '../format/to-blocks.ts'

/** One message of Slack: words, or files with or without words above them. */
export type SlackPiece = { readonly files: readonly Attachment[]; readonly words: RichTextBlock | undefined }

const MOST_FILES = 10

/** What was approved, cut into the messages that Slack takes, after rendering: nothing is lost, and the order is kept. */
export function piecesOf(final: Final): SlackPiece[] {
  return following(
    final,
    (said) => cutOf(said, final.locale),
    (words) => ({ files: [], words: toRichText(words) }),
  )
}

function cutOf(said: RichText, locale: Locale): SlackPiece[] {
  return segmentsOf(said).flatMap(({ files, words }) => {
    const missing = files
      .filter((file) => file.sha256 === undefined)
      .flatMap((file) => plain(missingWords(locale, file)))
    return layOut(tens(files.filter((file) => file.sha256 !== undefined)), [...missing, ...words])
  })
}

function tens(files: readonly Attachment[]): Attachment[][] {
  const groups: Attachment[][] = []
  for (let i = 0; i < files.length; i += MOST_FILES) groups.push(files.slice(i, i + MOST_FILES))
  return groups
}

/** The words stand with the first files; what is too long for one message goes on after them. */
function layOut([head, ...more]: readonly Attachment[][], words: RichText): SlackPiece[] {
  const texts = toPlain(words).trim() === '' ? [] : split(toRichText(words))
  if (!head) return texts.map((text) => ({ files: [], words: text }))
  const [first, ...rest] = texts
  return [
    { files: head, words: first },
    ...more.map((files) => ({ files, words: undefined })),
    ...rest.map((text) => ({ files: [], words: text })),
  ]
}

/** As blocks. Slack lets no app name a speaker on a message with files, so the name stands in it. */
export function blocksOf({ files, words }: SlackPiece, speaker: string | undefined): KnownBlock[] {
  const name = files.length > 0 && speaker !== undefined ? [context(`*${escaped(speaker)}*`)] : []
  return [...name, ...(words === undefined ? [] : [words as unknown as KnownBlock])]
}
