/** What costs the one who gives it, and nobody has given: a gift, a refund, a discount, hours round the clock. */
import type { Difference } from '../../difference.ts'
import type { Fact } from '../../facts/fact.ts'
import { CONCESSION, COSTS_NOTHING, REFUNDED } from '../../lexicon/markers.ts'
import type { Reading } from '../reading/reading.ts'

export function compareConcessions(source: Reading, final: Reading): Difference[] {
  const given = new Set<string>()
  source.tokens.forEach((_, i) => {
    const concession = CONCESSION.at(source.tokens, i)
    if (concession) given.add(concession.value)
  })
  if (source.tokens.some((_, i) => COSTS_NOTHING.at(source.tokens, i))) given.add('free')
  if (given.has('free')) given.add('waived')
  if (given.has('waived')) given.add('free')
  if (source.tokens.some((_, i) => REFUNDED.at(source.tokens, i))) given.add('refund')
  const seen = new Set<string>()
  return concessions(final).flatMap(({ value, from, to, denied }) => {
    if (given.has(value) || seen.has(value) || denied) return []
    seen.add(value)
    return [
      {
        severity: 'block' as const,
        kind: 'commitment' as const,
        change: 'added' as const,
        final: { kind: 'commitment' as const, value, from, to },
      },
    ]
  })
}

function concessions({
  tokens,
  clauses,
  denials,
}: Reading): (Pick<Fact, 'from' | 'to'> & { value: string; denied: boolean })[] {
  // "If you do not like it" is denied by itself.
  const denying = denials.plain.filter(
    ({ clause }) => !/^(?:если|if|unless|should)$/.test(tokens[clauses[clause]?.from ?? 0]?.word ?? ''),
  )
  // The "no" of "без доплаты" is its own.
  const deniedBeside = (sentence: number, from: number, to: number) =>
    denying.some(({ clause, at }) => clauses[clause]?.sentence === sentence && (at < from || at >= to))
  return clauses.flatMap((clause) => {
    const found = []
    for (let i = clause.from; i < clause.to; i++) {
      const concession = CONCESSION.at(tokens, i)
      // "free tier" names a thing; "it is free" gives one.
      if (
        tokens[i]?.word === 'free' &&
        tokens[i + 1]?.kind === 'word' &&
        !/^(?:and|but|for|to)$/.test(tokens[i + 1]?.word ?? '') &&
        !/^(?:charge|cost)$/.test(tokens[i + 2]?.word ?? '')
      )
        continue
      // "VAT-free", "hands-free": free of that alone.
      if (tokens[i]?.word === 'free' && tokens[i - 1]?.text === '-' && tokens[i]?.glued) continue
      // "feel free", "are you free at three"
      if (/^(?:feel|you|i'm|we're|am|i|are|set|hands)$/.test(tokens[i - 1]?.word ?? '') && tokens[i]?.word === 'free')
        continue
      if (concession)
        found.push({
          value: concession.value,
          from: i,
          to: concession.to,
          denied: (concession.value !== 'waived' && deniedBeside(clause.sentence, i, concession.to)) || clause.asks,
        })
    }
    return found
  })
}
