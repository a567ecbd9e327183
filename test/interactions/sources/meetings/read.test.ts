import { describe, expect, it } from 'vitest'
import { channelOf } from '../../../../src/interactions/sources/meetings/channel.ts'
import { readCalendar } from '../../../../src/interactions/sources/meetings/read.ts'
import { meetingSides } from '../../../../src/interactions/sources/meetings/sides.ts'
import { ANNA_AND_IVAN, calendar, type Event, MEETING } from '../../../support/calendars.ts'

const SPAN = { from: new Date('2026-10-01T00:00:00Z'), until: new Date('2026-11-23T08:00:00Z'), zone: 'Europe/Moscow' }
const read = (events: readonly Event[], span = SPAN, more = '') => readCalendar(calendar(events, more), span).meetings
const starts = (events: readonly Event[], span = SPAN, more = '') =>
  read(events, span, more).map(({ start }) => start.toISOString().slice(0, 16))

/** As Outlook writes it: a zone of its own name, explained in the file. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Russian Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const WEEKLY: Event = {
  ...ANNA_AND_IVAN,
  'DTSTART;TZID=Europe/Moscow': '20261102T100000',
  'DTEND;TZID=Europe/Moscow': '20261102T110000',
  RRULE: 'FREQ=WEEKLY;COUNT=10',
}

describe('the meetings of a calendar', () => {
  it('are those that are over', () => {
    expect(read([MEETING])).toMatchObject([
      {
        id: 'u-1:2026-11-20T07:00:00.000Z',
        start: new Date('2026-11-20T07:00:00Z'),
        end: new Date('2026-11-20T07:30:00Z'),
        title: 'Отчёт за ноябрь',
        organizer: 'anna@agency.example',
        people: [
          { value: 'anna@agency.example', hasDeclined: false },
          { value: 'ivan@parts.example', name: 'Ivan', hasDeclined: false },
        ],
      },
    ])
    const until = (time: string) => ({ ...SPAN, until: new Date(time) })
    expect(read([MEETING], until('2026-11-20T07:29:59Z'))).toEqual([])
    expect(read([MEETING], until('2026-11-20T07:30:00Z'))).toHaveLength(1)
    expect(read([MEETING], { ...SPAN, from: new Date('2026-11-20T07:30:00Z') }), 'over before').toEqual([])
  })

  it.each<[string, Event]>([
    ['that was cancelled', { ...MEETING, STATUS: 'CANCELLED' }],
    ['of a whole day', { ...ANNA_AND_IVAN, 'DTSTART;VALUE=DATE': '20261120', 'DTEND;VALUE=DATE': '20261121' }],
    ['of more than a day', { ...MEETING, DTEND: '20261121T070000Z' }],
    ['that ends before it begins', { ...MEETING, DTEND: '20261120T063000Z' }],
    ['of a month that is none', { ...MEETING, DTSTART: '20261320T070000Z' }],
  ])('are none %s', (_, event) => {
    expect(read([event])).toEqual([])
  })

  it('are not those days of a series that were taken out, in whichever zone that is written', () => {
    const all = starts([WEEKLY])
    for (const EXDATE of ['20261109T070000Z', '20261109T100000'])
      expect(starts([{ ...WEEKLY, EXDATE }]), EXDATE).toEqual(all.filter((start) => !start.startsWith('2026-11-09')))
    expect(all).toContain('2026-11-09T07:00')
  })

  it('are there behind the mark that Windows puts before UTF-8', () => {
    expect(readCalendar(`\ufeff${calendar([MEETING])}`, SPAN).meetings).toHaveLength(1)
  })

  it('are none of a whole day that clocks make shorter', () => {
    const day = { ...ANNA_AND_IVAN, 'DTSTART;VALUE=DATE': '20260329', 'DTEND;VALUE=DATE': '20260330' }
    expect(read([day], { ...SPAN, from: new Date('2026-01-01T00:00:00Z'), zone: 'Europe/Stockholm' })).toEqual([])
  })

  it('are none in a notice that takes them back', () => {
    expect(read([MEETING], SPAN, 'METHOD:CANCEL')).toEqual([])
  })

  it('mean the zone that the file explains, that it names, or the agency’s', () => {
    const at = (name: string) => ({ ...ANNA_AND_IVAN, [name]: '20261120T100000', DURATION: 'PT30M' })
    expect(starts([at('DTSTART;TZID=Russian Standard Time')], SPAN, ZONE)).toEqual(['2026-11-20T07:00'])
    expect(starts([at('DTSTART;TZID=Europe/Stockholm')])).toEqual(['2026-11-20T09:00'])
    expect(starts([at('DTSTART')])).toEqual(['2026-11-20T07:00'])
    expect(starts([at('DTSTART;TZID=Nowhere')])).toEqual(['2026-11-20T07:00'])
  })

  it('of a series come one by one, up to now', () => {
    expect(starts([WEEKLY])).toEqual(['2026-11-02T07:00', '2026-11-09T07:00', '2026-11-16T07:00', '2026-11-23T07:00'])
    const ids = read([WEEKLY]).map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(starts([{ ...WEEKLY, 'EXDATE;TZID=Europe/Moscow': '20261109T100000' }])).toHaveLength(3)
  })

  it('of a series keep the hour of their place when clocks change', () => {
    const stockholm = {
      ...ANNA_AND_IVAN,
      'DTSTART;TZID=Europe/Stockholm': '20261019T100000',
      DURATION: 'PT30M',
      RRULE: 'FREQ=WEEKLY;COUNT=2',
    }
    expect(starts([stockholm])).toEqual(['2026-10-19T08:00', '2026-10-26T09:00'])
  })

  it('of a series that were moved, or cancelled, are as they became', () => {
    const changed = (day: string, to: Event): Event => ({
      ...ANNA_AND_IVAN,
      'RECURRENCE-ID;TZID=Europe/Moscow': `${day}T100000`,
      DURATION: 'PT30M',
      ...to,
    })
    const moved = changed('20261109', { 'DTSTART;TZID=Europe/Moscow': '20261111T150000' })
    const cancelled = changed('20261116', { 'DTSTART;TZID=Europe/Moscow': '20261116T100000', STATUS: 'CANCELLED' })
    const earlier = changed('20261130', { 'DTSTART;TZID=Europe/Moscow': '20261120T090000' })
    const meetings = read([WEEKLY, moved, cancelled, earlier])
    expect(meetings.map(({ start }) => start.toISOString().slice(0, 16))).toEqual([
      '2026-11-02T07:00',
      '2026-11-11T12:00',
      '2026-11-20T06:00',
      '2026-11-23T07:00',
    ])
    expect(meetings[1]?.id, 'a moved one keeps its place in the series').toBe('u-1:2026-11-09T07:00:00.000Z')
    expect(starts([moved]), 'somebody was asked to this day alone').toEqual(['2026-11-11T12:00'])
  })

  it('leave out what nobody can read, and nothing else', () => {
    const broken = { UID: 'u-2', DTSTART: '2026', DTEND: '20261120T073000Z' }
    const { meetings, broken: left } = readCalendar(calendar([broken, MEETING]), SPAN)
    expect([meetings.length, left]).toEqual([1, 1])
    for (const nonsense of ['', 'nonsense', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n', '<html></html>'])
      expect(() => readCalendar(nonsense, SPAN), nonsense).toThrow()
  })

  it('come in time, however long a series is', () => {
    const started = performance.now()
    const endless = { ...MEETING, DTSTART: '19700101T070000Z', DTEND: '19700101T070001Z', RRULE: 'FREQ=SECONDLY' }
    expect(read([endless])).toEqual([])
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYMONTHDAY=20',
    'FREQ=DAILY;INTERVAL=999999999999',
  ])('come in time when a stranger invites for days that never come: %s', (RRULE) => {
    const started = performance.now()
    const { meetings } = readCalendar(calendar([{ ...MEETING, UID: 'u-2', RRULE }, { ...MEETING }]), SPAN)
    expect(meetings.filter(({ id }) => id.startsWith('u-1:'))).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('leave out a rule that nobody can read, and nothing else', () => {
    const odd = { ...MEETING, UID: 'u-2', RRULE: 'FREQ=MINUTELY;BYHOUR=25' }
    const { meetings, broken } = readCalendar(calendar([odd, MEETING]), SPAN)
    expect([meetings.map(({ id }) => id), broken]).toEqual([['u-1:2026-11-20T07:00:00.000Z'], 1])
    const started = performance.now()
    expect(() => readCalendar('BEGIN:VCALENDAR\r\n:\r\n'.concat('BEGIN:VEVENT\r\n'.repeat(100_000)), SPAN)).toThrow()
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('where a meeting was', () => {
  const where = (more: object) => channelOf({ location: '', description: '', conference: '', ...more })
  it('is a screen when there is a link, and a room when there is only a place', () => {
    expect(where({ location: 'Ленина, 1' })).toBe('in_person')
    expect(where({ location: 'Переговорная', description: 'https://us02web.zoom.us/j/1' })).toBe('video')
    expect(where({ location: 'https://telemost.yandex.ru/j/1' })).toBe('video')
    expect(where({ location: 'https://call.unknown.example/1' })).toBe('video')
    expect(where({ location: 'Офис', conference: 'https://meet.google.com/x' })).toBe('video')
    expect(where({ location: 'Офис', description: 'https://docs.example/agenda' })).toBe('in_person')
    expect(where({})).toBe('video')
  })

  it('may stand in a field of the calendar’s own', () => {
    for (const name of ['X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL', 'CONFERENCE;VALUE=URI'])
      expect(read([{ ...MEETING, LOCATION: 'Офис', [name]: 'https://x.example/1' }])[0]?.channel, name).toBe('video')
  })
})

describe('who was at a meeting', () => {
  const isOurs = (address: string) => address.endsWith('@agency.example')
  const sides = (event: Event) => {
    const [meeting] = read([{ DTSTART: MEETING.DTSTART ?? '', DTEND: MEETING.DTEND ?? '', ...event }])
    if (!meeting) throw new Error('no meeting')
    return meetingSides(meeting, isOurs)
  }

  it('is a client’s person and one of us; who invited says whose it was', () => {
    expect(sides(ANNA_AND_IVAN)).toMatchObject({
      direction: 'out',
      theirs: [{ value: 'ivan@parts.example' }],
      ours: [{ value: 'anna@agency.example' }],
    })
    const theirs = { ORGANIZER: 'mailto:Ivan@parts.example', ATTENDEE: 'MAILTO:anna@agency.example' }
    expect(sides(theirs)).toMatchObject({ direction: 'in', theirs: [{ value: 'ivan@parts.example' }] })
  })

  it('is nobody who declined', () => {
    const { ORGANIZER: _, ...base } = { ORGANIZER: 'mailto:anna@agency.example' }
    expect(
      sides({
        ...base,
        ORGANIZER: 'mailto:anna@agency.example',
        'ATTENDEE;PARTSTAT=DECLINED': 'mailto:ivan@parts.example',
      }),
      'their only one',
    ).toEqual({ kind: 'none' })
    expect(
      sides({
        ORGANIZER: 'mailto:ivan@parts.example',
        'ATTENDEE;PARTSTAT=DECLINED': 'mailto:anna@agency.example',
        'ATTENDEE;PARTSTAT=DECLINED #2': 'mailto:boris@agency.example',
      }),
      'all of us',
    ).toEqual({ kind: 'none' })
    expect(
      sides({
        ORGANIZER: 'mailto:anna@agency.example',
        'ATTENDEE;PARTSTAT=DECLINED': 'mailto:anna@agency.example',
        'ATTENDEE;PARTSTAT=ACCEPTED': 'mailto:boris@agency.example',
        ATTENDEE: 'mailto:ivan@parts.example',
      }),
      'one of us',
    ).toMatchObject({ kind: 'contact', ours: [{ value: 'boris@agency.example' }] })
  })

  it('is no room and no list, and nobody outside is no contact', () => {
    expect(
      sides({
        ORGANIZER: 'mailto:anna@agency.example',
        'ATTENDEE;CUTYPE=ROOM': 'mailto:room@rooms.example',
        'ATTENDEE;CUTYPE=GROUP': 'mailto:all@parts.example',
      }),
    ).toEqual({ kind: 'none' })
  })
})
