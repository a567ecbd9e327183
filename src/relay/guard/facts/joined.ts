/** What a fact is by the facts beside it: units and thousands that are shared, sums of spans, days by two names. */
import { ofWord } from '../text/answers.ts'
import type { Token } from '../text/tokens.ts'
import { tidy } from './count/amounts.ts'
import { written } from './count/expressions.ts'
import type { Fact, Numeric } from './fact.ts'
import { grouped } from './grouped.ts'
import { spanned } from './when/spans.ts'

export function joined(tokens: readonly Token[], facts: readonly Fact[]): Fact[] {
  return ended(
    spanned(
      tokens,
      sided(tokens, glossed(tokens, summed(tokens, priced(percented(tokens, carried(grouped(tokens, facts))))))),
    ),
  )
}

/** "в пятницу (14.03)", "14 марта, пятница": one day by two names. */
function glossed(tokens: readonly Token[], facts: Fact[]): Fact[] {
  return facts.map((fact, i) => {
    if (fact.kind !== 'date') return fact
    const beside = [facts[i - 1], facts[i + 1]].find(
      (other) =>
        other?.kind === 'date' &&
        (other.day === undefined) !== (fact.day === undefined) &&
        together(tokens, fact, other),
    )
    return beside ? { ...fact, gloss: beside.value } : fact
  })
}

/** Nothing but marks and prepositions between them. */
function together(tokens: readonly Token[], a: Fact, b: Fact): boolean {
  const [end, start] = a.from < b.from ? [a.to, b.from] : [b.to, a.from]
  if (start < end || start - end > 2) return false
  return tokens
    .slice(end, start)
    .every(({ kind, word, text }) => (kind === 'mark' ? /^[,(]$/.test(text) : /^(?:on|the|в|this|это)$/.test(word)))
}

/** "by Friday noon": until both. */
function ended(facts: readonly Fact[]): Fact[] {
  return facts.map((fact, i) => {
    if (fact.bound || !MOMENTS.has(fact.kind)) return fact
    const beside = [facts[i - 1], facts[i + 1]].find(
      (other) =>
        other?.bound &&
        MOMENTS.has(other.kind) &&
        other.kind !== fact.kind &&
        (fact.from < other.from ? other.from - fact.to : fact.from - other.to) <= 0,
    )
    return beside ? { ...fact, bound: beside.bound, denied: beside.denied ?? false } : fact
  })
}
const MOMENTS = new Set(['date', 'time'])

/** "20 000 в месяц": the month belongs to the price. */
function priced(facts: Fact[]): Fact[] {
  return facts.map((fact, i) => {
    const before = facts[i - 1]
    const sum =
      before?.kind === 'money' ||
      // "1,2 млн показов за неделю" are no price.
      (before?.kind === 'number' && isPrice(before))
    const paced = fact.rate !== undefined && fact.kind === 'duration'
    return paced && before && sum && fact.from - before.to <= 1 && fact.from >= before.to
      ? { ...fact, priced: true }
      : fact
  })
}

function isPrice({ numeric, many }: Fact): boolean {
  return numeric?.base === '' && !many && numeric.n >= LEAST_PRICE
}

/** "1080 x 1920", "70/30". */
function sided(tokens: readonly Token[], facts: Fact[]): Fact[] {
  // From the right, for the last of three says of what they all are.
  let behind: Fact | undefined
  return facts
    .reduceRight<Fact[]>((made, fact) => {
      behind = withSides(tokens, fact, behind)
      made.push(behind)
      return made
    }, [])
    .reverse()
}

function withSides(tokens: readonly Token[], fact: Fact, next: Fact | undefined): Fact {
  if (!fact.numeric || !next?.numeric || fact.kind === 'date' || fact.kind === 'time') return fact
  const one = fact.from === next.from && fact.to === next.to
  // The x of a size is read as "times".
  const between = one ? fact.from + 1 : next.from - 1
  if (!one && (next.from < fact.to || next.from > fact.to + 1)) return fact
  if (!SIDES.test(tokens[between]?.word ?? '')) return fact
  const sides = [fact.numeric.raw, next.numeric.raw] as const
  const size = next.numeric.n / next.numeric.raw
  const { base } = next.numeric
  if (one || !/^(?:times)?$/.test(fact.numeric.base) || !Number.isFinite(size) || !(base === '' || MEASURES.has(base)))
    return { ...fact, sides }
  // "110 by 220 mm", "3x4 m": one unit for both, and the x is none.
  const numeric: Numeric = { ...fact.numeric, n: tidy(fact.numeric.raw * size), base }
  return { ...fact, kind: next.kind, value: written(numeric), numeric, sides }
}
const MEASURES = new Set(['metre', 'px'])
const SIDES = /^(?:[xх×*/:]|на|by)$/

/** Less than this is a count of something: "5 в неделю". */
const LEAST_PRICE = 500

/** "10, 15 и 20 %": one sign for all of them. */
function percented(tokens: readonly Token[], facts: Fact[]): Fact[] {
  const percents = facts.filter(({ numeric }) => numeric?.base === 'percent')
  let next = 0
  return facts.map((fact) => {
    if (fact.numeric?.base === '' && inPercent(tokens, fact.from)) return { ...fact, percentNear: true }
    if (percents.length === 0) return fact
    while (next < percents.length && (percents[next] as Fact).to + ELLIPSIS_REACH < fact.from) next++
    const near = percents[next]
    return fact.numeric?.base === '' && near && near.from - ELLIPSIS_REACH <= fact.to
      ? { ...fact, percentNear: true }
      : fact
  })
}

/** "Процент открытий - 27". */
function inPercent(tokens: readonly Token[], from: number): boolean {
  for (let i = Math.max(0, from - NOUN_REACH); i < from; i++) if (isOfPercent(tokens[i] as Token)) return true
  return false
}
const NOUN_REACH = 5
const isOfPercent = ofWord((word) => /^(?:процент\p{L}{0,3}|доля|долю|доли|percentage|percent|rate|share)$/u.test(word))

/**
 * A number without a unit may share that of the number before it: "210к, из них 60 на тексты" are sixty thousand, and
 * "80 MB, down to 6" six megabytes, if the other text says so.
 */
function carried(facts: readonly Fact[]): Fact[] {
  let scale = 1
  let until = -1
  const ahead = scalesAhead(facts)
  let unit: { base: string; size: number; until: number } | undefined
  return facts.map((fact, i) => {
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
    if (numeric.base !== '' || numeric.raw < 1 || numeric.scale !== undefined) return fact
    const shared = numeric.raw < scale && fact.from <= until ? scale : (ahead[i] ?? 1)
    return shared > 1 && numeric.raw < shared ? { ...fact, numeric: { ...numeric, also: numeric.raw * shared } } : fact
  })
}
/** "было 400, стало 200 тыс.": the thousands that follow are of both. */
function scalesAhead(facts: readonly Fact[]): readonly (number | undefined)[] {
  return facts.map((fact, i) => {
    const next = [facts[i + 1], facts[i + 2]].find((other) => (other?.numeric?.scale ?? 1) > 1)
    return next && next.from - fact.to <= SHORT_REACH ? next.numeric?.scale : undefined
  })
}
const SHORT_REACH = 4
const CARRIED = new Set(['unit', 'duration'])
/** So many tokens on, a number may still be meant in the thousands of the one before. */
const ELLIPSIS_REACH = 25

/** 1 час 30 минут is one and a half hours. */
function summed(tokens: readonly Token[], facts: readonly Fact[]): Fact[] {
  const made: Fact[] = []
  for (const fact of facts) {
    const before = made.at(-1)
    // "меньше недели, 5 дней" says it twice, "годовая оплата два месяца" is no sum.
    const parted = before !== undefined && fact.from > before.to && !/^(?:и|and)$/.test(tokens[before.to]?.word ?? '')
    const joined = before && !parted && sum(before, minutesBehind(tokens, before, fact))
    if (joined) made[made.length - 1] = joined
    else made.push(fact)
  }
  return made
}

const MINUTES = /^(?:min|mins|minutes?|мин|минут[аыу]?)$/

/** "1ч30": the thirty are minutes. */
function minutesBehind(tokens: readonly Token[], hours: Fact, fact: Fact): Fact {
  // "1 min 42"
  const seconds = fact.from === hours.to && fact.to === fact.from + 1 && tokens[fact.to]?.kind !== 'word'
  if (
    seconds &&
    fact.kind === 'number' &&
    fact.numeric?.base === '' &&
    MINUTES.test(tokens[fact.from - 1]?.word ?? '') &&
    fact.numeric.raw < 60
  )
    return { ...fact, kind: 'duration', numeric: { raw: fact.numeric.raw, n: fact.numeric.raw / 60, base: 'minute' } }
  const glued = fact.from === hours.to && tokens[fact.from]?.glued && fact.to === fact.from + 1
  if (!glued || hours.numeric?.base !== 'minute' || fact.kind !== 'number' || fact.numeric?.base !== '') return fact
  return { ...fact, kind: 'duration', numeric: { ...fact.numeric, base: 'minute' } }
}

function sum(a: Fact, b: Fact): Fact | undefined {
  // "2 руб. 90 коп." is one price.
  const priced = a.kind === 'money' && b.kind === 'money' && (b.numeric?.n ?? 1) < 1
  if ((!priced && (a.kind !== 'duration' || b.kind !== 'duration')) || b.optional || !a.numeric || !b.numeric)
    return undefined
  if (a.numeric.base !== b.numeric.base || b.numeric.n >= a.numeric.n || b.from - a.to > 1 || b.from < a.to)
    return undefined
  if (a.numeric.n / a.numeric.raw <= b.numeric.n / b.numeric.raw) return undefined
  const n = a.numeric.n + b.numeric.n
  const numeric: Numeric = { raw: n, n, base: a.numeric.base }
  return { ...a, value: written(numeric), to: b.to, numeric, optional: false }
}
