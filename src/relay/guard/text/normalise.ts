import { oneAlphabet } from './alphabets.ts'

/** A text with its spellings made one, and for each of its characters the place it came from. */
export type Normalised = { readonly text: string; readonly original: string; readonly at: Uint32Array }

const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D'
const SPACES = '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t'
const QUOTES = '«»“”„‟″'
const APOSTROPHES = '\u2019\u2018\u02BC\u2032`'
/** Nothing is seen of them: soft hyphen, zero-width characters, direction marks, variation selectors. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE0E]|[\uFE0F]/

const ONE_FOR_ONE = new Map<string, string>([
  ...[...DASHES].map((char) => [char, '-'] as const),
  ...[...SPACES].map((char) => [char, ' '] as const),
  ...[...QUOTES].map((char) => [char, '"'] as const),
  ...[...APOSTROPHES].map((char) => [char, "'"] as const),
  ['ё', 'е'],
  ['Ё', 'Е'],
  ['\r', '\n'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
])

/** Spaces, dashes, quotes and full-width signs become plain ones, ё becomes е, invisible characters go. */
export function normalise(original: string): Normalised {
  const at = new Uint32Array(original.length + 1)
  let text = ''
  // Where what is not yet in `text` begins: most characters stay as they are, and whole stretches of them are taken at once.
  let start = 0
  for (let i = 0; i < original.length; i++) {
    const code = original.charCodeAt(i)
    if (isPlain(code)) {
      at[text.length + i - start] = i
      continue
    }
    text += original.slice(start, i)
    start = i + 1
    const char = original.charAt(i)
    if (code > 0x7f && INVISIBLE.test(char)) continue
    // Some keyboards and macOS write й and ё as two characters.
    if (code === 0x0306 && /[иИ]$/.test(text.slice(-1))) {
      text = text.slice(0, -1) + (text.endsWith('И') ? 'Й' : 'й')
      continue
    }
    // The sign of stress: бо́льшая.
    if (code === 0x0301) continue
    if (code === 0x0308 && /[еЕ]$/.test(text.slice(-1))) continue
    at[text.length] = i
    text += ONE_FOR_ONE.get(char) ?? fullWidth(code) ?? char
  }
  text = oneAlphabet(text + original.slice(start))
  at[text.length] = original.length
  return { text, original, at: at.subarray(0, text.length + 1) }
}

/** Visible ASCII but for the accent that stands for an apostrophe, and Russian letters but for ё. */
function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f && code !== 0x60) || code === 0x0a || (code >= 0x410 && code <= 0x44f)
}

/** Full-width forms of ASCII, U+FF01 to U+FF5E. */
function fullWidth(code: number): string | undefined {
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined
}
