/** What names a thing: links, addresses, files, phones, codes, numbers behind "order" or "№"; and days in digits. */
import { LABELS } from '../lexicon/labels.ts'
import { NUMBERS } from '../lexicon/numbers.ts'
import { CURRENCIES } from '../lexicon/units.ts'
import type { Token } from '../text/tokens.ts'
import { markAt, type Numeric, type ReadFacts, wordAt } from './fact.ts'
import { dateFact } from './when/dates.ts'

export function readShape(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const shape = tokens[i]?.shape
  if (shape === undefined || shape.kind === 'time') return undefined
  if (shape.kind === 'date')
    return { facts: [dateFact({ day: shape.day, month: shape.month, year: shape.year }, i, i + 1)], next: i + 1 }
  const kind = shape.kind === 'handle' || shape.kind === 'code' ? ('identifier' as const) : shape.kind
  // GA4 may be written out as "Google Analytics 4".
  const digits =
    // Longer ones are more than a number can tell apart.
    kind === 'identifier' ? /^(?:\d{1,15}|\p{L}+\d{1,2})$/u.exec(shape.value)?.[0].replace(/\D/g, '') : undefined
  const plain = digits === undefined ? {} : { numeric: bare(Number(digits)) }
  const name = shape.name ? { optional: true } : {}
  const named = labelBefore(tokens, i) ? { named: true } : {}
  return { facts: [{ kind, value: shape.value, from: i, to: i + 1, ...plain, ...name, ...named }], next: i + 1 }
}

function labelBefore(tokens: readonly Token[], i: number): boolean {
  const at = markAt(tokens, i - 1) === '.' ? i - 2 : i - 1
  return tokens[at]?.text === '№' || LABELS.has(wordAt(tokens, at)) || /^(?:no|номер|number)$/.test(wordAt(tokens, at))
}

/** № 482, order 17: a number that names a thing. It is held against plain numbers too, for the label may be left out. */
export function readLabelled(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  const sign = token?.text === '№' || (token?.text === '#' && tokens[i + 1]?.glued) || LABELS.has(token?.word ?? '')
  if (!sign) return undefined
  let at = i + 1
  while (
    at < i + 4 &&
    (tokens[at]?.text === '№' ||
      tokens[at]?.text === '#' ||
      markAt(tokens, at) === '.' ||
      /^(?:номер|no|number)$/.test(wordAt(tokens, at)))
  )
    at++
  const parted = codeInParts(tokens, at)
  if (parted) return { facts: [{ kind: 'identifier', ...parted, from: i, named: true }], next: parted.to }
  const number = tokens[at]
  if (number?.kind !== 'number' || number.value === undefined || /[., ]/.test(number.text)) return undefined
  // "договор 58/24"
  const half = tokens[at + 2]
  if (markAt(tokens, at + 1) === '/' && tokens[at + 1]?.glued && half?.glued && /^\d+$/.test(half.text))
    return {
      facts: [{ kind: 'identifier', value: `${number.text}/${half.text}`, from: i, to: at + 3, named: true }],
      next: at + 3,
    }
  // "Минимальный заказ 20 тысяч знаков" is how much.
  if (LABELS.has(token?.word ?? '') && NUMBERS.get(wordAt(tokens, at + 1))?.role === 'scale') return undefined
  const letter = tokens[at + 1]
  // "договор 12Д"
  if (letter?.glued && letter.kind === 'word' && /^\p{Lu}{1,2}$/u.test(letter.text))
    return {
      facts: [{ kind: 'identifier', value: number.text + letter.text, from: i, to: at + 2, named: true }],
      next: at + 2,
    }
  return {
    facts: [{ kind: 'identifier', value: number.text, from: i, to: at + 1, numeric: bare(number.value) }],
    next: at + 1,
  }
}

/** Behind a label "АБ 12/34" is АБ-12/34. */
function codeInParts(tokens: readonly Token[], i: number): { value: string; to: number } | undefined {
  const letters = tokens[i]
  if (letters?.kind !== 'word' || !/^\p{Lu}{1,4}$/u.test(letters.text) || CURRENCIES.has(letters.word)) return undefined
  let value = letters.text
  let to = i + 1
  while (to < i + 8) {
    const at = to > i + 1 && /^[-/.]$/.test(markAt(tokens, to)) && tokens[to]?.glued ? to + 1 : to
    const digits = tokens[at]
    if (digits?.kind !== 'number' || !/^\d+$/.test(digits.text) || (to > i + 1 && (at === to || !digits.glued))) break
    value += digits.text
    to = at + 1
  }
  return to > i + 1 ? { value, to } : undefined
}

function bare(n: number): Numeric {
  return { raw: n, n, base: '' }
}
