import { SIGNS } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, type Numeric, type ReadFacts, wordAt } from '../fact.ts'
import { type Amount, readAmount, tidy } from './amounts.ts'
import { type Counted, kindOf, numericOf, unitAt } from './units.ts'

export type Expression = { readonly first: Amount; readonly last: Amount; readonly to: number }

/** One number, or two that make a range. */
export function expression(tokens: readonly Token[], i: number, currency: boolean): Expression | undefined {
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
  // "The price of one - 600" is no range.
  if (dash && !tokens[first.to]?.glued && first.spelled && tokens[first.to + 1]?.kind === 'number') return alone
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

export function facts({ first, last }: Expression, unit: Counted | undefined, from: number, to: number): ReadFacts {
  const ends = first === last ? [last] : [first, last]
  return { facts: ends.map((end) => quantity(end, unit, from, to, ends.length === 2)), next: to }
}

export function quantity(amount: Amount, unit: Counted | undefined, from: number, to: number, range: boolean): Fact {
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
