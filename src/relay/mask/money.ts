/**
 * Hides amounts of money from a reader who is not to see them, and puts them back into what this reader writes. Only what is
 * shown is ever hidden: what is approved, hashed and sent has its amounts. A number too many is hidden rather than an amount
 * shown. Pure.
 */
import { preview, type RichText, toPlain, wordsIn } from '../../core/rich-text.ts'
import type { Fact } from '../guard/facts/fact.ts'
import { readFacts } from '../guard/facts/read.ts'
import { type Token, tokenise } from '../guard/text/tokens.ts'
import { type Replacement, rewrite, rewriteText } from './rewrite.ts'

const HIDDEN = '•••'
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `•••²` stands for the second amount of a message. */
function tokenOf(number: number): string {
  return `${HIDDEN}${[...String(number)].map((digit) => DIGITS.charAt(Number(digit))).join('')}`
}

export type HiddenAmounts = { readonly body: RichText; readonly amounts: readonly string[] }

/** A message with a numbered token in place of each amount, and the amounts in that order. */
export function hideAmounts(body: RichText): HiddenAmounts {
  const amounts: string[] = []
  const replacements = (text: string) =>
    moneyIn(text).map(({ start, end }): Replacement => {
      amounts.push(text.slice(start, end))
      return { start, end, by: tokenOf(amounts.length) }
    })
  return { body: rewrite(body, { replacements, inline: (inline) => inline }), amounts }
}

export type HiddenRewording = {
  readonly body: RichText
  /** It names amounts that stand nowhere in what was said. */
  readonly hasOthers: boolean
}

/**
 * A rewording of a message whose amounts these are: each has the number that it has there, because that is where it is found
 * again. One that the message does not have gets no number, so that nobody can write as if it could be put back.
 */
export function hideInRewording(body: RichText, amounts: readonly string[]): HiddenRewording {
  let hasOthers = false
  const replacements = (text: string) =>
    moneyIn(text).map(({ start, end }): Replacement => {
      const index = amounts.indexOf(text.slice(start, end))
      hasOthers ||= index === -1
      return { start, end, by: index === -1 ? HIDDEN : tokenOf(index + 1) }
    })
  const hidden = rewrite(body, { replacements, inline: (inline) => inline })
  return { body: hidden, hasOthers }
}

/** A number, with what is left of a word behind it, where a line was cut off: what it was of nobody can say. */
const CUT_OFF = /\d[\d\s.,]*\p{L}*…$/u

/** A line that nobody writes on. */
export function hideInLine(text: string): string {
  const hidden = rewriteText(text, { replacements: (all) => moneyIn(all).map((span) => ({ ...span, by: HIDDEN })) })
  return hidden.replace(CUT_OFF, `${HIDDEN}…`)
}

/** More than the words of one amount. */
const AN_AMOUNT = 80

/** The beginning of a text as `preview` shows it, never with a part of an amount: whoever hides amounts later would not know it for one. */
export function previewOf(body: RichText, length: number): string {
  const text = toPlain(body).replace(/\s+/g, ' ').trim()
  const end = length - 1
  const torn =
    text.length <= length ? undefined : moneyIn(text.slice(0, length + AN_AMOUNT)).find((span) => span.end > end)
  return preview(body, torn && torn.start < end ? torn.start + 1 : length)
}

export type Restored =
  | { readonly kind: 'restored'; readonly body: RichText }
  /** One of the amounts is no longer there · a token was changed, so that nobody knows which amount it is. */
  | { readonly kind: 'amount_lost' | 'amount_changed' }

/**
 * What was written with tokens, with the amounts back in their places. Every one that stood in the words must still be
 * there; those in the names of files stay with their files.
 */
export function restoreAmounts(body: RichText, hidden: HiddenAmounts): Restored {
  const restored = putBack(body, hidden.amounts)
  if (restored.kind !== 'restored') return restored
  const used = new Set(tokensIn(toPlain(body)).map(({ number }) => number))
  const needed = tokensIn(toPlain(wordsIn(hidden.body)))
  return needed.every(({ number }) => used.has(number)) ? restored : { kind: 'amount_lost' }
}

/** The same for words of the reader's own, which need not name every amount. */
export function putBack(body: RichText, amounts: readonly string[]): Restored {
  if (tokensIn(toPlain(body)).some(({ number }) => amounts[number - 1] === undefined)) return { kind: 'amount_changed' }
  const replacements = (text: string) =>
    tokensIn(text).map(({ start, end, number }) => ({ start, end, by: amounts[number - 1] ?? '' }))
  return { kind: 'restored', body: rewrite(body, { replacements, inline: (inline) => inline }) }
}

const TOKEN = new RegExp(`[•·]{2,}[${DIGITS}]*|•[${DIGITS}]+`, 'gu')
const WHOLE = new RegExp(`^${HIDDEN}[${DIGITS}]+$`, 'u')

/** Whatever looks like a token; what is none any more has number 0. */
function tokensIn(text: string): { readonly start: number; readonly end: number; readonly number: number }[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [token] = match
    const digits = [...token.slice(HIDDEN.length)].map((digit) => DIGITS.indexOf(digit)).join('')
    const number = WHOLE.test(token) ? Number(digits) : 0
    return { start: match.index, end: match.index + token.length, number }
  })
}

type Span = { readonly start: number; readonly end: number }

/** Where a text speaks of money, the names of files in it too, without overlaps, in order. */
export function moneyIn(text: string): Span[] {
  const tokens = tokenise(text)
  const files = tokens.filter(({ shape }) => shape?.kind === 'file')
  const opened = files.length === 0 ? undefined : withFilesOpened(text, files)
  const named = opened === undefined ? [] : spansIn(opened, tokenise(opened))
  const found = [...spansIn(text, tokens), ...named].sort((a, b) => a.start - b.start)
  const spans: { start: number; end: number }[] = []
  for (const span of found) {
    const last = spans.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push({ ...span })
  }
  return spans
}

/** A number beside the sign of a currency, also where it is read as the number of something: "invoice 12000 USD". */
const WITH_CURRENCY =
  /[$€£₽]\s?\d(?:[\d.,]|\s\d)*|\d(?:[\d.,]|\s\d)*\s?(?:[$€£₽]|(?:USD|EUR|GBP|RU[BR]|руб)(?!\p{L}))/giu

function spansIn(text: string, tokens: readonly Token[]): Span[] {
  const signed = [...text.matchAll(WITH_CURRENCY)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  const read = readFacts(tokens)
    .filter((fact) => isMoney(fact, text.slice(tokens[fact.from]?.start, tokens[fact.to - 1]?.end)))
    .map((fact) => spanOf(fact, tokens, text))
  return [...read, ...signed]
}

/** `smeta_150000_rub.pdf` is read as `smeta 150000 rub`, each word in its place. */
function withFilesOpened(text: string, files: readonly Token[]): string {
  let opened = text
  for (const { start, end } of files) {
    const name = text.slice(start, end)
    const stem = name.slice(0, name.lastIndexOf('.')).replace(/[_+-]/g, ' ')
    opened = opened.slice(0, start) + stem.padEnd(name.length) + opened.slice(end)
  }
  return opened
}

/** From here on a bare number is taken for an amount: "150 000 за аудит". */
const LARGE = 10_000
const BARE = new Set(['number', 'quantity', 'range'])
/** "150т.р." looks like the name of something. */
const THOUSANDS_OF_ROUBLES = /^\d[\d ]*\s?т\.?\s?р/iu

function isMoney({ kind, numeric }: Fact, written: string): boolean {
  if (kind === 'money' || THOUSANDS_OF_ROUBLES.test(written)) return true
  if (numeric === undefined) return false
  if (/^[A-Z]{3}$/.test(numeric.base)) return true
  return BARE.has(kind) && numeric.base === '' && ((numeric.scale ?? 1) >= 1_000 || Math.abs(numeric.n) >= LARGE)
}

/** The beginning of a range may have been read as something else: "150–200 тысяч ₽". */
const RANGE_BEFORE = /\d[\d\s.,]*(?:\s*[-–—]\s*\d[\d\s.,]*)*[-–—\s]*$/u

function spanOf({ from, to }: Fact, tokens: readonly Token[], text: string): Span {
  const start = tokens[from]?.start ?? 0
  const before = RANGE_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? ''
  return { start: start - before.length, end: tokens[to - 1]?.end ?? start }
}
