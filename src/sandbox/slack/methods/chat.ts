import { z } from 'zod'
import type { Message } from '../workspace/facts.ts'
import { edit, post, remove } from '../workspace/messages.ts'
import { RefusedError } from '../workspace/refused.ts'
import { type Conversation, directId } from '../workspace/state.ts'
import { messageJson, withMetadata } from '../workspace/wire.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type Content, contentArgs, contentOf, requireSomething } from './content.ts'
import { conversationOf, flag, method, requireScope } from './method.ts'

const channel = z.string().min(1)
const ts = z.string().regex(/^\d+\.\d{6}$/, 'invalid ts')
const author = { username: z.string().optional(), icon_url: z.string().optional(), icon_emoji: z.string().optional() }
const scope = 'chat:write'

const postMessage = method({
  scope,
  args: z.looseObject({ channel, ...contentArgs, ...author, thread_ts: ts.optional(), reply_broadcast: flag }),
  run(ws, args) {
    const conversation = writable(ws, args.channel)
    if (args.username || args.icon_url || args.icon_emoji) requireScope(ws, 'chat:write.customize')
    const content = contentOf(args)
    requireSomething(content)
    const message = post(ws, conversation, {
      ...drafted(ws, content),
      ...(args.username ? { username: args.username } : {}),
      ...(args.icon_url || args.icon_emoji ? { icon: args.icon_url || args.icon_emoji || '' } : {}),
      // Slack takes any thread_ts, also of a message that is gone, and posts.
      ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts, broadcast: args.reply_broadcast }),
    })
    return shown(ws, conversation, message)
  },
})

const postEphemeral = method({
  scope,
  args: z.looseObject({ channel, user: z.string(), ...contentArgs, ...author, thread_ts: ts.optional() }),
  run(ws, args) {
    const conversation = writable(ws, args.channel)
    if (!ws.user(args.user)) throw new RefusedError('user_not_found')
    if (!ws.isMember(conversation, args.user)) throw new RefusedError('user_not_in_channel')
    const content = contentOf(args)
    requireSomething(content)
    const { ts: message_ts } = post(ws, conversation, {
      ...drafted(ws, content),
      ephemeralFor: args.user,
      ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts }),
    })
    return { message_ts }
  },
})

const update = method({
  scope,
  args: z.looseObject({ channel, ts, ...contentArgs }),
  run(ws, args) {
    const { conversation, message } = ownMessage(ws, args.channel, args.ts, 'cant_update_message')
    const { metadata, ...content } = contentOf(args)
    if (content.text === undefined && content.blocks === undefined && metadata === undefined) {
      throw new RefusedError('no_text')
    }
    const { metadata: kept, ...rest } = message
    const given = metadata === undefined ? kept : metadata
    // Blocks that are not given stay; an empty list takes them away.
    const after: Message = {
      ...rest,
      ...content,
      edited: { user: ws.seed.bot.userId, ts: ws.nextTs(conversation) },
      ...(given ? { metadata: given } : {}),
    }
    // Its files stay, and are enough to show.
    if (!after.files) requireSomething({ text: after.text, blocks: [...after.blocks] })
    edit(ws, conversation, message, after)
    return { ...shown(ws, conversation, after), text: after.text }
  },
})

const deleteMessage = method({
  scope,
  args: z.looseObject({ channel, ts }),
  run(ws, args) {
    const { conversation, message } = ownMessage(ws, args.channel, args.ts, 'cant_delete_message')
    remove(ws, conversation, message)
    return { channel: conversation.id, ts: message.ts }
  },
})

const getPermalink = method({
  args: z.looseObject({ channel, message_ts: ts }),
  run(ws, args) {
    const conversation = conversationOf(ws, args.channel)
    if (!conversation.messages.has(args.message_ts)) throw new RefusedError('message_not_found')
    const path = `archives/${conversation.id}/p${args.message_ts.replace('.', '')}`
    return { channel: conversation.id, permalink: `${ws.baseUrl()}/${path}` }
  },
})

export const chat = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
}

/** Where the bot may post: a conversation it is in, by id or `#name`, or a person, whose direct messages are meant. */
function writable(ws: Workspace, id: string): Conversation {
  const conversation = conversationOf(ws, resolved(ws, id))
  if (conversation.archived) throw new RefusedError('is_archived')
  const open = conversation.kind === 'channel' && ws.seed.scopes.includes('chat:write.public')
  if (!open && !ws.isMember(conversation)) throw new RefusedError('not_in_channel')
  return conversation
}

function resolved(ws: Workspace, id: string): string {
  if (/^[UW][A-Z0-9]+$/.test(id)) return directId(id)
  if (ws.state.conversations.has(id)) return id
  const name = id.replace(/^#/, '')
  return [...ws.state.conversations.values()].find((found) => found.kind !== 'im' && found.name === name)?.id ?? id
}

function ownMessage(ws: Workspace, channelId: string, messageTs: string, error: string) {
  const conversation = conversationOf(ws, channelId)
  const message = conversation.messages.get(messageTs)
  if (!message || message.ephemeralFor !== undefined || message.tombstone) throw new RefusedError('message_not_found')
  if (message.user !== ws.seed.bot.userId) throw new RefusedError(error)
  return { conversation, message }
}

function drafted(ws: Workspace, { text = '', blocks = [], metadata }: Content) {
  return { user: ws.seed.bot.userId, text, blocks, ...(metadata ? { metadata } : {}) }
}

function shown(ws: Workspace, conversation: Conversation, message: Message) {
  const json = withMetadata(messageJson(ws, conversation, message), message)
  return { channel: conversation.id, ts: message.ts, message: json }
}
