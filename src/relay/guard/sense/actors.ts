/** Who does what. Where a client's words are reported ("the client asks"), their "we" is the client and their "you" is us. */
import type { Difference } from '../compare.ts'
import { ACTOR, type Actor } from '../lexicon/markers.ts'
import { acts } from '../lexicon/ru/verbs.ts'
import { kindred } from '../text/stem.ts'
import type { Reading } from './reading.ts'

type Role = 'speaker' | 'addressee'
/** Who acts in each clause that says so. */
type Roles = ReadonlyMap<number, ReadonlySet<Actor>>

const MOST = 80

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
  const count = (all: ReadonlyMap<number, Role>, role: Role) => [...all.values()].filter((one) => one === role).length
  for (const [role, counterpart] of [
    ['speaker', 'addressee'],
    ['addressee', 'speaker'],
  ] as const) {
    if (count(own, role) > 0 && count(roles, role) === 0 && count(roles, counterpart) > count(own, counterpart)) {
      const index = [...own].find(([, one]) => one === role)?.[0] ?? 0
      const other = [...roles].find(([, one]) => one === counterpart)?.[0] ?? 0
      return [changed(source, index, final, other)]
    }
  }
  return []
}

function rolesOf({ tokens, clauses }: Reading): Roles {
  const roles = new Map<number, Set<Actor>>()
  clauses.forEach((clause, index) => {
    for (let i = clause.from; i < clause.to; i++) {
      const word = tokens[i]?.word ?? ''
      const actor = ACTOR.at(tokens, i)?.value ?? verb(word)
      if (actor === undefined || POLITE.has(word)) continue
      roles.set(index, (roles.get(index) ?? new Set()).add(actor))
    }
  })
  return roles
}
const POLITE = new Set('просим прошу пожалуйста будем ждем рады надеемся думаю думаем считаем'.split(' '))

function verb(word: string): Actor | undefined {
  if (!/^[а-я]{5,}$/.test(word)) return undefined
  if (/(?:ете|ите|йте|етесь|итесь|йтесь)$/.test(word)) return 'addressee'
  return acts(word) ? 'speaker' : undefined
}

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

function shared(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.some((x) => b.some((y) => kindred(x, y)))
}

function changed(source: Reading, index: number, final: Reading, other: number): Difference {
  const from = source.clauses[index]
  const to = final.clauses[other]
  return {
    severity: 'warn',
    kind: 'actor',
    change: 'changed',
    ...(from ? { source: { kind: 'actor', value: 'who', from: from.from, to: from.to } } : {}),
    ...(to ? { final: { kind: 'actor', value: 'who else', from: to.from, to: to.to } } : {}),
  }
}
