/** More words than a pair of long messages has; what is kept stays small whatever is asked. */
const MOST = 4_096
const LONGEST = 40

/** `make` with its answers for words kept, for a text asks for each of its words many times. `make` must be pure. */
export function remembered<V>(make: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined || known.has(word)) return found as V
    const made = make(word)
    if (word.length > LONGEST) return made
    if (known.size >= MOST) known.clear()
    known.set(word, made)
    return made
  }
}
