/** Two figures of one kind that have changed places: each now stands beside what the other one stood beside. */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { matterOfWord } from '../lexicon/concepts.ts'
import { matterOf } from '../sense/reading/clauses.ts'
import type { Reading } from '../sense/reading/reading.ts'
import { latin } from '../text/latin.ts'
import { kindred } from '../text/stem.ts'
import { type Figure, figuresOf, like, MOST, one } from './beside.ts'

export function compareSwaps(source: Reading, final: Reading): Difference[] {
  const close = swapsIn(figuresOf(source), figuresOf(final), like)
  if (close.length > 0) return close
  const narrow = swapsIn(widerFigures(source, 'clause'), widerFigures(final, 'clause'), loosely)
  return narrow.length > 0
    ? narrow
    : swapsIn(widerFigures(source, 'sentence'), widerFigures(final, 'sentence'), loosely)
}

type Like = (a: Figure, b: Figure) => number

function swapsIn(said: readonly Figure[], written: readonly Figure[], alike: Like): Difference[] {
  const counterparts = singles(said, written)
  for (const [i, a] of said.entries()) {
    const p = counterparts[i]
    if (p === undefined) continue
    for (let k = i + 1; k < said.length; k++) {
      const [b, q] = [said[k] as Figure, counterparts[k]]
      if (q === undefined || a.key === b.key || a.group !== b.group) continue
      // "From 1.2 to 1.9" and "up to 1.9 (it was 1.2)".
      if (ends(a, p) || ends(b, q) || inOrder(a) !== inOrder(b)) continue
      const moved =
        (alike(a, q) > alike(a, p) && alike(b, p) > alike(b, q)) || renamed(a, b, p, q) || renamed(b, a, q, p)
      if (moved || counts(a, b, p, q) || counts(b, a, q, p))
        return [{ severity: 'block', kind: a.fact.kind, change: 'changed', source: a.fact, final: q.fact }]
    }
  }
  return []
}

/** "The first slide" and "three slides" take nobody's place. */
function inOrder({ fact }: Figure): boolean {
  return fact.optional === true && (fact.numeric?.base === 'ordinal' || fact.numeric?.also !== undefined)
}

/** What it has come to is still what it has come to. */
function ends(a: Figure, p: Figure): boolean {
  return a.fact.step === 'to' && p.fact.step === 'to'
}

/** For each figure its equal in the other text, if there is one and no second. */
function singles(said: readonly Figure[], written: readonly Figure[]): readonly (Figure | undefined)[] {
  const found = new Map<string, Figure | undefined>()
  for (const figure of written) found.set(nameOf(figure), found.has(nameOf(figure)) ? undefined : figure)
  return said.map((figure) => found.get(nameOf(figure)))
}

function nameOf({ group, key }: Figure): string {
  return `${group} ${key}`
}

/** Of two files all that the one was said to be for is said of the other now: what is left may be told in other words. */
function renamed(a: Figure, b: Figure, p: Figure, q: Figure): boolean {
  return a.group === 'name' && like(a, q) >= 2 && like(a, p) === 0 && like(b, q) === 0
}

/** What the first counted the second counts now, and the first something else. */
function counts(a: Figure, b: Figure, p: Figure, q: Figure): boolean {
  if (a.group !== 'number' || !a.noun || !b.noun || !p.noun || !q.noun) return false
  return one(a.noun, q.noun) && !one(a.noun, p.noun) && !one(b.noun, q.noun) && !one(a.noun, b.noun)
}

/** Words on either side that can be what a figure is about. */
const REACH = 4

/** `within`: how far the words beside a figure may be looked for. */
function widerFigures({ tokens, facts, clauses }: Reading, within: 'clause' | 'sentence'): Figure[] {
  const numeric = facts.filter(({ numeric, kind, optional }) => numeric !== undefined && kind !== 'range' && !optional)
  if (numeric.length > MOST) return []
  return numeric.map((fact) => {
    const clause = clauses.find(({ from, to }) => fact.from >= from && fact.from < to)
    const own = clause && within === 'sentence' ? clauses.filter(({ sentence }) => sentence === clause.sentence) : []
    let start = Math.max((own[0] ?? clause)?.from ?? 0, fact.from - REACH)
    let end = Math.min((own.at(-1) ?? clause)?.to ?? tokens.length, fact.to + REACH)
    for (const { from, to } of numeric) {
      if (to <= fact.from) start = Math.max(start, to)
      if (from >= fact.to) end = Math.min(end, from)
    }
    const beside = [
      ...matterOf(tokens, start, Math.min(end, fact.from)),
      ...matterOf(tokens, Math.max(start, fact.to), end),
    ]
    return { fact, group: 'number', key: rawOf(fact), beside, noun: undefined, sentence: clause?.sentence ?? 0 }
  })
}

function rawOf({ numeric }: Fact): string {
  return String(numeric?.raw)
}

function loosely(a: Figure, b: Figure): number {
  return a.beside.filter((word) => b.beside.some((other) => ofOne(word, other))).length
}

/** Of one word, of one matter in two languages, or of one name in two scripts. */
function ofOne(a: string, b: string): boolean {
  const matter = matterOfWord(a)
  return (
    kindred(a, b) || (matter !== undefined && matter === matterOfWord(b)) || (a.length > 3 && latin(a) === latin(b))
  )
}
