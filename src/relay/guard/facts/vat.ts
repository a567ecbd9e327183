/** Whether a price holds VAT. The words beside it ("без НДС") are no negation of anything else. */
import type { Token } from '../text/tokens.ts'
import { markAt, type ReadFacts, wordAt } from './fact.ts'

const VAT = new Set(['ндс', 'vat'])
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  without: [
    'без',
    'плюс',
    'excl',
    'excluding',
    'excludes',
    'exclusive',
    'without',
    'plus',
    'net',
    'before',
    'ex',
    'исключая',
    '+',
    'no',
    'not',
  ],
  with: [
    'с',
    'включая',
    'включает',
    'включен',
    'вкл',
    'incl',
    'including',
    'includes',
    'inclusive',
    'with',
    'т.ч',
    'ч',
    'числе',
    'gross',
    'учетом',
    'has',
    'том',
    'covers',
    'contains',
  ],
}
const AFTER: Readonly<Record<string, readonly string[]>> = {
  without: [
    'сверху',
    'отдельно',
    'облагается',
    'excluded',
    'extra',
    'top',
    'дополнительно',
    'добавляется',
    'exempt',
    'начисляется',
    'added',
    'separately',
    'исключен',
    'накинем',
    'прибавить',
    'добавим',
    'плюсом',
    'поверх',
    'applicable',
    'payable',
    'apply',
    'applies',
  ],
  with: [
    'включен',
    'включено',
    'включительно',
    'included',
    'inclusive',
    'внутри',
    'входит',
    'учтен',
    'учли',
    'учел',
    'учтена',
    'числе',
    'ч',
    'внутри',
    'in',
  ],
}
const NEGATIVE = new Set(['не', 'not', "isn't", "doesn't", "aren't", 'без'])
/** How far from the word its companions may stand. */
const REACH = 6

export function readVat(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (!VAT.has(wordAt(tokens, i))) return undefined
  const before = nearest(tokens, i, -1, BEFORE)
  const after = nearest(tokens, i, 1, AFTER)
  const found = after && (!before || after.distance < before.distance || before.distance > 2) ? after : before
  const value = found?.value ?? 'mentioned'
  return {
    facts: [
      {
        kind: 'vat',
        value,
        from: found && found.at < i ? found.at : i,
        to: found && found.at > i ? found.at + 1 : i + 1,
      },
    ],
    next: i + 1,
  }
}

type Near = { readonly value: 'with' | 'without'; readonly at: number; readonly distance: number }

function nearest(
  tokens: readonly Token[],
  i: number,
  step: 1 | -1,
  words: Readonly<Record<string, readonly string[]>>,
): Near | undefined {
  for (let distance = 1; distance <= REACH; distance++) {
    const at = i + step * distance
    if (/^[.;!?\n]$/.test(markAt(tokens, at)) && distance > 1) return undefined
    const word = tokens[at]?.word ?? ''
    for (const value of ['without', 'with'] as const) {
      if (!words[value]?.includes(word)) continue
      const negated = value === 'with' && [1, 2].some((back) => NEGATIVE.has(wordAt(tokens, at - back)))
      return { value: negated ? 'without' : value, at, distance }
    }
  }
  return undefined
}
