import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Decision, Flow, Verdict } from '../../../src/core/flow.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import { plain, type RichText } from '../../../src/core/rich-text.ts'
import type { Directory } from '../api/people.ts'
import { wordsOf } from '../cards/verdict.ts'
import { asksFirst } from '../dialogs/ask-first.ts'
import {
  BUTTON_DIALOGS,
  CONFIRM,
  DIALOG_ACTS,
  type DialogAct,
  drawDialog,
  drawNote,
  FIELD,
  fieldBlockIn,
  type Kit,
  type Typed,
} from '../dialogs/dialog.ts'
import { drawPreview } from '../dialogs/preview.ts'
import { type Picked, pickedIn, WHEN } from '../dialogs/when.ts'
import { fromBlocks, mentionedIn } from '../format/from-blocks.ts'
import { richTextBlockSchema } from '../format/rich-text.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { openView } from './views.ts'

/** Says something to whoever clicked, for their eyes only. */
export type Tell = (text: string) => Promise<void>

/** What a button of a card carries; cards from before `look` was written carry none, and have shown nothing that came since. */
export const buttonSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}\|\d+(\|\d+)?$/)
  .transform((value) => {
    const [relay = '', revision = '', look = '0'] = value.split('|')
    return { relay: relay as RelayId, revision: Number(revision), look: Number(look) }
  })

/** A click on "approve": done at once; the card tells of it, and only a problem is said. */
export async function onApprove(flow: Flow, click: { user: string; value: unknown; tell: Tell }): Promise<void> {
  const seen = buttonSchema.parse(click.value)
  const verdict = await flow.decide({ ...seen, by: makeUser(click.user), act: { kind: 'approve' } })
  const words = wordsOf(verdict)
  if (words !== undefined) await click.tell(words)
}

/** A click on "stop" of a card that a rule would approve. It counts whatever has changed on the card since. */
export async function onStop(flow: Flow, click: { user: string; value: unknown; tell: Tell }): Promise<void> {
  const { relay } = buttonSchema.parse(click.value)
  const words = wordsOf(await flow.stopApproval({ relay, by: makeUser(click.user) }))
  if (words !== undefined) await click.tell(words)
}

/** A click on an act that needs words opens its dialogue. */
export async function onOpen(
  flow: Flow,
  dialogs: WebClient,
  log: Log,
  click: { act: (typeof BUTTON_DIALOGS)[number]; user: string; value: unknown; trigger: string; tell: Tell },
): Promise<void> {
  const { relay } = buttonSchema.parse(click.value)
  const dialog = await flow.dialog(relay, click.act, makeUser(click.user))
  if (dialog.kind !== 'open') return click.tell(wordsOf(dialog) ?? '')
  const kit = { list: await flow.canned(makeUser(click.user), { relay }), filled: 0 }
  await openView(dialogs, log, { ...click, inDialog: false }, drawDialog(click.act, dialog.card, undefined, kit))
}

/** A click on "as the client sees it". */
export async function onPreview(
  flow: Flow,
  dialogs: WebClient,
  log: Log,
  click: { user: string; value: unknown; trigger: string; tell: Tell },
): Promise<void> {
  const { relay } = buttonSchema.parse(click.value)
  const preview = await flow.preview(relay, makeUser(click.user))
  if (preview.kind !== 'open') return click.tell(wordsOf(preview) ?? '')
  await openView(dialogs, log, { ...click, inDialog: false }, drawPreview(preview))
}

export const metadataSchema = z.object({
  relay: z.string().transform((id) => id as RelayId),
  revision: z.number().int(),
  look: z.number().int().default(0),
  act: z.enum(Object.keys(DIALOG_ACTS) as [DialogAct, ...DialogAct[]]),
})
const fieldSchema = z.object({
  rich_text_value: richTextBlockSchema.nullish(),
  value: z.string().nullish(),
})
export const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
})

export type SubmitAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  /** Nothing of what lay open stays, neither this dialogue nor the one it was opened from. */
  | { readonly response_action: 'clear' }

/** A dialogue was sent off. Undefined closes it; what comes back keeps it open, with what was typed still in it. */
export async function onSubmit(
  flow: Flow,
  people: Directory,
  submitted: { user: string; view: unknown },
): Promise<SubmitAnswer | undefined> {
  const view = viewSchema.parse(submitted.view)
  const { act, ...seen } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const typed = await typedIn(view.state.values, people)
  const verdict = await flow.decide({ ...seen, by: makeUser(submitted.user), act: actOf(act, typed) })
  const { block, filled } = fieldBlockIn(Object.keys(view.state.values))
  const isAgain = verdict.kind === 'stale' || verdict.kind === 'unconfirmed'
  const list = isAgain ? await flow.canned(makeUser(submitted.user), { relay: seen.relay }) : undefined
  return answerTo(verdict, act, typed, block, { list, filled })
}

export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** All that a dialogue may carry. */
type Submitted = Required<Omit<Typed, keyof Picked>> & ReturnType<typeof pickedIn> & { readonly asksFirst: boolean }

function isBehindMore(act: DialogAct): boolean {
  return !(BUTTON_DIALOGS as readonly DialogAct[]).includes(act)
}

export async function typedIn(values: Values, people: Directory): Promise<Submitted> {
  const field = fieldSchema.parse(values[fieldBlockIn(Object.keys(values)).block]?.[FIELD.action] ?? {})
  const reason = field.value ?? ''
  const more = { confirmed: confirmedIn(values), ...pickedIn(values), asksFirst: asksFirst(values) }
  if (!field.rich_text_value) return { body: plain(reason), reason, ...more }
  const blocks = [field.rich_text_value]
  const body: RichText = fromBlocks(blocks, await people.names(mentionedIn(blocks)))
  return { body, reason, ...more }
}

/** The ids of the findings whose box is ticked. */
function confirmedIn(values: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string[] {
  return Object.entries(values).flatMap(([block, actions]) => {
    if (!block.startsWith(CONFIRM.block)) return []
    const { selected_options: ticked } = boxSchema.parse(actions[CONFIRM.action] ?? {})
    return ticked.some((option) => option.value === CONFIRM.value) ? [block.slice(CONFIRM.block.length)] : []
  })
}

const boxSchema = z.looseObject({ selected_options: z.array(z.looseObject({ value: z.string() })).default([]) })

function actOf(act: DialogAct, { body, reason, confirmed, when, asksFirst }: Submitted): Decision['act'] {
  if (asksFirst && (act === 'edit' || act === 'schedule')) return { kind: 'ask', body }
  switch (act) {
    case 'edit':
      return { kind: act, body, confirmed }
    case 'schedule':
      return { kind: act, body, confirmed, when }
    case 'answer':
    case 'ask':
    case 'draft':
      return { kind: act, body }
    case 'return':
    case 'reject':
      return { kind: act, reason }
  }
}

function answerTo(verdict: Verdict, act: DialogAct, typed: Typed, field: string, kit: Kit): SubmitAnswer | undefined {
  if (verdict.kind === 'done') return isBehindMore(act) ? { response_action: 'clear' } : undefined
  if (verdict.kind === 'stale') {
    return { response_action: 'update', view: drawDialog(act, verdict.card, { why: 'stale', typed }, kit) }
  }
  if (verdict.kind === 'unconfirmed') {
    const { findings, card } = verdict
    return { response_action: 'update', view: drawDialog(act, card, { why: 'unconfirmed', typed, findings }, kit) }
  }
  const words = wordsOf(verdict) ?? ''
  if (verdict.kind === 'invalid') {
    const block = verdict.why === 'not_future' ? WHEN.block : field
    return { response_action: 'errors', errors: { [block]: words } }
  }
  const locale = verdict.kind === 'already' ? verdict.card.locale : verdict.locale
  return { response_action: 'update', view: drawNote(words, act, locale, typed) }
}

const projectBlockSchema = z.string().regex(/^project\|[0-9a-f-]{36}\|\d+$/)

/** The manager says to which project a client's message belongs. */
export async function onProject(
  flow: Flow,
  chosen: { user: string; blockId: string; project: string; tell: Tell },
): Promise<void> {
  const relay = projectBlockSchema.parse(chosen.blockId).split('|')[1] as RelayId
  const verdict = await flow.chooseProject({ relay, project: chosen.project, by: makeUser(chosen.user) })
  const words = wordsOf(verdict)
  if (words !== undefined) await chosen.tell(words)
}

/** Somebody has looked whether an unsure message arrived. */
export async function onUnsure(
  flow: Flow,
  click: { user: string; item: unknown; arrived: boolean; tell: Tell },
): Promise<void> {
  // Buttons of before carry only the item.
  const [id, at] = z.string().parse(click.item).split('|')
  const item = z.uuid().parse(id)
  const attempt = at ? Number(at) : undefined
  const verdict = await flow.resolveUnsure({ item, attempt, arrived: click.arrived, by: makeUser(click.user) })
  const words = wordsOf(verdict)
  if (words !== undefined && verdict.kind !== 'already') await click.tell(words)
}
