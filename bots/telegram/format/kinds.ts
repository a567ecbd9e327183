/** The entities of Bot API 10.3 (https://core.telegram.org/bots/api#messageentity), sorted by what they do to the text. */
import type { MessageEntity } from 'grammy/types'
import type { Mark } from '../../../src/core/rich-text.ts'

/** A text as Telegram takes it: offsets and lengths in UTF-16 units. */
export type Rendered = { readonly text: string; readonly entities: readonly MessageEntity[] }

/** Stand on lines of their own. The outer ones first. */
export const BLOCKS = ['blockquote', 'expandable_blockquote', 'pre'] as const
export type BlockEntity =
  | MessageEntity.PreMessageEntity
  | (MessageEntity.CommonMessageEntity & { type: 'blockquote' | 'expandable_blockquote' })

/** Change the look of the words. */
export const ENTITY_OF = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  spoiler: 'spoiler',
  code: 'code',
} as const satisfies Record<Mark, MessageEntity['type']>

export const MARK_OF: Readonly<Record<string, Mark>> = Object.fromEntries(
  Object.entries(ENTITY_OF).map(([mark, type]) => [type, mark as Mark]),
)

/**
 * Say something of the words: no two of them share a character. Names, hashtags, cashtags and commands are not among
 * them: Telegram finds those in any text by itself, and to everybody else they are text.
 */
const SPECIAL: readonly string[] = [
  'text_link',
  'url',
  'email',
  'phone_number',
  'text_mention',
  'custom_emoji',
  'date_time',
] satisfies MessageEntity['type'][]

export function isBlock(entity: MessageEntity): entity is BlockEntity {
  return (BLOCKS as readonly string[]).includes(entity.type)
}

export function isSpecial(entity: MessageEntity): boolean {
  return SPECIAL.includes(entity.type)
}

/** What Telegram makes of an address that it found in the text. */
export function addressIn(type: 'url' | 'email' | 'phone_number', found: string): string {
  if (type === 'email') return `mailto:${found}`
  if (type === 'phone_number') return `tel:${found.replace(/[^\d+]/g, '')}`
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(found) ? found : `https://${found}`
}

/** An edge in the middle of a surrogate pair would tear a character in two: it moves outwards. */
export function wholeSigns<T extends { offset: number; length: number }>(text: string, entity: T): T {
  const end = entity.offset + entity.length
  const from = isInsidePair(text, entity.offset) ? entity.offset - 1 : entity.offset
  const to = isInsidePair(text, end) ? end + 1 : end
  return { ...entity, offset: from, length: to - from }
}

export function isInsidePair(text: string, at: number): boolean {
  return at > 0 && isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff)
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high
}
