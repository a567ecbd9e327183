/** English days, months and words for when. */
import { table } from '../tables.ts'

/** `may` and `march` are months only in certain company: facts/dates.ts looks at it. */
export const MONTHS = table(
  {
    1: "january jan january's",
    2: "february feb february's",
    3: "march mar march's",
    4: "april apr april's",
    5: 'may',
    6: "june jun june's",
    7: "july jul july's",
    8: "august aug august's",
    9: "september sep sept september's",
    10: "october oct october's",
    11: "november nov november's",
    12: "december dec december's",
  },
  Number,
)
export const DOUBTFUL_MONTHS = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sep'])
export const WEEKDAYS = table(
  {
    mon: "monday mondays monday's mon",
    tue: "tuesday tuesdays tuesday's tue tues",
    wed: "wednesday wednesdays wednesday's wed weds",
    thu: "thursday thursdays thursday's thu thur thurs",
    fri: "friday fridays friday's fri",
    sat: "saturday saturdays saturday's",
    sun: "sunday sundays sunday's",
    weekend: "weekend weekends weekend's",
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
export const WHICH = table(
  { next: 'next upcoming following', last: 'last previous', this: 'this current' },
  (key) => key,
)
export const EDGES = table(
  { end: 'end late close', start: 'start beginning early', middle: 'middle mid' },
  (key) => key,
)
export const DAY_PARTS = table(
  {
    morning: 'morning mornings',
    afternoon: 'afternoon',
    evening: 'evening evenings',
    late: 'night nights overnight',
    noon: 'lunch lunchtime',
  },
  (key) => key,
)
/** Deadlines in three letters. */
export const CLOSES = table(
  { 'end day': 'eod cob cop eob', 'end week': 'eow', 'end month': 'eom', 'end year': 'eoy', 'end quarter': 'eoq' },
  (key) => key,
)
export const HOURS = table({ 720: "noon noon's midday", 1440: "midnight midnight's" }, Number)
/** By offset where there is one name for it; "local", "yours" and "ours" are zones of their own. */
export const ZONES = {
  msk: 'msk moscow utc_+_3 gmt_+_3',
  gmt: 'gmt utc',
  london: 'bst london uk',
  cet: 'cet cest berlin paris central',
  est: 'est edt et eastern new_york',
  pst: 'pst pdt pt pacific',
  local: 'local',
  yours: "your client's",
  ours: 'our my',
  dubai: 'dubai gst',
  kyiv: 'kyiv',
  tbilisi: 'tbilisi',
  eet: 'eet eest',
  ist: 'ist',
  sgt: 'sgt singapore',
  hkt: 'hkt hong_kong',
  tokyo: 'jst tokyo',
  aest: 'aest aedt sydney',
  yekaterinburg: 'almaty tashkent yekaterinburg',
}
export const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
