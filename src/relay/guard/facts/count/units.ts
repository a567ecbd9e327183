/** What a number counts: the unit, the currency or the per-cent sign beside it. */

import type { FactKind } from '../../../../core/guard.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import {
  COUNTED,
  CURRENCIES,
  LOCAL_MONEY,
  PLAIN_DAYS,
  SIGNS,
  TIME_UNITS,
  UNIT_ADJECTIVES,
  UNITS,
  unitOf,
  WORKING,
} from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { markAt, type Numeric, pastDot, wordAt } from '../fact.ts'
import { tidy } from './amounts.ts'

/** `money`, or the name of a unit, and how many of `base` one is. */
export type Counted = { readonly name: string; readonly base: string; readonly size: number; readonly to: number }

/** The unit that begins at `i`. */
export function unitAt(tokens: readonly Token[], i: number): Counted | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  if (token.kind === 'mark') return signAt(token, i) ?? hyphenated(tokens, i)
  // "900х1200"
  if (token.kind !== 'word' || (/^[xх]$/.test(token.word) && tokens[i + 1]?.kind === 'number')) return undefined
  return (
    pointAt(tokens, i) ??
    squareAt(tokens, i) ??
    daysAt(tokens, i) ??
    moneyAt(tokens, i) ??
    namedAt(tokens, i) ??
    adjectiveAt(token.word, i) ??
    afterAdjective(tokens, i)
  )
}

function signAt(token: Token, i: number): Counted | undefined {
  if (token.text === '%') return { name: 'percent', base: 'percent', size: 1, to: i + 1 }
  const code = SIGNS.get(token.text)
  return code === undefined ? undefined : { name: 'money', base: code, size: 1, to: i + 1 }
}

/** 10-дневный, 3-day. */
function hyphenated(tokens: readonly Token[], i: number): Counted | undefined {
  if (markAt(tokens, i) !== '-' || !tokens[i]?.glued || !tokens[i + 1]?.glued) return undefined
  const word = wordAt(tokens, i + 1)
  if (WORKING.has(word)) return daysAt(tokens, i + 1)
  if (word === 'second') return counted('second', i + 2)
  const name = UNITS.get(word)
  return name === undefined ? adjectiveAt(word, i + 1) : counted(name, i + 2)
}

/** "п.п.", "процентный пункт", "percentage point"; "per cent". */
function pointAt(tokens: readonly Token[], i: number): Counted | undefined {
  const word = wordAt(tokens, i)
  if (word === 'п' && markAt(tokens, i + 1) === '.' && wordAt(tokens, i + 2) === 'п')
    return counted('point', markAt(tokens, i + 3) === '.' ? i + 4 : i + 3)
  const next = wordAt(tokens, i + 1)
  if (/^процентн/.test(word) && /^пункт/.test(next)) return counted('point', i + 2)
  if (word === 'per' && next === 'cent') return counted('percent', i + 2)
  return word === 'percentage' && /^points?$/.test(next) ? counted('point', i + 2) : undefined
}

/** м², м2, кв. м, sq m, sq ft. */
export function squareAt(tokens: readonly Token[], i: number): Counted | undefined {
  const word = wordAt(tokens, i)
  const two = tokens[i + 1]
  if (/^[мm]$/.test(word) && two?.glued && /^[2²]$/.test(two.text)) return counted('m2', i + 2)
  const at = afterDot(tokens, i + 1)
  if (!/^(?:кв|sq|square|квадратн\p{L}+)$/u.test(word)) return undefined
  const side = wordAt(tokens, at)
  if (/^(?:м|m|метр\p{L}*|met(?:er|re)s?)$/u.test(side)) return counted('m2', at + 1)
  return /^(?:ft|foot|feet|фут\p{L}*)$/u.test(side) ? counted('ft2', at + 1) : undefined
}

function moneyAt(tokens: readonly Token[], i: number): Counted | undefined {
  const word = wordAt(tokens, i)
  const dotted = markAt(tokens, i + 1) === '.' && tokens[i + 1]?.glued === true
  if (word === 'т' && dotted && /^(?:р|руб)/.test(wordAt(tokens, i + 2))) {
    return { name: 'money', base: 'RUB', size: 1_000, to: afterDot(tokens, i + 3) }
  }
  if (word === 'us' && markAt(tokens, i + 1) === '$') return { name: 'money', base: 'USD', size: 1, to: i + 2 }
  // "белорусских рублей", "бел. руб."
  const local = LOCAL_MONEY.find(
    ([start, next]) => start.test(word) && next.test(wordAt(tokens, pastDot(tokens, i + 1))),
  )
  if (local) return { name: 'money', base: local[2], size: 1, to: afterDot(tokens, pastDot(tokens, i + 1) + 1) }
  // "20p a word"
  if (word === 'p' && tokens[i]?.glued && /^(?:a|an|per|each|\/)$/.test(tokens[i + 1]?.word ?? ''))
    return { name: 'money', base: 'GBP', size: 0.01, to: i + 1 }
  const currency = CURRENCIES.get(word)
  if (currency === undefined) return undefined
  return { name: 'money', base: currency.code, size: currency.scale, to: afterDot(tokens, i + 1) }
}

function daysAt(tokens: readonly Token[], i: number): Counted | undefined {
  const word = wordAt(tokens, i)
  const at = afterDot(tokens, i + 1)
  if (WORKING.has(word) || PLAIN_DAYS.has(word)) {
    const name = UNITS.get(wordAt(tokens, at))
    if (name === undefined || !TIME_UNITS.has(name)) return undefined
    if (WORKING.has(word) && name === 'week')
      return { name: 'workday', base: 'workday', size: DAYS_OF_WORK, to: at + 1 }
    return WORKING.has(word) && name === 'day' ? counted('workday', at + 1) : counted(name, at + 1)
  }
  // "р.д.", "к.д."
  if (/^[рк]$/.test(word) && markAt(tokens, i + 1) === '.' && wordAt(tokens, i + 2) === 'д')
    return counted(word === 'р' ? 'workday' : 'day', markAt(tokens, i + 3) === '.' ? i + 4 : i + 3)
  // "two days' work" is how long, "дней рабочих" of what kind.
  if (UNITS.get(word) === 'day' && wordAt(tokens, i + 1) !== 'work' && WORKING.has(wordAt(tokens, i + 1)))
    return counted('workday', i + 2)
  return undefined
}

/** In a week. */
const DAYS_OF_WORK = 5

function namedAt(tokens: readonly Token[], i: number): Counted | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  // "1С" is a program.
  if (token.glued && token.word === 'с' && isProgram(tokens, i)) return undefined
  // "3х экземпляров": an ending.
  if (token.word === 'х' && token.glued && UNITS.has(wordAt(tokens, i + 1))) return unitAt(tokens, i + 1)
  // "a 15 second clip"
  const second = token.word === 'second' && tokens[i - 1]?.kind === 'number' && (tokens[i - 1]?.value ?? 0) > 1
  const name = second ? 'second' : UNITS.get(token.word)
  if (name === undefined) return undefined
  // "50,000 page views"
  if (token.word === 'page' && /^views?$/.test(wordAt(tokens, i + 1))) return counted('view', i + 2)
  // "2025 г" is a year, "300 г" a weight.
  if (token.word === 'г' && Number(tokens[i - 1]?.text) >= 1900) return undefined
  // "1ч 20м"
  if (/^[мm]$/.test(token.word) && /^(?:ч|час|часа|часов|h|hr|hrs)$/.test(wordAt(tokens, i - 2)))
    return counted('minute', afterDot(tokens, i + 1))
  // One letter is a unit behind digits only, where no other word follows it that would make it a preposition.
  if (
    token.word.length === 1 &&
    !token.glued &&
    /^(?:word|number)$/.test(tokens[i + 1]?.kind ?? '') &&
    !(/^[сs]$/.test(token.word) && UNITS.get(wordAt(tokens, i - 2)) === 'minute') &&
    /^[сwdxs]$/.test(token.word)
  )
    return undefined
  return counted(name, name === 'g' ? perSquare(tokens, i + 1) : afterDot(tokens, i + 1))
}

function isProgram(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i - 1]?.text === '1' &&
    (tokens[i]?.text === 'С' || (markAt(tokens, i + 1) === '-' && tokens[i + 1]?.glued === true))
  )
}

/** "300 г/м²", "300 grams per square metre": of paper, and still so many grams. The place behind it. */
function perSquare(tokens: readonly Token[], i: number): number {
  const at = afterDot(tokens, i)
  const square = /^(?:\/|на|per)$/.test(tokens[at]?.word ?? '') ? squareAt(tokens, at + 1) : undefined
  return square?.to ?? at
}

function adjectiveAt(word: string, i: number): Counted | undefined {
  for (const [start, name] of UNIT_ADJECTIVES) {
    if (word.startsWith(start) && word.length <= start.length + 3) return counted(name, i + 1)
  }
  return undefined
}

/** "10 полных страниц": one word between a number and what is counted, when that is in the tables. */
function afterAdjective(tokens: readonly Token[], i: number): Counted | undefined {
  const name = UNITS.get(wordAt(tokens, i + 1))
  if (name !== undefined && MORE.has(wordAt(tokens, i))) return counted(name, i + 2)
  if (name === undefined || !/(?:ых|их|ые|ие|ый|ой)$|^[a-z]+$/.test(wordAt(tokens, i)) || wordAt(tokens, i).length < 4)
    return undefined
  return COUNTED.has(name) && name !== 'times' ? counted(name, i + 2) : undefined
}

/** Between a number and its unit they add nothing. */
const MORE = new Set('more extra additional further другие других дополнительных дополнительные лишних'.split(' '))

/** "минут 40", "процентов на 30", "часа через 2": about so many. The place of the unit when one stands before `i`. */
export function unitBefore(tokens: readonly Token[], i: number): Counted | undefined {
  const between = BETWEEN.has(wordAt(tokens, i - 1))
  const at = between ? i - 2 : i - 1
  const word = wordAt(tokens, at)
  const plural = PLURALS.has(word)
  const name = UNITS.get(word)
  if (name === undefined || !(plural || DOUBTFUL.has(word))) return undefined
  // "смена 8 часов 12 тысяч": the hours have a number of their own.
  const own = tokens[at - 1]
  if (own?.kind === 'number' || NUMBERS.has(own?.word ?? '')) return undefined
  if (plural) return counted(name, at)
  // "в течение дня 5 писем": the day belongs to what stands before it.
  const before = wordAt(tokens, at - 1)
  return PREPOSITIONS.has(before) || (tokens[i + 1]?.kind === 'word' && !between) ? undefined : counted(name, at)
}
const BETWEEN = new Set(['на', 'через', 'в', 'за', 'по', 'до', 'с', 'около'])
const PLURALS = new Set(
  'минут часов дней недель месяцев лет секунд процентов раза килограмм килограммов метров тонн'.split(' '),
)
const DOUBTFUL = new Set('часа дня недели месяца года минуты'.split(' '))
const PREPOSITIONS = new Set(
  'в течение до конца концу с к через за на по после начала середины этого каждого'.split(' '),
)

function counted(name: string, to: number): Counted {
  return { name, ...unitOf(name), to }
}

function afterDot(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1]
  const ends = next === undefined || next.newLine || /^\p{Lu}/u.test(next.text)
  return markAt(tokens, i) === '.' && tokens[i]?.glued && !ends ? i + 1 : i
}

export function numericOf(raw: number, unit: Counted | undefined): Numeric {
  if (unit === undefined) return { raw, n: raw, base: '' }
  return { raw: tidy(raw), n: tidy(raw * unit.size), base: unit.base }
}

export function kindOf(unit: Counted | undefined): FactKind {
  if (unit === undefined) return 'number'
  if (unit.name === 'money') return 'money'
  if (unit.name === 'percent') return 'percent'
  return TIME_UNITS.has(unit.name) ? 'duration' : COUNTED.has(unit.name) ? 'number' : 'unit'
}
