/** All that a text states in its own shape or in numbers. Linear: every reader looks at a few tokens from where it stands. */
import { ABOUT } from '../lexicon/bounds.ts'
import { LABELS } from '../lexicon/labels.ts'
import { SIGNS } from '../lexicon/units.ts'
import type { Token } from '../text/tokens.ts'
import { bounded } from './count/bounds.ts'
import { readQuantifier } from './count/quantifiers.ts'
import { readQuantity, written } from './count/quantities.ts'
import { readRate } from './count/rates.ts'
import { signed } from './count/signs.ts'
import { readVat } from './count/vat.ts'
import { type Fact, markAt, type Numeric, type Reader, type ReadFacts, wordAt } from './fact.ts'
import { dateFact, readDate } from './when/dates.ts'
import { readOrder } from './when/order.ts'
import { readTime } from './when/times.ts'

/** In this order: an hour before a day, a day before a number. */
const READERS: readonly Reader[] = [
  readShape,
  readLabelled,
  readVat,
  readTime,
  readDate,
  readOrder,
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
      for (const fact of read.facts)
        facts.push(ruledOut(tokens, stepped(tokens, signed(tokens, bounded(tokens, marked(tokens, fact))))))
      i = Math.max(read.next, i + 1)
    } else i++
  }
  return sided(tokens, glossed(tokens, summed(priced(percented(carried(facts))))))
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

/** "20 000 в месяц": the month belongs to the price. */
function priced(facts: Fact[]): Fact[] {
  return facts.map((fact, i) => {
    const before = facts[i - 1]
    const sum = before?.kind === 'money' || (before?.kind === 'number' && (before.numeric?.raw ?? 0) >= LEAST_PRICE)
    const paced = fact.rate !== undefined && fact.kind === 'duration'
    return paced && before && sum && fact.from - before.to <= 1 && fact.from >= before.to
      ? { ...fact, priced: true }
      : fact
  })
}

/** "1080 x 1920", "70/30". */
function sided(tokens: readonly Token[], facts: Fact[]): Fact[] {
  return facts.map((fact, i) => {
    const next = facts[i + 1]
    if (!fact.numeric || !next?.numeric || fact.kind === 'date' || fact.kind === 'time') return fact
    const one = fact.from === next.from && fact.to === next.to
    // The x of a size is read as "times".
    const between = one ? fact.from + 1 : next.from - 1
    if (!one && (next.from < fact.to || next.from > fact.to + 1)) return fact
    return SIDES.test(tokens[between]?.word ?? '') ? { ...fact, sides: [fact.numeric.raw, next.numeric.raw] } : fact
  })
}
const SIDES = /^(?:[xх×*/:]|на|by)$/

/** Less than this is a count of something: "5 в неделю". */
const LEAST_PRICE = 500

/** "10, 15 и 20 %": one sign for all of them. */
function percented(facts: Fact[]): Fact[] {
  const percents = facts.filter(({ numeric }) => numeric?.base === 'percent')
  if (percents.length === 0) return facts
  let next = 0
  return facts.map((fact) => {
    while (next < percents.length && (percents[next] as Fact).to + ELLIPSIS_REACH < fact.from) next++
    const near = percents[next]
    return fact.numeric?.base === '' && near && near.from - ELLIPSIS_REACH <= fact.to
      ? { ...fact, percentNear: true }
      : fact
  })
}

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
    const next = facts.slice(i + 1, i + 3).find(({ numeric }) => (numeric?.scale ?? 1) > 1)
    return next && next.from - fact.to <= SHORT_REACH ? next.numeric?.scale : undefined
  })
}
const SHORT_REACH = 4
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
    // Longer ones are more than a number can tell apart.
    kind === 'identifier' ? /^(?:\d{1,15}|\p{L}+\d{1,2})$/u.exec(shape.value)?.[0].replace(/\D/g, '') : undefined
  const plain = digits === undefined ? {} : { numeric: bare(Number(digits)) }
  const name = shape.name ? { optional: true } : {}
  const named = labelBefore(tokens, i) ? { named: true } : {}
  return { facts: [{ kind, value: shape.value, from: i, to: i + 1, ...plain, ...name, ...named }], next: i + 1 }
}

function labelBefore(tokens: readonly Token[], i: number): boolean {
  const at = markAt(tokens, i - 1) === '.' ? i - 2 : i - 1
  return tokens[at]?.text === '№' || LABELS.has(wordAt(tokens, at)) || /^(?:no|номер|number)$/.test(wordAt(tokens, at))
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

/** With what can be seen of it only where it stands. */
function marked(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.numeric === undefined || fact.optional) return fact
  const alone = fact.numeric.base === '' && tokens[fact.to]?.kind !== 'word'
  const about = [fact.from - 1, fact.from - 2].some((at) => ABOUT.has(tokens[at]?.word ?? ''))
  return alone || about ? { ...fact, ...(alone ? { alone } : {}), ...(about ? { about } : {}) } : fact
}

/** "не 5, а 7", "7 rather than 5". */
function ruledOut(tokens: readonly Token[], fact: Fact): Fact {
  let at = fact.from - 1
  while (at >= fact.from - 2 && BESIDE.test(wordAt(tokens, at))) at--
  const out =
    RULES_OUT.test(wordAt(tokens, at)) ||
    (/^(?:than|of)$/.test(wordAt(tokens, at)) && /^(?:rather|instead)$/.test(wordAt(tokens, at - 1)))
  return out ? { ...fact, ruledOut: true } : fact
}
const BESIDE = /^(?:в|во|на|к|ко|по|за|до|с|со|от|on|at|by|in|for|the|until|from|to)$/
const RULES_OUT = /^(?:не|not|вместо)$/

/** "на 10 %" is another ten per cent, "до 10 %" is ten in all. */
function stepped(tokens: readonly Token[], fact: Fact): Fact {
  const step = fact.kind === 'percent' ? STEPS.get(wordAt(tokens, fact.from - 1)) : undefined
  // "вырастет до 10 %" has come so far; "скидка до 10 %" is an end, and a step as little as any other.
  return step === undefined ? fact : { ...fact, step }
}
const STEPS = new Map<string, 'by' | 'to'>([
  ['на', 'by'],
  ['до', 'to'],
  ['by', 'by'],
  ['to', 'to'],
])

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
