import type { Button, KnownBlock } from '@slack/types'
import type { StaffNotice } from '../../../src/core/notice.ts'
import { escaped } from '../format/mrkdwn.ts'
import { parseUser } from '../ids.ts'
import { say } from '../text.ts'
import { context, section, words } from './blocks.ts'
import type { Drawn } from './card.ts'

/** The question to an author in their thread; answered, it has nothing left to press. */
export function drawAsked(notice: Extract<StaffNotice, { template: 'asked' }>): Drawn {
  const { locale, answer } = notice
  const text = say(locale, 'asked', { author: parseUser(notice.author) ?? '', by: escaped(notice.by) })
  const button = (action: 'asked_yes' | 'asked_no', id: string): Button => ({
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: say(locale, id), emoji: false },
    value: `${notice.relay}|${notice.version}`,
  })
  const below: KnownBlock = answer
    ? context(say(locale, answer.agrees ? 'asked-agreed' : 'asked-disagreed', answerWords(answer)))
    : {
        type: 'actions',
        block_id: `asked|${notice.version}`,
        elements: [button('asked_yes', 'asked-yes'), button('asked_no', 'asked-no')],
      }
  return { text, blocks: [section(text), words(notice.words), below] }
}

function answerWords({ by, note }: { readonly by: string; readonly note?: string | undefined }) {
  return { by: escaped(by), note: escaped(note ?? '') }
}
