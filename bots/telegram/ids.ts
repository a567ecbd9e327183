/**
 * The only place where Telegram's numbers become our ids and back: people `tg:111`, chats `tg:111` (private) and
 * `tg:-1001001` (groups), forum topics `tg:-1001001#5`, messages `tg:-1001001/42`.
 */
import type { RemoteConversation, RemoteIds, RemoteMessage, RemoteThread, RemoteUser } from '../../src/core/ids.ts'

const NUMBER = String.raw`-?[1-9]\d{0,15}`
const ONE = new RegExp(`^tg:(${NUMBER})$`)
const THREAD = new RegExp(`^tg:(${NUMBER})#([1-9]\\d{0,15})$`)
const MESSAGE = new RegExp(`^tg:(${NUMBER})/(\\d{1,16})$`)
const BY_HAND = new RegExp(`^(?:tg:)?(${NUMBER})$`)

export function makeUser(id: number): RemoteUser {
  return `tg:${id}` as RemoteUser
}

export function parseUser(user: string): number | undefined {
  return first(ONE, user)
}

export function makeConversation(chat: number): RemoteConversation {
  return `tg:${chat}` as RemoteConversation
}

export function parseConversation(conversation: string): number | undefined {
  return first(ONE, conversation)
}

export function makeThread(chat: number, topic: number): RemoteThread {
  return `tg:${chat}#${topic}` as RemoteThread
}

export function parseThread(thread: string): { readonly chat: number; readonly topic: number } | undefined {
  const [chat, topic] = numbers(THREAD, thread)
  return chat === undefined || topic === undefined ? undefined : { chat, topic }
}

export function makeMessage(chat: number, id: number): RemoteMessage {
  return `tg:${chat}/${id}` as RemoteMessage
}

export function parseMessage(message: string): { readonly chat: number; readonly id: number } | undefined {
  const [chat, id] = numbers(MESSAGE, message)
  return chat === undefined || id === undefined ? undefined : { chat, id }
}

/** What people write by hand: the bare number, as Telegram and its tools show it. */
export const telegramIds: RemoteIds = {
  platform: 'telegram',
  user(text) {
    const id = first(BY_HAND, text.trim())
    return id === undefined || id < 0 ? undefined : makeUser(id)
  },
  conversation(text) {
    const id = first(BY_HAND, text.trim())
    return id === undefined ? undefined : makeConversation(id)
  },
  /** A private chat has the number of the person in it. */
  direct: (user) => user as string as RemoteConversation,
  plain: (id) => id.replace(/^tg:/, ''),
}

/** The bot's own number stands before the colon of its token; it stays the same when the token is replaced. */
export function botIdOf(token: string): string {
  return token.split(':')[0] ?? ''
}

function first(pattern: RegExp, text: string): number | undefined {
  return numbers(pattern, text)[0]
}

function numbers(pattern: RegExp, text: string): number[] {
  const found = (pattern.exec(text) ?? []).slice(1).map(Number)
  return found.every(Number.isSafeInteger) ? found : []
}
