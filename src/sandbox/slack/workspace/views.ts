/** Modals and home tabs: what Slack accepts, and the stack in which modals lie. */
import { z } from 'zod'
import { blockProblems, problemsOf, withBlockIds } from '../blocks/blocks.ts'
import { plainText, text } from '../blocks/parts.ts'
import { elementsIn } from '../blocks/placed.ts'
import type { Fact, Json, OpenView } from './facts.ts'
import { refusedFor } from './refused.ts'
import { mintId, type Workspace } from './workspace.ts'

export const STACK_MAX = 3

const common = {
  blocks: z.array(z.looseObject({ type: z.string() })),
  private_metadata: text(3000, 0).optional(),
  callback_id: text(255, 0).optional(),
  external_id: text(255, 0).optional(),
}
const modalSchema = z.strictObject({
  ...common,
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
})
const viewSchemas = { modal: modalSchema, home: z.strictObject({ ...common, type: z.literal('home') }) }

/** The view with block ids filled in; refused as `views.open` refuses it. */
export function checkedView(given: unknown, type: 'modal' | 'home'): Json {
  const parsed = viewSchemas[type].safeParse(given, { reportInput: true })
  if (!parsed.success) throw refusedFor('invalid_arguments', problemsOf(parsed.error, '/view'))
  const problems = [
    ...blockProblems(parsed.data.blocks, 100, '/view/blocks'),
    ...(hasInput(parsed.data.blocks) && type === 'modal' && !('submit' in parsed.data)
      ? ['missing required field: submit [json-pointer:/view]']
      : []),
  ]
  if (problems.length > 0) throw refusedFor('invalid_arguments', problems)
  return { ...parsed.data, blocks: withBlockIds(parsed.data.blocks) }
}

/** A modal on top of `below`, or the first one. */
export function openedView(ws: Workspace, user: string, content: Json, below?: OpenView): OpenView {
  const id = mintId('V')
  return {
    id,
    user,
    content,
    hash: newHash(ws),
    rootId: below?.rootId ?? id,
    ...(below ? { previousId: below.id } : {}),
    errors: {},
    values: {},
  }
}

/** The same modal with other content; what was filled in is kept for the blocks that stay. */
export function updatedView(ws: Workspace, view: OpenView, content: Json): OpenView {
  const after = { ...view, content, hash: newHash(ws), errors: {} }
  const stay = new Set(elementsIn(blocksOf(after)).map(({ blockId }) => blockId))
  return { ...after, values: Object.fromEntries(Object.entries(view.values).filter(([block]) => stay.has(block))) }
}

/** Closes a modal, and those above it. */
export function closed(ws: Workspace, view: OpenView): Fact[] {
  const stack = ws.state.modalsOf(view.user).filter((other) => other.rootId === view.rootId)
  return stack.slice(stack.indexOf(view)).map(({ id }) => ({ type: 'view-closed', view: id }))
}

export function viewJson(ws: Workspace, view: OpenView): Json {
  const { bot, team } = ws.seed
  return {
    id: view.id,
    team_id: team.id,
    close: null,
    submit: null,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view.content,
    ...(view.content.type === 'home' ? { title: { type: 'plain_text', text: 'View Title', emoji: true } } : {}),
    state: { values: view.values },
    hash: view.hash,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.id,
  }
}

export function blocksOf(view: OpenView): unknown[] {
  return Array.isArray(view.content.blocks) ? view.content.blocks : []
}

function newHash(ws: Workspace): string {
  return `${Math.floor(ws.now() / 1_000)}.${mintId('').toLowerCase().slice(0, 8)}`
}

function hasInput(blocks: readonly Json[]): boolean {
  return blocks.some((block) => block.type === 'input')
}
