/** Less than nothing, or that much less: "-5 %", "минус 300". */
import { FALLS, SIGN_WORDS, TILTS, WHENS } from '../../lexicon/signs.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, wordAt } from '../fact.ts'

const SIGNED = new Set(['money', 'number', 'percent', 'unit', 'quantity'])

export function signed(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.kind === 'duration' && fact.numeric) {
    const [sign, when, tilt] = [signBefore(tokens, fact), whenOf(tokens, fact), tiltOf(tokens, fact)]
    return sign || when || tilt ? { ...fact, sign, when, tilt } : fact
  }
  if (fact.numeric === undefined || fact.optional || !SIGNED.has(fact.kind)) return fact
  const sign = signBefore(tokens, fact)
  const falls = fallsNear(tokens, fact)
  const tilt = tiltOf(tokens, fact)
  if (!sign && !falls && !tilt) return fact
  return { ...fact, ...(sign ? { sign } : {}), ...(falls ? { falls } : {}), tilt }
}

function signBefore(tokens: readonly Token[], { from, to }: Fact): 'minus' | 'plus' | undefined {
  const word = SIGN_WORDS.get(wordAt(tokens, from - 1))
  // "плюс 5 постов" adds some; "плюс-минус 5" is about so many.
  if (word) return wordAt(tokens, from - 2) === 'плюс' || markAt(tokens, from - 2) === '-' ? undefined : word
  const mark = tokens[from - 1]
  const first = tokens[from]
  if (mark?.kind !== 'mark' || !first?.glued) return undefined
  if (mark.text === '+') return 'plus'
  if (mark.text !== '-') return undefined
  // A range or a compound where something stands right before it; a list where it begins a line of words.
  if (mark.glued && !/^[(:"~=]$/.test(markAt(tokens, from - 2))) return undefined
  if (tokens[from - 2]?.kind === 'number' && !mark.newLine) return undefined
  if (mark.newLine && from > 1 && tokens[to]?.kind === 'word' && !tokens[to]?.newLine) return undefined
  return mark.newLine && tokens[to]?.kind === 'word' && !tokens[to]?.newLine ? undefined : 'minus'
}

/** "на 20 % дешевле", "fell by 20 %". */
function tiltOf(tokens: readonly Token[], { from, to, numeric }: Fact): 'up' | 'down' | undefined {
  const before = wordAt(tokens, from - 1)
  const by = /^(?:на|by)$/.test(before) || (before === 'в' && numeric?.base === 'times')
  const behind = TILTS.at(tokens, to)?.value
  if (behind) return by || /^[a-z]/.test(wordAt(tokens, to)) ? behind : undefined
  if (by) return TILTS.at(tokens, from - 2)?.value
  return /^(?:up|down)$/.test(before) ? TILTS.at(tokens, from - 1)?.value : undefined
}

/** "через 3 дня", "3 days ago", "за 3 дня до". */
function whenOf(tokens: readonly Token[], { from, to }: Fact): 'earlier' | 'later' | undefined {
  const behind = WHENS.at(tokens, to)?.value ?? (/^(?:спустя|после)$/.test(wordAt(tokens, to)) ? 'later' : undefined)
  if (behind) return behind
  return /^(?:через|спустя|in)$/.test(wordAt(tokens, from - 1)) ? 'later' : undefined
}

/** "упало на 5 %", "скидка 10 %", "5 below zero": a minus in words. */
function fallsNear(tokens: readonly Token[], { from, to }: Fact): boolean {
  for (let i = Math.max(0, from - REACH); i < Math.min(tokens.length, to + REACH); i++)
    if (FALLS.at(tokens, i)) return true
  return false
}
const REACH = 8
