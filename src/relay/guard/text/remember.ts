/**
 * About as many words as an agency uses, for those of one message come again in the next; what is kept stays some tens of
 * megabytes whatever is asked.
 */
const MOST = 16_384
const LONGEST = 40

/** An answer that is `undefined`: kept under another name, for a lookup shall tell it from what is not known. */
const NOTHING = Symbol('nothing')

/** `make` with its answers for words kept, for a text asks for each of its words many times. `make` must be pure. */
export function remembered<V>(make: (word: string) => V): (word: string) => V {
  const known = new Map<string, V | typeof NOTHING>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return (found === NOTHING ? undefined : found) as V
    const made = make(word)
    if (word.length > LONGEST) return made
    if (known.size >= MOST) known.clear()
    known.set(word, made === undefined ? NOTHING : made)
    return made
  }
}

/** Equal words as one string in memory: what is looked up by them is then found without comparing letters. */
export const oneString = remembered((word) => word)

/** `make` of one object, such as a text that was read, only once for as long as that lives. `make` must be pure. */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly made: V }>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.made
    const made = make(key)
    known.set(key, { made })
    return made
  }
}
