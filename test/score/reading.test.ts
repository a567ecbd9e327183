import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { LOCALES } from '../../src/core/ids.ts'
import { settingsSchema } from '../../src/core/score-settings.ts'
import { idsOf } from '../../src/core/text.ts'
import { inOrder, type ScoreEvent } from '../../src/score/event.ts'
import { foldAll } from '../../src/score/fold.ts'
import { summarise } from '../../src/score/manager.ts'
import { alertOf, longerThan } from '../../src/score/reading/alert.ts'
import { explain } from '../../src/score/reading/explain.ts'
import { type Reading, read } from '../../src/score/reading/read.ts'
import { SOURCES } from '../../src/score/reading/text.ts'
import { trendOf } from '../../src/score/reading/trend.ts'
import { type Rules, rulesFor } from '../../src/score/rules.ts'
import { anyRules, DAY, event, histories, MINUTE, MONDAY, rules } from './samples.ts'

function reading(events: readonly ScoreEvent[], now: number, by: Rules = rules): Reading {
  const state = foldAll(inOrder(events), by)
  if (!state) throw new Error('no events')
  return read(state, now, by)
}

/** One message each business day, from the client and from us by turns. */
const daily = (days: number, every = 1) =>
  Array.from({ length: days }, (_, n) => {
    const weekday = n * every
    return event(MONDAY + (Math.floor(weekday / 5) * 7 + (weekday % 5)) * DAY, {
      dir: n % 2 === 0 ? 'in' : 'out',
      reason: 'ack',
    })
  })

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

describe('a reading', () => {
  it('adds up, stays in bounds and is the same twice, whatever happened', () => {
    fc.assert(
      fc.property(histories, anyRules, fc.integer({ min: -50, max: 500 }), (events, by, days) => {
        fc.pre(events.length > 0)
        const now = MONDAY + days * DAY
        const found = reading(events, now, by)
        const taken = Object.values(found.qualities).reduce((sum, { taken }) => sum + taken, 0)
        expect(found.score).toBeCloseTo(found.frequency.given + found.recency.given - taken, 9)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(100)
        expect(Number.isFinite(found.attention)).toBe(true)
        for (const { value } of Object.values(found.qualities)) expect(value >= 0 && value <= 100).toBe(true)
        expect(JSON.stringify(found)).toBe(JSON.stringify(reading(events, now, by)))
        for (const number of numbersIn(found)) expect(Number.isFinite(number)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('before the last event is one of that day', () => {
    const events = daily(30)
    const last = events.at(-1)?.ts ?? 0
    expect(reading(events, MONDAY).raw.gap).toBe(0)
    expect(reading(events, MONDAY - 100 * DAY).score).toBe(reading(events, last).score)
  })

  it('falls with every business day of silence and rests over the weekend', () => {
    const events = daily(30)
    const friday = MONDAY + 39 * DAY + 2 * DAY + 2 * DAY
    const scores = [6, 7, 8, 9, 10].map((n) => reading(events, (events.at(-1)?.ts ?? 0) + n * DAY).score)
    expect(scores.every((score, i) => i === 0 || score <= (scores[i - 1] ?? 0))).toBe(true)
    expect(reading(events, friday).score).toBeLessThanOrEqual(100)
    const saturday = MONDAY + 5 * DAY
    expect(reading(daily(5), saturday)).toEqual(reading(daily(5), saturday + DAY))
  })

  it('of a client who never spoke counts the silence since before the first day', () => {
    const ours = daily(30).map((each) => ({ ...each, dir: 'out' as const }))
    const found = reading(ours, ours.at(-1)?.ts ?? 0)
    expect(found.raw).toMatchObject({ gap: 0, gapClient: 30, tenure: 30 })
    expect(found.frequency.client).toBeLessThan(found.frequency.any)
    expect(found.alerts.client).toMatchObject({ level: 'breach', watchAt: null })
  })

  it('is provisional below four contact days or twenty business days', () => {
    expect(reading(daily(3, 10), MONDAY + 60 * DAY).status).toBe('provisional')
    expect(reading(daily(19), daily(19).at(-1)?.ts ?? 0).status).toBe('provisional')
    expect(reading(daily(20), daily(20).at(-1)?.ts ?? 0).status).toBe('ok')
  })

  it('takes for an open question only once it is overdue', () => {
    const asks = event(MONDAY, { reason: 'question' })
    expect(reading([asks], MONDAY + 60 * MINUTE).qualities.answers).toBeUndefined()
    const overdue = reading([asks], MONDAY + 61 * MINUTE)
    expect(overdue.raw).toMatchObject({ overdue: true, slaShare: 0, replyMinutes: null })
    expect(overdue.qualities.answers?.value).toBeCloseTo(60, 12)
  })

  it('punishes silence more than a complaint', () => {
    const events = daily(40)
    const now = (events.at(-1)?.ts ?? 0) + 8 * DAY
    const complains = event(now, { reason: 'complaint' })
    expect(reading([...events, complains], now).score).toBeGreaterThan(reading(events, now + 14 * DAY).score)
    expect(reading([...events, complains], now).qualities.tone?.taken).toBeGreaterThan(0)
  })

  it('leaves out what is switched off', () => {
    const off = settingsSchema.parse({ version: 2, deductions: { initiative: { on: false } } })
    const by = rulesFor(off, calendarSchema.parse({}))
    expect(reading(daily(30), MONDAY + 40 * DAY, by).qualities).not.toHaveProperty('initiative')
  })

  it('puts the silent before the talkative in the order of calling', () => {
    const events = daily(60)
    const last = events.at(-1)?.ts ?? 0
    expect(reading(events, last + 21 * DAY).attention).toBeGreaterThan(reading(events, last).attention)
  })
})

describe('the trend', () => {
  const days = (bits: (day: number) => boolean) =>
    Array.from({ length: 80 }, (_, day) => day).reduce(
      (window, day) => (bits(day) ? window | (1n << BigInt(day)) : window),
      0n,
    )

  it('is not known of a younger relationship', () => expect(trendOf(1n, 79)).toBeNull())

  it('cools and warms', () => {
    expect(
      trendOf(
        days((day) => day >= 20),
        80,
      ),
    ).toMatchObject({ label: 'cooling', last20: 0, prev60: 60, ratio: 0 })
    expect(
      trendOf(
        days((day) => day < 20),
        80,
      ),
    ).toMatchObject({ label: 'warming', last20: 20, prev60: 0, ratio: null })
    expect(
      trendOf(
        days((day) => day % 4 === 0),
        80,
      ),
    ).toMatchObject({ label: 'stable', last20: 5, prev60: 15, ratio: 1 })
    expect(trendOf(0n, 500)).toMatchObject({ label: 'stable', pCool: 1, pWarm: 1 })
  })

  it('is read from the days that have passed since', () => {
    const events = daily(80)
    const last = events.at(-1)?.ts ?? 0
    expect(reading(events, last).trend).toMatchObject({ last20: 20, prev60: 60, label: 'stable' })
    expect(reading(events, last + 28 * DAY).trend).toMatchObject({ last20: 0, prev60: 60, label: 'cooling' })
  })
})

describe('the alert', () => {
  const weekly = { n: 20, sum: 20 * Math.log(5), squares: 20 * Math.log(5) ** 2 }

  it('fires on the very day it says', () => {
    const { watchAt, alarmAt } = alertOf(weekly, 1, rules)
    expect(watchAt).not.toBeNull()
    const [watch, alarm] = [watchAt ?? 0, alarmAt ?? 0]
    expect(watch).toBeLessThan(alarm)
    expect(alertOf(weekly, watch - 1, rules).level).toBe('none')
    expect(alertOf(weekly, watch, rules).level).toBe('watch')
    expect(alertOf(weekly, alarm - 1, rules).level).toBe('watch')
    expect(alertOf(weekly, alarm, rules).level).toBe('alarm')
  })

  it('waits for five gaps and three days, and reminds of the agreement meanwhile', () => {
    const everyDay = rulesFor(settingsSchema.parse({}), calendarSchema.parse({}), [{ every: 1, ch: 'messenger' }])
    const quick = { n: 59, sum: 0, squares: 0 }
    expect(alertOf(quick, 2, everyDay).level).toBe('none')
    expect(alertOf(quick, 3, everyDay)).toMatchObject({ level: 'alarm', alarmAt: 3 })
    const few = { n: 4, sum: 0, squares: 0 }
    expect(alertOf(few, 10, rules)).toMatchObject({ level: 'none', watchAt: null, alarmAt: null, breachAbove: 10 })
    expect(alertOf(few, 11, rules).level).toBe('breach')
  })

  it.each([
    [5, 10],
    [20, 30],
    [12, 21],
  ])('takes for a breach of one in %d days what is above %d', (every, above) => {
    const by = rulesFor(settingsSchema.parse({}), calendarSchema.parse({}), [{ every, ch: 'phone' }])
    expect(alertOf({ n: 0, sum: 0, squares: 0 }, 1, by).breachAbove).toBeCloseTo(above, 9)
  })

  it('finds longer silences less likely', () => {
    const tail = longerThan(weekly, 5)
    const chances = Array.from({ length: 60 }, (_, gap) => tail(gap))
    expect(chances[0]).toBe(1)
    expect(chances.every((p, i) => i === 0 || p <= (chances[i - 1] ?? 0))).toBe(true)
  })
})

describe('a manager’s clients', () => {
  const clients = [30, 40, 50, 60].map((days) => reading(daily(30), (daily(30).at(-1)?.ts ?? 0) + days * DAY))

  it('are a mean that few cannot move far, and what it hides', () => {
    const scores = clients.map(({ score }) => score)
    const found = summarise(clients, 50)
    expect(found.shrunkMean).toBeCloseTo((scores.reduce((a, b) => a + b) + 150) / 7, 9)
    expect(found.percentile20).toBe(Math.min(...scores))
    expect(found.inTouch).toBe(0)
    expect(found.alerts).toEqual({ none: 0, breach: 0, watch: 0, alarm: 4 })
    expect(summarise([reading(daily(30), daily(30).at(-1)?.ts ?? 0)], 50).inTouch).toBe(1)
  })

  it('may be none at all', () => {
    expect(summarise([], null)).toEqual({
      clients: 0,
      shrunkMean: null,
      percentile20: null,
      inTouch: null,
      alerts: { none: 0, breach: 0, watch: 0, alarm: 0 },
    })
  })

  it('are ranked by nearest rank', () => {
    const of = (n: number) => Array.from({ length: n }, (_, i) => ({ ...(clients[0] as Reading), score: i + 1 }))
    expect([1, 5, 6, 10, 11].map((n) => summarise(of(n), 50).percentile20)).toEqual([1, 1, 2, 2, 3])
  })
})

describe('the explanation', () => {
  it('says the same in both languages, and adds up to the score', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
    fc.assert(
      fc.property(histories, anyRules, fc.integer({ min: 0, max: 400 }), (events, by, days) => {
        fc.pre(events.length > 0)
        const found = reading(events, MONDAY + days * DAY, by)
        for (const locale of LOCALES) {
          const { components, notes, score } = explain(found, locale)
          const sum = components.reduce((sum, { given, taken }) => sum + given - taken, 0)
          expect(sum).toBeCloseTo(found.score, 9)
          for (const text of [score, ...notes, ...components.map(({ sentence }) => sentence)])
            expect(text).not.toMatch(/NaN|undefined|null|\{/)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('shows raw figures and points', () => {
    const found = reading([...daily(40), event(MONDAY + 56 * DAY, { reason: 'complaint' })], MONDAY + 60 * DAY)
    const { components, notes } = explain(found, 'en')
    expect(components.map(({ name }) => name)).toEqual([
      'frequency',
      'recency',
      'rhythm',
      'initiative',
      'answers',
      'tone',
    ])
    expect(components[1]?.sentence).toContain('Last contact 4 business days ago')
    expect(components[5]?.sentence).toMatch(/complaints 1: -\d/)
    expect(components[5]?.raw).toEqual({ positive: 0, negative: found.raw.tone.negative })
    expect(notes.join(' ')).toContain('for this client')
    expect(explain(found, 'ru').components[1]?.sentence).toContain('Последний контакт 4 рабочих дня назад')
  })

  it('never says that a client is leaving', () => {
    for (const text of [SOURCES.en, SOURCES.ru]) expect(text).not.toMatch(/leaving|churn|уход|теря/i)
  })
})
