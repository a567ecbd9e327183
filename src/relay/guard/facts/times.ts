/** Hours of the clock: "в 10 утра", "6:45 pm", "noon". `10:00` alone is a shape. */
import { DAY_PARTS, HOURS, ZONES } from '../lexicon/calendar.ts'
import type { Token } from '../text/tokens.ts'
import { readAmount } from './amounts.ts'
import { type Fact, markAt, type ReadFacts, wordAt } from './fact.ts'

export function readTime(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  if (token?.kind === 'shape' && token.shape?.kind === 'time') {
    const half = halfOfDay(tokens, i + 1)
    const minutes = half ? withHalf(token.shape.minutes, half.half) : token.shape.minutes
    return one(timeFact(minutes, i, half?.to ?? i + 1))
  }
  return pastHour(tokens, i) ?? hour(tokens, i) ?? range(tokens, i) ?? namedHour(tokens, i) ?? zone(tokens, i)
}

function hour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const amount = hourAt(tokens, i)
  if (amount === undefined) return undefined
  const half = halfOfDay(tokens, amount.to)
  if (half) return one(timeFact(withHalf(amount.n * 60, half.half), i, half.to))
  // "в 15 часов"; without the preposition it is how long.
  const at = /^(?:в|к)$/.test(wordAt(tokens, i - 1)) && /^(?:часов|часа|час|ч)$/.test(wordAt(tokens, amount.to))
  if (at) {
    const part = halfOfDay(tokens, amount.to + 1)
    return one(timeFact(part ? withHalf(amount.n * 60, part.half) : amount.n * 60, i, part?.to ?? amount.to + 1))
  }
  if (/^o'clock$/.test(wordAt(tokens, amount.to))) return one(timeFact(amount.n * 60, i, amount.to + 1))
  return undefined
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

function hourAt(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const amount = readAmount(tokens, i)
  if (amount?.role !== 'cardinal' || amount.scale !== 1 || amount.n > 24 || !Number.isInteger(amount.n))
    return undefined
  return amount
}

/** "half past two", "half nine", "quarter to five", "без четверти три". An hour without its half of the day may be in the afternoon. */
function pastHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const next = wordAt(tokens, i + 1)
  if (word === 'half' && next === 'past') return atHour(tokens, i, i + 2, 30)
  if (word === 'half' && tokens[i + 1]?.kind === 'word' && hourAt(tokens, i + 1)) return atHour(tokens, i, i + 1, 30)
  if (
    word === 'half' &&
    /^(?:at|by|from|till|until|before|after|around)$/.test(wordAt(tokens, i - 1)) &&
    tokens[i + 2]?.kind !== 'word'
  )
    return atHour(tokens, i, i + 1, 30)
  if (word === 'quarter' && (next === 'past' || next === 'to'))
    return atHour(tokens, i, i + 2, next === 'past' ? 15 : -15)
  if (word !== 'без') return undefined
  const minutes = next === 'четверти' ? { n: 15, to: i + 2 } : readAmount(tokens, i + 1)
  return minutes && minutes.n < 30 ? atHour(tokens, i, minutes.to, -minutes.n) : undefined
}

function atHour(tokens: readonly Token[], from: number, i: number, minutes: number): ReadFacts | undefined {
  const amount = hourAt(tokens, i)
  if (amount === undefined || amount.n < 1 || amount.n > 12) return undefined
  const half = halfOfDay(tokens, amount.to)
  const at = (half ? withHalf((amount.n % 12) * 60, half.half) : amount.n * 60) + minutes
  const fact = timeFact(at, from, half?.to ?? amount.to)
  return one(fact.numeric && !half ? { ...fact, numeric: { ...fact.numeric, also: at + 720 } } : fact)
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
  const zone = ZONES.get(wordAt(tokens, i))
  // "et" and "pt" and "est" are words of other languages: only behind an hour.
  if (zone === undefined || (tokens[i - 1]?.kind === 'word' && !/^(?:am|pm|часов)$/.test(wordAt(tokens, i - 1))))
    return undefined
  return one({ kind: 'time', value: `zone ${zone}`, from: i, to: i + 1, optional: true })
}

export function timeFact(minutes: number, from: number, to: number): Fact {
  const value = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { kind: 'time', value, from, to, numeric: { raw: minutes / 60, n: minutes, base: 'clock' } }
}

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
