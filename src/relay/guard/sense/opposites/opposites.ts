/**
 * A word of the source whose opposite stands in the final: raised and lowered, added and removed, agreed and against. Turned
 * is only what the final says more often than the source, and the source more often than the final, so that "not cheaper"
 * for "dearer", or both sides in both texts, say nothing.
 */
import type { Difference } from '../../difference.ts'
import { FIRST_VERDICT } from '../../lexicon/opposites.ts'
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
    if (there.length === 0) continue
    for (const side of [true, false]) {
      const a = own.filter((use) => use.side === side)
      const b = there.filter((use) => use.side === !side)
      if (a.length <= there.length - b.length || b.length <= own.length - a.length) continue
      const pair = a
        .flatMap((x) => b.map((y) => ({ x, y, score: affinity(x, y, source, final) })))
        .reduce((best, one) => (one.score > best.score ? one : best))
      if (pair.score > 0) return [turned(pair.x, pair.y)]
    }
  }
  return []
}

/** How much else the two clauses, or else their sentences, have in common; texts of one short sentence are about one thing. */
function affinity(x: Use, y: Use, source: Reading, final: Reading): number {
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
