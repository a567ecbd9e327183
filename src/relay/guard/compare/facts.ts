/** Facts of two texts held against each other: what of the one has no counterpart in the other. */
import type { FactKind, Severity } from '../../../core/guard.ts'
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { isBare, loosely, near, same } from './agree.ts'
import { exactKeys, looseKeys, Pairs } from './pairs.ts'
import { reckoned, summedUp, thousandfold } from './reckoned.ts'

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
  pairs.match(same, exactKeys, 'apart')
  pairs.match(same, exactKeys, 'shared')
  pairs.match(loosely, looseKeys, 'apart')
  pairs.match(loosely, looseKeys, 'bare shared')
  const differences = [...turned(pairs)]
  const rest = pairs.rest()
  const lost = rest.lost.filter(({ quiet }) => !quiet).slice(0, MOST)
  const gained = rest.gained.filter(({ quiet }) => !quiet).slice(0, MOST)
  const taken = new Set<Fact>()
  differences.push(...summedUp(lost, gained, taken))
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
        severity: severityOf(from, to),
        kind: kindOf(from, to),
        change: 'changed',
        source: from,
        final: to,
      })
    }
  }
  for (const fact of lost) {
    if (!taken.has(fact) && (!fact.optional || dayPart(fact))) {
      differences.push({ severity: severityOf(fact), kind: kindOf(fact), change: 'missing', source: fact })
    }
  }
  for (const fact of gained) {
    if (!taken.has(fact) && (!fact.optional || dayPart(fact))) {
      differences.push({
        severity: reckoned(fact, source) ? 'warn' : severityOf(fact, undefined, 'added'),
        kind: kindOf(fact),
        change: 'added',
        final: fact,
      })
    }
  }
  return differences
}

/** The number is the same, but "before" became "after", or "at least" became "at most". */
function* turned(pairs: Pairs): Generator<Difference> {
  for (const [from, to] of pairs.matched()) {
    if (
      (from.bound && to.bound && from.bound !== to.bound && from.denied === to.denied) ||
      (from.step && to.step && from.step !== to.step)
    ) {
      yield { severity: 'block', kind: kindOf(from, to), change: 'changed', source: from, final: to }
    } else if (from.about && !to.about && to.numeric && !to.bound) {
      yield { severity: 'note', kind: kindOf(from, to), change: 'changed', source: from, final: to }
    }
  }
}

/** "Per hour" has become "per ticket". */
function rates(a: Fact, b: Fact): boolean {
  return a.rate !== undefined && b.rate !== undefined && a.rate !== b.rate
}

function closest(a: Fact, b: Fact): boolean {
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
  return !(NO_ONE.has(a.share) && NO_ONE.has(b.share))
}
const NO_ONE = new Set(['all', 'none'])

/** Two words for a part of the day: each may be left out, but one is not the other. */
function twoWords(a: Fact, b: Fact): boolean {
  return (
    a.kind === b.kind &&
    (a.kind === 'time' || a.kind === 'vat') &&
    a.numeric === undefined &&
    b.numeric === undefined &&
    a.value.startsWith('zone') === b.value.startsWith('zone')
  )
}

/** "A couple of questions" is not one. */
function pairAndOne(a: Fact, b: Fact): boolean {
  return (
    a.optional === true &&
    a.numeric?.raw === 2 &&
    /^(?:vague)?$/.test(a.numeric.base) &&
    b.numeric?.base === '' &&
    b.numeric.raw === 1
  )
}

function numbers(a: Fact, b: Fact): boolean {
  const moment = (fact: Fact) => fact.kind === 'date' || fact.kind === 'deadline' || fact.kind === 'time'
  if (pairAndOne(a, b) || pairAndOne(b, a)) return true
  return (a.numeric !== undefined && b.numeric !== undefined && !a.optional && !b.optional) || (moment(a) && moment(b))
}

function kindOf(a: Fact, b?: Fact): FactKind {
  if (b && rates(a, b)) return 'unit'
  if (
    b?.numeric &&
    a.numeric &&
    near(a.numeric.raw, b.numeric.raw) &&
    !isBare(a.numeric) &&
    !isBare(b.numeric) &&
    a.numeric.base !== b.numeric.base &&
    a.kind !== 'money'
  )
    return 'unit'
  const kind = a.kind === 'number' && b !== undefined ? b.kind : a.kind
  return (kind === 'date' || kind === 'time') && (a.bound ?? b?.bound) === 'high' ? 'deadline' : kind
}

/** "In the evening", and no hour. */
function dayPart(fact: Fact): boolean {
  return fact.kind === 'time' && fact.numeric === undefined && fact.optional === true && !fact.value.startsWith('zone')
}

/** A code of letters and a digit (F5, b2b, 1С-Битрикс) is a word of the trade rather than a number of somebody's. */
function slight({ kind, value }: Fact): boolean {
  return (
    kind === 'identifier' && /^(?:\d{1,2}\p{L}+|\p{L}+\d{1,2}|[\p{L}\d]{1,5})$/u.test(value) && !/\d{3}/.test(value)
  )
}

function letters({ value }: Fact): string {
  return value.replace(/\d/g, '')
}

function severityOf(a: Fact, b?: Fact, added?: 'added'): Severity {
  if (b && thousandfold(a, b)) return 'warn'
  if (
    slight(a) &&
    (b === undefined || (slight(b) && a.value.length < 6 && b.value.length < 6 && letters(a) !== letters(b)))
  )
    return 'warn'
  if (b === undefined && dayPart(a)) return 'warn'
  // "A few days" and "a couple of days" are nearly one; "a few weeks" are not.
  if (b?.numeric?.base.startsWith('vague') && a.numeric?.base.startsWith('vague') && a.numeric.raw !== b.numeric.raw)
    return 'warn'
  // "Two fixes: …": counting up what follows adds or leaves out no fact.
  if (added && a.kind === 'quantity' && a.share === undefined && a.numeric?.base === '' && a.numeric.raw <= 3)
    return 'warn'
  return 'block'
}
