import { z } from 'zod'
import { RefusedError } from '../workspace/refused.ts'
import { conversationJson, emailOf, peopleOf, userJson } from '../workspace/wire.ts'
import { types, visible } from './conversations.ts'
import { flag, limit, method, paged } from './method.ts'

const cursor = z.string().optional()

const info = method({
  scope: 'users:read',
  args: z.looseObject({ user: z.string(), include_locale: flag }),
  run(ws, args) {
    const user = ws.user(args.user)
    if (!user) throw new RefusedError('user_not_found')
    return { user: userJson(ws, user, args.include_locale) }
  },
})

const list = method({
  scope: 'users:read',
  args: z.looseObject({ limit: limit(1_000, 1_000), cursor, include_locale: flag }),
  run(ws, args) {
    const { page, next_cursor } = paged(peopleOf(ws), args.limit, args.cursor)
    const members = page.map((user) => userJson(ws, user, args.include_locale))
    return { members, cache_ts: Math.floor(ws.now() / 1_000), response_metadata: { next_cursor } }
  },
})

const lookupByEmail = method({
  scope: 'users:read.email',
  args: z.looseObject({ email: z.string() }),
  run(ws, args) {
    const user = ws.seed.users.find((found) => !found.isBot && emailOf(found) === args.email.toLowerCase())
    if (!user) throw new RefusedError('users_not_found')
    return { user: userJson(ws, user, false) }
  },
})

/** The conversations a person is in, of those the bot may see; without a person, the bot's own. */
const conversationsOfUser = method({
  args: z.looseObject({ user: z.string().optional(), types, exclude_archived: flag, limit: limit(100, 1_000), cursor }),
  run(ws, args) {
    const user = args.user ?? ws.seed.bot.userId
    if (!ws.user(user)) throw new RefusedError('user_not_found')
    const found = visible(ws, args.types).filter(
      (conversation) => ws.isMember(conversation, user) && !(args.exclude_archived && conversation.archived),
    )
    const { page, next_cursor } = paged(found, args.limit, args.cursor)
    const channels = page.map((conversation) => conversationJson(ws, conversation))
    return { channels, response_metadata: { next_cursor } }
  },
})

export const users = {
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
  'users.conversations': conversationsOfUser,
}
