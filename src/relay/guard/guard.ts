/** Holds a final against what was said: what the source states and the final lacks, changes or adds. */
import { digest } from '../../core/hash.ts'
import type { MeaningFinding, Stated } from '../../core/guard.ts'
import type { Locale } from '../../core/ids.ts'
import { compareFacts, type Difference } from './compare.ts'
import type { Fact } from './facts/fact.ts'
import { readFacts } from './facts/read.ts'
import { tokenise, type Token } from './text/tokens.ts'

export type GuardOptions = { readonly sourceLang?: Locale | undefined; readonly finalLang?: Locale | undefined }

/** Never throws; the same texts give the same findings. Linear in the length of both. */
export function guard(source: string, final: string, _options: GuardOptions = {}): MeaningFinding[] {
  if (source === final) return []
  const from = { text: source, tokens: tokenise(source) }
  const to = { text: final, tokens: tokenise(final) }
  const differences = compareFacts(readFacts(from.tokens), readFacts(to.tokens))
  return differences.map((difference) => finding(difference, from, to))
}

type Side = { readonly text: string; readonly tokens: readonly Token[] }

function finding({ severity, kind, change, source, final }: Difference, from: Side, to: Side): MeaningFinding {
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

function stated(fact: Fact, { text, tokens }: Side): Stated {
  const start = tokens[fact.from]?.start ?? 0
  const end = tokens[fact.to - 1]?.end ?? start
  return { text: text.slice(start, end), start, end, value: fact.value }
}
