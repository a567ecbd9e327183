/** sendChatAction, setMessageReaction: what a bot shows without words. */
import { z } from 'zod'
import { badRequest } from '../../refused.ts'
import { chatToWrite, type Method, method } from '../method.ts'
import { chatId, messageId } from '../sending/send.ts'

const TYPING_MS = 5_000
const ACTIONS: readonly string[] = [
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document'],
  ...['choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
]

const sendChatAction = method(z.looseObject({ chat_id: chatId, action: z.string() }), (telegram, args) => {
  const chat = chatToWrite(telegram, args.chat_id)
  if (!ACTIONS.includes(args.action)) throw badRequest('wrong parameter action in request')
  telegram.typing.set(chat.id, telegram.kernel.now() + TYPING_MS)
  telegram.kernel.changed({ platform: 'telegram', topic: `telegram:${chat.id}` })
  return true
})

/** The emoji that a bot may react with (ReactionTypeEmoji). */
const REACTIONS: ReadonlySet<string> = new Set(
  '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  ),
)
const reaction = z.looseObject({ type: z.literal('emoji'), emoji: z.string() })

const setMessageReaction = method(
  z.looseObject({ chat_id: chatId, message_id: messageId, reaction: z.array(reaction).max(1).default([]) }),
  (telegram, args) => {
    const chat = chatToWrite(telegram, args.chat_id)
    if (!chat.messages.has(args.message_id)) throw badRequest('message to react not found')
    const emoji = args.reaction[0]?.emoji ?? null
    if (emoji !== null && !REACTIONS.has(emoji.replaceAll('\uFE0F', ''))) throw badRequest('REACTION_INVALID')
    telegram.commit([{ type: 'reaction', chat: chat.id, id: args.message_id, by: telegram.seed.bot.id, emoji }])
    return true
  },
)

export const signMethods: Readonly<Record<string, Method>> = { sendChatAction, setMessageReaction }
