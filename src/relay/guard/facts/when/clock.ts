/** An hour of the clock as a fact, and the half of the day that is told beside it. */
import type { Token } from '../../text/tokens.ts'
import { readAmount } from '../count/amounts.ts'
import { type Fact, markAt, wordAt } from '../fact.ts'

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

export type Half = 'am' | 'pm' | 'night'

export function halfOfDay(tokens: readonly Token[], i: number): { half: Half; to: number } | undefined {
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
  // "раз в два дня"
  if (part === 'дня' && /^раза?$/.test(wordAt(tokens, i - 3))) return undefined
  if (part === 'дня' && !HOURLY.test(wordAt(tokens, i - 2)) && !/^(?:часа|часов|час)$/.test(wordAt(tokens, i - 1)))
    return undefined
  return half === undefined || (in_ === i && /^[a-z]/.test(part)) ? undefined : { half, to: in_ + 1 }
}
const HOURLY = /^(?:в|к|до|с|после|около)$/
const HALVES = new Map<string, Half>([
  ['утра', 'am'],
  ['дня', 'pm'],
  ['вечера', 'pm'],
  ['ночи', 'night'],
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
])

export function withHalf(minutes: number, half: Half): number {
  if (half === 'pm') return minutes < 720 ? minutes + 720 : minutes
  if (half === 'night') return minutes >= 540 && minutes < 720 ? minutes + 720 : minutes % 720
  return minutes >= 720 && minutes < 780 ? minutes - 720 : minutes
}

export function timeFact(minutes: number, from: number, to: number): Fact {
  const value = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  // 24:00 and 00:00 are one.
  return { kind: 'time', value, from, to, numeric: { raw: minutes / 60, n: minutes % DAY, base: 'clock' } }
}
