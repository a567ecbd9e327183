import type { Message, User } from 'grammy/types'
import type { AnsweredThere } from '../../../src/core/answered.ts'
import type { Attachment } from '../../../src/core/attachment.ts'
import type { ClientEdited, ClientSaid, Person } from '../../../src/core/flow.ts'
import { type Address, localeFor } from '../../../src/core/ids.ts'
import { isBlank, type RichText } from '../../../src/core/rich-text.ts'
import { fromEntities } from '../format/from-entities.ts'
import { makeConversation, makeMessage, makeThread, makeUser } from '../ids.ts'
import { type RemoteFile, remoteFileOf, remoteFilesOf } from './files.ts'
import { answeredInWords, kindInWords, originInWords, originName } from './kinds.ts'

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
export function startedOf(message: Message): Omit<ClientSaid, 'body' | 'replyTo' | 'answers' | 'album'> | undefined {
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

/** Takes a message's file over; what it answers stands in the message in place of the file. */
export type TakeFile = (file: RemoteFile) => Promise<Attachment>

/** `bot`: the number of the bot itself. */
export async function saidOf(message: Message, take: TakeFile, bot?: number): Promise<ClientSaid | undefined> {
  const started = startedOf(message)
  if (!started || isService(message)) return undefined
  const body = await bodyOf(message, take)
  if (isBlank(body)) return undefined
  const replied = repliedOf(message)
  const replyTo = replied && makeMessage(replied.chat.id, replied.message_id)
  return { ...started, replyTo, answers: answersOf(message, bot), body, album: message.media_group_id }
}

/** A place that moves is told once, where it began: each step of the way comes as an edit, and would be a decision. */
export async function editedOf(message: Message, take: TakeFile): Promise<ClientEdited | undefined> {
  if (message.location !== undefined) return undefined
  const said = await saidOf(message, take)
  if (!said) return undefined
  const { from, author, message: id, body } = said
  return { from, author, message: id, body, at: new Date((message.edit_date ?? message.date) * 1_000) }
}

/** In a forum every message that answers nothing "replies" to the topic's first one. */
function repliedOf(message: Message): Message['reply_to_message'] {
  const replied = message.reply_to_message
  const toTopic = message.is_topic_message === true && replied?.message_id === message.message_thread_id
  return toTopic ? undefined : replied
}

/** The message that it answers, or the part of it that the person picked out. */
function answersOf(message: Message, bot: number | undefined): ClientSaid['answers'] {
  const { quote, external_reply: elsewhere } = message
  const replied = repliedOf(message)
  const answered = replied ?? elsewhere
  const locale = localeFor(message.from?.language_code, 'ru')
  if (quote === undefined && (answered === undefined || (replied && isService(replied)))) return undefined
  const said = {
    part: quote !== undefined,
    body: quote ? fromEntities(quote.text, quote.entities) : answered ? answeredInWords(answered, locale) : [],
  }
  if (replied) return { ...said, ...speakerOf(replied, bot), message: makeMessage(replied.chat.id, replied.message_id) }
  return elsewhere
    ? { ...said, by: 'elsewhere', who: { name: originName(elsewhere.origin) } }
    : { ...said, by: 'other' }
}

function speakerOf(replied: Message, bot: number | undefined): Pick<AnsweredThere, 'by' | 'who'> {
  if (replied.from?.id === bot && bot !== undefined) return { by: 'us' }
  const person = authorOf(replied)
  if (person) return { by: 'person', who: { user: person.user, name: person.name } }
  return { by: 'other', who: replied.from && { name: personOf(replied.from).name } }
}

/** The file that it answers in another chat, where it comes from, its files, what it is and its words, in this order. */
async function bodyOf(message: Message, take: TakeFile): Promise<RichText> {
  const locale = localeFor(message.from?.language_code, 'ru')
  const answered = remoteFileOf(message.external_reply ?? {})
  const files = await taken(remoteFilesOf(message), take)
  const words =
    message.text === undefined
      ? fromEntities(message.caption ?? '', message.caption_entities)
      : fromEntities(message.text, message.entities)
  return [
    ...(answered === undefined ? [] : [{ type: 'files' as const, files: [await take(answered)] }]),
    ...(message.forward_origin === undefined ? [] : originInWords(message.forward_origin, locale)),
    ...(files.length === 0 ? [] : [{ type: 'files' as const, files, album: message.media_group_id }]),
    ...kindInWords(message, locale),
    ...words,
  ]
}

/** One after another, so that there is never more than one on its way. */
async function taken(files: readonly RemoteFile[], take: TakeFile): Promise<Attachment[]> {
  const all: Attachment[] = []
  for (const file of files) all.push(await take(file))
  return all
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
  'channel_chat_created',
  'chat_owner_left',
  'chat_owner_changed',
  'checklist_tasks_done',
  'checklist_tasks_added',
  'community_chat_added',
  'community_chat_removed',
  'community_chat_joined',
  'connected_website',
  'direct_message_price_changed',
  'gift_upgrade_sent',
  'giveaway_created',
  'giveaway_completed',
  'managed_bot_created',
  'paid_message_price_changed',
  'passport_data',
  'poll_option_added',
  'poll_option_deleted',
  'refunded_payment',
  'successful_payment',
  'web_app_data',
] as const

/** What a chat says of itself, not a person to us. */
function isService(message: Message): boolean {
  return SERVICE.some((name) => name in message)
}
