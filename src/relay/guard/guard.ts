/** Holds a final against what was said: what the source states and the final lacks, changes or adds. */

import type { MeaningFinding, Stated } from '../../core/guard.ts'
import { digest } from '../../core/hash.ts'
import type { Locale } from '../../core/ids.ts'
import { compareFacts } from './compare/facts.ts'
import { compareOrder } from './compare/order.ts'
import { compareSwaps } from './compare/swaps.ts'
import { compareTwins } from './compare/twins.ts'
import type { Difference } from './difference.ts'
import type { Fact } from './facts/fact.ts'
import { once } from './once.ts'
import { compareActors } from './sense/actors/actors.ts'
import { compareInclusion } from './sense/inclusion/inclusion.ts'
import { compareMarkers } from './sense/markers/markers.ts'
import { compareNames } from './sense/names.ts'
import { compareDenials } from './sense/negation/negation.ts'
import { compareAnswers } from './sense/opposites/answers.ts'
import { compareOpposites } from './sense/opposites/opposites.ts'
import { comparePrefixed } from './sense/opposites/prefixed.ts'
import { compareCommitments } from './sense/promises/commitments.ts'
import { type Reading, read } from './sense/reading/reading.ts'
import type { Token } from './text/tokens.ts'

export type GuardOptions = { readonly sourceLang?: Locale | undefined; readonly finalLang?: Locale | undefined }

/** Never throws; the same texts give the same findings. Linear in the length of both. */
export function guard(source: string, final: string, { sourceLang, finalLang }: GuardOptions = {}): MeaningFinding[] {
  if (source === final) return []
  const from = read(source, sourceLang)
  const to = read(final, finalLang)
  // Spaces, quotes and dashes apart the same: nothing to look for.
  if (from.tokens.length === to.tokens.length && from.tokens.every((token, i) => sameToken(token, to.tokens[i])))
    return []
  const differences = [
    ...compareFacts(from.facts, to.facts),
    ...compareOrder(from.facts, to.facts),
    ...compareSwaps(from, to),
    ...compareTwins(from, to),
    ...compareDenials(from, to),
    ...compareInclusion(from, to),
    ...compareAnswers(from, to),
    ...compareOpposites(from, to),
    ...comparePrefixed(from, to),
    ...compareCommitments(from, to),
    ...compareMarkers(from, to),
    ...compareActors(from, to),
    ...compareNames(from, to),
  ]
  return once(differences, from, to).map((difference) => finding(difference, from, to))
}

/** A path tells capitals apart where words do not. */
function sameToken(a: Token, b: Token | undefined): boolean {
  return (
    a.word === b?.word && (a.shape?.kind !== 'link' || (b.shape?.kind === 'link' && a.shape.value === b.shape.value))
  )
}

function finding({ severity, kind, change, source, final }: Difference, from: Reading, to: Reading): MeaningFinding {
  const id = digest([kind, change, source?.value, final?.value]).slice(0, 12)
  return {
    id,
    severity,
    kind,
    change,
    ...(source ? { source: stated(source, from) } : {}),
    ...(final ? { final: stated(final, to) } : {}),
  }
}

function stated(fact: Fact, { text, tokens }: Reading): Stated {
  const start = tokens[fact.from]?.start ?? 0
  const end = tokens[fact.to - 1]?.end ?? start
  return { text: text.slice(start, end), start, end, value: fact.value }
}
