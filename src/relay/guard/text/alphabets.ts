/**
 * Words typed in two alphabets at once: `нe` with a Latin e, `HДC`. Each becomes a word of the alphabet that it is of by the
 * letters that have no double in the other one. Addresses keep theirs: there it is another address.
 */
const LATIN = 'aceopxykmABCEHKMOPTXYb'
const CYRILLIC = 'асеорхукмАВСЕНКМОРТХУЬ'
const TO_CYRILLIC = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC.charAt(i)]))
const TO_LATIN = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN.charAt(i)]))

const WORDS = /[A-Za-z\u0400-\u04FF]+/g
const MIXED = /[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]/
/** A preposition of one letter between Cyrillic words or before digits. */
const ALONE = /(^|[\u0400-\u04FF][ ,.;:]{1,2}|\n)([coykaCOYKA])(?= {1,2}(?:[\u0400-\u04FF]|\d))/g
/** Nothing else in a text is both. */
const BOTH = /[\u0400-\u04FF]/

/** One character for one: places stay what they were. */
export function oneAlphabet(text: string): string {
  if (!BOTH.test(text) || !/[A-Za-z]/.test(text)) return text
  const made = MIXED.test(text)
    ? text.replace(/[^\s]+/g, (stretch) =>
        ADDRESS.test(stretch) || !MIXED.test(stretch) ? stretch : stretch.replace(WORDS, oneWord),
      )
    : text
  return made.replace(ALONE, (_, before: string, letter: string) => before + (TO_CYRILLIC.get(letter) ?? letter))
}
const ADDRESS = /[@/\\_]|\w\.\w/

function oneWord(word: string): string {
  if (!MIXED.test(word)) return word
  return all(word, TO_CYRILLIC, /[\u0400-\u04FF]/) ?? all(word, TO_LATIN, /[A-Za-z]/) ?? word
}

/** Every letter that is not `own` has its double. */
function all(word: string, doubles: ReadonlyMap<string, string>, own: RegExp): string | undefined {
  let made = ''
  for (const letter of word) {
    const double = own.test(letter) ? letter : doubles.get(letter)
    if (double === undefined) return undefined
    made += double
  }
  return made
}
