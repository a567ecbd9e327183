import type { ModalView } from '@slack/types'
import type { Locale } from '../../../src/core/ids.ts'
import { cut } from '../cards/blocks.ts'
import { say } from '../text.ts'

export const WHAT_IS_WRONG = 'what_is_wrong'
export const WRONG = { block: 'wrong', action: 'wrong' } as const

/** The author has said that the manager's wording does not say what they meant. `value`: that of the button. */
export function drawWhatIsWrong(value: unknown, locale: Locale): ModalView {
  const small = (text: string) => ({ type: 'plain_text' as const, text: cut(text, 24), emoji: false })
  return {
    type: 'modal',
    callback_id: WHAT_IS_WRONG,
    private_metadata: JSON.stringify(value),
    title: small(say(locale, 'wrong-title')),
    submit: small(say(locale, 'wrong-send')),
    close: small(say(locale, 'dialog-close')),
    blocks: [
      {
        type: 'input',
        block_id: WRONG.block,
        label: { type: 'plain_text', text: say(locale, 'wrong-label'), emoji: false },
        element: { type: 'plain_text_input', action_id: WRONG.action, multiline: true, max_length: 2_000 },
      },
    ],
  }
}
