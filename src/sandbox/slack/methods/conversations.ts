import { z } from 'zod'
import { join } from '../workspace/messages.ts'
import { RefusedError } from '../workspace/refused.ts'
import { type Conversation, directId } from '../workspace/state.ts'
import { conversationJson } from '../workspace/wire.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { conversationOf, flag, limit, method, paged, requireKind } from './method.ts'

const channel = z.string().min(1)
const cursor = z.string().optional()

const info = method({
  args: z.looseObject({ channel, include_num_members: flag }),
  run(ws, args) {
    const conversation = conversationOf(ws, args.channel)
    requireKind(ws, conversation, 'read')
    const members = args.include_num_members ? { num_members: conversation.members.length } : {}
    return { channel: { ...conversationJson(ws, conversation), ...members } }
  },
})

const KINDS = { public_channel: 'channel', private_channel: 'private', im: 'im', mpim: undefined } as const
type KindName = keyof typeof KINDS
export const types = z
  .string()
  .default('public_channel')
  .transform((given) => given.split(',').map((word) => word.trim()))
  .refine((words): words is KindName[] => words.every((word) => word in KINDS), 'invalid types')

const list = method({
  args: z.looseObject({ types, exclude_archived: flag, limit: limit(100, 1_000), cursor }),
  run(ws, args) {
    const found = visible(ws, args.types).filter((conversation) => !args.exclude_archived || !conversation.archived)
    const { page, next_cursor } = paged(found, args.limit, args.cursor)
    const channels = page.map((conversation) => ({
      ...conversationJson(ws, conversation),
      num_members: conversation.members.length,
    }))
    return { channels, response_metadata: { next_cursor } }
  },
})

const members = method({
  args: z.looseObject({ channel, limit: limit(100, 1_000), cursor }),
  run(ws, args) {
    const conversation = conversationOf(ws, args.channel)
    requireKind(ws, conversation, 'read')
    const { page, next_cursor } = paged(conversation.members, args.limit, args.cursor)
    return { members: page, response_metadata: { next_cursor } }
  },
})

/** The direct messages with one person; a talk with several is not part of the sandbox. */
const open = method({
  scope: 'im:write',
  args: z.looseObject({ users: z.string().optional(), channel: channel.optional(), return_im: flag }),
  run(ws, args) {
    const users = args.users?.split(',').filter((user) => user !== '') ?? []
    if (users.length > 1) throw new RefusedError('not_enough_users')
    const [user] = users
    if (user === undefined && args.channel === undefined) throw new RefusedError('users_list_not_supplied')
    if (user !== undefined && !ws.user(user)) throw new RefusedError('user_not_found')
    if (user === ws.seed.bot.userId) throw new RefusedError('cannot_dm_bot')
    const conversation = conversationOf(ws, user === undefined ? (args.channel ?? '') : directId(user))
    const whole = args.return_im ? conversationJson(ws, conversation) : { id: conversation.id }
    return { no_op: true, already_open: true, channel: whole }
  },
})

const joinChannel = method({
  scope: 'channels:join',
  args: z.looseObject({ channel }),
  run(ws, args) {
    const conversation = conversationOf(ws, args.channel)
    if (conversation.kind !== 'channel') throw new RefusedError('method_not_supported_for_channel_type')
    if (conversation.archived) throw new RefusedError('is_archived')
    if (ws.isMember(conversation)) return { warning: 'already_in_channel', channel: conversationJson(ws, conversation) }
    join(ws, conversation, ws.seed.bot.userId)
    return { channel: conversationJson(ws, conversation) }
  },
})

export const conversations = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.join': joinChannel,
}

/** What the bot may list: public channels, and the private ones and direct messages it is in. */
export function visible(ws: Workspace, wanted: readonly KindName[]): Conversation[] {
  const found = [...ws.state.conversations.values()].filter(
    ({ kind, members: inside }) =>
      wanted.some((name) => KINDS[name] === kind) && (kind === 'channel' || inside.includes(ws.seed.bot.userId)),
  )
  for (const conversation of found) requireKind(ws, conversation, 'read')
  return found
}
