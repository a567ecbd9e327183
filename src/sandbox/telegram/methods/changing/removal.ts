import { z } from 'zod'
import type { Fact } from '../../facts.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import { chatToWrite, type Method, method } from '../method.ts'
import { chatId, messageId } from '../sending/send.ts'
import { ownMessage } from './own.ts'

/** "A message can only be deleted if it was sent less than 48 hours ago." (deleteMessage) */
const DELETABLE_SECONDS = 48 * 3_600
/** "1-100 identifiers of messages to delete" (deleteMessages). */
const MOST = 100

const deleteMessage = method(z.looseObject({ chat_id: chatId, message_id: messageId }), (telegram, args) => {
  telegram.commit([deletionOf(telegram, args.chat_id, args.message_id)])
  return true
})

/** "If some of the specified messages can't be found, they are skipped." */
const deleteMessages = method(
  z.looseObject({ chat_id: chatId, message_ids: z.array(messageId).default([]) }),
  (telegram, { chat_id: id, message_ids: ids }) => {
    if (ids.length === 0) throw badRequest('message identifiers are not specified')
    if (ids.length > MOST) throw badRequest('too many message identifiers specified')
    const { messages } = chatToWrite(telegram, id)
    const there = [...new Set(ids)].filter((one) => messages.has(one))
    telegram.commit(there.map((one) => deletionOf(telegram, id, one)))
    return true
  },
)

function deletionOf(telegram: Telegram, chatOf: number, messageOf: number): Fact {
  const { chat, id, date } = ownMessage(telegram, chatOf, messageOf, 'delete')
  if (telegram.now() - date >= DELETABLE_SECONDS) throw badRequest("message can't be deleted for everyone")
  return { type: 'deleted', chat, id }
}

export const removalMethods: Readonly<Record<string, Method>> = { deleteMessage, deleteMessages }
