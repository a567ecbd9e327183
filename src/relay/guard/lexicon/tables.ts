/** Shapes of the tables, the same for every language, and helpers to write them in few words. */

/**
 * one: below ten, and the teens · ten, hundred, scale: as in "two hundred five thousand" · ordinal: "third" · times: "twice"
 * · vague: "several" · both: two of two.
 */
export type NumberRole = 'one' | 'ten' | 'hundred' | 'scale' | 'ordinal' | 'times' | 'fraction' | 'vague' | 'both'
export type NumberWord = { readonly n: number; readonly role: NumberRole }

/** What a number counts. `size`: how many of `base` one unit is; units of one base can be held against each other. */
export type Unit = { readonly base: string; readonly size: number }

export type Currency = { readonly code: string; readonly scale: number }

/** One line a value: `value: form form form`. Forms of several words are joined by `_`. */
export function table<V>(lines: Readonly<Record<string, string>>, read: (key: string) => V): Map<string, V> {
  const made = new Map<string, V>()
  for (const [key, forms] of Object.entries(lines)) {
    const value = read(key)
    for (const form of forms.split(/\s+/)) made.set(form.replaceAll('_', ' '), value)
  }
  return made
}

/** Every stem with every ending; `-` is no ending. */
export function inflected(stems: string, endings: string): string {
  return stems
    .split(' ')
    .flatMap((stem) => endings.split(' ').map((ending) => (ending === '-' ? stem : stem + ending)))
    .join(' ')
}

/** `RUB 1000`: the currency, and how many of it the word stands for. */
export function readCurrency(key: string): Currency {
  const [code = '', scale = '1'] = key.split(' ')
  return { code, scale: Number(scale) }
}
