/** Where a text says no, plainly or in words that can stand for a "no". */
import { LIKE_NO, NEGATION, NOT_NEGATED } from '../lexicon/negation.ts'
import { stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { type Clause, matterAt } from './clauses.ts'

export type Denial = {
  readonly at: number
  readonly clause: number
  /** What is denied: the words that carry the matter nearest to the "no". */
  readonly scope: readonly string[]
  /** Takes part only when the other text has it too: in a question, before another "no", as an answer. */
  readonly optional: boolean
  /** Only sets one thing against another: "York rather than Leeds". */
  readonly contrast: boolean
  /** Says until when. */
  readonly until: boolean
}
export type Denials = {
  readonly plain: readonly Denial[]
  /** What is said that can stand for a "no" of the other text, by its meaning. */
  readonly weak: readonly string[]
  /** Clauses with a plain "no", and what the others hold that can stand for one. */
  readonly clauses: ReadonlySet<number>
  readonly likeNo: ReadonlyMap<number, readonly string[]>
}

export function denialsOf(tokens: readonly Token[], clauses: readonly Clause[], covered: ReadonlySet<number>): Denials {
  const plain: Denial[] = []
  const weak: string[] = []
  const denying = new Set<number>()
  const likeNos = new Map<number, string[]>()
  clauses.forEach((clause, index) => {
    const own: Denial[] = []
    const concord: number[] = []
    for (let i = clause.from; i < clause.to; ) {
      const found = covered.has(i) ? undefined : NEGATION.at(tokens, i)
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
    plain.push(
      ...(own.length > 1
        ? own.map((one) => (WITHOUT.has(tokens[one.at]?.word ?? '') ? { ...one, optional: true } : one))
        : own),
    )
  })
  // "Until it is paid we do not start" can be said as "we start once it is paid".
  const waiting = new Set(plain.filter(({ until }) => until).map(({ clause }) => clauses[clause]?.sentence))
  const denials = plain.map((one) => (waiting.has(clauses[one.clause]?.sentence) ? { ...one, optional: true } : one))
  return { plain: denials, weak, clauses: denying, likeNo: likeNos }
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
    : (word.length >= 6 && /^(?:un|non|dis)/.test(word)) ||
      IN_ADJECTIVE.test(word) ||
      (word.length >= 6 && word.endsWith('less'))
  return negated && NOT_NEGATED.at(tokens, i) === undefined ? `no ${stem(word.slice(2))}` : undefined
}
const IN_ADJECTIVE =
  /^(?:in|im|ir|il)\w{0,12}(?:able|ible|plete|rect|valid|active|sufficient|proper|legal|regular|relevant|accurate|adequate|convenient|efficient|visible|consistent)$/

/** "no. 17", "company no. is": a number, not a "no". */
function label(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 2]
  return (
    tokens[i]?.word === 'no' &&
    tokens[i + 1]?.text === '.' &&
    tokens[i + 1]?.glued === true &&
    next !== undefined &&
    !/^\p{Lu}/u.test(next.text)
  )
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
  const answer =
    /^(?:нет|no|nope|не|неа)$/.test(tokens[at]?.word ?? '') &&
    /^[,.!]$/.test(tokens[next]?.text ?? '') &&
    at === clause.from
  const until =
    /^(?:пока|until|till)$/.test(tokens[at - 1]?.word ?? '') &&
    /(?:ет|ит|ут|ют|ят|ат|тся|ите|ете)$/.test(tokens[next]?.word ?? '')
  const optional = clause.asks || answer || until || LOSSES.test(tokens[next]?.word ?? '') || follows === 'plain'
  const contrast = /^(?:rather|instead|вместо)$/.test(tokens[at]?.word ?? '')
  return { at, clause: index, scope, optional, contrast, until }
}
/** So far from a "no" stands what it denies. */
const REACH = 10
/** With a "no" before them they say that all is well. */
const LOSSES =
  /^(?:потер|слома|отмен|отказ|отклон|возраж|против|пропа|исчез|мешает|проблем|lost|broken|lose|object|against|problem|outdated|only)/

function scopeAt(token: Token): string | undefined {
  if (WHOLES.has(token.word)) return token.word
  if (token.kind === 'shape') return token.text.toLowerCase()
  return matterAt(token)
}

/** How much, which a "no" turns into another much: not both, not all. */
const WHOLES = new Set([
  'both',
  'all',
  'every',
  'everything',
  'everyone',
  'все',
  'всё',
  'всех',
  'всем',
  'оба',
  'обе',
  'always',
  'всегда',
])
