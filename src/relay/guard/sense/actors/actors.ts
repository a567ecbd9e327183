/** Who does what. Where a client's words are reported ("the client asks"), their "we" is the client and their "you" is us. */
import type { Difference } from '../../difference.ts'
import { ACTOR, type Actor, PARTIES } from '../../lexicon/markers.ts'
import { acts } from '../../lexicon/ru/verbs.ts'
import { ofWord } from '../../text/answers.ts'
import type { Token } from '../../text/tokens.ts'
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
  const roles = mapped(written, seenBy(spokenOf(source), spokenOf(final)))
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

/** Who of the final is who of the source: by whom it speaks of in the third person where the source does not. */
function seenBy(said: ReadonlySet<Actor>, written: ReadonlySet<Actor>): Names {
  const names = (actor: Actor) => written.has(actor) && !said.has(actor)
  if (names('specialist'))
    return { speaker: 'speaker', specialist: 'speaker', agency: 'speaker', addressee: 'addressee' }
  if (names('client')) return { speaker: 'addressee', client: 'speaker', agency: 'addressee', addressee: 'addressee' }
  if (names('agency')) return { agency: 'addressee' }
  return { speaker: 'speaker', addressee: 'addressee', client: 'addressee' }
}
type Names = Readonly<Partial<Record<Actor, Role>>>

function spokenOf({ tokens }: Reading): ReadonlySet<Actor> {
  const spoken = new Set<Actor>()
  tokens.forEach((_, i) => {
    const actor = ACTOR.at(tokens, i)
    if (actor) spoken.add(actor.value)
  })
  return spoken
}

function rolesOf({ tokens, clauses }: Reading): Roles {
  const roles = new Map<number, Set<Actor>>()
  clauses.forEach((clause, index) => {
    for (let i = clause.from; i < clause.to; i++) {
      const token = tokens[i] as Token
      const actor = partyOf(tokens, i) ?? ACTOR.at(tokens, i)?.value ?? verb(token, tokens[i + 1]?.word ?? '')
      if (actor === undefined || POLITE.has(token.word) || isObject(tokens, i) || asksAt(tokens, i, clause.to)) continue
      roles.set(index, (roles.get(index) ?? new Set()).add(actor))
    }
  })
  return roles
}
/** "Our lawyer", "your printer", "дизайнер клиента". */
function partyOf(tokens: Reading['tokens'], i: number): Actor | undefined {
  if (!PARTIES.at(tokens, i) || tokens[i]?.word.endsWith("'s")) return undefined
  // "To the client's printer": where it goes.
  if (/^(?:to|from|with|for|at|of|и?з|от|к|у|для)$/.test(article(tokens, i - 2))) return undefined
  const before = tokens[i - 1]?.word ?? ''
  if (/^(?:our|my|наш\p{L}*)$/u.test(before)) return 'speaker'
  if (/^(?:your|ваш\p{L}*)$/u.test(before)) return 'addressee'
  return /^(?:their|client's|их)$/.test(before) ? 'client' : undefined
}

/** The word here, or the one before an article. */
function article(tokens: Reading['tokens'], i: number): string {
  const word = tokens[i]?.word ?? ''
  return /^(?:the|a|an)$/.test(word) ? (tokens[i - 1]?.word ?? '') : word
}

/** "Collect it from you": to whom it is done. */
function isObject(tokens: Reading['tokens'], i: number): boolean {
  return tokens[i]?.word === 'you' && /^(?:from|to|for|with|send|give|show|tell|let)$/.test(tokens[i - 1]?.word ?? '')
}

/** "The client asks for it", "I'm afraid": does no more than say so. */
function asksAt(tokens: Reading['tokens'], i: number, to: number): boolean {
  const [word, next] = [tokens[i]?.word ?? '', tokens[i + 1]?.word ?? '']
  return (
    i + 1 < to &&
    (/^(?:client|клиент|заказчик)$/.test(word) ? ASKS : SAYS).test(next) &&
    ACTOR.at(tokens, i)?.to === i + 1
  )
}
const SAYS = /^(?:afraid|sorry|боюсь)$/
const ASKS =
  /^(?:прос[ия]т|просил\p{L}*|разреш\p{L}+|позвол\p{L}+|спраш\p{L}+|спросил\p{L}*|жд[её]т|asks?|asked|allows?|permits?|requests?|requested|wonders|wants?)$/u

const POLITE = new Set('просим прошу пожалуйста будем ждем рады надеемся думаю думаем считаем'.split(' '))

function verb(token: Token, next: string): Actor | undefined {
  // "Продлевайте сами": theirs to do.
  if (THEMSELVES.has(next) && /^[а-я]{2,}(?:йте|ите)$/.test(token.word)) return 'addressee'
  return actorOf(token)
}
const THEMSELVES = new Set(['сами', 'самостоятельно', 'вы'])

const actorOf = ofWord((word): Actor | undefined => {
  if (!/^[а-я]{5,}$/.test(word)) return undefined
  // An imperative asks; who is asked is told by who speaks.
  if (/(?:ете|ите|етесь|итесь)$/.test(word) && !IMPERATIVE.test(word)) return 'addressee'
  return acts(word) ? 'speaker' : undefined
})

const IMPERATIVE = /(?:шите|лите|рите|вите|мите|ните|дите|йдите|йте|жите|чите|тите|бите|сите|зите)$/

/** Clauses with one actor only: where there are two, who does what is not to be told. */
function mapped(roles: Roles, names: Names): ReadonlyMap<number, Role> {
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
