/** Months by their names. */
import { DOUBTFUL_MONTHS, MONTHS } from '../../lexicon/calendar.ts'
import type { Token } from '../../text/tokens.ts'
import { pastDot, wordAt } from '../fact.ts'

/** `beside`: a day stands beside it, so that "may" and "dec" are months. */
export function monthAt(
  tokens: readonly Token[],
  i: number,
  beside: boolean,
): { month: number; to: number } | undefined {
  const word = wordAt(tokens, i)
  const month = MONTHS.get(word)
  if (month === undefined) return undefined
  if (DOUBTFUL_MONTHS.has(word) && !beside) {
    const follows =
      /^(?:in|by|for|until|till|since|from|of|to|through|before|after|during|this|next|last|early|late|mid)$/.test(
        wordAt(tokens, i - 1),
      )
    if (
      ![-2, 2].some((step) => listed(tokens, i, step)) &&
      !(word === 'may' && tokens[i]?.text === 'May' && /[^e]ed$/.test(wordAt(tokens, i + 1))) &&
      (!follows || (word === 'may' && /^(?:be|not|have|take|need|also|still)$/.test(wordAt(tokens, i + 1))))
    )
      return undefined
  }
  return { month, to: word.length <= 4 && word !== 'мая' && word !== 'мае' ? pastAbbreviation(tokens, i + 1) : i + 1 }
}

/** "January–March", "March and April": another month stands beside it. */
function listed(tokens: readonly Token[], i: number, step: number): boolean {
  return /^(?:-|,|and|or|to|&)$/.test(tokens[i + step / 2]?.word ?? '') && MONTHS.has(wordAt(tokens, i + step))
}

/** Behind the dot of a shortened name, unless a sentence ends there. */
export function pastAbbreviation(tokens: readonly Token[], i: number): number {
  return tokens[i + 1] === undefined || /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') ? i : pastDot(tokens, i)
}
