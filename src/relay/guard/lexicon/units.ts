/** What each unit is in its base: minutes, calendar months, bytes. Working days are days of another kind. */
import * as en from './en/units.ts'
import * as ru from './ru/units.ts'
import type { Currency, Unit } from './tables.ts'

const SIZES: Readonly<Record<string, Unit>> = {
  ms: { base: 'minute', size: 1 / 60_000 },
  second: { base: 'minute', size: 1 / 60 },
  minute: { base: 'minute', size: 1 },
  hour: { base: 'minute', size: 60 },
  day: { base: 'minute', size: 1_440 },
  week: { base: 'minute', size: 10_080 },
  fortnight: { base: 'minute', size: 20_160 },
  month: { base: 'month', size: 1 },
  quarter: { base: 'month', size: 3 },
  year: { base: 'month', size: 12 },
  kb: { base: 'byte', size: 1e3 },
  mb: { base: 'byte', size: 1e6 },
  gb: { base: 'byte', size: 1e9 },
  tb: { base: 'byte', size: 1e12 },
  micron: { base: 'metre', size: 1e-6 },
  mm: { base: 'metre', size: 0.001 },
  cm: { base: 'metre', size: 0.01 },
  m: { base: 'metre', size: 1 },
  km: { base: 'metre', size: 1_000 },
  kbit: { base: 'bit', size: 1e3 },
  mbit: { base: 'bit', size: 1e6 },
  gbit: { base: 'bit', size: 1e9 },
  m2: { base: 'm2', size: 1 },
  are: { base: 'm2', size: 100 },
  ft2: { base: 'm2', size: 0.3048 ** 2 },
  inch: { base: 'metre', size: 0.0254 },
  foot: { base: 'metre', size: 0.3048 },
  yard: { base: 'metre', size: 0.9144 },
  oz: { base: 'gram', size: 28.349523125 },
  lb: { base: 'gram', size: 453.59237 },
  mile: { base: 'metre', size: 1_609.344 },
  g: { base: 'gram', size: 1 },
  kg: { base: 'gram', size: 1_000 },
  ml: { base: 'litre', size: 0.001 },
  l: { base: 'litre', size: 1 },
  ton: { base: 'gram', size: 1e6 },
}

/** A unit by its name in the tables of the languages. */
export function unitOf(name: string): Unit {
  return SIZES[name] ?? { base: name, size: 1 }
}

/** Units of time: a number of them is a duration. */
export const TIME_UNITS = new Set([
  'ms',
  'second',
  'minute',
  'hour',
  'day',
  'workday',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
])
/** What is only counted. Which of them a writer names is a matter of taste, unless both texts name one. */
export const COUNTED = new Set(
  'page slide word character person piece line times sheet box pack set roll shift round click view'.split(' '),
)

/** Behind "1.5m" they say that it is no length. */
export const IN_MILLIONS = new Set(
  'reach followers subscribers users visits visitors customers downloads installs sessions rows records leads orders contacts viewers listeners readers clients monthly daily'.split(
    ' ',
  ),
)

export const UNITS = new Map([...en.UNITS, ...ru.UNITS])
export const EVERY = new Map([...en.EVERY, ...ru.EVERY])
export const CURRENCIES = new Map<string, Currency>([...en.CURRENCIES, ...ru.CURRENCIES])
export const SIGNS = new Map([
  ['₽', 'RUB'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₸', 'KZT'],
  ['₴', 'UAH'],
  ['¥', 'CNY'],
  ['₺', 'TRY'],
  ['₾', 'GEL'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['฿', 'THB'],
  ['֏', 'AMD'],
  ['₼', 'AZN'],
  ['₿', 'BTC'],
])
/** One name for the money of several countries, and whose it is. */
export const LOCAL_MONEY: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:бел|белорусск\p{L}+|belarusian)$/u, /^(?:р|руб|рубл\p{L}+|roubles?|rubles?)$/u, 'BYN'],
  [/^(?:росс|российск\p{L}+|russian)$/u, /^(?:р|руб|рубл\p{L}+|roubles?|rubles?)$/u, 'RUB'],
  [/^(?:канадск\p{L}+|canadian)$/u, /^(?:доллар\p{L}*|dollars?)$/u, 'CAD'],
  [/^(?:австралийск\p{L}+|australian)$/u, /^(?:доллар\p{L}*|dollars?)$/u, 'AUD'],
  [/^(?:американск\p{L}+|us|american)$/u, /^(?:доллар\p{L}*|dollars?)$/u, 'USD'],
  [/^(?:швейцарск\p{L}+|swiss)$/u, /^(?:франк\p{L}*|francs?)$/u, 'CHF'],
  [/^(?:чешск\p{L}+|czech)$/u, /^(?:крон\p{L}*|koruna|crowns?)$/u, 'CZK'],
  [/^(?:шведск\p{L}+|swedish)$/u, /^(?:крон\p{L}*|krona|kronor)$/u, 'SEK'],
]

export const WORKING = new Set([...en.WORKING, ...ru.WORKING])
export const PLAIN_DAYS = new Set([...en.PLAIN_DAYS, ...ru.PLAIN_DAYS])
export { A_SINGLE } from './en/units.ts'
export { HALVES, SINGLE, SINGLE_GENITIVE, UNIT_ADJECTIVES } from './ru/units.ts'
