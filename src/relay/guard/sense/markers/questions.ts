/**
 * A question may be reported ("the client asks"), and a request may be put as a question; what is asked must still be asked,
 * each of several questions in one sentence too. The one whose words the final has least of is the one that is lost.
 */
import type { Difference } from '../../difference.ts'
import { matterOfWord } from '../../lexicon/concepts.ts'
import { REQUEST } from '../../lexicon/markers.ts'
import { matterOf } from '../reading/clauses.ts'
import { placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Found, find, marker } from './find.ts'

export function compareQuestions(source: Reading, final: Reading): Difference[] {
  const questioned = questions(source)
  const asked = questioned.filter((question) => !requests(source, question))
  const asking = questions(final)
  if (asked.length > asking.length && asked.length > asking.length + find(REQUEST, final, false).length) {
    const lost = asked.reduce((least, one) => (kept(one, source, final) < kept(least, source, final) ? one : least))
    return [marker('question', 'missing', lost)]
  }
  const gone = asked.find((one) => asked.length > 1 && kept(one, source, final) === 0)
  if (gone && asked.length > asking.length) return [marker('question', 'missing', gone)]
  const part = questioned.flatMap((question) => lostPart(question, source, final) ?? [])[0]
  if (part) return [marker('question', 'missing', part)]
  const added = asking.find((question) => !requests(final, question))
  if (added && questioned.length === 0 && find(REQUEST, source, true).length === 0)
    return [marker('question', 'added', added)]
  return []
}

/** "Could you send", "можно перенести": asks for something, not about something. */
function requests({ tokens }: Reading, { from, to }: Found<string>): boolean {
  for (let i = from; i < to; i++) if (REQUEST.at(tokens, i)) return true
  return false
}

/** Which part of the words the final has. */
function kept({ from, to }: Found<string>, { tokens }: Reading, final: Reading): number {
  const words = matterOf(tokens, from, to).slice(0, MOST_WORDS)
  const there = words.filter((word) => placesOf(final, word).length > 0).length
  return words.length === 0 ? 1 : there / words.length
}
const MOST_WORDS = 24

/** Sentences that ask. */
function questions({ clauses }: Reading): Found<string>[] {
  const found = new Map<number, Found<string>>()
  clauses.forEach(({ from, to, asks, sentence }, clause) => {
    if (asks) found.set(sentence, { value: 'question', from: found.get(sentence)?.from ?? from, to, clause })
  })
  return [...found.values()]
}

/** Of several questions in one sentence the one that the final has no word of, where it has words of another one. */
function lostPart(question: Found<string>, source: Reading, final: Reading): Found<string> | undefined {
  const starts = partsOf(source, question)
  if (starts.length < 2 || starts.length > MOST_PARTS) return undefined
  const parts = starts.map((from, i) => ({ ...question, from, to: starts[i + 1] ?? question.to }))
  const shares = parts.map(({ from, to }) => {
    const words = matterOf(source.tokens, from, to).slice(0, MOST_WORDS)
    if (words.length < 2 && !/^(?:и|and)$/.test(source.tokens[from - 1]?.word ?? '')) return undefined
    const known = source.language === final.language ? words : words.filter((word) => matterOfWord(word) !== undefined)
    const there = known.filter((word) => placesOf(final, word).length > 0).length
    return known.length === 0 ? undefined : there / known.length
  })
  const lost = shares.indexOf(0)
  return lost >= 0 && shares.some((share) => share !== undefined && share > 0) ? parts[lost] : undefined
}
const MOST_PARTS = 8

/** Where a question of its own begins: a word that asks, or a verb before its subject behind an "and" or a comma. */
function partsOf({ tokens }: Reading, { from, to }: Found<string>): number[] {
  const starts = [from]
  for (let i = from + 1; i < to; i++) {
    const before = tokens[i - 1]?.word ?? ''
    const joined = /^(?:and|и|или|or|а|,|;)$/.test(before) || tokens[i - 1]?.text === ','
    if (
      joined &&
      (ASKS.test(tokens[i]?.word ?? '') ||
        tokens[i + 1]?.word === 'ли' ||
        ASKS_IN.test(`${tokens[i]?.word} ${tokens[i + 1]?.word}`))
    )
      starts.push(i)
  }
  return starts
}
const ASKS =
  /^(?:who|whose|what|when|where|why|how|which|do|does|did|is|are|was|will|can|could|should|have|has|кто|кого|кому|что|чего|когда|где|куда|откуда|почему|зачем|сколько|как|какой|какая|какое|какие|каких|какого|чей|можно|нужн\p{L}*|есть)$/u
/** "И в каких городах". */
const ASKS_IN = /^(?:в|на|с|из|к|до|по|от|for|in|at|by|to|from) (?:как\p{L}+|котор\p{L}+|ч\p{L}м|что|which|what|whom)$/u
