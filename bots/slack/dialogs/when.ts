import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Locale } from '../../../src/core/ids.ts'
import { SEND_CHOICES, SNOOZE_CHOICES, type When, type WhenChoice } from '../../../src/core/when.ts'
import { cut } from '../cards/blocks.ts'
import { say } from '../text.ts'

/** Two fields: one of the choices, and a date and time of one's own, which counts when it is given. */
export const WHEN = { block: 'when', action: 'when', own: 'when_at' } as const

/** What was picked already; `own` in Unix seconds, as Slack has it. */
export type Picked = { readonly choice?: WhenChoice | undefined; readonly own?: number | undefined }

export function whenFields(choices: readonly WhenChoice[], locale: Locale, picked: Picked = {}): KnownBlock[] {
  const { choice: chosen, own } = picked
  const options = choices.map((choice) => ({
    text: { type: 'plain_text' as const, text: cut(say(locale, `when-${choice}`), 75) },
    value: choice,
  }))
  const initial = options.find(({ value }) => value === chosen) ?? options[0]
  return [
    {
      type: 'input',
      block_id: WHEN.block,
      label: { type: 'plain_text', text: say(locale, 'when-label') },
      element: {
        type: 'radio_buttons',
        action_id: WHEN.action,
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      },
    },
    {
      type: 'input',
      block_id: WHEN.own,
      optional: true,
      label: { type: 'plain_text', text: say(locale, 'when-own') },
      element: {
        type: 'datetimepicker',
        action_id: WHEN.own,
        ...(own === undefined ? {} : { initial_date_time: own }),
      },
    },
  ]
}

const choiceSchema = z.looseObject({
  selected_option: z.looseObject({ value: z.enum([...SNOOZE_CHOICES, ...SEND_CHOICES]) }).nullish(),
})
const ownSchema = z.looseObject({ selected_date_time: z.number().int().nullish() })

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The time that was picked; of a dialogue that asks for none, the first choice, which nobody reads. */
export function pickedIn(values: Values): Required<Picked> & { readonly when: When } {
  const choice = choiceSchema.parse(values[WHEN.block]?.[WHEN.action] ?? {}).selected_option?.value ?? 'hour'
  const own = ownSchema.parse(values[WHEN.own]?.[WHEN.own] ?? {}).selected_date_time ?? undefined
  return { choice, own, when: own === undefined ? { choice } : { at: new Date(own * 1_000) } }
}
