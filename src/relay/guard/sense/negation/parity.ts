/**
 * What is left when no word was found turned: two clauses that say nearly the same, one with a "no" and the other with
 * nothing that could be one. Each must have most of the other's words, so that the "no" is all that they do not share.
 */
import { isSoft } from '../../lexicon/negation.ts'
import { overlap } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'
import { flips, saidBeside } from './likes.ts'
import { comes, onlyNotYet } from './not-yet.ts'

/** Clauses that are looked at. */
const MOST = 60

/** The clause of the other text that says the same without the "no". `unpaired`: what that text denies in words of its own. */
export function oddIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): number | undefined {
  if (
    denial.optional ||
    denial.lexical ||
    denial.needs ||
    denial.well ||
    denial.contrast ||
    isSoft(denial.scope[0] ?? '')
  )
    return undefined
  const words = own.matter[denial.clause] ?? []
  const known = saidBeside(denial, own)
  const place = other.matter.slice(0, MOST).findIndex((there, index) => {
    const clause = other.clauses[index]
    return (
      same(words, there) &&
      !clause?.asks &&
      !other.denials.clauses.has(index) &&
      !other.denials.likeNo.get(index)?.some((like) => flips(like, denial, own, known)) &&
      ![...unpaired].some((one) => !one.well && other.clauses[one.clause]?.sentence === clause?.sentence) &&
      !(onlyNotYet(denial, own) && comes(other, index))
    )
  })
  if (place < 0) return undefined
  // Said here with and without the "no": the other clause is its counterpart.
  const there = other.matter[place] ?? []
  const common = overlap(words, there)
  const twin = own.matter
    .slice(0, MOST)
    .some((mine, index) => !own.denials.clauses.has(index) && overlap(mine, there) >= common)
  return twin ? undefined : place
}

/** Most of either is in the other. */
function same(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < LEAST || b.length < LEAST) return false
  return overlap(a, b) >= Math.max(LEAST, a.length * MOSTLY) && overlap(b, a) >= Math.max(LEAST, b.length * HALF)
}
const LEAST = 2
const MOSTLY = 0.6
const HALF = 0.5
