/** One text, read: its tokens, what it states, its clauses and what they say no to. */
import type { Locale } from '../../../../core/ids.ts'
import type { Fact } from '../../facts/fact.ts'
import { readFacts } from '../../facts/read.ts'
import { ofWord } from '../../text/answers.ts'
import { Stems } from '../../text/stem.ts'
import { type Token, tokenise } from '../../text/tokens.ts'
import { type Denials, denialsOf } from '../negation/denials.ts'
import { WHOLE, WHOLES } from '../negation/scope.ts'
import { knownOf } from './alike.ts'
import { type Clause, clausesOf, matterOf } from './clauses.ts'

export type Reading = {
  readonly text: string
  readonly language: Locale
  readonly tokens: readonly Token[]
  readonly facts: readonly Fact[]
  readonly clauses: readonly Clause[]
  /** Clause by clause. */
  readonly matter: readonly (readonly string[])[]
  /** The clauses in which a stem stands. */
  readonly places: Stems<number>
  readonly denials: Denials
}

/** `language`: as the caller knows it; else by its letters. */
export function read(text: string, language: Locale | undefined): Reading {
  const tokens = tokenise(text)
  const facts = readFacts(tokens)
  const clauses = clausesOf(tokens)
  // "без НДС" and "без четверти три" say no to nothing else.
  const covered = new Set<number>()
  for (const { kind, from, to } of facts)
    if (kind === 'vat' || kind === 'time') for (let i = from; i < to; i++) covered.add(i)
  const matter = clauses.map(({ from, to }) => matterOf(tokens, from, to))
  const places = new Stems<number>()
  matter.forEach((stems, clause) => {
    for (const { stem, start, matter } of knownOf(stems)) {
      places.add(stem, clause, start)
      if (matter !== undefined) places.add(matter, clause)
    }
  })
  clauses.forEach(({ from, to }, clause) => {
    for (let i = from; i < to; i++) {
      const token = tokens[i]
      if (token === undefined || !isWhole(token)) continue
      places.add(WHOLE, clause)
      break
    }
  })
  return {
    text,
    language: language ?? languageOf(text),
    tokens,
    facts,
    clauses,
    matter,
    places,
    denials: denialsOf(tokens, clauses, covered),
  }
}

const isWhole = ofWord((word) => WHOLES.has(word))

/** Which alphabet most of its first letters are of. */
function languageOf(text: string): Locale {
  let cyrillic = 0
  let letters = 0
  for (let i = 0; i < text.length && i < 2_000; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x400 && code < 0x500) cyrillic++
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters++
  }
  return cyrillic * 2 >= letters ? 'ru' : 'en'
}
