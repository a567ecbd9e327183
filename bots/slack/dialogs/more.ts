import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { MoreAct } from '../../../src/core/relay.ts'
import { context, cut, SLACK_LIMITS, section } from '../cards/blocks.ts'
import { buttonValue, titleOf } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'

const TITLE = 24

/** Everything that can be done with a relay besides the buttons of its card, each with a line that says what it does. */
export function drawMore(card: Card): ModalView {
  const { locale } = card
  return {
    ...plainModal(say(locale, 'more-title', { number: String(card.number) }), locale),
    blocks: [context(escaped(titleOf(card))), ...card.more.map((act) => entryOf(act, card))],
  }
}

function entryOf(act: MoreAct, card: Card): KnownBlock {
  const { locale } = card
  return {
    ...section(`*${say(locale, `more-${act}`)}*\n${say(locale, `more-${act}-help`)}`),
    accessory: moreButton(act, card),
  } as KnownBlock
}

export function moreButton(act: MoreAct, card: Card): Button {
  return {
    type: 'button',
    action_id: `more_${act}`,
    text: { type: 'plain_text', text: cut(say(card.locale, `more-${act}`), SLACK_LIMITS.button), emoji: false },
    value: buttonValue(card),
  }
}

/** A dialogue that only says something, in mrkdwn. */
export function drawWords(text: string, locale: Locale): ModalView {
  return { ...plainModal(say(locale, 'words-title'), locale), blocks: [section(text)] }
}

/** A dialogue that only shows something. */
export function plainModal(title: string, locale: Locale): Pick<ModalView, 'type' | 'title' | 'close'> {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: cut(title, TITLE), emoji: false },
    close: { type: 'plain_text', text: cut(say(locale, 'dialog-ok'), TITLE), emoji: false },
  }
}
