/** Dialogues of acts that ask for something else than words: until when, which parts, with which other, whether really. */
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Choices } from '../../../src/core/flow.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { context, cut, moment, SLACK_LIMITS, section } from '../cards/blocks.ts'
import { doneLine, titleOf } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { plainModal } from './more.ts'
import { whenFields } from './when.ts'

export const ACT_DIALOG = 'act'
/** The field of a dialogue in which something is chosen, and the one that says what then. */
export const CHOICE = { block: 'choice', action: 'choice', next: 'next' } as const

/** The first field of a choice has its name; each further one has its number behind it. */
function choiceBlock(number: number): string {
  return number === 0 ? CHOICE.block : `${CHOICE.block}|${number}`
}

export function isChoiceBlock(block: string): boolean {
  return block === CHOICE.block || block.startsWith(`${CHOICE.block}|`)
}

export type ChoiceAct = 'snooze' | 'split' | 'merge' | 'recall'
type Shown = Extract<Choices, { kind: 'open' }>

const TITLE = 24
/** Slack's most for boxes and for radio buttons. */
const MOST_OPTIONS = 10
const OPTION = 75
/** A dialogue takes a hundred blocks; each message has a line and a tenth of a group of boxes. */
const MOST_PARTS = 80

export function drawSnooze({ card, until }: Shown): ModalView {
  return frame('snooze', card, whenFields(until, card.locale))
}

/** A box for each message; what is not ticked goes on in a relay of its own. */
export function drawSplit({ card, parts }: Shown): ModalView {
  const { locale } = card
  if (parts.length === 0) return drawNothing('split', card)
  const shown = parts.slice(0, MOST_PARTS)
  const more = parts.length - shown.length
  const options = shown.map(({ id, text }, i) => option(`${i + 1}. ${text}`, id))
  const starts = [...options.keys()].filter((i) => i % MOST_OPTIONS === 0)
  const then = ['wait', 'approve'].map((what) => option(say(locale, `split-${what}`), what))
  return frame('split', card, [
    section(say(locale, 'split-help')),
    ...shown.map(({ at, text }, i) => context(`${i + 1}. ${moment(at, locale)} ${escaped(text)}`)),
    ...(more > 0 ? [context(say(locale, 'split-more', { count: more }))] : []),
    ...starts.map((start) => boxes(options.slice(start, start + MOST_OPTIONS), start, options.length, locale)),
    {
      type: 'input',
      block_id: CHOICE.next,
      label: plain(say(locale, 'split-then')),
      element: {
        type: 'radio_buttons',
        action_id: CHOICE.next,
        options: then,
        ...(then[0] === undefined ? {} : { initial_option: then[0] }),
      },
    },
  ])
}

/** A group of boxes. Of several none must have a tick: which are chosen is looked at together. */
function boxes(options: PlainTextOption[], start: number, all: number, locale: Locale): KnownBlock {
  const isOnly = all <= MOST_OPTIONS
  const label = say(locale, 'split-choose')
  return {
    type: 'input',
    block_id: choiceBlock(start / MOST_OPTIONS),
    optional: !isOnly,
    label: plain(isOnly ? label : `${label}: ${start + 1}–${start + options.length}`),
    element: { type: 'checkboxes', action_id: CHOICE.action, options },
  }
}

export function drawMerge({ card, others }: Shown): ModalView {
  const { locale } = card
  if (others.length === 0) return drawNothing('merge', card)
  const options = others.slice(0, MOST_OPTIONS).map(({ relay, number, text }) => option(`R-${number}: ${text}`, relay))
  return frame('merge', card, [
    section(say(locale, 'merge-help')),
    ...others.map(({ number, text }) => context(`R-${number}: ${escaped(text)}`)),
    {
      type: 'input',
      block_id: CHOICE.block,
      label: plain(say(locale, 'merge-choose')),
      element: {
        type: 'radio_buttons',
        action_id: CHOICE.action,
        options,
        ...(options[0] === undefined ? {} : { initial_option: options[0] }),
      },
    },
  ])
}

/** What will happen is said before it does. */
export function drawRecall({ card, recall }: Shown): ModalView {
  return frame('recall', card, [section(say(card.locale, `recall-${recall ?? 'nothing'}`))])
}

/** It was decided since "More" was opened, or whatever there was to choose from was: Slack opens no empty choice. */
function drawNothing(act: ChoiceAct, card: Card): ModalView {
  const { locale, decided } = card
  const words =
    decided === undefined
      ? say(locale, 'say-invalid-not_offered')
      : say(locale, 'say-already', { done: doneLine(card) })
  return { ...plainModal(say(locale, `more-${act}`), locale), blocks: [section(words)] }
}

function frame(act: ChoiceAct, card: Card, blocks: readonly KnownBlock[]): ModalView {
  const { locale, relay, revision, look, number } = card
  const small = (text: string) => ({ type: 'plain_text' as const, text: cut(text, TITLE), emoji: false })
  return {
    type: 'modal',
    callback_id: ACT_DIALOG,
    private_metadata: JSON.stringify({ relay, revision, look, act }),
    title: small(say(locale, `more-${act}`)),
    submit: small(say(locale, `do-${act}`)),
    close: small(say(locale, 'dialog-close')),
    blocks: [
      context(`${escaped(titleOf(card))} · ${say(locale, 'card-number', { number: String(number) })}`),
      ...blocks,
    ],
  }
}

function option(text: string, value: string) {
  return { text: plain(cut(text, OPTION)), value }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text: cut(text, SLACK_LIMITS.context), emoji: false }
}
