/** What the guard's readers see in a text, as far as rules ask for it. The one place here that knows them. */
import type { FactKind } from '../../../core/guard.ts'
import { guard } from '../../../relay/guard/guard.ts'
import { read } from '../../../relay/guard/sense/reading/reading.ts'

export type Seen = {
  /** Words and numbers in lower case, one space between them. */
  readonly words: string
  readonly kinds: ReadonlySet<FactKind>
  /** A large number without a unit, or a number written in thousands. */
  readonly sums: boolean
  readonly denies: boolean
}

/** From here on a bare number at the end of what is said may be a price. */
const A_SUM = 100
const THOUSAND = 1_000

export function seenIn(text: string): Seen {
  const { tokens, facts, denials } = read(text, undefined)
  return {
    words: tokens
      .filter(({ kind }) => kind === 'word' || kind === 'number')
      .map(({ word }) => word)
      .join(' '),
    kinds: new Set(facts.map(({ kind }) => kind)),
    sums: facts.some(
      ({ numeric, alone }) =>
        numeric !== undefined &&
        numeric.base === '' &&
        ((numeric.scale ?? 1) >= THOUSAND || (alone === true && numeric.n >= A_SUM)),
    ),
    denies: denials.plain.length > 0,
  }
}

/** How a text differs in meaning from what it stands for. */
export function differenceIn(said: string, final: string): 'none' | 'some' | 'grave' {
  const findings = guard(said, final).filter(({ severity }) => severity !== 'note')
  if (findings.length === 0) return 'none'
  return findings.some(({ severity }) => severity === 'block') ? 'grave' : 'some'
}
