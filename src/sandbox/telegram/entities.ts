/** Entities: what Telegram finds in a person's words by itself, and what it checks in a bot's. */
import { z } from 'zod'
import type { TelegramEntity } from '../view.ts'
import { badRequest } from './refused.ts'

const TYPES = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
] as const

export const entitySchema = z.looseObject({
  type: z.enum(TYPES),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
  language: z.string().optional(),
  user: z.looseObject({ id: z.int() }).optional(),
  custom_emoji_id: z.string().optional(),
  unix_time: z.int().optional(),
})

export type Words = { readonly text: string; readonly entities: readonly TelegramEntity[] }

/** The text without empty space at its ends, and the entities that still hold something. Throws when they do not fit. */
export function checkedWords(text: string, entities: readonly z.infer<typeof entitySchema>[]): Words {
  for (const { offset, length } of entities) {
    if (offset < 0 || length < 0 || offset + length > text.length)
      throw badRequest("entity's offset or length is out of the text")
    if (insidePair(text, offset) || insidePair(text, offset + length)) {
      throw badRequest('entity begins or ends in the middle of a UTF-16 symbol')
    }
  }
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  const kept = entities.flatMap((entity): TelegramEntity[] => {
    const start = Math.max(entity.offset, from)
    const end = Math.min(entity.offset + entity.length, to)
    return end > start ? [{ ...known(entity), offset: start - from, length: end - start }] : []
  })
  return { text: text.slice(from, Math.max(from, to)), entities: kept }
}

function insidePair(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
  )
}

function known(entity: z.infer<typeof entitySchema>): TelegramEntity {
  const { type, offset, length, url, language, user, custom_emoji_id, unix_time } = entity
  return {
    type,
    offset,
    length,
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
    ...(user === undefined ? {} : { user: { id: user.id } }),
    ...(custom_emoji_id === undefined ? {} : { custom_emoji_id }),
    ...(unix_time === undefined ? {} : { unix_time }),
  }
}

const FOUND: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /\bhttps?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)]/g },
  { type: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  { type: 'bot_command', pattern: /(?<![\w/])\/[a-z0-9_]{1,32}(?:@\w{3,32})?/gi },
  { type: 'mention', pattern: /(?<![\w.@])@[a-z]\w{3,31}/gi },
  { type: 'hashtag', pattern: /(?<![\w#])#[\p{L}\p{N}_]{1,64}/gu },
]

/** What Telegram marks in what a person types, beside the formatting they chose. */
export function foundIn(text: string, given: readonly TelegramEntity[]): TelegramEntity[] {
  const taken = [...given]
  for (const { type, pattern } of FOUND) {
    for (const { index, 0: match } of text.matchAll(pattern)) {
      const inCode = taken.some(
        (e) => e.offset < index + match.length && e.offset + e.length > index && isClosed(e.type),
      )
      if (!inCode) taken.push({ type, offset: index, length: match.length })
    }
  }
  return taken.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function isClosed(type: string): boolean {
  return ['code', 'pre', 'url', 'email', 'text_link'].includes(type)
}
