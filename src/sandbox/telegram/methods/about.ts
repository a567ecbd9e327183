import { z } from 'zod'
import { badRequest } from '../refused.ts'
import { botJson } from '../wire.ts'
import { type Method, method } from './method.ts'

const nothing = z.looseObject({})

const getMe = method(nothing, ({ seed }) => ({
  ...botJson(seed),
  can_join_groups: true,
  can_read_all_group_messages: seed.bot.canReadAllGroupMessages,
  supports_inline_queries: false,
}))

const answerCallbackQuery = method(
  z.looseObject({ callback_query_id: z.string(), text: z.string().max(200).optional() }),
  (telegram, { callback_query_id: id }) => {
    if (telegram.state.queries.get(id) !== false) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    }
    telegram.commit([{ type: 'query', id, answered: true }])
    return true
  },
)

const language = z.looseObject({ language_code: z.string().default(''), scope: z.looseObject({}).optional() })

const setMyCommands = method(
  language.extend({
    commands: z
      .array(z.looseObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }))
      .max(100),
  }),
  (telegram, args) => {
    const commands = args.commands.map(({ command, description }) => ({ command, description }))
    telegram.commit([{ type: 'commands', language: args.language_code, commands }])
    return true
  },
)

const getMyCommands = method(language, ({ state }, args) => state.commands.get(args.language_code) ?? [])

const deleteMyCommands = method(language, (telegram, args) => {
  telegram.commit([{ type: 'commands', language: args.language_code, commands: [] }])
  return true
})

const getChat = method(z.looseObject({ chat_id: z.coerce.number().int() }), (telegram, args) => {
  const chat = telegram.state.chats.get(args.chat_id)
  if (!chat) throw badRequest('chat not found')
  return telegram.chatJson(chat)
})

const getChatMember = method(
  z.looseObject({ chat_id: z.coerce.number().int(), user_id: z.coerce.number().int() }),
  (telegram, { chat_id: id, user_id: user }) => {
    const chat = telegram.state.chats.get(id)
    if (!chat) throw badRequest('chat not found')
    const isMember = user === telegram.seed.bot.id ? chat.botIsMember : chat.members.has(user)
    return { user: telegram.userJson(user), status: isMember ? 'member' : 'left' }
  },
)

export const aboutMethods: Readonly<Record<string, Method>> = {
  getMe,
  answerCallbackQuery,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  getChat,
  getChatMember,
}
