/** Where a text has words of a table, and how what is found of them is shown. */
import type { FactKind } from '../../../../core/guard.ts'
import type { Difference } from '../../difference.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Phrases } from '../../lexicon/phrases.ts'
import type { Reading } from '../reading/reading.ts'

export type Found<V> = { readonly value: V; readonly from: number; readonly to: number; readonly clause: number }

/** `asking`: in questions as well. The month of May is no "may". */
export function find<V extends string>(
  table: Phrases<V>,
  { tokens, clauses, facts }: Reading,
  asking: boolean,
): Found<V>[] {
  const found: Found<V>[] = []
  clauses.forEach((clause, index) => {
    if (clause.asks && !asking) return
    for (let i = clause.from; i < clause.to; ) {
      const one = isMonth(tokens, i, facts) ? undefined : table.at(tokens, i)
      if (one) found.push({ value: one.value, from: i, to: one.to, clause: index })
      i = one?.to ?? i + 1
    }
  })
  return found
}

function isMonth(tokens: Reading['tokens'], i: number, facts: readonly Fact[]): boolean {
  return tokens[i]?.word === 'may' && facts.some(({ kind, from, to }) => DAYS.has(kind) && from <= i && i < to)
}
const DAYS: ReadonlySet<string> = new Set(['date', 'deadline', 'range'])

export function marker(
  kind: FactKind,
  change: 'missing' | 'added',
  { value, from, to }: Omit<Found<string>, 'clause'>,
): Difference {
  const fact: Fact = { kind, value, from, to }
  return { severity: 'warn', kind, change, ...(change === 'missing' ? { source: fact } : { final: fact }) }
}
