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
  const others = firstOf(b)
  return firstOf(a).reduce((count, word) => (hasLike(word, others) ? count + 1 : count), 0)
}

/** `alike` of a word with each of these. Of all in the guard this is called most: what it needs is known of each word. */
function hasLike(word: Known, others: readonly Known[]): boolean {
  for (const other of others) if (areAlike(word, other)) return true
  return false
}

function areAlike(a: Known, b: Known): boolean {
  if (a.stem === b.stem || (a.matter !== undefined && a.matter === b.matter)) return true
  if (a.start === b.start && kindred(a.stem, b.stem)) return true
  return a.isCyrillic !== b.isCyrillic && a.bones.length > 2 && a.bones === b.bones
}

type Known = {
  readonly stem: string
  readonly matter: string | undefined
  /** Its first four letters, without which no two are kin. */
  readonly start: string
  readonly isCyrillic: boolean
  /** Its consonants in Latin letters, where it is long enough to be a name. */
  readonly bones: string
}

const known = remembered(
  (stem): Known => ({
    stem,
    matter: matterOfWord(stem),
    start: oneString(stem.slice(0, 4)),
    isCyrillic: isCyrillic(stem),
    bones: stem.length < NAME ? '' : oneString(skeleton(stem)),
  }),
)

/** The same clause is compared many times. */
const ofClause = new WeakMap<readonly string[], readonly Known[]>()

function firstOf(stems: readonly string[]): readonly Known[] {
  const found = ofClause.get(stems)
  if (found !== undefined) return found
  const made = stems.slice(0, MOST_WORDS).map(known)
  ofClause.set(stems, made)
  return made
}

const NAME = 4

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code < 0x500
}
