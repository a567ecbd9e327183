/** What the app's acknowledgement does: to the modal that was submitted, or as the answer to a command. */
import { z } from 'zod'
import { elementsIn } from '../blocks/placed.ts'
import { contentOf, requireSomething } from '../methods/content.ts'
import { localeOf, say } from '../text.ts'
import type { Envelope, Fact, Json, OpenView } from '../workspace/facts.ts'
import { post } from '../workspace/messages.ts'
import { RefusedError } from '../workspace/refused.ts'
import { type Conversation, directId } from '../workspace/state.ts'
import { blocksOf, checkedView, closed, openedView, STACK_MAX, updatedView } from '../workspace/views.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The app has acknowledged this envelope with this body. */
export function answered(ws: Workspace, envelope: Envelope, body: Json | string): void {
  if (!envelope.waiting) return
  try {
    if (envelope.type === 'slash_commands') replied(ws, envelope.waiting, body)
    const view = ws.state.views.get(envelope.waiting.viewId ?? '')
    if (view) submissionAnswered(ws, view, typeof body === 'string' ? {} : body)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    complain(ws, envelope, 'bad-answer', { error: error.error })
  }
}

/** Three seconds have passed and the app has said nothing: the person is told, as Slack tells them. */
export function unanswered(ws: Workspace, envelope: Envelope): void {
  complain(ws, envelope, 'unanswered', {})
}

const replySchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).catch('ephemeral'),
  thread_ts: z.string().optional(),
})

/** Posts what answers a command or comes to a response URL: to the one person, or to all. Nothing to say is no error. */
export function replied(ws: Workspace, to: { user: string; channel?: string }, body: Json | string): void {
  const given = replySchema.parse(typeof body === 'string' ? { text: body } : body)
  const { text = '', blocks = [] } = contentOf(given)
  const conversation = ws.state.conversations.get(to.channel ?? '')
  if (!conversation || (text === '' && blocks.length === 0)) return
  requireSomething({ text, blocks })
  post(ws, conversation, {
    user: ws.seed.bot.userId,
    text,
    blocks,
    ...(given.response_type === 'ephemeral' ? { ephemeralFor: to.user } : {}),
    ...(given.thread_ts === undefined ? {} : { threadTs: given.thread_ts }),
  })
}

const submissionSchema = z.looseObject({
  response_action: z.enum(['errors', 'update', 'push', 'clear']).optional(),
  errors: z.record(z.string(), z.string()).default({}),
  view: z.unknown().optional(),
})

function submissionAnswered(ws: Workspace, view: OpenView, body: Json): void {
  const parsed = submissionSchema.safeParse(body)
  if (!parsed.success) throw new RefusedError('invalid_response_action')
  const { response_action: action = 'close', ...given } = parsed.data
  ws.commit(ACTIONS[action](ws, view, given))
}

type Given = { readonly errors: Record<string, string>; readonly view?: unknown }
type Action = 'close' | 'errors' | 'update' | 'push' | 'clear'
const ACTIONS: Readonly<Record<Action, (ws: Workspace, view: OpenView, given: Given) => Fact[]>> = {
  close: (ws, view) => closed(ws, view),
  errors: (_ws, view, { errors }) => {
    const known = new Set(elementsIn(blocksOf(view), 'input').map((placed) => placed.blockId))
    const stray = Object.keys(errors).filter((blockId) => !known.has(blockId))
    if (stray.length > 0 || Object.keys(errors).length === 0) throw new RefusedError('invalid_error_block_ids')
    return [{ type: 'view', view: { ...view, errors } }]
  },
  update: (ws, view, given) => [{ type: 'view', view: updatedView(ws, view, checkedView(given.view, 'modal')) }],
  push: (ws, view, given) => {
    const stack = ws.state.modalsOf(view.user).filter((other) => other.rootId === view.rootId)
    if (stack.length >= STACK_MAX) throw new RefusedError('push_limit_reached')
    return [{ type: 'view', view: openedView(ws, view.user, checkedView(given.view, 'modal'), view) }]
  },
  clear: (ws, view) => ws.state.modalsOf(view.user).map(({ id }) => ({ type: 'view-closed', view: id })),
}

/** A line only the person sees; in a modal also under its first field. */
function complain(
  ws: Workspace,
  { waiting }: Envelope,
  id: 'unanswered' | 'bad-answer',
  args: { error?: string },
): void {
  if (!waiting || waiting.silent) return
  const text = say(localeOf(ws.user(waiting.user)), id, { app: ws.seed.bot.name, ...args })
  const conversation = placeOf(ws, waiting)
  if (conversation) post(ws, conversation, { user: ws.seed.bot.userId, text, blocks: [], ephemeralFor: waiting.user })
  const view = ws.state.views.get(waiting.viewId ?? '')
  if (!view) return
  const [field] = elementsIn(blocksOf(view), 'input')
  ws.commit([{ type: 'view', view: { ...view, errors: { [field?.blockId ?? '']: text } } }])
}

function placeOf(ws: Workspace, waiting: { user: string; channel?: string }): Conversation | undefined {
  return ws.state.conversations.get(waiting.channel ?? directId(waiting.user))
}
