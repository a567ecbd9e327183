/** That somebody will pay, sign or buy, where the source has no word of such a thing: what is bought or paid for may stand there. */
import type { Difference } from '../../difference.ts'
import { DUTIES, type Duty } from '../../lexicon/duties.ts'
import { ofWord } from '../../text/answers.ts'
import type { Token } from '../../text/tokens.ts'
import { matterOf } from '../reading/clauses.ts'
import type { Reading } from '../reading/reading.ts'

export function compareDuties(source: Reading, final: Reading): Difference[] {
  for (const [clause, { from, to, asks }] of final.clauses.entries()) {
    if (asks || final.denials.clauses.has(clause)) continue
    for (let at = from; at < to; at++) {
      const duty = dutyOf(final.tokens[at] as Token)
      if (duty === undefined || !willBe(final, from, at) || speaksOf(duty, source)) continue
      const value = matterOf(final.tokens, from, to).join(' ')
      return [
        { severity: 'block', kind: 'commitment', change: 'added', final: { kind: 'commitment', value, from, to } },
      ]
    }
  }
  return []
}

const dutyOf = ofWord((word) => DUTIES.find(({ said }) => said.test(word)))

/** Russian verbs of the table are of the future by themselves; with an "if" or a "when" nothing is said to come. */
function willBe({ tokens }: Reading, from: number, at: number): boolean {
  const joint = tokens.slice(from, at).findLastIndex(({ word }) => /^(?:и|and)$/.test(word))
  const before = tokens.slice(from + joint + 1, at)
  if (before.some(({ word }) => OPENS.test(word))) return false
  return /^[а-я]/.test(tokens[at]?.word ?? '') || before.slice(-3).some(({ word }) => /^(?:will|\w+'ll)$/.test(word))
}
const OPENS = /^(?:если|когда|как|пока|чтобы|после|до|if|when|once|until|unless|after|before|whether|who|who'll)$/

/** Any word of the matter, or a sum of money. */
function speaksOf({ spoken }: Duty, { tokens, facts }: Reading): boolean {
  return tokens.some(({ word }) => spoken.test(word)) || facts.some(({ kind }) => kind === 'money')
}
