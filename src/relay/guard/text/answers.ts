/** What is asked of every word of a text is answered once: the answer is kept with the word, in a place of its own. */
import type { Token } from './tokens.ts'

let places = 0

/** Where the words keep what one table or one question has to say of them. Taken while the modules load. */
export function newPlace(): number {
  return places++
}

/** An answer that is `undefined`, which is not the same as none yet. */
const NOTHING = Symbol('nothing')

/** `make` of the word of a token; it must be pure. By its place an answer is found at a fraction of what its spelling costs. */
export function ofWord<V>(make: (word: string) => V): (token: Token) => V {
  const place = newPlace()
  return ({ word, answers }) => {
    const found = answers[place]
    if (found !== undefined) return (found === NOTHING ? undefined : found) as V
    const made = make(word)
    answers[place] = made === undefined ? NOTHING : made
    return made
  }
}
