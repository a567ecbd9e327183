import type { KnownBlock, ModalView } from '@slack/types'
import type { Preview } from '../../../src/core/flow.ts'
import { context, contexts, cut, words } from '../cards/blocks.ts'
import { fileLine, lossesOf } from '../cards/card.ts'
import { say } from '../text.ts'

const TITLE = 24
/** A dialogue takes a hundred blocks; each message takes three at most. */
const MOST_PIECES = 30

/** The messages in which the other side would get it, one after another, exactly as they would look there. */
export function drawPreview({ card, pieces }: Extract<Preview, { kind: 'open' }>): ModalView {
  const { locale } = card
  const removed = card.kind === 'removal' ? [context(say(locale, 'card-removes'))] : []
  const shown = pieces.slice(0, MOST_PIECES)
  const messages = shown.flatMap((piece, i): KnownBlock[] => [
    context(`*${say(locale, 'preview-message', { number: String(i + 1), of: String(pieces.length) })}*`),
    ...contexts(piece.files.map((file) => `:paperclip: ${fileLine(file, locale)}`)),
    // A piece is one message already: all of it is shown.
    ...(piece.body.length === 0 ? [] : [words(piece.body, Number.POSITIVE_INFINITY)]),
  ])
  return {
    type: 'modal',
    title: { type: 'plain_text', text: cut(say(locale, `preview-${card.direction}`), TITLE), emoji: false },
    close: { type: 'plain_text', text: cut(say(locale, 'dialog-ok'), TITLE), emoji: false },
    blocks: [...removed, ...messages, ...lossesOf({ ...card, acts: ['approve'] })],
  }
}
