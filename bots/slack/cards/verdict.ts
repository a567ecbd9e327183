import type { Verdict } from '../../../src/core/flow.ts'
import { askedAgain } from '../clocks/words.ts'
import { say } from '../text.ts'
import { doneLine } from './card.ts'

/** What whoever clicked is told; undefined when the card itself says it all. In mrkdwn. */
export function wordsOf(verdict: Verdict): string | undefined {
  switch (verdict.kind) {
    case 'done':
      return undefined
    case 'already':
      return say(verdict.card.locale, 'say-already', { done: doneLine(verdict.card) })
    case 'unconfirmed':
      return say(verdict.card.locale, 'dialog-unconfirmed')
    case 'stale':
      return askedAgain(verdict.card) ?? say(verdict.card.locale, 'say-stale')
    case 'invalid':
      return say(verdict.card.locale, `say-invalid-${verdict.why}`)
    case 'forbidden':
    case 'unknown':
      return say(verdict.locale, `say-${verdict.kind}`)
  }
}
