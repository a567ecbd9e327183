/** Saying, changing and taking back words, and answering without them. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Chat } from '../state.ts'
import {
  type Acts,
  act,
  ConflictError,
  chat,
  edited,
  entities,
  messageId,
  ownMessage,
  placeOf,
  said,
  saying,
  text,
  user,
  words,
} from './act.ts'

export const wordActs: Acts = {
  say: act(z.strictObject({ ...saying, text, entities }), (telegram, args) => {
    const spoken = words(args)
    if (spoken.text === '') throw new ConflictError('there is nothing to say')
    return said(telegram, args, spoken)
  }),
  /** Of a caption, too. */
  edit: act(z.strictObject({ user, chat, message: messageId, text, entities }), (telegram, args) => {
    const old = ownMessage(telegram, args)
    const spoken = words(args)
    if (spoken.text === '' && !old.content) throw new ConflictError('there is nothing to say')
    return edited(telegram, old, spoken)
  }),
  /** Telegram tells a bot nothing of it. */
  delete: act(z.strictObject({ user, chat, message: messageId }), (telegram, args) => {
    const { id } = ownMessage(telegram, args)
    telegram.commit([{ type: 'deleted', chat: args.chat, id }])
    return {}
  }),
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
      ...(hearsReactions(place) ? telegram.update('message_reaction', place.id, body) : []),
    ])
    return {}
  }),
  /** The same update once more, as after an answer that was lost. */
  redeliver: act(z.strictObject({ updateId: z.int() }), (telegram, { updateId }) => {
    const update = telegram.state.past.find(({ id }) => id === updateId)
    if (!update) throw new ConflictError('no such update, or it is not confirmed yet')
    telegram.commit([{ type: 'update', ...update }])
    return {}
  }),
}

/** "The bot must be an administrator in the chat" (Update.message_reaction); alone with somebody it need not be. */
function hearsReactions(place: Chat): boolean {
  return place.type === 'private' || place.botIsAdministrator
}
