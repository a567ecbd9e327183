/** Documents of Telegram, and what a reader sees of them. */
import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { hostileWord, pages, sign } from './words.ts'

export type Document = { readonly text: string; readonly entities: readonly MessageEntity[] }

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const
type WithoutPlace<T> = T extends unknown ? Omit<T, 'offset' | 'length'> : never
type Bare = WithoutPlace<MessageEntity>
type Marks = readonly (typeof MARKS)[number][]
/** `more`: words with marks of their own under the same link or name. */
type Token = {
  readonly text: string
  readonly marks: Marks
  readonly special?: Bare
  readonly more?: { readonly text: string; readonly marks: Marks } | undefined
}

const marks = fc.subarray([...MARKS], { maxLength: 3 })
const space = fc.constantFrom(' ', '\n', ' \n', '\n\n', '\u00a0')
const plain: fc.Arbitrary<Token> = fc.record({ text: hostileWord, marks })
const more = fc.option(fc.record({ text: hostileWord, marks }), { nil: undefined })
const gap: fc.Arbitrary<Token> = fc.record({ text: space, marks })
const code: fc.Arbitrary<Token> = hostileWord.map((text): Token => ({ text, marks: [], special: { type: 'code' } }))

/** `number` tells neighbours apart, which no reader could. */
function specials(number: number): fc.Arbitrary<Token> {
  const over = (text: fc.Arbitrary<string>, special: fc.Arbitrary<Bare>) => fc.record({ text, marks, special })
  const long = (special: fc.Arbitrary<Bare>) => fc.record({ text: hostileWord, marks, special, more })
  const user = { id: number + 1, is_bot: false, first_name: 'Иван' }
  return fc.oneof(
    long(fc.constantFrom(...pages).map((url): Bare => ({ type: 'text_link', url: `${url}#${number}` }))),
    long(fc.constant<Bare>({ type: 'text_mention', user })),
    over(sign, fc.constant<Bare>({ type: 'custom_emoji', custom_emoji_id: String(number) })),
    over(
      fc.constantFrom('25 ноября', '15:00'),
      fc
        .constantFrom('r' as const, '' as const, 'Dt' as const, 'wdT' as const)
        .map((format): Bare => ({ type: 'date_time', unix_time: number, date_time_format: format })),
    ),
    over(fc.constant('https://e.com/x'), fc.constant<Bare>({ type: 'url' })),
    over(fc.constant('пример.рф'), fc.constant<Bare>({ type: 'url' })),
    over(fc.constant('a@b.ru'), fc.constant<Bare>({ type: 'email' })),
    over(fc.constant('+7 916 123-45-67'), fc.constant<Bare>({ type: 'phone_number' })),
    over(fc.constant('@durov'), fc.constant<Bare>({ type: 'mention' })),
    over(fc.constant('#тег'), fc.constant<Bare>({ type: 'hashtag' })),
    over(fc.constant('$USD'), fc.constant<Bare>({ type: 'cashtag' })),
    over(fc.constant('/start'), fc.constant<Bare>({ type: 'bot_command' })),
  )
}

/** A row of words, begun and ended by what no side takes off. */
const row: fc.Arbitrary<Document> = fc
  .array(fc.oneof(plain, gap, code, fc.integer({ min: 0, max: 9 }).chain(specials)), { maxLength: 8 })
  .map((tokens) => [edge, ...apart(tokens), edge])
  .map(written)
const edge: Token = { text: '.', marks: [] }

/**
 * Telegram finds an address only where it is not glued to another word, and nobody can tell a link from the same link behind
 * it; emoji stand side by side. The space before carries the same marks, so that marks reach over edges.
 */
function apart(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const type = token.special?.type
    if (type === undefined || type === 'custom_emoji' || type === 'code') return [token]
    return [{ text: ' ', marks: token.marks }, token, { text: ' ', marks: [] }]
  })
}

function written(tokens: readonly Token[]): Document {
  const entities: MessageEntity[] = []
  let text = ''
  let before: Marks = []
  for (const token of tokens) {
    const whole = token.text + (token.more?.text ?? '')
    if (token.special) entities.push({ ...token.special, offset: text.length, length: whole.length } as MessageEntity)
    for (const part of token.more ? [token, token.more] : [token]) {
      const place = { offset: text.length, length: part.text.length }
      for (const type of part.marks) {
        // A mark over neighbours is one entity: so marks overlap in every way.
        const last = before.includes(type) ? entities.findLast((e) => e.type === type) : undefined
        if (last) last.length += place.length
        else entities.push({ type, ...place })
      }
      before = part.marks
      text += part.text
    }
  }
  return { text, entities }
}

const pre: fc.Arbitrary<Document> = fc
  .record({
    lines: fc.array(hostileWord, { maxLength: 3 }),
    language: fc.option(fc.constantFrom('js', 'c++'), { nil: undefined }),
  })
  .map(({ lines, language }) => {
    const text = ['{', ...lines.map((line) => `  ${line}`), '}'].join('\n')
    const entity = {
      type: 'pre' as const,
      offset: 0,
      length: text.length,
      ...(language === undefined ? {} : { language }),
    }
    return { text, entities: [entity] }
  })

const quote: fc.Arbitrary<Document> = fc
  .record({
    parts: fc.oneof(
      row.map((each) => [each]),
      fc.tuple(row, pre),
      fc.tuple(pre, row),
      fc.tuple(row, pre, row),
      pre.map((each) => [each]),
    ),
    type: fc.constantFrom('blockquote' as const, 'expandable_blockquote' as const),
  })
  .map(({ parts, type }) => {
    const { text, entities } = joined(parts)
    return { text, entities: [{ type, offset: 0, length: text.length }, ...entities] }
  })

/** Blocks on lines of their own, now and then with empty lines between; two rows of words are one. */
export const document: fc.Arbitrary<Document> = fc
  .array(fc.oneof(row, quote, pre, row, fc.constant<Document>({ text: '', entities: [] })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(joined)
  .filter(({ text }) => text.trim() === text && text !== '')

function joined(parts: readonly Document[]): Document {
  let text = ''
  const entities: MessageEntity[] = []
  for (const [i, part] of parts.entries()) {
    if (i > 0) text += '\n'
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += part.text
  }
  return { text, entities }
}

/** Entities as nobody would send them: out of the text, across one another, in the middle of a character. */
export const wild: fc.Arbitrary<Document> = fc
  .record({
    text: fc.array(fc.oneof(hostileWord, space), { minLength: 1, maxLength: 12 }).map((words) => words.join('')),
    entities: fc.array(
      fc.record({
        type: fc.constantFrom(
          ...MARKS,
          'code',
          'pre',
          'blockquote',
          'expandable_blockquote',
          'url',
          'text_link',
          'custom_emoji',
          'date_time',
          'text_mention',
        ),
        offset: fc.integer({ min: -2, max: 60 }),
        length: fc.integer({ min: -1, max: 30 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ text, entities }) => ({
    text,
    entities: entities.map((e, i) => ({ ...e, ...PAYLOAD, url: `https://e.com/${i % 2}` }) as MessageEntity),
  }))
const PAYLOAD = {
  user: { id: 1, is_bot: false, first_name: 'x' },
  custom_emoji_id: '1',
  unix_time: 1,
  date_time_format: 'd',
}

/** Found by Telegram in any text, and taken from nobody. */
const FOUND = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'])
const LOOKS = new Set<string>([...MARKS, 'code'])

/** How each character looks that can be seen, and what stands over which words. */
export function seen({ text, entities }: Document) {
  const looks = [...text].map(() => new Set<string>())
  const at = new Map<number, number>()
  let index = 0
  let offset = 0
  for (const char of text) {
    at.set(offset, index++)
    offset += char.length
  }
  const over: string[] = []
  for (const entity of entities) {
    if (FOUND.has(entity.type)) continue
    const { offset: from, length, ...what } = entity
    const key = JSON.stringify('user' in what ? { ...what, user: what.user.id } : what)
    if (LOOKS.has(entity.type)) {
      for (let i = from; i < from + length; i++) looks[at.get(i) ?? -1]?.add(entity.type)
    } else over.push(`${from}+${length} ${key}`)
  }
  const chars = [...text].map((char, i) => (/\s/.test(char) ? ' ' : `${char} ${[...(looks[i] ?? [])].sort()}`))
  return { chars, over: over.sort() }
}

const CLOSED = new Set(['code', 'pre'])
const QUOTES = new Set(['blockquote', 'expandable_blockquote'])

/** The rules that the output breaks: https://core.telegram.org/bots/api#formatting-options. */
export function brokenRules({ text, entities }: Document): string[] {
  const broken: string[] = []
  const say = (rule: string, e: MessageEntity) => broken.push(`${rule}: ${e.type} ${e.offset}+${e.length}`)
  if (!text.isWellFormed()) broken.push('a torn character')
  for (const [i, e] of entities.entries()) {
    const end = e.offset + e.length
    if (e.offset < 0 || e.length <= 0 || end > text.length) say('out of the text', e)
    if (!text.slice(e.offset, end).isWellFormed()) say('in the middle of a character', e)
    for (const f of entities.slice(i + 1)) {
      const fEnd = f.offset + f.length
      if (f.offset >= end || fEnd <= e.offset) continue
      const isNested = (f.offset >= e.offset && fEnd <= end) || (e.offset >= f.offset && end <= fEnd)
      if (!isNested) say('overlaps', f)
      if (QUOTES.has(e.type) && QUOTES.has(f.type)) say('quote in a quote', f)
      const closed = CLOSED.has(e.type) ? f : CLOSED.has(f.type) ? e : undefined
      if (closed && !QUOTES.has(closed.type)) say('together with code', closed)
      if (e.type === f.type) say('twice', f)
    }
  }
  return broken
}
