import type { Fact } from '../../facts/fact.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'

/** The "no" and what it denies, to be shown. */
export function span(denial: Denial, reading: Reading): Fact {
  const clause = reading.clauses[denial.clause]
  const last = Math.min(clause?.to ?? denial.at + 1, denial.at + 5)
  const from = last - denial.at < 3 ? Math.max(clause?.from ?? 0, denial.at - 3) : denial.at
  return { kind: 'negation', value: `-${denial.scope[0] ?? ''}`, from, to: last }
}
