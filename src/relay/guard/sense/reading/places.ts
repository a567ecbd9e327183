/** Where a text speaks of a thing. */
import { matterOfWord } from '../../lexicon/concepts.ts'
import { overlap } from './alike.ts'
import type { Reading } from './reading.ts'

/** Sentences that are looked at; no message has more. */
const MOST = 60
const MOST_WORDS = 24

/** The clauses that hold the stem or another word of its matter. */
export function placesOf({ places }: Reading, stem: string): number[] {
  const matter = matterOfWord(stem)
  return [...new Set([...places.kinOf(stem), ...(matter === undefined ? [] : places.kinOf(matter))])]
}

/** What carries the matter in the sentence that `clause` is of. */
export function sentenceMatter(reading: Reading, clause: number): readonly string[] {
  const sentence = reading.clauses[clause]?.sentence
  if (sentence === undefined) return []
  const sentences = sentencesOf.get(reading) ?? new Map<number, readonly string[]>()
  sentencesOf.set(reading, sentences)
  const found = sentences.get(sentence) ?? readSentence(reading, clause)
  sentences.set(sentence, found)
  return found
}
const sentencesOf = new WeakMap<Reading, Map<number, readonly string[]>>()

function readSentence({ clauses, matter }: Reading, clause: number): readonly string[] {
  const sentence = clauses[clause]?.sentence
  const words: string[] = []
  let first = clause
  while (clauses[first - 1]?.sentence === sentence) first--
  for (let k = first; clauses[k]?.sentence === sentence && words.length < MOST_WORDS; k++) {
    words.push(...(matter[k] ?? []))
  }
  return words
}

/** The sentence of the other text that has most in common with that of `clause`, if any has something, and how much. */
export function bestSentence(own: Reading, clause: number, other: Reading): Best | undefined {
  const sentence = own.clauses[clause]?.sentence ?? -1
  const known = BEST.get(own)
  const bests = known?.other === other ? known.bests : new Map<number, Best | undefined>()
  if (known?.other !== other) BEST.set(own, { other, bests })
  if (!bests.has(sentence)) bests.set(sentence, findBest(own, clause, other))
  return bests.get(sentence)
}
type Best = { readonly sentence: number; readonly score: number }
/** A text is held against one other, and several rules ask for the same sentence. */
const BEST = new WeakMap<Reading, { readonly other: Reading; readonly bests: Map<number, Best | undefined> }>()

function findBest(own: Reading, clause: number, other: Reading): Best | undefined {
  const words = sentenceMatter(own, clause)
  let best: Best | undefined
  let last = -1
  for (const [index, { sentence }] of other.clauses.entries()) {
    if (sentence === last) continue
    if (sentence > MOST) break
    last = sentence
    const score = overlap(words, sentenceMatter(other, index))
    if (score > (best?.score ?? 0)) best = { sentence, score }
  }
  return best
}
