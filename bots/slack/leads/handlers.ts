import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { Flow } from '../../../src/core/flow.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import type { LeadRefusal, Leads, LeadVerdict } from '../../../src/core/leads.ts'
import { section } from '../cards/blocks.ts'
import type { Drawn } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { drawLeadDialog, drawNote, type LeadDialog, readLeadDialog } from './dialogs.ts'
import { drawLeads } from './list.ts'
import { say } from './text.ts'

/** The answer to `/leads`. */
export async function onLeads(flow: Pick<Flow, 'localeOf' | 'leads'>, by: RemoteUser): Promise<Drawn> {
  const list = await flow.leads.list(by)
  if (list) return drawLeads(list)
  const text = say(await flow.localeOf(by), 'leads-forbidden')
  return { text, blocks: [section(text)] }
}

/** A click on "Qualify": done at once. Undefined: the card says it all. */
export async function onQualify(leads: Leads, by: RemoteUser, value: unknown): Promise<string | undefined> {
  const verdict = await leads.act({ client: z.uuid().parse(value), by, act: { kind: 'qualify' } })
  return verdict.kind === 'done' ? undefined : wordsOf(verdict)
}

/** A click on an act that needs more: its dialogue, or one that says why not. */
export async function leadView(leads: Leads, act: LeadDialog, by: RemoteUser, value: unknown): Promise<ModalView> {
  const form = await leads.form(z.uuid().parse(value), by)
  return form.kind === 'open' ? drawLeadDialog(act, form) : drawNote(wordsOf(form), act, form.locale)
}

type Answer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** At which field a refusal stands, by act and reason. */
const FIELD_OF = {
  win: {
    no_name: 'name',
    no_reason: 'name',
    nobody: 'manager',
    away: 'manager',
    no_channel: 'channel',
  },
  lose: everyAt('reason'),
  assign: everyAt('to'),
} as const satisfies Record<LeadDialog, Record<LeadRefusal, string>>

/** A dialogue of one field. */
function everyAt<F extends string>(field: F): Record<LeadRefusal, F> {
  return { no_name: field, no_reason: field, nobody: field, away: field, no_channel: field }
}

/** A lead's dialogue was sent off: it says how that ended. */
export async function onLeadDialog(leads: Leads, by: RemoteUser, view: unknown): Promise<Answer> {
  const { client, act } = readLeadDialog(view)
  const verdict = await leads.act({ client, by, act })
  if (verdict.kind !== 'refused') {
    const written = verdict.kind !== 'done' && act.kind === 'lose' ? act.reason : ''
    return { response_action: 'update', view: drawNote(wordsOf(verdict), act.kind, verdict.locale, written) }
  }
  const words = say(verdict.locale, `lead-refused-${verdict.why}`)
  return { response_action: 'errors', errors: { [FIELD_OF[act.kind][verdict.why]]: words } }
}

function wordsOf(verdict: LeadVerdict): string {
  const { locale } = verdict
  switch (verdict.kind) {
    case 'done':
      return say(locale, `lead-done-${verdict.state}`, { name: escaped(verdict.name) })
    case 'already':
      return say(locale, 'lead-already', {
        name: escaped(verdict.name),
        state: say(locale, `lead-${verdict.state}`).toLowerCase(),
      })
    case 'refused':
      return say(locale, `lead-refused-${verdict.why}`)
    case 'forbidden':
    case 'unknown':
      return say(locale, `lead-${verdict.kind}`)
  }
}
