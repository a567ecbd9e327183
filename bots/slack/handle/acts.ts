/** Acts besides the buttons and dialogues of words: one click, or a dialogue in which something is chosen. */
import { z } from 'zod'
import type { Decision, Flow, Verdict } from '../../../src/core/flow.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import { section } from '../cards/blocks.ts'
import { wordsOf } from '../cards/verdict.ts'
import { CHOICE, type ChoiceAct, isChoiceBlock } from '../dialogs/acts.ts'
import { plainModal } from '../dialogs/more.ts'
import { pickedIn, WHEN } from '../dialogs/when.ts'
import { makeUser } from '../ids.ts'
import { say } from '../text.ts'
import { buttonSchema, type SubmitAnswer, type Tell } from './decisions.ts'

type ClickAct = 'undo' | 'unschedule' | 'wake' | 'approve_draft'

const draftButtonSchema = z
  .string()
  .regex(/^[^|]+\|\d+\|\d+\|[0-9a-f-]{36}$/)
  .transform((value) => {
    const cut = value.lastIndexOf('|')
    return { seen: buttonSchema.parse(value.slice(0, cut)), version: value.slice(cut + 1) }
  })

/** A click that does at once what it says; the card tells of it, and only a problem is said. */
export async function onAct(
  flow: Flow,
  act: ClickAct,
  click: { readonly user: string; readonly value: unknown; readonly tell: Tell },
): Promise<void> {
  const verdict = await flow.decide({ ...decisionOf(act, click.value), by: makeUser(click.user) })
  const words = wordsOf(verdict)
  if (words !== undefined) await click.tell(words)
}

function decisionOf(act: ClickAct, value: unknown): Omit<Decision, 'by'> {
  if (act !== 'approve_draft') return { ...buttonSchema.parse(value), act: { kind: act } }
  const { seen, version } = draftButtonSchema.parse(value)
  return { ...seen, act: { kind: act, version } }
}

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const metadataSchema = z.object({
  relay: z.string().transform((id) => id as RelayId),
  revision: z.number().int(),
  look: z.number().int(),
  act: z.enum(['snooze', 'split', 'merge', 'recall']),
})
const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
})
const oneSchema = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() })
const manySchema = z.looseObject({ selected_options: z.array(z.looseObject({ value: z.string() })).default([]) })

/** What was chosen, as an act. */
const CHOSEN: Record<ChoiceAct, (values: Values) => Decision['act']> = {
  snooze: (values) => ({ kind: 'snooze', when: pickedIn(values).when }),
  split: (values) => ({
    kind: 'split',
    parts: Object.entries(values).flatMap(([block, given]) => (isChoiceBlock(block) ? tickedIn(given) : [])),
    next: oneIn(values, CHOICE.next, CHOICE.next) === 'approve' ? 'approve' : 'wait',
  }),
  merge: (values) => ({ kind: 'merge', with: oneIn(values, CHOICE.block, CHOICE.action) as RelayId }),
  recall: () => ({ kind: 'recall' }),
}

function tickedIn(given: Values[string]): string[] {
  return manySchema.parse(given[CHOICE.action] ?? {}).selected_options.map(({ value }) => value)
}

function oneIn(values: Values, block: string, action: string): string {
  return oneSchema.parse(values[block]?.[action] ?? {}).selected_option?.value ?? ''
}

/** A dialogue was sent off. What cannot be done is said in it; done, nothing stays open. */
export async function onActSubmit(
  flow: Flow,
  submitted: { readonly user: string; readonly view: unknown },
): Promise<SubmitAnswer> {
  const view = viewSchema.parse(submitted.view)
  const { act, ...seen } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const verdict = await flow.decide({ ...seen, by: makeUser(submitted.user), act: CHOSEN[act](view.state.values) })
  return answerTo(verdict, act)
}

const FIELD_OF: Readonly<Record<string, string>> = { not_future: WHEN.block, choose_some: CHOICE.block }

function answerTo(verdict: Verdict, act: ChoiceAct): SubmitAnswer {
  if (verdict.kind === 'done') return { response_action: 'clear' }
  const words = wordsOf(verdict) ?? ''
  const field = verdict.kind === 'invalid' ? FIELD_OF[verdict.why] : undefined
  if (field !== undefined) return { response_action: 'errors', errors: { [field]: words } }
  const locale = 'card' in verdict ? verdict.card.locale : verdict.locale
  return {
    response_action: 'update',
    view: { ...plainModal(say(locale, `more-${act}`), locale), blocks: [section(words)] },
  }
}
