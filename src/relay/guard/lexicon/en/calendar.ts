/** English days, months and words for when. */
import { table } from '../tables.ts'

/** `may` and `march` are months only in certain company: facts/dates.ts looks at it. */
export const MONTHS = table(
  {
    1: 'january jan',
    2: 'february feb',
    3: 'march mar',
    4: 'april apr',
    5: 'may',
    6: 'june jun',
    7: 'july jul',
    8: 'august aug',
    9: 'september sep sept',
    10: 'october oct',
    11: 'november nov',
    12: 'december dec',
  },
  Number,
)
export const DOUBTFUL_MONTHS = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sep'])
export const WEEKDAYS = table(
  {
    mon: 'monday mondays mon',
    tue: 'tuesday tuesdays tue tues',
    wed: 'wednesday wednesdays wed weds',
    thu: 'thursday thursdays thu thur thurs',
    fri: 'friday fridays fri',
    sat: 'saturday saturdays',
    sun: 'sunday sundays',
    weekend: 'weekend weekends',
    workdays: 'weekday weekdays',
  },
  (key) => key,
)
export const RELATIVE = table(
  {
    today: "today today's",
    tomorrow: "tomorrow tomorrow's tmrw tmr tmrrw tomoz tmw",
    yesterday: "yesterday yesterday's",
  },
  (key) => key,
)
export const WHICH = table({ next: 'next upcoming', last: 'last previous', this: 'this current' }, (key) => key)
export const EDGES = table({ end: 'end late', start: 'start beginning early', middle: 'middle mid' }, (key) => key)
export const DAY_PARTS = table(
  {
    morning: 'morning mornings',
    afternoon: 'afternoon',
    evening: 'evening evenings tonight',
    night: 'night nights overnight',
    noon: 'lunch lunchtime',
  },
  (key) => key,
)
/** Deadlines in three letters. */
export const CLOSES = table(
  { 'end day': 'eod cob cop eob', 'end week': 'eow', 'end month': 'eom', 'end year': 'eoy', 'end quarter': 'eoq' },
  (key) => key,
)
export const HOURS = table({ 720: 'noon midday', 1440: 'midnight' }, Number)
export const ZONES = table(
  { msk: 'msk', gmt: 'gmt utc', cet: 'cet cest', est: 'est edt et', pst: 'pst pdt pt', bst: 'bst' },
  (key) => key,
)
export const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
