import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Cover, HandOverForm, HandOverVerdict } from '../../../src/core/cover.ts'
import type { Locale, RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { context, cut, section } from '../cards/blocks.ts'
import { titleOf } from '../cards/card.ts'
import { wordsOf } from '../cards/verdict.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say as sayCard } from '../text.ts'
import { say } from './text.ts'

export const HAND_OVER = 'hand_over'
const FIELDS = ['to', 'what', 'until', 'note'] as const

/** The dialogue in which a relay, or its client, is handed over; or one that says why it cannot be. */
export async function handOverView(cover: Cover, relay: RelayId, by: RemoteUser): Promise<ModalView> {
  const form = await cover.handOverForm(relay, by)
  if (form.kind !== 'open') return note(wordsOf(form) ?? '', form.kind === 'already' ? form.card.locale : form.locale)
  if (form.people.length === 0) return note(say(form.card.locale, 'hand-nobody'), form.card.locale)
  return drawHandOver(form)
}

const MOST_PEOPLE = 100

function drawHandOver({ card, people, wholeClient }: Extract<HandOverForm, { kind: 'open' }>): ModalView {
  const { locale } = card
  const number = sayCard(locale, 'card-number', { number: String(card.number) })
  const options = people.slice(0, MOST_PEOPLE).map(({ key, name, waiting }) => ({
    text: text(say(locale, 'hand-person', { name, waiting }), 75),
    value: key,
  }))
  const whats = (['relay', 'client'] as const).map((what) => ({
    text: text(say(locale, `hand-${what}`), 75),
    value: what,
  }))
  const wide: KnownBlock[] = wholeClient
    ? [
        input('what', locale, { type: 'radio_buttons', action_id: 'what', options: whats, initial_option: whats[0] }),
        { ...input('until', locale, { type: 'datepicker', action_id: 'until' }), optional: true } as KnownBlock,
      ]
    : []
  return {
    type: 'modal',
    callback_id: HAND_OVER,
    private_metadata: JSON.stringify({ relay: card.relay }),
    title: text(say(locale, 'hand-title'), 24),
    submit: text(say(locale, 'hand-submit'), 24),
    close: text(say(locale, 'hand-close'), 24),
    blocks: [
      context(`${escaped(titleOf(card))} · ${number}`),
      input('to', locale, { type: 'static_select', action_id: 'to', options }),
      ...wide,
      {
        ...input('note', locale, { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 1_000 }),
        optional: true,
      } as KnownBlock,
    ],
  }
}

function input(field: (typeof FIELDS)[number], locale: Locale, element: object): KnownBlock {
  return {
    type: 'input',
    block_id: field,
    label: { type: 'plain_text', text: say(locale, `hand-${field}`), emoji: false },
    element,
  } as KnownBlock
}

function text(words: string, length: number) {
  return { type: 'plain_text' as const, text: cut(words, length), emoji: false }
}

const chosen = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() })
const valuesSchema = z.looseObject({
  to: z.looseObject({ to: chosen }),
  what: z.looseObject({ what: chosen }).optional(),
  until: z.looseObject({ until: z.looseObject({ selected_date: z.string().nullish() }) }).optional(),
  note: z.looseObject({ note: z.looseObject({ value: z.string().nullish() }) }).optional(),
})
const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: valuesSchema }),
})
const metadataSchema = z.object({ relay: z.string().transform((id) => id as RelayId) })

type Answer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'clear' }

/** The dialogue was sent off. `clear` closes it, and what it lay on. */
export async function onHandOver(cover: Cover, by: RemoteUser, given: unknown): Promise<Answer> {
  const view = viewSchema.parse(given)
  const { relay } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const { to, what, until, note } = view.state.values
  const verdict = await cover.handOver({
    by,
    relay,
    to: to.to.selected_option?.value ?? '',
    what: what?.what.selected_option?.value === 'client' ? 'client' : 'relay',
    until: until?.until.selected_date ?? undefined,
    note: note?.note.value ?? undefined,
  })
  return answerTo(verdict)
}

function answerTo(verdict: HandOverVerdict): Answer {
  if (verdict.kind === 'done') return { response_action: 'clear' }
  if (verdict.kind === 'refused') {
    const words = say(verdict.locale, `hand-refused-${verdict.why}`)
    return { response_action: 'errors', errors: { [verdict.why === 'over_already' ? 'until' : 'to']: words } }
  }
  const locale = verdict.kind === 'already' ? verdict.card.locale : verdict.locale
  return { response_action: 'update', view: note(wordsOf(verdict) ?? '', locale) }
}

function note(words: string, locale: Locale): ModalView {
  return {
    type: 'modal',
    title: text(say(locale, 'hand-title'), 24),
    close: text(say(locale, 'hand-close'), 24),
    blocks: [section(words)],
  }
}
