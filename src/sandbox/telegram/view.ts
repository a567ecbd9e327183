import type { TelegramChatView, TelegramMessageView, TelegramView } from '../view.ts'
import { contentView, originView } from './content-view.ts'
import type { Message } from './facts.ts'
import type { Telegram } from './platform.ts'
import type { Chat } from './state.ts'

const MESSAGES_SHOWN = 200

/** What the page draws. */
export function telegramView(telegram: Telegram): TelegramView {
  const { state, seed, lastWebhookError: error } = telegram
  const everywhere = [...state.commands.values()].filter(({ scope }) => scope === '')
  const commands = everywhere.flatMap(({ language, commands: list }) =>
    list.map((entry) => (language === '' ? entry : { ...entry, languageCode: language })),
  )
  return {
    bot: { id: seed.bot.id, username: seed.bot.username, name: seed.bot.name, commands },
    users: [...state.users.values()],
    chats: [...state.chats.values()]
      .filter((chat) => chat.movedTo === undefined)
      .map((chat) => chatView(telegram, chat)),
    pendingUpdates: state.updates.length,
    ...(state.webhook
      ? { webhook: { url: state.webhook.url, ...(error === undefined ? {} : { lastError: error }) } }
      : {}),
  }
}

function chatView(telegram: Telegram, chat: Chat): TelegramChatView {
  const messages = [...chat.messages.values()].sort((a, b) => a.id - b.id).slice(-MESSAGES_SHOWN)
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    members: [...chat.members],
    botIsMember: chat.botIsMember,
    botTyping: (telegram.typing.get(chat.id) ?? 0) > telegram.kernel.now(),
    messages: messages.map((message) => messageView(telegram, chat, message)),
  }
}

function messageView(telegram: Telegram, chat: Chat, message: Message): TelegramMessageView {
  const replied = message.replyTo ? chat.messages.get(message.replyTo.id) : undefined
  const quote = message.replyTo?.quote
  return {
    id: message.id,
    from: whoIs(telegram, message.from),
    date: message.date,
    ...(message.editDate === undefined ? {} : { editDate: message.editDate }),
    text: message.text,
    entities: [...message.entities],
    ...(message.content ? { content: contentView(telegram, message.content) } : {}),
    ...(message.topic === undefined ? {} : { topic: chat.topics.get(message.topic) ?? String(message.topic) }),
    ...originView(message),
    ...(message.replyTo
      ? { replyTo: { id: message.replyTo.id, text: replied?.text ?? '', ...(quote === undefined ? {} : { quote }) } }
      : {}),
    buttons: message.buttons.map((row) => [...row]),
    reactions: [...(chat.reactions.get(message.id) ?? [])].map(([by, emoji]) => ({ emoji, by })),
    ...(message.service ? { service: message.service.name } : {}),
  }
}

function whoIs(telegram: Telegram, id: number): TelegramMessageView['from'] {
  if (id === telegram.seed.bot.id) return { id, name: telegram.seed.bot.name, isBot: true }
  const user = telegram.user(id)
  return { id, name: [user?.firstName, user?.lastName].filter(Boolean).join(' '), isBot: false }
}
