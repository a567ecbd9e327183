/** What people do with what the app shows them. */
import { z } from 'zod'
import { fieldProblems } from '../blocks/fields.ts'
import { actionOf, elementsIn, type Placed } from '../blocks/placed.ts'
import { nowTs } from '../workspace/events.ts'
import type { Json, OpenView } from '../workspace/facts.ts'
import { blocksOf, closed } from '../workspace/views.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { act, ConflictError, channel, messageOf, placeOf, requireUser, topModal, ts, user } from './act.ts'
import { clicked, clickedInView, closedByPerson, commanded, homeOpened, shortcut, submitted } from './interactions.ts'

const which = { actionId: z.string(), blockId: z.string().optional(), value: z.string().optional() }
const values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))

/**
 * A button of a message, or with `viewId` of a modal or a home tab. `value` chooses an option, or is what was typed into a
 * field that dispatches. `values`: what stands in the fields of the view, which the app is told with the click.
 */
const click = act(
  z.union([
    z.strictObject({ user, channel, ts, ...which }),
    z.strictObject({ user, viewId: z.string(), values: values.optional(), ...which }),
  ]),
  (ws, args) => {
    if ('viewId' in args) {
      const view = ws.state.view(args.viewId)
      if (view?.user !== args.user) throw new ConflictError('view_not_open')
      return clickedInView(ws, view, actionIn(ws, blocksOf(view), args), args.values)
    }
    const conversation = placeOf(ws, args.user, args.channel)
    const message = messageOf(conversation, args.user, args.ts)
    return clicked(ws, args.user, conversation, message, actionIn(ws, message.blocks, args))
  },
)

/** What Slack's own client checks before it sends, it checks here: then nothing reaches the app. */
const submit = act(
  z.strictObject({
    user,
    viewId: z.string(),
    values: values.default({}),
  }),
  (ws, args) => {
    const view = topModal(ws, args.user, args.viewId)
    const errors = fieldProblems(ws.user(args.user), blocksOf(view), args.values)
    if (Object.keys(errors).length === 0) return submitted(ws, view, args.values)
    ws.commit([{ type: 'view', view: { ...view, values: args.values, errors } }])
    throw new ConflictError('fields', { errors })
  },
)

const close = act(z.strictObject({ user, viewId: z.string() }), (ws, args) => {
  const view = topModal(ws, args.user, args.viewId)
  const clears = view.content.clear_on_close === true
  const going: OpenView[] = clears ? ws.state.modalsOf(args.user) : [view]
  ws.commit([
    ...going.flatMap((gone) => closed(ws, gone)),
    ...going.flatMap((gone) => closedByPerson(ws, gone, clears)),
  ])
  return {}
})

const useShortcut = act(z.strictObject({ user, callbackId: z.string(), channel, ts }), (ws, args) => {
  if (!ws.seed.shortcuts.some(({ callbackId }) => callbackId === args.callbackId)) {
    throw new ConflictError('no_such_shortcut')
  }
  const conversation = placeOf(ws, args.user, args.channel)
  return shortcut(ws, args.user, args.callbackId, conversation, messageOf(conversation, args.user, args.ts))
})

const useCommand = act(
  z.strictObject({ user, channel, command: z.string().startsWith('/'), text: z.string().default('') }),
  (ws, args) => {
    if (!ws.seed.commands.some(({ command }) => command === args.command)) throw new ConflictError('no_such_command')
    return commanded(ws, args.user, placeOf(ws, args.user, args.channel), args.command, args.text)
  },
)

const home = act(z.strictObject({ user }), (ws, args) => {
  requireUser(ws, args.user)
  homeOpened(ws, args.user)
  return {}
})

export const using = { click, submit, close, shortcut: useShortcut, command: useCommand, home }

type Which = { actionId: string; blockId?: string | undefined; value?: string | undefined }

/** A button that stands there now: what was rewritten since cannot be clicked any more. */
function actionIn(ws: Workspace, blocks: readonly unknown[], { actionId, blockId, value }: Which): Json {
  const matches = ({ element, blockId: its, dispatches }: Placed) =>
    dispatches && element.action_id === actionId && (blockId === undefined || blockId === its)
  const all = elementsIn(blocks).filter(matches)
  // Several buttons may share an action id; the value then says which.
  const placed = all.find(({ element }) => element.value === value) ?? all[0]
  if (!placed) throw new ConflictError('no_such_action')
  const action = actionOf(placed, value, nowTs(ws))
  if (!action) throw new ConflictError('no_such_option')
  return action
}
