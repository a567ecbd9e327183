/** A text as a row of tokens, in one pass from left to right. */
import { normalise } from './normalise.ts'
import { oneString, remembered } from './remember.ts'
import { type Shape, type Stretch, shapeAt, stretchAt } from './shapes.ts'

export type Token = {
  readonly kind: 'word' | 'number' | 'shape' | 'mark'
  /** As normalised, in the case it was written. */
  readonly text: string
  /** In lower case. */
  readonly word: string
  /** What tables have said of this word, each in its place (lexicon/phrases.ts). */
  readonly answers: unknown[]
  /** Places in the original text. */
  readonly start: number
  readonly end: number
  /** Nothing stands between this token and the one before it. */
  readonly glued: boolean
  /** A line ends somewhere between this token and the one before it. */
  readonly newLine: boolean
  readonly value?: number | undefined
  readonly shape?: Shape | undefined
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/uy
/**
 * Groups of three by a space, a comma or an apostrophe; at most seven groups, which is more than any money. "27 404s" are so
 * many pages that were not found.
 */
const GROUPED = /\d{1,3}(?:(?: \d{3}){1,6}(?!s\b)|(?:,\d{3}){1,6}|(?:'\d{3}){1,6})(?!\d)(?:[.,]\d{1,4}(?!\d))?/y
/** 1.500,00: thousands and hundredths as most of Europe writes them. */
const EUROPEAN = /\d{1,3}(?:\.\d{3}){1,6},\d{2}(?!\d)/y
const DECIMAL = /\d+(?:[.,]\d+)?/y

export function tokenise(source: string): Token[] {
  const { text, original, at } = normalise(source)
  const tokens: Token[] = []
  let glued = false
  let newLine = true
  let stretch: Stretch | undefined
  let i = 0
  while (i < text.length) {
    const char = text.charAt(i)
    if (char === ' ' || char === '\n') {
      glued = false
      newLine ||= char === '\n'
      i++
      continue
    }
    if (stretch === undefined || i >= stretch.end) stretch = stretchAt(text, i)
    const found = read(text, i, glued, stretch)
    const end = i + found.text.length
    const word = wordOf(found.text)
    // What stands in the original up to the next visible character may hold invisible ones: they belong to nobody.
    const last = at[end - 1] ?? 0
    // Field by field: this is where most of the time goes, and a spread costs three times as much.
    tokens.push({
      kind: found.kind,
      text: found.text,
      value: found.value,
      shape: found.shape,
      word: word.word,
      answers: word.answers,
      start: at[i] ?? 0,
      end: Math.min(last + 1, original.length),
      glued,
      newLine,
    })
    glued = true
    newLine = false
    i = end
  }
  return tokens
}

const wordOf = remembered(
  (text): Pick<Token, 'word' | 'answers'> => ({ word: oneString(text.toLowerCase()), answers: [] }),
)

type Read = Pick<Token, 'kind' | 'text' | 'value' | 'shape'>

function read(text: string, i: number, glued: boolean, stretch: Stretch): Read {
  const first = text.charAt(i)
  const before = glued ? text.charAt(i - 1) : ''
  if (before === '' || !LETTER_OR_DIGIT.test(before)) {
    const shape = shapeAt(text, i, stretch)
    if (shape) return { kind: 'shape', text: shape.text, shape: shape.shape }
  }
  if (first >= '0' && first <= '9') return readNumber(text, i)
  const word = plainWord(text, i) ?? match(WORD, text, i)
  if (word !== undefined) return { kind: 'word', text: word }
  const point = text.codePointAt(i) ?? 0
  return { kind: 'mark', text: point > 0xffff ? text.slice(i, i + 2) : first }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** A word of Latin or Cyrillic letters only, which nearly all are: the pattern for all alphabets is ten times as slow. */
function plainWord(text: string, i: number): string | undefined {
  let end = i
  while (isPlainLetter(text.charCodeAt(end))) end++
  if (end === i) return undefined
  const next = text.charCodeAt(end)
  // An apostrophe, a combining mark or another alphabet: the pattern knows.
  return next === 39 || next > 0x7f ? undefined : text.slice(i, end)
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0x410 && code <= 0x44f)
}

function readNumber(text: string, i: number): Read {
  const grouped = match(GROUPED, text, i)
  if (grouped !== undefined && !grouped.startsWith('0')) {
    return { kind: 'number', text: grouped, value: groupedValue(grouped) }
  }
  const european = match(EUROPEAN, text, i)
  if (european !== undefined)
    return { kind: 'number', text: european, value: Number(european.replaceAll('.', '').replace(',', '.')) }
  const written = match(DECIMAL, text, i) ?? text.charAt(i)
  // 1.500 with exactly three digits is how some write thousands; nobody writes a price or a term with three decimals.
  const value = /^[1-9]\d{0,2}\.\d{3}$/.test(written)
    ? Number(written.replace('.', ''))
    : Number(written.replace(',', '.'))
  return { kind: 'number', text: written, value }
}

function groupedValue(written: string): number {
  const separator = /^\d{1,3}([ ,'])/.exec(written)?.[1] ?? ' '
  const joined = written.replaceAll(separator, '')
  return Number(joined.replace(',', '.'))
}

/** What the sticky `pattern` finds at exactly `i`. */
export function match(pattern: RegExp, text: string, i: number): string | undefined {
  pattern.lastIndex = i
  return pattern.exec(text)?.[0]
}
