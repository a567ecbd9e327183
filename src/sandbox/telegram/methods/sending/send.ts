/** What all methods that send have in common: where to, in answer to what, with which buttons. */
import { z } from 'zod'
import type { TelegramButton } from '../../../view.ts'
import type { Json, Message } from '../../facts.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import type { Chat } from '../../state.ts'
import { chatToWrite, flag } from '../method.ts'

const CALLBACK_BYTES = 64

export const chatId = z.coerce.number().int()
export const messageId = z.coerce.number().int().positive()
export const keyboard = z.looseObject({
  inline_keyboard: z
    .array(
      z.array(
        z.looseObject({ text: z.string().min(1), callback_data: z.string().optional(), url: z.string().optional() }),
      ),
    )
    .default([]),
})
const replyParameters = z.looseObject({
  message_id: messageId,
  chat_id: chatId.optional(),
  quote: z.string().optional(),
  allow_sending_without_reply: flag.default(false),
})

/** Where a message goes to, and what it goes with. */
export const whereArgs = {
  chat_id: chatId,
  message_thread_id: z.coerce.number().int().optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: keyboard.optional(),
}
export type Where = {
  readonly chat_id: number
  readonly message_thread_id?: number | undefined
  readonly reply_parameters?: z.infer<typeof replyParameters> | undefined
  readonly reply_markup?: z.infer<typeof keyboard> | undefined
}

export type Sent = Pick<Partial<Message>, 'text' | 'entities' | 'content' | 'beside'>

/** The message as the chat has it now. Throws RefusedError. */
export function send(telegram: Telegram, where: Where, what: Sent): Message {
  const chat = chatToWrite(telegram, where.chat_id)
  const message = telegram.newMessage(chat, telegram.seed.bot.id, {
    ...what,
    replyTo: replied(chat, where.reply_parameters),
    topic: topicOf(chat, where.message_thread_id),
    buttons: buttonsOf(where.reply_markup),
  })
  telegram.commit([{ type: 'message', message }])
  telegram.typing.delete(chat.id)
  return message
}

/** The same, answered as most methods answer. */
export function sendJson(telegram: Telegram, where: Where, what: Sent): Json {
  return telegram.messageJson(send(telegram, where, what))
}

function replied(chat: Chat, given: Where['reply_parameters']): Message['replyTo'] {
  if (!given) return undefined
  const isElsewhere = given.chat_id !== undefined && given.chat_id !== chat.id
  const target = isElsewhere ? undefined : chat.messages.get(given.message_id)
  if (!target) {
    if (given.allow_sending_without_reply) return undefined
    throw badRequest('message to be replied not found')
  }
  if (given.quote !== undefined && !target.text.includes(given.quote)) throw badRequest('QUOTE_TEXT_INVALID')
  return { id: target.id, ...(given.quote === undefined ? {} : { quote: given.quote }) }
}

/** A thread has to be there. The general topic of a forum is none: it is what a message without a thread goes to. */
function topicOf(chat: Chat, given: number | undefined): number | undefined {
  if (given !== undefined && chat.type !== 'private' && !chat.topics.has(given)) {
    throw badRequest('message thread not found')
  }
  return given
}

export function buttonsOf(markup: z.infer<typeof keyboard> | undefined): TelegramButton[][] {
  return (markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text, callback_data: data, url }) => {
      if (data !== undefined && Buffer.byteLength(data) > CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID')
      return { text, ...(data === undefined ? {} : { callbackData: data }), ...(url === undefined ? {} : { url }) }
    }),
  )
}
