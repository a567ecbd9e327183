/** Hours as they are spoken: "half past two", "ten past eight", "без четверти три", "двадцать минут девятого", "часов в шесть". */
import { NUMBERS } from '../../lexicon/numbers.ts'
import { UNITS } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { readAmount } from '../count/amounts.ts'
import { type ReadFacts, wordAt } from '../fact.ts'
import { hourAt, hourFact } from './clock.ts'

export function spokenHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  return pastHour(tokens, i) ?? halfHour(tokens, i) ?? toHour(tokens, i) ?? ofHour(tokens, i) ?? aboutHour(tokens, i)
}

/** "half past two", "ten past eight", "quarter to five". */
function pastHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const minutes = minutesAt(tokens, i)
  if (minutes === undefined) return undefined
  const direction = wordAt(tokens, minutes.to)
  if (direction === 'past') return atHour(tokens, i, minutes.to + 1, minutes.n)
  if (direction !== 'to' || minutes.n === 30) return undefined
  const hour = hourAt(tokens, minutes.to + 1)
  // "five to six days", "reduced from ten to five": a clock only where one is expected.
  if (!hour || UNITS.has(wordAt(tokens, hour.to)) || tokens[hour.to]?.text === '%') return undefined
  const expected =
    minutes.n === 15 ||
    BEFORE_HOUR.test(wordAt(tokens, i - 1)) ||
    /^(?:am|pm|o'clock|tomorrow|today)$/.test(wordAt(tokens, hour.to)) ||
    (wordAt(tokens, hour.to) === 'in' && wordAt(tokens, hour.to + 1) === 'the')
  return expected ? atHour(tokens, i, minutes.to + 1, -minutes.n) : undefined
}
const BEFORE_HOUR = /^(?:at|by|till|until|before|after|around|about|it's|is)$/

/** Minutes that people say beside an hour. */
function minutesAt(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const word = wordAt(tokens, i)
  if (word === 'half') return { n: 30, to: i + 1 }
  if (word === 'quarter') return { n: 15, to: i + 1 }
  const amount = readAmount(tokens, i)
  if (amount?.role !== 'cardinal' || ![5, 10, 15, 20, 25].includes(amount.n)) return undefined
  return { n: amount.n, to: /^minutes?$/.test(wordAt(tokens, amount.to)) ? amount.to + 1 : amount.to }
}

/** British "half nine" is half past nine. */
function halfHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (wordAt(tokens, i) !== 'half') return undefined
  const hour = hourAt(tokens, i + 1)
  if (!hour || UNITS.has(wordAt(tokens, hour.to))) return undefined
  const expected =
    tokens[i + 1]?.kind === 'word' || (BEFORE_HOUR.test(wordAt(tokens, i - 1)) && tokens[i + 2]?.kind !== 'word')
  return expected ? atHour(tokens, i, i + 1, 30) : undefined
}

/** "без четверти три", "без двадцати пяти девять", "без 10 шесть". */
function toHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (wordAt(tokens, i) !== 'без') return undefined
  const word = wordAt(tokens, i + 1)
  const digits = tokens[i + 1]?.kind === 'number' ? tokens[i + 1]?.value : undefined
  const first = digits ?? WITHOUT.get(word)
  if (first === undefined || first >= 30) return undefined
  const five = word === 'двадцати' && wordAt(tokens, i + 2) === 'пяти'
  const to = five ? i + 3 : i + 2
  return atHour(tokens, i, /^минут/.test(wordAt(tokens, to)) ? to + 1 : to, -(five ? 25 : first))
}
const WITHOUT = new Map([
  ['четверти', 15],
  ['пяти', 5],
  ['десяти', 10],
  ['пятнадцати', 15],
  ['двадцати', 20],
])

/** "двадцать минут девятого", "четверть шестого", "в половине седьмого": of the hour that has begun. */
function ofHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const amount = PARTS.has(word) ? undefined : readAmount(tokens, i)
  const minutes =
    PARTS.get(word) ??
    (amount?.role === 'cardinal' && /^минут/.test(wordAt(tokens, amount.to)) && amount.n < 60 ? amount.n : undefined)
  if (minutes === undefined) return undefined
  const at = amount ? amount.to + 1 : i + 1
  const hour = NUMBERS.get(wordAt(tokens, at))
  if (hour?.role !== 'ordinal' || hour.n > 12 || !wordAt(tokens, at).endsWith('го')) return undefined
  return one(tokens, hour.n - 1, minutes, i, at + 1)
}
const PARTS = new Map([
  ['четверть', 15],
  ['пол', 30],
  ['половина', 30],
  ['половину', 30],
  ['половине', 30],
  ['половины', 30],
])

/** "часов в шесть", "часам к семи": about that hour. */
function aboutHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (!/^(?:часов|часа|часам|часиков)$/.test(wordAt(tokens, i))) return undefined
  if (!/^(?:в|к|до|с|после|около)$/.test(wordAt(tokens, i + 1)) || readAmount(tokens, i - 1)) return undefined
  const hour = hourAt(tokens, i + 2)
  return hour && !UNITS.has(wordAt(tokens, hour.to)) ? one(tokens, hour.n, 0, i + 2, hour.to) : undefined
}

function atHour(tokens: readonly Token[], from: number, i: number, minutes: number): ReadFacts | undefined {
  const hour = hourAt(tokens, i)
  if (hour === undefined || hour.n < 1 || hour.n > 12) return undefined
  return one(tokens, minutes < 0 ? hour.n - 1 : hour.n, minutes < 0 ? minutes + 60 : minutes, from, hour.to)
}

function one(tokens: readonly Token[], hours: number, minutes: number, from: number, to: number): ReadFacts {
  const fact = hourFact(tokens, hours, minutes, from, to)
  return { facts: [fact], next: fact.to }
}
