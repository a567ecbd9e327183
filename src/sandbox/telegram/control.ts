/** `/control/telegram/<act>`: a test or the page acts as a person. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checkedWords, entitySchema, foundIn } from './entities.ts'
import type { Fact, Json, Message } from './facts.ts'
import type { Telegram } from './platform.ts'
import type { Chat } from './state.ts'

/** What the person asks for cannot be: 409, with the reason. */
class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

const user = z.int()
const chat = z.int()
const messageId = z.int().positive()
const text = z.string().max(4_096)
const entities = z.array(entitySchema).default([])

type Act = (telegram: Telegram, body: unknown) => Json

function act<Args extends z.ZodType>(args: Args, run: (telegram: Telegram, args: z.output<Args>) => Json): Act {
  return (telegram, body) => run(telegram, args.parse(body))
}

const ACTS: Readonly<Record<string, Act>> = {
  say: act(
    z.strictObject({ user, chat, text, entities, replyTo: messageId.optional(), quote: z.string().optional() }),
    (telegram, args) => {
      const place = placeOf(telegram, args.user, args.chat)
      if (args.replyTo !== undefined && !place.messages.has(args.replyTo))
        throw new ConflictError('no such message to reply to')
      const replyTo = args.replyTo === undefined ? undefined : { id: args.replyTo, quote: args.quote }
      return said(telegram, place, args.user, { ...words(args.text, args.entities), replyTo })
    },
  ),
  edit: act(z.strictObject({ user, chat, message: messageId, text, entities }), (telegram, args) => {
    const old = ownMessage(telegram, args)
    const message = { ...old, ...words(args.text, args.entities), editDate: telegram.now() }
    return committed(telegram, [{ type: 'edited', message }], 'edited_message', message)
  }),
  /** Telegram tells a bot nothing of it. */
  delete: act(z.strictObject({ user, chat, message: messageId }), (telegram, args) => {
    const { id } = ownMessage(telegram, args)
    telegram.commit([{ type: 'deleted', chat: args.chat, id }])
    return {}
  }),
  start: act(
    z.strictObject({
      user,
      chat: chat.optional(),
      payload: z
        .string()
        .regex(/^[\w-]{0,64}$/)
        .optional(),
    }),
    (telegram, args) => {
      person(telegram, args.user)
      const first = !telegram.state.started.has(args.user) || telegram.state.blocked.has(args.user)
      if (args.chat === undefined && first) unblock(telegram, args.user)
      const place = placeOf(telegram, args.user, args.chat ?? args.user)
      const command = args.chat === undefined ? '/start' : `/start@${telegram.seed.bot.username}`
      const whole = args.payload ? `${command} ${args.payload}` : command
      return said(telegram, place, args.user, words(whole, []))
    },
  ),
  press: act(z.strictObject({ user, chat, message: messageId, data: z.string() }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    const message = place.messages.get(args.message)
    const isThere = message?.buttons.some((row) => row.some(({ callbackData }) => callbackData === args.data))
    if (!message || !isThere) throw new ConflictError('there is no such button')
    const id = randomUUID()
    const query = {
      id,
      from: telegram.userJson(args.user),
      message: telegram.messageJson(message),
      chat_instance: String(place.id),
      data: args.data,
    }
    telegram.commit([{ type: 'query', id, answered: false }, ...telegram.update('callback_query', place.id, query)])
    return { query_id: id }
  }),
  react: act(z.strictObject({ user, chat, message: messageId, emoji: z.string().nullable() }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    if (!place.messages.has(args.message)) throw new ConflictError('no such message')
    const old = place.reactions.get(args.message)?.get(args.user)
    const shown = (emoji: string | null | undefined) => (emoji ? [{ type: 'emoji', emoji }] : [])
    const body = {
      chat: telegram.chatJson(place),
      message_id: args.message,
      user: telegram.userJson(args.user),
      date: telegram.now(),
      old_reaction: shown(old),
      new_reaction: shown(args.emoji),
    }
    telegram.commit([
      { type: 'reaction', chat: place.id, id: args.message, by: args.user, emoji: args.emoji },
      ...telegram.update('message_reaction', place.id, body),
    ])
    return {}
  }),
  block: act(z.strictObject({ user }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.user)
    telegram.commit([
      { type: 'blocked', user: args.user, blocked: true },
      ...telegram.membershipUpdate(place, args.user, 'member', 'kicked'),
    ])
    return {}
  }),
  unblock: act(z.strictObject({ user }), (telegram, args) => {
    unblock(telegram, args.user)
    return {}
  }),
  group: act(
    z.strictObject({ user, title: z.string().min(1).max(128), members: z.array(user).default([]) }),
    (telegram, args) => {
      person(telegram, args.user)
      const ids = [...telegram.state.chats.keys()].filter((id) => id < 0 && id > -1_000_000_000_000)
      const id = Math.min(-1_000, ...ids) - 1
      const members = [...new Set([args.user, ...args.members])]
      telegram.commit([{ type: 'group', id, kind: 'group', title: args.title, members, botIsMember: false }])
      return { chat_id: id }
    },
  ),
  'add-bot': act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    telegram.commit([
      { type: 'membership', chat: place.id, botIsMember: true },
      ...telegram.membershipUpdate(place, args.user, 'left', 'member'),
    ])
    return {}
  }),
  'remove-bot': act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    telegram.commit([
      ...telegram.membershipUpdate(place, args.user, 'member', 'kicked'),
      { type: 'membership', chat: place.id, botIsMember: false },
    ])
    return {}
  }),
  join: act(z.strictObject({ user, chat }), (telegram, args) => member(telegram, args, true)),
  leave: act(z.strictObject({ user, chat }), (telegram, args) => member(telegram, args, false)),
  upgrade: act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    if (place.type !== 'group') throw new ConflictError('only a group can become a supergroup')
    const to = -1_000_000_000_000 + place.id
    const fields = { migrate_to_chat_id: to }
    const message = telegram.newMessage(place, args.user, { service: { name: 'upgraded', fields } })
    telegram.commit([
      { type: 'message', message },
      ...telegram.update('message', place.id, telegram.messageJson(message)),
      { type: 'migrated', from: place.id, to },
    ])
    return { chat_id: to }
  }),
  /** The same update once more, as after an answer that was lost. */
  redeliver: act(z.strictObject({ updateId: z.int() }), (telegram, { updateId }) => {
    const update = telegram.state.past.find(({ id }) => id === updateId)
    if (!update) throw new ConflictError('no such update, or it is not confirmed yet')
    telegram.commit([{ type: 'update', ...update }])
    return {}
  }),
}

export function controlRoutes(telegram: Telegram, app: FastifyInstance): void {
  for (const [name, run] of Object.entries(ACTS)) {
    app.post(`/control/telegram/${name}`, async (request) => ({ ok: true, ...run(telegram, request.body) }))
  }
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ConflictError) return reply.code(409).send({ ok: false, error: error.message })
    if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, error: z.prettifyError(error) })
    throw error
  })
}

function words(typed: string, given: readonly z.infer<typeof entitySchema>[]): Pick<Message, 'text' | 'entities'> {
  const checked = checkedWords(typed, given)
  if (checked.text === '') throw new ConflictError('there is nothing to say')
  return { text: checked.text, entities: foundIn(checked.text, checked.entities) }
}

function person(telegram: Telegram, id: number): void {
  if (!telegram.user(id)) throw new ConflictError(`there is no person ${id}`)
}

/** Where this person may write. */
function placeOf(telegram: Telegram, userId: number, chatId: number): Chat {
  person(telegram, userId)
  const place = telegram.state.chats.get(chatId)
  if (!place)
    throw new ConflictError(chatId === userId ? 'they have not pressed start yet' : `there is no chat ${chatId}`)
  if (!place.members.has(userId)) throw new ConflictError('they are not in this chat')
  if (place.movedTo !== undefined) throw new ConflictError(`the group has become a supergroup: ${place.movedTo}`)
  return place
}

function ownMessage(telegram: Telegram, args: { user: number; chat: number; message: number }): Message {
  const message = placeOf(telegram, args.user, args.chat).messages.get(args.message)
  if (message?.from !== args.user) throw new ConflictError('that is no message of theirs')
  return message
}

function said(telegram: Telegram, place: Chat, from: number, more: Partial<Message>): Json {
  const message = telegram.newMessage(place, from, more)
  return committed(telegram, [{ type: 'message', message }], 'message', message)
}

function committed(
  telegram: Telegram,
  facts: readonly Fact[],
  kind: 'message' | 'edited_message',
  message: Message,
): Json {
  const place = telegram.state.chats.get(message.chat)
  const heard = place?.botIsMember && !(place.type === 'private' && telegram.state.blocked.has(place.id))
  const updates = heard ? telegram.update(kind, message.chat, telegram.messageJson(message)) : []
  telegram.commit([...facts, ...updates])
  return { message_id: message.id }
}

function unblock(telegram: Telegram, id: number): void {
  const known = telegram.state.blocked.has(id)
  telegram.commit([{ type: 'started', user: id }])
  const place = telegram.state.chats.get(id)
  if (known && place) telegram.commit(telegram.membershipUpdate(place, id, 'kicked', 'member'))
}

function member(telegram: Telegram, args: { user: number; chat: number }, isMember: boolean): Json {
  person(telegram, args.user)
  const place = telegram.state.chats.get(args.chat)
  if (!place || place.type === 'private') throw new ConflictError('there is no such group')
  const who = telegram.userJson(args.user)
  const service = isMember
    ? { name: 'joined', fields: { new_chat_members: [who] } }
    : { name: 'left', fields: { left_chat_member: who } }
  const message = telegram.newMessage(place, args.user, { service })
  const facts: Fact[] = [
    { type: 'member', chat: place.id, user: args.user, isMember },
    { type: 'message', message },
  ]
  return committed(telegram, facts, 'message', message)
}
