import type { FindingInWords } from '../../core/guard.ts'
import type { Locale } from '../../core/ids.ts'
import type { Direction } from '../../core/relay.ts'
import { type RichText, toPlain, wordsIn } from '../../core/rich-text.ts'
import { guard } from '../../relay/guard/guard.ts'
import { wordsOf } from '../../relay/guard/messages.ts'

/** What a rewritten text no longer says, says otherwise or says besides, in the manager's language; the gravest first. */
export function findingsIn(said: RichText, final: RichText, direction: Direction, locale: Locale): FindingInWords[] {
  const speaker = direction === 'to_client' ? 'specialist' : 'client'
  return guard(toPlain(wordsIn(said)), toPlain(wordsIn(final)))
    .map((finding) => ({ id: finding.id, severity: finding.severity, words: wordsOf(finding, locale, speaker) }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
}

const ORDER = { block: 0, warn: 1, note: 2 } as const

/** Findings that keep the text from leaving until the manager has said of each that it is meant. */
export function unconfirmed(findings: readonly FindingInWords[], confirmed: readonly string[]): FindingInWords[] {
  return findings.filter(({ severity, id }) => severity === 'block' && !confirmed.includes(id))
}
