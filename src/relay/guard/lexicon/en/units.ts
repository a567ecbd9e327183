/** English names of units, currencies and the things an agency counts. */
import { readCurrency, table } from '../tables.ts'

export const UNITS = table(
  {
    ms: 'ms millisecond milliseconds',
    micron: 'micron microns',
    second: "sec secs seconds s seconds'",
    minute: "min mins minute minutes minute's minutes'",
    hour: "h hr hrs hour hours hour's hours'",
    day: "day days d day's days'",
    workday: 'workday workdays bd',
    week: "week weeks wk wks w week's weeks'",
    fortnight: 'fortnight fortnights',
    month: "month months mo mos mth mths month's months'",
    quarter: 'quarters',
    year: "year years yr yrs year's years'",
    percent: 'percent pct percents',
    point: 'pp',
    times: 'times x',
    kb: 'kb kilobyte kilobytes',
    mb: 'mb megabyte megabytes megs',
    gb: 'gb gig gigs gigabyte gigabytes',
    tb: 'tb terabyte terabytes',
    px: 'px pixel pixels',
    mm: 'mm millimetre millimetres millimeter millimeters',
    cm: 'cm centimetre centimetres centimeter centimeters',
    m: 'metre metres meter meters',
    km: 'km kilometre kilometres kilometer kilometers',
    m2: 'sqm m2',
    g: 'gram grams gsm',
    kg: 'kg kgs kilo kilos kilogram kilograms',
    ton: 'ton tons tonne tonnes',
    l: 'litre litres liter liters',
    inch: 'inch inches',
    mile: 'mile miles mi',
    pt: 'pt pts',
    degree: 'degree degrees',
    kbit: 'kbit kbps kilobit kilobits',
    mbit: 'mbit mbps megabit megabits',
    gbit: 'gbit gbps gigabit gigabits',
    dpi: 'dpi',
    fps: 'fps frames',
    page: 'page pages',
    slide: 'slide slides',
    word: 'word words',
    character: 'character characters chars char symbols',
    person: 'person people persons heads',
    piece: 'piece pieces pcs copies copy',
    line: 'line lines row rows',
    sheet: 'sheet sheets',
    box: 'box boxes carton cartons crate crates',
    pack: 'pack packs package packages',
    set: 'sets',
    roll: 'rolls',
    shift: 'shift shifts',
    round: 'round rounds iteration iterations',
    click: 'click clicks',
    view: 'view views impression impressions',
  },
  (key) => key,
)

export const EVERY = table(
  {
    day: 'daily',
    week: 'weekly',
    month: 'monthly',
    quarter: 'quarterly',
    year: 'annually annual yearly',
    hour: 'hourly',
  },
  (key) => key,
)

/** A word before a unit that makes it one. */
export const A_SINGLE = new Set(['a', 'an', 'per', 'each', 'every', 'one', 'another'])

export const WORKING = new Set(['business', 'working', 'work', 'banking'])
export const PLAIN_DAYS = new Set(['calendar', 'full', 'whole'])

export const CURRENCIES = table(
  {
    'RUB 1': 'rub rur rouble roubles ruble rubles',
    'USD 1': 'usd dollar dollars bucks',
    'USD 0.01': 'cent cents',
    'EUR 1': 'eur euro euros',
    'GBP 1': 'gbp pound pounds quid',
    'KZT 1': 'kzt tenge',
    'BYN 1': 'byn',
    'UAH 1': 'uah',
    'CNY 1': 'cny rmb yuan',
    'TRY 1': 'lira liras',
    'AED 1': 'aed dirham dirhams',
    'GEL 1': 'gel',
    'CHF 1': 'chf',
    'PLN 1': 'pln',
    'INR 1': 'inr rupees',
  },
  readCurrency,
)
