import type { Change, FactKind, Severity } from '../../core/guard.ts'
import type { Fact } from './facts/fact.ts'

/** What the one text states and the other does not, or not so. */
export type Difference = {
  readonly severity: Severity
  readonly kind: FactKind
  readonly change: Change
  readonly source?: Fact | undefined
  readonly final?: Fact | undefined
}
