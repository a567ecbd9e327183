import type { KnownBlock, ModalView, RichTextInput } from '@slack/types'
import { withQuotes } from '../../../src/core/answered.ts'
import type { Card } from '../../../src/core/card.ts'
import type { CannedList, Typing } from '../../../src/core/flow.ts'
import type { FindingInWords } from '../../../src/core/guard.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { ActKind, DecisionKind } from '../../../src/core/relay.ts'
import { isBlank, type RichText, toPlain, wordsIn } from '../../../src/core/rich-text.ts'
import { SEND_CHOICES } from '../../../src/core/when.ts'
import { context, cut, section, words } from '../cards/blocks.ts'
import { lossesOf, titleOf } from '../cards/card.ts'
import { drawDifference } from '../cards/difference.ts'
import { oldWords } from '../clocks/words.ts'
import { escaped } from '../format/mrkdwn.ts'
import { toRichText, withoutMentions } from '../format/to-blocks.ts'
import { say } from '../text.ts'
import { drawAskFirst } from './ask-first.ts'
import { drawCannedChoice } from './canned.ts'
import { say as sayHere } from './text.ts'
import { previewTyped } from './typed.ts'
import { type Picked, whenFields } from './when.ts'

export const DIALOG = 'decide'
/** The one field of a dialogue. */
export const FIELD = { block: 'words', action: 'words' } as const

/**
 * Slack keeps what stands in a field by its block's name, whatever its initial value says later: a field that the program
 * fills anew gets a new name, `words|<n>`.
 */
export function fieldBlock(filled: number): string {
  return filled === 0 ? FIELD.block : `${FIELD.block}|${filled}`
}

/** The field's name among those of a view, and how often it was filled anew. */
export function fieldBlockIn(blocks: readonly string[]): { readonly block: string; readonly filled: number } {
  const block = blocks.find((name) => name === FIELD.block || name.startsWith(`${FIELD.block}|`)) ?? FIELD.block
  return { block, filled: Number(block.split('|')[1] ?? 0) }
}

/** Acts that open a dialogue, and whether what is written there is formatted words or a plain reason. */
export const DIALOG_ACTS = {
  edit: 'words',
  answer: 'words',
  return: 'reason',
  reject: 'reason',
  schedule: 'words',
  ask: 'words',
  draft: 'words',
} as const satisfies Partial<Record<DecisionKind, 'words' | 'reason'>>
export type DialogAct = keyof typeof DIALOG_ACTS

/** Those that a button of the card opens; the others stand behind "More". */
export const BUTTON_DIALOGS = ['edit', 'answer', 'return', 'reject'] as const satisfies readonly (DialogAct & ActKind)[]

/** Where what is written begins with the words as they stand, or as the manager last kept them. */
const REWRITES: readonly DialogAct[] = ['edit', 'schedule', 'ask', 'draft']

/** What was in the field already, when the dialogue is shown again because something new came. */
export type Typed = {
  readonly body?: RichText
  readonly reason?: string
  readonly confirmed?: readonly string[]
} & Picked

/** A finding of the guard that must be confirmed has a box of its own: `confirm|<id>`. */
export const CONFIRM = { block: 'confirm|', action: 'confirm', value: 'meant' } as const

const TITLE = 24
const REASON = 3_000

/** Why a dialogue is shown again. */
export type Again = { readonly typed: Typed } /** Something was put into the field. */ & (
  | { readonly why?: undefined }
  | { readonly why: 'stale' }
  | { readonly why: 'unconfirmed'; readonly findings: readonly FindingInWords[] }
)

/** The agency's answers to choose from, how often the field was filled anew, and what was looked for. */
export type Kit = {
  readonly list: CannedList | undefined
  readonly filled: number
  readonly wanted?: string
}

/** The dialogue for an act: the words it is about, and a field. */
export function drawDialog(
  act: DialogAct,
  card: Card,
  again?: Again,
  { list, filled, wanted }: Kit = { list: undefined, filled: 0 },
): ModalView {
  const { locale } = card
  const typed = again?.typed
  const note = again?.why === undefined ? [] : [section(`:warning: ${say(locale, `dialog-${again.why}`)}`)]
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
      words(withQuotes(card.body, card.quotes)),
      ...oldWords(card),
      ...lossesOf(card),
      ...(card.amountsHidden ? [context(say(locale, `dialog-amounts-${act === 'edit' ? 'edit' : 'hidden'}`))] : []),
      ...(list !== undefined && speaksToClient(act, card) ? drawCannedChoice(list, filled, wanted) : []),
      field(act, card, typed, filled),
      ...(typedAs(act, card) === undefined ? [] : [previewTyped(locale)]),
      ...(act === 'schedule' ? whenFields(SEND_CHOICES, locale, typed) : []),
      ...(findings.length > 0 ? changeIn(card, typed) : []),
      ...findings.slice(0, MOST_FINDINGS).map((finding) => drawFinding(finding, locale, typed?.confirmed ?? [])),
      ...(findings.length > 0 && card.more.includes('ask') ? [drawAskFirst(locale)] : []),
    ],
  }
}

/** As what the words of a dialogue cross when it is sent off; undefined: they do not. */
export function typedAs(act: DialogAct, { direction }: Pick<Card, 'direction'>): Typing['as'] | undefined {
  if (act === 'edit' || act === 'schedule') return 'edit'
  return act === 'answer' || (act === 'return' && direction === 'to_team') ? 'answer' : undefined
}

/** Ready answers are for clients. */
function speaksToClient(act: DialogAct, { direction }: Card): boolean {
  return act === 'answer' || ((act === 'edit' || act === 'schedule') && direction === 'to_client')
}

/** Word by word, what the rewriting changes. */
function changeIn({ body, locale }: Card, typed: Typed | undefined): KnownBlock[] {
  const change = drawDifference(toPlain(wordsIn(body)), toPlain(typed?.body ?? []))
  return change === undefined ? [] : [context(say(locale, 'history-changed')), change]
}

function field(act: DialogAct, card: Card, typed: Typed | undefined, filled: number): KnownBlock {
  const { locale, direction } = card
  const question = act === 'return' && direction === 'to_team' ? 'dialog-words-return-client' : `dialog-words-${act}`
  // Why a client's message goes no further is the agency's own affair.
  const optional = act === 'reject' && direction === 'to_team'
  const label = optional ? sayHere(locale, 'reject-client-words') : say(locale, question)
  return {
    type: 'input',
    block_id: fieldBlock(filled),
    optional,
    label: { type: 'plain_text', text: label, emoji: false },
    element:
      DIALOG_ACTS[act] === 'words'
        ? wordsInput(typed?.body ?? (REWRITES.includes(act) ? begunWith(card) : undefined))
        : reasonInput(typed?.reason),
  }
}

/**
 * What is kept of somebody's wording is newer than what waits: a proposal, or what was said. Amounts that are hidden are found
 * again by their places in what was said: a wording that has others is no beginning.
 */
function begunWith({ draft, proposed, body }: Card): RichText {
  const wording = [draft, proposed].find((one) => one !== undefined && one.withheld !== true)
  return wordsIn(wording?.body ?? body)
}

/** A dialogue takes a hundred blocks. */
export const MOST_FINDINGS = 60
const LABEL = 1_900

/** One finding: a box to confirm it where it must be confirmed, else a line. */
export function drawFinding(
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

export function plainText75(text: string) {
  return { type: 'plain_text' as const, text: cut(text, 75), emoji: false }
}

export function wordsInput(initial: RichText | undefined): RichTextInput {
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

/** A dialogue that only says something, and gives back what was written for nothing. */
export function drawNote(text: string, act: DialogAct, locale: Locale, { body = [] }: Typed): ModalView {
  return {
    type: 'modal',
    title: plainText(say(locale, `dialog-${act}`)),
    close: plainText(say(locale, 'dialog-ok')),
    blocks: [section(text), ...givenBack(body, locale)],
  }
}

/** What somebody wrote where it could go nowhere any more. */
export function givenBack(body: RichText, locale: Locale): KnownBlock[] {
  return isBlank(body) ? [] : [context(sayHere(locale, 'your-words')), words(body)]
}

export function plainText(text: string) {
  return { type: 'plain_text' as const, text: cut(text, TITLE), emoji: false }
}
