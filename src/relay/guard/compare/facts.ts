/** Facts of two texts held against each other: what of the one has no counterpart in the other. */
import type { Severity } from '../../../core/guard.ts'
import type { Difference } from '../difference.ts'
import type { Fact, Numeric } from '../facts/fact.ts'
import { COUNTED } from '../lexicon/units.ts'
import { alike } from '../sense/reading/alike.ts'
import { loosely, near, same } from './agree.ts'
import { nextDoor, together, widened, within } from './days.ts'
import { kindOf, rates } from './kinds.ts'
import { exactKeys, looseKeys, Pairs } from './pairs.ts'
import { reckoned, summedUp, thousandfold, thousands } from './reckoned.ts'
import { crossed, flipped, strange, taxed, turned } from './turned.ts'

/** Beyond this many the two texts have nothing to do with each other, which is seen as well from fewer. */
const MOST = 60

/** Counts up or tells apart what is there: held only against its like. */
function onlyOrder(a: Fact, b: Fact): boolean {
  return (
    (a.optional === true && a.numeric?.base === 'ordinal') !== (b.optional === true && b.numeric?.base === 'ordinal')
  )
}

export function compareFacts(source: readonly Fact[], final: readonly Fact[]): Difference[] {
  const pairs = new Pairs(source, final)
  pairs.match((a, b) => a.rate === b.rate && same(a, b), exactKeys, 'apart')
  pairs.match(same, exactKeys, 'apart')
  pairs.match(loosely, looseKeys, 'apart')
  pairs.match(same, exactKeys, 'shared')
  pairs.match(loosely, looseKeys, 'bare shared')
  const differences = [
    ...turned(pairs),
    ...crossed(pairs),
    ...taxed(pairs, source, final),
    ...flipped(source, final),
    ...strange(pairs, source),
    ...widened(source, final),
  ]
  const rest = pairs.rest()
  const lost = rest.lost.filter(({ quiet }) => !quiet).slice(0, MOST)
  const gained = rest.gained.filter(({ quiet }) => !quiet).slice(0, MOST)
  const taken = new Set<Fact>()
  for (const from of lost) {
    const to = gained.find((fact) => nextDoor(from, fact))
    if (to) taken.add(from).add(to)
  }
  together(lost, gained, taken)
  together(gained, lost, taken)
  differences.push(...summedUp(lost, gained, taken, [source, final]))
  for (const alike of [thousandfold, rates, shares, closest, numbers]) {
    for (const from of lost) {
      if (taken.has(from)) continue
      const to = gained.find(
        (fact) =>
          !taken.has(fact) &&
          alike(from, fact) &&
          !onlyOrder(from, fact) &&
          !(
            from.optional &&
            fact.optional &&
            !family(from, fact) &&
            !rates(from, fact) &&
            !twoWords(from, fact) &&
            !shares(from, fact) &&
            !pairAndOne(from, fact) &&
            !pairAndOne(fact, from)
          ),
      )
      if (to === undefined) continue
      taken.add(from).add(to)
      differences.push({
        severity: daysApart(from, to, source, final) ? 'warn' : severityOf(from, to),
        kind: kindOf(from, to),
        change: 'changed',
        source: from,
        final: to,
      })
    }
  }
  for (const fact of lost) {
    if (
      !taken.has(fact) &&
      !told(fact, pairs) &&
      !saidOtherwise(fact, final) &&
      !within(fact, final, pairs) &&
      !inRun(fact, source, final) &&
      (!fact.optional ||
        dayPart(fact) ||
        (fact.priced && !final.some((other) => other.rate === fact.rate || countsBy(other, fact))))
    ) {
      const kept = fact.share === 'fraction' && reckoned(fact, final)
      differences.push({
        severity: kept ? 'warn' : severityOf(fact),
        kind: kindOf(fact),
        change: 'missing',
        source: fact,
      })
    }
  }
  for (const fact of gained) {
    if (
      !taken.has(fact) &&
      !saidOtherwise(fact, source) &&
      !within(fact, source, pairs) &&
      !inRun(fact, final, source) &&
      (!fact.optional || dayPart(fact))
    ) {
      differences.push({
        severity: reckoned(fact, source) || told(fact, pairs) ? 'warn' : severityOf(fact, undefined, 'added'),
        kind: kindOf(fact),
        change: 'added',
        final: fact,
      })
    }
  }
  return differences
}

/** "Two days before the 22nd" is the 20th, where both texts say how many days lie between. */
function daysApart(a: Fact, b: Fact, source: readonly Fact[], final: readonly Fact[]): boolean {
  const [day, other] = [a.day?.day, b.day?.day]
  if (a.kind !== 'date' || day === undefined || other === undefined || a.day?.month !== b.day?.month) return false
  const minutes = Math.abs(day - other) * 1_440
  const when = other < day ? 'earlier' : 'later'
  const lies = (facts: readonly Fact[], way: (fact: Fact) => boolean) =>
    facts.some(
      (fact) =>
        fact.kind === 'duration' && fact.numeric?.base === 'minute' && near(fact.numeric.n, minutes) && way(fact),
    )
  return lies(source, (fact) => fact.when === when) && lies(final, () => true)
}

/** 102 of "101, 102 и 103", where the other text says "101–103". */
function inRun({ numeric }: Fact, own: readonly Fact[], others: readonly Fact[]): boolean {
  const n = numeric?.raw ?? 0.5
  if (!Number.isInteger(n)) return false
  const beside = [n - 1, n + 1].every((next) => own.some((fact) => fact.numeric?.raw === next))
  const ends = others.filter(({ kind }) => kind === 'range').slice(0, MOST)
  return beside && ends.some((end, i) => (end.numeric?.raw ?? n) < n && (ends[i + 1]?.numeric?.raw ?? n) > n)
}

/** "2 500 an hour" where the other text has "six hours at 2 500": the pace is of the hours that are counted. */
function countsBy(counted: Fact, { numeric: pace }: Fact): boolean {
  const { kind, numeric } = counted
  return (
    kind === 'duration' &&
    numeric !== undefined &&
    pace !== undefined &&
    numeric.base === pace.base &&
    near(numeric.n, numeric.raw * pace.n)
  )
}

/** "Today" where the other text says "within the day", "next month" where it says "a month later". */
function saidOtherwise({ value }: Fact, others: readonly Fact[]): boolean {
  const unit = /^next (month|week)$/.exec(value)?.[1]
  if (unit !== undefined)
    return others.some(
      ({ numeric }) => numeric?.raw === 1 && (unit === 'month' ? numeric.base === 'month' : numeric.n === 10_080),
    )
  return (
    value === 'today' &&
    others.some(
      ({ kind, numeric }) =>
        kind === 'duration' && numeric?.base === 'minute' && numeric.n <= 1_440 && numeric.n >= 720,
    )
  )
}

/** A day beside another name of it: "on Friday (14.03)". One of them is enough. */
function told(fact: Fact, pairs: Pairs): boolean {
  return fact.gloss !== undefined && [...pairs.found.keys()].some(({ value }) => value === fact.gloss)
}

function closest(a: Fact, b: Fact): boolean {
  if ((a.counted && b.share === undefined) || (b.counted && a.share === undefined)) return false
  return a.kind === b.kind || family(a, b)
}

function family(a: Fact, b: Fact): boolean {
  return (
    a.numeric !== undefined &&
    b.numeric !== undefined &&
    (a.numeric.base === b.numeric.base ||
      (a.kind === 'duration' && b.kind === 'duration') ||
      (a.kind === 'unit' && b.kind === 'unit') ||
      (a.kind === 'unit' && b.kind === 'duration') ||
      (a.kind === 'duration' && b.kind === 'unit'))
  )
}

/** "Most" has become "all". All of them not and none of them are one; all of two are both, and both are no more than two. */
function shares(a: Fact, b: Fact): boolean {
  if (a.share === undefined || b.share === undefined || a.share === b.share) return false
  return (
    !(NO_ONE.has(a.share) && NO_ONE.has(b.share)) &&
    // "Not all of them need it, only forty": the rest do not.
    !(a.share === 'part' && b.share === 'rest') &&
    // "All but the seasonal ones" are the rest.
    !(a.share === 'most' && b.share === 'rest') &&
    !(a.share === 'rest' && b.share === 'most') &&
    ofOne(a, b) &&
    ![a, b].every(({ share = 'all' }) => REST.has(share) && [a, b].some((fact) => fact.share === 'rest'))
  )
}
/** "Many users" and "a few clips" are two matters. */
function ofOne(a: Fact, b: Fact): boolean {
  return (
    ![a, b].some(({ share }) => share === 'many') ||
    a.noun === undefined ||
    b.noun === undefined ||
    alike(a.noun, b.noun)
  )
}
const NO_ONE = new Set(['all', 'none'])
/** All that are left. */
const REST = new Set(['all', 'rest', 'both', 'one', 'fraction', 'some of'])

/** Two words for a part of the day: each may be left out, but one is not the other. */
function twoWords(a: Fact, b: Fact): boolean {
  return (
    a.kind === b.kind &&
    (a.kind === 'time' || a.kind === 'vat' || a.kind === 'money' || weeks(a, b)) &&
    a.numeric === undefined &&
    b.numeric === undefined &&
    // "До завтрашнего обеда" and "до обеда".
    ![a, b].every(({ value }) => value === 'noon' || value === 'morning') &&
    a.value.startsWith('zone') === b.value.startsWith('zone')
  )
}

/** "Last week" and "next week". */
function weeks(a: Fact, b: Fact): boolean {
  const [unit, other] = [a, b].map(({ value }) => /^(?:last|next) (week|month|quarter|year)$/.exec(value)?.[1])
  return a.kind === 'date' && unit !== undefined && unit === other
}

/** "A couple of questions" is not one, nor are several of what there is one of. */
function pairAndOne(a: Fact, b: Fact): boolean {
  const base = a.numeric?.base ?? '-'
  if (a.optional !== true || b.numeric?.raw !== 1) return false
  // "Несколько страниц", "одна страница"
  if (base.startsWith('vague ') && b.numeric.base === base.slice(6)) return COUNTED.has(b.numeric.base)
  if (!/^(?:vague)?$/.test(base) || b.numeric.base !== '') return false
  if (a.numeric?.raw === 2) return true
  const counted = a.noun !== undefined && b.noun !== undefined && alike(a.noun, b.noun)
  return a.numeric?.base === 'vague' && (b.only === true || counted)
}

function numbers(a: Fact, b: Fact): boolean {
  const moment = (fact: Fact) => fact.kind === 'date' || fact.kind === 'deadline' || fact.kind === 'time'
  if (pairAndOne(a, b) || pairAndOne(b, a)) return true
  return (a.numeric !== undefined && b.numeric !== undefined && !a.optional && !b.optional) || (moment(a) && moment(b))
}

/** "In the evening", and no hour. */
function dayPart(fact: Fact): boolean {
  return fact.kind === 'time' && fact.numeric === undefined && fact.optional === true && !fact.value.startsWith('zone')
}

/** A code of letters and a digit (F5, b2b, 1С-Битрикс) is a word of the trade rather than a number of somebody's. */
function slight({ kind, value, named }: Fact): boolean {
  return (
    kind === 'identifier' &&
    !named &&
    /^(?:\d{1,2}\p{L}+|\p{L}+\d{1,2}|[\p{L}\d]{1,5})$/u.test(value) &&
    !/\d{3}/.test(value)
  )
}

function sameUnit(a: Numeric, b: Numeric): boolean {
  return a.base === b.base && near(a.n * b.raw, b.n * a.raw) && Math.max(a.raw, b.raw) <= 2 * Math.min(a.raw, b.raw)
}

/** "К концу недели" and "до пятницы": which day it is, the text does not tell. */
function endsOn({ value: from }: Fact, { value: to, day }: Fact): boolean {
  if (from === 'end week') return /^(?:fri|sat|sun|weekend)$/.test(to)
  if (from === 'weekend') return to === 'sat'
  if (from === 'end month') return (day?.day ?? 0) >= 28
  return from === 'end quarter' && /^(?:3-31|6-30|9-30|12-31)$/.test(`${day?.month}-${day?.day}`)
}

/** "Месяц" and "30 дней", "полтора месяца" and "six weeks". */
function inDays(months: Numeric, days: Numeric): boolean {
  return (
    months.base === 'month' &&
    days.base === 'minute' &&
    (near(days.n, months.n * 30 * 1_440) || near(days.n, months.n * 4 * 10_080))
  )
}

function letters({ value }: Fact): string {
  return value.replace(/\d/g, '')
}

function severityOf(a: Fact, b?: Fact, added?: 'added'): Severity {
  // Whoever speaks may leave the thousands out; who writes may not.
  if (b && thousands(a, b)) return 'warn'
  if (
    slight(a) &&
    (b === undefined || (slight(b) && a.value.length < 6 && b.value.length < 6 && letters(a) !== letters(b)))
  )
    return 'warn'
  if (b === undefined && dayPart(a)) return 'warn'
  if (b && endsOn(a, b)) return 'warn'
  // As people reckon: a month is not always thirty days.
  if (b?.numeric && a.numeric && (inDays(a.numeric, b.numeric) || inDays(b.numeric, a.numeric))) return 'warn'
  // "A few days" and "a couple of days" are nearly one; "a few weeks" are not.
  if (
    b?.numeric?.base.startsWith('vague') &&
    a.numeric &&
    sameUnit(a.numeric, b.numeric) &&
    a.numeric.raw !== b.numeric.raw
  )
    return 'warn'
  // "Two fixes: …": counting up what follows adds or leaves out no fact.
  if (added && a.kind === 'quantity' && a.share === undefined && a.numeric?.base === '' && a.numeric.raw <= 3)
    return 'warn'
  return 'block'
}
