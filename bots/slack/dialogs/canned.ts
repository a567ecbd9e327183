import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { CannedList } from '../../../src/core/flow.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { LOCALES } from '../../../src/core/ids.ts'
import { type Canned, TEMPLATE_LIMITS, VARIABLES } from '../../../src/core/template.ts'
import { context, cut, section } from '../cards/blocks.ts'
import type { Drawn } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { plainModal } from './more.ts'

export const CANNED = {
  choose: 'canned',
  add: 'canned_add',
  edit: 'canned_edit',
  retire: 'canned_retire',
  search: 'canned_search',
} as const
export const CANNED_FORM = 'canned_save'
export const CANNED_FIELDS = { title: 'title', locale: 'locale', body: 'body' } as const

const OPTION = 75
const SEARCH = 100
/** As many as one choice takes. */
const MOST_OPTIONS = 100

/**
 * The choice among the agency's answers in a dialogue, and a line to look for others when there are more than it takes; what is
 * chosen is put behind what stands in the field.
 */
export function drawCannedChoice(list: CannedList, filled: number, wanted = ''): KnownBlock[] {
  const isSearched = list.found > MOST_OPTIONS || wanted.trim() !== ''
  return [...(isSearched ? [searchLine(list.locale)] : []), ...choiceOf(list, filled, wanted)]
}

function searchLine(locale: Locale): KnownBlock {
  return {
    type: 'input',
    block_id: CANNED.search,
    optional: true,
    dispatch_action: true,
    label: { type: 'plain_text', text: say(locale, 'canned-search'), emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: CANNED.search,
      max_length: SEARCH,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  }
}

function choiceOf({ canned, isAny, locale }: CannedList, filled: number, wanted: string): KnownBlock[] {
  if (canned.length === 0)
    return isAny ? [context(say(locale, 'canned-missed', { given: escaped(wanted.trim()) }))] : []
  const options = canned.slice(0, MOST_OPTIONS).map((one) => ({
    text: { type: 'plain_text' as const, text: cut(`${one.title} · ${one.locale}`, OPTION), emoji: false },
    value: one.id,
  }))
  return [
    {
      type: 'actions',
      // Another name empties the choice again: the same answer may be wanted twice.
      block_id: `canned|${filled}`,
      elements: [
        {
          type: 'static_select',
          action_id: CANNED.choose,
          placeholder: { type: 'plain_text', text: say(locale, 'canned-choose'), emoji: false },
          options,
        },
      ],
    },
  ]
}

/** A message takes fifty blocks; an answer takes two. */
const SHOWN = 22
const PREVIEW = 300

/** The answer to `/canned`, or `/canned <words>`: what there is, each with its buttons. */
export function drawCannedList({ canned, found, isAny, locale }: CannedList, wanted: string): Drawn {
  const given = escaped(wanted.trim())
  const isMissed = found === 0 && isAny
  const text = isMissed ? say(locale, 'canned-missed', { given }) : say(locale, 'canned-head', { count: found })
  const more = found - SHOWN
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...canned.slice(0, SHOWN).flatMap((one) => entryOf(one, locale)),
      ...(more > 0 ? [context(say(locale, 'canned-more', { count: more }))] : []),
      { type: 'actions', block_id: 'canned', elements: [button('add', '', locale)] },
    ],
  }
}

function entryOf({ id, title, body, locale: language, usedCount }: Canned, locale: Locale): KnownBlock[] {
  const head = `*${escaped(title)}* · ${language} · ${say(locale, 'canned-used', { count: usedCount })}`
  return [
    section(`${head}\n${escaped(cut(body, PREVIEW))}`),
    {
      type: 'actions',
      block_id: `canned|${id}`,
      elements: [button('edit', id, locale), button('retire', id, locale)],
    },
  ]
}

function button(act: 'add' | 'edit' | 'retire', id: string, locale: Locale): Button {
  return {
    type: 'button',
    action_id: CANNED[act],
    text: { type: 'plain_text', text: say(locale, `canned-${act}`), emoji: false },
    ...(id === '' ? {} : { value: id }),
  }
}

/** "Change" under one that was retired since its list was made, or has amounts that are not shown. */
export function drawCannedNote(locale: Locale, why: 'gone' | 'withheld'): ModalView {
  return { ...plainModal(say(locale, 'canned-edit'), locale), blocks: [section(say(locale, `canned-${why}`))] }
}

const TITLE = 24

/** The form of one answer: a new one, or one that is there. */
export function drawCannedForm(locale: Locale, one?: Canned): ModalView {
  const text = (id: string) => ({ type: 'plain_text' as const, text: say(locale, id), emoji: false })
  const short = (id: string) => ({ type: 'plain_text' as const, text: cut(say(locale, id), TITLE), emoji: false })
  const languages = LOCALES.map((value) => ({ text: text(`language-${value}`), value }))
  const language = languages.find(({ value }) => value === (one?.locale ?? locale))
  const names = VARIABLES.map((name) => `{${name}}`).join(' ')
  return {
    type: 'modal',
    callback_id: CANNED_FORM,
    private_metadata: JSON.stringify({ id: one?.id }),
    title: short(one === undefined ? 'canned-add' : 'canned-edit'),
    submit: short('canned-save'),
    close: short('dialog-close'),
    blocks: [
      {
        type: 'input',
        block_id: CANNED_FIELDS.title,
        label: text('canned-title'),
        element: {
          type: 'plain_text_input',
          action_id: CANNED_FIELDS.title,
          max_length: TEMPLATE_LIMITS.title,
          ...(one === undefined ? {} : { initial_value: one.title }),
        },
      },
      {
        type: 'input',
        block_id: CANNED_FIELDS.locale,
        label: text('canned-language'),
        element: {
          type: 'static_select',
          action_id: CANNED_FIELDS.locale,
          options: languages,
          ...(language === undefined ? {} : { initial_option: language }),
        },
      },
      {
        type: 'input',
        block_id: CANNED_FIELDS.body,
        label: text('canned-body'),
        hint: { type: 'plain_text', text: say(locale, 'canned-hint', { names }), emoji: false },
        element: {
          type: 'plain_text_input',
          action_id: CANNED_FIELDS.body,
          multiline: true,
          max_length: TEMPLATE_LIMITS.body,
          ...(one === undefined ? {} : { initial_value: one.body }),
        },
      },
    ],
  }
}
