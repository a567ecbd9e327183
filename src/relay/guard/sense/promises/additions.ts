/** One thing more in a list of what is promised: "we make the banner" that became "the banner and an animation". */
import type { Difference } from '../../difference.ts'
import { acts, shallDo } from '../../lexicon/ru/verbs.ts'
import { isAmong, overlap } from '../reading/alike.ts'
import { matterOf } from '../reading/clauses.ts'
import type { Reading } from '../reading/reading.ts'
import { actsOf } from './acts.ts'

/** A thing is named in so few words; the texts are so short where the rest can be told. */
const MOST_WORDS = 4
const MOST_SAID = 60

/** Of one language only, and where the final has all else that the source says: other words for the same are no new thing. */
export function compareAdditions(source: Reading, final: Reading): Difference[] {
  if (source.language !== final.language) return []
  const said = source.matter.flat()
  if (said.length === 0 || said.length > MOST_SAID) return []
  const written = final.matter.flat().slice(0, MOST_SAID * 2)
  const all = said.every((word) => isAmong(word, written))
  const promised = new Set(actsOf(final).map(({ clause }) => clause))
  for (const [index, { from, to }] of final.clauses.entries()) {
    const joint = lastJoint(final.tokens, from, to)
    if (joint === undefined) continue
    // ", along with the files": the promise stands before the comma.
    const opens = joint - from <= 1 && joins(final.tokens, joint)
    if (!promised.has(opens ? index - 1 : index)) continue
    const before = opens ? (final.matter[index - 1] ?? []) : matterOf(final.tokens, from, joint)
    if (!all && !(joins(final.tokens, joint) && covered(before, source))) continue
    const thing = matterOf(final.tokens, joint + 1, to)
    if (thing.length === 0 || thing.length > MOST_WORDS || overlap(thing, said) > 0 || overlap(before, said) < 2)
      continue
    return [
      {
        severity: 'block',
        kind: 'commitment',
        change: 'added',
        final: { kind: 'commitment', value: thing.join(' '), from: joint, to },
      },
    ]
  }
  return []
}

/** Whether a clause of the source, the one most alike, is nearly all in these words. */
function covered(there: readonly string[], source: Reading): boolean {
  return source.matter.some((words) => words.length > 1 && overlap(words, there) >= words.length * MOSTLY)
}
const MOSTLY = 0.7

/** The last "and" behind which no verb stands. */
function lastJoint(tokens: Reading['tokens'], from: number, to: number): number | undefined {
  // At the beginning of a clause: "along with the layered files".
  for (const i of [from, from + 1]) if (i < to && joins(tokens, i)) return i
  for (let i = to - 1; i > from; i--) {
    const word = tokens[i]?.word ?? ''
    if (VERB.test(word) || acts(word) || shallDo(word)) return undefined
    if (/^(?:и|and)$/.test(word) || joins(tokens, i)) return i
  }
  return undefined
}

/** Two words, or one, that say so. */
function joins(tokens: Reading['tokens'], i: number): boolean {
  const [before, word] = [tokens[i - 1]?.word ?? '', tokens[i]?.word ?? '']
  return (
    /^(?:плюс|plus)$/.test(word) ||
    (word === 'также' && before === 'а') ||
    (word === 'with' && /^(?:along|together)$/.test(before)) ||
    (word === 'as' && before === 'well') ||
    (word === 'с' && before === 'вместе')
  )
}
const VERB =
  /^(?:\p{L}+(?:ть|ться|ла|ли|л|ет|ит|ут|ют|ат|ят|ed|ing)|will|is|are|be|send|make|do|check|give|get|let|see)$/u
