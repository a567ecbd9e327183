import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../../src/core/ids.ts'
import { say } from './text.ts'

export const PREVIEW_TYPED = 'preview_typed'

/** Under the field of words that will leave. */
export function previewTyped(locale: Locale): KnownBlock {
  return {
    type: 'actions',
    block_id: PREVIEW_TYPED,
    elements: [
      {
        type: 'button',
        action_id: PREVIEW_TYPED,
        text: { type: 'plain_text', text: say(locale, 'preview-typed'), emoji: false },
      },
    ],
  }
}
