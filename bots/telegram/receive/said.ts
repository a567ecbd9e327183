import type { Message, User } from 'grammy/types'
import type { ClientEdited, ClientSaid, Person } from '../../../src/core/flow.ts'
import { type Address, type Locale, localeFor } from '../../../src/core/ids.ts'
import { type Inline, isBlank, type RichText } from '../../../src/core/rich-text.ts'
import { fromEntities } from '../format/from-entities.ts'
import { makeConversation, makeMessage, makeThread, makeUser } from '../ids.ts'
import { say } from '../text.ts'

export function addressOf(message: Pick<Message, 'chat' | 'is_topic_message' | 'message_thread_id'>): Address {
  const { chat, message_thread_id: topic } = message
  const conversation = makeConversation(chat.id)
  return message.is_topic_message === true && topic !== undefined
    ? { platform: 'telegram', conversation, thread: makeThread(chat.id, topic) }
    : { platform: 'telegram', conversation }
}

export function placeOf({ chat }: Pick<Message, 'chat'>): ClientSaid['place'] {
  return chat.type === 'private' ? { kind: 'private' } : { kind: 'group', title: chat.title ?? '' }
}

/** An administrator who hides behind the group, or a channel, speaks as that chat. */
export function authorOf(message: Message): Person | undefined {
  if (message.sender_chat !== undefined) {
    return { user: makeUser(message.sender_chat.id), name: message.sender_chat.title ?? message.author_signature ?? '' }
  }
  return message.from === undefined || message.from.is_bot ? undefined : personOf(message.from)
}

export function personOf(user: User): Person {
  return {
    user: makeUser(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(' ') || (user.username ?? String(user.id)),
    handle: user.username,
    language: user.language_code,
  }
}

/** What everything that a person says has in common; undefined for a message that no person of a client wrote. */
export function startedOf(message: Message): Omit<ClientSaid, 'body' | 'replyTo'> | undefined {
  const author = authorOf(message)
  if (!author) return undefined
  return {
    from: addressOf(message),
    place: placeOf(message),
    author,
    message: makeMessage(message.chat.id, message.message_id),
    at: new Date(message.date * 1_000),
  }
}

export function saidOf(message: Message): ClientSaid | undefined {
  const started = startedOf(message)
  const body = bodyOf(message)
  if (!started || isBlank(body)) return undefined
  const replied = message.reply_to_message
  // In a forum every message that answers nothing "replies" to the topic's first one.
  const toTopic = message.is_topic_message === true && replied?.message_id === message.message_thread_id
  const replyTo = replied && !toTopic ? makeMessage(replied.chat.id, replied.message_id) : undefined
  return { ...started, replyTo, body }
}

export function editedOf(message: Message): ClientEdited | undefined {
  const said = saidOf(message)
  if (!said) return undefined
  const { from, author, message: id, body } = said
  return { from, author, message: id, body, at: new Date((message.edit_date ?? message.date) * 1_000) }
}

const KINDS = [
  'photo',
  'voice',
  'video_note',
  'video',
  'audio',
  'animation',
  'document',
  'sticker',
  'venue',
  'location',
  'contact',
  'poll',
  'dice',
  'story',
] as const

/** The words; what is not words is named in brackets, so that nothing is missing without a trace. */
function bodyOf(message: Message): RichText {
  const locale = localeFor(message.from?.language_code, 'ru')
  const words =
    message.text === undefined
      ? fromEntities(message.caption ?? '', message.caption_entities)
      : fromEntities(message.text, message.entities)
  const forwarded = message.forward_origin === undefined ? [] : named(say(locale, 'forwarded'))
  return [...forwarded, ...placeholder(message, locale), ...words]
}

function placeholder(message: Message, locale: Locale): RichText {
  if (message.text !== undefined || isService(message)) return []
  const kind = KINDS.find((name) => name in message) ?? 'other'
  const file = message.document?.file_name
  return named(file === undefined ? say(locale, `kind-${kind}`) : `${say(locale, `kind-${kind}`)}: ${file}`)
}

function named(what: string): RichText {
  const inline: Inline = { type: 'text', text: `[${what}]`, marks: ['italic'] }
  return [{ type: 'paragraph', content: [inline] }]
}

const SERVICE = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_participants_invited',
  'message_auto_delete_timer_changed',
  'boost_added',
  'write_access_allowed',
  'users_shared',
  'chat_shared',
  'chat_background_set',
  'proximity_alert_triggered',
] as const

/** What a chat says of itself, not a person to us. */
function isService(message: Message): boolean {
  return SERVICE.some((name) => name in message)
}
