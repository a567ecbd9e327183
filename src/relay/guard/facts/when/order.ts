/** What comes before or after what, or with it or without it: "до запуска", "without proofreading". It is there to be found, and never missed. */
import { MONTHS, RELATIVE, WEEKDAYS } from '../../lexicon/calendar.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import { ORDER, STAGES } from '../../lexicon/order.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { CURRENCIES, SIGNS, UNITS } from '../../lexicon/units.ts'
import { PRICE_WORDS, TAX, VAT } from '../../lexicon/vat.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import { deniedNear } from '../count/bounds.ts'
import { type ReadFacts, wordAt } from '../fact.ts'

/** Words that can name the thing. */
const REACH = 4

export function readOrder(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const found = ORDER.at(tokens, i)
  if (found === undefined) return undefined
  // "с пробелами": the word right behind it.
  const paired = found.value === 'with' || found.value === 'without'
  if (paired && !measured(tokens[i - 1])) return undefined
  const stems: string[] = []
  let stage = ''
  let to = found.to
  for (let at = found.to; at < found.to + REACH; at++) {
    const word = wordAt(tokens, at)
    if (word === '' || (at > found.to && ENDS.test(word))) break
    if (stems.length > 0 && paired) break
    if (KNOWN.some((table) => table.has(word))) return undefined
    const edge = STAGES.at(tokens, at)?.value
    if (edge) stage = edge
    else if (word.length > 2 && !STOP_WORDS.has(word)) stems.push(stem(word))
    to = at + 1
  }
  if (stems.length === 0) return undefined
  // "Hold it till legal approves": it goes out after that.
  const held = found.value === 'before' && holds(tokens, i)
  const order = { side: held ? ('after' as const) : found.value, stems, stage }
  const denied = deniedNear(tokens, i, to)
  const fact = { kind: 'deadline' as const, value: `${found.value} ${stems.join(' ')}`, from: i, to, order, denied }
  return { facts: [{ ...fact, optional: true, quiet: true }], next: found.to }
}
function holds(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= i - HOLD_REACH && tokens[at]?.kind === 'word'; at--)
    if (HOLDS.test(wordAt(tokens, at))) return true
  return false
}
const HOLD_REACH = 6
const HOLDS =
  /^(?:blocked|stopped|stalled|frozen|halted|suspended|приостан\p{L}+|останов\p{L}+|заблок\p{L}+|стоит|стоят|висит|hold|holds|holding|wait|waits|waiting|pause|paused|pausing|park|parking|freeze|freezing|delay|delaying|holding|придерж\p{L}+|подожд\p{L}+|жд[её]м|жду|жд[её]т|ждите|пауз\p{L}+|замороз\p{L}+|отлож\p{L}+|повремен\p{L}*|притормоз\p{L}+)$/u

/** Elsewhere "with" and "without" are said of too much. */
function measured(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' ||
      SIGNS.has(token.text) ||
      [UNITS, CURRENCIES].some((table) => table.has(token.word)) ||
      PRICE_WORDS.test(token.word))
  )
}

const KNOWN: readonly { has(word: string): boolean }[] = [NUMBERS, MONTHS, WEEKDAYS, RELATIVE, UNITS, VAT, TAX]
const ENDS =
  /^(?:не|нет|not|never|no|can't|won't|don't|cannot|нельзя|и|а|но|или|мы|вы|and|or|but|we|you|i|in|on|at|в|на|с|за|по|для|to|for|with)$/
