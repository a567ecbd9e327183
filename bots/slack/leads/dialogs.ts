import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Locale } from '../../../src/core/ids.ts'
import type { LeadAct, LeadForm } from '../../../src/core/leads.ts'
import { plain as asPlain } from '../../../src/core/rich-text.ts'
import { cut, section } from '../cards/blocks.ts'
import { givenBack } from '../dialogs/dialog.ts'
import { makeConversation } from '../ids.ts'
import { say } from './text.ts'

/** Acts that open a dialogue. */
export const LEAD_DIALOGS = ['win', 'lose', 'assign'] as const
export type LeadDialog = (typeof LEAD_DIALOGS)[number]
export const LEAD_DIALOG = 'lead'

type Open = Extract<LeadForm, { kind: 'open' }>

export function drawLeadDialog(act: LeadDialog, form: Open): ModalView {
  const { locale, client } = form
  if (act === 'assign' && form.people.length === 0) return drawNote(say(locale, 'lead-nobody'), act, locale)
  return {
    type: 'modal',
    callback_id: LEAD_DIALOG,
    private_metadata: JSON.stringify({ client, act }),
    title: plain(say(locale, `lead-title-${act}`), 24),
    submit: plain(say(locale, `lead-submit-${act}`), 24),
    close: plain(say(locale, 'lead-close'), 24),
    blocks: FIELDS[act](form),
  }
}

const FIELDS: Record<LeadDialog, (form: Open) => KnownBlock[]> = {
  win: (form) => {
    const { locale, name, tiers } = form
    const options = tiers.slice(0, 100).map((tier) => ({ text: plain(tier, 75), value: cut(tier, 150) }))
    return [
      input('name', locale, { type: 'plain_text_input', action_id: 'name', initial_value: name, max_length: 200 }),
      input('tier', locale, {
        type: 'static_select',
        action_id: 'tier',
        options,
        ...(options[0] === undefined ? {} : { initial_option: options[0] }),
      }),
      ...(form.people.length === 0 ? [] : [optional(input('manager', locale, choice('manager', form, form.manager)))]),
      optional(
        input('channel', locale, {
          type: 'conversations_select',
          action_id: 'channel',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        }),
      ),
    ]
  },
  lose: ({ locale }) => [
    input('reason', locale, { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: 1_000 }),
  ],
  assign: (form) => [input('to', form.locale, choice('to', form, undefined))],
}

function choice(action: 'manager' | 'to', { locale, people }: Open, chosen: string | undefined): object {
  const options = people.slice(0, 100).map(({ key, name, waiting }) => ({
    text: plain(say(locale, 'lead-person', { name, waiting }), 75),
    value: key,
  }))
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id: action,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  }
}

function input(field: string, locale: Locale, element: object): KnownBlock {
  return {
    type: 'input',
    block_id: field,
    label: { type: 'plain_text', text: say(locale, `lead-${field}`), emoji: false },
    element,
  } as KnownBlock
}

function optional(block: KnownBlock): KnownBlock {
  return { ...block, optional: true } as KnownBlock
}

function plain(text: string, length: number) {
  return { type: 'plain_text' as const, text: cut(text, length), emoji: false }
}

/** A dialogue that only says something, and gives back what was written for nothing. */
export function drawNote(text: string, act: LeadDialog, locale: Locale, written = ''): ModalView {
  return {
    type: 'modal',
    title: plain(say(locale, `lead-title-${act}`), 24),
    close: plain(say(locale, 'lead-ok'), 24),
    blocks: [section(text), ...givenBack(asPlain(written), locale)],
  }
}

const field = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_conversation: z.string().nullish(),
})
const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), field)) }),
})
const metadataSchema = z.object({ client: z.uuid(), act: z.enum(LEAD_DIALOGS) })

/** What was filled in. */
export function readLeadDialog(given: unknown): {
  readonly client: string
  readonly act: Exclude<LeadAct, { kind: 'qualify' }>
} {
  const view = viewSchema.parse(given)
  const { client, act } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const filledIn = (name: string): string | undefined => {
    const filled = view.state.values[name]?.[name]
    return filled?.value ?? filled?.selected_option?.value ?? filled?.selected_conversation ?? undefined
  }
  if (act === 'lose') return { client, act: { kind: act, reason: filledIn('reason') ?? '' } }
  if (act === 'assign') return { client, act: { kind: act, to: filledIn('to') ?? '' } }
  const channel = filledIn('channel')
  return {
    client,
    act: {
      kind: act,
      name: filledIn('name') ?? '',
      tier: filledIn('tier') ?? 'standard',
      manager: filledIn('manager'),
      channel: channel === undefined ? undefined : makeConversation(channel),
    },
  }
}
