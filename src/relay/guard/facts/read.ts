/** All that a text states in its own shape or in numbers. Linear: every reader looks at a few tokens from where it stands. */
import { ABOUT, BOUNDS, BOUNDS_AFTER } from '../lexicon/bounds.ts'
import { LABELS } from '../lexicon/labels.ts'
import { SIGNS } from '../lexicon/units.ts'
import type { Token } from '../text/tokens.ts'
import { readQuantifier } from './count/quantifiers.ts'
import { readQuantity, written } from './count/quantities.ts'
import { readRate } from './count/rates.ts'
import { readVat } from './count/vat.ts'
import { type Bound, type Fact, markAt, type Numeric, type Reader, type ReadFacts, wordAt } from './fact.ts'
import { dateFact, readDate } from './when/dates.ts'
import { readTime } from './when/times.ts'

/** In this order: an hour before a day, a day before a number. */
const READERS: readonly Reader[] = [
  readShape,
  readLabelled,
  readVat,
  readTime,
  readDate,
  readRate,
  readQuantifier,
  readQuantity,
]

export function readFacts(tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = []
  // The number that the next line of a list would have.
  let next = 1
  for (let i = 0; i < tokens.length; ) {
    if (numbersList(tokens, i, next)) {
      next = (tokens[i]?.value ?? 0) + 1
      i += 2
      continue
    }
    const read = opens(tokens[i]) ? firstOf(tokens, i) : undefined
    if (read) {
      for (const fact of read.facts) facts.push(stepped(tokens, bounded(tokens, marked(tokens, fact))))
      i = Math.max(read.next, i + 1)
    } else i++
  }
  return summed(carried(facts))
}

/**
 * A number without a unit may share that of the number before it: "210к, из них 60 на тексты" are sixty thousand, and
 * "80 MB, down to 6" six megabytes, if the other text says so.
 */
function carried(facts: readonly Fact[]): Fact[] {
  let scale = 1
  let until = -1
  let unit: { base: string; size: number; until: number } | undefined
  return facts.map((fact) => {
    const { numeric } = fact
    if (numeric === undefined) return fact
    if (CARRIED.has(fact.kind) && !fact.optional && numeric.raw > 0)
      unit = { base: numeric.base, size: numeric.n / numeric.raw, until: fact.to + ELLIPSIS_REACH }
    if (numeric.base === '' && fact.kind === 'number' && unit && fact.from <= unit.until)
      return { ...fact, numeric: { ...numeric, unit } }
    if (numeric.scale !== undefined && numeric.scale > 1) {
      scale = numeric.scale
      until = fact.to + ELLIPSIS_REACH
      return fact
    }
    return numeric.base === '' && numeric.raw > 1 && numeric.raw < scale && fact.from <= until
      ? { ...fact, numeric: { ...numeric, also: numeric.raw * scale } }
      : fact
  })
}
const CARRIED = new Set(['unit', 'duration'])
/** So many tokens on, a number may still be meant in the thousands of the one before. */
const ELLIPSIS_REACH = 25

/** "1. …", "2) …": the number of a line counts nothing, nor does "2." behind what began with "1.". */
function numbersList(tokens: readonly Token[], i: number, due: number): boolean {
  const [token, mark, next] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text) || !mark?.glued || next === undefined || next.glued)
    return false
  return (
    (mark.text === ')' &&
      tokens[i - 1]?.text !== '(' &&
      !tokens.slice(Math.max(0, i - 6), i).some(({ text }) => text === '(')) ||
    (mark.text === '.' && (token.newLine || (due > 1 && token.value === due)))
  )
}

/** Most marks and the commonest words open no fact: asking every reader about them would be most of the work. */
function opens(token: Token | undefined): boolean {
  return token?.kind === 'mark' ? MARKS.has(token.text) || SIGNS.has(token.text) : !IDLE.has(token?.word ?? '')
}
const MARKS = new Set(['№', '#', '/', '-', "'"])
const IDLE = new Set(
  'и а но что как мы вы он она они то так уже же ли бы если чтобы для у из the to of and is are was we you it that will be they have has for on by in but'.split(
    ' ',
  ),
)

function firstOf(tokens: readonly Token[], i: number): ReadFacts | undefined {
  for (const reader of READERS) {
    const read = reader(tokens, i)
    if (read) return read
  }
  return undefined
}

function readShape(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const shape = tokens[i]?.shape
  if (shape === undefined || shape.kind === 'time') return undefined
  if (shape.kind === 'date')
    return { facts: [dateFact({ day: shape.day, month: shape.month, year: shape.year }, i, i + 1)], next: i + 1 }
  const kind = shape.kind === 'handle' || shape.kind === 'code' ? ('identifier' as const) : shape.kind
  // GA4 may be written out as "Google Analytics 4".
  const digits =
    kind === 'identifier' ? /^(?:\d+|\p{L}+\d{1,2})$/u.exec(shape.value)?.[0].replace(/\D/g, '') : undefined
  const plain = digits === undefined ? {} : { numeric: bare(Number(digits)) }
  return { facts: [{ kind, value: shape.value, from: i, to: i + 1, ...plain }], next: i + 1 }
}

/** № 482, order 17: a number that names a thing. It is held against plain numbers too, for the label may be left out. */
function readLabelled(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  const sign = token?.text === '№' || (token?.text === '#' && tokens[i + 1]?.glued) || LABELS.has(token?.word ?? '')
  if (!sign) return undefined
  let at = i + 1
  while (
    at < i + 4 &&
    (tokens[at]?.text === '№' ||
      tokens[at]?.text === '#' ||
      markAt(tokens, at) === '.' ||
      /^(?:номер|no|number)$/.test(wordAt(tokens, at)))
  )
    at++
  const number = tokens[at]
  if (number?.kind !== 'number' || number.value === undefined || /[., ]/.test(number.text)) return undefined
  return {
    facts: [{ kind: 'identifier', value: number.text, from: i, to: at + 1, numeric: bare(number.value) }],
    next: at + 1,
  }
}

function bare(n: number): Numeric {
  return { raw: n, n, base: '' }
}

/** With the word before it that makes it an end: "до 18:00", "at least 3". A "no" near it may turn it round: "not done before the 17th". */
function bounded(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.kind === 'range' || fact.kind === 'percent') return fact
  const before = boundBefore(tokens, fact.from)
  const bound = before?.bound ?? boundAfter(tokens, fact.to)
  if (bound === undefined) return fact
  return { ...fact, bound, denied: deniedNear(tokens, before?.at ?? fact.from, fact.to) }
}

/** With what can be seen of it only where it stands. */
function marked(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.numeric === undefined || fact.optional) return fact
  const alone = fact.numeric.base === '' && tokens[fact.to]?.kind !== 'word'
  const about = [fact.from - 1, fact.from - 2].some((at) => ABOUT.has(tokens[at]?.word ?? ''))
  return alone || about ? { ...fact, ...(alone ? { alone } : {}), ...(about ? { about } : {}) } : fact
}

/** "на 10 %" is another ten per cent, "до 10 %" is ten in all. */
function stepped(tokens: readonly Token[], fact: Fact): Fact {
  const step = fact.kind === 'percent' ? STEPS.get(wordAt(tokens, fact.from - 1)) : undefined
  return step === undefined ? fact : { ...fact, step }
}
const STEPS = new Map<string, 'by' | 'to'>([
  ['на', 'by'],
  ['до', 'to'],
  ['by', 'by'],
  ['to', 'to'],
])

/** "30 pages max", "three references at most": right behind the number or behind one word of what it counts. */
function boundAfter(tokens: readonly Token[], to: number): Bound | undefined {
  for (const at of [to, to + 1]) {
    const word = wordAt(tokens, at)
    if (word === '') return undefined
    const phrase = BOUNDS_AFTER.get(`${word} ${wordAt(tokens, at + 1)}`)
    // The phrase may belong to a number of its own: "5 pages, at least 3".
    if (phrase && tokens[at + 2]?.kind !== 'number') return phrase
    const bound = at === to ? BOUNDS_AFTER.get(word) : undefined
    if (bound) return bound
  }
  return undefined
}

function boundBefore(tokens: readonly Token[], from: number): { bound: Bound; at: number } | undefined {
  const skip = /^(?:about|около|примерно|the|обеда)$/.test(wordAt(tokens, from - 1)) ? 1 : 0
  for (const end of skip ? [from, from - skip] : [from]) {
    for (let length = 4; length >= 1; length--) {
      const words: string[] = []
      for (let at = end - length; at < end; at++) words.push(wordAt(tokens, at))
      const bound = words.includes('') ? undefined : BOUNDS.get(words.join(' '))
      if (bound) return { bound, at: end - length }
    }
  }
  return undefined
}

function deniedNear(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 10 && tokens[i]?.kind !== 'mark' && tokens[i] !== undefined; i--)
    if (NOT.test(wordAt(tokens, i))) return true
  for (let i = to; i < to + 5 && tokens[i]?.kind !== 'mark' && tokens[i] !== undefined; i++)
    if (NOT.test(wordAt(tokens, i))) return true
  return false
}
const NOT =
  /^(?:не\p{L}*|нельзя|невозможн\p{L}*|not|cannot|never|\p{L}+n't|cant|dont|wont|no|none|un\p{L}+|isnt|doesnt|didnt)$/u

/** 1 час 30 минут is one and a half hours. */
function summed(facts: readonly Fact[]): Fact[] {
  const made: Fact[] = []
  for (const fact of facts) {
    const before = made.at(-1)
    const joined = before && sum(before, fact)
    if (joined) made[made.length - 1] = joined
    else made.push(fact)
  }
  return made
}

function sum(a: Fact, b: Fact): Fact | undefined {
  if (a.kind !== 'duration' || b.kind !== 'duration' || b.optional || !a.numeric || !b.numeric) return undefined
  if (a.numeric.base !== b.numeric.base || b.numeric.n >= a.numeric.n || b.from - a.to > 1 || b.from < a.to)
    return undefined
  if (a.numeric.n / a.numeric.raw <= b.numeric.n / b.numeric.raw) return undefined
  const n = a.numeric.n + b.numeric.n
  const numeric: Numeric = { raw: n, n, base: a.numeric.base }
  return { ...a, value: written(numeric), to: b.to, numeric, optional: false }
}
