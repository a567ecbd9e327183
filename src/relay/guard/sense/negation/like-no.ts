/** Words that can stand for a "no" of the other text, by what they say. */
import { LIKE_NO, type LikeNo, NOT_NEGATED } from '../../lexicon/negation.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import { ofWord } from '../../text/answers.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'

/** What the word here says, or `no` and what it denies in itself ("unpaid"); undefined: nothing of the kind. */
export function likeNo(tokens: readonly Token[], i: number): LikeNo | string | undefined {
  const token = tokens[i]
  if (token?.kind === 'number' && token.value === 0) return 'none'
  const word = token?.kind === 'word' ? token.word : ''
  // "Go ahead" is no other time.
  if (word === 'ahead' && /^(?:go|goes|going|went)$/.test(tokens[i - 1]?.word ?? '')) return undefined
  // "A sign-off".
  if (word === 'off' && /^sign/.test(tokens[i - (tokens[i - 1]?.text === '-' ? 2 : 1)]?.word ?? '')) return undefined
  // "All are approved but the fourth".
  if (word === 'but' && exceptsOf(tokens, i)) return 'apart'
  const like = LIKE_NO.at(tokens, i)
  // "По завершении" is when, "sale items too" is also.
  if (
    like &&
    ((like.value === 'stop' && /^(?:по|on|upon)$/.test(tokens[i - 1]?.word ?? '')) ||
      (word === 'too' && tokens[i + 1]?.kind !== 'word'))
  )
    return undefined
  if (like)
    return (like.value !== 'high' && like.value !== 'low') || tokens.slice(Math.max(0, i - 2), i + 4).some(counts)
      ? like.value
      : undefined
  // "We are still looking": not yet done.
  if (word === 'still' && /(?:ing|to)$/.test(tokens[i + 1]?.word ?? '')) return 'late'
  return token?.kind === 'word' && isNegated(token) && NOT_NEGATED.at(tokens, i) === undefined
    ? `no ${stem(word.endsWith('less') ? word.slice(0, -4) : word.slice(2))}`
    : undefined
}

function exceptsOf(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:the|for|those|one|two)$/.test(tokens[i + 1]?.word ?? '')) return false
  return tokens
    .slice(Math.max(0, i - EXCEPT_REACH), i)
    .some(({ word }) => /^(?:all|every|everything|everyone)$/.test(word))
}
const EXCEPT_REACH = 8

/** неоплаченный, бездействует, unsigned, incomplete, useless */
const isNegated = ofWord((word) =>
  /^[а-я]/.test(word)
    ? word.length >= 7 && /^(?:не|без|бес)/.test(word)
    : (word.length >= 6 && /^(?:un|non|dis)/.test(word)) ||
      IN_ADJECTIVE.test(word) ||
      (word.length >= 6 && word.endsWith('less')),
)

/** An end is one of a number. */
export function counts({ kind, word }: Token): boolean {
  return kind === 'number' || NUMBERS.has(word)
}
const IN_ADJECTIVE =
  /^(?:in|im|ir|il)\w{0,12}(?:able|ible|plete|rect|valid|active|sufficient|proper|legal|regular|relevant|accurate|adequate|convenient|efficient|visible|consistent)$/
