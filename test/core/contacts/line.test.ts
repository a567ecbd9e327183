import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, readLine } from '../../../src/core/contacts/line.ts'
import type { Vocabulary } from '../../../src/core/contacts/line-reader.ts'
import { lengthIn } from '../../../src/core/contacts/times.ts'

/** A Thursday, 15:00 in Moscow. */
const NOW = new Date('2026-11-26T12:00:00Z')
const vocabulary: Vocabulary = {
  now: NOW,
  zone: 'Europe/Moscow',
  reasons: [{ key: 'renewal', names: ['Продление', 'Renewal talk'] }],
  clients: [
    {
      id: 'c1',
      key: 'acme',
      name: 'Acme Tools',
      contacts: [
        { id: 'p1', key: 'ivan', name: 'Иван Петров' },
        { id: 'p2', key: null, name: 'Пётр Сомов' },
      ],
    },
    { id: 'c2', key: 'parts', name: 'Автозапчасти', contacts: [] },
    { id: 'c3', key: 'trade', name: 'Nordic Trade', contacts: [] },
    { id: 'c4', key: 'sea', name: 'Nordic Sea', contacts: [] },
  ],
}
const read = (text: string) => {
  const { missed, note, ...line } = readLine(text, vocabulary)
  const known = Object.entries(line).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), ...(missed ? { missed } : {}), ...(note === '' ? {} : { note }) }
}
const moscow = (time: string) => new Date(`${time}+03:00`)

describe('a line behind /log', () => {
  it.each<[string, Partial<Line>]>([
    [
      'call 12m renewal "talked about prices"',
      { channel: 'phone', seconds: 720, reason: 'renewal', note: 'talked about prices' },
    ],
    ['acme call 12m', { client: 'c1', channel: 'phone', seconds: 720 }],
    [
      'acme звонок 12м продление обсудили цены',
      { client: 'c1', channel: 'phone', seconds: 720, reason: 'renewal', note: 'обсудили цены' },
    ],
    ['Acme Tools, call with Иван 1ч30', { client: 'c1', contact: 'p1', channel: 'phone', seconds: 5_400 }],
    ['acme петр сомов видео 1h 15 min', { client: 'c1', contact: 'p2', channel: 'video', seconds: 4_500 }],
    [
      'запчасти встреча вчера 10:30 45мин',
      { client: 'c2', channel: 'in_person', seconds: 2_700, at: moscow('2026-11-25T10:30') },
    ],
    [
      '«Nordic Trade» mail in 20.11',
      { client: 'c3', channel: 'email', direction: 'in', at: moscow('2026-11-20T12:00') },
    ],
    ['parts пропущенный', { client: 'c2', channel: 'phone', direction: 'in', missed: true }],
    ['parts звонок не ответил', { client: 'c2', channel: 'phone', direction: 'out', missed: true }],
    ['parts missed call исходящий', { client: 'c2', channel: 'phone', direction: 'out', missed: true }],
    ['parts call in the morning we talked', { client: 'c2', channel: 'phone', note: 'in the morning we talked' }],
    ['parts call on monday at 3pm', { client: 'c2', channel: 'phone', at: moscow('2026-11-23T15:00') }],
    ['parts call thursday', { client: 'c2', channel: 'phone', at: moscow('2026-11-19T12:00') }],
    ['parts call 14:10', { client: 'c2', channel: 'phone', at: moscow('2026-11-26T14:10') }],
    ['parts звонок завтра', { client: 'c2', channel: 'phone', at: moscow('2026-11-27T12:00') }],
    ['parts call today', { client: 'c2', channel: 'phone', at: NOW }],
    ['parts call 24.12', { client: 'c2', channel: 'phone', at: moscow('2026-12-24T12:00') }],
    ['parts call 31.02', { client: 'c2', channel: 'phone', unclear: '31.02' }],
    ['parts call 90h', { client: 'c2', channel: 'phone', unclear: '90h' }],
    ['nordic s call', { channel: 'phone', client: 'c4' }],
    ['unheard of, call 5m', { channel: 'phone', seconds: 300, unknown: { given: 'unheard of,', names: [] } }],
    ['nord call', { channel: 'phone', unknown: { given: 'nord', names: ['Nordic Trade', 'Nordic Sea'] } }],
    ['they were happy', { note: 'they were happy' }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('says the same in whatever order its words stand', () => {
    const words = ['acme', 'call', '12m', 'renewal', 'yesterday', '10:30', '"a note"', 'incoming']
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (order) => {
        expect(read(order.join(' '))).toEqual(read(words.join(' ')))
      }),
    )
  })

  it('never fails, and loses no word: each is known, the client’s name, or in the note', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'acme',
        'call',
        '12m',
        'in',
        'with',
        'вчера',
        '31.02',
        '"',
        '«',
        'Иван',
        '10:30',
        'no',
        'answer',
        ',',
      ),
      fc.stringMatching(/^[x-z]{4,8}$/),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { note, unknown } = readLine(words.join(' '), vocabulary)
        const odd = words.flatMap((one) => one.split(/\s+/)).filter((one) => /^[x-z]{4,}$/.test(one))
        for (const one of odd) expect(`${note} ${unknown?.given ?? ''}`).toContain(one)
      }),
    )
  })

  it.each([['"о ценах" снова acme call'], ['"о ценах" acm call']])('%s: a note before the client stays', (text) => {
    const { note, channel } = readLine(text, vocabulary)
    expect(note).toContain('о ценах')
    expect(channel).toBe('phone')
  })

  it('keeps a quoted note to the letter', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('"') && text.trim() !== ''),
        (note) => {
          expect(readLine(`acme call "${note}"`, vocabulary).note).toBe(note)
        },
      ),
    )
  })

  it('reads every length it can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        for (const text of [`${hours}h${minutes}`, `${hours}ч${minutes}м`]) {
          expect(lengthIn(text)?.seconds).toBe(hours * 3_600 + minutes * 60)
        }
      }),
    )
  })
})
