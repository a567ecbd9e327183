/** `/leads`: what has become a lead and nothing more yet. */
import type { KnownBlock } from '@slack/types'
import type { Locale } from '../../../src/core/ids.ts'
import type { LeadList, OpenLead } from '../../../src/core/leads.ts'
import { context, section } from '../cards/blocks.ts'
import type { Drawn } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { buttonsOf } from './blocks.ts'
import { say } from './text.ts'

/** The blocks of the list begin so: what is done there is shown there. */
const LISTED = 'leads|'

export function isInList(block: string): boolean {
  return block.startsWith(LISTED)
}

/** The answer to `/leads`: what is open, whose, since when, each with the buttons of its card. */
export function drawLeads({ locale, leads, more }: LeadList): Drawn {
  if (leads.length === 0) return { text: say(locale, 'leads-none'), blocks: [section(say(locale, 'leads-none'))] }
  const head = say(locale, 'leads-head', { count: leads.length + more })
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      ...leads.flatMap((lead) => entryOf(lead, locale)),
      ...(more > 0 ? [context(say(locale, 'leads-more', { count: more }))] : []),
    ],
  }
}

function entryOf({ name, manager, days, waiting, ...lead }: OpenLead, locale: Locale): KnownBlock[] {
  const facts = [
    say(locale, `lead-${lead.state}`),
    manager === undefined ? say(locale, 'leads-nobodys') : escaped(manager),
    say(locale, 'leads-days', { count: days }),
    ...(waiting > 0 ? [say(locale, 'leads-waiting', { count: waiting })] : []),
  ]
  return [
    section(`*${escaped(name)}*\n${facts.join(' · ')}`),
    ...buttonsOf({ ...lead, locale }, `${LISTED}${lead.client}`),
  ]
}
