/** All that a text states in its own shape or in numbers. Linear: every reader looks at a few tokens from where it stands. */
import {
  CLOSES,
  DAY_PARTS,
  EDGES,
  HOURS,
  MONTHS,
  RELATIVE,
  WEEKDAYS,
  WHICH,
  ZONE_PHRASES,
} from '../lexicon/calendar.ts'
import { LABELS } from '../lexicon/labels.ts'
import { NUMBER_PREFIXES, NUMBERS } from '../lexicon/numbers.ts'
import { ORDER } from '../lexicon/order.ts'
import { QUANTIFIERS } from '../lexicon/quantifiers.ts'
import { EACH, PER, SUBJECTS } from '../lexicon/rates.ts'
import { ALWAYS, DOUBLED, SHARES } from '../lexicon/shares.ts'
import { A_SINGLE, CURRENCIES, EVERY, HALVES, SIGNS, SINGLE, SINGLE_GENITIVE, UNITS } from '../lexicon/units.ts'
import { TAX, VAT, VAT_PRICES, VAT_REGIMES } from '../lexicon/vat.ts'
import { ofWord } from '../text/answers.ts'
import type { Token } from '../text/tokens.ts'
import { seenAround } from './around.ts'
import { readQuantifier } from './count/quantifiers.ts'
import { readQuantity } from './count/quantities.ts'
import { readRate } from './count/rates.ts'
import { readVat } from './count/vat.ts'
import type { Fact, Reader, ReadFacts } from './fact.ts'
import { joined } from './joined.ts'
import { readLabelled, readShape } from './named.ts'
import { readDate } from './when/dates.ts'
import { readOrder } from './when/order.ts'
import { OPENS_QUARTER } from './when/quarters.ts'
import { NOW } from './when/relative-days.ts'
import { readTime } from './when/times.ts'

/**
 * In this order: an hour before a day, a day before a number. Beside each, the words that it may begin with: all that its
 * tables and patterns know. Marks are shown to every reader, numbers and shapes to those that begin with one.
 */
const READERS: readonly (readonly [Reader, (word: string) => boolean])[] = [
  [readShape, () => false],
  [readLabelled, (word) => LABELS.has(word)],
  [readVat, (word) => within(word, VAT, TAX, VAT_REGIMES, VAT_PRICES) || word === 'simplified'],
  [readTime, (word) => within(word, NUMBERS, HOURS, DAY_PARTS) || HOURLY.test(word) || ZONE_PHRASES.mayOpen(word)],
  [
    readDate,
    (word) =>
      within(word, NUMBERS, MONTHS, WEEKDAYS, EDGES, CLOSES, RELATIVE, WHICH, NOW, OPENS_QUARTER) ||
      SPANS.has(UNITS.get(word) ?? '') ||
      DAILY.test(word),
  ],
  [readOrder, (word) => ORDER.mayOpen(word)],
  [readRate, (word) => within(word, PER, EACH, SUBJECTS) || /^(?:an?|one)$/.test(word)],
  [readQuantifier, (word) => QUANTIFIERS.mayOpen(word) || /^(?:each|every|one|кажд\p{L}+)$/u.test(word)],
  [
    readQuantity,
    (word) =>
      within(word, NUMBERS, SHARES, CURRENCIES, HALVES, EVERY, A_SINGLE, SINGLE, SINGLE_GENITIVE) ||
      PACE.test(word) ||
      [ALWAYS, DOUBLED].some((phrases) => phrases.mayOpen(word)) ||
      /^(?:quarter|us)$/.test(word) ||
      (word.length >= 8 && NUMBER_PREFIXES.some(([start]) => word.startsWith(start))),
  ],
]
/** What can have an end, or come next. */
const SPANS = new Set(['day', 'week', 'month', 'quarter', 'year'])
/** дневной, месячная: of one of them. */
const PACE = /^(?:часов|дневн|суточн|недельн|месячн|годов|квартальн)\p{L}{1,3}$/u
const HOURLY = /^(?:half|quarter|без|четверть|пол|половин[аеуы]|час(?:ов|а|ам|у|иков))$/
const DAILY =
  /^(?:годом|месяцем|неделей|кварталом|day|tonight|tonite|this|sat|sun|перв\p{L}*|втор\p{L}*|последн\p{L}+|first|second|last)$/u

function within(word: string, ...tables: readonly { has(word: string): boolean }[]): boolean {
  return tables.some((table) => table.has(word))
}

export function readFacts(tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = []
  // The number that the next line of a list would have.
  let next = 1
  for (let i = 0; i < tokens.length; ) {
    if (numbersList(tokens, i, next)) {
      next = (tokens[i]?.value ?? 0) + 1
      i += 2
      continue
    }
    const read = firstOf(tokens, i)
    if (read) {
      for (const fact of read.facts) facts.push(seenAround(tokens, fact))
      i = Math.max(read.next, i + 1)
    } else i++
  }
  return joined(tokens, facts)
}

/** "1. …", "2) …": the number of a line counts nothing, nor does "2." behind what began with "1.". */
function numbersList(tokens: readonly Token[], i: number, due: number): boolean {
  const [token, mark, next] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text) || !mark?.glued || next === undefined || next.glued)
    return false
  return (
    (mark.text === ')' &&
      tokens[i - 1]?.text !== '(' &&
      !tokens.slice(Math.max(0, i - 6), i).some(({ text }) => text === '(')) ||
    (mark.text === '.' && (token.newLine || (due > 1 && token.value === due)))
  )
}

function firstOf(tokens: readonly Token[], i: number): ReadFacts | undefined {
  for (const reader of readersOf(tokens[i])) {
    const read = reader(tokens, i)
    if (read) return read
  }
  return undefined
}

function readersOf(token: Token | undefined): readonly Reader[] {
  if (token?.kind === 'word') return readersOfWord(token)
  if (token?.kind === 'number') return OF_NUMBERS
  if (token?.kind === 'shape') return OF_SHAPES
  return token === undefined || (!MARKS.has(token.text) && !SIGNS.has(token.text)) ? NONE : ALL
}
const ALL: readonly Reader[] = READERS.map(([reader]) => reader)
const NONE: readonly Reader[] = []
const OF_NUMBERS: readonly Reader[] = [readTime, readDate, readRate, readQuantifier, readQuantity]
const OF_SHAPES: readonly Reader[] = [readShape, readTime, readDate, readQuantity]
/** Other marks open no fact. */
const MARKS = new Set(['№', '#', '/', '-', "'"])

/** Of all words few open a fact, and asking every reader about each of them would be most of the work. */
const readersOfWord = ofWord((word) =>
  IDLE.has(word) ? NONE : READERS.filter(([, opens]) => opens(word)).map(([reader]) => reader),
)
const IDLE = new Set(
  'и а но что как мы вы он она они то так уже же ли бы если чтобы для у из the to of and is are was we you it that will be they have has for on by in but'.split(
    ' ',
  ),
)
