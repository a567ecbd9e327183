/** Messages, conversations and people as Slack's API and events spell them. */
import type { SlackUserView } from '../../view.ts'
import { filesJson } from '../files/wire.ts'
import type { Json, Message } from './facts.ts'
import type { Conversation } from './state.ts'
import type { Workspace } from './workspace.ts'

export function messageJson(ws: Workspace, conversation: Conversation, message: Message): Json {
  if (message.tombstone) return { ...tombstone(message), ...threadJson(conversation, message) }
  return {
    type: 'message',
    ...(message.user === ws.seed.bot.userId ? botAuthor(ws, message) : { user: message.user, ...clientMsgId(message) }),
    text: message.text,
    ts: message.ts,
    team: ws.seed.team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...filesJson(ws, conversation, message),
    ...(message.broadcast ? { subtype: 'thread_broadcast', root: rootOf(ws, conversation, message) } : {}),
    ...threadJson(conversation, message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...reactionsJson(message),
  }
}

/** With what an app attached to it: only where `include_all_metadata` asks for it. */
export function withMetadata(json: Json, message: Message): Json {
  return message.metadata ? { ...json, metadata: message.metadata } : json
}

export function channelType(conversation: Conversation): 'channel' | 'group' | 'im' {
  return conversation.kind === 'private' ? 'group' : conversation.kind
}

export function conversationJson(ws: Workspace, conversation: Conversation): Json {
  const { id, name, kind, archived } = conversation
  const common = {
    id,
    created: 1_700_000_000,
    updated: 1_700_000_000_000,
    is_archived: archived,
    is_im: kind === 'im',
    is_mpim: false,
    is_org_shared: false,
    context_team_id: ws.seed.team.id,
  }
  if (kind === 'im') {
    return { ...common, user: otherMember(ws, conversation), is_user_deleted: false, is_open: true, priority: 0 }
  }
  return {
    ...common,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'private',
    is_private: kind === 'private',
    is_general: name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: ws.isMember(conversation),
    creator: conversation.members[0] ?? '',
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}

export function otherMember(ws: Workspace, conversation: Conversation): string | undefined {
  return conversation.members.find((member) => member !== ws.seed.bot.userId)
}

export function userJson(ws: Workspace, user: SlackUserView, includeLocale: boolean): Json {
  return {
    id: user.id,
    team_id: ws.seed.team.id,
    name: user.name,
    deleted: false,
    color: '9f69e7',
    real_name: user.realName,
    tz: user.tz,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.isBot ? '' : user.realName,
      display_name_normalized: user.isBot ? '' : user.realName,
      team: ws.seed.team.id,
      ...(ws.seed.scopes.includes('users:read.email') && !user.isBot ? { email: emailOf(user) } : {}),
      ...(user.isBot ? { bot_id: ws.seed.bot.id, api_app_id: ws.seed.bot.appId } : {}),
    },
    is_admin: user.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(includeLocale ? { locale: user.locale.includes('-') ? user.locale : LOCALES[user.locale] } : {}),
  }
}

const LOCALES: Readonly<Record<string, string>> = { ru: 'ru-RU', en: 'en-US' }

export function emailOf(user: SlackUserView): string {
  return `${user.name}@studio.example`
}

export function peopleOf(ws: Workspace): SlackUserView[] {
  const bot = ws.user(ws.seed.bot.userId)
  return [...ws.seed.users.filter((user) => user.id !== bot?.id), ...(bot ? [bot] : [])]
}

function botAuthor(ws: Workspace, message: Message): Json {
  const { id, appId, name, userId } = ws.seed.bot
  const common = { bot_id: id, app_id: appId }
  // A post under another name (chat:write.customize) is of the subtype `bot_message` and names no user.
  if (message.username !== undefined) {
    const icons = message.icon === undefined ? {} : { icons: { image_48: message.icon } }
    return { subtype: 'bot_message', username: message.username, ...common, ...icons }
  }
  const profile = { id, app_id: appId, name, team_id: ws.seed.team.id, deleted: false, updated: 1_700_000_000 }
  return { user: userId, ...common, bot_profile: profile }
}

function clientMsgId({ clientMsgId }: Message): Json {
  return clientMsgId === undefined ? {} : { client_msg_id: clientMsgId }
}

function rootOf(ws: Workspace, conversation: Conversation, message: Message): Json | undefined {
  const root = conversation.messages.get(message.threadTs ?? '')
  return root && messageJson(ws, conversation, root)
}

function threadJson(conversation: Conversation, message: Message): Json {
  if (message.threadTs !== undefined) {
    const parent = conversation.messages.get(message.threadTs)
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) }
  }
  const replies = [...(conversation.threads.get(message.ts) ?? [])]
  if (replies.length === 0) return {}
  const users = [
    ...new Set(replies.map((ts) => conversation.messages.get(ts)?.user).filter((user) => user !== undefined)),
  ]
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: replies.at(-1),
    is_locked: false,
    subscribed: false,
  }
}

function reactionsJson({ reactions }: Message): Json {
  if (reactions.length === 0) return {}
  return { reactions: reactions.map(({ name, users }) => ({ name, users, count: users.length })) }
}

function tombstone(message: Message): Json {
  return {
    type: 'message',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    text: 'This message was deleted.',
    hidden: true,
    ts: message.ts,
  }
}
