/** Two figures of one kind that have changed places: each now stands beside what the other one stood beside. */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { matterOfWord } from '../lexicon/concepts.ts'
import { matterAt } from '../sense/reading/clauses.ts'
import type { Reading } from '../sense/reading/reading.ts'
import { latin } from '../text/latin.ts'
import { kindred } from '../text/stem.ts'

type Figure = { readonly fact: Fact; readonly beside: readonly string[] }

const MOST = 24
/** Words on either side that can be what a figure is about. */
const REACH = 4

export function compareSwaps(source: Reading, final: Reading): Difference[] {
  const narrow = swapsIn(figuresOf(source, 'clause'), figuresOf(final, 'clause'))
  return narrow.length > 0 ? narrow : swapsIn(figuresOf(source, 'sentence'), figuresOf(final, 'sentence'))
}

function swapsIn(said: readonly Figure[], written: readonly Figure[]): Difference[] {
  if (said.length > MOST || written.length > MOST) return []
  for (const [i, a] of said.entries()) {
    for (const b of said.slice(i + 1)) {
      if (rawOf(a) === rawOf(b)) continue
      const x = written.filter(({ fact }) => fact.numeric?.raw === rawOf(a))
      const y = written.filter(({ fact }) => fact.numeric?.raw === rawOf(b))
      const [p, q] = [x[0], y[0]]
      if (x.length !== 1 || y.length !== 1 || !p || !q) continue
      if (like(a, q) > like(a, p) && like(b, p) > like(b, q)) {
        return [{ severity: 'block', kind: a.fact.kind, change: 'changed', source: a.fact, final: q.fact }]
      }
    }
  }
  return []
}

function rawOf({ fact }: Figure): number | undefined {
  return fact.numeric?.raw
}

/** `within`: how far the words beside a figure may be looked for. */
function figuresOf({ tokens, facts, clauses }: Reading, within: 'clause' | 'sentence'): Figure[] {
  const numeric = facts
    .filter(({ numeric, kind, optional }) => numeric !== undefined && kind !== 'range' && !optional)
    .slice(0, MOST + 1)
  return numeric.map((fact) => {
    const clause = clauses.find(({ from, to }) => fact.from >= from && fact.from < to)
    const own = clauses.filter((one) => (within === 'clause' ? one === clause : one.sentence === clause?.sentence))
    const others = numeric.filter((other) => other !== fact)
    const start = Math.max(
      own[0]?.from ?? 0,
      fact.from - REACH,
      ...others.filter(({ to }) => to <= fact.from).map(({ to }) => to),
    )
    const end = Math.min(
      own.at(-1)?.to ?? tokens.length,
      fact.to + REACH,
      ...others.filter(({ from }) => from >= fact.to).map(({ from }) => from),
    )
    const beside = tokens
      .slice(start, end)
      .flatMap((token, k) => (start + k >= fact.from && start + k < fact.to ? [] : (matterAt(token) ?? [])))
    return { fact, beside }
  })
}

function like(a: Figure, b: Figure): number {
  return a.beside.filter((word) => b.beside.some((other) => one(word, other))).length
}

/** Of one word, of one matter in two languages, or of one name in two scripts. */
function one(a: string, b: string): boolean {
  const matter = matterOfWord(a)
  return (
    kindred(a, b) || (matter !== undefined && matter === matterOfWord(b)) || (a.length > 3 && latin(a) === latin(b))
  )
}
