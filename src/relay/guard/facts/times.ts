/** Hours of the clock: "в 10 утра", "6:45 pm", "noon". `10:00` alone is a shape. */
import { DAY_PARTS, HOURS, ZONE_PHRASES } from '../lexicon/calendar.ts'
import type { Token } from '../text/tokens.ts'
import { readAmount } from './amounts.ts'
import { type Fact, markAt, type ReadFacts, wordAt } from './fact.ts'
import { spokenHour } from './spoken-hours.ts'

export function readTime(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  if (token?.kind === 'shape' && token.shape?.kind === 'time') {
    const half = halfOfDay(tokens, i + 1)
    const minutes = half ? withHalf(token.shape.minutes, half.half) : token.shape.minutes
    return one(timeFact(minutes, i, half?.to ?? i + 1))
  }
  return spokenHour(tokens, i) ?? hour(tokens, i) ?? range(tokens, i) ?? namedHour(tokens, i) ?? zone(tokens, i)
}

function hour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const amount = hourAt(tokens, i)
  if (amount === undefined) return undefined
  const half = halfOfDay(tokens, amount.to)
  if (half) return one(timeFact(withHalf(amount.n * 60, half.half), i, half.to))
  // "в 15 часов"; without the preposition it is how long.
  const russian =
    /^(?:в|к)$/.test(wordAt(tokens, i - 1)) &&
    /^(?:часов|часа|час|часам|ч)$/.test(wordAt(tokens, amount.to)) &&
    !/^(?:раз|раза|once)$/.test(wordAt(tokens, i - 2))
  if (!russian && wordAt(tokens, amount.to) !== "o'clock") return undefined
  return one(hourFact(tokens, amount.n, 0, i, amount.to + 1))
}

/** "с 3 до 5 утра", "3-5 pm": the half of the day belongs to both. */
function range(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const first = hourAt(tokens, i)
  if (!first || !/^(?:-|до|to|and|till|until|и)$/.test(tokens[first.to]?.word ?? '')) return undefined
  const second = hourAt(tokens, first.to + 1)
  const half = second ? halfOfDay(tokens, second.to) : undefined
  if (!second || !half) return undefined
  const start = withHalf(first.n * 60, half.half)
  const end = withHalf(second.n * 60, half.half)
  return { facts: [timeFact(start > end ? first.n * 60 : start, i, half.to), timeFact(end, i, half.to)], next: half.to }
}

/** Without its half of the day an hour may be in the afternoon. */
export function hourFact(tokens: readonly Token[], hours: number, minutes: number, from: number, to: number): Fact {
  const half = halfOfDay(tokens, to)
  if (half) return timeFact(withHalf((hours % 12) * 60 + minutes, half.half), from, half.to)
  const fact = timeFact((hours * 60 + minutes + DAY) % DAY, from, to)
  if (hours > 12 || !fact.numeric) return fact
  return { ...fact, numeric: { ...fact.numeric, also: (fact.numeric.n + DAY / 2) % DAY } }
}
const DAY = 1_440

export function hourAt(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const amount = readAmount(tokens, i)
  if (amount?.role !== 'cardinal' || amount.scale !== 1 || amount.n > 24 || !Number.isInteger(amount.n))
    return undefined
  return amount
}

type Half = 'am' | 'pm' | 'night'

function halfOfDay(tokens: readonly Token[], i: number): { half: Half; to: number } | undefined {
  const word = wordAt(tokens, i)
  if (word === 'am' || word === 'pm') return { half: word, to: i + 1 }
  if ((word === 'a' || word === 'p') && markAt(tokens, i + 1) === '.' && wordAt(tokens, i + 2) === 'm') {
    return {
      half: word === 'a' ? 'am' : 'pm',
      to: markAt(tokens, i + 3) === '.' && tokens[i + 4] && !/^\p{Lu}/u.test(tokens[i + 4]?.text ?? '') ? i + 4 : i + 3,
    }
  }
  const in_ = word === 'in' && wordAt(tokens, i + 1) === 'the' ? i + 2 : i
  const part = wordAt(tokens, in_)
  const half = HALVES.get(part)
  // "два дня" is how long; "в два часа дня", "до 3 дня" is when.
  if (part === 'дня' && !HOURLY.test(wordAt(tokens, i - 2)) && !/^(?:часа|часов|час)$/.test(wordAt(tokens, i - 1)))
    return undefined
  return half === undefined || (in_ === i && /^[a-z]/.test(part)) ? undefined : { half, to: in_ + 1 }
}
const HOURLY = /^(?:в|к|до|с|после|около|на)$/
const HALVES = new Map<string, Half>([
  ['утра', 'am'],
  ['дня', 'pm'],
  ['вечера', 'pm'],
  ['ночи', 'night'],
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
])

function withHalf(minutes: number, half: Half): number {
  if (half === 'pm') return minutes < 720 ? minutes + 720 : minutes
  if (half === 'night') return minutes >= 540 && minutes < 720 ? minutes + 720 : minutes % 720
  return minutes >= 720 && minutes < 780 ? minutes - 720 : minutes
}

/** Parts of the day: leaving one out is a matter of taste, another one is a change. */
function namedHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const minutes = HOURS.get(word)
  if (minutes !== undefined) {
    const fact = timeFact(minutes, i, i + 1)
    // Half past two is more often in the afternoon.
    return one(fact.numeric && minutes < 720 ? { ...fact, numeric: { ...fact.numeric, also: minutes + 720 } } : fact)
  }
  const part = DAY_PARTS.get(word)
  if (part === undefined) return undefined
  if (/^добр/.test(wordAt(tokens, i - 1)) || wordAt(tokens, i - 1) === 'good') return { facts: [], next: i + 1 }
  return one({ kind: 'time', value: part, from: i, to: i + 1, optional: true })
}

function zone(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const found = ZONE_PHRASES.at(tokens, i)
  if (found === undefined) return undefined
  const to = /^(?:time|времени|время)$/.test(wordAt(tokens, found.to)) ? found.to + 1 : found.to
  // "et" and "pt" are words of other languages, "по Москве" is a place: only behind an hour, or before "time".
  const short = tokens[i - 1]?.kind === 'word' && to === found.to && !AFTER_HOUR.test(wordAt(tokens, i - 1))
  if (short || (ZONE_WORDS.has(wordAt(tokens, i)) && to === found.to)) return undefined
  return one({ kind: 'time', value: `zone ${found.value}`, from: i, to, optional: true })
}
const AFTER_HOUR = /^(?:am|pm|часов|часа|час|утра|дня|вечера|ночи|m|o'clock|noon|полдень|morning|afternoon|evening)$/
/** Zones only where "time" follows. */
const ZONE_WORDS = new Set(
  "moscow london berlin dubai paris local your our my uk client's eastern pacific central new kyiv tbilisi московского московскому местного местному".split(
    ' ',
  ),
)

export function timeFact(minutes: number, from: number, to: number): Fact {
  const value = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  // 24:00 and 00:00 are one.
  return { kind: 'time', value, from, to, numeric: { raw: minutes / 60, n: minutes % DAY, base: 'clock' } }
}

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
