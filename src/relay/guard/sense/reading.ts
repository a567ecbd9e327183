/** One text, read: its tokens, what it states, its clauses and what they say no to. */
import type { Fact } from '../facts/fact.ts'
import { readFacts } from '../facts/read.ts'
import { Stems } from '../text/stem.ts'
import { type Token, tokenise } from '../text/tokens.ts'
import { type Clause, clausesOf, matterOf } from './clauses.ts'
import { type Denials, denialsOf } from './negation.ts'

export type Reading = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly facts: readonly Fact[]
  readonly clauses: readonly Clause[]
  /** Clause by clause. */
  readonly matter: readonly (readonly string[])[]
  /** The clauses in which a stem stands. */
  readonly places: Stems<number>
  readonly denials: Denials
}

export function read(text: string): Reading {
  const tokens = tokenise(text)
  const facts = readFacts(tokens)
  const clauses = clausesOf(tokens)
  const vat = new Set<number>()
  for (const fact of facts) if (fact.kind === 'vat') for (let i = fact.from; i < fact.to; i++) vat.add(i)
  const matter = clauses.map(({ from, to }) => matterOf(tokens, from, to))
  const places = new Stems<number>()
  matter.forEach((stems, clause) => {
    for (const stem of stems) places.add(stem, clause)
  })
  return {
    text,
    tokens,
    facts,
    clauses,
    matter,
    places,
    denials: denialsOf(tokens, clauses, vat),
  }
}
