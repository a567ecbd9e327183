import { z } from 'zod'
import { badRequest } from '../refused.ts'
import { commandsKey, statusOfBot } from '../state.ts'
import { botJson } from '../wire.ts'
import { chatToSee, type Method, method } from './method.ts'

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

const getMyName = method(nothing, ({ seed }) => ({ name: seed.bot.name }))

const audience = z.looseObject({
  language_code: z.string().default(''),
  scope: z.looseObject({ type: z.string() }).default({ type: 'default' }),
})

const setMyCommands = method(
  audience.extend({
    commands: z
      .array(z.looseObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }))
      .max(100),
  }),
  (telegram, args) => {
    const commands = args.commands.map(({ command, description }) => ({ command, description }))
    telegram.commit([{ type: 'commands', language: args.language_code, scope: scopeOf(args), commands }])
    return true
  },
)

const getMyCommands = method(
  audience,
  ({ state }, args) => state.commands.get(commandsKey(args.language_code, scopeOf(args)))?.commands ?? [],
)

const deleteMyCommands = method(audience, (telegram, args) => {
  telegram.commit([{ type: 'commands', language: args.language_code, scope: scopeOf(args), commands: [] }])
  return true
})

/** Nothing for what holds everywhere, else the scope as text, by which it is found again. */
function scopeOf({ scope: { type, chat_id: chat, user_id: user } }: z.infer<typeof audience>): string {
  return type === 'default' ? '' : [type, chat, user].filter((part) => part !== undefined).join(' ')
}

const getChat = method(z.looseObject({ chat_id: z.coerce.number().int() }), (telegram, args) => {
  return telegram.chatJson(chatToSee(telegram, args.chat_id))
})

const getChatMember = method(
  z.looseObject({ chat_id: z.coerce.number().int(), user_id: z.coerce.number().int() }),
  (telegram, { chat_id: id, user_id: user }) => {
    const chat = chatToSee(telegram, id)
    if (user === telegram.seed.bot.id) return telegram.memberJson(statusOfBot(chat))
    return { user: telegram.userJson(user), status: chat.members.has(user) ? 'member' : 'left' }
  },
)

/** A link to the bytes, which holds for an hour. */
const getFile = method(z.looseObject({ file_id: z.string().default('') }), (telegram, { file_id: id }) => {
  const file = telegram.state.files.get(id)
  const { size, path } = telegram.links.give(file, telegram.now())
  const unique = file?.ids.find((one) => one.id === id)?.unique
  return { file_id: id, file_unique_id: unique, file_size: size, file_path: path }
})

export const aboutMethods: Readonly<Record<string, Method>> = {
  getMe,
  getMyName,
  answerCallbackQuery,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  getChat,
  getChatMember,
  getFile,
}
