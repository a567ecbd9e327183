import type { KnownBlock, ModalView, Option } from '@slack/types'
import { z } from 'zod'
import {
  type ContactDraft,
  type ContactForm,
  type ContactTold,
  DIRECTIONS,
  LONGEST_MINUTES,
  LONGEST_NOTE,
} from '../../../src/core/contacts/log.ts'
import { lengthIn } from '../../../src/core/contacts/times.ts'
import { channelName, directionName, gapWords, toldWords, undoName } from '../../../src/core/contacts/told.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { CHANNELS } from '../../../src/core/interaction.ts'
import { context, section } from '../cards/blocks.ts'
import { plainText, plainText75 } from '../dialogs/dialog.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

export const CONTACT_DIALOG = 'contact'
/** A choice of another client is told at once: it has other people. */
export const CONTACT_CLIENT = 'contact_client'
/** Its value is the entry's id. */
export const CONTACT_UNDO = 'contact_undo'

/** Slack's most for one list. */
const MOST_OPTIONS = 100
const FIELDS = ['client', 'contact', 'channel', 'direction', 'minutes', 'missed', 'reason', 'when', 'note'] as const
type Field = (typeof FIELDS)[number]

/** `minutes`: as they were written. */
export type Shown = ContactForm & { readonly minutes?: string | undefined }

export function drawContact(form: Shown): ModalView {
  const { locale, draft, clients, contacts, reasons, gap } = form
  const { client, contact, channel, direction = 'out', missed, reason, note, at } = draft
  // Whoever is chosen stands in the list, however long it is.
  const listed = [...clients].sort((a, b) => Number(b.id === client) - Number(a.id === client)).slice(0, MOST_OPTIONS)
  const minutes = form.minutes ?? (draft.minutes === undefined ? undefined : `${draft.minutes}m`)
  return {
    type: 'modal',
    callback_id: CONTACT_DIALOG,
    title: plainText(say(locale, 'log-title')),
    submit: plainText(say(locale, 'log-submit')),
    close: plainText(say(locale, 'log-close')),
    blocks: [
      ...(gap ? [section(`:warning: ${escaped(gapWords(locale, gap))}`)] : []),
      { ...select('client', locale, options(listed), client, CONTACT_CLIENT), dispatch_action: true } as KnownBlock,
      ...(clients.length > MOST_OPTIONS ? [context(say(locale, 'log-more-clients', { count: MOST_OPTIONS }))] : []),
      ...(contacts.length === 0
        ? []
        : // Another client has other people: another field.
          [
            {
              ...optional(select('contact', locale, options(contacts), contact)),
              block_id: `contact|${client}`,
            } as KnownBlock,
          ]),
      select('channel', locale, options(CHANNELS.map((id) => ({ id, name: channelName(locale, id) }))), channel),
      select(
        'direction',
        locale,
        options(DIRECTIONS.map((id) => ({ id, name: directionName(locale, id) }))),
        direction,
      ),
      optional(input('minutes', locale, { type: 'plain_text_input', max_length: 20, ...initial(minutes) })),
      optional(missedBox(locale, missed ?? false)),
      optional(select('reason', locale, options(reasons), reason)),
      input('when', locale, { type: 'datetimepicker', initial_date_time: Math.floor(at.getTime() / 1_000) }),
      optional(
        input('note', locale, {
          type: 'plain_text_input',
          multiline: true,
          max_length: LONGEST_NOTE,
          ...initial(note),
        }),
      ),
    ],
  }
}

function options(choices: readonly { readonly id: string; readonly name: string }[]): Option[] {
  return choices.slice(0, MOST_OPTIONS).map(({ id, name }) => ({ text: plainText75(name), value: id }))
}

function select(
  field: Field,
  locale: Locale,
  choices: readonly Option[],
  chosen: string | undefined,
  actionId: string = field,
): KnownBlock {
  const found = choices.find(({ value }) => value === chosen)
  const element = { type: 'static_select', options: [...choices], ...(found ? { initial_option: found } : {}) }
  return input(field, locale, element, actionId)
}

function missedBox(locale: Locale, isMissed: boolean): KnownBlock {
  const box = { text: plainText75(say(locale, 'log-missed')), value: 'missed' }
  return input('missed', locale, {
    type: 'checkboxes',
    options: [box],
    ...(isMissed ? { initial_options: [box] } : {}),
  })
}

function input(field: Field, locale: Locale, element: object, actionId: string = field): KnownBlock {
  const label = plainText75(say(locale, `log-${field}`))
  return { type: 'input', block_id: field, label, element: { action_id: actionId, ...element } } as KnownBlock
}

function optional(block: KnownBlock): KnownBlock {
  return { ...block, optional: true } as KnownBlock
}

function initial(value: string | undefined): object {
  return value === undefined || value === '' ? {} : { initial_value: value }
}

/** What was entered, or taken back, as blocks; with a button as long as it can be undone. */
export function toldBlocks(told: ContactTold): KnownBlock[] {
  const words = section(escaped(toldWords(told)))
  if (told.kind !== 'logged') return [words]
  const undo = {
    type: 'button' as const,
    action_id: CONTACT_UNDO,
    text: { type: 'plain_text' as const, text: undoName(told.locale), emoji: false },
    value: told.contact.id,
  }
  return [words, { type: 'actions', block_id: `undo|${told.contact.id}`, elements: [undo] }]
}

export function drawTold(told: ContactTold): ModalView {
  return {
    type: 'modal',
    title: plainText(say(told.locale, 'log-title')),
    close: plainText(say(told.locale, 'log-ok')),
    blocks: toldBlocks(told),
  }
}

const filled = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.unknown()).nullish(),
  selected_date_time: z.number().int().nullish(),
})
const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string().optional(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), filled)) }),
})

export type Filled = {
  readonly view: string
  readonly hash: string | undefined
  readonly draft: Omit<ContactDraft, 'minutes'>
  /** As they were written; `readMinutes` reads them. */
  readonly minutes: string
  /** The block in which people of the chosen client stand. */
  readonly contactBlock: string
}

/** What stands in the dialogue now. */
export function readContact(given: unknown): Filled {
  const { id, hash, state } = viewSchema.parse(given)
  const contactBlock = Object.keys(state.values).find((name) => name.startsWith('contact|')) ?? 'contact'
  const of = (block: string, action = block) => state.values[block]?.[action]
  const client = of('client', CONTACT_CLIENT)?.selected_option?.value
  const contact = of(contactBlock, 'contact')?.selected_option?.value
  const at = of('when')?.selected_date_time
  return {
    view: id,
    hash,
    minutes: of('minutes')?.value?.trim() ?? '',
    contactBlock,
    draft: {
      client,
      // Of the client who was chosen before.
      contact: contactBlock === `contact|${client}` ? contact : undefined,
      channel: CHANNELS.find((channel) => channel === of('channel')?.selected_option?.value),
      direction: DIRECTIONS.find((direction) => direction === of('direction')?.selected_option?.value),
      missed: (of('missed')?.selected_options ?? []).length > 0,
      reason: of('reason')?.selected_option?.value,
      at: at === undefined || at === null ? undefined : new Date(at * 1_000),
      note: of('note')?.value ?? '',
    },
  }
}

/** A bare number is minutes. `null`: it is no length. */
export function readMinutes(written: string): number | undefined | null {
  const text = written.toLowerCase()
  if (text === '') return undefined
  const parts = /^\d+$/.test(text)
    ? [`${text}m`]
    : (text.match(/\d+(?:[.,]\d+)?\s*\p{L}+(?:\d{1,2}(?:\p{L}+)?)?/gu) ?? [])
  const lengths = parts.map((part) => lengthIn(part.replace(/\s+/g, ' '))?.seconds)
  const minutes = Math.round(lengths.reduce<number>((sum, seconds) => sum + (seconds ?? Number.NaN), 0) / 60)
  const isAll = parts.join('').replace(/\s/g, '').length >= text.replace(/\s/g, '').length
  return parts.length > 0 && isAll && minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null
}
