import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, plain, type RichText, toPlain, toStated } from '../../../src/core/rich-text.ts'
import type { MaskList } from '../../../src/relay/mask/list.ts'
import { masker, unmask } from '../../../src/relay/mask/mask.ts'

const LIST: MaskList = {
  locale: 'ru',
  names: [
    {
      kind: 'contact',
      number: 1,
      word: 'Иван Петров',
      spelled: ['Иван Петров'],
      handle: 'ivan_petrov',
      user: 'tg:111',
    },
    { kind: 'contact', number: 2, word: 'Мария Соколова', spelled: ['Мария Соколова'] },
    { kind: 'contact', number: 3, word: 'Павел Достоевский', spelled: ['Павел Достоевский'] },
    { kind: 'contact', number: 4, word: 'John Carter', spelled: ['John Carter'] },
    { kind: 'client', number: 0, word: 'Торговый дом «Ромашка»', spelled: ['Торговый дом «Ромашка»'] },
  ],
  addresses: [{ kind: 'phone', number: 1, value: '74951234567', word: '(495) 123-45-67' }],
}
const masked = (text: string) => masker(LIST).text(text)

describe('a name', () => {
  it.each([
    ['Пишет Иван Петров.', 'Пишет [контакт 1].'],
    ['для Ивана, с Иваном Петровым, об Иване', 'для [контакт 1], с [контакт 1], об [контакт 1]'],
    ['ваня просил', '[контакт 1] просил'],
    ['И. Петров и Петров И. И.', '[контакт 1] и [контакт 1]'],
    ['Марии Соколовой от Маши', '[контакт 2] от [контакт 2]'],
    ['к Павлу, Достоевскому', 'к [контакт 3], [контакт 3]'],
    ["John's file, c Джоном", "[контакт 4]'s file, c Джоном"],
    ['в Ромашке, ООО «Ромашка», торговому дому «Ромашка»', 'в [клиент], ООО «[клиент]», [клиент]»'],
    ['ромашек', '[клиент]'],
    ['Договор_Петров_Иван2024.pdf', 'Договор_[контакт 1]2024.pdf'],
    ['И\u00adв\u200bан', '[контакт 1]'],
    ['Андрей и\u0306 Мария', 'Андрей й [контакт 2]'],
    ['@ivan_petrov, t.me/ivan_petrov', '[контакт 1], [контакт 1]'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it.each([
    'Ивановский округ',
    'диван',
    'Мариинский театр',
    'петрушка',
    'торговый дом',
    'Павлодар',
    'Johnson',
    'левой',
  ])('is not %s', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('an address', () => {
  it.each([
    ['+7 999 123-45-67', '[телефон 2]'],
    ['8 (999) 123-45-67 и +79991234567', '[телефон 2] и [телефон 2]'],
    ['тел.89991234567 2024', 'тел.[телефон 2] 2024'],
    ['(495) 123-45-67, 8 495 123 45 67', '[телефон 1], [телефон 1]'],
    ['+44 20 7946 0958', '[телефон 2]'],
    ['555-123-4567', '[телефон 2]'],
    ['123-45-67', '[телефон 2]'],
    ['Ivan@Mail.ru, ivan@mail.ru', '[почта 1], [почта 1]'],
    ['иван@почта.рф', '[почта 1]'],
    ['https://t.me/petya_1?start=2', '[ник 1]'],
    ['t.me/+79991234567', '[телефон 2]'],
    ['@petya и t.me/petya', '[ник 1] и [ник 1]'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it.each([
    '1 500 000 000 руб.',
    '12.10.2024 15:30',
    'с 8 до 18, 20.10.2024',
    'ИНН 7707083893',
    'счёт 40702810900000012345',
    'https://t.me/durov/123',
    'https://site.ru/page/8',
    'a@b',
    '150 000 - 200 000',
  ])('is not %s', (text) => {
    expect(masked(text)).toBe(text)
  })
})

describe('a text with formatting', () => {
  const line = (...content: Inline[]): RichText => [{ type: 'paragraph', content }]

  it('hides a name of which only half is bold', () => {
    const body = line({ type: 'text', text: 'Ив', marks: ['bold'] }, { type: 'text', text: 'ану: да' })
    expect(masker(LIST).body(body)).toEqual(
      line({ type: 'text', text: '[контакт 1]', marks: ['bold'] }, { type: 'text', text: ': да' }),
    )
  })

  it('hides where a link leads, and keeps a link that tells nothing', () => {
    const body = line(
      { type: 'link', url: 'mailto:ivan@mail.ru', text: 'почта' },
      { type: 'link', url: 'tel:+79991234567', text: '8 999 123-45-67' },
      { type: 'link', url: 'https://site.ru', text: 'Иван' },
      { type: 'link', url: 'https://vk.com/john', text: 'тут' },
    )
    expect(masker(LIST).body(body)).toEqual(
      line(
        { type: 'text', text: 'почта ([почта 1])' },
        { type: 'text', text: '[телефон 2]' },
        { type: 'link', url: 'https://site.ru', text: '[контакт 1]' },
        { type: 'text', text: 'тут ([контакт 4])' },
      ),
    )
  })

  it('hides whom the clients’ platform mentions, and leaves a colleague', () => {
    const colleague: Inline = { type: 'mention', user: 'sl:U0OLEG', text: '@Олег' }
    const body = line(
      { type: 'mention', user: 'tg:111', text: 'Ванёк' },
      { type: 'mention', user: 'tg:999', text: 'Сидор' },
      { type: 'mention', text: '@sidor' },
      colleague,
    )
    expect(toPlain(masker(LIST).body(body))).toBe('[контакт 1][ник 1][ник 2]@Олег')
    expect(masker(LIST).body(line(colleague))).toEqual(line(colleague))
  })

  it('hides names in quotes, lists, code and the names of files', () => {
    const file = { kind: 'document' as const, name: 'Договор Ромашка.pdf', size: 1, mime: 'application/pdf' }
    const body: RichText = [
      { type: 'quote', content: plain('Иван') },
      { type: 'list', ordered: false, items: [plain('Петрову')] },
      { type: 'code', text: 'mail ivan@mail.ru' },
      { type: 'files', files: [file] },
    ]
    expect(toPlain(masker(LIST).body(body))).toBe(
      '> [контакт 1]\n• [контакт 1]\nmail [почта 1]\n[Договор [клиент].pdf]',
    )
  })
})

describe('a token', () => {
  it('is turned back in any form, in either language', () => {
    const text = 'Скажите [контакту 1] и [Contact 2]: [телефон 1], [клиента]. [контакт 9] [ник 1]'
    expect(toPlain(unmask(plain(text), LIST))).toBe(
      'Скажите Иван Петров и Мария Соколова: (495) 123-45-67, Торговый дом «Ромашка». [контакт 9] [ник 1]',
    )
  })

  it('stays the same for an address that has its number', () => {
    const first = masker(LIST)
    first.body(plain('a@b.ru'))
    const list = { ...LIST, addresses: [...LIST.addresses, ...first.added()] }
    expect(first.added()).toEqual([{ kind: 'email', number: 1, value: 'a@b.ru', word: 'a@b.ru' }])
    const second = masker(list)
    expect(toPlain(second.body(plain('c@d.ru a@b.ru')))).toBe('[почта 2] [почта 1]')
  })
})

const WORDS = [
  'Иван',
  'Петров',
  'Иван Петров',
  'Мария',
  'Соколова',
  'Павел',
  'John Carter',
  'Ромашка',
  '+7 999 123-45-67',
  'x@y.ru',
  '@sidor',
  't.me/sidor',
  'ivan_petrov',
]
const FILLER = [
  'договор',
  'до 12.10',
  '150 000 руб.',
  'сайт',
  '—',
  'не',
  'https://site.ru/a',
  '(',
  ')',
  '👍',
  '\n',
  '[1]',
]
const text = fc.array(fc.tuple(fc.constantFrom(...WORDS, ...FILLER), fc.constantFrom(' ', ', ', '\u00a0', '; ')), {
  maxLength: 12,
})
const marks = fc.constantFrom(undefined, ['bold' as const], ['italic' as const])

/** A paragraph whose formatting changes at any place. */
const body = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(400), marks), { maxLength: 6 }))
  .map(([pieces, cuts]): RichText => {
    const whole = pieces.flat().join('')
    const places = [...new Set([0, ...cuts.map(([place]) => place % (whole.length + 1)), whole.length])].sort(
      (a, b) => a - b,
    )
    const content = places.slice(1).map((end, i): Inline => {
      const mark = cuts[i]?.[1]
      return { type: 'text', text: whole.slice(places[i], end), ...(mark ? { marks: mark } : {}) }
    })
    return [{ type: 'paragraph', content }]
  })

describe('whatever is written', () => {
  it('nothing of the list survives', () => {
    fc.assert(
      fc.property(body, (given) => {
        const after = toStated(masker(LIST).body(given)).toLowerCase()
        for (const word of WORDS) expect(after).not.toContain(word.toLowerCase())
      }),
      { numRuns: 500 },
    )
  })

  it('masking what is masked changes nothing', () => {
    fc.assert(
      fc.property(body, (given) => {
        const once = masker(LIST)
        const after = once.body(given)
        const again = masker({ ...LIST, addresses: [...LIST.addresses, ...once.added()] })
        expect(again.body(after)).toEqual(after)
        expect(again.added()).toEqual([])
      }),
    )
  })

  it('turning back gives what was said, where names were written in full', () => {
    const full = fc
      .array(fc.constantFrom('Иван Петров', 'Мария Соколова', 'John Carter', '(495) 123-45-67', 'x@y.ru', ...FILLER), {
        maxLength: 12,
      })
      .map((pieces) => pieces.join(', '))
    fc.assert(
      fc.property(full, (given) => {
        const mask = masker(LIST)
        const after = mask.body(plain(given))
        const list = { ...LIST, addresses: [...LIST.addresses, ...mask.added()] }
        expect(toPlain(unmask(after, list))).toBe(given)
      }),
    )
  })
})
