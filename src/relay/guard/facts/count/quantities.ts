import { NUMBER_PREFIXES, NUMBERS } from '../../lexicon/numbers.ts'
import { COUNTED, CURRENCIES, SIGNS, TIME_UNITS, UNITS, unitOf } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, type ReadFacts, wordAt } from '../fact.ts'
import { readAmount } from './amounts.ts'
import { expression, facts, written } from './expressions.ts'
import { rateFact } from './rates.ts'
import { fraction, quarter, stroke, whole } from './shares.ts'
import { every, halved, single, spelled } from './single.ts'
import { type Counted, unitAt, unitBefore } from './units.ts'

export function readQuantity(tokens: readonly Token[], i: number): ReadFacts | undefined {
  return (
    quarter(tokens, i) ??
    whole(tokens, i) ??
    prefixed(tokens, i) ??
    numbered(tokens, i) ??
    halved(tokens, i) ??
    compound(tokens, i) ??
    every(tokens, i) ??
    single(tokens, i) ??
    oneCoin(tokens, i) ??
    currencyAlone(tokens, i)
  )
}

/** `$3.5k`, `AED 900`, `RUB 150,000`. */
function prefixed(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const us = wordAt(tokens, i) === 'us' && markAt(tokens, i + 1) === '$' ? 1 : 0
  const sign = SIGNS.get(markAt(tokens, i + us))
  const currency = sign ?? (/^[a-z]/.test(wordAt(tokens, i)) ? CURRENCIES.get(wordAt(tokens, i))?.code : undefined)
  if (currency === undefined || tokens[i + us + 1]?.kind !== 'number') return undefined
  const read = expression(tokens, i + us + 1, true)
  if (!read) return undefined
  const unit: Counted = { name: 'money', base: currency, size: 1, to: read.to }
  return facts(read, unit, i, read.to)
}

function numbered(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (pronoun(tokens, i) || idiom(tokens, i)) return undefined
  const part = stroke(tokens, i)
  if (part) return part
  if (isStatus(tokens, i)) return { facts: [], next: i + 2 }
  const read = expression(tokens, i, false)
  if (!read) return undefined
  const vague = read.first.role === 'vague' && wordAt(tokens, read.to) === 'of' ? read.to + 1 : read.to
  const behind = unitAt(tokens, pastGloss(tokens, vague, read.last.n))
  const pace = behind && paceBehind(tokens, vague, read.last.n)
  const after = pace || compared(tokens, vague) ? undefined : behind
  // "net 30" are days.
  const net = !after && wordAt(tokens, i - 1) === 'net' && tokens[i]?.kind === 'number' && read.last.n <= 120
  const before = after ? undefined : net ? { name: 'day', ...unitOf('day'), to: i } : unitBefore(tokens, i)
  if (read.first.role === 'fraction' && (!after || COUNTED.has(after.name))) return fraction(tokens, i, read.first)
  const found = facts(read, after ?? before, before ? before.to : i, after?.to ?? read.to)
  // "A one-day shoot" is a shoot for the day.
  if (pace) return { facts: [...found.facts, rateFact(pace, pace, vague, vague + 1)], next: vague + 1 }
  const compound = read.last.spelled && read.last.n === 1 && markAt(tokens, i + 1) === '-'
  if (compound && after && TIME_UNITS.has(after.name))
    return { ...found, facts: found.facts.map((fact) => ({ ...fact, optional: true })) }
  if (read.last.spelled && read.last.n <= 6 && (announces(tokens, found.next) || refersBack(tokens, i)))
    return { ...found, facts: found.facts.map((fact) => ({ ...fact, optional: true })) }
  // "Cost per thousand" is what views are priced by.
  if (read.last.spelled && read.last.n === 1_000 && /^(?:per|за)$/.test(wordAt(tokens, i - 1)) && !after)
    return { ...found, facts: found.facts.map((fact) => ({ ...fact, optional: true })) }
  // "two different answers" are answers that differ.
  if (read.last.spelled && /^(?:different|conflicting|разны[ехм]|разными)$/.test(wordAt(tokens, found.next)))
    return { ...found, facts: found.facts.map((fact) => ({ ...fact, optional: true })) }
  return ofSoMany(tokens, found.next) ? { ...found, facts: found.facts.map(someOf) } : found
}

/** "Up a fifth year on year": held against the year before. */
function compared(tokens: readonly Token[], i: number): boolean {
  return /^(?:on|over)$/.test(wordAt(tokens, i + 1)) && wordAt(tokens, i) === wordAt(tokens, i + 2)
}

/** "4 тыс час", "1500 смена": for one of them, or the word would be in the plural. */
function paceBehind(tokens: readonly Token[], i: number, n: number): string | undefined {
  if (n < LEAST_PACED || (n % 10 === 1 && n % 100 !== 11) || !ONE_OF.has(wordAt(tokens, i))) return undefined
  return UNITS.get(wordAt(tokens, i))
}
const LEAST_PACED = 100
const ONE_OF = new Set(['час', 'день', 'смена', 'неделя', 'месяц'])

/** "27 404s": pages that a server does not find. */
function isStatus(tokens: readonly Token[], i: number): boolean {
  return (
    (tokens[i - 1]?.kind === 'number' || NUMBERS.has(wordAt(tokens, i - 1))) &&
    STATUSES.test(tokens[i]?.text ?? '') &&
    tokens[i + 1]?.glued === true &&
    wordAt(tokens, i + 1) === 's'
  )
}
const STATUSES = /^(?:30[12]|40[0134]|410|50[0234])$/

/** "Three things: …": counts up what follows. */
function announces(tokens: readonly Token[], i: number): boolean {
  return (
    [i, i + 1].some((at) => THINGS.test(wordAt(tokens, at))) && [i + 1, i + 2].some((at) => markAt(tokens, at) === ':')
  )
}
const THINGS =
  /^(?:вещ\p{L}+|пункт\p{L}*|момент\p{L}*|вопрос\p{L}*|замечани\p{L}|новост\p{L}+|просьб\p{L}|вариант\p{L}*|размер\p{L}*|формат\p{L}*|sizes|formats|things|points|questions|items|notes|updates|requests|issues|options|ways)$/u

/** "Without the first two": of what was named before. */
function refersBack(tokens: readonly Token[], i: number): boolean {
  return /^(?:перв(?:ых|ые)|последн(?:их|ие)|those|these|этих|эти)$/.test(wordAt(tokens, i - 1))
}

/** "two of the three", "три из пяти" */
function ofSoMany(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:of|из|out)$/.test(wordAt(tokens, i))) return false
  const at = /^(?:the|our|your|their|of|наших|ваших|этих|всех)$/.test(wordAt(tokens, i + 1)) ? i + 2 : i + 1
  return readAmount(tokens, at)?.role === 'cardinal'
}

function someOf(fact: Fact): Fact {
  return { ...fact, share: 'some of', optional: false }
}

/** "the old one", "this one,": no number. */
function pronoun(tokens: readonly Token[], i: number): boolean {
  if (wordAt(tokens, i + 1) === 'and' && wordAt(tokens, i + 3) === 'half') return false
  if (wordAt(tokens, i + 1) === 'to' && readAmount(tokens, i + 2)) return false
  // "The first is 20 dollars and the second one USD 40".
  if (wordAt(tokens, i) === 'one' && CURRENCIES.has(wordAt(tokens, i + 1)) && tokens[i + 2]?.kind === 'number')
    return true
  // "Only one is free" is how many.
  if (/^(?:only|just)$/.test(wordAt(tokens, i - 1)) && /^(?:is|was|has)$/.test(wordAt(tokens, i + 1))) return false
  // "one-minute"
  if (markAt(tokens, i + 1) === '-' && tokens[i + 2]?.glued && UNITS.has(wordAt(tokens, i + 2))) return false
  return (
    wordAt(tokens, i) === 'one' &&
    (tokens[i + 1]?.kind !== 'word' ||
      /^(?:the|this|that|another|which|each|any|every|no|old|new|last|next|other|right|wrong)$/.test(
        wordAt(tokens, i - 1),
      ) ||
      /^(?:is|was|will|has|can|and|or|but|that|which|in|on|at|for|with|from|to|please|we|you|i)$/.test(
        wordAt(tokens, i + 1),
      ))
  )
}

/** "Double booked", "double-check": not twice as many. */
function idiom(tokens: readonly Token[], i: number): boolean {
  const at = markAt(tokens, i + 1) === '-' ? i + 2 : i + 1
  return wordAt(tokens, i) === 'double' && /^(?:book|check|click|opt|quote)/.test(wordAt(tokens, at))
}

/** 10 (десяти) дней: the place behind the words in brackets. */
function pastGloss(tokens: readonly Token[], i: number, n: number): number {
  if (markAt(tokens, i) !== '(') return i
  const inside = readAmount(tokens, i + 1)
  return inside?.n === n && markAt(tokens, inside.to) === ')' ? inside.to + 1 : i
}

/** двухнедельный, трёхчасовой. */
function compound(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  if (word.length < 8) return undefined
  for (const [start, n] of NUMBER_PREFIXES) {
    if (!word.startsWith(start)) continue
    const unit = unitAt(
      [
        {
          kind: 'word',
          text: '',
          word: word.slice(start.length),
          start: 0,
          end: 0,
          glued: true,
          newLine: false,
          answers: [],
        },
      ],
      0,
    )
    // "полсмены" is half of it.
    if (unit !== undefined && n === 0.5 && COUNTED.has(unit.name))
      return fraction(tokens, i, { n, role: 'fraction', scale: 1, spelled: true, to: i + 1 })
    if (unit !== undefined && word.length - start.length >= 5) return spelled(n, unit.name, i, i + 1, false)
  }
  return manyFold(word, i)
}

/** двухшаговый: two of something. It is there to be found. */
function manyFold(word: string, i: number): ReadFacts | undefined {
  const found = /(?:ый|ой|ая|ое|ые|ого|ому|ую|ым|ом|ых|ыми)$/.test(word)
    ? NUMBER_PREFIXES.find(
        ([start, n]) => n >= 2 && n < 100 && start.endsWith(n === 2 ? 'ух' : start.slice(-1)) && word.startsWith(start),
      )
    : undefined
  if (found === undefined) return undefined
  const numeric = { raw: found[1], n: found[1], base: '' }
  return {
    facts: [{ kind: 'number', value: written(numeric), from: i, to: i + 1, numeric, optional: true, quiet: true }],
    next: i + 1,
  }
}

/** "A tenner each", "a pound per sheet"; "a dollar account" is of what money. */
function oneCoin(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const currency = wordAt(tokens, i) === 'a' ? CURRENCIES.get(wordAt(tokens, i + 1)) : undefined
  const next = tokens[i + 2]
  if (currency === undefined || (next?.kind === 'word' && !/^(?:each|per|a|an|for|apiece|extra)$/.test(next.word)))
    return undefined
  const numeric = { raw: 1, n: currency.scale, base: currency.code }
  return { facts: [{ kind: 'money', value: written(numeric), from: i, to: i + 2, numeric }], next: i + 2 }
}

/** "платим в рублях", "in dollars": of what money is spoken. */
function currencyAlone(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const currency = CURRENCIES.get(word)
  if (currency === undefined || !/^(?:в|in)$/.test(wordAt(tokens, i - 1))) return undefined
  return { facts: [{ kind: 'money', value: currency.code, from: i, to: i + 1, optional: true }], next: i + 1 }
}
