/**
 * Two things whose "no" has changed places: "not on the photo, on the background it may be" the other way round, in whatever
 * words. Of one of them the source says no and of the other it does not, and in the final it is the other one: both have
 * turned at once, which chance does not do, so that it need not be known what was denied.
 */
import { INCLUSION } from '../../lexicon/inclusion.ts'
import { onceFor } from '../../text/remember.ts'
import { isAmong } from '../reading/alike.ts'
import { placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'

/** Clauses between the two things, as far as they are set against each other. */
const NEAR = 3
/** Words of a clause that are looked at. */
const MOST_WORDS = 12

export type Crossed = { readonly denial: Denial; readonly clause: number }

/** A "no" of the source and the clause of the final that no longer has it. */
export function crossedIn(source: Reading, final: Reading): Crossed | undefined {
  for (const denial of source.denials.plain) {
    if (
      denial.optional ||
      denial.well ||
      denial.needs ||
      denial.contrast !== undefined ||
      isOfList(denial.clause, source)
    )
      continue
    const words = (source.matter[denial.clause] ?? []).slice(0, MOST_WORDS)
    for (const word of words) {
      // What is denied is mostly a verb, unless nothing else is said: "but not the fonts".
      if ((word === denial.scope[0] && words.length > 1) || !isThing(word)) continue
      const clause = affirmedAt(word, final)
      if (clause === undefined || !deniedEverywhere(word, source)) continue
      if (othersDenied(denial.clause, words, clause, source, final)) return { denial, clause }
    }
  }
  return undefined
}

/** Something beside it of which the source says no "no", and the final does. */
function othersDenied(
  clause: number,
  words: readonly string[],
  place: number,
  source: Reading,
  final: Reading,
): boolean {
  const there = final.matter[place] ?? []
  for (let k = clause - NEAR; k <= clause + NEAR; k++) {
    if (k === clause || !isPlain(k, source, YES) || source.clauses[k]?.asks) continue
    for (const other of (source.matter[k] ?? []).slice(0, MOST_WORDS)) {
      if (!isThing(other) || isAmong(other, words) || isAmong(other, there)) continue
      if (!placesOf(source, other).every((at) => isPlain(at, source, YES))) continue
      const at = placesOf(final, other)
      if (at.length > 0 && at.every((one) => deniedClauses(final).has(one) && Math.abs(one - place) <= NEAR))
        return true
    }
  }
  return false
}

function affirmedAt(word: string, reading: Reading): number | undefined {
  const places = placesOf(reading, word)
  return places.every((at) => isPlain(at, reading, ONLY) && !reading.clauses[at]?.asks) ? places[0] : undefined
}

function deniedEverywhere(word: string, reading: Reading): boolean {
  return placesOf(reading, word).every((at) => deniedClauses(reading).has(at))
}

/** No number, nor a word of wishing. */
function isThing(word: string): boolean {
  return !/\d/.test(word) && !WISHES.has(word)
}
const WISHES = new Set('хочет хоч хотел прос client клиент want need wish like'.split(' '))

/** What is in and what is out of a price is held against its like elsewhere, for a "no" of a list is said of all of it. */
function isOfList(clause: number, { clauses, tokens }: Reading): boolean {
  const { from = 0, to = 0 } = clauses[clause] ?? {}
  for (let i = from; i < to; i++) if (/^(?:in|out)$/.test(INCLUSION.at(tokens, i)?.value ?? '')) return true
  return false
}

/** Says no "no", and nothing that could stand for one but these. */
function isPlain(clause: number, reading: Reading, but: ReadonlySet<string>): boolean {
  return !deniedClauses(reading).has(clause) && !reading.denials.likeNo.get(clause)?.some(({ like }) => !but.has(like))
}
const ONLY = new Set(['only'])
const YES = new Set(['only', 'enough'])

/**
 * With those whose "no" stands behind a dash ("the site is paid for, the hosting - no") or behind a word between commas ("the
 * layout, however, cannot be changed"), without those that find no fault ("no remarks on the facts").
 */
const deniedClauses = onceFor(({ denials, clauses, matter, tokens }: Reading): ReadonlySet<number> => {
  const denied = new Set(
    denials.plain.flatMap(({ clause, scope }) => (scope.some((word) => FAULTS.test(word)) ? [] : [clause])),
  )
  for (const clause of [...denied]) {
    const { from = 0, sentence = 0 } = clauses[clause] ?? {}
    const [before, beyond] = [clauses[clause - 1], clauses[clause - 2]]
    if (before?.sentence !== sentence) continue
    if (matter[clause]?.length === 0 && tokens[from - 1]?.text === '-') denied.add(clause - 1)
    const isAside = before.to - before.from <= 2 && tokens[before.to - 1]?.text === ','
    if (isAside && beyond?.sentence === sentence) denied.add(clause - 2)
  }
  return denied
})
const FAULTS =
  /^(?:замечан|возраж|претенз|вопрос|проблем|жалоб|issu|question|complain|objection|remark|comment|problem)/
