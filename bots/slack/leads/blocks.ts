import type { Button, KnownBlock } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { LeadActKind, LeadState } from '../../../src/core/leads.ts'
import { context, cut, moment } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

const OFFERED = {
  new: ['qualify', 'win', 'lose', 'assign'],
  qualified: ['win', 'lose', 'assign'],
  won: [],
  lost: [],
} as const satisfies Record<LeadState, readonly LeadActKind[]>

/** Action ids are `lead_<act>`; the value is the lead's id, so that a card of any age does what it says. */
export const ACTION = 'lead_'
const REASON = 500

/** How far an unknown person has come, what is known of an earlier time, and what can be done. */
export function leadBlocks({ lead, relay, locale }: Pick<Card, 'lead' | 'relay' | 'locale'>): KnownBlock[] {
  if (lead === undefined) return []
  const { former, state, client } = lead
  const known =
    former &&
    say(locale, 'lead-former', { at: moment(former.lostAt, locale), reason: escaped(cut(former.reason, REASON)) })
  const line = context([`*${say(locale, `lead-${state}`)}*`, ...(known === undefined ? [] : [known])].join(' · '))
  return [line, ...buttonsOf({ state, client, locale }, `lead|${relay}|${client}`)]
}

type Acted = { readonly state: LeadState; readonly client: string; readonly locale: Locale }

/** What can be done with it. */
export function buttonsOf({ state, client, locale }: Acted, block: string): KnownBlock[] {
  const buttons = OFFERED[state].map(
    (act): Button => ({
      type: 'button',
      action_id: `${ACTION}${act}`,
      text: { type: 'plain_text', text: say(locale, `lead-act-${act}`), emoji: false },
      value: client,
    }),
  )
  return buttons.length === 0 ? [] : [{ type: 'actions', block_id: block, elements: buttons }]
}
