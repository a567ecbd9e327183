/** Days or months of which the first and the last are named: "май–июль", "с 4 по 6 июня", "Monday to Wednesday". */
import type { Token } from '../../text/tokens.ts'
import type { Fact, Span } from '../fact.ts'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The first of two tells of both. */
export function spanned(tokens: readonly Token[], facts: readonly Fact[]): Fact[] {
  let last: Fact | undefined
  return facts.map((said, i) => {
    // "С 5 по 9 мая" is read at once: its first word is of the first day only.
    const fact = said === last && said.bound === 'low' ? { ...said, bound: 'high' as const } : said
    const next = facts[i + 1]
    if (fact.kind !== 'date' || next?.kind !== 'date') return fact
    const ends = endsOf(fact, next)
    const how = ends && joint(tokens, fact, next)
    if (how === 'through' && next.from === fact.from) last = next
    return how ? { ...fact, span: { how, ...ends } } : fact
  })
}

function endsOf(a: Fact, b: Fact): Omit<Span, 'how'> | undefined {
  const [day, other] = [placeOf(a), placeOf(b)]
  if (!day || !other || day.of !== other.of || day.n >= other.n) return undefined
  if (day.month !== undefined && other.month !== undefined && day.month !== other.month) return undefined
  return { of: day.of, first: day.n, last: other.n, month: other.month ?? day.month }
}

function placeOf({ day, value }: Fact): { of: Span['of']; n: number; month?: number | undefined } | undefined {
  if (day?.day !== undefined) return { of: 'day', n: day.day, month: day.month }
  if (day?.month !== undefined) return { of: 'month', n: day.month }
  const n = WEEK.indexOf(value)
  return n < 0 ? undefined : { of: 'weekday', n }
}

function joint(tokens: readonly Token[], a: Fact, b: Fact): Span['how'] | undefined {
  const one = a.from === b.from
  const [from, to] = one ? [a.from, a.to] : [a.to, b.from]
  if (to < from || to - from > REACH + (one ? REACH : 0)) return undefined
  const words = tokens.slice(from, to).map(({ word }) => word)
  if (words.some((word) => THROUGH.test(word)))
    return one || words.every((word) => THROUGH.test(word) || LIGHT.test(word)) ? 'through' : undefined
  const and = one ? words.filter((word) => AND.test(word)).length === 1 : words.length === 1 && AND.test(words[0] ?? '')
  const before = tokens[a.from - 1]?.word ?? ''
  return and ? (/^(?:between|между)$/.test(before) ? 'through' : /^[,-]$/.test(before) ? undefined : 'and') : undefined
}
const REACH = 3
const THROUGH = /^(?:-|по|до|to|till|until|through|thru)$/
const AND = /^(?:и|and|&)$/
const LIGHT = /^(?:и|and|the|of|год[ау]?|\.)$/

/** Whether it lies between the two ends. */
export function covers(span: Span, fact: Fact): boolean {
  const place = placeOf(fact)
  if (fact.kind !== 'date' || place?.of !== span.of) return false
  const month = place.month === undefined || span.month === undefined || place.month === span.month
  return month && place.n > span.first && place.n < span.last
}

/** Days that have one name together. */
export const TOGETHER = new Map([
  ['weekend', ['sat', 'sun']],
  ['workdays', ['mon', 'tue', 'wed', 'thu', 'fri']],
])
