/** "Not yet", and what is to come instead. */
import { promises } from '../../lexicon/ru/verbs.ts'
import { remembered } from '../../text/remember.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'

/** "Not yet", or "it is not ready, I finish it tomorrow". */
export function onlyNotYet({ clause }: Denial, own: Reading): boolean {
  if (NOT_YET.test(wordsOf(own, clause))) return true
  const sentence = own.clauses[clause]?.sentence
  if (comes(own, clause)) return false
  return [clause - 1, clause + 1].some(
    (k) =>
      own.clauses[k]?.sentence === sentence &&
      !own.denials.clauses.has(k) &&
      (comes(own, k) || own.denials.likeNo.get(k)?.some(({ like }) => like === 'late') === true),
  )
}

export function comes({ tokens, clauses }: Reading, index: number): boolean {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  for (let i = from; i < to; i++) if (isToCome(tokens[i]?.word ?? '')) return true
  return false
}

const isToCome = remembered((word) => promises(word) || TO_COME.test(word))

const TO_COME = /^(?:will|\p{L}+'ll|будет|будут|буду|будем)$/u

/** "Not yet" where the other text says "already". */
export const NOT_YET = / (?:пока|еще|yet|still) /

export const ALREADY = / (?:уже|already) /

export function wordsOf({ tokens, clauses }: Reading, index: number): string {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return ` ${tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')} `
}
