/** Hours of the clock: "в 10 утра", "6:45 pm", "noon". `10:00` alone is a shape. */
import { DAY_PARTS, HOURS, ZONE_PHRASES } from '../../lexicon/calendar.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, type ReadFacts, wordAt } from '../fact.ts'
import { halfOfDay, hourAt, hourFact, timeFact, withHalf } from './clock.ts'
import { spokenHour } from './spoken-hours.ts'

export function readTime(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const token = tokens[i]
  if (token?.kind === 'shape' && token.shape?.kind === 'time') {
    const half = halfOfDay(tokens, i + 1)
    const minutes = half ? withHalf(token.shape.minutes, half.half) : token.shape.minutes
    const fact = timeFact(minutes, i, half?.to ?? i + 1)
    // "They cut the sound at 10:30": in English an hour without its half may be of the evening.
    const open =
      !half && minutes >= 60 && minutes < 780 && /^[1-9]/.test(token.text) && /^[a-z]/.test(wordAt(tokens, i - 1))
    return one(open && fact.numeric ? { ...fact, numeric: { ...fact.numeric, also: (minutes + 720) % 1_440 } } : fact)
  }
  return spokenHour(tokens, i) ?? hour(tokens, i) ?? range(tokens, i) ?? namedHour(tokens, i) ?? zone(tokens, i)
}

function hour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const amount = hourAt(tokens, i)
  if (amount === undefined) return undefined
  const half = halfOfDay(tokens, amount.to)
  if (half) return one(timeFact(withHalf(amount.n * 60, half.half), i, half.to))
  // "Четыре часа дня".
  if (/^(?:часов|часа|час)$/.test(wordAt(tokens, amount.to)) && halfOfDay(tokens, amount.to + 1))
    return one(hourFact(tokens, amount.n, 0, i, amount.to + 1))
  // "в 15 часов"; without the preposition it is how long.
  // "С 11 на 13 часов".
  const moved = wordAt(tokens, i - 1) === 'на' && tokens[i - 2]?.kind === 'number' && wordAt(tokens, i - 3) === 'с'
  const russian =
    (/^(?:в|к)$/.test(wordAt(tokens, i - 1)) || moved) &&
    /^(?:часов|часа|час|часам|ч)$/.test(wordAt(tokens, amount.to)) &&
    !/^(?:раз|раза|once|смен[ауыеойк]*|вахт\p{L}|объем\p{L}*|длительность\p{L}*|продолжительность\p{L}*)$/u.test(
      wordAt(tokens, i - 2),
    )
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

/** Parts of the day: leaving one out is a matter of taste, another one is a change. */
function namedHour(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const minutes = HOURS.get(word)
  if (minutes !== undefined) {
    const fact = timeFact(minutes, i, i + 1)
    // Half past two is more often in the afternoon.
    return one(fact.numeric && minutes < 720 ? { ...fact, numeric: { ...fact.numeric, also: minutes + 720 } } : fact)
  }
  // "к часу", "с часу до двух"
  if (word === 'часу' && /^(?:с|к|до|после)$/.test(wordAt(tokens, i - 1))) {
    const end = wordAt(tokens, i + 1) === 'до' ? hourAt(tokens, i + 2) : undefined
    const facts = [hourFact(tokens, 1, 0, i, i + 1)]
    return end && tokens[end.to]?.kind !== 'word'
      ? { facts: [...facts, hourFact(tokens, end.n, 0, i + 2, end.to)], next: end.to }
      : { facts, next: i + 1 }
  }
  const part = DAY_PARTS.get(word)
  if (part === undefined) return undefined
  if (/^добр/.test(wordAt(tokens, i - 1)) || wordAt(tokens, i - 1) === 'good') return { facts: [], next: i + 1 }
  // "Lunch from one to two": a break, and no hour.
  if (part === 'noon' && /^(?:с|from)$/.test(wordAt(tokens, i + 1))) return { facts: [], next: i + 1 }
  // Before lunch is the morning.
  const side = part === 'noon' ? LUNCH.get(wordAt(tokens, i - 1)) : undefined
  return one({ kind: 'time', value: side ?? part, from: i, to: i + 1, optional: true })
}

const LUNCH = new Map([
  ['до', 'morning'],
  ['before', 'morning'],
  ['после', 'afternoon'],
  ['after', 'afternoon'],
])

function zone(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const found = ZONE_PHRASES.at(tokens, i)
  if (found === undefined) return undefined
  const to = /^(?:time|времени|время)$/.test(wordAt(tokens, found.to)) ? found.to + 1 : found.to
  // "et" and "pt" are words of other languages, "по Москве" is a place: only behind an hour, or before "time".
  const short = tokens[i - 1]?.kind === 'word' && to === found.to && !AFTER_HOUR.test(wordAt(tokens, i - 1))
  const behindHour = AMERICAN.test(wordAt(tokens, i)) && /^[ap]m$/.test(wordAt(tokens, i - 1))
  if (short || (ZONE_WORDS.has(wordAt(tokens, i)) && to === found.to && !behindHour)) return undefined
  return one({ kind: 'time', value: `zone ${found.value}`, from: i, to, optional: true })
}
const AFTER_HOUR =
  /^(?:не|not|am|pm|часов|часа|час|утра|дня|вечера|ночи|m|o'clock|noon|полдень|morning|afternoon|evening)$/
/** "10 am Eastern". */
const AMERICAN = /^(?:eastern|central|mountain|pacific)$/
/** Zones only where "time" follows. */
const ZONE_WORDS = new Set(
  "moscow london berlin dubai paris local your our my uk client's eastern pacific central new kyiv tbilisi московского московскому местного местному".split(
    ' ',
  ),
)

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
