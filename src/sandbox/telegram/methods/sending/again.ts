/** copyMessage and forwardMessage: a message once more, without and with a word of where it is from. */
import { z } from 'zod'
import type { Message } from '../../facts.ts'
import { isFileKind, KINDS } from '../../files/kinds.ts'
import { forwarded } from '../../origin.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import { chatToSee, type Method, method } from '../method.ts'
import { chatId, messageId, send, sendJson, whereArgs } from './send.ts'
import { captionArgs, captionOf } from './words.ts'

const copyMessage = method(
  z.looseObject({
    ...whereArgs,
    ...captionArgs,
    caption: captionArgs.caption.unwrap().optional(),
    from_chat_id: chatId,
    message_id: messageId,
  }),
  (telegram, { caption, ...args }) => {
    const original = found(telegram, args.from_chat_id, args.message_id, 'copy')
    const kind = original.content?.kind
    if (original.service || kind === 'other' || kind === 'story') throw badRequest("message can't be copied")
    const takesCaption = kind !== undefined && isFileKind(kind) && KINDS[kind].hasCaption
    const words = caption !== undefined && takesCaption ? captionOf({ ...args, caption }) : wordsOf(original)
    return { message_id: send(telegram, args, { ...words, content: original.content }).id }
  },
)

const forwardMessage = method(
  z.looseObject({ ...whereArgs, from_chat_id: chatId, message_id: messageId }),
  (telegram, args) => {
    const original = found(telegram, args.from_chat_id, args.message_id, 'forward')
    if (original.service) throw badRequest("the message can't be forwarded")
    return sendJson(telegram, args, forwarded(original, telegram))
  },
)

function found(telegram: Telegram, chat: number, id: number, act: 'copy' | 'forward'): Message {
  const message = chatToSee(telegram, chat).messages.get(id)
  if (!message) throw badRequest(`message to ${act} not found`)
  return message
}

function wordsOf({ text, entities }: Message): Pick<Message, 'text' | 'entities'> {
  return { text, entities }
}

export const againMethods: Readonly<Record<string, Method>> = { copyMessage, forwardMessage }
