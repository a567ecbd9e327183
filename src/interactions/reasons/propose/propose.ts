/**
 * What a message is about, guessed from its words: rules in order, the first that fits. What needs an answer comes first.
 * `complaint_resolved` and an agency's own reasons are never guessed: only people say them. Pure.
 */
import type { Direction, Reason } from '../../../core/interaction.ts'
import { filesIn, type RichText, toPlain, wordsIn } from '../../../core/rich-text.ts'
import { readWords } from './reading.ts'
import { RULES } from './rules.ts'

/** `confidence`: 0 to 1; how far the rule that fitted can be trusted, not measured on the message. */
export type Proposal = { readonly reason: Reason; readonly confidence: number }

export function proposeReason(body: RichText, direction: Direction): Proposal {
  return proposeFor({ text: toPlain(wordsIn(body)), hasFiles: filesIn(body).length > 0 }, direction)
}

export function proposeFor(
  said: { readonly text: string; readonly hasFiles: boolean },
  direction: Direction,
): Proposal {
  const read = { ...readWords(said.text), hasFiles: said.hasFiles }
  const rule = RULES[direction].find(({ fits }) => fits(read))
  return rule ? { reason: rule.reason, confidence: rule.confidence } : NOTHING_FITS
}

const NOTHING_FITS: Proposal = { reason: 'other', confidence: 0.4 }
