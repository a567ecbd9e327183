import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingSchema } from '../../../src/core/guard.ts'
import { guard } from '../../../src/relay/guard/guard.ts'

const FRAMES = [
  (n: string) => `Сделаем за ${n} дней, потом покажем.`,
  (n: string) => `стоит ${n} руб, решать вам`,
  (n: string) => `We found ${n} broken links on the site.`,
  (n: string) => `скидка ${n}% до пятницы`,
  (n: string) => `Нужно ${n} страниц, не больше`,
]
const WORDS =
  'сделаем не входит 150 тыс. руб. до среды, если клиент вы мы ёлка 14:00 site.example/a a@b.example we will not must may 3-4 дня ? .'.split(
    ' ',
  )
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((list) => list.join(' '))
const any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  words,
)

describe('whatever the text', () => {
  it('finds nothing where nothing has changed', () => {
    fc.assert(fc.property(any, (text) => void expect(guard(text, text)).toEqual([])))
    fc.assert(fc.property(any, (text) => void expect(guard(text, `${text} `)).toEqual([])))
  })

  it('sees through spaces, ё, quotes and dashes', () => {
    const spelt = (text: string) => text.replaceAll(' ', '\u00A0').replaceAll('ё', 'е').replaceAll('-', '–')
    fc.assert(fc.property(words, (text) => void expect(guard(text, spelt(text))).toEqual([])))
  })

  it('finds another number, whatever number and wherever', () => {
    const number = fc.integer({ min: 2, max: 9_999 })
    fc.assert(
      fc.property(fc.constantFrom(...FRAMES), number, number, words, (frame, a, b, rest) => {
        fc.pre(a !== b && !rest.includes(String(a)) && !rest.includes(String(b)))
        const findings = guard(frame(String(a)), frame(String(b)))
        expect(findings.some(({ severity }) => severity === 'block')).toBe(true)
      }),
    )
  })

  it('never throws, and gives what its schema says, within the texts', () => {
    fc.assert(
      fc.property(any, any, (source, final) => {
        for (const finding of guard(source, final)) {
          findingSchema.parse(finding)
          for (const [text, stated] of [
            [source, finding.source],
            [final, finding.final],
          ] as const) {
            if (stated) expect(text.slice(stated.start, stated.end)).toBe(stated.text)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  digits: (length) => '1'.repeat(length),
  brackets: (length) => '('.repeat(length),
  thousands: (length) => '1 000 '.repeat(length / 6),
  noes: (length) => 'не '.repeat(length / 3),
  addresses: (length) => 'a@'.repeat(length / 2),
  dots: (length) => 'a.'.repeat(length / 2),
  dashes: (length) => '1-'.repeat(length / 2),
  link: (length) => `http://${'/)'.repeat(length / 2)}`,
  names: (length) => 'да Иван Петров '.repeat(length / 15),
  clauses: (length) => 'мы , вы , '.repeat(length / 10),
  promises: (length) => 'сделаем и '.repeat(length / 10),
  questions: (length) => 'если? '.repeat(length / 6),
  scales: (length) => 'тысяч '.repeat(length / 6),
  rates: (length) => 'за час '.repeat(length / 7),
  shares: (length) => 'все часть '.repeat(length / 10),
  taxes: (length) => 'ндс с без '.repeat(length / 10),
  lists: (length) => '1. '.repeat(length / 3),
  numbers: (length) => Array.from({ length: length / 6 }, (_, i) => 10_000 + i).join(' '),
}

describe('time', () => {
  it.each(Object.entries(HOSTILE))('grows no faster than the text: %s', (_, hostile) => {
    const cpu = (length: number) => {
      const [source, final] = [hostile(length), hostile(length).replaceAll('1', '2').replaceAll('не', 'да')]
      const before = process.cpuUsage()
      guard(source, final)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    cpu(4_000)
    const short = Math.min(cpu(8_000), cpu(8_000))
    // Ten times the text: a quadratic rule would take a hundred times as long.
    expect(cpu(80_000)).toBeLessThan(Math.max(short, 2_000) * 40)
  })
})
