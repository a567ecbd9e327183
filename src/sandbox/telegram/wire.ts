/** Telegram's JSON. */
import type { TelegramEntity } from '../view.ts'
import type { Json, Message } from './facts.ts'
import type { Chat, Seed, State } from './state.ts'

/** What a message is told with: people and chats in Telegram's JSON. */
export type Teller = {
  readonly state: State
  chatJson(chat: Chat): Json
  userJson(id: number): Json
}

export function botJson({ bot }: Seed): Json {
  return { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username }
}

export function messageJson(teller: Teller, message: Message, depth = 0): Json {
  const chat = teller.state.chats.get(message.chat)
  // In a topic, what answers nothing answers the message that opened it.
  const opening = message.topic === message.id ? undefined : message.topic
  const repliedId = message.replyTo?.id ?? opening
  const replied = repliedId === undefined || depth > 0 ? undefined : chat?.messages.get(repliedId)
  return {
    message_id: message.id,
    from: teller.userJson(message.from),
    chat: chat ? teller.chatJson(chat) : { id: message.chat },
    date: message.date,
    edit_date: message.editDate,
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
    ...(replied ? { reply_to_message: messageJson(teller, replied, depth + 1) } : {}),
    ...(message.replyTo?.quote === undefined
      ? {}
      : {
          quote: {
            text: message.replyTo.quote,
            position: replied?.text.indexOf(message.replyTo.quote) ?? 0,
            is_manual: true,
          },
        }),
    ...carried(message),
    ...message.beside,
    ...(message.buttons.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: message.buttons.map((row) => row.map(buttonJson)) } }),
  }
}

function carried({ service, content, text, entities }: Message): Json {
  if (service) return service.fields
  if (!content) return { text, ...(entities.length === 0 ? {} : { entities: entities.map(entityJson) }) }
  return {
    ...content.fields,
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: entities.map(entityJson) }),
  }
}

function entityJson({ user, ...entity }: TelegramEntity): Json {
  return user === undefined ? entity : { ...entity, user: { id: user.id, is_bot: false, first_name: String(user.id) } }
}

function buttonJson({ text, callbackData, url }: Message['buttons'][number][number]): Json {
  return {
    text,
    ...(callbackData === undefined ? {} : { callback_data: callbackData }),
    ...(url === undefined ? {} : { url }),
  }
}
