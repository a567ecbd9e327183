/** What a difference between two facts is called. */
import type { FactKind } from '../../../core/guard.ts'
import type { Fact } from '../facts/fact.ts'
import { HOLDS_MORE } from '../lexicon/rates.ts'
import { TIME_UNITS } from '../lexicon/units.ts'
import { isBare, near } from './agree.ts'

export function kindOf(a: Fact, b?: Fact): FactKind {
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

/** "Per hour" has become "per ticket". A piece is one of whatever is counted. */
export function rates(a: Fact, b: Fact): boolean {
  return (
    a.rate !== undefined &&
    b.rate !== undefined &&
    a.rate !== b.rate &&
    !(a.rate === 'piece' && single(b.rate)) &&
    !(b.rate === 'piece' && single(a.rate))
  )
}

function single(rate: string): boolean {
  return !TIME_UNITS.has(rate) && !HOLDS_MORE.has(rate) && !rate.startsWith('1000 ')
}
