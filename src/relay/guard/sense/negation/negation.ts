/**
 * Who says no to what. A "no" of the source must have a partner in the final: the same word denied, or another way to say
 * no where the final speaks of the same. Where the denied word stands in the final and nothing near it says no, the meaning
 * has turned. Decided clause by clause: a "no" to one thing accounts for no "no" to another.
 */
import { same } from '../../compare/agree.ts'
import type { Difference } from '../../difference.ts'
import type { Fact } from '../../facts/fact.ts'
import { INCLUSION } from '../../lexicon/inclusion.ts'
import { onceFor } from '../../text/remember.ts'
import { hasOut } from '../inclusion/lists.ts'
import { saidByOpposites } from '../opposites/opposites.ts'
import { areAlikeAt, isAmong, overlap } from '../reading/alike.ts'
import { placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { alsoSaid } from './both.ts'
import { crossedIn } from './crossed.ts'
import type { Denial } from './denials.ts'
import { stillWithout } from './needed.ts'
import { oddIn } from './parity.ts'
import { span } from './span.ts'
import { turnedIn } from './turned.ts'
import { added, missing } from './unmatched.ts'

/** Beyond this many, which no message has, nothing is compared: the texts are lists. */
const MOST = 60

export function compareDenials(source: Reading, final: Reading): Difference[] {
  const from = source.denials.plain
  const to = final.denials.plain
  if (from.length > MOST || to.length > MOST) return []
  const pairs = pairUp(from, to, source, final)
  const left = new Set(from.filter((denial) => !pairs.has(denial)))
  const right = new Set(to.filter((denial) => ![...pairs.values()].includes(denial)))
  if (hasOut(final)) for (const denial of left) if (ofList(denial, source)) left.delete(denial)
  if (hasOut(source)) for (const denial of right) if (ofList(denial, final)) right.delete(denial)
  if (hasUnless(final)) for (const denial of left) if (ofCondition(denial, source)) left.delete(denial)
  if (hasUnless(source)) for (const denial of right) if (ofCondition(denial, final)) right.delete(denial)
  for (const denial of saidByOpposites(left, source, final)) left.delete(denial)
  for (const denial of saidByOpposites(right, final, source)) right.delete(denial)
  const differences = [...pairs].flatMap(([a, b]) => [...moved(a, b, source, final), ...forbidden(a, b, source, final)])
  for (const denial of [...left]) {
    const place =
      turnedIn(denial, source, final, left, right) ??
      stillWithout(denial, source, final) ??
      alsoSaid(denial, source, final, right)
    if (place === undefined) continue
    left.delete(denial)
    differences.push({ ...TURNED, source: span(denial, source), final: clauseOf(final, place) })
  }
  for (const denial of [...right]) {
    const place = turnedIn(denial, final, source, right, left)
    if (place === undefined) continue
    right.delete(denial)
    if (differences.length > 0) continue
    differences.push({ ...TURNED, source: clauseOf(source, place), final: span(denial, final) })
  }
  if (differences.length > 0) return differences.slice(0, 3)
  for (const denial of left) {
    const place = oddIn(denial, source, final, right)
    if (place !== undefined) return [{ ...TURNED, source: span(denial, source), final: clauseOf(final, place) }]
  }
  for (const denial of right) {
    const place = oddIn(denial, final, source, left)
    if (place !== undefined) return [{ ...TURNED, source: clauseOf(source, place), final: span(denial, final) }]
  }
  const crossed = crossedIn(source, final)
  if (crossed !== undefined)
    return [{ ...TURNED, source: span(crossed.denial, source), final: clauseOf(final, crossed.clause) }]
  return [...missing(left, right, source, final), ...added(left, right, source, final)]
}
const TURNED = { severity: 'block', kind: 'negation', change: 'changed' } as const

/** "Isn't included" where the other text has "is separate": what is in and what is out is held against its like elsewhere. */
function ofList({ clause }: Denial, { tokens, clauses }: Reading): boolean {
  const { from = 0, to = 0 } = clauses[clause] ?? {}
  for (let i = from; i < to; i++) if (INCLUSION.at(tokens, i)?.value === 'in') return true
  return false
}

/** "If there is no reply" where the other text has "unless you reply". */
function ofCondition({ clause, at }: Denial, { tokens, clauses }: Reading): boolean {
  for (let i = clauses[clause]?.from ?? at; i < at; i++) if (IF.test(tokens[i]?.word ?? '')) return true
  return false
}
const IF = /^(?:if|если|when|когда)$/

function hasUnless({ denials }: Reading): boolean {
  return [...denials.likeNo.values()].some((likes) => likes.some(({ like }) => like === 'otherwise'))
}

/** Those that deny the same word, nearest kin first, each with the one whose clause is most alike. */
function pairUp(from: readonly Denial[], to: readonly Denial[], source: Reading, final: Reading): Map<Denial, Denial> {
  const alone = from.length === 1 && to.length === 1
  const scored: { a: Denial; b: Denial; score: number }[] = []
  for (const a of from) {
    for (const b of to) {
      const isSame =
        sameFigure(a, b, source, final) ||
        (alone && sameNo(a, b, source, final)) ||
        (isNobody(a, source) && isNobody(b, final))
      const score = kinship(a, b) || (isSame ? 1 : 0)
      if (score === 0) continue
      const beside = overlap(source.matter[a.clause] ?? [], final.matter[b.clause] ?? [])
      // "Без этого смысла нет": of two in one clause the "no" is the partner of a "no".
      const unlike = isWithout(a, source) === isWithout(b, final) ? 0 : 3
      scored.push({ a, b, score: score + Math.min(beside, 8) * 2 - unlike })
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

function isWithout({ at }: Denial, { tokens }: Reading): boolean {
  return /^(?:без|without)$/.test(tokens[at]?.word ?? '')
}

/** "Nobody but me", "no one except her". */
function isNobody({ at }: Denial, { tokens }: Reading): boolean {
  const word = tokens[at]?.word ?? ''
  return /^(?:nobody|никто|никому|никого|никем)$/.test(word) || (word === 'no' && tokens[at + 1]?.word === 'one')
}

/** "Выйти нечем" and "публиковать нечего". */
function sameNo(a: Denial, b: Denial, source: Reading, final: Reading): boolean {
  const [mine, theirs] = [source.tokens[a.at]?.word ?? '', final.tokens[b.at]?.word ?? '']
  return mine.length >= 5 && mine.slice(0, 4) === theirs.slice(0, 4)
}

/** "Меньше половины не беру" and "менее 50 % не принимает": what is said of the same figure. */
function sameFigure(a: Denial, b: Denial, source: Reading, final: Reading): boolean {
  const [mine, theirs] = [figuresOf(source).get(a.clause), figuresOf(final).get(b.clause)]
  return mine !== undefined && theirs !== undefined && mine.some((fact) => theirs.some((other) => same(fact, other)))
}

/** Numbers that count or measure something, clause by clause. */
const figuresOf = onceFor(({ facts, clauses }: Reading): ReadonlyMap<number, readonly Fact[]> => {
  const figures = new Map<number, Fact[]>()
  let clause = 0
  for (const fact of facts) {
    if (fact.numeric === undefined || fact.numeric.n < 2) continue
    while (clause < clauses.length && (clauses[clause]?.to ?? 0) <= fact.from) clause++
    figures.set(clause, [...(figures.get(clause) ?? []), fact].slice(0, FEW))
  }
  return figures
})
const FEW = 4

/** 0: nothing in common; the more, the nearer to the "no" the common word stands in both. */
function kinship(a: Denial, b: Denial): number {
  let best = 0
  a.scope.forEach((_, i) => {
    b.scope.forEach((_, k) => {
      const score = 6 - i - k
      if (score > best && areAlikeAt(a.scope, i, b.scope, k)) best = score
    })
  })
  return best
}

/** Both deny one word, but of two other things: "we hand over the sources, not the fonts" the other way round. */
function moved(a: Denial, b: Denial, source: Reading, final: Reading): Difference[] {
  // Of a list one "no" is said of all, and the list is held against its like elsewhere.
  if (ofList(a, source) && ofList(b, final)) return []
  const mine = source.matter[a.clause] ?? []
  const theirs = final.matter[b.clause] ?? []
  if (mine.length > SHORT || theirs.length > SHORT) return []
  const only = mine.filter((word) => !isAmong(word, theirs))
  const onlyThere = theirs.filter((word) => !isAmong(word, mine))
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
/** "Need not be changed" and "must not be changed". */
function forbidden(a: Denial, b: Denial, source: Reading, final: Reading): Difference[] {
  const turns = (own: Denial, reading: Reading, other: Denial, there: Reading) =>
    isFree(own, reading) && isForbidden(other, there)
  return turns(a, source, b, final) || turns(b, final, a, source)
    ? [{ ...TURNED, source: span(a, source), final: span(b, final) }]
    : []
}
/** "Не надо" is said of both. */
function isFree({ at }: Denial, { tokens }: Reading): boolean {
  const next = tokens[at + 1]?.word ?? ''
  return FREE.test(next) || (next === 'have' && tokens[at + 2]?.word === 'to')
}
const FREE = /^(?:обязательно|обязательны?|necessary|required)$/
function isForbidden({ at }: Denial, { tokens }: Reading): boolean {
  return FORBIDS.test(tokens[at]?.word ?? '') || /^(?:must|may)$/.test(tokens[at - 1]?.word ?? '')
}
const FORBIDS = /^(?:нельзя|запрещ\p{L}+|mustn't|cannot|can't|prohibited|forbidden)$/u

/** Words of a clause that speaks of one thing. */
const SHORT = 6

function clauseOf({ clauses }: Reading, index: number): Fact {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return { kind: 'negation', value: 'said', from, to }
}
