import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Locale, RelayId, RemoteUser } from '../../../src/core/ids.ts'
import type { Reasons, ReasonVerdict, SettleForm } from '../../../src/core/reasons.ts'
import { cut, moment, section } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

const relaySchema = z.uuid().transform((id) => id as RelayId)
const blockSchema = z
  .string()
  .regex(/^reason\|[0-9a-f-]{36}\|/)
  .transform((id) => id.split('|')[1] as RelayId)

/** Somebody chose a reason on a card: done at once. Undefined: the card says it all. */
export async function onReason(
  reasons: Reasons,
  by: RemoteUser,
  chosen: { readonly blockId: string; readonly reason: string },
): Promise<string | undefined> {
  const verdict = await reasons.correct({ relay: blockSchema.parse(chosen.blockId), reason: chosen.reason, by })
  return verdict.kind === 'done' ? undefined : wordsOf(verdict)
}

export const SETTLE = 'settle'
const NOTE = 'note'

/** A click on "Complaint settled": its dialogue, or one that says why not. */
export async function settleView(reasons: Reasons, by: RemoteUser, value: unknown): Promise<ModalView> {
  const form = await reasons.settleForm(relaySchema.parse(value), by)
  return form.kind === 'open' ? drawSettle(form) : drawNote(wordsOf(form), form.locale)
}

function drawSettle({ locale, relay, complaint, settledBy }: Extract<SettleForm, { kind: 'open' }>): ModalView {
  const line = (id: string, { who, at, text }: typeof complaint) =>
    section(say(locale, id, { at: moment(at, locale), who: escaped(who), text: escaped(text) }))
  return {
    type: 'modal',
    callback_id: SETTLE,
    private_metadata: relay,
    title: plain(say(locale, 'settle-title')),
    submit: plain(say(locale, 'settle-submit')),
    close: plain(say(locale, 'settle-close')),
    blocks: [
      line('settle-complaint', complaint),
      line('settle-by', settledBy),
      {
        type: 'input',
        block_id: NOTE,
        optional: true,
        label: { type: 'plain_text', text: say(locale, 'settle-note'), emoji: false },
        element: { type: 'plain_text_input', action_id: NOTE, multiline: true, max_length: 1_000 },
      },
    ],
  }
}

const viewSchema = z.looseObject({
  private_metadata: relaySchema,
  state: z.looseObject({
    values: z.looseObject({ [NOTE]: z.looseObject({ [NOTE]: z.looseObject({ value: z.string().nullish() }) }) }),
  }),
})

/** The dialogue was sent off: it says how that ended. */
export async function onSettle(
  reasons: Reasons,
  by: RemoteUser,
  given: unknown,
): Promise<{ readonly response_action: 'update'; readonly view: ModalView }> {
  const view = viewSchema.parse(given)
  const note = view.state.values[NOTE][NOTE].value ?? undefined
  const verdict = await reasons.settle({ relay: view.private_metadata, note, by })
  const locale = verdict.kind === 'done' ? verdict.card.locale : verdict.locale
  return { response_action: 'update', view: drawNote(wordsOf(verdict), locale) }
}

function wordsOf(verdict: ReasonVerdict): string {
  if (verdict.kind === 'done') return say(verdict.card.locale, 'settle-done')
  return say(verdict.locale, verdict.kind === 'refused' ? `refused-${verdict.why}` : verdict.kind)
}

function drawNote(text: string, locale: Locale): ModalView {
  return {
    type: 'modal',
    title: plain(say(locale, 'settle-title')),
    close: plain(say(locale, 'settle-ok')),
    blocks: [section(text)],
  }
}

function plain(text: string) {
  return { type: 'plain_text' as const, text: cut(text, 24), emoji: false }
}
