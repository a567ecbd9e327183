/** Telegram's JSON. */
import type { TelegramEntity } from '../view.ts'
import type { Json, Message } from './facts.ts'
import type { Telegram } from './platform.ts'
import type { Seed } from './state.ts'

export function botJson({ bot }: Seed): Json {
  return { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username }
}

export function messageJson(telegram: Telegram, message: Message, depth = 0): Json {
  const chat = telegram.state.chats.get(message.chat)
  const replied = message.replyTo === undefined || depth > 0 ? undefined : chat?.messages.get(message.replyTo.id)
  return {
    message_id: message.id,
    from: telegram.userJson(message.from),
    chat: chat ? telegram.chatJson(chat) : { id: message.chat },
    date: message.date,
    edit_date: message.editDate,
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
    ...(replied ? { reply_to_message: messageJson(telegram, replied, depth + 1) } : {}),
    ...(message.replyTo?.quote === undefined
      ? {}
      : {
          quote: {
            text: message.replyTo.quote,
            position: replied?.text.indexOf(message.replyTo.quote) ?? 0,
            is_manual: true,
          },
        }),
    ...(message.service
      ? message.service.fields
      : {
          text: message.text,
          ...(message.entities.length === 0 ? {} : { entities: message.entities.map(entityJson) }),
        }),
    ...(message.buttons.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: message.buttons.map((row) => row.map(buttonJson)) } }),
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
