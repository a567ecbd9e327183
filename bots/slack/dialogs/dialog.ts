import type { KnownBlock, ModalView, RichTextInput } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { FindingInWords } from '../../../src/core/guard.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { ActKind } from '../../../src/core/relay.ts'
import { type RichText, wordsIn } from '../../../src/core/rich-text.ts'
import { context, cut, section, words } from '../cards/blocks.ts'
import { lossesOf, titleOf } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { toRichText, withoutMentions } from '../format/to-blocks.ts'
import { say } from '../text.ts'

export const DIALOG = 'decide'
/** The one field of a dialogue. */
export const FIELD = { block: 'words', action: 'words' } as const

/** Acts that open a dialogue, and whether what is written there is formatted words or a plain reason. */
export const DIALOG_ACTS = {
  edit: 'words',
  answer: 'words',
  return: 'reason',
  reject: 'reason',
} as const satisfies Partial<Record<ActKind, 'words' | 'reason'>>
export type DialogAct = keyof typeof DIALOG_ACTS

/** What was in the field already, when the dialogue is shown again because something new came. */
export type Typed = { readonly body?: RichText; readonly reason?: string; readonly confirmed?: readonly string[] }

/** A finding of the guard that must be confirmed has a box of its own: `confirm|<id>`. */
export const CONFIRM = { block: 'confirm|', action: 'confirm', value: 'meant' } as const

const TITLE = 24
const REASON = 3_000

/** Why a dialogue is shown again. */
export type Again = { readonly typed: Typed } & (
  | { readonly why: 'stale' }
  | { readonly why: 'unconfirmed'; readonly findings: readonly FindingInWords[] }
)

/** The dialogue for an act: the words it is about, and a field. */
export function drawDialog(act: DialogAct, card: Card, again?: Again): ModalView {
  const { locale } = card
  const typed = again?.typed
  const note = again === undefined ? [] : [section(`:warning: ${say(locale, `dialog-${again.why}`)}`)]
  const findings = again?.why === 'unconfirmed' ? again.findings : []
  return {
    type: 'modal',
    callback_id: DIALOG,
    private_metadata: JSON.stringify({ relay: card.relay, revision: card.revision, look: card.look, act }),
    title: plainText(say(locale, `dialog-${act}`)),
    submit: plainText(say(locale, `dialog-submit-${act}`)),
    close: plainText(say(locale, 'dialog-close')),
    blocks: [
      ...note,
      context(`${escaped(titleOf(card))} · ${say(locale, 'card-number', { number: String(card.number) })}`),
      context(say(locale, 'dialog-original', { author: escaped(card.author.name) })),
      words(card.body),
      ...lossesOf(card),
      field(act, card, typed),
      ...findings.slice(0, MOST_FINDINGS).map((finding) => drawFinding(finding, locale, typed?.confirmed ?? [])),
    ],
  }
}

function field(act: DialogAct, card: Card, typed: Typed | undefined): KnownBlock {
  const { locale, direction } = card
  const label = act === 'return' && direction === 'to_team' ? 'dialog-words-return-client' : `dialog-words-${act}`
  // Why a client's message goes no further is the agency's own affair.
  const optional = act === 'reject' && direction === 'to_team'
  return {
    type: 'input',
    block_id: FIELD.block,
    optional,
    label: { type: 'plain_text', text: say(locale, label), emoji: false },
    element:
      DIALOG_ACTS[act] === 'words'
        ? wordsInput(act === 'edit' ? (typed?.body ?? wordsIn(card.proposed?.body ?? card.body)) : typed?.body)
        : reasonInput(typed?.reason),
  }
}

/** A dialogue takes a hundred blocks. */
const MOST_FINDINGS = 60
const LABEL = 1_900

/** One finding: a box to confirm it where it must be confirmed, else a line. */
function drawFinding(
  { id, severity, words: found }: FindingInWords,
  locale: Locale,
  confirmed: readonly string[],
): KnownBlock {
  if (severity !== 'block') return context(`${severity === 'warn' ? ':warning: ' : ''}${escaped(found)}`)
  const option = { text: plainText75(say(locale, 'finding-meant')), value: CONFIRM.value }
  return {
    type: 'input',
    block_id: `${CONFIRM.block}${id}`,
    // Whoever mends the words instead need not tick it.
    optional: true,
    label: { type: 'plain_text', text: cut(found, LABEL), emoji: false },
    element: {
      type: 'checkboxes',
      action_id: CONFIRM.action,
      options: [option],
      ...(confirmed.includes(id) ? { initial_options: [option] } : {}),
    },
  }
}

function plainText75(text: string) {
  return { type: 'plain_text' as const, text: cut(text, 75), emoji: false }
}

function wordsInput(initial: RichText | undefined): RichTextInput {
  const value =
    initial === undefined || initial.length === 0 ? {} : { initial_value: toRichText(withoutMentions(initial)) }
  return { type: 'rich_text_input', action_id: FIELD.action, focus_on_load: true, ...value } as RichTextInput
}

function reasonInput(initial: string | undefined) {
  return {
    type: 'plain_text_input' as const,
    action_id: FIELD.action,
    multiline: true,
    focus_on_load: true,
    max_length: REASON,
    ...(initial === undefined || initial === '' ? {} : { initial_value: initial }),
  }
}

/** A dialogue that only says something. */
export function drawNote(text: string, act: DialogAct, locale: Locale): ModalView {
  return {
    type: 'modal',
    title: plainText(say(locale, `dialog-${act}`)),
    close: plainText(say(locale, 'dialog-ok')),
    blocks: [section(text)],
  }
}

function plainText(text: string) {
  return { type: 'plain_text' as const, text: cut(text, TITLE), emoji: false }
}
