/** Amounts, measures, ranges and how often: everything that is a number and what it counts. */
import { WEEKDAYS } from '../../lexicon/calendar.ts'
import { NUMBER_PREFIXES, NUMBERS } from '../../lexicon/numbers.ts'
import { ALWAYS, DOUBLED, SHARES } from '../../lexicon/shares.ts'
import {
  A_SINGLE,
  COUNTED,
  CURRENCIES,
  EVERY,
  HALVES,
  SIGNS,
  SINGLE,
  SINGLE_GENITIVE,
  TIME_UNITS,
  UNIT_ADJECTIVES,
  UNITS,
  unitOf,
} from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, type Numeric, type ReadFacts, wordAt } from '../fact.ts'
import { type Amount, readAmount, tidy } from './amounts.ts'
import { rateFact } from './rates.ts'
import { type Counted, kindOf, numericOf, unitAt, unitBefore } from './units.ts'

export function readQuantity(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const part = quarterOfScale(tokens, i)
  if (part) return part
  if (
    wordAt(tokens, i) === 'quarter' &&
    (wordAt(tokens, i - 1) === 'a' || bareQuarter(tokens, i)) &&
    wordAt(tokens, i + 3) !== 'hour'
  ) {
    const numeric = { raw: 25, n: 25, base: 'percent' }
    return {
      facts: [
        {
          kind: 'quantity',
          value: written(numeric),
          from: i,
          to: i + 1,
          numeric,
          optional: wordAt(tokens, i + 1) !== 'of',
        },
      ],
      next: i + 1,
    }
  }
  // "In quarter-hour steps".
  if (wordAt(tokens, i) === 'quarter' && markAt(tokens, i + 1) === '-' && /^hours?$/.test(wordAt(tokens, i + 2)))
    return spelled(0.25, 'hour', i, i + 3, false)
  if (wordAt(tokens, i) === 'quarter' && wordAt(tokens, i + 1) === 'of' && wordAt(tokens, i + 3) === 'hour')
    return spelled(0.25, 'hour', i, i + 4, false)
  return (
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

/** "A quarter of a million". */
function quarterOfScale(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (wordAt(tokens, i) !== 'quarter' || wordAt(tokens, i + 1) !== 'of' || wordAt(tokens, i + 2) !== 'a')
    return undefined
  const scale = NUMBERS.get(wordAt(tokens, i + 3))
  if (scale?.role !== 'scale') return undefined
  const amount: Amount = { n: scale.n / 4, role: 'cardinal', scale: 1, spelled: true, to: i + 4 }
  const unit = unitAt(tokens, amount.to)
  return facts({ first: amount, last: amount, to: amount.to }, unit, i, unit?.to ?? amount.to)
}

/** "quarter of the budget"; "the first quarter of the year" is a time. */
function bareQuarter(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:|about|around|nearly|almost|over|under)$/.test(wordAt(tokens, i - 1)) &&
    tokens[i - 1]?.kind !== 'number' &&
    wordAt(tokens, i + 1) === 'of' &&
    /^(?:the|our|your|their|all)$/.test(wordAt(tokens, i + 2)) &&
    !TIME_UNITS.has(UNITS.get(wordAt(tokens, i + 3)) ?? '')
  )
}

/** Shares in a word: all of it, or half and half. Leaving it out is a matter of taste. */
function whole(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const always =
    tokens[i]?.text === '24' && markAt(tokens, i + 1) === '/' && tokens[i + 2]?.text === '7'
      ? i + 3
      : ALWAYS.at(tokens, i)?.to
  if (always !== undefined) return { facts: [{ kind: 'time', value: 'always', from: i, to: always }], next: always }
  // 5/2: five days of work and two of rest.
  if (tokens[i]?.text === '5' && markAt(tokens, i + 1) === '/' && tokens[i + 2]?.text === '2')
    return { facts: [{ kind: 'date', value: 'workdays', from: i, to: i + 3 }], next: i + 3 }
  const halves = inHalves(tokens, i)
  if (halves !== undefined) {
    const numeric = { raw: 50, n: 50, base: 'percent' }
    return {
      facts: [{ kind: 'percent', value: written(numeric), from: i, to: halves, numeric, optional: true }],
      next: halves,
    }
  }
  if (DOUBLED.at(tokens, i)) {
    const numeric = { raw: 2, n: 2, base: 'times' }
    return {
      facts: [{ kind: 'quantity', value: written(numeric), from: i, to: i + 1, numeric, quiet: true }],
      next: i + 1,
    }
  }
  const share = SHARES.get(wordAt(tokens, i))
  if (share === undefined) return undefined
  const numeric = { raw: share, n: share, base: 'percent' }
  return {
    facts: [{ kind: 'percent', value: written(numeric), from: i, to: i + 1, numeric, optional: true, quiet: true }],
    next: i + 1,
  }
}

/** "50 на 50", "50/50": what is shared, unless it is the size of something. */
function inHalves(tokens: readonly Token[], i: number): number | undefined {
  const [half, joint, other] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  const shared = half?.text === '50' && other?.text === '50' && /^(?:на|\/)$/.test(joint?.text ?? '')
  return shared && !unitAt(tokens, i + 3) && !/^(?:на|[xх×])$/.test(wordAt(tokens, i + 3)) ? i + 3 : undefined
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

/** "2/3 трафика": a part of it. */
function stroke(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const [a, mark, b, next] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  if (mark?.text !== '/' || !mark.glued || !b?.glued || a?.value === undefined || b.value === undefined)
    return undefined
  if (!/^[1-9]$/.test(a.text) || !/^(?:[2-9]|10)$/.test(b.text) || a.value >= b.value) return undefined
  // "на 1/3", "about 2/3.": nothing need stand behind it.
  if (next?.kind !== 'word' && ((a.value !== 1 && a.text !== '2') || !PARTED.test(wordAt(tokens, i - 1))))
    return undefined
  if (next === undefined)
    return fraction(tokens, i, { n: a.value / b.value, role: 'fraction', scale: 1, spelled: true, to: i + 3 })
  if (TIME_UNITS.has(UNITS.get(next.word) ?? '')) return undefined
  return fraction(tokens, i, { n: a.value / b.value, role: 'fraction', scale: 1, spelled: true, to: i + 3 })
}

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
const PARTED = /^(?:на|примерно|приблизительно|около|почти|by|about|roughly|around|almost|nearly)$/

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

type Expression = { readonly first: Amount; readonly last: Amount; readonly to: number }

/** One number, or two that make a range. */
function expression(tokens: readonly Token[], i: number, currency: boolean): Expression | undefined {
  const first = readAmount(tokens, i, currency)
  if (!first) return undefined
  const alone = { first, last: first, to: first.to }
  // "пара-тройка"
  if (
    first.role === 'vague' &&
    first.n === 2 &&
    markAt(tokens, first.to) === '-' &&
    /^тройк/.test(wordAt(tokens, first.to + 1))
  ) {
    const two: Amount = { ...first, role: 'cardinal' }
    return { first: two, last: { ...two, n: 3 }, to: first.to + 2 }
  }
  if (first.role === 'times' || first.role === 'vague' || first.role === 'both') return alone
  const dash = markAt(tokens, first.to) === '-' || markAt(tokens, first.to) === '/'
  const word = wordAt(tokens, first.to)
  const opened =
    OPENERS.get(word)?.has(wordAt(tokens, i - (currency ? 2 : 1))) || word === 'или' || word === 'or' || word === 'to'
  if (!dash && !opened) return alone
  let at = first.to + 1
  if (SIGNS.has(markAt(tokens, at))) at++
  const last = readAmount(tokens, at, currency)
  // "толку ноль — 0 заявок" says it twice.
  if (last && word === '' && markAt(tokens, first.to) === '-' && last.n === first.n) return alone
  // "3 for 1.8 or 2 for 1.3"
  if (last && /^(?:or|или)$/.test(word) && /^(?:for|за|по)$/.test(wordAt(tokens, last.to))) return alone
  if (!last || (last.role !== first.role && last.role !== 'cardinal')) return alone
  // "2 to 4 days"; "reduce 5 to 3" is no range.
  if (word === 'to' && wordAt(tokens, i - 1) !== 'from' && (last.n <= first.n || !unitAt(tokens, last.to))) return alone
  if (first.spelled && dash && first.scale === 1 && first.n >= 20 && last.spelled) return alone
  return { first: widened(first, last), last, to: last.to }
}
/** What must stand before a range that has this word in the middle. */
const OPENERS = new Map([
  ['до', new Set(['от', 'с', 'со'])],
  ['по', new Set(['с', 'со'])],
  ['to', new Set(['from'])],
  ['and', new Set(['between'])],
])

/** 60 до 90к: sixty thousand. */
function widened(first: Amount, last: Amount): Amount {
  const scaled = tidy(first.n * last.scale)
  return first.scale === 1 && last.scale > 1 && scaled <= last.n ? { ...first, n: scaled } : first
}

/** 10 (десяти) дней: the place behind the words in brackets. */
function pastGloss(tokens: readonly Token[], i: number, n: number): number {
  if (markAt(tokens, i) !== '(') return i
  const inside = readAmount(tokens, i + 1)
  return inside?.n === n && markAt(tokens, inside.to) === ')' ? inside.to + 1 : i
}

function facts({ first, last }: Expression, unit: Counted | undefined, from: number, to: number): ReadFacts {
  const ends = first === last ? [last] : [first, last]
  return { facts: ends.map((end) => quantity(end, unit, from, to, ends.length === 2)), next: to }
}

function quantity(amount: Amount, unit: Counted | undefined, from: number, to: number, range: boolean): Fact {
  const bare = unit === undefined
  const numeric: Numeric =
    amount.role === 'times'
      ? { raw: amount.n, n: amount.n, base: 'times' }
      : amount.role === 'ordinal' && bare
        ? { raw: amount.n, n: amount.n, base: 'ordinal' }
        : amount.role === 'ordinal' && unit
          ? // In the third week two have gone by.
            { ...numericOf(amount.n, unit), also: (amount.n - 1) * unit.size }
          : amount.role === 'vague'
            ? { ...numericOf(amount.n, unit), base: `vague ${unit?.base ?? ''}`.trim() }
            : { ...numericOf(amount.n, unit), ...(amount.scale > 1 ? { scale: amount.scale } : {}) }
  const kind = range ? 'range' : amount.spelled && bare ? 'quantity' : kindOf(unit)
  const one = amount.n === 1 && (bare || (!range && amount.spelled && kind === 'number'))
  const optional =
    !range && (one || amount.n === 0 || amount.role === 'vague' || amount.role === 'ordinal' || amount.role === 'both')
  const value = amount.role === 'both' && bare ? 'both' : written(numeric)
  const share =
    amount.role === 'both' ? ('both' as const) : amount.role === 'vague' && amount.n <= 3 ? 'part' : undefined
  return { kind, value, from, to, numeric, ...(optional ? { optional } : {}), ...(share ? { share } : {}) }
}

export function written({ n, base }: Numeric): string {
  return base === '' ? String(n) : /^[A-Z]{3}$/.test(base) ? `${base} ${n}` : `${n} ${base}`
}

function fraction(tokens: readonly Token[], i: number, amount: Amount): ReadFacts {
  // "half an hour", "a quarter of an hour"; "первая половина дня" is a part of the day.
  const article = /^(?:of|a|an)$/
  let at = amount.to
  while (article.test(wordAt(tokens, at)) && at < amount.to + 2) at++
  const name = at > amount.to ? (wordAt(tokens, at) === 'second' ? 'second' : UNITS.get(wordAt(tokens, at))) : undefined
  const hourOf = wordAt(tokens, amount.to) === 'часа' ? 'hour' : undefined
  const unit = name ?? hourOf
  if (unit !== undefined && TIME_UNITS.has(unit)) {
    const to = hourOf ? amount.to + 1 : at + 1
    const numeric = numericOf(amount.n, { name: unit, ...unitOf(unit), to })
    return { facts: [{ kind: 'duration', value: written(numeric), from: i, to, numeric }], next: to }
  }
  const part = /^(?:перв|втор|first|second|other|друг|остальн)/.test(wordAt(tokens, i - 1))
  const share = Math.round(amount.n * 100)
  const numeric = { raw: share, n: share, base: 'percent' }
  return {
    facts: [
      { kind: 'quantity', value: written(numeric), from: i, to: amount.to, numeric, optional: part, share: 'fraction' },
    ],
    next: amount.to,
  }
}

/** полчаса, полгода. */
function halved(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const name = HALVES.get(wordAt(tokens, i))
  return name === undefined ? undefined : spelled(0.5, name, i, i + 1, false)
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

/** ежемесячно, weekly: once in that time, and only another frequency is a change. */
function every(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const name = EVERY.get(wordAt(tokens, i)) ?? paceOf(tokens, i)
  return name === undefined ? undefined : { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
}

/** "дневной бюджет", "месячная ставка". */
function paceOf(tokens: readonly Token[], i: number): string | undefined {
  if (!PACED.test(wordAt(tokens, i + 1))) return undefined
  const word = wordAt(tokens, i)
  return [...UNIT_ADJECTIVES].find(
    ([start, name]) => TIME_UNITS.has(name) && word.startsWith(start) && word.length <= start.length + 3,
  )?.[1]
}
const PACED =
  /^(?:бюджет|лимит|ставк|тариф|план|оплат|расход|абон|плат|стоимост|цен|доход|оклад|норм|объем|трафик|охват)/

const FURTHER = /^(?:extra|additional|further|more|full|whole)$/

/** "реакция — час", "в месяц", "per hour", "/мес". */
function single(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  if (A_SINGLE.has(word) || markAt(tokens, i) === '/') {
    // "An extra week".
    const at = A_SINGLE.has(word) && FURTHER.test(wordAt(tokens, i + 1)) ? i + 2 : i + 1
    const name = UNITS.get(wordAt(tokens, at))
    if (name !== undefined && at > i + 1) return spelled(1, name, i, at + 1, true)
    if (name === undefined || (wordAt(tokens, i + 1).length === 1 && markAt(tokens, i) !== '/')) return undefined
    // "Пн/ср/пт".
    if (WEEKDAYS.has(wordAt(tokens, i - 1)) && WEEKDAYS.has(wordAt(tokens, i + 1))) return undefined
    if (wordAt(tokens, i + 2) === 'and' && wordAt(tokens, i + 4) === 'half') return spelled(1.5, name, i, i + 5, false)
    if (/^(?:each|every)$/.test(word) && TIME_UNITS.has(name))
      return { facts: [rateFact(name, name, i, i + 2)], next: i + 2 }
    return spelled(1, name, i, i + 2, true)
  }
  const genitive =
    SINGLE_GENITIVE.has(word) &&
    (/^(?:течени[еи]|более|больше|менее|меньше)$/.test(wordAt(tokens, i - 1)) || upToOne(tokens, i))
  // "стоимость часа"
  if (SINGLE_GENITIVE.has(word) && PRICE.test(wordAt(tokens, i - 1))) {
    const name = UNITS.get(word) ?? 'day'
    return { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
  }
  if (genitive) return spelled(1, UNITS.get(word) ?? 'day', i, i + 1, true)
  if (SINGLE.has(word) && /^кажд(?:ый|ую|ое|ые)$/.test(wordAt(tokens, i - 1))) {
    const name = UNITS.get(word)
    return name === undefined ? undefined : { facts: [rateFact(name, name, i - 1, i + 1)], next: i + 1 }
  }
  if (!SINGLE.has(word) || /^(?:добрый|весь|целый|каждый|хороший|тот|этот|наш|рабочий)$/.test(wordAt(tokens, i - 1)))
    return undefined
  const name = UNITS.get(word)
  if (name === undefined) return undefined
  // "час-полтора", "неделя-две"
  const longer = markAt(tokens, i + 1) === '-' && TIME_UNITS.has(name) ? readAmount(tokens, i + 2) : undefined
  if (longer?.role === 'cardinal' && longer.spelled && longer.n > 1 && longer.n <= 3 && !unitAt(tokens, longer.to)) {
    const unit = { name, ...unitOf(name), to: longer.to }
    const read = facts({ first: { ...longer, n: 1 }, last: longer, to: longer.to }, unit, i, longer.to)
    // "от недели до полутора" names no number for the first.
    return { ...read, facts: read.facts.map((end, k) => (k === 0 ? { ...end, optional: true } : end)) }
  }
  // "час двадцать"
  const more = word === 'час' ? readAmount(tokens, i + 1) : undefined
  if (
    more?.role === 'cardinal' &&
    more.spelled &&
    more.n >= 5 &&
    more.n <= 59 &&
    unitAt(tokens, more.to)?.base !== 'metre' &&
    tokens[more.to]?.kind !== 'number'
  ) {
    const minutes = UNITS.get(wordAt(tokens, more.to)) === 'minute' ? more.to + 1 : more.to
    return spelled(1 + more.n / 60, name, i, minutes, false)
  }
  if (wordAt(tokens, i + 1) === 'с' && wordAt(tokens, i + 2) === 'половиной') return spelled(1.5, name, i, i + 3, false)
  // "в день", "в месяц" are how often.
  if (wordAt(tokens, i - 1) === 'в' && TIME_UNITS.has(name))
    return { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
  const once = spelled(1, name, i, i + 1, true)
  // "через день" is in a day, or every other day where the other text says so.
  return wordAt(tokens, i - 1) === 'через' ? { ...once, facts: once.facts.map(orEveryOther) } : once
}
/** "Модерация до недели": no longer than that. "До года", "до дня рождения", "до конца недели" are other matters. */
function upToOne(tokens: readonly Token[], i: number): boolean {
  return (
    wordAt(tokens, i - 1) === 'до' &&
    /^(?:недели|месяца|часа|квартала)$/.test(wordAt(tokens, i)) &&
    tokens[i + 1]?.kind !== 'word'
  )
}
const PRICE = /^(?:стоимость|цена|ставка|тариф|оплата|стоимости|цену|ставку|цене|ставке)$/

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

function orEveryOther(fact: Fact): Fact {
  return fact.numeric ? { ...fact, numeric: { ...fact.numeric, also: 2 * fact.numeric.n } } : fact
}

function spelled(raw: number, name: string, from: number, to: number, optional: boolean): ReadFacts {
  const unit = { name, ...unitOf(name), to }
  const numeric = numericOf(raw, unit)
  const kind = TIME_UNITS.has(name) ? ('duration' as const) : ('unit' as const)
  return { facts: [{ kind, value: written(numeric), from, to, numeric, optional }], next: to }
}
