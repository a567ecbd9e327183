/** Quarters of a year by their number: "III квартал", "3-й квартал", "в третьем квартале", "the third quarter", "Q3". */
import type { Token } from '../../text/tokens.ts'
import { readAmount } from '../count/amounts.ts'
import { type ReadFacts, wordAt } from '../fact.ts'

export function readQuarter(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const found = short(tokens, i) ?? numbered(tokens, i)
  if (found === undefined || found.n < 1 || found.n > 4) return undefined
  const { n, to } = found
  // A number as well, for the other text may leave the word out ("in the fourth").
  const numeric = { raw: n, n, base: '' }
  return {
    facts: [{ kind: 'number', value: `quarter ${n}`, from: i, to, numeric, ...(n === 1 ? { optional: true } : {}) }],
    next: to,
  }
}

function short(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const next = tokens[i + 1]
  const n = wordAt(tokens, i) === 'q' && next?.glued && next.kind === 'number' ? next.value : undefined
  return n === undefined || !Number.isInteger(n) ? undefined : { n, to: i + 2 }
}

function numbered(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const roman = ROMAN.get(wordAt(tokens, i))
  if (roman !== undefined) return isQuarter(tokens, i + 1) ? { n: roman, to: i + 2 } : undefined
  const amount = readAmount(tokens, i)
  if (amount === undefined || !isQuarter(tokens, amount.to)) return undefined
  // "3 квартала" is how long, "3 квартал" is which.
  const which =
    amount.role === 'ordinal' ||
    (amount.role === 'cardinal' && amount.n > 1 && SINGULAR.test(wordAt(tokens, amount.to)))
  return which ? { n: amount.n, to: amount.to + 1 } : undefined
}

function isQuarter(tokens: readonly Token[], i: number): boolean {
  return /^(?:квартал(?:а|у|ом|е)?|кв|quarter)$/.test(wordAt(tokens, i))
}
const SINGULAR = /^(?:квартал|quarter)$/

const ROMAN = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
])
/** The words that may begin one, beside numbers in words. */
export const OPENS_QUARTER: ReadonlySet<string> = new Set(['q', ...ROMAN.keys()])
