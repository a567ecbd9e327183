import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyHours, sharedHours } from '../../../src/approval/sla/hours.ts'
import { endOf, momentsOf, stepsDue } from '../../../src/approval/sla/steps.ts'
import { businessCalendar } from '../../../src/core/calendar/calendar.ts'
import { calendarSchema } from '../../../src/core/calendar/settings.ts'
import { isBusinessTime, nextOpening } from '../../../src/core/calendar/sla.ts'
import { MINUTE } from '../../../src/core/clock.ts'
import { SLA_STEPS, type SlaStep } from '../../../src/core/sla.ts'

const in_ = (zone: string, holidays: string[] = []) => businessCalendar(calendarSchema.parse({ zone, holidays }))
const moscow = in_('Europe/Moscow', ['2026-11-25'])
const at = (text: string) => new Date(`${text}:00+03:00`)
const STEPS = SLA_STEPS.filter((step) => step !== 'none')

describe('the steps of a clock', () => {
  it('come in order, each once, however often and in whatever moments somebody looks', () => {
    const moment = fc
      .integer({ min: 0, max: 20_000 })
      .map((minutes) => new Date(at('2026-11-23T10:00').getTime() + minutes * MINUTE))
    const shares = fc.record({
      warn: fc.constantFrom(0, 0.5, 0.75, 1),
      deputy: fc.constantFrom(0, 0.5, 2),
      lead: fc.constantFrom(0, 0.5),
    })
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 600 }),
        shares,
        fc.array(moment, { maxLength: 12 }),
        (startedAt, targetMinutes, given, looks) => {
          const moments = momentsOf({ startedAt, targetMinutes }, given, agencyHours(moscow))
          const due = STEPS.map((step) => moments[step].getTime())
          expect(due).toEqual([...due].sort((a, b) => a - b))
          let step: SlaStep = 'none'
          const told: SlaStep[] = []
          for (const now of looks.sort((a, b) => a.getTime() - b.getTime())) {
            const result = stepsDue(step, moments, now)
            for (const one of result.tell) expect(moments[one].getTime()).toBeLessThanOrEqual(now.getTime())
            told.push(...result.tell)
            step = result.step
            if (result.nextAt) expect(result.nextAt.getTime()).toBeGreaterThan(now.getTime())
            else expect(step).toBe('lead')
          }
          expect(told).toEqual(STEPS.filter((one) => told.includes(one)))
          const last = looks.at(-1)
          if (last && moments.lead <= last) expect(told).toEqual(expect.arrayContaining(['breached', 'deputy', 'lead']))
        },
      ),
    )
  })

  it('that were slept over are told by what came of them', () => {
    const moments = momentsOf(
      { startedAt: at('2026-11-23T10:00'), targetMinutes: 60 },
      { warn: 0.75, deputy: 0.5, lead: 0.5 },
      agencyHours(moscow),
    )
    expect(stepsDue('none', moments, at('2026-11-23T10:50')).tell).toEqual(['warned'])
    expect(stepsDue('none', moments, at('2026-11-23T11:10')).tell).toEqual(['breached'])
    expect(stepsDue('warned', moments, at('2026-11-24T11:10'))).toEqual({
      tell: ['breached', 'deputy', 'lead'],
      step: 'lead',
      nextAt: null,
    })
  })

  it('end in time, late, or for want of anything to wait for', () => {
    const clock = { dueAt: at('2026-11-23T11:00') }
    expect(endOf(clock, true, at('2026-11-23T11:00'))).toBe('met')
    expect(endOf(clock, true, at('2026-11-23T11:01'))).toBe('breached')
    expect(endOf(clock, false, at('2026-11-23T11:01'))).toBe('stopped')
  })
})

describe('the hours that a client and the agency share', () => {
  it.each([
    ['Europe/Stockholm', '2026-11-23T11:00', 120, '2026-11-23T14:00', 'begin when the client’s day does'],
    ['Europe/Stockholm', '2026-11-23T18:30', 60, '2026-11-24T12:30', 'end when the agency’s does'],
    ['Asia/Vladivostok', '2026-11-23T12:30', 60, '2026-11-24T11:00', 'are two a day, in the client’s afternoon'],
    ['Europe/Stockholm', '2026-11-24T18:30', 60, '2026-11-26T12:30', 'are none on the agency’s holiday'],
    ['America/Los_Angeles', '2026-11-23T11:00', 120, '2026-11-23T13:00', 'are the agency’s where they have none'],
  ])('%s from %s, %d minutes: %s, because they %s', (zone, from, minutes, due) => {
    expect(sharedHours(moscow, in_(zone)).add(at(from), minutes)).toEqual(at(due))
  })

  it('are no hours of a day that the client does not work, and too few to count under an hour a day', () => {
    const open = (zone: string, hours: { open: string; close: string }) =>
      businessCalendar(calendarSchema.parse({ zone, hours }))
    const always = { open: '00:00', close: '24:00' }
    // Monday in Moscow is Sunday in California until 11:00.
    const shared = sharedHours(open('Europe/Moscow', always), open('America/Los_Angeles', always))
    expect(shared.add(at('2026-11-23T09:00'), 60)).toEqual(at('2026-11-23T12:00'))
    const early = { open: '09:30', close: '18:30' }
    const little = sharedHours(
      open('Europe/Moscow', early),
      open('America/New_York', { open: '10:00', close: '19:00' }),
    )
    expect(little.add(at('2026-11-23T11:00'), 60)).toEqual(at('2026-11-23T12:00'))
  })

  it('are those minutes, counted one by one', () => {
    const zone = fc.constantFrom(
      'Europe/Stockholm',
      'Asia/Vladivostok',
      'Asia/Dubai',
      'Europe/London',
      'America/New_York',
    )
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 1, max: 500 }),
        (zone, offset, minutes) => {
          const client = in_(zone)
          const from = new Date(at('2026-10-19T00:00').getTime() + offset * MINUTE)
          let left = minutes
          let end = from.getTime()
          for (; left > 0; end += MINUTE) {
            const now = new Date(end)
            if (isBusinessTime(moscow, now) && isBusinessTime(client, now)) left--
          }
          expect(sharedHours(moscow, client).add(from, minutes)).toEqual(new Date(end))
          expect(isBusinessTime(moscow, nextOpening(moscow, new Date(end)))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
