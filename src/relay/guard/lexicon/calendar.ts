/** Days, months and words for when, of all languages in one. */
import * as en from './en/calendar.ts'
import { phrases } from './phrases.ts'
import * as ru from './ru/calendar.ts'

export const MONTHS = new Map([...en.MONTHS, ...ru.MONTHS])
export const WEEKDAYS = new Map([...en.WEEKDAYS, ...ru.WEEKDAYS])
export const RELATIVE = new Map([...en.RELATIVE, ...ru.RELATIVE])
export const WHICH = new Map([...en.WHICH, ...ru.WHICH])
export const EDGES = new Map([...en.EDGES, ...ru.EDGES])
export const DAY_PARTS = new Map([...en.DAY_PARTS, ...ru.DAY_PARTS])
export const HOURS = new Map([...en.HOURS, ...ru.HOURS])
export const ZONE_PHRASES = phrases<string>(en.ZONES, ru.ZONES)
/** Zones in one word. */
export const ZONES = new Set(
  [en.ZONES, ru.ZONES].flatMap((zones) => Object.values(zones).flatMap((forms) => forms.split(' '))),
)
export const ORDINAL_ENDINGS = new Set([...en.ORDINAL_ENDINGS, ...ru.ORDINAL_ENDINGS])
export { CLOSES, DOUBTFUL_MONTHS } from './en/calendar.ts'
export { DAY_ENDINGS, DAY_OF_MONTH } from './ru/calendar.ts'
