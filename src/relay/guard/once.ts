/** One change is told once: what several rules have seen in the same two clauses is one thing to tick. */
import type { Difference } from './difference.ts'
import type { Fact } from './facts/fact.ts'
import type { Reading } from './sense/reading/reading.ts'

/** In the order of the rules, the first of each; those that say less are left out. */
export function once(differences: readonly Difference[], source: Reading, final: Reading): Difference[] {
  const kept: Difference[] = []
  for (const one of differences) {
    const from = clauseOf(one.source, source)
    const to = clauseOf(one.final, final)
    const isTold = kept.some(
      (other) =>
        covers(other, one) && fits(clauseOf(other.source, source), from) && fits(clauseOf(other.final, final), to),
    )
    if (!isTold) kept.push(one)
  }
  return kept
}

/** A "no" is seen by several rules; so is a promise, which may also sound surer than what was said. */
function covers(told: Difference, one: Difference): boolean {
  if (told.severity !== 'block') return false
  if (told.kind === 'negation') return one.kind === 'negation'
  return (
    told.kind === 'commitment' &&
    ((one.kind === 'commitment' && one.change === told.change) || (one.kind === 'modality' && one.change === 'added'))
  )
}

/** The same clause, or one that the second has no place in. */
function fits(told: number | undefined, one: number | undefined): boolean {
  return one === undefined || told === one
}

function clauseOf(fact: Fact | undefined, { clauses }: Reading): number | undefined {
  if (fact === undefined) return undefined
  const index = clauses.findIndex(({ from, to }) => fact.from >= from && fact.from < to)
  return index < 0 ? undefined : index
}
