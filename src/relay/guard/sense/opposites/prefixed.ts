/** One and the same word with a "no" grown to it in one text and without it in the other: несовместим and совместим. */
import type { Difference } from '../../difference.ts'
import { NOT_NEGATED } from '../../lexicon/negation.ts'
import { remembered } from '../../text/remember.ts'
import { stem } from '../../text/stem.ts'
import { overlap } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'

/** A word that says no by its beginning: where it stands, and the stem of what it denies. */
type Prefixed = { readonly at: number; readonly clause: number; readonly base: string }

/** Texts with more are lists. */
const MOST = 20

export function comparePrefixed(source: Reading, final: Reading): Difference[] {
  if (source.language !== final.language) return []
  const [here, there] = [prefixedIn(source), prefixedIn(final)]
  const turned = turnedIn(source, final, here, there)
  if (turned) return [{ ...TURNED, source: fact(turned.at), final: fact(turned.place) }]
  const back = turnedIn(final, source, there, here)
  return back ? [{ ...TURNED, source: fact(back.place), final: fact(back.at) }] : []
}
const TURNED = { severity: 'block', kind: 'negation', change: 'changed' } as const

function fact(at: number): NonNullable<Difference['source']> {
  return { kind: 'negation', value: 'prefix', from: at, to: at + 1 }
}

function turnedIn(
  own: Reading,
  other: Reading,
  words: readonly Prefixed[],
  there: readonly Prefixed[],
): { readonly at: number; readonly place: number } | undefined {
  if (words.length > MOST) return undefined
  for (const { at, clause, base } of words) {
    if (own.denials.clauses.has(clause) || there.some((one) => one.base === base) || own.places.kinOf(base).length > 0)
      continue
    for (const [index, matter] of other.matter.entries()) {
      if (!matter.includes(base) || deniedAround(other, index)) continue
      const beside = (own.matter[clause] ?? []).filter((word) => word !== stem(own.tokens[at]?.word ?? ''))
      const rest = matter.filter((word) => word !== base)
      if (overlap(beside, rest) === 0 && (beside.length > 1 || rest.length > 1)) continue
      const { from, to } = other.clauses[index] ?? { from: 0, to: 0 }
      const place = other.tokens.findIndex((token, i) => i >= from && i < to && stem(token.word) === base)
      if (place >= 0) return { at, place }
    }
  }
  return undefined
}

/** Something in the sentence says no, or may stand for a "no". */
function deniedAround({ clauses, denials }: Reading, index: number): boolean {
  const sentence = clauses[index]?.sentence
  for (const k of denials.clauses) if (clauses[k]?.sentence === sentence) return true
  return clauses[index]?.asks === true || denials.likeNo.get(index)?.some(({ like }) => !TIMES.has(like)) === true
}

/** When and how much, which leaves what is said as it is. */
const TIMES: ReadonlySet<string> = new Set(['late', 'high', 'low', 'keep', 'only', 'self'])

function prefixedIn({ tokens, clauses }: Reading): Prefixed[] {
  const found: Prefixed[] = []
  clauses.forEach(({ from, to }, clause) => {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      const base = token?.kind === 'word' ? baseOf(token.word) : ''
      if (base !== '' && NOT_NEGATED.at(tokens, at) === undefined) found.push({ at, clause, base })
    }
  })
  return found
}

/** Empty where the word has no such beginning, or too little behind it. */
const baseOf = remembered((word: string): string => {
  const rest = /^(?:не|un|in|im|ir|il|dis|non)(\p{L}{5,})$/u.exec(word)?.[1]
  return rest === undefined ? '' : stem(rest)
})
