/**
 * Who says no to what. A "no" of the source must have a partner in the final: the same word denied, or another way to say
 * no where the final speaks of the same. Where the denied word stands in the final and nothing near it says no, the meaning
 * has turned. Decided clause by clause: a "no" to one thing accounts for no "no" to another.
 */
import type { Difference } from '../../difference.ts'
import type { Fact } from '../../facts/fact.ts'
import { isSoft } from '../../lexicon/negation.ts'
import { saidByOpposites } from '../opposites/opposites.ts'
import { alike, overlap } from '../reading/alike.ts'
import { bestSentence, placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Denial, isFirm } from './denials.ts'
import { lacks, saidBeside, turnedIn } from './turned.ts'

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
  for (const denial of saidByOpposites(left, source, final)) left.delete(denial)
  for (const denial of saidByOpposites(right, final, source)) right.delete(denial)
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
      other.denials.likeNo
        .get(index)
        ?.some(
          ({ like, word }) =>
            !known.has(like) &&
            (like !== 'lack' || denial.needs || lacks(denial, own)) &&
            !(like === 'enough' && WORKS.test(word)),
        ) === true,
  )
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
  if (isSoft(denial.scope[0] ?? '')) return false
  const best = bestSentence(source, denial.clause, final)
  if (NOT_YET.test(wordsOf(source, denial.clause)) && best && doneIn(final, best.sentence)) return true
  // One short statement with a "no" and one without.
  if (best && accounted === 0 && open === 0 && source.clauses.length === 1 && final.clauses.length === 1) return true
  if (source.language !== final.language) {
    const single = source.clauses.at(-1)?.sentence === 0
    return open === 0 && (single || (best?.score ?? 0) >= 2 || accounted === 0)
  }
  return final.matter.some(
    (there, index) =>
      !final.denials.clauses.has(index) &&
      !final.denials.likeNo.has(index) &&
      overlap(words, there) >= Math.max(2, words.length * MOSTLY),
  )
}
const MOSTLY = 0.6

function wordsOf({ tokens, clauses }: Reading, index: number): string {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return ` ${tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')} `
}
/** "Not yet" where the other text says "already". */
const NOT_YET = / (?:пока|еще|yet|still) /
const ALREADY = / (?:уже|already) /
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
