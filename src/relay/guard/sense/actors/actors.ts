/** Who does what. Where a client's words are reported ("the client asks"), their "we" is the client and their "you" is us. */
import type { Difference } from '../../difference.ts'
import { ACTOR, type Actor } from '../../lexicon/markers.ts'
import { acts } from '../../lexicon/ru/verbs.ts'
import { overlap } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import { changed } from './changed.ts'
import { compareParties, swappedParties } from './parties.ts'
import { takenOver } from './taken.ts'

export type Role = 'speaker' | 'addressee'
/** Who acts in each clause that says so. */
type Roles = ReadonlyMap<number, ReadonlySet<Actor>>

export const MOST = 80

export function compareActors(source: Reading, final: Reading): Difference[] {
  const said = rolesOf(source)
  const written = rolesOf(final)
  const reported = mentions(written, 'client') && !mentions(said, 'client')
  const roles = reported
    ? mapped(written, { speaker: 'addressee', client: 'speaker', addressee: 'addressee' })
    : mapped(written, { speaker: 'speaker', addressee: 'addressee', client: 'addressee' })
  const own = mapped(said, { speaker: 'speaker', addressee: 'addressee', client: 'addressee' })
  if (own.size > MOST || roles.size > MOST) return []
  for (const [index, role] of own) {
    for (const [other, now] of roles) {
      if (now === role || !shared(source.matter[index], final.matter[other])) continue
      // Somebody else of the same matter still has the part it had.
      if ([...roles].some(([k, one]) => one === role && shared(source.matter[index], final.matter[k]))) continue
      return [changed(source, index, final, other)]
    }
  }
  const taken = takenOver(source, final)
  if (taken) return [taken]
  return [...compareParties(source, final, roles), ...swappedParties(source, final)].slice(0, 1)
}

function rolesOf({ tokens, clauses }: Reading): Roles {
  const roles = new Map<number, Set<Actor>>()
  clauses.forEach((clause, index) => {
    for (let i = clause.from; i < clause.to; i++) {
      const word = tokens[i]?.word ?? ''
      const actor = ACTOR.at(tokens, i)?.value ?? verb(word, tokens[i + 1]?.word ?? '')
      if (actor === undefined || POLITE.has(word)) continue
      roles.set(index, (roles.get(index) ?? new Set()).add(actor))
    }
  })
  return roles
}
const POLITE = new Set('просим прошу пожалуйста будем ждем рады надеемся думаю думаем считаем'.split(' '))

function verb(word: string, next: string): Actor | undefined {
  if (!/^[а-я]{5,}$/.test(word)) return undefined
  // "Продлевайте сами": theirs to do.
  if (/(?:йте|ите)$/.test(word) && /^(?:сами|самостоятельно|вы)$/.test(next)) return 'addressee'
  // An imperative asks; who is asked is told by who speaks.
  if (/(?:ете|ите|етесь|итесь)$/.test(word) && !IMPERATIVE.test(word)) return 'addressee'
  return acts(word) ? 'speaker' : undefined
}

const IMPERATIVE = /(?:шите|лите|рите|вите|мите|ните|дите|йдите|йте|жите|чите|тите|бите|сите|зите)$/

function mentions(roles: Roles, actor: Actor): boolean {
  return [...roles.values()].some((actors) => actors.has(actor))
}

/** Clauses with one actor only: where there are two, who does what is not to be told. */
function mapped(roles: Roles, names: Readonly<Record<Actor, Role>>): ReadonlyMap<number, Role> {
  const made = new Map<number, Role>()
  for (const [index, actors] of roles) {
    const all = new Set([...actors].map((actor) => names[actor]))
    const [only] = all
    if (all.size === 1 && only) made.set(index, only)
  }
  return made
}

const SHORT = 3

/** Two clauses of one matter: with two words in common, or one where there are few. */
function shared(a: readonly string[] = [], b: readonly string[] = []): boolean {
  const common = overlap(a, b)
  return common >= 2 || (common === 1 && Math.min(a.length, b.length) <= SHORT)
}
