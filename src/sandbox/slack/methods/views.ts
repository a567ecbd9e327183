import { z } from 'zod'
import type { Fact, Json, OpenView, Trigger } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import { checkedView, openedView, STACK_MAX, updatedView, viewJson } from '../workspace/views.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { json, method } from './method.ts'

const trigger_id = z.string().default('')

const open = method({
  args: z.looseObject({ trigger_id, view: json }),
  run(ws, args) {
    const trigger = liveTrigger(ws, args.trigger_id)
    const content = newContent(ws, args.view)
    return opened(ws, trigger, openedView(ws, trigger.user, content))
  },
})

const push = method({
  args: z.looseObject({ trigger_id, view: json }),
  run(ws, args) {
    const trigger = liveTrigger(ws, args.trigger_id)
    const below = trigger.viewId === undefined ? undefined : ws.state.views.get(trigger.viewId)
    if (!below) throw new RefusedError('not_found')
    const stack = ws.state.modalsOf(trigger.user).filter((view) => view.rootId === below.rootId)
    if (stack.length >= STACK_MAX) throw new RefusedError('push_limit_reached')
    return opened(ws, trigger, openedView(ws, trigger.user, newContent(ws, args.view), below))
  },
})

const update = method({
  args: z.looseObject({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: json,
  }),
  run(ws, args) {
    const view = [...ws.state.views.values()].find(
      ({ id, content }) => id === args.view_id || (args.external_id && content.external_id === args.external_id),
    )
    if (!view) throw new RefusedError('not_found')
    requireHash(view, args.hash)
    const after = updatedView(ws, view, checkedView(args.view, 'modal'))
    ws.commit([{ type: 'view', view: after }])
    return { view: viewJson(ws, after) }
  },
})

const publish = method({
  args: z.looseObject({ user_id: z.string(), hash: z.string().optional(), view: json }),
  run(ws, args) {
    if (!ws.user(args.user_id)) throw new RefusedError('user_not_found')
    const content = checkedView(args.view, 'home')
    const before = ws.state.homes.get(args.user_id)
    if (before) requireHash(before, args.hash)
    const view = before ? updatedView(ws, before, content) : openedView(ws, args.user_id, content)
    ws.commit([{ type: 'home', view }])
    return { view: viewJson(ws, view) }
  },
})

export const views = { 'views.open': open, 'views.push': push, 'views.update': update, 'views.publish': publish }

/** A trigger opens one modal, and only in the three seconds after the click. */
function liveTrigger(ws: Workspace, id: string): Trigger {
  const trigger = ws.state.triggers.get(id)
  if (!trigger) throw new RefusedError('invalid_trigger_id')
  if (trigger.used > 0) throw new RefusedError('exchanged_trigger_id')
  if (ws.now() > trigger.expiresAt) throw new RefusedError('expired_trigger_id')
  return trigger
}

function newContent(ws: Workspace, given: unknown): Json {
  const content = checkedView(given, 'modal')
  const taken = [...ws.state.views.values()].some(
    (view) => content.external_id && view.content.external_id === content.external_id,
  )
  if (taken) throw new RefusedError('duplicate_external_id')
  return content
}

function opened(ws: Workspace, trigger: Trigger, view: OpenView): Json {
  const facts: Fact[] = [
    { type: 'trigger-used', trigger: trigger.id },
    { type: 'view', view },
  ]
  ws.commit(facts)
  return { view: viewJson(ws, view) }
}

function requireHash(view: OpenView, hash: string | undefined): void {
  if (hash !== undefined && hash !== '' && hash !== view.hash) throw new RefusedError('hash_conflict')
}
