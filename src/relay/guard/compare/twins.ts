/** One of two figures that are equal was lost: "500 for the banner and 500 for the text" has become "500 for the banner". */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { SHARED } from '../lexicon/rates.ts'
import type { Reading } from '../sense/reading/reading.ts'
import { type Figure, figuresOf, like } from './beside.ts'
import { reckoned } from './reckoned.ts'

export function compareTwins(source: Reading, final: Reading): Difference[] {
  const said = figuresOf(source)
  const written = figuresOf(final)
  return [...lost(said, written, final, 'missing'), ...lost(written, said, source, 'added')]
}

function lost(
  said: readonly Figure[],
  written: readonly Figure[],
  other: Reading,
  change: 'missing' | 'added',
): Difference[] {
  for (const [i, a] of said.entries()) {
    const twins = said.filter((b, k) => k >= i && same(a, b))
    if (
      twins.length < 2 ||
      a.group === 'day' ||
      a.group === 'rate' ||
      a.group === 'name' ||
      a.fact.optional ||
      said.findIndex((b) => same(a, b)) < i
    )
      continue
    const left = written.filter((b) => same(a, b))
    if (left.length === 0 || left.length >= twins.length || told(other, left)) continue
    const total = (a.fact.numeric?.n ?? 0) * twins.length
    if (written.some(({ fact }) => fact.numeric?.n === total)) continue
    // "50 percent up front, the other half at the end".
    const figure = a.fact.numeric
    if (other.facts.filter(({ numeric: n }) => n?.n === figure?.n && n?.base === figure?.base).length >= twins.length)
      continue
    const kept = twins.filter((twin) => left.some((b) => like(twin, b) > 0))
    const gone = twins.find(
      (twin) =>
        twin.beside.length > 0 &&
        !kept.includes(twin) &&
        kept.some((b) => b.sentence === twin.sentence && like(b, twin) === 0),
    )
    // "30 % upfront, 40 on approval, the rest at launch": the rest are 30 % as well.
    if (gone === undefined || reckoned(gone.fact, other.facts)) continue
    const stated = change === 'missing' ? { source: gone.fact } : { final: gone.fact }
    return [{ severity: 'block', kind: gone.fact.kind, change, ...stated }]
  }
  return []
}

function same(a: Figure, b: Figure): boolean {
  return a.group === b.group && a.key === b.key && oneBase(a.fact, b.fact)
}

function oneBase({ numeric: a }: Fact, { numeric: b }: Fact): boolean {
  return a?.base === b?.base || a?.base === '' || b?.base === ''
}

/** "500 each", "по 500", "столько же": one figure for all of them. */
function told({ tokens, clauses }: Reading, left: readonly Figure[]): boolean {
  return left.some(({ sentence }) =>
    clauses.some(
      (clause) =>
        clause.sentence === sentence && tokens.slice(clause.from, clause.to).some(({ word }) => SHARED.has(word)),
    ),
  )
}
