import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { type Limits, type Piece, split } from '../../../../bots/telegram/format/split.ts'
import { toEntities } from '../../../../bots/telegram/format/to-entities.ts'
import { brokenRules, type Document, document, seen } from '../../../support/format/telegram.ts'
import { RUNS } from '../../../support/format/words.ts'

const REAL: Limits = { first: 4_096, rest: 4_096, entities: 100 }
/** Never cut when a piece can hold it. */
const WHOLE = new Set(['text_link', 'text_mention', 'custom_emoji', 'date_time', 'url', 'email', 'phone_number'])
const texts = (pieces: readonly Piece[]) => pieces.map(({ text }) => text)

/** Pieces and gaps one behind the other, and entities that go on behind a cut as one. */
function rejoin(pieces: readonly Piece[]): Document {
  let text = ''
  const entities: MessageEntity[] = []
  for (const [i, piece] of pieces.entries()) {
    for (const entity of piece.entities) {
      const moved = { ...entity, offset: entity.offset + text.length }
      const before = pieces[i - 1]
      const start = text.length - (before?.gap.length ?? 0)
      const open =
        entity.offset > 0 ? undefined : entities.find((e) => e.offset + e.length === start && isSame(e, moved))
      if (open) open.length = moved.offset + moved.length - open.offset
      else entities.push(moved)
    }
    text += piece.text + piece.gap
  }
  return { text, entities }
}

function isSame(
  { offset: _, length: __, ...a }: MessageEntity,
  { offset: ___, length: ____, ...b }: MessageEntity,
): boolean {
  return !WHOLE.has(a.type) && JSON.stringify(a) === JSON.stringify(b)
}

const long = fc.array(document, { minLength: 1, maxLength: 4 }).map((parts) => {
  let text = ''
  const entities: MessageEntity[] = []
  for (const part of parts) {
    if (text !== '') text += '\n'
    entities.push(...part.entities.map((e) => ({ ...e, offset: e.offset + text.length })))
    text += part.text
  }
  return { text, entities }
})

describe('splitting a text of Telegram', () => {
  it('loses nothing but white space at the cuts, which is told; joined again it is what it was', () => {
    const limits = fc.record({
      first: fc.integer({ min: 30, max: 60 }),
      rest: fc.integer({ min: 60, max: 90 }),
      entities: fc.integer({ min: 12, max: 20 }),
    })
    fc.assert(
      fc.property(long, limits, (given, limit) => {
        const pieces = split(given, limit)
        const joined = rejoin(pieces)
        expect(joined.text).toBe(given.text)
        expect(seen(joined).chars).toEqual(seen(given).chars)
        expect(pieces.every(({ gap }) => gap.trim() === '')).toBe(true)
        // Of a link over nothing but white space only that is left.
        const solid = ({ text, entities }: Document): Document => ({
          text,
          entities: entities.filter((e) => text.slice(e.offset, e.offset + e.length).trim() !== ''),
        })
        const whole = (each: Document) => seen(solid(each)).over.filter((over) => !/"(pre|\w*blockquote)"/.test(over))
        expect(whole(joined)).toEqual(whole(given))
      }),
      RUNS,
    )
  })

  it('never makes a piece that Telegram would not take, or tears a character or a link', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const limit: Limits = { first: 40, rest: 60, entities: 12 }
    fc.assert(
      fc.property(long, (written) => {
        const given = { ...written, entities: written.entities.filter(({ type }) => type !== 'code') }
        const starts = new Set([...graphemes.segment(given.text)].map(({ index }) => index))
        const broken: string[] = []
        let at = 0
        for (const [i, piece] of split(given, limit).entries()) {
          const start = at
          const end = start + piece.text.length
          at = end + piece.gap.length
          if (piece.text.length > (i === 0 ? limit.first : limit.rest)) broken.push(`too long: ${piece.text}`)
          if (piece.entities.length > limit.entities) broken.push(`too many entities: ${piece.text}`)
          if (piece.text.trim() === '') broken.push('empty')
          if (end < given.text.length && !(starts.has(end) && starts.has(at))) broken.push(`torn behind ${piece.text}`)
          for (const e of piece.entities) {
            if (e.offset < 0 || e.length <= 0 || e.offset + e.length > piece.text.length)
              broken.push(`outside: ${e.type}`)
          }
          for (const e of given.entities) {
            const isTorn = WHOLE.has(e.type) && e.offset < end && end < e.offset + e.length
            if (isTorn && e.length <= limit.rest && e.offset > start) broken.push(`torn: ${e.type} in ${piece.text}`)
          }
        }
        expect(broken).toEqual([])
      }),
      RUNS,
    )
  })

  it.each([
    ['an empty line', 'Один два.\nТри.\n\nЧетыре пять.', 24, ['Один два.\nТри.', 'Четыре пять.']],
    ['a line', 'Один. Два.\nТри четыре пять.', 20, ['Один. Два.', 'Три четыре пять.']],
    ['a sentence', 'Один два три. Четыре пять шесть', 24, ['Один два три.', 'Четыре пять шесть']],
    ['a word', 'раз два три четыре', 14, ['раз два три', 'четыре']],
    ['not a space that holds two words together', 'цена 10\u00a0000', 9, ['цена', '10\u00a0000']],
    ['nothing else', 'ааааааааааааааа', 10, ['аааааааааа', 'ааааа']],
    ['a whole emoji', 'аааааа👨‍👩‍👧‍👦', 12, ['аааааа', '👨‍👩‍👧‍👦']],
    [
      'a dot that ends no sentence',
      'пишите на ivan.petrov@e.com сегодня',
      30,
      ['пишите на ivan.petrov@e.com', 'сегодня'],
    ],
  ])('prefers %s', (_, text, limit, expected) => {
    expect(texts(split({ text, entities: [] }, { first: limit, rest: limit, entities: 100 }))).toEqual(expected)
  })

  it('takes a link over the edge as a whole into the next piece, and cuts one that no piece could hold', () => {
    const link = (offset: number, length: number): MessageEntity => ({
      type: 'text_link',
      url: 'https://e.com',
      offset,
      length,
    })
    const limits = { first: 20, rest: 20, entities: 100 }
    const carried = split({ text: 'смотрите вот здесь на сайте', entities: [link(9, 18)] }, limits)
    expect(texts(carried)).toEqual(['смотрите', 'вот здесь на сайте'])
    const cut = split({ text: 'очень длинная ссылка на сайт', entities: [link(0, 28)] }, limits)
    expect(cut.map(({ entities }) => entities)).toEqual([[link(0, 13)], [link(0, 14)]])
  })

  it('leaves a character whole that a link begins in the middle of', () => {
    const text = 'аааааааааааа\u0301bbbbbbb'
    const entities: MessageEntity[] = [{ type: 'text_link', url: 'https://e.com', offset: 12, length: 8 }]
    expect(texts(split({ text, entities }, { first: 16, rest: 16, entities: 9 }))).toEqual([
      'а'.repeat(11),
      'а\u0301bbbbbbb',
    ])
  })

  it('keeps the indents of code', () => {
    const text = '{\n    a: 1,\n    b: 2\n}'
    const pieces = split(
      { text, entities: [{ type: 'pre', offset: 0, length: text.length }] },
      { first: 14, rest: 14, entities: 9 },
    )
    expect(texts(pieces)).toEqual(['{\n    a: 1,', '    b: 2\n}'])
  })

  it('begins a new piece where the entities are too many for one', () => {
    const text = 'а б в г д е'
    const entities = [0, 2, 4, 6, 8].map((offset): MessageEntity => ({ type: 'bold', offset, length: 1 }))
    const pieces = split({ text, entities }, { ...REAL, entities: 2 })
    expect(pieces.map((piece) => [piece.text, piece.entities.length])).toEqual([
      ['а б', 2],
      ['в г', 2],
      ['д е', 1],
    ])
  })

  it.each([
    ['words', 'слово и слово. '.repeat(70_000)],
    ['no place to cut', 'а'.repeat(1_000_000)],
    ['combining marks', `е${'\u0301'.repeat(1_000_000)}`],
    ['empty lines', `а${'\n'.repeat(1_000_000)}б`],
    ['flags', '🇷🇺'.repeat(250_000)],
  ])('takes no time that grows with the square, for a megabyte of %s', (_, text) => {
    const entities = Array.from(
      { length: 50_000 },
      (__, i): MessageEntity => ({ type: 'bold', offset: i * 20, length: 3 }),
    )
    const start = performance.now()
    const pieces = split({ text, entities: entities.filter((e) => e.offset + 3 <= text.length) }, REAL)
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(pieces.every((piece) => piece.text.length <= REAL.rest && piece.text.isWellFormed())).toBe(true)
  })

  it('obeys the rules of Telegram with what the tree becomes', () => {
    const words = Array.from({ length: 2_000 }, (_, i) => ({
      type: 'text' as const,
      text: `слово${i} `,
      marks: i % 3 === 0 ? (['bold'] as const) : undefined,
    }))
    const rendered = toEntities([{ type: 'quote', content: [{ type: 'paragraph', content: words }] }])
    const pieces = split(rendered, { ...REAL, first: 1_024 })
    expect(pieces.flatMap(brokenRules)).toEqual([])
    expect(pieces.length).toBeGreaterThan(4)
  })
})
