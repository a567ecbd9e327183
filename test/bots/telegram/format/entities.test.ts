import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { fromEntities } from '../../../../bots/telegram/format/from-entities.ts'
import { toEntities } from '../../../../bots/telegram/format/to-entities.ts'
import { toPlain } from '../../../../src/core/rich-text.ts'

/** Text of the kinds that trip converters up: surrogate pairs, combining marks, right-to-left, markup characters. */
const word = fc.constantFrom(
  'слово',
  'a',
  '👍🏽',
  '👨‍👩‍👧',
  'é',
  'שלום',
  '<b>',
  '&amp;',
  '*_~`',
  '<!here>',
  '@',
  '5',
  '\u200b',
)
const simple = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const

/** A line of words, some of them marked: entities over whole words, nested properly. */
const line = fc
  .array(fc.record({ text: word, marks: fc.uniqueArray(fc.constantFrom(...simple), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => {
    let text = ''
    const entities: MessageEntity[] = []
    for (const { text: piece, marks } of words) {
      if (text !== '') text += ' '
      for (const type of marks) entities.push({ type, offset: text.length, length: piece.length })
      text += piece
    }
    return { text, entities }
  })

const sorted = (entities: readonly MessageEntity[]) => entities.map((e) => `${e.offset}+${e.length} ${e.type}`).sort()

describe('Telegram entities', () => {
  it('survive the way into the tree and back', () => {
    fc.assert(
      fc.property(line, ({ text, entities }) => {
        const back = toEntities(fromEntities(text, entities))
        expect(back.text).toBe(text.trim())
        if (back.text === text) expect(sorted(back.entities)).toEqual(sorted(entities))
      }),
    )
  })

  it('never lose a character, whatever the entities are', () => {
    const wild = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
      entities: fc.array(
        fc.record({
          type: fc.constantFrom(...simple, 'code' as const, 'blockquote' as const, 'pre' as const, 'url' as const),
          offset: fc.integer({ min: -2, max: 60 }),
          length: fc.integer({ min: -1, max: 30 }),
        }),
        { maxLength: 6 },
      ),
    })
    fc.assert(
      fc.property(wild, ({ text, entities }) => {
        const plain = toPlain(fromEntities(text, entities as MessageEntity[]))
        const letters = (s: string) => s.replace(/[\s>]/gu, '')
        expect(letters(plain)).toBe(letters(text))
      }),
    )
  })

  it('of every kind have their place', () => {
    const text = 'Смотри сайт, пиши на a@b.ru, +7 916 123-45-67, Иван'
    const entities: MessageEntity[] = [
      { type: 'text_link', offset: 7, length: 4, url: 'https://example.com/?a=1&b="2"' },
      { type: 'email', offset: 21, length: 6 },
      { type: 'phone_number', offset: 29, length: 16 },
      { type: 'text_mention', offset: 47, length: 4, user: { id: 5, is_bot: false, first_name: 'Иван' } },
    ]
    const [paragraph] = fromEntities(text, entities)
    expect(paragraph).toMatchObject({
      content: [
        {},
        { type: 'link', url: 'https://example.com/?a=1&b="2"', text: 'сайт' },
        {},
        { type: 'link', url: 'mailto:a@b.ru' },
        {},
        { type: 'link', url: 'tel:+79161234567' },
        {},
        { type: 'mention', user: 'tg:5' },
      ],
    })
  })

  it('quotes and code are blocks of their own, and come back as they were', () => {
    const text = 'до\nцитата жирная\nпосле\nconst a = 1\nконец'
    const entities: MessageEntity[] = [
      { type: 'blockquote', offset: 3, length: 13 },
      { type: 'bold', offset: 10, length: 6 },
      { type: 'pre', offset: 23, length: 11, language: 'js' },
    ]
    const body = fromEntities(text, entities)
    expect(body.map((block) => block.type)).toEqual(['paragraph', 'quote', 'paragraph', 'code', 'paragraph'])
    expect(toEntities(body)).toEqual({ text, entities })
  })

  it('show lists as lines', () => {
    const item = (text: string) => [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }]
    const nested = { type: 'list' as const, ordered: true, items: [item('один'), item('два')] }
    const { text } = toEntities([{ type: 'list', ordered: false, items: [item('а'), [...item('б'), nested]] }])
    expect(text).toBe('• а\n• б\n   1. один\n   2. два')
  })
})
