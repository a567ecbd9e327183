/** What people do with messages and channels. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { richText } from '../blocks/rich-text.ts'
import { fallbackText } from '../words/fallback.ts'
import { composed } from '../words/mrkdwn.ts'
import { channelEvent } from '../workspace/events.ts'
import type { Json, Message } from '../workspace/facts.ts'
import { edit, join, leave, post, react, remove, unreact } from '../workspace/messages.ts'
import type { Conversation } from '../workspace/state.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { act, ConflictError, channel, messageOf, placeOf, requireUser, ts, user } from './act.ts'

/** Plain text with the marks people type, or the blocks a composer made of it. */
export const words = { text: z.string().default(''), blocks: z.array(richText).min(1).optional() }
/** As Slack writes beside the words what was pasted or passed on. */
const attachments = z.array(z.record(z.string(), z.unknown())).min(1).optional()

const say = act(
  z.strictObject({
    user,
    channel,
    ...words,
    attachments,
    threadTs: ts.optional(),
    broadcast: z.boolean().default(false),
  }),
  (ws, { user: person, channel: id, threadTs, broadcast, attachments: beside, ...typed }) => {
    const conversation = placeOf(ws, person, id)
    if (conversation.archived) throw new ConflictError('is_archived')
    const root = threadTs === undefined ? undefined : rootOf(conversation, threadTs)
    const thread = root === undefined ? {} : { threadTs: root, broadcast }
    const isBare = beside !== undefined && typed.text === '' && typed.blocks === undefined
    const said = { ...(isBare ? { text: '', blocks: [] } : spoken(typed)), ...(beside ? { attachments: beside } : {}) }
    const message = post(ws, conversation, { user: person, ...said, clientMsgId: randomUUID(), ...thread })
    return { channel: conversation.id, ts: message.ts }
  },
)

const editMessage = act(
  z.strictObject({ user, channel, ts, ...words }),
  (ws, { user: person, channel: id, ts: messageTs, ...typed }) => {
    const { conversation, message } = ownMessage(ws, person, id, messageTs)
    const edited = { user: person, ts: ws.nextTs(conversation) }
    const isEmptied = message.files !== undefined && typed.text === '' && typed.blocks === undefined
    const said = isEmptied ? { text: '', blocks: [] } : spoken(typed)
    edit(ws, conversation, message, { ...message, ...said, edited })
    return { channel: conversation.id, ts: message.ts }
  },
)

const deleteMessage = act(z.strictObject({ user, channel, ts }), (ws, args) => {
  const { conversation, message } = ownMessage(ws, args.user, args.channel, args.ts)
  remove(ws, conversation, message)
  return { channel: conversation.id, ts: message.ts }
})

const reaction = z.strictObject({ user, channel, ts, name: z.string().regex(/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/) })

const addReaction = act(reaction, (ws, args) => {
  const conversation = placeOf(ws, args.user, args.channel)
  const message = messageOf(conversation, args.user, args.ts)
  if (!react(ws, conversation, message, args.user, args.name)) throw new ConflictError('already_reacted')
  return {}
})

const removeReaction = act(reaction, (ws, args) => {
  const conversation = placeOf(ws, args.user, args.channel)
  const message = messageOf(conversation, args.user, args.ts)
  if (!unreact(ws, conversation, message, args.user, args.name)) throw new ConflictError('no_reaction')
  return {}
})

/** `member` absent: the bot. */
const membership = z.strictObject({ user, channel, member: user.optional() })

const invite = act(membership, (ws, args) => {
  const conversation = placeOf(ws, args.user, args.channel)
  const member = args.member ?? ws.seed.bot.userId
  requireUser(ws, member)
  if (conversation.kind === 'im') throw new ConflictError('method_not_supported_for_channel_type')
  if (ws.isMember(conversation, member)) throw new ConflictError('already_in_channel')
  join(ws, conversation, member, args.user)
  return {}
})

const kick = act(membership, (ws, args) => {
  const conversation = placeOf(ws, args.user, args.channel)
  const member = args.member ?? ws.seed.bot.userId
  if (conversation.kind === 'im') throw new ConflictError('method_not_supported_for_channel_type')
  if (!ws.isMember(conversation, member)) throw new ConflictError('not_in_channel')
  leave(ws, conversation, member, args.user)
  return {}
})

const archive = act(z.strictObject({ user, channel, archived: z.boolean().default(true) }), (ws, args) => {
  const conversation = placeOf(ws, args.user, args.channel)
  if (conversation.kind === 'im') throw new ConflictError('method_not_supported_for_channel_type')
  ws.commit([
    { type: 'archived', channel: conversation.id, archived: args.archived },
    ...channelEvent(ws, conversation, args.archived ? 'archive' : 'unarchive', { user: args.user }),
  ])
  return {}
})

export const talk = {
  say,
  edit: editMessage,
  delete: deleteMessage,
  react: addReaction,
  unreact: removeReaction,
  invite,
  kick,
  archive,
}

export function spoken({
  text,
  blocks,
}: {
  text: string
  blocks?: Json[] | undefined
}): Pick<Message, 'text' | 'blocks'> {
  const made = blocks ?? [composed(text)]
  const fallback = fallbackText(made)
  if (fallback.trim() === '') throw new ConflictError('no_text')
  return { text: fallback, blocks: made }
}

/** Who answers a reply answers in its thread. */
export function rootOf(conversation: Conversation, threadTs: string): string {
  const root = conversation.messages.get(threadTs)
  if (!root) throw new ConflictError('thread_not_found')
  return root.threadTs ?? threadTs
}

function ownMessage(ws: Workspace, person: string, id: string, messageTs: string) {
  const conversation = placeOf(ws, person, id)
  const message = messageOf(conversation, person, messageTs)
  if (message.user !== person) throw new ConflictError('not_your_message')
  return { conversation, message }
}
