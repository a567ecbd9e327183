/** What a person does with the app's buttons, modals, shortcuts and commands, as Slack tells the app. */
import { asked, eventQueued, nowTs } from '../workspace/events.ts'
import type { Fact, Json, Message, OpenView, ResponseUrl, Trigger } from '../workspace/facts.ts'
import { type Conversation, directId } from '../workspace/state.ts'
import { viewJson } from '../workspace/views.ts'
import { messageJson, withMetadata } from '../workspace/wire.ts'
import { mintId, type Workspace } from '../workspace/workspace.ts'

/** Slack opens a modal by a click within these milliseconds only. */
const TRIGGER_LIFE_MS = 3_000
const RESPONSE_URL_LIFE_MS = 30 * 60_000
export const RESPONSE_URL_USES = 5

export function clicked(ws: Workspace, user: string, conversation: Conversation, message: Message, action: Json) {
  const trigger = newTrigger(ws, user)
  const url = newResponseUrl(ws, user, conversation, message.ts)
  const isEphemeral = message.ephemeralFor !== undefined
  const payload = {
    ...whoAndWhere(ws, 'block_actions', user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelJson(conversation),
    // Of a message that only one person sees, the app gets no copy.
    ...(isEphemeral ? {} : { message: withMetadata(messageJson(ws, conversation, message), message) }),
    state: { values: {} },
    trigger_id: trigger.id,
    response_url: responseAddress(ws, url),
    actions: [action],
  }
  const waiting = { user, channel: conversation.id }
  ws.commit([{ type: 'trigger', trigger }, { type: 'response-url', url }, asked(ws, 'interactive', payload, waiting)])
  return { triggerId: trigger.id }
}

/** A button inside a modal or a home tab; `values` is what stands in its fields, and what was just chosen is among it. */
export function clickedInView(ws: Workspace, before: OpenView, action: Json, values: Json = before.values) {
  const view: OpenView = { ...before, values: withChosen(values, action) }
  const trigger = newTrigger(ws, view.user, view.id)
  const payload = {
    ...whoAndWhere(ws, 'block_actions', view.user),
    container: { type: 'view', view_id: view.id },
    view: viewJson(ws, view),
    trigger_id: trigger.id,
    actions: [action],
  }
  ws.commit([
    { type: 'trigger', trigger },
    ...(view.content.type === 'modal' ? [{ type: 'view' as const, view }] : []),
    asked(ws, 'interactive', payload, { user: view.user }),
  ])
  return { triggerId: trigger.id }
}

/** Of buttons a view has no state. */
function withChosen(values: Json, { block_id, action_id, action_ts: _, type, ...state }: Json): Json {
  if (type === 'button' || type === 'overflow') return values
  const block = String(block_id)
  const others = typeof values[block] === 'object' ? values[block] : {}
  return { ...values, [block]: { ...others, [String(action_id)]: { type, ...state } } }
}

export function submitted(ws: Workspace, view: OpenView, values: Json) {
  const trigger = newTrigger(ws, view.user, view.id)
  const filled: OpenView = { ...view, values, errors: {} }
  const payload = {
    ...whoAndWhere(ws, 'view_submission', view.user),
    trigger_id: trigger.id,
    view: viewJson(ws, filled),
    response_urls: [],
  }
  ws.commit([
    { type: 'trigger', trigger },
    { type: 'view', view: filled },
    asked(ws, 'interactive', payload, { user: view.user, viewId: view.id }),
  ])
  return { triggerId: trigger.id }
}

/** The app hears of it only when the modal asked for `notify_on_close`; nobody waits for its answer. */
export function closedByPerson(ws: Workspace, view: OpenView, isCleared: boolean): Fact[] {
  if (view.content.notify_on_close !== true) return []
  const payload = { ...whoAndWhere(ws, 'view_closed', view.user), view: viewJson(ws, view), is_cleared: isCleared }
  return [asked(ws, 'interactive', payload, { user: view.user, silent: true })]
}

export function shortcut(
  ws: Workspace,
  user: string,
  callbackId: string,
  conversation: Conversation,
  message: Message,
) {
  const trigger = newTrigger(ws, user)
  const url = newResponseUrl(ws, user, conversation)
  const payload = {
    ...whoAndWhere(ws, 'message_action', user),
    action_ts: nowTs(ws),
    callback_id: callbackId,
    channel: channelJson(conversation),
    message_ts: message.ts,
    message: messageJson(ws, conversation, message),
    trigger_id: trigger.id,
    response_url: responseAddress(ws, url),
  }
  ws.commit([
    { type: 'trigger', trigger },
    { type: 'response-url', url },
    asked(ws, 'interactive', payload, { user, channel: conversation.id }),
  ])
  return { triggerId: trigger.id }
}

export function commanded(ws: Workspace, user: string, conversation: Conversation, command: string, text: string) {
  const trigger = newTrigger(ws, user)
  const url = newResponseUrl(ws, user, conversation)
  const { name } = channelJson(conversation)
  const payload = {
    team_id: ws.seed.team.id,
    team_domain: 'studio',
    channel_id: conversation.id,
    channel_name: name,
    user_id: user,
    user_name: ws.user(user)?.name ?? '',
    command,
    text,
    is_enterprise_install: 'false',
    response_url: responseAddress(ws, url),
    trigger_id: trigger.id,
  }
  ws.commit([
    { type: 'trigger', trigger },
    { type: 'response-url', url },
    asked(ws, 'slash_commands', payload, { user, channel: conversation.id }),
  ])
  return { triggerId: trigger.id }
}

export function homeOpened(ws: Workspace, user: string): void {
  const home = ws.state.homes.get(user)
  const event = { type: 'app_home_opened', user, channel: directId(user), tab: 'home', event_ts: nowTs(ws) }
  ws.commit([eventQueued(ws, home ? { ...event, view: viewJson(ws, home) } : event)])
}

function whoAndWhere(ws: Workspace, type: string, user: string) {
  const { team } = ws.seed
  const name = ws.user(user)?.name ?? ''
  return {
    type,
    user: { id: user, username: name, name, team_id: team.id },
    team: { id: team.id, domain: 'studio' },
    enterprise: null,
    is_enterprise_install: false,
  }
}

function channelJson({ id, kind, name }: Conversation) {
  return { id, name: kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name }
}

function newTrigger(ws: Workspace, user: string, viewId?: string): Trigger {
  const id = `${ws.now()}.${mintId('').slice(0, 8)}.${mintId('').toLowerCase()}`
  return { id, user, expiresAt: ws.now() + TRIGGER_LIFE_MS, ...(viewId === undefined ? {} : { viewId }) }
}

function newResponseUrl(ws: Workspace, user: string, conversation: Conversation, ts?: string): ResponseUrl {
  const expiresAt = ws.now() + RESPONSE_URL_LIFE_MS
  const id = `${mintId('')}${mintId('')}`
  return { id, user, channel: conversation.id, expiresAt, ...(ts === undefined ? {} : { ts }) }
}

function responseAddress(ws: Workspace, { id }: ResponseUrl): string {
  return `${ws.baseUrl()}/slack/response/${id}`
}
