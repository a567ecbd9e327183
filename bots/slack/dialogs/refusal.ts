import type { KnownBlock, ModalView, Option } from '@slack/types'
import { withQuotes } from '../../../src/core/answered.ts'
import type { RefusalKit } from '../../../src/core/flow.ts'
import type { FindingInWords } from '../../../src/core/guard.ts'
import { digest } from '../../../src/core/hash.ts'
import { plain, type RichText } from '../../../src/core/rich-text.ts'
import { REFUSAL_REASONS, TONES } from '../../../src/core/template.ts'
import { context, section, words } from '../cards/blocks.ts'
import { titleOf } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { drawFinding, fieldBlock, MOST_FINDINGS, plainText, plainText75, wordsInput } from './dialog.ts'
import { previewTyped } from './typed.ts'

export const REFUSAL = 'refuse'
/** The fields of the dialogue; a change of each but the words is told at once. */
export const REFUSAL_FIELDS = ['reason', 'tone', 'template', 'alternative'] as const
export type RefusalField = (typeof REFUSAL_FIELDS)[number]

export function refusalAction(field: RefusalField): string {
  return `refuse_${field}`
}

type Shown = Extract<RefusalKit, { kind: 'open' }>

export type RefusalAgain = {
  /** What stands in the field now, when the manager has written it. */
  readonly body?: RichText | undefined
  /** How often the program has filled the field anew. */
  readonly filled: number
  readonly why?: 'stale' | 'unconfirmed' | 'filled' | undefined
  readonly findings?: readonly FindingInWords[] | undefined
  readonly confirmed?: readonly string[] | undefined
}

/** The dialogue "Refuse": why, how, what instead, and the words that come of it, to be changed at will. */
export function drawRefusal(kit: Shown, again: RefusalAgain): ModalView {
  const { card, choice, templates } = kit
  const { locale, relay, revision, look } = card
  const { filled, why, findings = [], confirmed = [] } = again
  const body = again.body ?? plain(kit.words)
  const reasons = REFUSAL_REASONS.map((value) => option(say(locale, `reason-${value}`), value))
  const tones = TONES.map((value) => option(say(locale, `tone-${value}`), value))
  const titles = templates.map(({ id, title }) => option(title, id))
  return {
    type: 'modal',
    callback_id: REFUSAL,
    private_metadata: JSON.stringify({ relay, revision, look, filledWith: digest(kit.words) }),
    title: plainText(say(locale, 'refuse-title')),
    submit: plainText(say(locale, 'refuse-submit')),
    close: plainText(say(locale, 'dialog-close')),
    blocks: [
      ...(why === undefined ? [] : [section(`:warning: ${say(locale, `dialog-${why}`)}`)]),
      context(`${escaped(titleOf(card))} · ${say(locale, 'card-number', { number: String(card.number) })}`),
      context(say(locale, 'dialog-original', { author: escaped(card.author.name) })),
      words(withQuotes(card.body, card.quotes)),
      select('reason', 'reason', say(locale, 'refuse-reason'), reasons, choice.reason),
      select('tone', 'tone', say(locale, 'refuse-tone'), tones, choice.tone),
      // Another choice has other templates: another field.
      ...(titles.length < 2
        ? []
        : [
            select(
              'template',
              `template|${choice.reason}|${choice.tone}`,
              say(locale, 'refuse-template'),
              titles,
              choice.template,
            ),
          ]),
      {
        type: 'input',
        block_id: 'alternative',
        optional: true,
        dispatch_action: true,
        label: { type: 'plain_text', text: say(locale, 'refuse-alternative'), emoji: false },
        element: {
          type: 'plain_text_input',
          action_id: refusalAction('alternative'),
          max_length: ALTERNATIVE,
          dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        },
      },
      ...(templates.length === 0 ? [context(`:warning: ${say(locale, 'refuse-none')}`)] : []),
      {
        type: 'input',
        block_id: fieldBlock(filled),
        label: { type: 'plain_text', text: say(locale, 'refuse-words'), emoji: false },
        element: wordsInput(body),
      },
      previewTyped(locale),
      ...findings.slice(0, MOST_FINDINGS).map((finding) => drawFinding(finding, locale, confirmed)),
    ],
  }
}

const ALTERNATIVE = 500

function option(text: string, value: string): Option {
  return { text: plainText75(text), value }
}

function select(
  field: RefusalField,
  blockId: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
): KnownBlock {
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'input',
    block_id: blockId,
    dispatch_action: true,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'static_select',
      action_id: refusalAction(field),
      options: [...options],
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  } as KnownBlock
}
