import type { KnownBlock } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { preview } from '../../../src/core/rich-text.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { context, section } from './blocks.ts'
import { actsOf, type Drawn, titleOf } from './card.ts'

/** As many as fit into one message with their buttons. */
const SHOWN = 12

/** What waits for one person, oldest first, each with its buttons. */
export function drawQueue(locale: Locale, cards: readonly Card[]): Drawn {
  if (cards.length === 0) return { text: say(locale, 'queue-empty'), blocks: [section(say(locale, 'queue-empty'))] }
  const head = say(locale, 'queue-head', { count: cards.length })
  const more = cards.length - SHOWN
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      ...cards.slice(0, SHOWN).flatMap(entryOf),
      ...(more > 0 ? [context(say(locale, 'queue-more', { count: more }))] : []),
    ],
  }
}

const PREVIEW = 300

function entryOf(card: Card): KnownBlock[] {
  const number = say(card.locale, 'card-number', { number: String(card.number) })
  const line = `${number} · ${escaped(titleOf(card))} · ${escaped(card.author.name)}\n${escaped(preview(card.body, PREVIEW))}`
  return [section(line), ...actsOf(card)]
}
