/**
 * Who says no to what. A "no" of the source must have a partner in the final: the same word denied, or another way to say
 * no where the final speaks of the same. Where the denied word stands in the final and nothing near it says no, the meaning
 * has turned. Decided clause by clause: a "no" to one thing accounts for no "no" to another.
 */
import type { Difference } from '../compare.ts'
import type { Fact } from '../facts/fact.ts'
import { AFFIRMS, FLIPS, isPermission, isSoft, SETS_APART } from '../lexicon/negation.ts'
import { alike, overlap } from './alike.ts'
import { type Denial, isFirm, type Like } from './denials.ts'
import { bestSentence, placesOf, sentenceMatter } from './places.ts'
import type { Reading } from './reading.ts'

/** Beyond this many, which no message has, nothing is compared: the texts are lists. */
const MOST = 60

export function compareDenials(source: Reading, final: Reading): Difference[] {
  const from = source.denials.plain
  const to = final.denials.plain
  if (from.length > MOST || to.length > MOST) return []
  const pairs = pairUp(from, to, source, final)
  const left = new Set(from.filter((denial) => !pairs.has(denial)))
  const right = new Set(to.filter((denial) => ![...pairs.values()].includes(denial)))
  const differences = [...pairs].flatMap(([a, b]) => moved(a, b, source, final))
  for (const denial of [...left]) {
    const place = turnedIn(denial, source, final, right)
    if (place === undefined) continue
    left.delete(denial)
    differences.push({ ...TURNED, source: span(denial, source), final: clauseOf(final, place) })
  }
  for (const denial of [...right]) {
    const place = turnedIn(denial, final, source, left)
    if (place === undefined) continue
    right.delete(denial)
    if (differences.length > 0) continue
    differences.push({ ...TURNED, source: clauseOf(source, place), final: span(denial, final) })
  }
  if (differences.length > 0) return differences.slice(0, 3)
  return [...missing(left, right, source, final), ...added(left, right, source, final)]
}
const TURNED = { severity: 'block', kind: 'negation', change: 'changed' } as const

/** Those that deny the same word, nearest kin first, each with the one whose clause is most alike. */
function pairUp(from: readonly Denial[], to: readonly Denial[], source: Reading, final: Reading): Map<Denial, Denial> {
  const scored: { a: Denial; b: Denial; score: number }[] = []
  for (const a of from) {
    for (const b of to) {
      const score = kinship(a, b)
      if (score === 0) continue
      const beside = overlap(source.matter[a.clause] ?? [], final.matter[b.clause] ?? [])
      scored.push({ a, b, score: score + Math.min(beside, 8) * 2 })
    }
  }
  scored.sort((x, y) => y.score - x.score)
  const pairs = new Map<Denial, Denial>()
  const taken = new Set<Denial>()
  for (const { a, b } of scored) {
    if (pairs.has(a) || taken.has(b)) continue
    pairs.set(a, b)
    taken.add(b)
  }
  return pairs
}

/** 0: nothing in common; the more, the nearer to the "no" the common word stands in both. */
function kinship(a: Denial, b: Denial): number {
  let best = 0
  a.scope.forEach((x, i) => {
    b.scope.forEach((y, k) => {
      const score = 6 - i - k
      if (score > best && alike(x, y)) best = score
    })
  })
  return best
}

/** Both deny one word, but of two other things: "we hand over the sources, not the fonts" the other way round. */
function moved(a: Denial, b: Denial, source: Reading, final: Reading): Difference[] {
  const mine = source.matter[a.clause] ?? []
  const theirs = final.matter[b.clause] ?? []
  const only = mine.filter((word) => !theirs.some((other) => alike(word, other)))
  const onlyThere = theirs.filter((word) => !mine.some((other) => alike(word, other)))
  if (mine.length > SHORT || theirs.length > SHORT) return []
  const affirmed = (word: string, reading: Reading, near: number) => {
    const places = placesOf(reading, word)
    const sentence = reading.clauses[near]?.sentence
    return (
      places.length > 0 &&
      places.every((index) => !reading.denials.clauses.has(index) && !reading.denials.likeNo.has(index)) &&
      places.some((index) => reading.clauses[index]?.sentence === sentence)
    )
  }
  return only.some((word) => affirmed(word, final, b.clause)) &&
    onlyThere.some((word) => affirmed(word, source, a.clause))
    ? [{ ...TURNED, source: span(a, source), final: span(b, final) }]
    : []
}
/** Words of a clause that speaks of one thing. */
const SHORT = 6

/**
 * The clause of the other text in which the denied word stands and nothing says no. `unpaired`: what the other text denies in
 * words of its own, which may be this very "no".
 */
function turnedIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): number | undefined {
  if (denial.optional) return undefined
  const head = denial.scope
    .slice(0, isPermission(denial.scope[0] ?? '') ? 2 : 1)
    .find((word) => placesOf(other, word).length > 0)
  if (head === undefined) return undefined
  const places = placesOf(other, head).slice(0, MOST)
  const words = own.matter[denial.clause] ?? []
  const beside = (index: number) => overlap(words, other.matter[index] ?? [])
  const place = places.reduce((best, index) => (beside(index) > beside(best) ? index : best))
  const score = beside(place)
  const rivals = places.filter((index) => beside(index) === score)
  if (rivals.some((index) => deniedIn(denial, own, other, index, unpaired))) return undefined
  if (denial.contrast && stillSet(denial, own, other, place)) return undefined
  // Said here with and without a "no": only where what stands beside it is of the denied kind.
  const affirmed = placesOf(own, head).filter((index) => !own.denials.clauses.has(index))
  const there = other.matter[place] ?? []
  if (affirmed.some((index) => overlap(own.matter[index] ?? [], there) >= overlap(words, there))) return undefined
  return together(denial, words, own, other, place, score) ? place : undefined
}

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
  const sentence = sentenceMatter(own, denial.clause)
  const opposite = sentenceMatter(other, place)
  if (overlap(sentence, opposite) >= 2) return true
  return !denial.lexical && (sentence.length <= 2 || opposite.length <= 1)
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

/** The ways in which the sentence of a "no" says no besides. */
function saidBeside(denial: Denial, { clauses, denials }: Reading): ReadonlySet<string> {
  const said = new Set<string>()
  const sentence = clauses[denial.clause]?.sentence
  for (let k = denial.clause - NEAR; k <= denial.clause + NEAR; k++)
    if (clauses[k]?.sentence === sentence) for (const { like } of denials.likeNo.get(k) ?? []) said.add(like)
  return said
}
/** Clauses on either side that still speak of the same. */
const NEAR = 2

/** In this clause, or near it in words that the other text does not have. */
function deniedIn(
  denial: Denial,
  own: Reading,
  { clauses, denials, tokens }: Reading,
  index: number,
  unpaired: ReadonlySet<Denial>,
): boolean {
  const here = denials.plain.filter(({ clause }) => clause === index)
  // As many as on the other side: each may be the partner of another one, and then this one has none.
  const mine = own.denials.plain.filter(({ clause }) => clause === denial.clause)
  if (here.some((one) => unpaired.has(one)) || (here.length > 0 && here.length >= mine.length)) return true
  const clause = clauses[index]
  // "Only with a brief": turned it would read "without a brief as well".
  if (denial.needs && here.length === 0) return true
  if (denial.lexical && clause && !affirms(tokens, clause)) return true
  const sentence = clause?.sentence
  for (const one of unpaired)
    if (!one.contrast && clauses[one.clause]?.sentence === sentence && Math.abs(one.clause - index) <= NEAR) return true
  const known = saidBeside(denial, own)
  for (let k = index - 1; k <= index + 1; k++) {
    if (clauses[k]?.sentence !== sentence) continue
    if (denials.likeNo.get(k)?.some((like) => flips(like, denial, own, known))) return true
  }
  return false
}

/** Whether what is said can be this very "no" while the denied word stands beside it. */
function flips({ like, word }: Like, denial: Denial, own: Reading, known: ReadonlySet<string>): boolean {
  if (known.has(like) || alike(word, denial.scope[0] ?? '')) return false
  if (denial.alone || like.startsWith('no ')) return true
  if (like === 'lack') return THERE_IS_NONE.test(own.tokens[denial.at]?.word ?? '') || isSoft(denial.scope[0] ?? '')
  return FLIPS.has(like)
}
const THERE_IS_NONE = /^(?:нет|нету|no|none|без|without|haven't|hasn't)$/

function affirms(tokens: Reading['tokens'], { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let i = from; i < to; i++) if (AFFIRMS.at(tokens, i)) return true
  return false
}

/** A "no" of the source that the final nowhere has. */
function missing(left: ReadonlySet<Denial>, right: ReadonlySet<Denial>, source: Reading, final: Reading): Difference[] {
  const accounted = right.size + surplus(final.denials.weak, source.denials.weak)
  const firm = [...left].filter(isFirm)
  const silent = firm.filter((denial) => !answeredIn(denial, source, final, right))
  const lost = silent.length > 0 ? silent : firm.slice(0, Math.max(0, firm.length - accounted))
  return lost.map((denial) => ({
    severity: silent.includes(denial) && stands(denial, source, final, right.size, accounted) ? 'block' : 'warn',
    kind: 'negation',
    change: 'missing',
    source: span(denial, source),
  }))
}

/** Whether the sentence of the other text that speaks of the same says no in any way that its counterpart does not. */
function answeredIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): boolean {
  const best = bestSentence(own, denial.clause, other)
  if (best === undefined) return unpaired.size > 0 || surplus(other.denials.weak, own.denials.weak) > 0
  const known = saidBeside(denial, own)
  if ([...unpaired].some(({ clause }) => other.clauses[clause]?.sentence === best.sentence)) return true
  return other.clauses.some(
    (clause, index) =>
      clause.sentence === best.sentence &&
      other.denials.likeNo.get(index)?.some(({ like }) => !known.has(like)) === true,
  )
}

/** Sets something apart from all the rest: what is left out is seen nowhere else. */
const EXCEPT = /^(?:кроме|исключением|исключая|except|excluding|apart|everything|all)$/

/**
 * Whether what was said with the "no" is still said, and without it: with an exception gone, or where a clause of the final
 * has nearly all of its words. Across languages a word is known by the tables only: there, that nothing at all says no.
 */
function stands(denial: Denial, source: Reading, final: Reading, open: number, accounted: number): boolean {
  const words = source.matter[denial.clause] ?? []
  if (accounted === 0 && EXCEPT.test(source.tokens[denial.at]?.word ?? '')) return true
  if (isSoft(denial.scope[0] ?? '')) return false
  if (source.language !== final.language) {
    const single = source.clauses.at(-1)?.sentence === 0
    return open === 0 && (single || (bestSentence(source, denial.clause, final)?.score ?? 0) >= 2 || accounted === 0)
  }
  return final.matter.some(
    (there, index) =>
      !final.denials.clauses.has(index) &&
      !final.denials.likeNo.has(index) &&
      overlap(words, there) >= Math.max(2, words.length * MOSTLY),
  )
}
const MOSTLY = 0.6

/**
 * A "no" that only the final has. Of one language, a "no" to a word that the source does not have is more often other words
 * for the same than a new "no".
 */
function added(left: ReadonlySet<Denial>, right: ReadonlySet<Denial>, source: Reading, final: Reading): Difference[] {
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

function clauseOf({ clauses }: Reading, index: number): Fact {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return { kind: 'negation', value: 'said', from, to }
}

/** The "no" and what it denies, to be shown. */
function span(denial: Denial, reading: Reading): Fact {
  const clause = reading.clauses[denial.clause]
  const last = Math.min(clause?.to ?? denial.at + 1, denial.at + 5)
  const from = last - denial.at < 3 ? Math.max(clause?.from ?? 0, denial.at - 3) : denial.at
  return { kind: 'negation', value: `-${denial.scope[0] ?? ''}`, from, to: last }
}
