/** Words come again and again; what is made of one is kept, for so many of them. */
const MOST = 10_000

/** The same as `read`, which must depend on the word alone. */
export function remembered<V>(read: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>()
  return (word) => {
    const made = known.get(word)
    if (made !== undefined || known.has(word)) return made as V
    if (known.size >= MOST) known.clear()
    const value = read(word)
    known.set(word, value)
    return value
  }
}
