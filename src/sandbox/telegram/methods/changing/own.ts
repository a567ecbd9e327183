import type { Message } from '../../facts.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import { chatToWrite } from '../method.ts'

/** A message of the bot's own. Throws what Telegram answers otherwise. */
export function ownMessage(telegram: Telegram, chatOf: number, id: number, act: 'edit' | 'delete'): Message {
  const chat = chatToWrite(telegram, chatOf)
  const message = chat.messages.get(id)
  if (!message) throw badRequest(`message to ${act} not found`)
  if (message.from !== telegram.seed.bot.id) throw badRequest(`message can't be ${act}${act === 'edit' ? 'ed' : 'd'}`)
  return message
}
