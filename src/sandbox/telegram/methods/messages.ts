import { z } from 'zod'
import type { TelegramButton } from '../../view.ts'
import { checkedWords, entitySchema, foundIn, type Words } from '../entities.ts'
import type { Message } from '../facts.ts'
import type { Telegram } from '../platform.ts'
import { badRequest } from '../refused.ts'
import type { Chat } from '../state.ts'
import { chatToWrite, type Method, method } from './method.ts'

const LONGEST = 4_096
const CALLBACK_BYTES = 64
const TYPING_MS = 5_000

const chatId = z.coerce.number().int()
const messageId = z.coerce.number().int().positive()
const keyboard = z.looseObject({
  inline_keyboard: z
    .array(
      z.array(
        z.looseObject({ text: z.string().min(1), callback_data: z.string().optional(), url: z.string().optional() }),
      ),
    )
    .default([]),
})
const words = {
  text: z.coerce.string().default(''),
  entities: z.array(entitySchema).default([]),
  parse_mode: z.string().optional(),
  reply_markup: keyboard.optional(),
}

const sendMessage = method(
  z.looseObject({
    chat_id: chatId,
    message_thread_id: z.coerce.number().int().optional(),
    reply_parameters: z
      .looseObject({
        message_id: messageId,
        quote: z.string().optional(),
        allow_sending_without_reply: z.boolean().default(false),
      })
      .optional(),
    ...words,
  }),
  (telegram, args) => {
    const chat = chatToWrite(telegram, args.chat_id)
    const { text, entities } = checked(args)
    const message = telegram.newMessage(chat, telegram.seed.bot.id, {
      text,
      entities,
      replyTo: replied(chat, args.reply_parameters),
      topic: args.message_thread_id,
      buttons: buttonsOf(args.reply_markup),
    })
    telegram.commit([{ type: 'message', message }])
    telegram.typing.delete(chat.id)
    return telegram.messageJson(message)
  },
)

function checked(args: {
  readonly text: string
  readonly entities: readonly z.infer<typeof entitySchema>[]
  readonly parse_mode?: string | undefined
}): Words {
  if (args.parse_mode !== undefined)
    throw badRequest('the sandbox takes entities, not parse_mode: see README, “Sandbox”')
  const { text, entities } = checkedWords(args.text, args.entities)
  if (text === '') throw badRequest('message text is empty')
  if (text.length > LONGEST) throw badRequest('message is too long')
  return { text, entities: foundIn(text, entities) }
}

function replied(
  chat: Chat,
  given: { message_id: number; quote?: string | undefined; allow_sending_without_reply: boolean } | undefined,
): Message['replyTo'] {
  if (!given) return undefined
  const target = chat.messages.get(given.message_id)
  if (!target) {
    if (given.allow_sending_without_reply) return undefined
    throw badRequest('message to be replied not found')
  }
  if (given.quote !== undefined && !target.text.includes(given.quote)) throw badRequest('QUOTE_TEXT_INVALID')
  return { id: target.id, ...(given.quote === undefined ? {} : { quote: given.quote }) }
}

function buttonsOf(markup: z.infer<typeof keyboard> | undefined): TelegramButton[][] {
  return (markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text, callback_data: data, url }) => {
      if (data !== undefined && Buffer.byteLength(data) > CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID')
      return { text, ...(data === undefined ? {} : { callbackData: data }), ...(url === undefined ? {} : { url }) }
    }),
  )
}

const editMessageText = method(
  z.looseObject({ chat_id: chatId, message_id: messageId, ...words }),
  (telegram, args) => {
    const old = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
    const { text, entities } = checked(args)
    const buttons = buttonsOf(args.reply_markup)
    const same = (m: Pick<Message, 'text' | 'entities' | 'buttons'>) => JSON.stringify([m.text, m.entities, m.buttons])
    if (same({ text, entities, buttons }) === same(old)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    }
    const message = { ...old, text, entities, buttons, editDate: telegram.now() }
    telegram.commit([{ type: 'edited', message }])
    return telegram.messageJson(message)
  },
)

const deleteMessage = method(z.looseObject({ chat_id: chatId, message_id: messageId }), (telegram, args) => {
  const { chat, id } = ownMessage(telegram, args.chat_id, args.message_id, 'delete')
  telegram.commit([{ type: 'deleted', chat, id }])
  return true
})

function ownMessage(telegram: Telegram, chatOf: number, id: number, act: 'edit' | 'delete'): Message {
  const chat = chatToWrite(telegram, chatOf)
  const message = chat.messages.get(id)
  if (!message) throw badRequest(`message to ${act} not found`)
  if (message.from !== telegram.seed.bot.id) throw badRequest(`message can't be ${act}${act === 'edit' ? 'ed' : 'd'}`)
  return message
}

const sendChatAction = method(z.looseObject({ chat_id: chatId, action: z.string() }), (telegram, args) => {
  const chat = chatToWrite(telegram, args.chat_id)
  telegram.typing.set(chat.id, telegram.kernel.now() + TYPING_MS)
  telegram.kernel.changed({ platform: 'telegram', topic: `telegram:${chat.id}` })
  return true
})

const setMessageReaction = method(
  z.looseObject({
    chat_id: chatId,
    message_id: messageId,
    reaction: z
      .array(z.looseObject({ type: z.literal('emoji'), emoji: z.string() }))
      .max(1)
      .default([]),
  }),
  (telegram, args) => {
    const chat = chatToWrite(telegram, args.chat_id)
    if (!chat.messages.has(args.message_id)) throw badRequest('message to react not found')
    const emoji = args.reaction[0]?.emoji ?? null
    telegram.commit([{ type: 'reaction', chat: chat.id, id: args.message_id, by: telegram.seed.bot.id, emoji }])
    return true
  },
)

export const messageMethods: Readonly<Record<string, Method>> = {
  sendMessage,
  editMessageText,
  deleteMessage,
  sendChatAction,
  setMessageReaction,
}
