/** Where the other text says of the same thing what this one denies. */

import { FLIPS, isPermission, SETS_APART } from '../../lexicon/negation.ts'
import { alike, overlap } from '../reading/alike.ts'
import { bestSentence, placesOf, sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { bothIn, nowBoth } from './both.ts'
import type { Denial } from './denials.ts'
import { deniedIn } from './denied-in.ts'
import { saidBeside } from './likes.ts'

/** Places that are looked at. */
const MOST = 60

/**
 * The clause of the other text in which the denied word stands and nothing says no. `open` and `unpaired`: what this text and
 * the other one deny in words of their own; one of the latter may be this very "no".
 */
export function turnedIn(
  denial: Denial,
  own: Reading,
  other: Reading,
  open: ReadonlySet<Denial>,
  unpaired: ReadonlySet<Denial>,
): number | undefined {
  if (denial.optional) return undefined
  const head = denial.scope
    .slice(0, isPermission(denial.scope[0] ?? '') ? 2 : 1)
    .find((word) => placesOf(other, word).length > 0)
  if (head === undefined)
    return forbids(denial, own) ? allowedIn(denial, own, other, unpaired) : nowBoth(denial, own, other)
  const places = placesOf(other, head).slice(0, MOST)
  const words = own.matter[denial.clause] ?? []
  const beside = (index: number) => overlap(words, other.matter[index] ?? [])
  const place = places.reduce((best, index) => (beside(index) > beside(best) ? index : best))
  const score = beside(place)
  const rivals = places.filter((index) => beside(index) === score)
  if (other.clauses[place]?.asks) return undefined
  if (rivals.some((index) => deniedIn(denial, own, other, index, open, unpaired))) return undefined
  if (denial.contrast && stillSet(denial, own, other, place)) return undefined
  // Said here with and without a "no": only where what stands beside it is of the denied kind.
  const affirmed = placesOf(own, head).filter((index) => !own.denials.clauses.has(index))
  const there = other.matter[place] ?? []
  const twin = affirmed.find((index) => overlap(own.matter[index] ?? [], there) >= overlap(words, there))
  if (twin !== undefined) return bothIn(denial, twin, own, other, place, unpaired) ? place : undefined
  return together(denial, words, own, other, place, score) ? place : undefined
}

/** "Not allowed", in whatever words. */
function forbids({ at, scope, lexical }: Denial, { tokens }: Reading): boolean {
  return FORBIDS.test(tokens[at]?.word ?? '') || (!lexical && isPermission(scope[0] ?? ''))
}
const FORBIDS = /^(?:нельзя|запрещ|запрет|недопуст|forbid|prohibit)/

/** The clause of the sentence that speaks of the same and allows something, where nothing is denied. */
function allowedIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): number | undefined {
  const best = bestSentence(own, denial.clause, other)
  const least = other.denials.plain.length === 0 ? 1 : 2
  if (denial.needs || best === undefined || best.score < least) return undefined
  const known = saidBeside(denial, own)
  const place = other.clauses.findIndex(
    (clause, index) =>
      clause.sentence === best.sentence &&
      !clause.asks &&
      !other.denials.clauses.has(index) &&
      !other.denials.likeNo.get(index)?.some(({ like }) => FLIPS.has(like) && !known.has(like)) &&
      other.tokens
        .slice(clause.from, clause.to)
        .some(({ word }) => (isPermission(word) || MAY.test(word)) && !own.tokens.some((one) => one.word === word)),
  )
  const clause = other.clauses[place]
  if (clause === undefined || [...unpaired].some((one) => other.clauses[one.clause]?.sentence === best.sentence))
    return undefined
  return place
}

const MAY = /^(?:можно|can|may)$/

/** The denied word alone may stand anywhere; with another word of its clause, or of its sentence, it is the same statement. */
function together(
  denial: Denial,
  words: readonly string[],
  own: Reading,
  other: Reading,
  place: number,
  score: number,
): boolean {
  const there = other.matter[place] ?? []
  if (score >= 2 || (denial.lexical ? false : there.length <= 1 && words.length <= 2)) return true
  // Across languages most words are unknown to the tables: then their places speak.
  if (own.language !== other.language && !denial.lexical && sameSentence(own, denial.clause, other, place)) return true
  const sentence = sentenceMatter(own, denial.clause)
  const opposite = sentenceMatter(other, place)
  if (overlap(sentence, opposite) >= 2) return true
  return !denial.lexical && (sentence.length <= 2 || opposite.length <= 1)
}

function sameSentence(own: Reading, index: number, other: Reading, place: number): boolean {
  return (
    own.clauses.at(-1)?.sentence === other.clauses.at(-1)?.sentence &&
    own.clauses[index]?.sentence === other.clauses[place]?.sentence
  )
}

/**
 * "X, not Y" where the other text has Y: X stands there too and is not denied, so that Y is only named beside it ("Y should
 * read X", "from Y to X"). After "not Y, only X" the other text must say that it is one of the two.
 */
function stillSet(denial: Denial, own: Reading, other: Reading, place: number): boolean {
  const beside = sentenceMatter(own, denial.clause).filter((word) => !denial.scope.slice(0, 1).includes(word))
  const sentence = other.clauses[place]?.sentence
  const inSentence = (clause: number) => other.clauses[clause]?.sentence === sentence
  const apart = [...other.denials.likeNo].some(
    ([index, likes]) => inSentence(index) && likes.some(({ like }) => SETS_APART.has(like)),
  )
  if (denial.contrast === 'only' && !apart) return false
  const turned = other.denials.plain.some(
    ({ contrast, clause, scope }) =>
      contrast !== undefined && inSentence(clause) && beside.some((word) => alike(word, scope[0] ?? '')),
  )
  if (turned && !repairs(other, place)) return false
  return overlap(beside, sentenceMatter(other, place)) > 0
}

/** Says how it should be: what is wrong now and what is meant have changed places in it. */
function repairs({ tokens, clauses }: Reading, place: number): boolean {
  const sentence = clauses[place]?.sentence
  return clauses.some(
    (clause) =>
      clause.sentence === sentence && tokens.slice(clause.from, clause.to).some(({ word }) => SHOULD.test(word)),
  )
}
const SHOULD =
  /^(?:should|must|needs?|please|нужно|надо|нужен|нужна|нужны|долж\p{L}*|просит|просим|следует|замен\p{L}*|исправ\p{L}*)$/u
