/** Lengths, days and times of the day as people write them in a line. */
import { DateTime } from 'luxon'

const UNITS = {
  hour: 'h|hr|hrs|hour|hours|ч|час|часа|часов',
  minute: 'm|min|mins|minute|minutes|м|мин|минут|минуты|минута',
  second: 's|sec|secs|second|seconds|сек|секунд|секунды|секунда',
} as const

const UNIT_SECONDS = { hour: 3_600, minute: 60, second: 1 } as const
type Unit = keyof typeof UNITS

const HOURS_MINUTES = new RegExp(`^(\\d{1,3})(?:${UNITS.hour})(\\d{1,2})(?:${UNITS.minute})?$`)
const ONE_UNIT = Object.entries(UNITS).map(
  ([unit, words]) => [unit as Unit, new RegExp(`^(\\d{1,5}(?:[.,]\\d{1,2})?)(?:${words})$`)] as const,
)
/** Said without a number. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['час', 3_600],
  ['полчаса', 1_800],
  ['полтора часа', 5_400],
  ['half an hour', 1_800],
  ['an hour', 3_600],
])

/** `12m`, `1h`, `1ч30`, `45мин`, `1.5h`, also with a space before the unit: seconds. `unit`: the smallest that was named. */
export function lengthIn(text: string): { readonly seconds: number; readonly unit: Unit } | undefined {
  const known = LENGTHS.get(text)
  if (known !== undefined) return { seconds: known, unit: 'minute' }
  const close = text.replace(/(?<=\d) (?=\p{L})/u, '')
  const [, hours, minutes] = HOURS_MINUTES.exec(close) ?? []
  if (hours !== undefined) return { seconds: Number(hours) * 3_600 + Number(minutes) * 60, unit: 'minute' }
  for (const [unit, pattern] of ONE_UNIT) {
    const count = pattern.exec(close)?.[1]
    if (count !== undefined) return { seconds: Math.round(Number(count.replace(',', '.')) * UNIT_SECONDS[unit]), unit }
  }
  return undefined
}

/** Whether a length may go on: hours and then minutes, never the other way round. */
export function isSmaller(unit: Unit, than: Unit): boolean {
  return UNIT_SECONDS[unit] < UNIT_SECONDS[than]
}

const TOMORROW = ['tomorrow', 'завтра']
const TODAY = ['today', 'сегодня']
const YESTERDAY = ['yesterday', 'вчера']
const BEFORE_YESTERDAY = ['позавчера', 'the day before yesterday']
const WEEKDAYS = [
  ['monday', 'понедельник', 'пн'],
  ['tuesday', 'вторник', 'вт'],
  ['wednesday', 'среда', 'среду', 'ср'],
  ['thursday', 'четверг', 'чт'],
  ['friday', 'пятница', 'пятницу', 'пт'],
  ['saturday', 'суббота', 'субботу', 'сб'],
  ['sunday', 'воскресенье', 'вс'],
]
/** A day without a year that has yet to come is one of last year when that is not longer ago. */
const LATELY_DAYS = 183

/** The day that is meant, `null` for one that no calendar has, undefined for text that is no day. `now` is in the agency's zone. */
export function dayIn(text: string, now: DateTime): DateTime | null | undefined {
  const today = now.startOf('day')
  if (TOMORROW.includes(text)) return today.plus({ days: 1 })
  if (TODAY.includes(text)) return today
  if (YESTERDAY.includes(text)) return today.minus({ days: 1 })
  if (BEFORE_YESTERDAY.includes(text)) return today.minus({ days: 2 })
  const weekday = WEEKDAYS.findIndex((names) => names.includes(text))
  if (weekday >= 0) return today.minus({ days: (today.weekday - 1 - weekday + 7) % 7 || 7 })
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const [, day = isoDay, month = isoMonth, year = isoYear] =
    /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$/.exec(text) ?? []
  if (day === undefined || month === undefined) return undefined
  const named = { day: Number(day), month: Number(month) }
  const at = (years: number) => DateTime.fromObject({ ...named, year: years }, { zone: now.zone })
  if (year !== undefined) return validOf(at(Number(year.length === 2 ? `20${year}` : year)))
  const [thisYear, lastYear] = [at(today.year), at(today.year - 1)]
  const isLately = lastYear.isValid && today.diff(lastYear, 'days').days <= LATELY_DAYS
  return validOf(isLately && (!thisYear.isValid || thisYear > today) ? lastYear : thisYear)
}

function validOf(day: DateTime): DateTime | null {
  return day.isValid ? day : null
}

export type ClockTime = { readonly hour: number; readonly minute: number }

/** `10:30`, `9:05`, `3pm`. */
export function timeIn(text: string): ClockTime | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hour !== undefined) return { hour: Number(hour), minute: Number(minute) }
  const [, of12, past = '0', half] = /^(1[0-2]|[1-9])(?::([0-5]\d))?(am|pm)$/.exec(text) ?? []
  if (of12 === undefined) return undefined
  return { hour: (Number(of12) % 12) + (half === 'pm' ? 12 : 0), minute: Number(past) }
}

const NOON: ClockTime = { hour: 12, minute: 0 }

/** The instant of what was named: a time without a day is of today; of a day without a time it is noon, of today now. */
export function momentOf(day: DateTime | undefined, time: ClockTime | undefined, now: DateTime): Date | undefined {
  if (!day && !time) return undefined
  const of = day ?? now.startOf('day')
  if (!time && of.hasSame(now, 'day')) return now.toJSDate()
  return of.set({ ...(time ?? NOON), second: 0, millisecond: 0 }).toJSDate()
}
