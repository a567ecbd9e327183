import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { businessCalendar, type Calendar } from '../../src/core/calendar/calendar.ts'
import { dateOf, dayOf, weekdayOf } from '../../src/core/calendar/days.ts'
import { type CalendarSettings, calendarSchema } from '../../src/core/calendar/settings.ts'
import { addBusinessMinutes, businessMinutes, isBusinessTime, nextOpening } from '../../src/core/calendar/sla.ts'

const moscow = businessCalendar(calendarSchema.parse({ holidays: ['2025-01-01', '2025-01-02', '2025-01-04'] }))
const at = (text: string, zone = 'Europe/Moscow') => DateTime.fromISO(text, { zone }).toJSDate()
const bdOf = (calendar: Calendar, date: string) => calendar.bd(dayOf(date))

describe('business days', () => {
  it('count from the first day of all', () => {
    expect(dayOf('0001-01-01')).toBe(0)
    expect(bdOf(moscow, '0001-01-01')).toBe(1)
    expect(bdOf(moscow, '0001-01-07')).toBe(5)
    expect(weekdayOf(dayOf('2026-11-26'))).toBe(3)
    expect(dateOf(dayOf('2024-02-29'))).toBe('2024-02-29')
    expect(() => dayOf('2025-02-29')).toThrow('"2025-02-29" is no date')
  })

  it('are one from Friday to Monday and none from Friday to Saturday', () => {
    expect(bdOf(moscow, '2025-05-05') - bdOf(moscow, '2025-05-02')).toBe(1)
    expect(bdOf(moscow, '2025-05-03') - bdOf(moscow, '2025-05-02')).toBe(0)
  })

  it('leave out holidays, but a holiday on a weekend only once', () => {
    expect(bdOf(moscow, '2025-01-06') - bdOf(moscow, '2024-12-31')).toBe(2)
  })

  it('take in days that were moved to work, even from a holiday', () => {
    const moved = businessCalendar(
      calendarSchema.parse({ holidays: ['2025-11-01', '2025-11-03'], workdays: ['2025-11-01'] }),
    )
    expect(moved.isWorking(dayOf('2025-11-01'))).toBe(true)
    expect(bdOf(moved, '2025-11-04') - bdOf(moved, '2025-10-31')).toBe(2)
  })

  it('refuse settings that mean nothing', () => {
    for (const wrong of [
      { zone: 'Mars/Base' },
      { hours: { open: '19:00', close: '10:00' } },
      { holidays: ['2025-02-30'] },
      { weekdays: [] },
      { opening: 1 },
    ])
      expect(calendarSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  })
})

describe('business minutes', () => {
  it('run only between opening and closing of working days', () => {
    expect(businessMinutes(moscow, at('2025-05-02T18:30'), at('2025-05-05T10:20'))).toBe(50)
    expect(businessMinutes(moscow, at('2025-05-03T12:00'), at('2025-05-04T12:00'))).toBe(0)
    expect(businessMinutes(moscow, at('2025-05-05T10:00:20'), at('2025-05-05T11:00:20'))).toBe(60)
    expect(businessMinutes(moscow, at('2025-05-05T11:00'), at('2025-05-05T10:00'))).toBe(-60)
  })

  it('are added so that a full day ends at its closing', () => {
    expect(addBusinessMinutes(moscow, at('2025-05-02T10:00'), 540)).toEqual(at('2025-05-02T19:00'))
    expect(addBusinessMinutes(moscow, at('2025-05-02T18:30'), 60)).toEqual(at('2025-05-05T10:30'))
    expect(addBusinessMinutes(moscow, at('2025-05-03T12:00'), 1)).toEqual(at('2025-05-05T10:01'))
    expect(addBusinessMinutes(moscow, at('2025-05-03T12:00'), 0)).toEqual(at('2025-05-03T12:00'))
    expect(() => addBusinessMinutes(moscow, at('2025-05-03T12:00'), -1)).toThrow(RangeError)
  })

  it('know when it opens next', () => {
    expect(nextOpening(moscow, at('2025-05-02T18:59'))).toEqual(at('2025-05-02T18:59'))
    expect(nextOpening(moscow, at('2025-05-02T19:00'))).toEqual(at('2025-05-05T10:00'))
    expect(nextOpening(moscow, at('2025-05-05T03:00'))).toEqual(at('2025-05-05T10:00'))
    expect(nextOpening(moscow, at('2024-12-31T20:00'))).toEqual(at('2025-01-03T10:00'))
  })

  it('last until midnight when the hours say so', () => {
    const late = businessCalendar(calendarSchema.parse({ hours: { open: '00:00', close: '24:00' } }))
    expect(late.minutesPerDay).toBe(1_440)
    expect(businessMinutes(late, at('2025-05-02T23:00'), at('2025-05-05T01:00'))).toBe(120)
  })

  it('never run back where the clocks do, round the clock', () => {
    const calendar = businessCalendar(
      calendarSchema.parse({
        zone: 'Europe/Berlin',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        hours: { open: '00:00', close: '24:00' },
      }),
    )
    for (const [first, last] of [
      ['2025-03-29', '2025-04-01'],
      ['2025-10-25', '2025-10-28'],
    ] as const) {
      const [from, to] = [at(first, 'Europe/Berlin').getTime() / 1_000, at(last, 'Europe/Berlin').getTime() / 1_000]
      for (let ts = from; ts < to; ts += 600) expect(calendar.minutesBetween(ts, ts + 600)).toBeGreaterThanOrEqual(0)
      expect(calendar.minutesBetween(from, to)).toBe(3 * 1_440)
    }
  })
})

/** Day by day and minute by minute, by Luxon: slow, and plain to see. */
const slow = {
  works({ weekdays, holidays, workdays }: CalendarSettings, date: DateTime): boolean {
    const iso = date.toISODate() ?? ''
    return workdays.includes(iso) || (weekdays.includes(date.weekday) && !holidays.includes(iso))
  },
  open(settings: CalendarSettings, at: DateTime): boolean {
    const time = at.toFormat('HH:mm')
    return slow.works(settings, at) && settings.hours.open <= time && time < settings.hours.close
  },
  days(settings: CalendarSettings, from: DateTime, to: DateTime): number {
    let days = 0
    for (let day = from.startOf('day').plus({ days: 1 }); day <= to; day = day.plus({ days: 1 }).startOf('day'))
      if (slow.works(settings, day)) days += 1
    return days
  },
  minutes(settings: CalendarSettings, from: DateTime, to: DateTime): number {
    let minutes = 0
    for (let at = from; at < to; at = at.plus({ minutes: 1 }))
      if (slow.open(settings, at) && !slow.isTooMany(settings, at)) minutes += 1
    return minutes
  },
  /** Clocks that are put back before closing (Cairo, at midnight) give a day more minutes than its hours say. */
  isTooMany({ hours }: CalendarSettings, at: DateTime): boolean {
    const [open, close] = [hours.open, hours.close].map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return hour * 60 + minute
    }) as [number, number]
    const opening = at.startOf('day').set({ hour: Math.floor(open / 60), minute: open % 60 })
    return at.diff(opening, 'minutes').minutes >= close - open
  },
}

const zones = [
  'Europe/Moscow',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Africa/Cairo',
]
/** Around the changes of clocks of both hemispheres, in minutes since 1970. */
const minute = fc.oneof(
  fc.integer({ min: Date.UTC(2018, 9, 20) / 60_000, max: Date.UTC(2018, 10, 20) / 60_000 }),
  fc.integer({ min: Date.UTC(2025, 2, 1) / 60_000, max: Date.UTC(2025, 4, 10) / 60_000 }),
  fc.integer({ min: Date.UTC(2025, 9, 20) / 60_000, max: Date.UTC(2025, 10, 10) / 60_000 }),
)
const dates = fc.array(
  fc.integer({ min: 0, max: 80 }).map((n) => dateOf(dayOf('2025-03-01') + n)),
  { maxLength: 12 },
)
const settings = fc
  .record({
    zone: fc.constantFrom(...zones),
    weekdays: fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7], [2]),
    hours: fc.constantFrom(
      { open: '10:00', close: '19:00' },
      { open: '08:15', close: '12:45' },
      { open: '06:00', close: '24:00' },
    ),
    holidays: dates,
    workdays: dates,
  })
  .map((given) => calendarSchema.parse(given))

describe('the calendar agrees with a slow one', () => {
  it('on days, over every zone', () => {
    fc.assert(
      fc.property(settings, minute, fc.integer({ min: 0, max: 200_000 }), (settings, from, length) => {
        const calendar = businessCalendar(settings)
        const [a, b] = [from * 60, (from + length) * 60]
        const [start, end] = [a, b].map((ts) => DateTime.fromSeconds(ts, { zone: settings.zone })) as [
          DateTime,
          DateTime,
        ]
        expect(dateOf(calendar.day(a))).toBe(start.toISODate())
        expect(calendar.bd(calendar.day(b)) - calendar.bd(calendar.day(a))).toBe(slow.days(settings, start, end))
      }),
      { numRuns: 300 },
    )
  })

  it('on minutes, openings and due times', () => {
    fc.assert(
      fc.property(settings, minute, fc.integer({ min: 0, max: 4_000 }), (settings, from, length) => {
        const calendar = businessCalendar(settings)
        const [start, end] = [from, from + length].map((m) =>
          DateTime.fromSeconds(m * 60, { zone: settings.zone }),
        ) as [DateTime, DateTime]
        const minutes = businessMinutes(calendar, start.toJSDate(), end.toJSDate())
        expect(minutes).toBe(slow.minutes(settings, start, end))
        expect(isBusinessTime(calendar, start.toJSDate())).toBe(slow.open(settings, start))

        const due = addBusinessMinutes(calendar, start.toJSDate(), minutes)
        expect(due.getTime()).toBeLessThanOrEqual(end.toMillis())
        expect(businessMinutes(calendar, start.toJSDate(), due)).toBe(minutes)
        if (minutes > 0) {
          const before = new Date(due.getTime() - 1_000)
          expect(businessMinutes(calendar, start.toJSDate(), before)).toBeLessThan(minutes)
        }

        const opening = nextOpening(calendar, start.toJSDate())
        expect(isBusinessTime(calendar, opening)).toBe(true)
        expect(businessMinutes(calendar, start.toJSDate(), opening)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})
