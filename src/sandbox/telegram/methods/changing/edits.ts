/** editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup: always of the bot's own messages. */
import { z } from 'zod'
import type { Json, Message } from '../../facts.ts'
import { isFileKind, KINDS } from '../../files/kinds.ts'
import type { Telegram } from '../../platform.ts'
import { badRequest } from '../../refused.ts'
import { type Method, method } from '../method.ts'
import { mediaFor, mediaSchema, spoilerOf } from '../sending/album.ts'
import { buttonsOf, chatId, keyboard, messageId } from '../sending/send.ts'
import { captionArgs, captionOf, textArgs, textOf } from '../sending/words.ts'
import { ownMessage } from './own.ts'

const which = { chat_id: chatId, message_id: messageId, reply_markup: keyboard.optional() }

const editMessageText = method(z.looseObject({ ...which, ...textArgs }), (telegram, args) => {
  const old = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
  if (old.content || old.service) throw badRequest('there is no text in the message to edit')
  return edited(telegram, old, { ...textOf(args), buttons: buttonsOf(args.reply_markup) })
})

const editMessageCaption = method(z.looseObject({ ...which, ...captionArgs }), (telegram, args) => {
  const old = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
  const kind = old.content?.kind
  if (kind === undefined || !isFileKind(kind) || !KINDS[kind].hasCaption) {
    throw badRequest('there is no caption in the message to edit')
  }
  return edited(telegram, old, { ...captionOf(args), buttons: buttonsOf(args.reply_markup) })
})

/** "edit animation, audio, document, live photo, photo, or video messages, or to replace a text […] with a media" */
const REPLACEABLE: readonly string[] = ['animation', 'audio', 'document', 'photo', 'video']

const editMessageMedia = method(z.looseObject({ ...which, media: mediaSchema }), async (telegram, args) => {
  const old = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
  checkMayBecome(old, args.media.type)
  const words = captionOf(args.media)
  const content = await mediaFor(telegram, args.media, args)
  // While the file came in the message may have been changed, or be gone.
  const now = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
  const { has_media_spoiler: _, ...beside } = now.beside ?? {}
  const buttons = buttonsOf(args.reply_markup)
  return edited(telegram, now, { ...words, content, buttons, beside: { ...beside, ...spoilerOf(args.media) } })
})

/** What is in an album stays of its family. Throws RefusedError. */
function checkMayBecome(old: Message, type: string): void {
  if (!REPLACEABLE.includes(type)) throw badRequest('invalid message content type')
  if (old.service || (old.content && !REPLACEABLE.includes(old.content.kind))) {
    throw badRequest('there is no media in the message to edit')
  }
  if (old.beside?.media_group_id === undefined) return
  if (familyOf(old.content?.kind) !== familyOf(type)) throw badRequest("can't change media type in the album")
}

function familyOf(kind: string | undefined): string | undefined {
  return kind !== undefined && isFileKind(kind) ? KINDS[kind].album : undefined
}

const editMessageReplyMarkup = method(z.looseObject(which), (telegram, args) => {
  const old = ownMessage(telegram, args.chat_id, args.message_id, 'edit')
  return edited(telegram, old, { buttons: buttonsOf(args.reply_markup) })
})

function edited(telegram: Telegram, old: Message, changes: Partial<Message>): Json {
  const message = { ...old, ...changes, editDate: telegram.now() }
  if (contentOf(message) === contentOf(old)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  telegram.commit([{ type: 'edited', message }])
  return telegram.messageJson(message)
}

function contentOf({ text, entities, content, buttons, beside }: Message): string {
  return JSON.stringify([text, entities, content?.fields, buttons, beside?.has_media_spoiler])
}

export const editMethods: Readonly<Record<string, Method>> = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
}
