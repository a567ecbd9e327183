import type { Difference } from '../../difference.ts'
import type { Reading } from '../reading/reading.ts'

/** Another one acts: in which clause, and in which of the other text. */
export function changed(source: Reading, index: number, final: Reading, other: number): Difference {
  const from = source.clauses[index]
  const to = final.clauses[other]
  return {
    severity: 'warn',
    kind: 'actor',
    change: 'changed',
    ...(from ? { source: { kind: 'actor', value: 'who', from: from.from, to: from.to } } : {}),
    ...(to ? { final: { kind: 'actor', value: 'who else', from: to.from, to: to.to } } : {}),
  }
}
