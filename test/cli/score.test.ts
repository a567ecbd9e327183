import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreBacktest } from '../../src/cli/score/backtest.ts'
import { scoreFold } from '../../src/cli/score/fold.ts'

const GOLDEN = 'test/fixtures/score/golden.json'
const one = {
  name: 'one',
  now: 1_746_522_000,
  events: [{ id: 'e1', ts: 1_746_435_600, ch: 'phone', dir: 'in', reason: 'brief' }],
}
const fold = (given: unknown, locale: 'ru' | 'en' = 'en') => scoreFold(JSON.stringify(given), 'cases.json', locale)

describe('liaison score fold', () => {
  it('answers a list with a list, in order, with every figure', () => {
    const given = JSON.parse(readFileSync(GOLDEN, 'utf8'))
    const found = JSON.parse(scoreFold(readFileSync(GOLDEN, 'utf8'), GOLDEN, 'en'))
    expect(found.map(({ name }: { name: string }) => name)).toEqual(given.map(({ name }: { name: string }) => name))
    for (const [i, { expected }] of given.entries()) expect(found[i]).toMatchObject(expected)
  })

  it('answers one with one', () => {
    expect(JSON.parse(fold(one))).toMatchObject({ name: 'one', score: 98.99, status: 'provisional' })
  })

  it('takes events in any order and twice, and reads a moment before the last of them', () => {
    const [first] = one.events
    const second = { ...first, id: 'e2', ts: 1_746_439_200 }
    const [ordered, shuffled] = [
      [first, second],
      [second, first, second, first],
    ].map((events) => fold({ ...one, now: 1_746_000_000, events }))
    expect(shuffled).toBe(ordered)
    expect(JSON.parse(ordered ?? '').raw).toMatchObject({ events: 2, gapBd: 0 })
  })

  it('has nothing to say of a client without any contact', () => {
    expect(JSON.parse(fold({ ...one, events: [] }))).toMatchObject({
      score: null,
      status: 'provisional',
      raw: { events: 0 },
    })
  })

  it('keeps to the calendar, the cadence and the settings it is given', () => {
    const by = (cfg: object) => JSON.parse(fold({ ...one, cfg }))
    expect(by({ holidays: ['2025-05-06'] }).raw.gapBd).toBe(0)
    expect(by({ weekdays: [1, 3, 5] }).raw.gapBd).toBe(0)
    expect(by({ zone: 'Pacific/Kiritimati', hours: { open: '08:00', close: '20:00' } }).raw.gapBd).toBe(1)
    expect(by({ cadence: [{ every: 1, ch: 'phone' }] }).alert.any.breachAboveBd).toBe(2)
    expect(by({ settings: { version: 2, deductions: { answers: { on: false } } } }).quality).not.toHaveProperty('A')
  })

  it('says which case, event and field is wrong, in the person’s language', () => {
    expect(() => fold([one, { ...one, events: [{ ...one.events[0], ch: 'fax' }] }])).toThrow(
      /cases\.json: case "one": event "e1", ch: .*"phone"/,
    )
    expect(() => fold({ ...one, name: undefined, events: [{}] })).toThrow(/case 1: event 1, id: /)
    expect(() => fold({ ...one, now: one.now * 1_000 }, 'ru')).toThrow('случай "one": now: ожидаются секунды Unix')
    expect(() => fold({ ...one, cfg: { tz: 'UTC' } })).toThrow(
      /cfg: .*"tz"; there are zone,.* cadence.* under settings/,
    )
    expect(() => fold({ ...one, events: Array.from({ length: 40 }, () => ({})) })).toThrow(/event 3, .*… and 150 more$/)
    expect(() => fold({ ...one, cfg: { zone: 'Mars' } })).toThrow(
      'cfg.zone: expected a time zone such as Europe/Moscow',
    )
    expect(() => scoreFold('{', 'cases.json', 'en')).toThrow('cases.json: ')
  })
})

const DAY = 86_400
/** Sixty pairs that write every three days for a year; every other one stops for good somewhere in the middle. */
const edges = Array.from({ length: 60 }, (_, pair) => {
  const stop = pair % 2 === 0 ? 365 : 120 + 3 * pair
  const days = Array.from({ length: Math.floor(stop / 3) }, (_, n) => 3 * n + (pair % 3))
  return days.map((day, n) => (n % 2 === 0 ? `agency client${pair} ${day * DAY}` : `client${pair} agency ${day * DAY}`))
}).flat()

describe('liaison score backtest', () => {
  it('ranks those that stopped above the others, for both sides', () => {
    const found = JSON.parse(scoreBacktest(edges.join('\n'), 'log.txt', 'json', 'en'))
    expect(found).toMatchObject({ contacts: edges.length, pairs: 60, days: 362, tooLittle: false })
    for (const side of [found.any, found.client]) {
      expect(side.silent).toBeGreaterThan(30)
      for (const [name, area] of Object.entries(side.auc)) expect(area, name).toBeGreaterThan(0.7)
    }
    expect(found.silences.lasting.watch).toBe(found.silences.lasting.silences)
    expect(found.silences.ended.watch).toBe(0)
    const table = scoreBacktest(edges.join('\n'), 'log.txt', 'table', 'ru')
    expect(table).toContain('внимание')
    expect(table).not.toContain('слишком мало')
  })

  it('says plainly when there is too little to judge by', () => {
    const table = scoreBacktest(`# a comment\n\n${edges.slice(0, 40).join('\n')}\n`, 'log.txt', 'table', 'en')
    expect(table).toContain('Too little data')
    expect(table).toContain('—')
    expect(JSON.parse(scoreBacktest('', '-', 'json', 'en'))).toMatchObject({ contacts: 0, cuts: 0, tooLittle: true })
  })

  it('reads a log in whichever way public ones are written', () => {
    const plain = scoreBacktest(edges.join('\n'), 'log.txt', 'json', 'en')
    const written = (line: (from: string, to: string, ts: number) => string) =>
      edges.map((edge) => {
        const [from = '', to = '', ts] = edge.split(' ')
        return line(from, to, Number(ts) + SINCE)
      })
    const SINCE = 1_400_025_600 - (1_400_025_600 % (7 * DAY))
    const seconds = written((from, to, ts) => `${from} ${to} ${ts}`)
    const expected = scoreBacktest(seconds.join('\n'), 'log.txt', 'json', 'en')
    const iso = (ts: number) => new Date(ts * 1_000).toISOString()
    for (const lines of [
      seconds.toReversed(),
      seconds.map((line) => `${line}\r`),
      ['% sym positive', '# c', ...written((from, to, ts) => `${from}\t${to}\t1\t${ts}`)],
      ['from,to,time', ...written((from, to, ts) => `${from},${to},${ts}`)],
      written((from, to, ts) => `${from}; ${to}; ${ts * 1_000}`),
      written((from, to, ts) => `${from} ${to} ${iso(ts)}`),
      written((from, to, ts) => `${from} ${to} ${iso(ts).slice(0, 10)} ${iso(ts).slice(11, 19)}`),
      written((from, to, ts) => `${from} ${to} ${ts} words, more, of it`),
    ])
      expect(scoreBacktest(lines.join('\n'), 'log.txt', 'json', 'en'), lines[1]).toBe(expected)
    expect(JSON.parse(expected).pairs).toBe(JSON.parse(plain).pairs)
  })

  it('says which line is no contact', () => {
    expect(() => scoreBacktest('a b 1\na b\n', 'log.txt', 'table', 'en')).toThrow('log.txt:2: "a b" is not')
    expect(() => scoreBacktest('from to time\nfrom to time\n', '-', 'table', 'en')).toThrow('-:2:')
    expect(() => scoreBacktest('a b yesterday', '-', 'table', 'ru')).toThrow('-:1: «a b yesterday»')
  })
})
