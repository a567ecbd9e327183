/** When two words of two texts may be one: of one root, of one matter in two languages, or one name in two scripts. */
import { matterOfWord } from '../../lexicon/concepts.ts'
import { skeleton } from '../../text/latin.ts'
import { oneString, remembered } from '../../text/remember.ts'
import { kindred } from '../../text/stem.ts'

/** Stems, as `matterOf` gives them. */
export function alike(a: string, b: string): boolean {
  return areAlike(known(a), known(b))
}

/** Words a comparison looks at: longer clauses are no clauses. */
const MOST_WORDS = 24

/** How many of the first words have their like among the second ones. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const own = knownOf(a)
  const others = knownOf(b)
  const most = Math.min(own.length, MOST_WORDS)
  let count = 0
  for (let i = 0; i < most; i++) if (hasLike(own[i] as Known, others, MOST_WORDS)) count++
  return count
}

/** Of two lists of stems the places of those that are alike, one pair at a time. */
export function areAlikeAt(a: readonly string[], i: number, b: readonly string[], k: number): boolean {
  const [one, other] = [knownOf(a)[i], knownOf(b)[k]]
  return one !== undefined && other !== undefined && areAlike(one, other)
}

/** Whether at least so many of the first words have their like among the second ones: `overlap`, which stops when it knows. */
export function overlapsBy(least: number, a: readonly string[], b: readonly string[]): boolean {
  const own = knownOf(a)
  const others = knownOf(b)
  const most = Math.min(own.length, MOST_WORDS)
  let count = 0
  for (let i = 0; count < least && count + most - i >= least && i < most; i++)
    if (hasLike(own[i] as Known, others, MOST_WORDS)) count++
  return count >= least
}

/** Whether the word is alike to any of these, however many they are. */
export function isAmong(word: string, others: readonly string[]): boolean {
  return hasLike(known(word), knownOf(others), others.length)
}

/** `alike` of a word with the first of these. Of all in the guard this is called most: what it needs is known of each word. */
function hasLike(word: Known, others: readonly Known[], most: number): boolean {
  const end = Math.min(most, others.length)
  for (let i = 0; i < end; i++) if (areAlike(word, others[i] as Known)) return true
  return false
}

function areAlike(a: Known, b: Known): boolean {
  if ((a.low & b.low) === 0 && (a.high & b.high) === 0) return false
  if (a.stem === b.stem || (a.matter !== undefined && a.matter === b.matter)) return true
  if (a.start === b.start && kindred(a.stem, b.stem)) return true
  return a.isCyrillic !== b.isCyrillic && a.bones.length > 2 && a.bones === b.bones
}

export type Known = {
  /** One bit of 64 for each thing that it may be like another word by: with none in common two words are not alike. */
  readonly low: number
  readonly high: number
  readonly stem: string
  readonly matter: string | undefined
  /** Its first four letters, without which no two are kin. */
  readonly start: string
  readonly isCyrillic: boolean
  /** Its consonants in Latin letters, where it is long enough to be a name. */
  readonly bones: string
}

/** What there is to know of a stem. */
export const known = remembered((stem): Known => {
  const matter = matterOfWord(stem)
  const start = oneString(stem.slice(0, 4))
  const bones = stem.length < NAME ? '' : oneString(skeleton(stem))
  // Words of one stem begin alike.
  let [low, high] = [0, 0]
  for (const text of [start, matter, bones === '' ? undefined : bones]) {
    if (text === undefined) continue
    const bit = bitOf(text)
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return { low, high, stem, matter, start, isCyrillic: isCyrillic(stem), bones }
})

/** One of 64, the same for equal texts. */
function bitOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 26
}

/** The same clause is compared many times: what is known of its words is kept with it. */
const KNOWN = Symbol('known')
type Clause = readonly string[] & { [KNOWN]?: readonly Known[] }

export function knownOf(stems: Clause): readonly Known[] {
  const found = stems[KNOWN]
  if (found !== undefined) return found
  const made = stems.map(known)
  stems[KNOWN] = made
  return made
}

/** The stems of these, which need not be looked up again. */
export function stemsOf(words: readonly Known[]): readonly string[] {
  const stems: Clause = words.map(({ stem }) => stem)
  stems[KNOWN] = words
  return stems
}

const NAME = 4

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code < 0x500
}
