/**
 * A word of the source whose opposite stands in the final: raised and lowered, added and removed, agreed and against. Turned
 * is only what the final says more often than the source, and the source more often than the final, so that "not cheaper"
 * for "dearer", or both sides in both texts, say nothing.
 */
import type { Difference } from '../../difference.ts'
import { FIRST_VERDICT } from '../../lexicon/opposites.ts'
import { latin } from '../../text/latin.ts'
import type { Denial } from '../negation/denials.ts'
import { overlap } from '../reading/alike.ts'
import { matterOf } from '../reading/clauses.ts'
import { sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { MOST, type Use, usesOf } from './uses.ts'

export function compareOpposites(source: Reading, final: Reading): Difference[] {
  const said = usesOf(source)
  if (said.length === 0 || said.length > MOST) return []
  const written = usesOf(final)
  if (written.length > MOST) return []
  for (const group of new Set(said.map((use) => use.group))) {
    const own = said.filter((use) => use.group === group)
    const there = written.filter((use) => use.group === group)
    if (there.length === 0 || own.some((use) => restIs(use, source)) || there.some((use) => restIs(use, final)))
      continue
    for (const side of [true, false]) {
      const a = own.filter((use) => use.side === side)
      const b = there.filter((use) => use.side === !side)
      if (a.length <= there.length - b.length || b.length <= own.length - a.length) continue
      const pair = a
        .flatMap((x) => b.map((y) => ({ x, y, score: affinity(x, y, source, final) })))
        .reduce((best, one) => (one.score > best.score ? one : best))
      if (pair.score > 0 && !inverted(pair.x, pair.y, source, final)) return [turned(pair.x, pair.y)]
    }
    const crossed = changedPlaces(own, there, source, final)
    if (crossed) return [crossed]
  }
  return []
}

/** "Clause 7 is not final, the rest is": behind the "no" the other side is said too, and the word is left out. */
function restIs({ denied, clause }: Use, { clauses, tokens }: Reading): boolean {
  const next = clauses[clause + 1]
  if (!denied || next?.sentence !== clauses[clause]?.sentence) return false
  const words = tokens.slice(next?.from, next?.to).filter(({ kind }) => kind === 'word')
  return words.length > 1 && words.length <= SHORT && IS.test(words.at(-1)?.word ?? '')
}
const SHORT = 4
const IS = /^(?:is|are|was|were|does|do|has|have|да)$/

/**
 * Both sides are said of two things, and in the final each of the other one ("keep the reviews, take the partners out"), or
 * both of one ("they hate the bot and like the page" that became "they like both").
 */
function changedPlaces(
  own: readonly Use[],
  there: readonly Use[],
  source: Reading,
  final: Reading,
): Difference | undefined {
  const [yes, no] = [own.filter(({ side }) => side === true), own.filter(({ side }) => side === false)]
  const [a, b] = [yes[0], no[0]]
  if (yes.length !== 1 || no.length !== 1 || !a || !b || a.clause === b.clause) return undefined
  if (there.length === 0 || there.length > 2 || there.some(({ side }) => side === undefined)) return undefined
  const mine = [rest(a, source), rest(b, source)] as const
  const [ofA, ofB] = [apartFrom(mine[0], mine[1]), apartFrom(mine[1], mine[0])]
  if (ofA.length === 0 || ofB.length === 0) return undefined
  const [x, y] = [there.find(({ side }) => side === true), there.find(({ side }) => side === false)]
  if (x && y && (x.clause !== y.clause || final.language === 'en')) {
    const one = x.clause === y.clause
    const [ofX, ofY] = one ? [behind(x, y, final), behind(y, x, final)] : [rest(x, final), rest(y, final)]
    const moved =
      overlap(ofA, ofY) > overlap(ofA, ofX) && overlap(ofB, ofX) > overlap(ofB, ofY) ? turned(a, y) : undefined
    return moved
  }
  const only = there.length === 1 ? there[0] : undefined
  if (only === undefined || final.denials.clauses.has(only.clause) || final.denials.likeNo.has(only.clause))
    return undefined
  const all = rest(only, final)
  const both = wordsIn(only, final).some(({ word }) => /^(?:оба|обе|обоих|обеих|both)$/.test(word))
  const [here, beyond] = [overlap(ofA, all) > 0, overlap(ofB, all) > 0]
  return (here && beyond) || (both && (here || beyond)) ? turned(only.side ? b : a, only) : undefined
}

function wordsIn({ clause }: Use, { clauses, tokens }: Reading): Reading['tokens'] {
  const { from = 0, to = 0 } = clauses[clause] ?? {}
  return tokens.slice(from, to)
}

/** "Drop the intro and keep the outro": what stands behind each of the two. */
function behind(use: Use, other: Use, { clauses, tokens }: Reading): readonly string[] {
  const end = clauses[use.clause]?.to ?? use.to
  return matterOf(tokens, use.to, other.at > use.at ? other.at : end)
}

function apartFrom(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => overlap([word], others) === 0)
}

/** "These are lower than those" and "those are higher than these". */
function inverted(x: Use, y: Use, source: Reading, final: Reading): boolean {
  const [a, b] = [sidesOf(x, source), sidesOf(y, final)]
  if (a === undefined || b === undefined) return false
  return overlap(a.before, b.before) === 0 && overlap(a.before, b.behind) + overlap(a.behind, b.before) > 0
}

type Sides = { readonly before: readonly string[]; readonly behind: readonly string[] }

function sidesOf({ clause }: Use, { clauses, tokens }: Reading): Sides | undefined {
  const { from = 0, to = 0 } = clauses[clause] ?? {}
  for (let i = from; i < to; i++)
    if (/^(?:than|чем)$/.test(tokens[i]?.word ?? ''))
      return { before: matterOf(tokens, from, i), behind: matterOf(tokens, i, to) }
  return undefined
}

/** How much else the two clauses, or else their sentences, have in common; texts of one short sentence are about one thing. */
function affinity(x: Use, y: Use, source: Reading, final: Reading): number {
  const [one, other] = [lettersIn(x, source), lettersIn(y, final)]
  if (one.length > 0 && other.length > 0 && !one.some((letter) => other.includes(letter))) return 0
  const mine = rest(x, source)
  const theirs = rest(y, final)
  const common = overlap(mine, theirs)
  if (common > 0) return common + 1
  // "We saw the logo. We don't mind": of what, the sentence before says.
  const verdict = x.group >= FIRST_VERDICT
  if (verdict && mine.length === 0 && overlap(sentenceBefore(x, source), sentenceMatter(final, y.clause)) > 1) return 1
  if (verdict && theirs.length === 0 && overlap(sentenceBefore(y, final), sentenceMatter(source, x.clause)) > 1)
    return 1
  if (mine.length > 1 && theirs.length > 1 && source.language === final.language) return 0
  const single = source.clauses.at(-1)?.sentence === 0 && final.clauses.at(-1)?.sentence === 0
  if (single && source.clauses.length === 1 && final.clauses.length === 1) return 1
  return overlap(sentenceMatter(source, x.clause), sentenceMatter(final, y.clause)) > 1 ? 1 : 0
}

/** "Option B", "вариант А": which of them. */
function lettersIn(use: Use, reading: Reading): string[] {
  return wordsIn(use, reading).flatMap(({ text, word }, i, own) =>
    /^\p{Lu}$/u.test(text) &&
    /^(?:option|version|variant|plan|design|вариант\p{L}*|верси\p{L}+|план\p{L}*)$/u.test(own[i - 1]?.word ?? '')
      ? [latin(word)]
      : [],
  )
}

function sentenceBefore({ clause }: Use, reading: Reading): readonly string[] {
  const sentence = reading.clauses[clause]?.sentence
  let before = clause - 1
  while (before >= 0 && reading.clauses[before]?.sentence === sentence) before--
  return before < 0 ? [] : sentenceMatter(reading, before)
}

function rest({ clause, at, to }: Use, { clauses, tokens }: Reading): string[] {
  const { from = at, to: end = to } = clauses[clause] ?? {}
  return [...matterOf(tokens, from, at), ...matterOf(tokens, to, end)]
}

function turned(x: Use, y: Use): Difference {
  return {
    severity: 'block',
    kind: 'negation',
    change: 'changed',
    source: { kind: 'negation', value: `=${x.group} ${x.side}`, from: x.at, to: x.to },
    final: { kind: 'negation', value: `=${y.group} ${y.side}`, from: y.at, to: y.to },
  }
}

/** Those of `denials` whose denied word the other text says by its opposite: "not final" for "a draft". */
export function saidByOpposites(denials: ReadonlySet<Denial>, own: Reading, other: Reading): ReadonlySet<Denial> {
  const said = new Set<Denial>()
  if (denials.size === 0) return said
  const here = usesOf(own).slice(0, MOST)
  if (here.length === 0) return said
  const there = usesOf(other).slice(0, MOST)
  for (const denial of denials) {
    if (
      here.some(
        ({ clause, group, side, denied }) =>
          denied &&
          clause === denial.clause &&
          side !== undefined &&
          there.some((use) => use.group === group && use.side === side),
      )
    )
      said.add(denial)
  }
  return said
}
