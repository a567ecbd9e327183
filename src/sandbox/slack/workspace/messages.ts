/** What can be done to messages, by people and by the bot alike: the facts of it, events included. */
import { pushedFiles } from '../files/wire.ts'
import { channelEvent, conversationEvent, nowTs } from './events.ts'
import type { Fact, Json, Message } from './facts.ts'
import type { Conversation } from './state.ts'
import { channelType, messageJson, withMetadata } from './wire.ts'
import type { Workspace } from './workspace.ts'

export type Draft = Omit<Message, 'ts' | 'reactions' | 'broadcast'> & { readonly broadcast?: boolean }

/** Posts and returns what stands there now. Commits, with the facts that belong to it: the next `ts` depends on it. */
export function post(
  ws: Workspace,
  conversation: Conversation,
  draft: Draft,
  alongside: readonly Fact[] = [],
): Message {
  const message: Message = { broadcast: false, ...draft, ts: ws.nextTs(conversation), reactions: [] }
  ws.commit([
    ...alongside,
    { type: 'posted', channel: conversation.id, message },
    ...(message.ephemeralFor === undefined ? postedEvents(ws, conversation, message) : []),
  ])
  return message
}

export function edit(ws: Workspace, conversation: Conversation, before: Message, after: Message): void {
  ws.commit(changed(ws, conversation, before, after))
}

/** The facts of an edit, for those who have more to commit with it. */
export function changed(ws: Workspace, conversation: Conversation, before: Message, after: Message): Fact[] {
  return [
    { type: 'replaced', channel: conversation.id, message: after },
    ...(after.ephemeralFor === undefined ? changedEvents(ws, conversation, before, after) : []),
  ]
}

/** A message that heads a thread leaves a tombstone, so that its replies stay. */
export function remove(ws: Workspace, conversation: Conversation, message: Message): void {
  const { ts, user, ephemeralFor } = message
  if ((conversation.threads.get(ts)?.size ?? 0) > 0) {
    edit(ws, conversation, message, { ...EMPTY, ts, user, tombstone: true })
    return
  }
  ws.commit([
    { type: 'removed', channel: conversation.id, ts },
    ...(ephemeralFor === undefined ? deletedEvents(ws, conversation, message) : []),
  ])
}

const EMPTY = { text: 'This message was deleted.', blocks: [], reactions: [], broadcast: false }

/** False: this person reacted so already. */
export function react(
  ws: Workspace,
  conversation: Conversation,
  message: Message,
  user: string,
  name: string,
): boolean {
  const found = message.reactions.find((reaction) => reaction.name === name)
  if (found?.users.includes(user)) return false
  const reactions = found
    ? message.reactions.map((reaction) => (reaction === found ? { name, users: [...found.users, user] } : reaction))
    : [...message.reactions, { name, users: [user] }]
  return reacted(ws, conversation, { ...message, reactions }, 'reaction_added', user, name)
}

/** False: there was no such reaction of this person. */
export function unreact(
  ws: Workspace,
  conversation: Conversation,
  message: Message,
  user: string,
  name: string,
): boolean {
  if (!message.reactions.find((reaction) => reaction.name === name)?.users.includes(user)) return false
  const reactions = message.reactions
    .map((reaction) =>
      reaction.name === name ? { name, users: reaction.users.filter((other) => other !== user) } : reaction,
    )
    .filter(({ users }) => users.length > 0)
  return reacted(ws, conversation, { ...message, reactions }, 'reaction_removed', user, name)
}

export function join(ws: Workspace, conversation: Conversation, user: string, inviter?: string): void {
  const joined: Fact = { type: 'joined', channel: conversation.id, user }
  const event = {
    type: 'member_joined_channel',
    user,
    ...memberEvent(ws, conversation),
    ...(inviter ? { inviter } : {}),
  }
  // The bot is told of its own coming: the event is made as if it were in already.
  const after = { ...conversation, members: [...conversation.members, user] }
  ws.commit([joined, ...conversationEvent(ws, after, event)])
}

export function leave(ws: Workspace, conversation: Conversation, user: string, actor: string): void {
  const isBot = user === ws.seed.bot.userId
  const event = { type: 'member_left_channel', user, ...memberEvent(ws, conversation) }
  ws.commit([
    ...(isBot
      ? channelEvent(ws, conversation, 'left', { actor_id: actor })
      : conversationEvent(ws, conversation, event)),
    { type: 'left', channel: conversation.id, user },
  ])
}

function postedEvents(ws: Workspace, conversation: Conversation, message: Message): Fact[] {
  const json = { ...sharing(message), ...toldJson(ws, conversation, message) }
  const place = { channel: conversation.id, event_ts: message.ts }
  const event = { ...json, ...place, type: 'message', channel_type: channelType(conversation) }
  const mentioned = message.user !== ws.seed.bot.userId && message.text.includes(`<@${ws.seed.bot.userId}>`)
  return [
    ...conversationEvent(ws, conversation, event),
    ...(mentioned && conversation.kind !== 'im'
      ? conversationEvent(ws, conversation, { ...json, ...place, type: 'app_mention' })
      : []),
  ]
}

/** Only the event of it has this subtype; a history has the files alone. A broadcast reply keeps its own. */
function sharing({ files }: Message): Json {
  return files === undefined ? {} : { subtype: 'file_share', upload: true, display_as_bot: false }
}

function toldJson(ws: Workspace, conversation: Conversation, message: Message): Json {
  return { ...messageJson(ws, conversation, message), ...pushedFiles(ws, conversation, message) }
}

function changedEvents(ws: Workspace, conversation: Conversation, before: Message, after: Message): Fact[] {
  return conversationEvent(ws, conversation, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: withMetadata(toldJson(ws, conversation, after), after),
    previous_message: withMetadata(toldJson(ws, conversation, before), before),
    ...hiddenEvent(ws, conversation),
  })
}

function deletedEvents(ws: Workspace, conversation: Conversation, message: Message): Fact[] {
  return conversationEvent(ws, conversation, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: toldJson(ws, conversation, message),
    ...hiddenEvent(ws, conversation),
  })
}

/** An edit or a deletion is itself a message with a time of its own, which nobody sees. */
function hiddenEvent(ws: Workspace, conversation: Conversation) {
  const ts = nowTs(ws)
  return { channel: conversation.id, channel_type: channelType(conversation), ts, event_ts: ts }
}

function reacted(
  ws: Workspace,
  conversation: Conversation,
  message: Message,
  type: 'reaction_added' | 'reaction_removed',
  user: string,
  reaction: string,
): true {
  const item = { type: 'message', channel: conversation.id, ts: message.ts }
  const event = { type, user, reaction, item, item_user: message.user, event_ts: nowTs(ws) }
  ws.commit([{ type: 'replaced', channel: conversation.id, message }, ...conversationEvent(ws, conversation, event)])
  return true
}

function memberEvent(ws: Workspace, conversation: Conversation) {
  return {
    channel: conversation.id,
    channel_type: conversation.kind === 'private' ? 'G' : 'C',
    team: ws.seed.team.id,
    event_ts: nowTs(ws),
  }
}
