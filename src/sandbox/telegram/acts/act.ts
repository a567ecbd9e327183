/** What all acts of people have in common: who, where, and what the bot hears of it. */
import { z } from 'zod'
import { checkedWords, entitySchema, foundIn } from '../entities.ts'
import type { Fact, Json, Message } from '../facts.ts'
import type { Telegram } from '../platform.ts'
import type { Chat } from '../state.ts'

/** What the person asks for cannot be: 409, with the reason. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

export const user = z.int()
export const chat = z.int()
export const messageId = z.int().positive()
export const text = z.string().max(4_096)
export const entities = z.array(entitySchema).default([])

export type Act = (telegram: Telegram, body: unknown) => Json | Promise<Json>
export type Acts = Readonly<Record<string, Act>>

export function act<Args extends z.ZodType>(
  args: Args,
  run: (telegram: Telegram, args: z.output<Args>) => Json | Promise<Json>,
): Act {
  return (telegram, body) => run(telegram, args.parse(body))
}

const date = z.int().optional()
/** Who said first what is forwarded here. */
const originSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('user'), user: z.looseObject({ id: z.int(), first_name: z.string() }), date }),
  z.strictObject({ type: z.literal('hidden_user'), name: z.string(), date }),
  z.strictObject({ type: z.literal('chat'), id: z.int(), title: z.string(), signature: z.string().optional(), date }),
  z.strictObject({
    type: z.literal('channel'),
    id: z.int(),
    title: z.string(),
    message: messageId,
    signature: z.string().optional(),
    date,
  }),
])
type Origin = z.infer<typeof originSchema>

/** Who speaks where, in answer to what. Every act that leaves a message takes these. */
export const saying = {
  user,
  chat,
  replyTo: messageId.optional(),
  quote: z.string().optional(),
  topic: messageId.optional(),
  origin: originSchema.optional(),
}
export type Saying = {
  readonly user: number
  readonly chat: number
  readonly replyTo?: number | undefined
  readonly quote?: string | undefined
  readonly topic?: number | undefined
  readonly origin?: Origin | undefined
}

/** Leaves the message, and tells the bot. */
export function said(telegram: Telegram, args: Saying, what: Partial<Message>): Json {
  const place = placeOf(telegram, args.user, args.chat)
  if (args.topic !== undefined && !place.topics.has(args.topic)) throw new ConflictError('there is no such topic')
  const origin = args.origin ? { forward_origin: originJson(args.origin, telegram.now()) } : {}
  const beside = { ...what.beside, ...origin }
  const message = telegram.newMessage(place, args.user, {
    ...what,
    replyTo: repliedTo(place, args),
    topic: args.topic,
    ...(Object.keys(beside).length === 0 ? {} : { beside }),
  })
  return committed(telegram, [{ type: 'message', message }], 'message', message)
}

function repliedTo(place: Chat, { replyTo: id, quote }: Saying): Message['replyTo'] {
  if (id === undefined) return undefined
  const target = place.messages.get(id)
  if (!target) throw new ConflictError('no such message to reply to')
  if (quote !== undefined && !target.text.includes(quote)) throw new ConflictError('the quote is not in that message')
  return { id, quote }
}

function originJson(origin: Origin, now: number): Json {
  const { type, date = now } = origin
  switch (origin.type) {
    case 'user':
      return { type, date, sender_user: { is_bot: false, ...origin.user } }
    case 'hidden_user':
      return { type, date, sender_user_name: origin.name }
    case 'chat': {
      const sender_chat = { id: origin.id, type: 'supergroup', title: origin.title }
      return { type, date, sender_chat, author_signature: origin.signature }
    }
    case 'channel': {
      const channel = { id: origin.id, type: 'channel', title: origin.title }
      return { type, date, chat: channel, message_id: origin.message, author_signature: origin.signature }
    }
  }
}

/** Tells the bot what became of a message, if it hears this chat. */
export function committed(
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

/** A message with changes, as its author made them now. */
export function edited(telegram: Telegram, old: Message, changes: Partial<Message>): Json {
  const message = { ...old, ...changes, editDate: telegram.now() }
  return committed(telegram, [{ type: 'edited', message }], 'edited_message', message)
}

type Typed = { readonly text: string; readonly entities: readonly z.infer<typeof entitySchema>[] }

/** What somebody typed, as Telegram marks it. */
export function words({ text: typed, entities: given }: Typed): Pick<Message, 'text' | 'entities'> {
  const checked = checkedWords(typed, given)
  return { text: checked.text, entities: foundIn(checked.text, checked.entities) }
}

export function person(telegram: Telegram, id: number): void {
  if (!telegram.user(id)) throw new ConflictError(`there is no person ${id}`)
}

/** Where this person may write. */
export function placeOf(telegram: Telegram, userId: number, chatId: number): Chat {
  person(telegram, userId)
  const place = telegram.state.chats.get(chatId)
  if (!place)
    throw new ConflictError(chatId === userId ? 'they have not pressed start yet' : `there is no chat ${chatId}`)
  if (!place.members.has(userId)) throw new ConflictError('they are not in this chat')
  if (place.movedTo !== undefined) throw new ConflictError(`the group has become a supergroup: ${place.movedTo}`)
  return place
}

export function ownMessage(telegram: Telegram, args: { user: number; chat: number; message: number }): Message {
  const message = placeOf(telegram, args.user, args.chat).messages.get(args.message)
  if (message?.from !== args.user) throw new ConflictError('that is no message of theirs')
  return message
}
