import type { KnownBlock, ModalView } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Preview, TypedPreview } from '../../../src/core/flow.ts'
import type { FindingInWords } from '../../../src/core/guard.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { Piece } from '../../../src/core/sender.ts'
import { context, contexts, cut, section, words } from '../cards/blocks.ts'
import { fileLine, lossesOf } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { MOST_FINDINGS } from './dialog.ts'
import { say as sayHere } from './text.ts'

type Shown<P extends { readonly kind: string }> = Extract<P, { kind: 'open' }>

const TITLE = 24
/** A dialogue takes a hundred blocks; each message takes three, and findings nine at most. */
const MOST_PIECES = 29
const FINDING = 300

/** The messages in which the other side would get it, one after another, exactly as they would look there. */
export function drawPreview({ card, pieces }: Shown<Preview>): ModalView {
  const { locale } = card
  const removed = card.kind === 'removal' ? [context(say(locale, 'card-removes'))] : []
  return frame(card, [...removed, ...messagesOf(pieces, locale), ...lossesOf({ ...card, acts: ['approve'] })])
}

/** The same of what is typed in the dialogue below, and what the guard will say of it. Closing it goes back there. */
export function drawTyped({ card, direction, body, pieces, findings }: Shown<TypedPreview>): ModalView {
  const { locale } = card
  const grave = findings.filter(({ severity }) => severity === 'block')
  const others = findings.filter(({ severity }) => severity !== 'block')
  const line = (sign: string) => (finding: FindingInWords) => cut(`${sign}${escaped(finding.words)}`, FINDING)
  const lines = [...grave.map(line(':ballot_box_with_check: ')), ...others.map(line(''))].slice(0, MOST_FINDINGS)
  const head = grave.length > 0 ? [section(`:warning: ${sayHere(locale, 'preview-typed-findings')}`)] : []
  return frame({ direction, locale }, [
    context(sayHere(locale, 'preview-typed-help')),
    ...messagesOf(pieces, locale),
    ...lossesOf({ body: [...body], proposed: undefined, direction, locale, acts: ['approve'] }),
    ...head,
    ...contexts(lines),
  ])
}

function messagesOf(pieces: readonly Piece[], locale: Locale): KnownBlock[] {
  return pieces.slice(0, MOST_PIECES).flatMap((piece, i): KnownBlock[] => [
    context(`*${say(locale, 'preview-message', { number: String(i + 1), of: String(pieces.length) })}*`),
    ...contexts(piece.files.map((file) => `:paperclip: ${fileLine(file, locale)}`)),
    // A piece is one message already: all of it is shown.
    ...(piece.body.length === 0 ? [] : [words(piece.body, Number.POSITIVE_INFINITY)]),
  ])
}

function frame({ direction, locale }: Pick<Card, 'direction' | 'locale'>, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: cut(say(locale, `preview-${direction}`), TITLE), emoji: false },
    close: { type: 'plain_text', text: cut(say(locale, 'dialog-ok'), TITLE), emoji: false },
    blocks,
  }
}
