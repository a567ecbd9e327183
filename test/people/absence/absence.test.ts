import { describe, expect, it } from 'vitest'
import { dayOf, endOf, lastDayBefore, resolved, startOf } from '../../../src/people/absence/days.ts'
import { stateAt } from '../../../src/people/absence/state.ts'

describe('the days of an absence', () => {
  it('begin and end in the agency’s zone, through a change of the clocks', () => {
    expect(startOf('2026-11-24', 'Europe/Moscow').toISOString()).toBe('2026-11-23T21:00:00.000Z')
    expect(endOf('2026-10-25', 'Europe/Stockholm').toISOString(), '25 hours long').toBe('2026-10-25T23:00:00.000Z')
    expect(endOf('2026-09-06', 'America/Santiago').toISOString(), 'a day without a midnight').toBe(
      '2026-09-07T03:00:00.000Z',
    )
    expect(dayOf(new Date('2026-11-23T21:30:00Z'), 'Europe/Moscow')).toBe('2026-11-24')
    expect(lastDayBefore(endOf('2026-11-27', 'Europe/Moscow'), 'Europe/Moscow')).toBe('2026-11-27')
  })

  it('without a year are the next that come', () => {
    expect(resolved('12-24', '2026-11-23')).toBe('2026-12-24')
    expect(resolved('01-08', '2026-12-24')).toBe('2027-01-08')
    expect(resolved('11-23', '2026-11-23')).toBe('2026-11-23')
    expect(resolved('02-29', '2026-11-23')).toBe('2028-02-29')
    expect(resolved('2027-02-01', '2026-11-23')).toBe('2027-02-01')
  })
})

describe('an absence', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  it.each([
    ['planned', 1, 'planned'],
    ['planned', 2, 'running'],
    ['planned', 4, 'over'],
    ['running', 3, 'running'],
    ['running', 4, 'over'],
    ['over', 3, 'over'],
  ] as const)('%s on day %i is %s', (state, day, then) => {
    expect(stateAt({ state, from: at(2), until: at(4) }, at(day))).toBe(then)
  })

  it('without an end runs on', () => {
    expect(stateAt({ state: 'running', from: at(2), until: null }, at(30))).toBe('running')
  })
})
