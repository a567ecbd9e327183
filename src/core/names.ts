/** Controls, line breaks, and what turns around the order of all that follows it; no mark that a letter or an emoji needs. */
const BREAKING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * A name that somebody has given to themselves or to a chat, as it can stand in a line with other words: people may choose one
 * that turns around whatever is written behind it.
 */
export function inLine(name: string): string {
  return name.replaceAll(BREAKING, '')
}
