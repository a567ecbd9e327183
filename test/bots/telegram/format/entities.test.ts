import type { MessageEntity } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { fromEntities } from '../../../../bots/telegram/format/from-entities.ts'
import { toEntities } from '../../../../bots/telegram/format/to-entities.ts'
import type { Block, Inline } from '../../../../src/core/rich-text.ts'

describe('Telegram entities', () => {
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

  it('never overlap halfway: a mark is cut where a link or another mark ends, a link never', () => {
    const text = 'раз два три'
    const entities: MessageEntity[] = [
      { type: 'bold', offset: 0, length: 7 },
      { type: 'text_link', offset: 4, length: 7, url: 'https://e.com' },
    ]
    expect(toEntities(fromEntities(text, entities)).entities).toEqual([
      { type: 'bold', offset: 0, length: 4 },
      { type: 'text_link', offset: 4, length: 7, url: 'https://e.com' },
      { type: 'bold', offset: 4, length: 3 },
    ])
  })

  it.each<[string, Inline, string, Partial<MessageEntity>[]]>([
    ['a page', { type: 'link', url: 'https://e.com/a', text: 'тут' }, 'тут', [{ type: 'text_link' }]],
    [
      'a page that is its own text',
      { type: 'link', url: 'https://e.com/a', text: 'https://e.com/a' },
      'https://e.com/a',
      [],
    ],
    [
      'a page whose text names another',
      { type: 'link', url: 'https://e.com', text: 'https://a.ru' },
      'https://a.ru',
      [{ type: 'text_link', url: 'https://e.com' }],
    ],
    ['a letter', { type: 'link', url: 'mailto:a@b.ru', text: 'пишите' }, 'пишите (a@b.ru)', []],
    ['a call', { type: 'link', url: 'tel:+79161234567', text: '+7 916 123-45-67' }, '+7 916 123-45-67', []],
    ['an address that would act', { type: 'link', url: 'tg://user?id=5', text: 'x' }, 'x (tg://user?id=5)', []],
    [
      'code that is a link',
      { type: 'link', url: 'https://e.com', text: 'x', marks: ['code'] },
      'x',
      [{ type: 'text_link' }],
    ],
    ['bold code', { type: 'text', text: 'x', marks: ['bold', 'code'] }, 'x', [{ type: 'code' }]],
    ['a colleague', { type: 'mention', user: 'sl:U0OLEG', text: '@oleg' }, 'oleg', []],
    ['a client', { type: 'mention', user: 'tg:5', text: 'Иван' }, 'Иван', [{ type: 'text_mention' }]],
    ['a colour', { type: 'color', text: '#ff0000' }, '#ff0000', []],
    [
      "Slack's date",
      { type: 'date', at: 1, format: '{date_num}', text: '1970' },
      '1970',
      [{ type: 'date_time', date_time_format: 'd' }],
    ],
    [
      'a date with an address',
      { type: 'date', at: 1, url: 'https://e.com/', text: 'завтра' },
      'завтра (https://e.com/)',
      [{ type: 'date_time', date_time_format: '' }],
    ],
    ['half a character', { type: 'text', text: 'a\ud83d' }, 'a\ufffd', []],
  ])('write %s', (_, inline, text, entities) => {
    const written = toEntities([{ type: 'paragraph', content: [inline] }])
    expect(written.text).toBe(text)
    expect(written.entities).toMatchObject(entities)
    expect(written.entities).toHaveLength(entities.length)
  })

  it('show a level that a list skips without a bullet', () => {
    const list = (items: readonly (readonly Block[])[]): Block => ({ type: 'list', ordered: false, items })
    const words: Block = { type: 'paragraph', content: [{ type: 'text', text: 'а' }] }
    expect(toEntities([words, list([[list([[words]])]])]).text).toBe('а\n   • а')
  })
})
