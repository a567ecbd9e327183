/** What was said of one thing and denied of another, and is now said of both. */
import { FLIPS, SETS_APART } from '../../lexicon/negation.ts'
import { isAmong, overlap } from '../reading/alike.ts'
import { placesOf, sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'
import { saidBeside } from './likes.ts'

/**
 * "It may be used on the site, in print it may not", "no on-site support, remote only" where the other text says one thing
 * of both, and nowhere a "no". `twin`: the clause of what is not denied.
 */
export function bothIn(
  denial: Denial,
  twin: number,
  own: Reading,
  other: Reading,
  place: number,
  unpaired: ReadonlySet<Denial>,
): boolean {
  if (denial.contrast === 'apart') return false
  const sentence = other.clauses[place]?.sentence
  if ([...unpaired].some(({ clause }) => other.clauses[clause]?.sentence === sentence)) return false
  const known = saidBeside(denial, own)
  const firstOf = (clause: number) => (own.matter[clause] ?? []).slice(0, MOST_WORDS)
  const [mine, its] = [firstOf(denial.clause), firstOf(twin)]
  const shaded = other.clauses.some(
    (clause, index) =>
      clause.sentence === sentence &&
      other.denials.likeNo
        .get(index)
        ?.some(
          ({ like, word }) =>
            (SETS_APART.has(like) || (FLIPS.has(like) && !known.has(like))) &&
            !isAmong(word, mine) &&
            !isAmong(word, its),
        ),
  )
  if (shaded) return false
  const there = sentenceMatter(other, place)
  const apart = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => !isAmong(word, others) && isAmong(word, there))
  return apart(mine, its) && apart(its, mine)
}

/** "The sources we do not hand over, only the files" where the other text has the two side by side. */
export function alsoSaid(
  denial: Denial,
  own: Reading,
  other: Reading,
  unpaired: ReadonlySet<Denial>,
): number | undefined {
  const sentence = own.clauses[denial.clause]?.sentence
  const twin = [denial.clause + 1, denial.clause - 1].find(
    (clause) =>
      own.clauses[clause]?.sentence === sentence &&
      !own.denials.clauses.has(clause) &&
      own.denials.likeNo.get(clause)?.some(({ like }) => like === 'only'),
  )
  if (twin === undefined || denial.optional || denial.lexical) return undefined
  const words = (own.matter[denial.clause] ?? []).slice(0, MOST_WORDS)
  const place = words.flatMap((word) => placesOf(other, word))[0]
  return place !== undefined && bothIn(denial, twin, own, other, place, unpaired) ? place : undefined
}

/** "The sources we do not hand over, only the files" where the other text has the sources too, and nothing says "only". */
export function nowBoth({ contrast, clause, scope }: Denial, own: Reading, other: Reading): number | undefined {
  if (contrast !== 'only') return undefined
  const words = (own.matter[clause] ?? []).filter((word) => word !== scope[0])
  const place = other.matter.findIndex((there, index) => {
    const sentence = other.clauses[index]?.sentence
    const parted = other.clauses.some(
      (one, k) =>
        one.sentence === sentence &&
        (other.denials.clauses.has(k) || other.denials.likeNo.get(k)?.some(({ like }) => SETS_APART.has(like))),
    )
    return !parted && overlap(words, there) >= 2
  })
  return place < 0 ? undefined : place
}

/** Words of a clause that are looked at. */
const MOST_WORDS = 12
