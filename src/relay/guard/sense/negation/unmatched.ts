/** A "no" of one text that the other one has in no words at all. */
import type { Difference } from '../../difference.ts'
import { isSoft } from '../../lexicon/negation.ts'
import { overlap } from '../reading/alike.ts'
import { bestSentence, placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Denial, isFirm, type Like } from './denials.ts'
import { lacks, saidBeside } from './likes.ts'
import { ALREADY, comes, NOT_YET, onlyNotYet, wordsOf } from './not-yet.ts'
import { span } from './span.ts'

/** A "no" of the source that the final nowhere has. */
export function missing(
  left: ReadonlySet<Denial>,
  right: ReadonlySet<Denial>,
  source: Reading,
  final: Reading,
): Difference[] {
  const accounted = right.size + surplus(final.denials.weak, source.denials.weak)
  const firm = [...left].filter(isFirm)
  const silent = firm.filter((denial) => !answeredIn(denial, source, final, right))
  const lost = silent.length > 0 ? silent : firm.slice(0, Math.max(0, firm.length - accounted))
  const gone = firm.filter((denial) => !lost.includes(denial) && leftOut(denial, source, final, right))
  return [...lost, ...gone].map((denial) => ({
    severity:
      leftOut(denial, source, final, right) ||
      (silent.includes(denial) && stands(denial, source, final, right.size, accounted))
        ? 'block'
        : 'warn',
    kind: 'negation',
    change: 'missing',
    source: span(denial, source),
  }))
}

/** A sentence that only says no, and of which the final, of the same language, has not a word. */
function leftOut({ clause }: Denial, source: Reading, final: Reading, right: ReadonlySet<Denial>): boolean {
  if (source.language !== final.language || right.size > 0) return false
  const sentence = source.clauses[clause]?.sentence
  if (source.clauses.filter((one) => one.sentence === sentence).length > 1) return false
  const words = source.matter[clause] ?? []
  return words.length >= 2 && final.matter.every((there) => overlap(words, there) === 0)
}

/** Whether the sentence of the other text that speaks of the same says no in any way that its counterpart does not. */
function answeredIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): boolean {
  const best = bestSentence(own, denial.clause, other)
  if (best === undefined) return unpaired.size > 0 || surplus(other.denials.weak, own.denials.weak) > 0
  const known = saidBeside(denial, own)
  if ([...unpaired].some(({ clause }) => other.clauses[clause]?.sentence === best.sentence)) return true
  // Where most is said of the same, and where the denied word itself stands.
  const spoken = new Set([best.sentence])
  for (const place of placesOf(other, denial.scope[0] ?? '').slice(0, FEW))
    spoken.add(other.clauses[place]?.sentence ?? -1)
  return other.clauses.some(
    (clause, index) =>
      spoken.has(clause.sentence) &&
      other.denials.likeNo.get(index)?.some((like) => answers(like, denial, own, known)) === true,
  )
}

const FEW = 8

/** Whether what is said can stand in the place of this "no". */
function answers({ like, word }: Like, denial: Denial, own: Reading, known: ReadonlySet<string>): boolean {
  if (denial.needs && like === 'lack') return true
  if (denial.unneeded && like === 'lack') return false
  return !known.has(like) && (like !== 'lack' || lacks(denial, own)) && !(like === 'enough' && WORKS.test(word))
}
/** A thing that works answers only what breaks it, and that stands in its own words. */
const WORKS = /^(?:работ|work)/

/** Sets something apart from all the rest: what is left out is seen nowhere else. */
const EXCEPT = /^(?:кроме|исключением|исключая|except|excluding|apart|everything|all)$/

/**
 * Whether what was said with the "no" is still said, and without it: with an exception gone, or where a clause of the final
 * has nearly all of its words. Across languages a word is known by the tables only: there, that nothing at all says no.
 */
function stands(denial: Denial, source: Reading, final: Reading, open: number, accounted: number): boolean {
  const words = source.matter[denial.clause] ?? []
  if (accounted === 0 && EXCEPT.test(source.tokens[denial.at]?.word ?? '')) return true
  if (denial.needs || isSoft(denial.scope[0] ?? '')) return false
  const best = bestSentence(source, denial.clause, final)
  if (NOT_YET.test(wordsOf(source, denial.clause)) && best && doneIn(final, best.sentence)) return true
  // One short statement with a "no" and one without.
  if (best && accounted === 0 && open === 0 && source.clauses.length === 1 && final.clauses.length === 1) return true
  if (source.language !== final.language) {
    const single = source.clauses.at(-1)?.sentence === 0
    return open === 0 && (single || (best?.score ?? 0) >= 2 || accounted === 0)
  }
  const known = saidBeside(denial, source)
  return final.matter.some(
    (there, index) =>
      !final.denials.clauses.has(index) &&
      overlap(words, there) >= Math.max(2, words.length * MOSTLY) &&
      !(onlyNotYet(denial, source) && comes(final, index)) &&
      !final.denials.likeNo.get(index)?.some((like) => answers(like, denial, source, known)),
  )
}
const MOSTLY = 0.6

function doneIn(reading: Reading, sentence: number): boolean {
  return reading.clauses.some(
    (clause, index) =>
      clause.sentence === sentence && !reading.denials.clauses.has(index) && ALREADY.test(wordsOf(reading, index)),
  )
}

/**
 * A "no" that only the final has. Of one language, a "no" to a word that the source does not have is more often other words
 * for the same than a new "no".
 */
export function added(
  left: ReadonlySet<Denial>,
  right: ReadonlySet<Denial>,
  source: Reading,
  final: Reading,
): Difference[] {
  const accounted = left.size + surplus(source.denials.weak, final.denials.weak)
  const firm = [...right].filter(isFirm)
  const silent = source.language !== final.language && source.denials.plain.length === 0
  return firm.slice(0, Math.max(0, firm.length - accounted)).map((denial) => ({
    severity: silent ? 'block' : 'warn',
    kind: 'negation',
    change: 'added',
    final: span(denial, final),
  }))
}

/** How many words of `of` there are beyond those of `over`. */
function surplus(of: readonly string[], over: readonly string[]): number {
  const rest = new Map<string, number>()
  for (const word of over) rest.set(word, (rest.get(word) ?? 0) + 1)
  let count = 0
  for (const word of of) {
    const left = rest.get(word) ?? 0
    if (left === 0) count++
    else rest.set(word, left - 1)
  }
  return count
}
