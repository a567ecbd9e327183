import type { Update } from 'grammy/types'
import { z } from 'zod'
import { makeConversation } from '../ids.ts'

const chat = z.looseObject({ id: z.int() })
const inChat = z.looseObject({ chat })

/** As much of an update as must be right for it to be stored; the rest is Telegram's own and read by grammY's types. */
const updateSchema = z.looseObject({
  update_id: z.int(),
  message: inChat.optional(),
  edited_message: inChat.optional(),
  my_chat_member: inChat.optional(),
  callback_query: z.looseObject({ from: chat, message: inChat.optional() }).optional(),
  message_reaction: inChat.optional(),
})

/** Throws ZodError for what is no update. */
export function readUpdate(body: unknown): Update {
  return updateSchema.parse(body) as unknown as Update
}

/** Updates of one chat are handled in the order they came. */
export function laneOf(update: Update): string {
  const chat =
    update.message?.chat ??
    update.edited_message?.chat ??
    update.my_chat_member?.chat ??
    update.callback_query?.message?.chat ??
    update.message_reaction?.chat ??
    update.callback_query?.from
  return chat === undefined ? 'telegram' : makeConversation(chat.id)
}
