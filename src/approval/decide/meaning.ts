import type { FindingInWords, MeaningFinding } from '../../core/guard.ts'
import { digest } from '../../core/hash.ts'
import type { Locale } from '../../core/ids.ts'
import type { Direction } from '../../core/relay.ts'
import { type RichText, toStated, wordsIn } from '../../core/rich-text.ts'
import { guard } from '../../relay/guard/guard.ts'
import { wordsOf } from '../../relay/guard/messages.ts'

/** More boxes than this nobody reads, and a dialogue does not take: the rest is one. */
const MOST_GRAVE = 40

/** What a rewritten text no longer says, says otherwise or says besides, in the manager's language; the gravest first. */
export function findingsIn(said: RichText, final: RichText, direction: Direction, locale: Locale): FindingInWords[] {
  const speaker = direction === 'to_client' ? 'specialist' : 'client'
  const findings = guard(toStated(wordsIn(said)), toStated(wordsIn(final)))
    .map((finding) => inWords(finding, wordsOf(finding, locale, speaker)))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
  return folded(numbered(findings))
}

/**
 * Named by what is read of it, too: a box confirms the sentence that stands beside it. Where the guard knows two changes by one
 * name (the "not" of one sentence or of another), a tick for the one says nothing of the other that came with newer words.
 */
function inWords({ id, severity }: MeaningFinding, words: string): FindingInWords {
  return { id: digest([id, words]).slice(0, 12), severity, words }
}

const ORDER = { block: 0, warn: 1, note: 2 } as const

/** The same change twice is two findings, each with its own box. */
function numbered(findings: readonly FindingInWords[]): FindingInWords[] {
  const times = new Map<string, number>()
  return findings.map((finding) => {
    const time = (times.get(finding.id) ?? 0) + 1
    times.set(finding.id, time)
    return time === 1 ? finding : { ...finding, id: `${finding.id}-${time}` }
  })
}

/** Beyond the most that are confirmed one by one the others are confirmed together, as exactly those. */
function folded(findings: readonly FindingInWords[]): FindingInWords[] {
  const grave = findings.filter(({ severity }) => severity === 'block')
  if (grave.length <= MOST_GRAVE) return [...findings]
  const rest = grave.slice(MOST_GRAVE)
  const together: FindingInWords = {
    id: `rest-${digest(rest.map(({ id }) => id)).slice(0, 12)}`,
    severity: 'block',
    words: `+${rest.length}: ${rest.map(({ words }) => words).join(' · ')}`,
  }
  return [...grave.slice(0, MOST_GRAVE), together, ...findings.filter(({ severity }) => severity !== 'block')]
}

/** Findings that keep the text from leaving until the manager has said of each that it is meant. */
export function unconfirmed(findings: readonly FindingInWords[], confirmed: readonly string[]): FindingInWords[] {
  return findings.filter(({ severity, id }) => severity === 'block' && !confirmed.includes(id))
}
