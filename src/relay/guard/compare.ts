/** Facts of two texts held against each other: what of the one has no counterpart in the other. */
import type { Change, FactKind, Severity } from '../../core/guard.ts'
import { isBare, loosely, near, same } from './agree.ts'
import type { Fact } from './facts/fact.ts'
import { exactKeys, looseKeys, Pairs } from './pairs.ts'

export type Difference = {
  readonly severity: Severity
  readonly kind: FactKind
  readonly change: Change
  readonly source?: Fact | undefined
  readonly final?: Fact | undefined
}

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
  for (const alike of [rates, closest, numbers]) {
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
        severity: severityOf(fact, undefined, 'added'),
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

/** Two words for a part of the day, or for how much of all: each may be left out, but one is not the other. */
function twoWords(a: Fact, b: Fact): boolean {
  return (
    a.kind === b.kind &&
    (a.kind === 'time' || a.kind === 'quantity') &&
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

/** A code of a letter and a digit (F5, b2b) is a word of the trade rather than a number of somebody's. */
function severityOf(a: Fact, b?: Fact, added?: 'added'): Severity {
  const slight = (fact: Fact) =>
    fact.kind === 'identifier' && !/\d{3}/.test(fact.value) && !/^[@#]/.test(fact.value) && fact.value.length < 6
  if (slight(a) && (b === undefined || slight(b))) return 'warn'
  if (b === undefined && dayPart(a)) return 'warn'
  if (b?.numeric?.base.startsWith('vague') && a.numeric?.base.startsWith('vague')) return 'warn'
  // "Two fixes: …": counting up what follows adds or leaves out no fact.
  if (added && a.kind === 'quantity' && a.numeric?.base === '' && a.numeric.raw <= 3) return 'warn'
  return 'block'
}
