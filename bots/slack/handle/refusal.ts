/** "Refuse" behind "More": the dialogue, what follows from each choice in it, and its end. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { describe } from '../../../src/core/errors.ts'
import type { Flow } from '../../../src/core/flow.ts'
import { digest } from '../../../src/core/hash.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import type { RefusalChoice } from '../../../src/core/refusal.ts'
import { type RichText, toPlain } from '../../../src/core/rich-text.ts'
import { REFUSAL_REASONS, TONES } from '../../../src/core/template.ts'
import type { Directory } from '../api/people.ts'
import { wordsOf } from '../cards/verdict.ts'
import { fieldBlockIn, givenBack } from '../dialogs/dialog.ts'
import { drawWords } from '../dialogs/more.ts'
import { drawRefusal, refusalAction } from '../dialogs/refusal.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { type SubmitAnswer, type Tell, typedIn, type Values, viewSchema } from './decisions.ts'
import { openView } from './views.ts'

type Options = { readonly flow: Flow; readonly dialogs: WebClient; readonly log: Log }
type Click = {
  readonly user: string
  readonly seen: { readonly relay: RelayId }
  readonly trigger: string
  readonly inDialog: boolean
  readonly tell: Tell
}

const FIRST: RefusalChoice = { reason: 'scope', tone: 'plain', alternative: '' }

/** A click on "Refuse". */
export async function openRefusal({ flow, dialogs, log }: Options, click: Click): Promise<void> {
  const kit = await flow.refusal(click.seen.relay, FIRST, makeUser(click.user))
  if (kit.kind !== 'open') return click.tell(wordsOf(kit) ?? '')
  await openView(dialogs, log, click, drawRefusal(kit, { filled: 0 }))
}

const metadataSchema = z.object({
  relay: z.string().transform((id) => id as RelayId),
  revision: z.number().int(),
  look: z.number().int(),
  filledWith: z.string(),
})
const openViewSchema = viewSchema.extend({ id: z.string(), hash: z.string() })
const chosenSchema = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() })
const lineSchema = z.looseObject({ value: z.string().nullish() })

/** Another reason, tone, template or alternative: other words, unless the manager has written their own by now. */
export async function onRefusalChanged(
  { flow, dialogs, log }: Options,
  people: Directory,
  changed: { readonly user: string; readonly view: unknown },
): Promise<void> {
  const view = openViewSchema.parse(changed.view)
  const { relay, filledWith, revision, look } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const { values } = view.state
  const kit = await flow.refusal(relay, choiceIn(values), makeUser(changed.user))
  if (kit.kind !== 'open') return
  const { body } = await typedIn(values, people)
  const isOwn = isWritten(body, filledWith)
  const { filled } = fieldBlockIn(Object.keys(values))
  const isStale = kit.card.revision !== revision || kit.card.look !== look
  const why = isStale ? ('stale' as const) : undefined
  const drawn = drawRefusal(kit, isOwn ? { body, filled, why } : { filled: filled + 1, why })
  try {
    await dialogs.views.update({ view_id: view.id, hash: view.hash, view: drawn })
  } catch (error) {
    // Something was chosen faster than we answered: the newer choice is answered by itself.
    log.warn({ error: describe(error) }, 'Slack: a dialogue could not be changed')
  }
}

/** The dialogue was sent off. When it is done, that and what it lay upon are closed. */
export async function onRefuse(
  { flow }: Pick<Options, 'flow'>,
  people: Directory,
  submitted: { readonly user: string; readonly view: unknown },
): Promise<SubmitAnswer | { readonly response_action: 'clear' }> {
  const view = viewSchema.parse(submitted.view)
  const { relay, revision, look, filledWith } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const { values } = view.state
  const by = makeUser(submitted.user)
  const choice = choiceIn(values)
  const { body, confirmed } = await typedIn(values, people)
  const { block, filled } = fieldBlockIn(Object.keys(values))
  const kit = await flow.refusal(relay, choice, by)
  // An alternative without Enter behind it, or a choice that was never answered: the words are not yet those of the choice.
  if (kit.kind === 'open' && !isWritten(body, filledWith) && digest(kit.words) !== filledWith)
    return { response_action: 'update', view: drawRefusal(kit, { filled: filled + 1, why: 'filled' }) }
  const template = kit.kind === 'open' ? kit.choice.template : undefined
  const verdict = await flow.refuse({ relay, revision, look, by, reason: choice.reason, template, body, confirmed })
  if (verdict.kind === 'done') return { response_action: 'clear' }
  const words = wordsOf(verdict) ?? ''
  if (verdict.kind === 'invalid') return { response_action: 'errors', errors: { [block]: words } }
  if (kit.kind === 'open' && (verdict.kind === 'stale' || verdict.kind === 'unconfirmed')) {
    const findings = verdict.kind === 'unconfirmed' ? verdict.findings : []
    const again = { body, filled, why: verdict.kind, findings, confirmed }
    return { response_action: 'update', view: drawRefusal({ ...kit, card: verdict.card }, again) }
  }
  const locale = await flow.localeOf(by)
  const said = drawWords(words, locale)
  return { response_action: 'update', view: { ...said, blocks: [...said.blocks, ...givenBack(body, locale)] } }
}

/** Whether the manager has written other words than the program put there. */
function isWritten(body: RichText, filledWith: string): boolean {
  const text = toPlain(body).trim()
  return text !== '' && digest(text) !== filledWith
}

function choiceIn(values: Values): RefusalChoice {
  const reason = REFUSAL_REASONS.find((one) => one === chosenIn(values, 'reason')) ?? FIRST.reason
  const tone = TONES.find((one) => one === chosenIn(values, 'tone')) ?? FIRST.tone
  const line = lineSchema.parse(values.alternative?.[refusalAction('alternative')] ?? {})
  return { reason, tone, template: chosenIn(values, 'template'), alternative: line.value ?? '' }
}

function chosenIn(values: Values, field: 'reason' | 'tone' | 'template'): string | undefined {
  const found = Object.values(values).find((actions) => refusalAction(field) in actions)?.[refusalAction(field)]
  return chosenSchema.parse(found ?? {}).selected_option?.value
}
