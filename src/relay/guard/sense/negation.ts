/**
 * Who says no to what. A "no" of the source must have a partner in the final: the same word denied, or another way to say
 * no. Where the denied word stands in the final and nothing near it says no, the meaning has turned.
 */
import type { Difference } from '../compare.ts'
import type { Fact } from '../facts/fact.ts'
import { LIKE_NO, NEGATION, NOT_NEGATED } from '../lexicon/negation.ts'
import { kindred, stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { type Clause, matterAt } from './clauses.ts'
import type { Reading } from './reading.ts'

export type Denial = {
  readonly at: number
  readonly clause: number
  /** What is denied: the words that carry the matter nearest to the "no". */
  readonly scope: readonly string[]
  /** Takes part only when the other text has it too: in a question, before another "no", as an answer. */
  readonly optional: boolean
}
export type Denials = {
  readonly plain: readonly Denial[]
  /** What is said that can stand for a "no" of the other text, by its meaning. */
  readonly weak: readonly string[]
  /** Clauses with a plain "no", and what the others hold that can stand for one. */
  readonly clauses: ReadonlySet<number>
  readonly likeNo: ReadonlyMap<number, readonly string[]>
}

/** Beyond this many, which no message has, only their number is compared. */
const MOST = 60

export function denialsOf(tokens: readonly Token[], clauses: readonly Clause[], vat: ReadonlySet<number>): Denials {
  const plain: Denial[] = []
  const weak: string[] = []
  const denying = new Set<number>()
  const likeNos = new Map<number, string[]>()
  clauses.forEach((clause, index) => {
    const own: Denial[] = []
    const concord: number[] = []
    for (let i = clause.from; i < clause.to; ) {
      const found = vat.has(i) ? undefined : NEGATION.at(tokens, i)
      const step = found?.to ?? i + 1
      const like = found ? undefined : likeNo(tokens, i)
      if (found?.value === 'plain' && !label(tokens, i)) own.push(denial(tokens, clause, index, i, step))
      else if (found?.value === 'concord') concord.push(i)
      else if (found?.value === 'neutral') weak.push('turn of speech')
      if (like !== undefined) {
        weak.push(like)
        likeNos.set(index, [...(likeNos.get(index) ?? []), like])
      }
      i = step
    }
    const first = concord[0]
    if (first !== undefined && own.length === 0) own.push(denial(tokens, clause, index, first, first + 1))
    if (own.length > 0) denying.add(index)
    plain.push(...(own.length > 1 ? own.map((one) => (WITHOUT.has(tokens[one.at]?.word ?? '') ? { ...one, optional: true } : one)) : own))
  })
  return { plain, weak, clauses: denying, likeNo: likeNos }
}
/** "Without a brief I give no price" can be said as "only with a brief": of the two, the other counts. */
const WITHOUT = new Set(['без', 'without', 'w'])

function likeNo(tokens: readonly Token[], i: number): string | undefined {
  const word = tokens[i]?.kind === 'word' ? (tokens[i]?.word ?? '') : ''
  const like = LIKE_NO.at(tokens, i)
  if (like) return like.value
  // неоплаченный, бездействует, unsigned, incomplete, useless
  const negated = /^[а-я]/.test(word)
    ? word.length >= 7 && /^(?:не|без|бес)/.test(word)
    : (word.length >= 6 && /^(?:un|non|dis)/.test(word)) || IN_ADJECTIVE.test(word) || (word.length >= 6 && word.endsWith('less'))
  return negated && NOT_NEGATED.at(tokens, i) === undefined ? `no ${stem(word.slice(2))}` : undefined
}
const IN_ADJECTIVE = /^(?:in|im|ir|il)\w{0,12}(?:able|ible|plete|rect|valid|active|sufficient|proper|legal|regular|relevant|accurate|adequate|convenient|efficient|visible|consistent)$/

/** "no. 17", "company no. is": a number, not a "no". */
function label(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 2]
  return tokens[i]?.word === 'no' && tokens[i + 1]?.text === '.' && tokens[i + 1]?.glued === true && next !== undefined && !/^\p{Lu}/u.test(next.text)
}

function denial(tokens: readonly Token[], clause: Clause, index: number, at: number, next: number): Denial {
  const scope: string[] = []
  for (let i = next; i < Math.min(clause.to, next + REACH) && scope.length < 2; i++) {
    const matter = scopeAt(tokens[i] as Token)
    if (matter !== undefined) scope.push(matter)
  }
  // "исходники отдаём, шрифты нет", "постить не будем": what is denied stands before.
  for (let i = at - 1; i >= Math.max(clause.from, at - REACH) && scope.length < 2; i--) {
    const matter = scopeAt(tokens[i] as Token)
    if (matter !== undefined) scope.push(matter)
  }
  const follows = NEGATION.at(tokens, next)?.value
  const answer = /^(?:нет|no|nope|не|неа)$/.test(tokens[at]?.word ?? '') && /^[,.!]$/.test(tokens[next]?.text ?? '') && at === clause.from
  const until = /^(?:пока|until|till)$/.test(tokens[at - 1]?.word ?? '') && /(?:ет|ит|ут|ют|ят|ат|тся)$/.test(tokens[next]?.word ?? '')
  const optional = clause.asks || answer || until || LOSSES.test(tokens[next]?.word ?? '') || follows === 'plain'
  return { at, clause: index, scope, optional }
}
/** So far from a "no" stands what it denies. */
const REACH = 10
/** With a "no" before them they say that all is well. */
const LOSSES = /^(?:потер|слома|отмен|отказ|отклон|возраж|против|пропа|исчез|мешает|проблем|lost|broken|lose|object|against|problem|outdated|only)/

function scopeAt(token: Token): string | undefined {
  if (WHOLES.has(token.word)) return token.word
  if (token.kind === 'shape') return token.text.toLowerCase()
  return matterAt(token)
}

/** How much, which a "no" turns into another much: not both, not all. */
const WHOLES = new Set(['both', 'all', 'every', 'everything', 'everyone', 'все', 'всё', 'всех', 'всем', 'оба', 'обе', 'always', 'всегда'])

export function compareDenials(source: Reading, final: Reading): Difference[] {
  const from = source.denials.plain
  const to = final.denials.plain
  const differences: Difference[] = []
  const left = new Set(from)
  const right = new Set(to)
  if (from.length <= MOST && to.length <= MOST) {
    pairUp(left, right)
    const open = [sentencesOf(right, final), sentencesOf(left, source)] as const
    // With as many left on the other side, one of those may be its partner in other words, unless that one has turned as well.
    const moved = [...right].some((denial) => turnedIn(denial, final, source, open[1]) !== undefined)
    const trusted = left.size > right.size || moved
    for (const denial of [...left]) {
      const turned = trusted ? turnedIn(denial, source, final, open[0]) : undefined
      if (turned === undefined) continue
      left.delete(denial)
      differences.push({ severity: 'block', kind: 'negation', change: 'changed', source: span(denial, source), final: turned })
    }
    const back = right.size > left.size || differences.length > 0
    for (const denial of [...right]) {
      const turned = back ? turnedIn(denial, final, source, open[1]) : undefined
      if (turned === undefined) continue
      right.delete(denial)
      if (differences.length > 0) continue
      differences.push({ severity: 'block', kind: 'negation', change: 'changed', source: turned, final: span(denial, final) })
    }
  }
  const lost = beyond(left, right.size + surplus(final.denials.weak, source.denials.weak))
  const gained = beyond(right, left.size + surplus(source.denials.weak, final.denials.weak))
  for (const denial of lost) differences.push({ severity: 'block', kind: 'negation', change: 'missing', source: span(denial, source) })
  // Of one language, a "no" to a word that the source does not have is more often other words for the same than a new "no".
  const severity = source.language === final.language ? 'warn' : 'block'
  for (const denial of gained) differences.push({ severity, kind: 'negation', change: 'added', final: span(denial, final) })
  return differences
}

/** Those that nothing of the other text accounts for. */
function beyond(denials: ReadonlySet<Denial>, accounted: number): Denial[] {
  const firm = firmly(denials)
  return firm.slice(0, Math.max(0, firm.length - accounted))
}

function sentencesOf(denials: ReadonlySet<Denial>, { clauses }: Reading): ReadonlySet<number> {
  return new Set([...denials].map(({ clause }) => clauses[clause]?.sentence ?? 0))
}

function firmly(denials: ReadonlySet<Denial>): Denial[] {
  return [...denials].filter(({ optional }) => !optional)
}

/** Those that deny the same word, nearest kin first. */
function pairUp(left: Set<Denial>, right: Set<Denial>): void {
  for (const depth of [1, 2]) {
    for (const a of [...left]) {
      for (const b of right) {
        const kin = a.scope.slice(0, depth).some((x) => b.scope.slice(0, depth).some((y) => kindred(x, y)))
        if (!kin) continue
        left.delete(a)
        right.delete(b)
        break
      }
    }
  }
}

/** Where the other text has the denied word in a clause in which nothing says no; only for what is not said plainly here too. */
function turnedIn(denial: Denial, own: Reading, other: Reading, open: ReadonlySet<number>): Fact | undefined {
  const head = denial.scope[0]
  if (head === undefined || denial.optional) return undefined
  if (own.places.kinOf(head).some((index) => !own.denials.clauses.has(index) && !own.denials.likeNo.has(index))) return undefined
  const places = other.places.kinOf(head)
  const known = new Set(own.denials.weak)
  if (places.length === 0 || places.some((index) => deniedIn(other, index, known, open))) return undefined
  const clause = other.clauses[places[0] ?? 0]
  return clause && { kind: 'negation', value: `+${head}`, from: clause.from, to: clause.to }
}

/** In this clause or the next of its sentence, plainly or in words that the other text does not have. */
function deniedIn({ clauses, denials }: Reading, index: number, known: ReadonlySet<string>, open: ReadonlySet<number>): boolean {
  const sentence = clauses[index]?.sentence ?? 0
  if (denials.clauses.has(index) || open.has(sentence)) return true
  const near = clauses[index + 1]?.sentence === sentence ? [index, index + 1] : [index]
  return near.some((clause) => denials.likeNo.get(clause)?.some((like) => !known.has(like)))
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

/** The "no" and what it denies, to be shown. */
function span(denial: Denial, reading: Reading): Fact {
  const clause = reading.clauses[denial.clause]
  const last = Math.min(clause?.to ?? denial.at + 1, denial.at + 5)
  const from = last - denial.at < 3 ? Math.max(clause?.from ?? 0, denial.at - 3) : denial.at
  return { kind: 'negation', value: `-${denial.scope[0] ?? ''}`, from, to: last }
}
