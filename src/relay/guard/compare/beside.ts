/** What a figure is about: the words that stand with it between two commas, or two "and"s. */
import type { Fact } from '../facts/fact.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'
import { alike } from '../sense/reading/alike.ts'
import type { Reading } from '../sense/reading/reading.ts'
import { onceFor } from '../text/remember.ts'
import { stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'

export type Figure = {
  readonly fact: Fact
  /** Figures of one group may change places: numbers, days, hours, rates, files and addresses. */
  readonly group: 'number' | 'day' | 'hour' | 'rate' | 'name'
  /** Equal for the same figure. */
  readonly key: string
  /** Stems. */
  readonly beside: readonly string[]
  /** The word right behind it, which it counts. */
  readonly noun: string | undefined
  readonly sentence: number
}

/** More figures than this no message has; a list of prices is a file. */
export const MOST = 24
/** So many words on either side. */
const REACH = 5
const DELIMITERS = /^[,;.!?()\n/|•]$/
const CONJUNCTIONS = new Set('и а но или плюс and but while plus or'.split(' '))

/** None where there are too many to be told apart. Several rules ask for the same text. */
export const figuresOf = onceFor(readFigures)

function readFigures({ tokens, facts, clauses }: Reading): readonly Figure[] {
  const own = facts.filter((fact) => groupOf(fact) !== undefined && !fact.quiet)
  if (own.length > MOST) return []
  return own.map((fact, i) => {
    // What is paid for stands beside the price.
    const past = (other: Fact | undefined) =>
      other !== undefined && (fact.rate !== undefined || other.rate === undefined)
    const before = own.slice(0, i).findLast(past)?.to ?? 0
    const after = own.slice(i + 1).find(past)?.from ?? tokens.length
    let start = fact.from
    while (start > Math.max(before, fact.from - REACH) && !delimits(tokens[start - 1], tokens[start])) start--
    let end = fact.to
    while (end < Math.min(after, fact.to + REACH) && !delimits(tokens[end], tokens[end])) end++
    const behind = matter(tokens, fact.to, end)
    // What stands between two figures with nothing to part them belongs to the first.
    const ahead = start === before && start > 0 && behind.length > 0 ? [] : matter(tokens, start, fact.from)
    return {
      fact,
      group: groupOf(fact) ?? 'number',
      key: fact.numeric ? String(fact.numeric.raw) : fact.value,
      beside: [...ahead, ...behind],
      noun: end > fact.to ? matter(tokens, fact.to, fact.to + 1)[0] : undefined,
      sentence: clauses.find(({ to }) => fact.from < to)?.sentence ?? 0,
    }
  })
}

function groupOf({ kind, numeric, optional, rate, day }: Fact): Figure['group'] | undefined {
  if (rate !== undefined) return 'rate'
  if (kind === 'time') return numeric ? 'hour' : undefined
  if (kind === 'file' || kind === 'link' || kind === 'email' || kind === 'phone') return 'name'
  if (kind === 'date' || day) return 'day'
  return numeric !== undefined && kind !== 'range' && (!optional || numeric.raw === 1) ? 'number' : undefined
}

/** `next`: a mark that begins a line ends what was before it. */
function delimits(token: Token | undefined, next: Token | undefined): boolean {
  return token === undefined || next?.newLine === true || DELIMITERS.test(token.text) || CONJUNCTIONS.has(token.word)
}

/** They carry no matter elsewhere. */
const KEPT = new Set('после before after перед потом сразу'.split(' '))

function matter(tokens: readonly Token[], from: number, to: number): string[] {
  const stems: string[] = []
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.kind !== 'word' || token.word.length < 2 || (STOP_WORDS.has(token.word) && !KEPT.has(token.word)))
      continue
    stems.push(stem(token.word))
  }
  return stems
}

/** How many words of the one stand beside the other as well. */
export function like(a: Figure, b: Figure): number {
  return a.beside.filter((word) => b.beside.some((other) => one(word, other))).length
}

export function one(a: string, b: string): boolean {
  return a === b || (a.length > 2 && b.length > 2 && alike(a, b))
}
