/** The meetings of a calendar (iCalendar, RFC 5545) that are over: single ones, and those of series up to now. */
import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { DateTime, IANAZone } from 'luxon'
import { after, DAY } from '../../../core/clock.ts'
import { contactPoint } from '../../../core/contact-point.ts'
import { storable } from '../../../core/hash.ts'
import { channelOf } from './channel.ts'
import type { Attendee, Meeting } from './meeting.ts'
import { boundSeries } from './series.ts'

/** Of one calendar file. */
export const LARGEST_CALENDAR = 20 * 1024 * 1024
/** A series is walked from its beginning: a daily one for fifty years, and all of a calendar together. */
const LONGEST_SERIES = 20_000
const LONGEST_WALK = 1_000_000
const LONGEST_ID = 200
const LONGEST_TITLE = 500

/** Ended in this span; `zone` for times that name none. */
export type Span = { readonly from: Date; readonly until: Date; readonly zone: string }

export type Read = {
  readonly meetings: readonly Meeting[]
  /** Events that nobody can read; the others are there all the same. */
  readonly broken: number
}

/** Throws for what is no calendar at all. */
export function readCalendar(text: string, span: Span): Read {
  const walk = { left: LONGEST_WALK }
  const meetings: Meeting[] = []
  let { parsed, broken } = parse(text.replace(/^\uFEFF/, ''))
  for (const series of seriesIn(parsed)) {
    try {
      meetings.push(...meetingsOf(series, span, walk))
    } catch {
      broken++
    }
  }
  return { meetings: meetings.sort((a, b) => a.start.getTime() - b.start.getTime()), broken }
}

/** One UID: its event, and the days of the series that were changed; of a series one is not in, only such days. */
type Series = { readonly master: ICAL.Component | undefined; readonly changed: readonly ICAL.Component[] }

/** The library gives up a whole calendar for one event that somebody wrote wrongly: then such events are left out first. */
function parse(text: string): { parsed: unknown[]; broken: number } {
  try {
    return { parsed: ICAL.parse(text), broken: 0 }
  } catch {
    let broken = 0
    const pieces = text.split(/^(?=BEGIN:VEVENT)/im).map((piece) => {
      const end = /^END:VEVENT/im.exec(piece)
      const event = end && /^BEGIN:VEVENT/i.test(piece) ? piece.slice(0, end.index + end[0].length) : undefined
      if (event === undefined || isReadable(event)) return piece
      broken++
      return `X-LIAISON:left out${piece.slice(event.length)}`
    })
    const rest = pieces.join('')
    return { parsed: ICAL.parse(rest), broken }
  }
}

function isReadable(event: string): boolean {
  try {
    ICAL.parse(`BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR\r\n`)
    return true
  } catch {
    return false
  }
}

function seriesIn(parsed: unknown[]): Series[] {
  const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
  if (calendars.length === 0) throw new Error('this is no calendar')
  const byUid = new Map<string, ICAL.Component[]>()
  for (const calendar of calendars) {
    const root = new ICAL.Component(calendar)
    if (root.name !== 'vcalendar') throw new Error('this is no calendar')
    if (String(root.getFirstPropertyValue('method') ?? '').toUpperCase() === 'CANCEL') continue
    for (const event of root.getAllSubcomponents('vevent')) {
      const uid = String(event.getFirstPropertyValue('uid') ?? '')
      if (uid !== '') byUid.set(uid, [...(byUid.get(uid) ?? []), event])
    }
  }
  return [...byUid.values()].map((events) => ({
    master: events.find((event) => !event.hasProperty('recurrence-id')),
    changed: events.filter((event) => event.hasProperty('recurrence-id')),
  }))
}

function* meetingsOf({ master, changed }: Series, span: Span, walk: { left: number }): Generator<Meeting> {
  for (const one of changed) {
    const event = new ICAL.Event(one)
    yield* meetingIn(event, { startDate: event.startDate, endDate: event.endDate, id: event.recurrenceId }, span)
  }
  if (!master) return
  const zone = zoneOf(master, span.zone)
  const event = new ICAL.Event(master, { exceptions: [...changed] })
  if (!event.isRecurring()) {
    yield* meetingIn(event, { startDate: event.startDate, endDate: event.endDate, id: event.startDate }, span)
    return
  }
  // The library takes out a day only when it is written as those of the series are: not one in UTC from a zone it is not told of.
  const elsewhere = [...changed.map((one) => new ICAL.Event(one).recurrenceId), ...excludedFrom(master)]
  const isElsewhere = new Set(elsewhere.map((time) => instantOf(time, zone).getTime()))
  boundSeries(master)
  const days = event.iterator()
  for (let steps = 0; steps < LONGEST_SERIES && walk.left > 0; steps++, walk.left--) {
    const day = days.next()
    const at = day && instantOf(day, zone)
    if (!at || at > span.until) return
    // Nothing that counts as a meeting lasts longer than a day.
    if (at < after(span.from, -DAY) || isElsewhere.has(at.getTime())) continue
    const { item, startDate, endDate } = event.getOccurrenceDetails(day)
    yield* meetingIn(item, { startDate, endDate, id: day }, span)
  }
}

/** Moments that the series leaves out; a whole day, the library knows. */
function excludedFrom(master: ICAL.Component): ICAL.Time[] {
  const values: unknown[] = master.getAllProperties('exdate').flatMap((property) => property.getValues())
  return values.filter((value): value is ICAL.Time => value instanceof ICAL.Time && !value.isDate)
}

type Times = { readonly startDate: ICAL.Time; readonly endDate: ICAL.Time; readonly id: ICAL.Time }

/** None: it is not over yet, was over before, was cancelled, takes whole days, or ends before it begins. */
function* meetingIn(event: ICAL.Event, { startDate, endDate, id }: Times, span: Span): Generator<Meeting> {
  if (startDate.isDate || textIn(event, 'status').toUpperCase() === 'CANCELLED') return
  const zone = zoneOf(event.component, span.zone)
  const [start, end] = [instantOf(startDate, zone), instantOf(endDate, zone)]
  const long = end.getTime() - start.getTime()
  if (end > span.until || end <= span.from || long < 0 || long >= DAY) return
  const organizer = attendeeIn(event.component.getFirstProperty('organizer'))
  // Whoever stands there twice is taken as they answered, not as the one who invited.
  const people = new Map<string, Attendee>()
  for (const one of [...event.attendees.map(attendeeIn), organizer]) {
    if (one && !people.has(one.value)) people.set(one.value, one)
  }
  yield {
    id: `${short(event.uid)}:${instantOf(id, zone).toISOString()}`,
    start,
    end,
    title: storable(event.summary ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_TITLE),
    channel: channelOf({
      location: event.location ?? '',
      description: event.description ?? '',
      conference: CONFERENCE.map((name) => textIn(event, name)).join(''),
    }),
    organizer: organizer?.value,
    people: [...people.values()],
  }
}

/** RFC 7986, and what Google and Microsoft write. */
const CONFERENCE = ['conference', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl']

function textIn({ component }: ICAL.Event, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '')
}

/** Undefined: nobody's address, a room, or a list. */
function attendeeIn(property: ICAL.Property | null): Attendee | undefined {
  if (!property) return undefined
  const parameter = (name: string) => String(property.getParameter(name) ?? '')
  const kind = parameter('cutype').toUpperCase()
  if (kind !== '' && kind !== 'INDIVIDUAL' && kind !== 'UNKNOWN') return undefined
  const written = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '')
  const point = contactPoint('email', written) ?? contactPoint('email', parameter('email'))
  if (!point) return undefined
  const name = storable(parameter('cn')).slice(0, LONGEST_ID)
  return { ...point, name: name || undefined, hasDeclined: parameter('partstat').toUpperCase() === 'DECLINED' }
}

/** By the zone that the file describes; else by the one it only names, or the agency's. */
function instantOf(time: ICAL.Time, zone: string): Date {
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone) return time.toJSDate()
  const { year, month, day, hour, minute, second } = time
  return DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }).toJSDate()
}

/** What the times of an event mean that the file does not explain. */
function zoneOf(component: ICAL.Component, otherwise: string): string {
  const named = String(component.getFirstProperty('dtstart')?.getParameter('tzid') ?? '')
  return IANAZone.isValidZone(named) ? named : otherwise
}

/** Two calendars give the same event the same UID. */
function short(uid: string): string {
  return uid.length <= LONGEST_ID ? storable(uid) : createHash('sha256').update(uid).digest('hex')
}
