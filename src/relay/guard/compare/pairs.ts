/** Facts of two texts find each other. */

import type { Fact } from '../facts/fact.ts'
import { codesOf, isBare } from './agree.ts'

type Agree = (a: Fact, b: Fact) => boolean
type Keys = (fact: Fact) => readonly string[]
type How = 'apart' | 'shared' | 'bare shared'
type Index = ReadonlyMap<string, readonly Fact[]>
const NOBODY: readonly Fact[] = []

/** Who has found whom. A fact that was said once may be said twice, so a counterpart can be shared. */
export class Pairs {
  readonly found = new Map<Fact, Fact>()
  private readonly indexes: { readonly facts: readonly Fact[]; readonly keys: Keys; readonly index: Index }[] = []

  constructor(
    private readonly source: readonly Fact[],
    private readonly final: readonly Fact[],
  ) {}

  /** Only facts with a key in common are held against each other, and of those a bounded number: linear, whatever the text. */
  match(agree: Agree, keys: Keys, how: How): void {
    for (const [own, others] of [
      [this.source, this.final],
      [this.final, this.source],
    ] as const) {
      const open = own.filter((fact) => !this.found.has(fact) && may(fact, how))
      if (open.length === 0) continue
      const index = this.indexOf(others, keys)
      for (const fact of open) {
        const other = this.counterpart(fact, keys(fact), index, agree, how)
        if (other === undefined) continue
        this.found.set(fact, other)
        if (!this.found.has(other)) this.found.set(other, fact)
      }
    }
  }

  /** The first that agrees, before all one of the very figure, and of these one with the same end. */
  private counterpart(fact: Fact, keys: readonly string[], index: Index, agree: Agree, how: How): Fact | undefined {
    let first: Fact | undefined
    for (const key of keys) {
      for (const other of index.get(key) ?? NOBODY) {
        if (how === 'apart' && this.found.has(other)) continue
        if (how === 'bare shared' && other.numeric?.base === 'ordinal' && fact.numeric?.base !== 'ordinal') continue
        if (!agree(fact, other)) continue
        const isSame = other.numeric?.raw === fact.numeric?.raw
        if (other.bound === fact.bound && isSame) return other
        if (first === undefined || (isSame && first.numeric?.raw !== fact.numeric?.raw)) first = other
      }
    }
    return first
  }

  private indexOf(facts: readonly Fact[], keys: Keys): Index {
    const known = this.indexes.find((one) => one.facts === facts && one.keys === keys)
    if (known) return known.index
    const index = indexed(facts, keys)
    this.indexes.push({ facts, keys, index })
    return index
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

/** Whether a fact may share the counterpart of another one. */
function may(fact: Fact, how: How): boolean {
  // "31 a month, 370 a year": each has its own.
  if (how === 'shared') return fact.rate === undefined
  return how === 'apart' || isBare(fact.numeric) || fact.optional === true
}

/** So many facts of one value are looked at; a message has fewer, and more of the same are only the same again. */
const BUCKET = 32

function indexed(facts: readonly Fact[], keys: Keys): Index {
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
export function exactKeys({ kind, value, numeric, day }: Fact): readonly string[] {
  if (day) return [`day ${day.day}`, `month ${day.month}`, `year ${day.year}`]
  if (kind === 'identifier')
    return [...codesOf(value).map((code) => `code ${code}`), ...(numeric ? [figure(numeric.n)] : [])]
  if (numeric)
    return numeric.base === 'clock' && (numeric.n === 720 || numeric.n === 780)
      ? [figure(numeric.n), 'time noon']
      : [figure(numeric.n)]
  if (kind === 'time' && value === 'late') return ['time late', 'time night', 'time evening']
  return kind === 'phone'
    ? [`phone ${value.slice(-4)}`, `phone ${value.replace(/x.*$/, '').slice(-4)}`]
    : [kind === 'vat' ? kind : value === 'today' || value === 'end day' ? 'today' : `${kind} ${value}`]
}

/** Numbers that may be meant to be one share one of these. */
export function looseKeys({ numeric, optional }: Fact): readonly string[] {
  if (!numeric) return []
  const { raw, n, base, also, unit } = numeric
  const keys = [figure(raw), figure(n)]
  if (also !== undefined) keys.push(figure(also))
  if (base === '' && unit) keys.push(figure(unit.size * raw))
  if (base === 'clock') {
    const dotted = Math.floor(n / 60) + (n % 60) / 100
    keys.push(figure(raw - 12), figure(dotted), figure(dotted - 12))
  }
  if (base === 'times') keys.push(figure(100 / n), figure(100 - 100 / n), figure(100 * (n - 1)))
  if (base.startsWith('vague')) keys.push(figure(raw - 1), figure(raw + 1))
  if (base === 'minute' && n < 60) keys.push(figure(Math.round(n * 60)))
  if (optional && base === 'minute' && n === 60) keys.push(figure(780))
  return keys
}

function figure(n: number): string {
  // Whole numbers are nearly all, and quickly written.
  return Number.isInteger(n) && Math.abs(n) < 1e9 ? String(n) : String(Number(n.toPrecision(9)))
}
