/** Facts of two texts held against each other: what of the one has no counterpart in the other. */
import type { Change, FactKind, Severity } from '../../core/guard.ts'
import type { Fact, Numeric } from './facts/fact.ts'
import { COUNTED } from './lexicon/units.ts'
import { latin, lookalike } from './text/latin.ts'

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
  for (const alike of [closest, numbers]) {
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

type Agree = (a: Fact, b: Fact) => boolean
type Keys = (fact: Fact) => readonly string[]

/** Who has found whom. A fact that was said once may be said twice, so a counterpart can be shared. */
class Pairs {
  readonly found = new Map<Fact, Fact>()

  constructor(
    private readonly source: readonly Fact[],
    private readonly final: readonly Fact[],
  ) {}

  /** Only facts with a key in common are held against each other, and of those a bounded number: linear, whatever the text. */
  match(agree: Agree, keys: Keys, how: 'apart' | 'shared' | 'bare shared'): void {
    for (const [own, others] of [
      [this.source, this.final],
      [this.final, this.source],
    ] as const) {
      const index = indexed(others, keys)
      for (const fact of own) {
        if (this.found.has(fact)) continue
        if (how === 'bare shared' && !isBare(fact.numeric) && !fact.optional) continue
        const near = keys(fact).flatMap((key) => index.get(key) ?? [])
        const fit = near.filter(
          (other) =>
            (how !== 'apart' || !this.found.has(other)) &&
            (how !== 'bare shared' || other.numeric?.base !== 'ordinal' || fact.numeric?.base === 'ordinal') &&
            agree(fact, other),
        )
        const other = fit.find((candidate) => candidate.bound === fact.bound) ?? fit[0]
        if (other === undefined) continue
        this.found.set(fact, other)
        if (!this.found.has(other)) this.found.set(other, fact)
      }
    }
  }

  rest(): { lost: Fact[]; gained: Fact[] } {
    return {
      lost: this.source.filter((fact) => !this.found.has(fact)),
      gained: this.final.filter((fact) => !this.found.has(fact)),
    }
  }

  *matched(): Generator<[Fact, Fact]> {
    for (const fact of this.source) {
      const other = this.found.get(fact)
      if (other) yield [fact, other]
    }
  }
}

/** So many facts of one value are looked at; a message has fewer, and more of the same are only the same again. */
const BUCKET = 32

function indexed(facts: readonly Fact[], keys: Keys): ReadonlyMap<string, readonly Fact[]> {
  const index = new Map<string, Fact[]>()
  for (const fact of facts) {
    for (const key of keys(fact)) {
      const bucket = index.get(key)
      if (bucket === undefined) index.set(key, [fact])
      else if (bucket.length < BUCKET) bucket.push(fact)
    }
  }
  return index
}

/** Facts that may be the same share one of these. */
function exactKeys({ kind, value, numeric, day }: Fact): readonly string[] {
  if (day) return [`day ${day.day}`, `month ${day.month}`, `year ${day.year}`]
  if (kind === 'identifier')
    return [
      `code ${lookalike(value.toLowerCase())}`,
      `code ${latin(value.toLowerCase())}`,
      ...(numeric ? [figure(numeric.n)] : []),
    ]
  if (numeric) return [figure(numeric.n)]
  return kind === 'phone'
    ? [`phone ${value.slice(-4)}`, `phone ${value.replace(/x.*$/, '').slice(-4)}`]
    : [kind === 'vat' ? kind : value === 'today' || value === 'end day' ? 'today' : `${kind} ${value}`]
}

/** Numbers that may be meant to be one share one of these. */
function looseKeys({ numeric, optional }: Fact): readonly string[] {
  if (!numeric) return []
  const { raw, n, base, also } = numeric
  const keys = [figure(raw), figure(n)]
  if (also !== undefined) keys.push(figure(also))
  if (base === 'clock') keys.push(figure(raw - 12))
  if (base === 'times') keys.push(figure(100 / n), figure(100 - 100 / n), figure(100 * (n - 1)))
  if (base.startsWith('vague')) keys.push(figure(raw - 1), figure(raw + 1))
  if (optional && base === 'minute' && n === 60) keys.push(figure(780))
  return keys
}

function figure(n: number): string {
  return n.toPrecision(9)
}

function same(a: Fact, b: Fact): boolean {
  if (a.day && b.day) return sameDay(a, b)
  if (a.kind === 'identifier' && b.kind === 'identifier') return sameCode(a.value.toLowerCase(), b.value.toLowerCase())
  if (a.numeric && b.numeric) return a.numeric.base === b.numeric.base && near(a.numeric.n, b.numeric.n)
  // Until the end of the day is until the end of today.
  if ((a.value === 'today' && b.value === 'end day') || (a.value === 'end day' && b.value === 'today')) return true
  if (a.kind !== b.kind) return false
  if (a.kind === 'phone') return samePhone(a.value, b.value)
  if (a.kind === 'vat' && (a.value === 'mentioned' || b.value === 'mentioned')) return true
  return a.value === b.value
}

function sameCode(a: string, b: string): boolean {
  return a === b || latin(a) === latin(b) || lookalike(a) === lookalike(b)
}

/** What one leaves open the other may state. */
function sameDay(a: Fact, b: Fact): boolean {
  const parts = ['day', 'month', 'year'] as const
  const both = parts.filter((part) => a.day?.[part] !== undefined && b.day?.[part] !== undefined)
  return both.length > 0 && both.every((part) => a.day?.[part] === b.day?.[part])
}

function samePhone(a: string, b: string): boolean {
  const [short, long] = [a, b].map((number) => number.replace(/^0+/, '')).sort((x, y) => x.length - y.length)
  return short !== undefined && long !== undefined && short.length >= 7 && long.endsWith(short)
}

/** The same number where one of the two does not say of what. */
function loosely(a: Fact, b: Fact): boolean {
  const [x, y] = [a.numeric, b.numeric]
  if (!x || !y) return false
  if (x.base.startsWith('vague') || y.base.startsWith('vague')) return vaguely(x, y)
  if (onTheHour(a, b) || onTheHour(b, a)) return true
  if (
    (x.also !== undefined && x.base === y.base && near(x.also, y.n)) ||
    (y.also !== undefined && x.base === y.base && near(y.also, x.n))
  )
    return true
  if (shares(x, y) || shares(y, x)) return true
  if (!isBare(x) && !isBare(y)) return false
  return (
    near(x.raw, y.raw) ||
    near(x.raw, y.n) ||
    near(x.n, y.raw) ||
    hourOf(x, y) ||
    hourOf(y, x) ||
    (x.also !== undefined && near(x.also, y.n)) ||
    (y.also !== undefined && near(y.also, x.n))
  )
}

function isBare(numeric: Numeric | undefined): boolean {
  return numeric !== undefined && (numeric.base === '' || numeric.base === 'ordinal' || LIGHT.has(numeric.base))
}
/** Of what is only counted, those that name nothing by themselves. */
const LIGHT = new Set([...COUNTED].filter((name) => !/^(?:page|slide|word|character)$/.test(name)))

/** Half as much is down by 50 %; twice as much is up by 100 %. */
function shares(times: Numeric, percent: Numeric): boolean {
  if (times.base !== 'times' || percent.base !== 'percent') return false
  return near(percent.n, 100 / times.n) || near(percent.n, 100 - 100 / times.n) || near(percent.n, 100 * (times.n - 1))
}

/** "в час" may be one o'clock. */
function onTheHour(a: Fact, b: Fact): boolean {
  return (
    a.optional === true &&
    a.numeric?.base === 'minute' &&
    a.numeric.n === 60 &&
    b.numeric?.base === 'clock' &&
    (b.numeric.n === 60 || b.numeric.n === 780)
  )
}

/** "at 5" and 17:00. */
function hourOf(bare: Numeric, clock: Numeric): boolean {
  return clock.base === 'clock' && bare.raw <= 12 && near(bare.raw + 12, clock.raw)
}

function vaguely(x: Numeric, y: Numeric): boolean {
  const base = (numeric: Numeric) => numeric.base.replace(/^vague ?/, '')
  const fits = base(x) === base(y) || base(x) === '' || base(y) === ''
  return fits && Math.abs(x.raw - y.raw) <= 0
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
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
