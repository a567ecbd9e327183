import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessCalendar } from '../../src/core/calendar/calendar.ts'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { choicesAhead, instantOf, inWords, SEND_CHOICES, SNOOZE_CHOICES, type When } from '../../src/core/when.ts'

const place = (zone: string, holidays: string[] = []) => ({
  zone,
  calendar: businessCalendar(calendarSchema.parse({ zone, holidays, hours: { open: '10:00', close: '19:00' } })),
})
const MOSCOW = place('Europe/Moscow', ['2026-11-24'])
const at = (when: When, now: string, where = MOSCOW) => instantOf(when, new Date(now), where)?.toISOString()

describe('a time that a manager picks', () => {
  it('is offered only while it is ahead', () => {
    const offered = (now: string) => choicesAhead(SNOOZE_CHOICES, new Date(now), MOSCOW)
    expect(offered('2026-11-23T13:59:00Z')).toEqual(SNOOZE_CHOICES)
    expect(offered('2026-11-23T14:00:00Z')).toEqual(['hour', 'tomorrow', 'monday'])
  })

  // 2026-11-23 is a Monday; Moscow is three hours ahead.
  it.each([
    ['hour', '2026-11-23T08:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['today', '2026-11-23T08:00:00Z', '2026-11-23T14:00:00.000Z'],
    ['today', '2026-11-23T14:00:00Z', undefined],
    ['tomorrow', '2026-11-23T08:00:00Z', '2026-11-24T07:00:00.000Z'],
    // There it is the 24th already.
    ['tomorrow', '2026-11-23T22:30:00Z', '2026-11-25T07:00:00.000Z'],
    ['monday', '2026-11-23T05:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['monday', '2026-11-29T20:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['opening', '2026-11-23T05:00:00Z', '2026-11-23T07:00:00.000Z'],
    // Open now, and the next day is a holiday.
    ['opening', '2026-11-23T08:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['opening', '2026-11-27T17:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['opening', '2026-11-28T09:00:00Z', '2026-11-30T07:00:00.000Z'],
  ] as const)('%s, at %s, is %s', (choice, now, expected) => expect(at({ choice }, now)).toBe(expected))

  it('is what the clock on the wall says when the clocks change', () => {
    expect(at({ choice: 'tomorrow' }, '2026-03-28T12:00:00Z', place('Europe/Stockholm'))).toBe(
      '2026-03-29T08:00:00.000Z',
    )
    expect(at({ choice: 'tomorrow' }, '2026-10-24T12:00:00Z', place('Europe/Stockholm'))).toBe(
      '2026-10-25T09:00:00.000Z',
    )
  })

  it('may be one of their own, in the future and within a year', () => {
    const now = '2026-11-23T08:00:00Z'
    expect(at({ at: new Date('2026-11-23T08:00:01Z') }, now)).toBe('2026-11-23T08:00:01.000Z')
    expect(at({ at: new Date(now) }, now)).toBeUndefined()
    expect(at({ at: new Date('2028-01-01T00:00:00Z') }, now)).toBeUndefined()
  })

  it('has never passed', () => {
    const choice = fc.constantFrom(...SNOOZE_CHOICES, ...SEND_CHOICES)
    const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(fc.property(choice, now, (choice, now) => (instantOf({ choice }, now, MOSCOW) ?? Infinity) > now))
  })

  it('is written as the clocks there show it', () => {
    expect(inWords(new Date('2026-11-23T22:30:00Z'), 'Europe/Moscow')).toBe('2026-11-24 01:30')
  })
})
