/** Whether a place of the other text says no to what is denied here, in whatever words. */
import { AFFIRMS } from '../../lexicon/negation.ts'
import { isAmong } from '../reading/alike.ts'
import { sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'
import { flips, NEAR, saidBeside } from './likes.ts'
import { conditional } from './needed.ts'
import { ALREADY, comes, NOT_YET, onlyNotYet, wordsOf } from './not-yet.ts'

/** In this clause, or near it in words that the other text does not have. */
export function deniedIn(
  denial: Denial,
  own: Reading,
  other: Reading,
  index: number,
  open: ReadonlySet<Denial>,
  unpaired: ReadonlySet<Denial>,
): boolean {
  const { clauses, denials, tokens } = other
  const here = denials.plain.filter(({ clause }) => clause === index)
  // As many as on the other side: each may be the partner of another one, and then this one has none.
  const mine = own.denials.plain.filter(({ clause }) => clause === denial.clause)
  if (here.some((one) => unpaired.has(one)) || (here.length > 0 && here.length >= mine.length)) return true
  const clause = clauses[index]
  // "Only with a brief": turned it would read "without a brief as well".
  if (denial.needs && here.length === 0 && !waitsAlike(denial, own, other, index) && conditional(other, index))
    return true
  if (denial.lexical && clause && !affirms(tokens, clause)) return true
  const sentence = clause?.sentence
  if (here.length === 0 && NOT_YET.test(wordsOf(own, denial.clause)) && ALREADY.test(wordsOf(other, index)))
    return false
  // "Not ordered yet" and "we shall order" are one.
  if (onlyNotYet(denial, own) && comes(other, index)) return true
  // More is denied here than there: of two, each with a clause of its own, one has no partner.
  const more = inSentence(open, own, own.clauses[denial.clause]?.sentence) > inSentence(unpaired, other, sentence)
  for (const one of unpaired)
    if (
      !(more && one.clause !== index) &&
      (one.contrast === undefined || thatOf(one, denial, own)) &&
      clauses[one.clause]?.sentence === sentence &&
      Math.abs(one.clause - index) <= NEAR &&
      !(one.clause !== index && affirmedIn(one, own))
    )
      return true
  const known = saidBeside(denial, own)
  for (let k = index - 1; k <= index + 1; k++) {
    if (clauses[k]?.sentence !== sentence || (k !== index && denials.clauses.has(k))) continue
    if (
      denials.likeNo.get(k)?.some(
        (like) =>
          (k === index || !OWN_CLAUSE.test(like.like)) &&
          flips(like, denial, own, known) &&
          // "The first" is "первый", and no later one.
          !(like.like === 'late' && isAmong(like.word, sentenceMatter(own, denial.clause))),
      )
    )
      return true
  }
  return false
}

/** "…, not to me" and "need not be sent to the client": a thing that has no name, or is named beside the other "no". */
function thatOf({ scope }: Denial, denial: Denial, own: Reading): boolean {
  const [thing] = scope
  return thing === undefined || isAmong(thing, own.matter[denial.clause] ?? [])
}

function inSentence(denials: ReadonlySet<Denial>, { clauses }: Reading, sentence: number | undefined): number {
  return [...denials].filter(({ clause }) => clauses[clause]?.sentence === sentence).length
}

/** What one text denies is said in the other with no "no": that denial is turned itself and is no partner of another one. */
function affirmedIn({ scope, alone }: Denial, { denials, matter }: Reading): boolean {
  if (!alone) return false
  return matter.some((words, index) => !denials.clauses.has(index) && isAmong(scope[0] ?? '', words))
}

/** "Not before the audit" and "before the audit": the same word sets the same end. */
function waitsAlike({ clause }: Denial, own: Reading, other: Reading, index: number): boolean {
  const there = wordsOf(other, index)
  return WAITS.some((word) => there.includes(word) && wordsOf(own, clause).includes(word))
}

const WAITS = [' before ', ' until ', ' till ', ' unless ']

function affirms(tokens: Reading['tokens'], { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let i = from; i < to; i++) if (AFFIRMS.at(tokens, i)) return true
  return false
}

/** Negative adjectives and turns of speech reach no further than their own clause. */
const OWN_CLAUSE = /^(?:no |turn of speech)/
