/**
 * Things that are known by how they look: addresses, files, phones, dates in digits, times, codes. Every pattern is bounded
 * or eats what it matches, and its parts begin with different characters, so that none can go back and forth over a text.
 */
import { FILE_ENDINGS, SITE_NAMES, TOP_DOMAINS, WORD_DOTS } from './endings.ts'

export type Shape =
  /** `name`: of a company rather than of a page. */
  | {
      readonly kind: 'link' | 'email' | 'file' | 'handle' | 'code' | 'phone'
      readonly value: string
      readonly name?: boolean
    }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  /** Minutes since midnight. */
  | { readonly kind: 'time'; readonly minutes: number }

const URL_LIKE = /(?:https?|ftp):\/\/[^\s<>"]+/iy
const EMAIL = /[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+-]{0,63})@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/uy
const DOTTED = /[\p{L}\p{N}_-]{1,100}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}/uy
const PATH = /(?::\d{1,5})?[/?#][^\s<>"]{0,2000}/y
const HANDLE = /@[A-Za-z]\w{2,63}|#[\p{L}\d][\p{L}\p{N}_-]{1,80}/uy
const PHONE = /(?:\+\d{1,3}|8|7)?[ -]?(?:\(\d{3,5}\)|\d{3,4})[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2}(?!\d)/y
const PHONE_ANY = /\+\d(?:[ ()-]{0,2}\d){8,15}(?!\d)/y
const PHONE_US = /(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?!\d)/y
/** 020 7946 0655: written with the zero of home. */
const PHONE_HOME = /(?:0\d{2,4}|\(0\d{2,4}\))[ -]\d{3,4}[ -]?\d{3,4}(?![\d])/y
const PHONE_LOCAL = /\d{2,3}-\d{2}-\d{2}(?![\d-])/y
const EXTENSION = /[ ,]{0,2}(?:доб(?:авочный)?|внутр|ext(?:ension)?|x)[. ]{0,2}(?:номер )?(\d{1,6})(?!\d)/iy
const ISO_DATE = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y
const DATE = /(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?!\d)(?!\.\d)/y
const TIME = /([01]?\d|2[0-4])([:.-])([0-5]\d)(?!\d)(?![:.]\d)/y
/** What stands before an hour; without it 18.30 is a number and 9-00 a range. */
const BEFORE_HOUR =
  /(?:^|[^\p{L}])(?:в|до|с|со|к|после|на|около|at|by|from|till|until|to|after|before|пн|вт|ср|чт|пт|сб|вс|mon|tues?|wed|thu|thurs|fri|sat|sun)\s$|-\s?$/iu
/** Of a picture. */
const RATIO = /^9:16$/
const AFTER_HOUR = /^ ?(?:утра|дня|вечера|ночи|am|pm|a\.m|p\.m|ч|мск|msk)(?![\p{L}\p{N}])/iu
const CODE = /[\p{L}\p{N}]{1,40}(?:[-/_.][\p{L}\p{N}]{1,40}){0,8}/uy
/** 4+0: inks on the two sides of a sheet. */
const COLOURS = /[0-5]\+[0-5](?![\d+])(?![.,]\d)/y
const TRAILING = /[.,;:!?)\]}'"…]$/

/** What a stretch without spaces holds, found once for all tokens in it. */
export type Stretch = {
  readonly end: number
  readonly digit: boolean
  readonly at: boolean
  readonly dot: boolean
  readonly slashes: boolean
}

export function stretchAt(text: string, i: number): Stretch {
  let end = i
  let [digit, at, dot, slashes] = [false, false, false, false]
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 32 || code === 10) break
    if (code >= 48 && code <= 57) digit = true
    else if (code === 64) at = true
    else if (code === 46) dot ||= text.charCodeAt(end + 1) > 32
    else if (code === 47 && text.charCodeAt(end + 1) === 47) slashes = true
  }
  return { end, digit, at, dot, slashes }
}

const MAY_OPEN = /[\p{L}\p{N}_+(@#]/u

export function shapeAt(
  text: string,
  i: number,
  { digit, at, dot, slashes }: Stretch,
): { text: string; shape: Shape } | undefined {
  const first = text.charAt(i)
  if (!digit && !at && !dot && !slashes && first !== '#' && first !== '(' && first !== '+') return undefined
  if (!MAY_OPEN.test(first)) return undefined
  return (
    (slashes ? link(text, i) : undefined) ??
    (at ? email(text, i) : undefined) ??
    (dot ? dotted(text, i) : undefined) ??
    (first === '@' || first === '#' ? handle(text, i) : undefined) ??
    inDigits(text, i, first) ??
    (digit ? code(text, i) : undefined)
  )
}

type Found = { text: string; shape: Shape } | undefined

function link(text: string, i: number): Found {
  const found = sticky(URL_LIKE, text, i)?.[0]
  if (found === undefined) return undefined
  const whole = trimmed(found)
  return { text: whole, shape: { kind: 'link', value: linkValue(whole) } }
}

function email(text: string, i: number): Found {
  const found = sticky(EMAIL, text, i)?.[0]
  if (found === undefined) return undefined
  return { text: found, shape: { kind: 'email', value: found.toLowerCase() } }
}

/** A domain, with or without a path, or the name of a file. */
function dotted(text: string, i: number): Found {
  const found = sticky(DOTTED, text, i)?.[0]
  if (found === undefined) return undefined
  const ending = found.slice(found.lastIndexOf('.') + 1).toLowerCase()
  const path = sticky(PATH, text, i + found.length)?.[0]
  // No site has an underscore in its name.
  const looks = found.includes('_') && /^[a-z][a-z\d]{1,4}$/.test(ending)
  if (path === undefined && (looks || FILE_ENDINGS.has(ending))) {
    return { text: found, shape: { kind: 'file', value: found.toLowerCase() } }
  }
  if (!TOP_DOMAINS.has(ending) || WORD_DOTS.has(found.toLowerCase())) return undefined
  const whole = trimmed(found + (path ?? ''))
  const name = path === undefined && SITE_NAMES.has(found.toLowerCase())
  return { text: whole, shape: { kind: 'link', value: linkValue(whole), ...(name ? { name } : {}) } }
}

function handle(text: string, i: number): Found {
  const found = sticky(HANDLE, text, i)?.[0]
  // #482 is a number.
  if (found === undefined || /^#\d+$/.test(found)) return undefined
  // #A-20931 is an order, #sale a hashtag.
  const marked = /^#\p{Lu}.*\d/u.test(found) ? found.slice(1) : ''
  if (marked !== '' && isCode(marked)) return { text: found, shape: { kind: 'code', value: codeValue(marked) } }
  return { text: found, shape: { kind: 'handle', value: found.toLowerCase() } }
}

/** Case of the host, the scheme, `www.` and a slash at the end say nothing; everything else does, tracking included. */
function linkValue(link: string): string {
  const bare = link.replace(/^[a-z]{3,5}:\/\//i, '').replace(/^www\./i, '')
  const end = bare.search(/[/?#]/)
  const host = (end < 0 ? bare : bare.slice(0, end)).toLowerCase()
  return host + (end < 0 ? '' : inOrder(bare.slice(end)).replace(/\/$/, ''))
}

/** The order of parameters says nothing. */
function inOrder(path: string): string {
  const [start = '', query, ...more] = path.split('?')
  if (query === undefined || more.length > 0) return path
  const [parameters = '', ...fragment] = query.split('#')
  return `${start.replace(/\/$/, '')}?${[parameters.split('&').sort().join('&'), ...fragment].join('#')}`
}

function inDigits(text: string, i: number, first: string): Found {
  if (!/[\d+(]/.test(first)) return undefined
  return phone(text, i) ?? isoDate(text, i) ?? time(text, i) ?? date(text, i)
}

function phone(text: string, i: number): Found {
  const found =
    sticky(PHONE_ANY, text, i)?.[0] ??
    sticky(PHONE_US, text, i)?.[0] ??
    likely(sticky(PHONE, text, i)?.[0]) ??
    sticky(PHONE_HOME, text, i)?.[0] ??
    sticky(PHONE_LOCAL, text, i)?.[0]
  if (found === undefined) return undefined
  const extension = sticky(EXTENSION, text, i + found.length)
  // +44 (0)20: the zero is for those who call from home.
  const digits = found.replace('(0)', '').replace(/\D/g, '')
  // Russian numbers are written with 8 at home and with +7 from abroad.
  const national = digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
  const value = extension ? `${national}x${extension[1]}` : national
  return { text: found + (extension?.[0] ?? ''), shape: { kind: 'phone', value } }
}

/** Digits in a row are an account or a sum, unless they begin and end as a phone number does. */
function likely(found: string | undefined): string | undefined {
  if (found === undefined) return undefined
  const digits = found.replace(/\D/g, '').length
  if (/^(?:8|7|\+)/.test(found)) return digits === 11 ? found : undefined
  return digits === 10 && /[()-]/.test(found) ? found : undefined
}

function isoDate(text: string, i: number): Found {
  const found = sticky(ISO_DATE, text, i)
  if (!found) return undefined
  return dated(found[0], Number(found[3]), Number(found[2]), Number(found[1]))
}

function date(text: string, i: number): Found {
  const found = sticky(DATE, text, i)
  // "$3.10" is a price.
  if (!found || /^\p{Sc}$/u.test(text.charAt(i - 1))) return undefined
  const [whole, a = '', separator, b = '', year] = found
  // 8.2 is a version, 14.05 a day; 50/50 is neither, nor is 1/2.
  if (year === undefined && (b.length < 2 || (separator === '/' && !dayAndMonth(a, b)))) return undefined
  const [day, month] = Number(b) > 12 && separator === '/' ? [Number(b), Number(a)] : [Number(a), Number(b)]
  return dated(whole, day, month, year === undefined ? undefined : fullYear(Number(year)))
}

/** 15/03, and neither 10/12 nor 70/30. */
function dayAndMonth(a: string, b: string): boolean {
  return (
    a.length === 2 &&
    b.length === 2 &&
    /^0|^1[3-9]|^[23]/.test(a) !== /^1[3-9]|^[2-9]/.test(b) &&
    (/^0/.test(a) || /^0/.test(b))
  )
}

function dated(whole: string, day: number, month: number, year: number | undefined): Found {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined
  return { text: whole, shape: { kind: 'date', day, month, ...(year === undefined ? {} : { year }) } }
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

function time(text: string, i: number): Found {
  const found = sticky(TIME, text, i)
  if (!found) return undefined
  const [whole, hours, separator, minutes = ''] = found
  // 14.05 is a day; 18.30 and 9-00 are hours only where an hour is expected.
  if (separator === '.' && Number(minutes) <= 12 && minutes !== '00') return undefined
  if (separator === '-' && !/^(?:00|15|30|45)$/.test(minutes)) return undefined
  const expected =
    BEFORE_HOUR.test(text.slice(Math.max(0, i - 8), i)) ||
    AFTER_HOUR.test(text.slice(i + whole.length, i + whole.length + 10))
  if (
    separator !== ':' &&
    (PRICED.test(text.slice(i + whole.length, i + whole.length + 20)) || /^\p{Sc}$/u.test(text.charAt(i - 1)))
  )
    return undefined
  if (!expected && (separator !== ':' || RATIO.test(whole))) return undefined
  return { text: whole, shape: { kind: 'time', minutes: Number(hours) * 60 + Number(minutes) } }
}

/** "At 7.20 a piece", "from 1.20 to 0.95 dollars". */
const PRICED =
  /^ ?(?:a piece|a pop|apiece|each|per |\/|за шт|за ед|to \d{1,4}[.,]\d{1,2} ?(?:dollar|euro|pound|rouble|ruble|usd|eur|gbp|cent))/i

/** Letters and digits in one: an order, an article, a contract. Digits with an ending (`150к`, `15-го`) are no code. */
function code(text: string, i: number): Found {
  const colours = sticky(COLOURS, text, i)?.[0]
  if (colours) return { text: colours, shape: { kind: 'code', value: colours } }
  const found = sticky(CODE, text, i)?.[0]
  if (found === undefined || !/\d/.test(found)) return undefined
  const whole = found.replace(/[-/_.]+$/, '').replace(KIND_OF_THING, '')
  if (!isCode(whole)) return undefined
  return { text: whole, shape: { kind: 'code', value: codeValue(whole) } }
}

/** "HTML5-версия", "H264-encoded": a word for what it is, behind the code. */
const KIND_OF_THING = /(?<=^[A-Z]{1,8}\d{1,6})-(?:[а-яё]{3,}|[a-z]{3,})$/

function isCode(whole: string): boolean {
  if (/^\d+$/.test(whole)) return whole.length >= 9
  if (/^\d+(?:\.\d+){2,}$/.test(whole)) return true
  // 100-150 is a range, 70412-3318 is none.
  const range = /^(\d{3,4})-(\d{3,4})$/.exec(whole)
  if (range) return Number(range[1]) >= Number(range[2])
  // 10am-6pm, 1h30: hours.
  if (/^\d{1,2}(?:am|pm)?-\d{1,2}(?:am|pm)$/i.test(whole) || /^\d{1,2}(?:h|ч)[0-5]\d(?:m|м|min|мин)?$/iu.test(whole))
    return false
  if (/^\d{2,5}на\d{2,5}$/iu.test(whole)) return false
  // м2, г/м2, руб/м2: a unit.
  if (/^(?:\p{L}{1,4}\/)?[мm][2²]$/iu.test(whole)) return false
  // v2.1 and v.2.1 are version 2.1.
  if (/^v\.?\d+(?:\.\d+)?$/i.test(whole)) return false
  if (!/\p{L}/u.test(whole)) return /^\d{3,}[-/]\d{3,}(?:[-/]\d+)*$/.test(whole) || /^\d+(?:[-/]\d+){2,}$/.test(whole)
  // 89/yr, 500/мес
  if (/^\d+(?:[.,]\d+)?\p{L}{0,3}\/\p{Ll}+$/u.test(whole)) return false
  // 152-фз: the number of a law.
  if (/^\d{1,4}-(?:фз|fz|фкз)$/i.test(whole)) return true
  // 10-дневный, 15-го, 2-3нед, 150к: a number and what is counted.
  if (/^\d+(?:[.,/-]\d+)*-?[\p{Ll}]+$/u.test(whole))
    return /^[0-9a-f]{7,40}$/.test(whole) && /[a-f].*\d|\d.*[a-f]/.test(whole)
  if (
    /^\d+(?:[.,-]\d+)*(?:K|К|M|М|GB|MB|KB|TB|ГБ|МБ|КБ|ТБ|Гб|Мб|Кб|Тб|PM|AM|px|Mb|Gb|Kb|kWh|кВт|EUR|USD|RUB|GBP)$/u.test(
      whole,
    )
  )
    return false
  // 4G, 5G: a kind of network.
  if (/^[2-6]G$/.test(whole)) return true
  // 4x3, 1С, 2ГИС, USD40: numbers with a word beside them.
  if (/^\d+(?:\.\d+)?(?:[xх]\d+(?:\.\d+)?)+\p{L}{0,3}$/iu.test(whole) || /^\d{1,2}\p{L}+$/u.test(whole)) return false
  if (/^(?:USD|EUR|GBP|RUB|AED|CHF|KZT|CNY)\d+(?:[.,]\d+)*$/i.test(whole)) return false
  if (/^\p{L}+-\d{1,3}$/u.test(whole) && !/^\p{Lu}/u.test(whole)) return false
  if (/^\p{Ll}+-\d+(?:-\d+)?$/u.test(whole) && !/\d{3}/.test(whole)) return false
  if (/^(?:топ|top)-\d+$/iu.test(whole)) return false
  if (/^Q[1-4]$/.test(whole)) return false
  return true
}

/** Cyrillic letters that look Latin are one with them, separators say nothing: АГ-209, AG 209. */
function codeValue(whole: string): string {
  return whole
    .replace(/[-_#]/g, '')
    .toUpperCase()
    .replace(/^V(?=\d+\.)/, '')
}

function trimmed(found: string): string {
  const opens = found.includes('(')
  let end = found.length
  while (end > 0 && TRAILING.test(found.charAt(end - 1))) {
    if (opens && found.charAt(end - 1) === ')') break
    end--
  }
  return found.slice(0, end)
}

function sticky(pattern: RegExp, text: string, i: number): RegExpExecArray | null {
  pattern.lastIndex = i
  return pattern.exec(text)
}
