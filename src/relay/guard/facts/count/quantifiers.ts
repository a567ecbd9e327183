/** How much of the whole: all, most, one of two, every third. */

import { WEEKDAYS } from '../../lexicon/calendar.ts'
import { QUANTIFIERS } from '../../lexicon/quantifiers.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { TIME_UNITS, UNITS, unitOf } from '../../lexicon/units.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, type ReadFacts, wordAt } from '../fact.ts'
import { readAmount } from './amounts.ts'
import { written } from './expressions.ts'
import { numericOf } from './units.ts'

export function readQuantifier(tokens: readonly Token[], i: number): ReadFacts | undefined {
  return everyNth(tokens, i) ?? oneIn(tokens, i) ?? worded(tokens, i)
}

function worded(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const found = QUANTIFIERS.at(tokens, i)
  if (found === undefined) return undefined
  const word = wordAt(tokens, i)
  // "Were not part of the request": no share of it.
  if (word === 'part' && /^(?:not|a|as|is|are|was|were|be|no|take|takes|took)$/.test(wordAt(tokens, i - 1)))
    return undefined
  if ((word === 'most' || word === 'many') && !ofMany(tokens, i)) return undefined
  // "Серверная часть" names a thing, and "все в тысячах" says in what the numbers are.
  if (/^част[ьию]$/.test(word) && NAMED.test(wordAt(tokens, i - 1))) return undefined
  if (
    /^(?:в|in)$/.test(wordAt(tokens, found.to)) &&
    /^(?:тысячах|миллионах|thousands|millions)$/.test(wordAt(tokens, found.to + 1))
  )
    return undefined
  if (EACH.test(word) && frequency(tokens, found.to)) return undefined
  if (found.value === 'one') {
    // "one of the two": the two are said in passing.
    const at = /^(?:the|these|those|them|их|этих|них|моих|наших)$/.test(wordAt(tokens, found.to))
      ? found.to + 1
      : found.to
    const amount = readAmount(tokens, at)
    const to = amount?.spelled && amount.n === 2 ? amount.to : found.to
    const numeric = { raw: 1, n: 1, base: '' }
    const facts: Fact[] = [{ kind: 'quantity', value: 'one', from: i, to, share: 'one', optional: true, numeric }]
    if (to > found.to)
      facts.push({ kind: 'quantity', value: 'two', from: at, to, quiet: true, numeric: { raw: 2, n: 2, base: '' } })
    return { facts, next: to }
  }
  // "Всё остальное", "everything else": all but what was named before.
  if (found.value === 'all' && REST.test(wordAt(tokens, found.to))) return undefined
  const value = found.value === 'all' && excepts(tokens, i, found.to) ? 'most' : found.value
  const counted = readAmount(tokens, found.to)?.role === 'cardinal' ? { counted: true } : {}
  const next = wordAt(tokens, found.to)
  const noun = value === 'many' && next.length > 2 && !STOP_WORDS.has(next) ? { noun: stem(next) } : {}
  return one({ kind: 'quantity', value, from: i, to: found.to, share: value, optional: true, ...counted, ...noun })
}
const REST = /^(?:остальн\p{L}+|прочее|прочие|else|other|others)$/u

/** "all but one", "залил все карточки, кроме садовых", "за исключением футера готово всё". */
function excepts(tokens: readonly Token[], from: number, to: number): boolean {
  const at = markAt(tokens, to) === ',' ? to + 1 : to
  if (/^(?:but|save|bar)$/.test(wordAt(tokens, at))) return true
  let end = to
  for (; end < to + EXCEPT_REACH && !ENDS.test(markAt(tokens, end)); end++) if (isExcept(tokens, end)) return true
  // "All of it. The exceptions are …"
  const next = /^(?:the|an?)$/.test(wordAt(tokens, end + 1)) ? end + 2 : end + 1
  if (/^(?:исключени[ея]|кроме|except|exceptions?)$/.test(wordAt(tokens, next)))
    return wordAt(tokens, next + 1) !== 'того'
  for (let i = from - 1; i > from - EXCEPT_REACH && i >= 0 && !ENDS.test(markAt(tokens, i)); i--)
    if (isExcept(tokens, i)) return true
  return false
}
const EXCEPT_REACH = 8
const ENDS = /^[.!?;:]$/

/** "Кроме того" and "apart from that" only go on. */
function isExcept(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i)
  if (word === 'исключением') return wordAt(tokens, i - 1) === 'за'
  if (word === 'exception') return wordAt(tokens, i - 1) === 'only' || /^(?:of|is|being)$/.test(wordAt(tokens, i + 1))
  if (word === 'apart') return wordAt(tokens, i + 1) === 'from' && !/^(?:that|this)$/.test(wordAt(tokens, i + 2))
  return /^(?:кроме|помимо|исключение|except|excluding)$/.test(word) && wordAt(tokens, i + 1) !== 'того'
}

const NAMED = /^(?!больш|меньш|основн|львин)\p{L}{4,}(?:ая|ую|ой|ей)$/u

const EACH = /^(?:each|every|кажд\p{L}+)$/u

/** "most of them", "most pages"; not "the most important", "at most". */
function ofMany(tokens: readonly Token[], i: number): boolean {
  const next = wordAt(tokens, i + 1)
  return (
    next === 'of' ||
    (!/^(?:the|at|a|how|so|as|too|not)$/.test(wordAt(tokens, i - 1)) &&
      /(?:[^s]s|people)$/.test(next) &&
      !/ous$|^thanks$/.test(next))
  )
}

/** Every day, каждый вторник: how often, and not how much of all. */
function frequency(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i)
  return (
    tokens[i]?.kind === 'number' ||
    TIME_UNITS.has(UNITS.get(word) ?? '') ||
    WEEKDAYS.has(word) ||
    /^(?:раз|time|single|one|from|раза)$/.test(word) ||
    readAmount(tokens, i) !== undefined
  )
}

/** "каждый второй", "every third user", "every other week". */
function everyNth(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (!EACH.test(wordAt(tokens, i))) return undefined
  const amount = readAmount(tokens, i + 1)
  const nth =
    wordAt(tokens, i + 1) === 'other'
      ? { n: 2, to: i + 2 }
      : amount?.role === 'ordinal' && amount.n >= 2 && amount.n <= 100
        ? amount
        : undefined
  if (nth === undefined) return undefined
  const unit = UNITS.get(wordAt(tokens, nth.to)) ?? (WEEKDAYS.has(wordAt(tokens, nth.to)) ? 'week' : undefined)
  if (unit !== undefined && TIME_UNITS.has(unit)) {
    const numeric = numericOf(nth.n, { name: unit, ...unitOf(unit), to: nth.to })
    return one({
      kind: 'duration',
      value: written(numeric),
      from: i,
      to: nth.to + (WEEKDAYS.has(wordAt(tokens, nth.to)) ? 0 : 1),
      numeric,
    })
  }
  return one(shareOf(1 / nth.n, i, nth.to))
}

/** "one in four", "один из пяти" is said of one that is chosen, and no share. */
function oneIn(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (!/^(?:one|1)$/.test(tokens[i]?.word ?? '') || wordAt(tokens, i + 1) !== 'in') return undefined
  const amount = readAmount(tokens, i + 2)
  return amount?.role === 'cardinal' &&
    amount.n > 1 &&
    tokens[amount.to]?.text !== ':' &&
    !TIME_UNITS.has(UNITS.get(wordAt(tokens, amount.to)) ?? '')
    ? one(shareOf(1 / amount.n, i, amount.to))
    : undefined
}

function shareOf(part: number, from: number, to: number): Fact {
  const n = Math.round(part * 100)
  const numeric = { raw: n, n, base: 'percent' }
  return { kind: 'quantity', value: written(numeric), from, to, numeric, share: 'fraction' }
}

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
