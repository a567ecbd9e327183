/** Tables of words and phrases that stand for one meaning, and how they are found in a text. */
import type { Token } from '../text/tokens.ts'

type Opening<V> = readonly { readonly words: readonly string[]; readonly value: V }[]

/** All that there are, and those that have something for a word, or for the beginning of one. */
const TABLES: Phrases<unknown>[] = []
const OF_WORD = new Map<string, Set<Phrases<unknown>>>()
const OF_START = new Map<string, Set<Phrases<unknown>>>()

/** `word`, `word_of_phrase`, `stem*`. The longest phrase that fits is taken, of stems the longest stem. */
export class Phrases<V> {
  /** Where each word keeps what this table says of it. */
  readonly place = TABLES.push(this) - 1
  private readonly exact = new Map<string, { readonly words: readonly string[]; readonly value: V }[]>()
  private readonly starts = new Map<string, { readonly words: readonly string[]; readonly value: V }[]>()

  constructor(entries: Iterable<readonly [string, V]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.split('_')
      const first = words[0] ?? ''
      const [index, key] = first.endsWith('*') ? [this.starts, first.slice(0, KEY)] : [this.exact, first]
      const list = index.get(key) ?? []
      list.push({ words, value })
      list.sort((a, b) => b.words.length - a.words.length || (b.words[0]?.length ?? 0) - (a.words[0]?.length ?? 0))
      index.set(key, list)
      const known = index === this.exact ? OF_WORD : OF_START
      known.set(key, (known.get(key) ?? new Set()).add(this))
    }
  }

  /** Whether a phrase may begin with this word. */
  mayOpen(word: string): boolean {
    return this.exact.has(word) || (this.starts.size > 0 && this.starts.has(word.slice(0, KEY)))
  }

  at(tokens: readonly Token[], i: number): { value: V; to: number } | undefined {
    const token = tokens[i]
    if (token?.kind !== 'word' && token?.kind !== 'number') return undefined
    const opening = (token.answers[this.place] ?? answered(token)[this.place]) as Opening<V>
    if (opening === NONE) return undefined
    for (const { words, value } of opening) {
      if (rest(words, tokens, i)) return { value, to: i + words.length }
    }
    return undefined
  }

  /** Phrases that a word opens, those of whole words first. */
  opening(word: string): Opening<V> {
    const starts = this.starts.get(word.slice(0, KEY)) ?? []
    const found = [...(this.exact.get(word) ?? []), ...starts.filter(({ words }) => fits(words[0] ?? '', word))]
    return found.length === 0 ? NONE : found
  }
}
const NONE: readonly never[] = []

/** What all tables say of a word, found at once: nearly all are asked about each, and few have anything. */
function answered({ word, answers }: Token): readonly unknown[] {
  for (let place = answers.length; place < TABLES.length; place++) answers.push(NONE)
  for (const known of [OF_WORD.get(word), OF_START.get(word.slice(0, KEY))])
    for (const table of known ?? NONE) answers[table.place] = table.opening(word)
  return answers
}

/** Stems are looked up by their first letters; none is shorter. */
const KEY = 3

/** Whether the words behind the first one stand there. */
function rest(words: readonly string[], tokens: readonly Token[], i: number): boolean {
  for (let k = 1; k < words.length; k++) if (!fits(words[k] as string, tokens[i + k]?.word)) return false
  return true
}

function fits(entry: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return entry.endsWith('*') ? word.startsWith(entry.slice(0, -1)) : word === entry
}

/** Tables of several languages in one: value -> words, parted by spaces. */
export function phrases<V extends string>(...tables: readonly Readonly<Record<V, string>>[]): Phrases<V> {
  const entries: [string, V][] = []
  for (const table of tables) {
    for (const value of Object.keys(table) as V[]) {
      for (const phrase of table[value].split(/\s+/)) if (phrase !== '') entries.push([phrase, value])
    }
  }
  return new Phrases(entries)
}
