/** When two words of two texts may be one: of one root, of one matter in two languages, or one name in two scripts. */
import { matterOfWord } from '../../lexicon/concepts.ts'
import { skeleton } from '../../text/latin.ts'
import { remembered } from '../../text/remember.ts'
import { kindred } from '../../text/stem.ts'

/** Stems, as `matterOf` gives them. */
export function alike(a: string, b: string): boolean {
  if (kindred(a, b)) return true
  const matter = matterOfWord(a)
  return (matter !== undefined && matter === matterOfWord(b)) || oneName(a, b)
}

/** Words a comparison looks at: longer clauses are no clauses. */
const MOST_WORDS = 24

/** How many of the first words have their like among the second ones. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const others = b.slice(0, MOST_WORDS)
  return a.slice(0, MOST_WORDS).filter((word) => others.includes(word) || others.some((other) => alike(word, other)))
    .length
}

function oneName(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || isCyrillic(a) === isCyrillic(b)) return false
  const bones = bonesOf(a)
  return bones.length > 2 && bones === bonesOf(b)
}

const bonesOf = remembered(skeleton)

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code < 0x500
}
