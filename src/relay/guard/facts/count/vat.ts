/** Whether a price holds VAT. The words beside it ("без НДС") are no negation of anything else. */
import {
  PRICE_WORDS,
  TAX,
  VAT,
  VAT_AFTER,
  VAT_BEFORE,
  VAT_DENIED,
  VAT_FAR,
  VAT_PAID,
  VAT_PRICES,
  VAT_REGIMES,
  type VatState,
} from '../../lexicon/vat.ts'
import type { Token } from '../../text/tokens.ts'
import { markAt, type ReadFacts, wordAt } from '../fact.ts'

export function readVat(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const tax = TAX.has(word)
  if (!VAT.has(word) && !tax) return regime(tokens, i) ?? price(tokens, i)
  const before = nearest(tokens, i, -1, VAT_BEFORE)
  const after = nearest(tokens, i, 1, VAT_AFTER)
  // "With VAT charged on top": the word that tells stands behind.
  const onTop = after?.value === 'on top' && wordAt(tokens, before?.at ?? i) === 'with'
  const nearer = onTop
    ? after
    : after && (!before || after.distance < before.distance || before.distance > 2)
      ? after
      : before
  const found =
    nearer?.value === 'paid' ? ([before, after].find((near) => near && near.value !== 'paid') ?? nearer) : nearer
  if (found?.value === 'on top' && found.at > i && /^(?:нет|нету)$/.test(wordAt(tokens, found.at + 1)))
    return { facts: [{ kind: 'vat', value: 'none', from: i, to: found.at + 2 }], next: found.at + 2 }
  if (tax && (found === undefined || found.distance > TAX_REACH)) return undefined
  const value = found?.value ?? 'mentioned'
  // The "no" is said of the VAT, and of nothing else.
  const from = Math.min(i, found?.from ?? i)
  const to = found && found.at > i ? found.at + 1 : i + 1
  return { facts: [{ kind: 'vat', value, from, to, ...(value === 'payer' ? { optional: true } : {}) }], next: i + 1 }
}

/** Taxes are spoken of in other matters too. */
const TAX_REACH = 2

/** "мы на УСН", "simplified tax system" */
function regime(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const simplified = wordAt(tokens, i) === 'simplified' && /^tax/.test(wordAt(tokens, i + 1))
  const value = simplified ? 'none' : VAT_REGIMES.get(wordAt(tokens, i))
  if (value === undefined) return undefined
  const to = simplified ? i + 2 : i + 1
  return { facts: [{ kind: 'vat', value, from: i, to, optional: true }], next: to }
}

/** "1,100 net", "the gross price" */
function price(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const value = VAT_PRICES.get(wordAt(tokens, i))
  if (value === undefined || tokens[i + 1]?.kind === 'number') return undefined
  for (let near = i + 1; near <= i + REACH && near < tokens.length; near++) {
    if (VAT.has(wordAt(tokens, near))) return undefined
    if (/^[.!?;]$/.test(markAt(tokens, near))) break
  }
  const before = tokens[i - 1]
  const beside =
    before?.kind === 'number' ||
    /^[₽$€£]$/.test(before?.text ?? '') ||
    [i - 1, i + 1].some((at) => PRICE_WORDS.test(wordAt(tokens, at)))
  return beside ? { facts: [{ kind: 'vat', value, from: i, to: i + 1, optional: true }], next: i + 1 } : undefined
}

/** How far from the word its companions may stand. */
const REACH = 6
const FAR = 12
const NEGATIVE = new Set([
  'не',
  'not',
  'no',
  "isn't",
  "doesn't",
  "aren't",
  "don't",
  "won't",
  'isnt',
  'doesnt',
  'без',
  'never',
  'nor',
])

type Near = { readonly value: VatState; readonly at: number; readonly from: number; readonly distance: number }

function nearest(
  tokens: readonly Token[],
  i: number,
  step: 1 | -1,
  states: ReadonlyMap<string, VatState>,
): Near | undefined {
  let weak: Near | undefined
  for (let distance = 1; distance <= (step > 0 ? FAR : REACH); distance++) {
    const at = i + step * distance
    if (/^[.;!?\n]$/.test(markAt(tokens, at)) && distance > 1) return weak
    const word = tokens[at]?.word ?? ''
    const value =
      states.get(`${wordAt(tokens, at - 1)} ${word}`) ??
      states.get(word) ??
      (VAT_PAID.has(word) ? ('paid' as const) : undefined)
    if (value === undefined || (distance > REACH && !VAT_FAR.test(word))) continue
    // "НДС в этой сумме не учтён": what is said of it stands behind.
    if (OF_SUM.test(`${wordAt(tokens, at - 1)} ${word}`)) {
      weak ??= { value, at, from: at, distance }
      continue
    }
    // A "no" that is the state itself ("no VAT") denies nothing; "не без НДС" nobody says.
    const no = value === 'without' ? undefined : [1, 2].find((back) => NEGATIVE.has(wordAt(tokens, at - back)))
    return no === undefined
      ? { value, at, from: at, distance }
      : { value: VAT_DENIED[value], at, from: at - no, distance }
  }
  return weak
}
/** "VAT is in this sum", "in that figure". */
const OF_SUM = /^(?:этой|that|this) /
