import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Locale } from '../../../src/core/ids.ts'
import { cut } from '../cards/blocks.ts'
import { say } from '../text.ts'

const ASK_FIRST = 'ask_first'

/** Under findings: rather than confirming them, the author may be asked. */
export function drawAskFirst(locale: Locale): KnownBlock {
  return {
    type: 'input',
    block_id: ASK_FIRST,
    optional: true,
    label: { type: 'plain_text', text: say(locale, 'ask-first') },
    element: {
      type: 'checkboxes',
      action_id: ASK_FIRST,
      options: [{ text: { type: 'plain_text', text: cut(say(locale, 'ask-first-box'), 75) }, value: 'ask' }],
    },
  }
}

const boxSchema = z.looseObject({ selected_options: z.array(z.unknown()).default([]) })

export function asksFirst(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): boolean {
  return boxSchema.parse(values[ASK_FIRST]?.[ASK_FIRST] ?? {}).selected_options.length > 0
}
