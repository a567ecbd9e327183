import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/core/score-settings.ts'
import { eventSchema, inOrder, type ScoreEvent } from '../../src/score/event.ts'
import { fold, foldAll } from '../../src/score/fold.ts'
import { cadenceSchema, DEFAULT_CADENCE, rulesFor } from '../../src/score/rules.ts'
import type { State } from '../../src/score/state.ts'
import { DAY, event, MINUTE, MONDAY, rules } from './samples.ts'

const HOUR = 60 * MINUTE

function folded(...events: ScoreEvent[]): State {
  const state = foldAll(events, rules)
  if (!state) throw new Error('no events')
  return state
}

describe('days and points', () => {
  it('begin with the first event, which has no gap before it', () => {
    const state = folded(event(MONDAY))
    expect(state).toMatchObject({ events: 1, sessions: 1, contactDays: 1, window: '1', gaps: { weights: 0 } })
    expect(state.firstBd).toBe(state.lastBd)
    expect(state.fastDays).toEqual({ any: 1, client: 1 })
  })

  it('count a channel once a day, and no more than four points', () => {
    const chat = Array.from({ length: 40 }, (_, n) => event(MONDAY + n * MINUTE))
    expect(folded(...chat).points).toEqual({ any: 1, client: 1 })
    const all = (['in_person', 'video', 'phone', 'email'] as const).map((ch, n) =>
      event(MONDAY + n, { ch, dir: 'out' }),
    )
    expect(folded(...all).points).toEqual({ any: 4, client: 4 })
    expect(folded(event(MONDAY, { ch: 'email', dir: 'out' })).points).toEqual({ any: 1, client: 0 })
  })

  it('take a weekend for its Friday', () => {
    const friday = MONDAY + 4 * DAY
    expect(folded(event(friday), event(friday + DAY), event(friday + 2 * DAY))).toMatchObject({ contactDays: 1 })
    const state = folded(event(friday), event(friday + 2 * DAY), event(friday + 3 * DAY))
    expect(state).toMatchObject({ contactDays: 2, window: '3', gaps: { sum: 1 }, logGaps: { any: { n: 1, sum: 0 } } })
  })

  it('age with their half-life', () => {
    const later = folded(event(MONDAY), event(MONDAY + 28 * DAY, { dir: 'out' }))
    expect(later.points.client).toBeCloseTo(0.5, 12)
    expect(later.points.any).toBeCloseTo(1.5, 12)
    expect(later.window).toBe(((1n << 20n) | 1n).toString(16))
  })

  it('hear the client in a call that took place, whoever made it, and not in one nobody took', () => {
    expect(folded(event(MONDAY, { ch: 'phone', dir: 'out' })).lastInBd).not.toBeNull()
    expect(folded(event(MONDAY, { ch: 'phone', dir: 'out', missed: true })).lastInBd).toBeNull()
    expect(folded(event(MONDAY, { ch: 'phone', dir: 'in', missed: true })).lastInBd).not.toBeNull()
  })

  it('give the client gaps of its own', () => {
    const state = folded(event(MONDAY), event(MONDAY + DAY, { dir: 'out' }), event(MONDAY + 2 * DAY))
    expect(state.logGaps.any).toMatchObject({ n: 2, sum: 0 })
    expect(state.logGaps.client).toMatchObject({ n: 1, sum: Math.log(2) })
  })

  it('never run backwards where the clocks are set back over midnight', () => {
    // On 7 November 2010 in St. John's it was 23:01 of the day before again at 00:01.
    const zone = 'America/St_Johns'
    const daily = rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ zone, weekdays: [1, 2, 3, 4, 5, 6, 7] }))
    const sunday = DateTime.fromISO('2010-11-07T00:00:30-02:30').toSeconds()
    expect(daily.calendar.day(sunday + MINUTE)).toBe(daily.calendar.day(sunday) - 1)
    const state = foldAll([event(sunday - DAY), event(sunday), event(sunday + MINUTE), event(sunday + 2 * HOUR)], daily)
    expect(state).toMatchObject({ contactDays: 2, lastInBd: state?.lastBd, logGaps: { client: { n: 1, sum: 0 } } })
  })
})

describe('initiative', () => {
  it('is of whoever opens a session after an hour of silence, unless that is a reply', () => {
    expect(folded(event(MONDAY), event(MONDAY + 60 * MINUTE)).sessions).toBe(1)
    expect(folded(event(MONDAY), event(MONDAY + 61 * MINUTE))).toMatchObject({
      sessions: 2,
      started: { client: 2, agency: 0 },
    })
    const reply = folded(event(MONDAY), event(MONDAY + 3 * DAY, { dir: 'out' }))
    expect(reply.sessions).toBe(2)
    expect(reply.started.agency).toBe(0)
    expect(folded(event(MONDAY), event(MONDAY + 4 * DAY, { dir: 'out' })).started.agency).toBe(1)
  })
})

describe('answers', () => {
  const asks = (rest: Partial<ScoreEvent> = {}) => event(MONDAY, { reason: 'question', ...rest })
  const answer = (after: number, rest: Partial<ScoreEvent> = {}) => event(MONDAY + after, { dir: 'out', ...rest })

  it('are in time within the business minutes of the question’s channel', () => {
    expect(folded(asks(), answer(60 * MINUTE)).answers).toEqual({ inSla: 1, answered: 1, logMinutes: Math.log(60) })
    expect(folded(asks(), answer(61 * MINUTE)).answers).toMatchObject({ inSla: 0, answered: 1 })
    const byMail = folded(asks({ ch: 'email' }), answer(DAY, { ch: 'phone' }))
    expect(byMail.answers.inSla).toBe(1)
    expect(byMail.open).toBeNull()
  })

  it('count from the first question, and stop at the first word', () => {
    const state = folded(
      asks(),
      event(MONDAY + 10 * MINUTE, { reason: 'request' }),
      answer(20 * MINUTE),
      answer(50 * MINUTE),
    )
    expect(state.answers).toMatchObject({ answered: 1, logMinutes: Math.log(20) })
  })

  it.each([
    ['a question', { reason: 'question' }, true],
    ['a complaint', { reason: 'complaint' }, true],
    ['thanks', { reason: 'ack' }, false],
    ['nothing said of why, out of the blue', {}, true],
    ['something else, out of the blue', { reason: 'other' }, true],
    ['a missed call', { ch: 'phone', missed: true }, true],
  ] as const)('the clock and %s', (_, rest, starts) => {
    expect(folded(event(MONDAY, rest)).open !== null).toBe(starts)
  })

  it('are not due for a reply or in the middle of a talk when no reason is said', () => {
    expect(folded(answer(0), event(MONDAY + DAY)).open).toBeNull()
    expect(folded(event(MONDAY, { reason: 'ack' }), event(MONDAY + MINUTE)).open).toBeNull()
  })

  it('are at once in a call that took place, while another question goes on waiting', () => {
    const state = folded(asks(), event(MONDAY + MINUTE, { ch: 'phone', reason: 'question' }))
    expect(state.answers).toEqual({ inSla: 1, answered: 1, logMinutes: 0 })
    expect(state.open).toEqual({ ts: MONDAY, ch: 'messenger' })
    expect(folded(asks(), event(MONDAY + MINUTE, { ch: 'phone', dir: 'out' })).open).toBeNull()
  })
})

describe('tone', () => {
  const complaint = event(MONDAY, { reason: 'complaint' })
  const resolved = (after: number, ref: number | null = MONDAY) =>
    event(MONDAY + after, { dir: 'out', reason: 'complaint_resolved', ref })

  it('weighs praise, approvals and complaints', () => {
    const state = folded(complaint, event(MONDAY + 1, { reason: 'praise' }), event(MONDAY + 2, { reason: 'approval' }))
    expect(state.tone).toEqual({ positive: 1.5, negative: 1 })
  })

  it('forgives a complaint for the most part when it is settled soon, else in part', () => {
    expect(folded(complaint, resolved(HOUR)).tone.negative).toBeCloseTo(0.25, 12)
    const aged = 2 ** (-2 / 60)
    expect(folded(complaint, resolved(2 * DAY)).tone.negative).toBeCloseTo(aged - 0.75 * aged, 12)
    expect(folded(complaint, resolved(2 * DAY + MINUTE)).tone.negative).toBeCloseTo(aged - 0.4 * aged, 12)
  })

  it('never falls below nothing, and bears a resolution of a complaint that is not named or not known', () => {
    expect(folded(complaint, resolved(HOUR), resolved(2 * HOUR)).tone.negative).toBe(0)
    expect(folded(complaint, resolved(HOUR, null)).tone.negative).toBeCloseTo(0.6, 12)
    const twice = [complaint, event(MONDAY + 1, { reason: 'complaint' })]
    expect(folded(...twice, resolved(HOUR, MONDAY + 90 * DAY)).tone.negative).toBeCloseTo(1.25, 12)
  })

  it('counts everything by direction and reason', () => {
    expect(folded(complaint, event(MONDAY + 1), resolved(2)).counters).toEqual({
      'in:complaint': 1,
      'in:none': 1,
      'out:complaint_resolved': 1,
    })
  })
})

describe('the order', () => {
  it('is by time, then by id, and each id counts once, as it came first', () => {
    const [a, b] = [event(MONDAY, { id: 'b' }), event(MONDAY, { id: 'a' })]
    expect(inOrder([a, b, { ...a, ts: MONDAY + DAY }])).toEqual([b, a])
  })

  it('is kept: the last event again changes nothing, one before it is refused', () => {
    const [first, second] = [event(MONDAY), event(MONDAY + 1)]
    const state = folded(first, second)
    expect(fold(state, second, rules)).toBe(state)
    expect(() => fold(state, first, rules)).toThrow('belongs before')
  })
})

describe('what was agreed', () => {
  const calendar = calendarSchema.parse({})

  it('gives the expected gap, the expected points and the half-lives', () => {
    expect(rules).toMatchObject({
      gap: 5,
      load: 0.2,
      halfLives: { frequency: 20, recency: 10, attentionFast: 5, attentionSlow: 60 },
    })
    const both = rulesFor(DEFAULT_SETTINGS, calendar, [
      { every: 10, ch: 'phone' },
      { every: 5, ch: 'email' },
    ])
    expect(both.gap).toBeCloseTo(10 / 3, 12)
    expect(both.load).toBeCloseTo(0.4, 12)
    const rare = rulesFor(DEFAULT_SETTINGS, calendar, [{ every: 60, ch: 'phone' }])
    expect(rare.halfLives).toMatchObject({ frequency: 60, recency: 120, attentionFast: 20, attentionSlow: 240 })
  })

  it('is one message in five days when nothing was', () => {
    expect(cadenceSchema.parse([])).toEqual(DEFAULT_CADENCE)
    expect(cadenceSchema.safeParse([{ every: 0, ch: 'phone' }]).success).toBe(false)
  })

  it('changes its key with every setting that changes a state', () => {
    const keys = [
      rules.key,
      rulesFor(DEFAULT_SETTINGS, calendar, [{ every: 4, ch: 'messenger' }]).key,
      rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ holidays: ['2025-05-01'] })).key,
      rulesFor(settingsSchema.parse({ halfLives: { tone: 30 } }), calendar).key,
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(rulesFor(DEFAULT_SETTINGS, calendar).key).toBe(rules.key)
  })
})

describe('an event', () => {
  it('is refused in milliseconds, on another channel, or for a reason that is not on the list', () => {
    const given = { id: 'a', ts: MONDAY, ch: 'messenger', dir: 'in' }
    expect(eventSchema.safeParse(given).success).toBe(true)
    expect(eventSchema.safeParse({ ...given, reason: null, missed: null, ref: null }).success).toBe(true)
    for (const wrong of [
      { ts: MONDAY * 1_000 },
      { ch: 'fax' },
      { dir: 'up' },
      { reason: 'gossip' },
      { id: '' },
      { ts: 'now' },
    ])
      expect(eventSchema.safeParse({ ...given, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })
})
