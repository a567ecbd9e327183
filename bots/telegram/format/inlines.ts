/** The words of a paragraph, and the entities over them. */
import { type Inline, isCommonAddress, MARKS } from '../../../src/core/rich-text.ts'
import { parseUser } from '../ids.ts'
import { dateFormat } from './dates.ts'
import { addressIn, type Rendered } from './kinds.ts'
import { nestedEntities, type Special, type Stretch } from './nesting.ts'

/** `lineBreak` is what stands for a line break: with the indent of a list, inside one. */
export function inlineWords(content: readonly Inline[], lineBreak: string): Rendered {
  const words = content.map((inline) => wordsOf(inline, lineBreak)).filter(({ text }) => text !== '')
  const stretches = joined(words).flatMap(spelledOut)
  return { text: stretches.map(({ text }) => text).join(''), entities: nestedEntities(stretches) }
}

/** `address` is a link's, clickable or not, or a date's. */
type Words = Stretch & { readonly address?: string | undefined }

function wordsOf(inline: Inline, lineBreak: string): Words {
  const special = specialOf(inline)
  const text = shownOf(inline).toWellFormed().replaceAll('\n', lineBreak)
  const given = MARKS.filter((mark) => inline.marks?.includes(mark))
  // Code holds nothing else, so what is said of the words goes before how they look.
  const isSpecial = special !== undefined || inline.type === 'link'
  const isCode = given.includes('code') && !isSpecial
  const marks = isCode ? (['code'] as const) : given.filter((mark) => mark !== 'code')
  return {
    text,
    pieces: [{ text, marks }],
    special,
    address: 'url' in inline && inline.type !== 'emoji' ? inline.url : undefined,
  }
}

/**
 * Somebody who is not in Telegram is named, without the `@` that would make Telegram find a stranger of that name: Slack's
 * `@oleg` or `@here` is somebody's name in Telegram too.
 */
function shownOf(inline: Inline): string {
  const isForeign = inline.type === 'mention' && (inline.user === undefined || parseUser(inline.user) === undefined)
  return isForeign ? inline.text.replace(/^@(?=\w)/, '') : inline.text
}

function specialOf(inline: Inline): Special | undefined {
  switch (inline.type) {
    case 'link':
      return /^https?:/i.test(inline.url) && isCommonAddress(inline.url)
        ? { type: 'text_link', url: inline.url }
        : undefined
    case 'mention': {
      const id = inline.user === undefined ? undefined : parseUser(inline.user)
      // A group or a channel that speaks for itself is no person who could be mentioned.
      if (id === undefined || id < 0) return undefined
      return { type: 'text_mention', user: { id, is_bot: false, first_name: inline.text } }
    }
    case 'emoji':
      return inline.custom === undefined ? undefined : { type: 'custom_emoji', custom_emoji_id: inline.custom }
    case 'date':
      return { type: 'date_time', unix_time: inline.at, date_time_format: dateFormat(inline.format) }
    case 'text':
    case 'color':
      return undefined
  }
}

function joined(all: readonly Words[]): Words[] {
  const groups: Words[][] = []
  for (const words of all) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && isOneWith(group[0], words)) group.push(words)
    else groups.push([words])
  }
  return groups.flatMap((group) => {
    const pieces = group.flatMap((words) => words.pieces)
    return group.slice(0, 1).map((first) => ({ ...first, text: pieces.map(({ text }) => text).join(''), pieces }))
  })
}

/** Pieces of one link, of one name or of one date; two emoji that follow one another stay two. */
function isOneWith(a: Words, b: Words): boolean {
  if (a.address !== b.address) return false
  if (a.special === undefined || b.special === undefined) return a.special === b.special
  if (a.special.type === 'custom_emoji') return false
  return keyOf(a.special) === keyOf(b.special)
}

function keyOf(special: Special): string {
  if (special.type === 'text_link') return `link ${special.url}`
  if (special.type === 'text_mention') return `mention ${special.user.id}`
  return special.type === 'date_time' ? `date ${special.unix_time} ${special.date_time_format}` : special.type
}

/**
 * An address that is the text itself is found by Telegram; one that Telegram does not make a link of is written behind its
 * words, so that it is not lost.
 */
function spelledOut(words: Words): Stretch[] {
  const { address, special, text, pieces } = words
  if (address === undefined) return [words]
  if (FOUND.some(({ type, pattern }) => pattern.test(text) && addressIn(type, text) === address))
    return [{ text, pieces }]
  if (special?.type === 'text_link') return [words]
  const shown = ` (${address.replace(/^(mailto|tel):/i, '').toWellFormed()})`
  return [words, { text: shown, pieces: [{ text: shown, marks: [] }] }]
}

/** What Telegram surely takes for an address when it stands in a text. */
const FOUND = [
  { type: 'url', pattern: /^[^\s.]+\.[^\s]+$/ },
  { type: 'email', pattern: /^[^\s@]+@[^\s@]+$/ },
  { type: 'phone_number', pattern: /\d{5}|\d[ ()-]+\d/ },
] as const
