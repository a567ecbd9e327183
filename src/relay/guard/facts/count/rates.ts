/** For how much of what: "per hour", "за карточку", "/мес". Leaving it out is a matter of taste, another one is a change. */
import { EACH, PAID, PER, PER_ONE, RATE_THINGS, SUBJECTS } from '../../lexicon/rates.ts'
import { SIGNS, TIME_UNITS, UNITS, unitOf } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, type ReadFacts, wordAt } from '../fact.ts'
import { numericOf, squareAt } from './units.ts'

export function readRate(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const opener = tokens[i]?.word ?? ''
  // "£30 each"; "each month" is a pace, and "90 for each" is of what was named before.
  if (EACH.has(opener) && /^(?:for|in)$/.test(wordAt(tokens, i - 1)) && tokens[i + 1]?.kind !== 'word') return undefined
  if (EACH.has(opener))
    return paidBefore(tokens, i) && !UNITS.has(wordAt(tokens, i + 1))
      ? { facts: [rateFact('piece', 'piece', i, i + 1)], next: i + 1 }
      : undefined
  const subject = pricedSubject(tokens, i)
  if (subject) return subject
  const article = (opener === 'a' || opener === 'an') && paidBefore(tokens, i)
  if (!PER.has(opener) && !article) return undefined
  // "Three sessions, an hour and a half each" is how long.
  if (article && wordAt(tokens, i + 2) === 'and' && wordAt(tokens, i + 4) === 'half') return undefined
  let at = i + 1
  // "за тысячу показов", "per 1,000 views": a thousand of them is another rate than one.
  const thousand = THOUSAND.test(tokens[at]?.text ?? '')
  if (thousand || PER_ONE.has(tokens[at]?.word ?? '')) at++
  const word = wordAt(tokens, at)
  // One letter is a unit behind a stroke only.
  const unit = word.length === 1 && opener !== '/' ? undefined : UNITS.get(word)
  const square = squareAt(tokens, at)
  const name = square?.name ?? RATE_THINGS.get(word) ?? (unit !== undefined && !NEVER.has(unit) ? unit : undefined)
  if (name === undefined) return undefined
  const time = TIME_UNITS.has(name)
  if (
    DOUBTFUL.has(opener) &&
    !square &&
    !thousand &&
    !(time
      ? opener === 'за' && paidBefore(tokens, i)
      : singular(word) && (paidBefore(tokens, i) || paidBehind(tokens, at)))
  )
    return undefined
  // "за день до встречи" is how long before.
  if (time && (wordAt(tokens, at + 1) === 'до' || !singular(word))) return undefined
  const rate = thousand ? `1000 ${name}` : name
  return { facts: [rateFact(rate, name, i, square?.to ?? at + 1)], next: square?.to ?? at + 1 }
}

/** "Минута озвучки — 18 тыс.", "an hour of editing costs £40": one of them is what the price is for. */
function pricedSubject(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const opens = tokens[i - 1] === undefined || tokens[i]?.newLine || /^[.!?;:]$/.test(tokens[i - 1]?.text ?? '')
  const at = /^(?:an?|one)$/.test(wordAt(tokens, i)) ? i + 1 : i
  const name = SUBJECTS.has(wordAt(tokens, at)) ? UNITS.get(wordAt(tokens, at)) : undefined
  if (!opens || name === undefined || (at === i && /^[a-z]/.test(wordAt(tokens, at)))) return undefined
  for (let behind = at + 1; behind <= at + REACH; behind++) {
    if (!COSTS.test(tokens[behind]?.text ?? '')) continue
    const price = SIGNS.has(tokens[behind + 1]?.text ?? '') ? behind + 2 : behind + 1
    return tokens[price]?.kind === 'number' ? { facts: [rateFact(name, name, i, at + 1)], next: at + 1 } : undefined
  }
  return undefined
}
const COSTS = /^(?:-|—|–|:|стоит|costs|is)$/i
const THOUSAND = /^(?:тыс|тысячу|тысяча|thousand|1000|1 000|1,000)$/
/** Of these nobody pays for one. */
const NEVER = new Set(['times', 'percent', 'point', 'degree', 'dpi', 'fps', 'pt', 'px'])
/** They mean much else. */
const DOUBTFUL = new Set(['за', 'с', 'на'])

/** "за правки" is for all of them, "за страницу" is for each. */
function singular(word: string): boolean {
  return /[а-я]/.test(word) ? !/(?:и|ы|ов|ев|ам|ах|ей)$/.test(word) || word.length <= 3 : !/[^s]s$/.test(word)
}

/** Money, or a word for paying, stands a few words before. */
function paidBefore(tokens: readonly Token[], i: number): boolean {
  for (let back = 1; back <= REACH; back++) {
    const token = tokens[i - back]
    if (token === undefined || /^[.!?]$/.test(token.text)) return false
    if (token.kind === 'number' || PAID.has(token.word)) return true
  }
  return false
}
/** "С человека — 500": a price stands behind. */
function paidBehind(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + REACH; i++)
    if (tokens[i]?.kind === 'number' || SIGNS.has(tokens[i]?.text ?? '')) return true
  return false
}
const REACH = 3

export function rateFact(rate: string, name: string, from: number, to: number): Fact {
  const numeric = TIME_UNITS.has(name) ? numericOf(1, { name, ...unitOf(name), to }) : undefined
  return {
    kind: numeric ? 'duration' : 'unit',
    value: `per ${rate}`,
    from,
    to,
    rate,
    optional: true,
    ...(numeric ? { numeric } : {}),
  }
}
