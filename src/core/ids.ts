/**
 * Ids of the platforms are opaque here: only the bot of that platform mints or parses them (bots/<platform>/ids.ts), and
 * each carries its platform and place, so that one text column is unique over all platforms.
 */
declare const brand: unique symbol
export type Brand<Name extends string> = string & { readonly [brand]: Name }

export type Platform = 'telegram' | 'slack'

/** Whose an id is: all that may be known of it here. */
export function platformOf(id: string): Platform | undefined {
  if (id.startsWith('tg:')) return 'telegram'
  return id.startsWith('sl:') ? 'slack' : undefined
}

/** A person or bot on a platform. */
export type RemoteUser = Brand<'RemoteUser'>
/** A chat, group, channel or direct message: what a lane is named after. */
export type RemoteConversation = Brand<'RemoteConversation'>
/** A Slack thread or a Telegram forum topic inside a conversation. */
export type RemoteThread = Brand<'RemoteThread'>
/** One platform message, its conversation included. */
export type RemoteMessage = Brand<'RemoteMessage'>

/** Where a message goes, or came from. */
export type Address = {
  readonly platform: Platform
  readonly conversation: RemoteConversation
  readonly thread?: RemoteThread
}

/**
 * How ids that people write by hand (agency.yaml: a Telegram number, a Slack id) become ours and back.
 * `parse` functions answer undefined for text that is no such id, so that the caller can say where it stands.
 */
export interface RemoteIds {
  readonly platform: Platform
  user(text: string): RemoteUser | undefined
  conversation(text: string): RemoteConversation | undefined
  /** The conversation in which Liaison and this person are alone. */
  direct(user: RemoteUser): RemoteConversation
  /** Back to what a person would write. */
  plain(id: RemoteUser | RemoteConversation): string
}

/** Ids of our own rows, so that one cannot be handed where another belongs. */
export type RelayId = Brand<'RelayId'>
export type StaffId = Brand<'StaffId'>

export const LOCALES = ['ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The nearest language we speak for a platform's language tag (`ru-RU`, `uk`, `en-GB`, absent). */
export function localeFor(tag: string | undefined, otherwise: Locale): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  if (language === undefined || language === '') return otherwise
  return (['ru', 'be', 'kk', 'uk'] as string[]).includes(language) ? 'ru' : 'en'
}
