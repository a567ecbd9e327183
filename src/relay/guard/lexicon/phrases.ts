/** Tables of words and phrases that stand for one meaning, and how they are found in a text. */
import { newPlace } from '../text/answers.ts'
import type { Token } from '../text/tokens.ts'

type Entry<V> = {
  readonly words: readonly string[]
  /** What must stand behind the first word. */
  readonly rest: readonly { readonly text: string; readonly starts: boolean }[]
  readonly value: V
}
type Opening<V> = readonly Entry<V>[]

/** All that there are, and those that have something for a word, or for the beginning of one. */
const TABLES: Phrases<unknown>[] = []
const OF_WORD = new Map<string, Set<Phrases<unknown>>>()
const OF_START = new Map<string, Set<Phrases<unknown>>>()

/** `word`, `word_of_phrase`, `stem*`. The longest phrase that fits is taken, of stems the longest stem. */
export class Phrases<V> {
  /** Where each word keeps what this table says of it. */
  readonly place = newPlace()
  private readonly exact = new Map<string, Entry<V>[]>()
  private readonly starts = new Map<string, Entry<V>[]>()

  constructor(entries: Iterable<readonly [string, V]>) {
    TABLES.push(this)
    for (const [phrase, value] of entries) {
      const words = phrase.split('_')
      const first = words[0] ?? ''
      const [index, key] = first.endsWith('*') ? [this.starts, first.slice(0, KEY)] : [this.exact, first]
      const list = index.get(key) ?? []
      list.push({ words, rest: words.slice(1).map(entryWord), value })
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
    return opening === NONE ? undefined : longest(opening, tokens, i)
  }

  /** Phrases that a word opens, those of whole words first. */
  opening(word: string): Opening<V> {
    const starts = this.starts.get(word.slice(0, KEY)) ?? []
    const found = [
      ...(this.exact.get(word) ?? []),
      ...starts.filter(({ words }) => fits(entryWord(words[0] ?? ''), word)),
    ]
    return found.length === 0 ? NONE : found
  }
}
const NONE: readonly never[] = []

/** What all tables say of a word, found at once: nearly all are asked about each, and few have anything. */
function answered({ word, answers }: Token): readonly unknown[] {
  for (const { place } of TABLES) answers[place] = NONE
  for (const known of [OF_WORD.get(word), OF_START.get(word.slice(0, KEY))])
    for (const table of known ?? NONE) answers[table.place] = table.opening(word)
  return answers
}

function longest<V>(opening: Opening<V>, tokens: readonly Token[], i: number): { value: V; to: number } | undefined {
  for (const { rest, value } of opening)
    if (rest.length === 0 || follows(rest, tokens, i)) return { value, to: i + 1 + rest.length }
  return undefined
}

/** Stems are looked up by their first letters; none is shorter. */
const KEY = 3

function entryWord(entry: string): Entry<unknown>['rest'][number] {
  return entry.endsWith('*') ? { text: entry.slice(0, -1), starts: true } : { text: entry, starts: false }
}

/** Whether the words behind the first one stand there. */
function follows(rest: Entry<unknown>['rest'], tokens: readonly Token[], i: number): boolean {
  let at = i
  for (const entry of rest) {
    const word = tokens[++at]?.word
    if (word === undefined || !fits(entry, word)) return false
  }
  return true
}

function fits({ text, starts }: Entry<unknown>['rest'][number], word: string): boolean {
  return starts ? word.startsWith(text) : word === text
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
