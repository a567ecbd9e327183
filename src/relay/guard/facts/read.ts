/** All that a text states in its own shape or in numbers. Linear: every reader looks at a few tokens from where it stands. */
import { BOUNDS, BOUNDS_AFTER } from '../lexicon/bounds.ts'
import { LABELS } from '../lexicon/labels.ts'
import type { Token } from '../text/tokens.ts'
import { dateFact, readDate } from './dates.ts'
import { type Bound, type Fact, type Numeric, markAt, type Reader, type ReadFacts, wordAt } from './fact.ts'
import { readQuantity, valueOf } from './quantities.ts'
import { readTime } from './times.ts'
import { readVat } from './vat.ts'

/** In this order: an hour before a day, a day before a number. */
const READERS: readonly Reader[] = [readShape, readLabelled, readVat, readTime, readDate, readQuantity]

export function readFacts(tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = []
  for (let i = 0; i < tokens.length; ) {
    const read = firstOf(tokens, i)
    if (read) {
      for (const fact of read.facts) facts.push(bounded(tokens, fact))
      i = Math.max(read.next, i + 1)
    } else i++
  }
  return summed(facts)
}

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
  if (shape.kind === 'date') return { facts: [dateFact({ day: shape.day, month: shape.month, year: shape.year }, i, i + 1)], next: i + 1 }
  const kind = shape.kind === 'handle' || shape.kind === 'code' ? ('identifier' as const) : shape.kind
  const plain = /^\d+$/.test(shape.value) && kind === 'identifier' ? { numeric: bare(Number(shape.value)) } : {}
  return { facts: [{ kind, value: shape.value, from: i, to: i + 1, ...plain }], next: i + 1 }
}

/** № 482, order 17: a number that names a thing. It is held against plain numbers too, for the label may be left out. */
function readLabelled(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  const sign = token?.text === '№' || (token?.text === '#' && tokens[i + 1]?.glued) || LABELS.has(token?.word ?? '')
  if (!sign) return undefined
  let at = i + 1
  while (at < i + 4 && (tokens[at]?.text === '№' || tokens[at]?.text === '#' || markAt(tokens, at) === '.' || /^(?:номер|no|number)$/.test(wordAt(tokens, at)))) at++
  const number = tokens[at]
  if (number?.kind !== 'number' || number.value === undefined || /[., ]/.test(number.text)) return undefined
  return { facts: [{ kind: 'identifier', value: number.text, from: i, to: at + 1, numeric: bare(number.value) }], next: at + 1 }
}

function bare(n: number): Numeric {
  return { raw: n, n, base: '' }
}

/** With the word before it that makes it an end: "до 18:00", "at least 3". */
function bounded(tokens: readonly Token[], fact: Fact): Fact {
  const bound = boundBefore(tokens, fact.from) ?? BOUNDS_AFTER.get(wordAt(tokens, fact.to))
  return bound === undefined || fact.kind === 'range' ? fact : { ...fact, bound }
}

function boundBefore(tokens: readonly Token[], from: number): Bound | undefined {
  const skip = /^(?:about|около|примерно|the|до|обеда)$/.test(wordAt(tokens, from - 1)) ? 1 : 0
  for (const end of skip ? [from, from - skip] : [from]) {
    for (let length = 4; length >= 1; length--) {
      const words: string[] = []
      for (let at = end - length; at < end; at++) words.push(wordAt(tokens, at))
      const bound = words.includes('') ? undefined : BOUNDS.get(words.join(' '))
      if (bound) return bound
    }
  }
  return undefined
}

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
  if (a.numeric.base !== b.numeric.base || b.numeric.n >= a.numeric.n || b.from - a.to > 1 || b.from < a.to) return undefined
  if (a.numeric.n / a.numeric.raw <= b.numeric.n / b.numeric.raw) return undefined
  const n = a.numeric.n + b.numeric.n
  const numeric: Numeric = { raw: n, n, base: a.numeric.base }
  return { ...a, value: valueOf(numeric), to: b.to, numeric, optional: false }
}
