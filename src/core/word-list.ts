/**
 * Lists of words as one reads and writes them: `word`, `stem*`, `*ending`, `phrase_of_words`, with spaces between; in lower
 * case, ё as е.
 */

/** Where one of the listed forms stands in a text of words with single spaces. `g`: for use with replaceAll and matchAll. */
export function patternOf(list: string): RegExp {
  const forms = list
    .trim()
    .split(/\s+/)
    .map((form) => form.replaceAll('_', ' ').replaceAll('*', '\\p{L}*'))
  return new RegExp(`(?:^|(?<= ))(?:${forms.join('|')})(?= |$)`, 'gu')
}

/** Whether one of the listed words or phrases stands in a text of words with single spaces. */
export function matcher(list: string): (words: string) => boolean {
  const pattern = new RegExp(patternOf(list).source, 'u')
  return (words) => pattern.test(words)
}
