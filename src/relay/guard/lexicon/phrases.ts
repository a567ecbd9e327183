/** Tables of words and phrases that stand for one meaning, and how they are found in a text. */
import type { Token } from '../text/tokens.ts'

/** `word`, `word_of_phrase`, `stem*`. The longest phrase that fits is taken, of stems the longest stem. */
export class Phrases<V> {
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
    }
  }

  /** Whether a phrase may begin with this word. */
  mayOpen(word: string): boolean {
    return this.exact.has(word) || (this.starts.size > 0 && this.starts.has(word.slice(0, KEY)))
  }

  at(tokens: readonly Token[], i: number): { value: V; to: number } | undefined {
    const token = tokens[i]
    if (token?.kind !== 'word' && token?.kind !== 'number') return undefined
    const exact = this.exact.get(token.word)
    const found = exact && phraseIn(exact, tokens, i)
    if (found || this.starts.size === 0) return found
    const starts = this.starts.get(token.word.slice(0, KEY))
    return starts && phraseIn(starts, tokens, i)
  }
}

/** Stems are looked up by their first letters; none is shorter. */
const KEY = 3

function phraseIn<V>(
  list: readonly { readonly words: readonly string[]; readonly value: V }[],
  tokens: readonly Token[],
  i: number,
): { value: V; to: number } | undefined {
  for (const { words, value } of list) {
    if (words.every((word, k) => fits(word, tokens[i + k]))) return { value, to: i + words.length }
  }
  return undefined
}

function fits(word: string, token: Token | undefined): boolean {
  if (token === undefined) return false
  return word.endsWith('*') ? token.word.startsWith(word.slice(0, -1)) : token.word === word
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
