/**
 * Who says no to what. A "no" of the source must have a partner in the final: the same word denied, or another way to say
 * no. Where the denied word stands in the final and nothing near it says no, the meaning has turned.
 */
import type { Difference } from '../compare.ts'
import type { Fact } from '../facts/fact.ts'
import { matterOfWord } from '../lexicon/concepts.ts'
import { kindred } from '../text/stem.ts'
import type { Denial } from './denials.ts'
import type { Reading } from './reading.ts'

/** Beyond this many, which no message has, only their number is compared. */
const MOST = 60

export function compareDenials(source: Reading, final: Reading): Difference[] {
  const from = source.denials.plain
  const to = final.denials.plain
  const differences: Difference[] = []
  const left = new Set(from)
  const right = new Set(to)
  if (from.length <= MOST && to.length <= MOST) {
    pairUp(left, right)
    // A "no" that has gone from one word to another: both words stand in the other text, and each is denied in one only.
    const moved =
      [...left].some((denial) => turnedIn(denial, source, final, NOWHERE)) &&
      [...right].some((denial) => turnedIn(denial, final, source, NOWHERE))
    const open = moved
      ? ([NOWHERE, NOWHERE] as const)
      : ([sentencesOf(right, final), sentencesOf(left, source)] as const)
    // With as many left on the other side, one of those may be its partner in other words.
    const trusted = left.size > right.size || moved
    for (const denial of [...left]) {
      const turned = trusted ? turnedIn(denial, source, final, open[0]) : undefined
      if (turned === undefined) continue
      left.delete(denial)
      differences.push({
        severity: 'block',
        kind: 'negation',
        change: 'changed',
        source: span(denial, source),
        final: turned,
      })
    }
    const back = right.size > left.size || differences.length > 0
    for (const denial of [...right]) {
      const turned = back ? turnedIn(denial, final, source, open[1]) : undefined
      if (turned === undefined) continue
      right.delete(denial)
      if (differences.length > 0) continue
      differences.push({
        severity: 'block',
        kind: 'negation',
        change: 'changed',
        source: turned,
        final: span(denial, final),
      })
    }
  }
  const lost = beyond(left, right.size + surplus(final.denials.weak, source.denials.weak))
  const gained = beyond(right, left.size + surplus(source.denials.weak, final.denials.weak))
  const across = source.language !== final.language
  // Across languages, of several that say no nobody can tell which of them is which.
  const missing = across && to.length > 0 ? 'warn' : 'block'
  // Of one language, a "no" to a word that the source does not have is more often other words for the same than a new "no".
  const added = across && from.length === 0 ? 'block' : 'warn'
  for (const denial of lost)
    differences.push({
      severity: missing === 'block' && stands(denial, source, final) ? 'block' : 'warn',
      kind: 'negation',
      change: 'missing',
      source: span(denial, source),
    })
  for (const denial of gained)
    differences.push({ severity: added, kind: 'negation', change: 'added', final: span(denial, final) })
  return differences
}

/** Those that nothing of the other text accounts for. */
function beyond(denials: ReadonlySet<Denial>, accounted: number): Denial[] {
  const firm = firmly(denials)
  return firm.slice(0, Math.max(0, firm.length - accounted))
}

function sentencesOf(denials: ReadonlySet<Denial>, { clauses }: Reading): ReadonlySet<number> {
  return new Set([...denials].map(({ clause }) => clauses[clause]?.sentence ?? 0))
}

const NOWHERE: ReadonlySet<number> = new Set()

function firmly(denials: ReadonlySet<Denial>): Denial[] {
  return [...denials].filter(({ optional }) => !optional)
}

/** Those that deny the same word, nearest kin first. */
function pairUp(left: Set<Denial>, right: Set<Denial>): void {
  for (const depth of [1, 2]) {
    for (const a of [...left]) {
      for (const b of right) {
        const kin = a.scope.slice(0, depth).some((x) => b.scope.slice(0, depth).some((y) => alike(x, y)))
        if (!kin) continue
        left.delete(a)
        right.delete(b)
        break
      }
    }
  }
}

/** Of one word, or of one matter. */
function alike(a: string, b: string): boolean {
  const matter = matterOfWord(a)
  return kindred(a, b) || (matter !== undefined && matter === matterOfWord(b))
}

/** Where the other text has the denied word in a clause in which nothing says no; only for what is not said plainly here too. */
function turnedIn(denial: Denial, own: Reading, other: Reading, open: ReadonlySet<number>): Fact | undefined {
  // Across languages a word is found again by its matter, where that is known.
  const head = own.language === other.language ? denial.scope[0] : matterOfWord(denial.scope[0] ?? '')
  if (head === undefined || denial.optional || denial.contrast) return undefined
  if (own.places.kinOf(head).some((index) => !own.denials.clauses.has(index))) return undefined
  const places = other.places.kinOf(head)
  const known = new Set(own.denials.weak)
  if (places.length === 0 || places.some((index) => deniedIn(other, index, known, open))) return undefined
  const place = places.find((index) => together(own.matter[denial.clause] ?? [], other, index))
  const clause = place === undefined ? undefined : other.clauses[place]
  return clause && { kind: 'negation', value: `+${head}`, from: clause.from, to: clause.to }
}

/** Sets something apart from all the rest: what is left out is seen nowhere else. */
const EXCEPT = /^(?:кроме|исключением|исключая|без|except|excluding|apart|without|everything|all)$/

/**
 * Whether what was said with the "no" is still said, and without it: with an exception gone, or where a clause of the final
 * has the same words and no other way to say no. Otherwise it is said in words of its own, and a person must look.
 */
function stands(denial: Denial, source: Reading, final: Reading): boolean {
  const words = source.matter[denial.clause] ?? []
  if (source.language !== final.language || EXCEPT.test(source.tokens[denial.at]?.word ?? '')) return true
  const known = new Set(source.denials.weak)
  const kin = words.map((word) => new Set(final.places.kinOf(word)))
  const places = new Set(kin.flatMap((found) => [...found]))
  return [...places].some(
    (index) => !deniedIn(final, index, known, NOWHERE) && kin.filter((found) => found.has(index)).length >= 2,
  )
}

/** The denied word alone may stand anywhere; with another word of its clause it is the same statement. */
function together(words: readonly string[], other: Reading, clause: number): boolean {
  if (words.length <= 2) return true
  const found = words.filter(
    (word) =>
      other.places.kinOf(word).includes(clause) || other.places.kinOf(matterOfWord(word) ?? '').includes(clause),
  )
  return found.length >= 2
}

/** In this clause or the next of its sentence, plainly or in words that the other text does not have. */
function deniedIn(
  { clauses, denials }: Reading,
  index: number,
  known: ReadonlySet<string>,
  open: ReadonlySet<number>,
): boolean {
  const sentence = clauses[index]?.sentence ?? 0
  if (denials.clauses.has(index) || open.has(sentence)) return true
  const near = clauses[index + 1]?.sentence === sentence ? [index, index + 1] : [index]
  return near.some((clause) => denials.likeNo.get(clause)?.some((like) => !known.has(like)))
}

/** How many words of `of` there are beyond those of `over`. */
function surplus(of: readonly string[], over: readonly string[]): number {
  const rest = new Map<string, number>()
  for (const word of over) rest.set(word, (rest.get(word) ?? 0) + 1)
  let count = 0
  for (const word of of) {
    const left = rest.get(word) ?? 0
    if (left === 0) count++
    else rest.set(word, left - 1)
  }
  return count
}

/** The "no" and what it denies, to be shown. */
function span(denial: Denial, reading: Reading): Fact {
  const clause = reading.clauses[denial.clause]
  const last = Math.min(clause?.to ?? denial.at + 1, denial.at + 5)
  const from = last - denial.at < 3 ? Math.max(clause?.from ?? 0, denial.at - 3) : denial.at
  return { kind: 'negation', value: `-${denial.scope[0] ?? ''}`, from, to: last }
}
