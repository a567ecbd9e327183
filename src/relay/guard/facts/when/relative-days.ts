/** Days that are told by another day: "до конца месяца", "завтра", "на следующей неделе", "EOD". */
import { CLOSES, DAY_PARTS, EDGES, RELATIVE, WEEKDAYS, WHICH } from '../../lexicon/calendar.ts'
import { TIME_UNITS, UNITS } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, pastDot, type ReadFacts, wordAt } from '../fact.ts'
import { monthAt } from './months.ts'

/** "до конца месяца", "end of the week", "EOD". */
export function edge(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const closes = CLOSES.get(word)
  if (closes !== undefined) return one({ kind: 'deadline', value: closes, from: i, to: i + 1 })
  const which = EDGES.get(word)
  if (which === undefined) return undefined
  let at = i + 1
  let other = ''
  while (
    at < i + 5 &&
    ((/^(?:of|the|day|this)$/.test(wordAt(tokens, at)) && UNITS.get(wordAt(tokens, at + 1)) !== undefined) ||
      WHICH.get(wordAt(tokens, at)) !== undefined ||
      /^(?:of|the|рабочего)$/.test(wordAt(tokens, at)) ||
      markAt(tokens, at) === '-' ||
      (markAt(tokens, at) === '.' && tokens[at]?.glued && wordAt(tokens, at - 1) === 'след'))
  ) {
    const which = WHICH.get(wordAt(tokens, at))
    if (which !== undefined && which !== 'this') other = `${which} `
    at++
  }
  // "month end", "day's end"
  const unit = UNITS.get(wordAt(tokens, at)) ?? (wordAt(tokens, at) === 'quarter' ? 'quarter' : undefined)
  if (unit !== undefined && TIME_UNITS.has(unit) && !/^(?:ms|second|minute)$/.test(unit)) {
    // Until the end of the year is until the last of December.
    const day = unit === 'year' && which === 'end' && other === '' ? { day: { day: 31, month: 12 } } : {}
    const lapses = [1, 2, 3, 4].some((back) => LAPSES.test(wordAt(tokens, i - back)))
    return one({
      kind: 'deadline',
      value: `${which} ${other}${unit}`,
      from: i,
      to: at + 1,
      ...day,
      ...(lapses ? { optional: true } : {}),
    })
  }
  const weekday = WEEKDAYS.get(wordAt(tokens, at))
  if (weekday !== undefined && (at > i + 1 || /^[а-я]/.test(word)))
    return {
      facts: [
        { kind: 'deadline', value: `${which} day`, from: i, to: at },
        { kind: 'date', value: weekday, from: at, to: at + 1 },
      ],
      next: at + 1,
    }
  const month = monthAt(tokens, at, true)
  return month ? one(edgeOfMonth(which, month, i)) : undefined
}

/** Hours that nobody used: "expire at the end of the month" is "do not roll over". */
const LAPSES = /^(?:expires?|lapses?|сгора\p{L}+)$/u

/** Until the end of August is until the 31st. */
function edgeOfMonth(which: string, { month, to }: { month: number; to: number }, from: number): Fact {
  const day = which === 'end' ? { day: { day: LAST_DAYS[month - 1], month } } : {}
  return { kind: 'deadline', value: `${which} month-${month}`, from, to, ...day }
}

/** "в 20-х числах мая", "в первых числах", "the last days of August": a part of a month. */
export function partOfMonth(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const which = /^перв/.test(word) || word === 'first' ? 'start' : /^последн/.test(word) || word === 'last' ? 'end' : ''
  const of = which ? ofDays(tokens, i + 1) : undefined
  if (of !== undefined) {
    const month = monthAt(tokens, of, true)
    const of_ = /^(?:the|this|этого)$/.test(wordAt(tokens, of)) ? of + 1 : of
    const unit = UNITS.get(wordAt(tokens, of_))
    if (month) return one(edgeOfMonth(which, month, i))
    if (unit === 'month') return one({ kind: 'deadline', value: `${which} month`, from: i, to: of_ + 1 })
    return /^числ/.test(wordAt(tokens, of - 1))
      ? one({ kind: 'deadline', value: `${which} month`, from: i, to: of })
      : undefined
  }
  const tens = tensAt(tokens, i)
  if (tens === undefined) return undefined
  const month = monthAt(tokens, tens.to, true)
  const day = { day: tens.n, month: month?.month }
  const to = month?.to ?? tens.to
  const fact = { kind: 'date' as const, value: `${tens.n}s ${month?.month ?? '*'}`, from: i, to, day }
  return one({ ...fact, numeric: { raw: tens.n, n: tens.n, base: 'date' } })
}

/** "числах", "few days of": the place behind it. */
function ofDays(tokens: readonly Token[], i: number): number | undefined {
  if (/^числах?$/.test(wordAt(tokens, i))) return i + 1
  const at = wordAt(tokens, i) === 'few' ? i + 1 : i
  if (/^дн(?:и|ях)$/.test(wordAt(tokens, at))) return at + 1
  return wordAt(tokens, at) === 'days' && wordAt(tokens, at + 1) === 'of' ? at + 2 : undefined
}

/** "20-х числах": the twenties of a month. */
function tensAt(tokens: readonly Token[], i: number): { n: number; to: number } | undefined {
  const named = TENS.get(wordAt(tokens, i))
  const digits = tokens[i]?.kind === 'number' && /^[12]0$/.test(tokens[i]?.text ?? '') ? tokens[i]?.value : undefined
  const n = named ?? digits
  if (n === undefined) return undefined
  let at = i + 1
  if (digits !== undefined) {
    if (markAt(tokens, at) === '-') at++
    if (!/^(?:х|ых)$/.test(wordAt(tokens, at))) return undefined
    at++
  }
  return /^чис(?:лах|ел)$/.test(wordAt(tokens, at)) ? { n, to: at + 1 } : undefined
}
const TENS = new Map([
  ['десятых', 10],
  ['двадцатых', 20],
])

/** "в первой половине дня", "the first half of the day": the morning, and no half of anything. */
function halfDay(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (!/^(?:половин\p{L}|half)$/u.test(wordAt(tokens, i + 1))) return undefined
  const end = [i + 2, i + 3, i + 4].find((at) => /^(?:дня|day)$/.test(wordAt(tokens, at)))
  if (end === undefined) return undefined
  const value = /^[пf]/.test(wordAt(tokens, i)) ? 'morning' : 'afternoon'
  return one({ kind: 'time', value, from: i, to: end + 1, optional: true })
}
const HALF_DAY = /^(?:перв|втор|first|second)/

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** "завтра", "на следующей неделе", "last month". */
export function relative(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  const half = HALF_DAY.test(word) ? halfDay(tokens, i) : undefined
  if (half) return half
  const earlier = EARLIER.get(word)
  if (earlier !== undefined && BACK.test(wordAt(tokens, i + 1)))
    return one({ kind: 'date', value: earlier, from: i, to: i + 2 })
  // "The US gets it the week after."
  if (
    word === 'week' &&
    wordAt(tokens, i - 1) === 'the' &&
    wordAt(tokens, i + 1) === 'after' &&
    tokens[i + 2]?.kind !== 'word'
  )
    return one({ kind: 'date', value: 'next week', from: i, to: i + 2 })
  const far =
    word !== 'day' && word !== 'week'
      ? undefined
      : FAR.find((phrase) => phrase.words.every((part, k) => wordAt(tokens, i + k) === part))
  if (far) return one(inTwo(far.value, i, i + far.words.length))
  // "this morning", "tonight"
  if (word === 'tonight' || word === 'tonite' || (word === 'this' && DAY_PARTS.has(wordAt(tokens, i + 1)))) {
    const to = word === 'this' ? i + 2 : i + 1
    const part = DAY_PARTS.get(wordAt(tokens, to - 1)) ?? 'evening'
    return {
      facts: [
        { kind: 'date', value: 'today', from: i, to, optional: true },
        { kind: 'time', value: part, from: i, to, optional: true },
      ],
      next: to,
    }
  }
  if (NOW.has(word)) return one({ kind: 'date', value: 'today', from: i, to: i + 1, optional: true, quiet: true })
  const day = RELATIVE.get(word)
  if (day !== undefined && IN_TWO.has(day)) return one(inTwo(day, i, i + 1))
  if (day !== undefined) {
    // "today is Thursday" names the day and sets no other.
    const is = /^(?:is|уже|it's|-)$/.test(tokens[i + 1]?.word ?? '') ? i + 2 : i + 1
    return one({
      kind: 'date',
      value: day,
      from: i,
      to: i + 1,
      // "На сегодня израсходовано 80 %": as things stand.
      optional:
        day === 'today' &&
        (WEEKDAYS.has(wordAt(tokens, is)) || (wordAt(tokens, i - 1) === 'на' && !SETS.test(wordAt(tokens, i - 2)))),
    })
  }
  const which = WHICH.get(word)
  if (which === undefined) {
    const unit = UNITS.get(word)
    const end = wordAt(tokens, i + 1)
    // "Before the month is over".
    if (unit !== undefined && end === 'is' && /^(?:over|out|up)$/.test(wordAt(tokens, i + 2)) && ENDED.test(unit))
      return one({ kind: 'deadline', value: `end ${unit}`, from: i, to: i + 3 })
    return unit !== undefined && EDGES.get(end) === 'end' && ENDED.test(unit)
      ? one({ kind: 'deadline', value: `end ${unit}`, from: i, to: i + 2 })
      : undefined
  }
  const at = pastDot(tokens, i + 1)
  const name = wordAt(tokens, at).replace(/'s$/, '')
  const unit = UNITS.get(name) ?? (name === 'quarter' ? 'quarter' : undefined)
  if (unit === undefined || !/^(?:week|month|year|quarter)$/.test(unit)) return undefined
  // "Tuesday of last week" is "last Tuesday".
  const ofDay = [i - 1, i - 2].some((near) => WEEKDAYS.has(wordAt(tokens, near)))
  const optional = which === 'this' || ofDay || carriedOver(tokens, i)
  return one({ kind: 'date', value: `${which} ${unit}`, from: i, to: at + 1, optional })
}
const ENDED = /^(?:month|week|year|quarter|day)$/
/** What is set or moved to a day: "созвон на сегодня". */
const SETS =
  /^(?:созвон\p{L}*|встреч\p{L}+|задач\p{L}*|план\p{L}*|запис\p{L}+|перен[её]с\p{L}*|перенос\p{L}*|назнач\p{L}+|заплан\p{L}+|ставим|став\p{L}+|поставил\p{L}*|сдвин\p{L}+|дедлайн|срок|выход|старт|запуск|съ[её]мк\p{L}+)$/u

/** "Not carried into the next month": nothing takes place then. */
function carriedOver(tokens: readonly Token[], i: number): boolean {
  let [no, carried] = [false, false]
  for (let at = i - 1; at >= i - CARRY_REACH && !/^[.!?;]$/.test(markAt(tokens, at)); at--) {
    no ||= /^(?:не|not|no|never|don't|doesn't|won't|can't|cannot)$/.test(wordAt(tokens, at))
    carried ||= /^(?:carr(?:y|ied|ies)|roll(?:s|ed)?|перенос\p{L}+|переход\p{L}+)$/u.test(wordAt(tokens, at))
  }
  return no && carried
}
const CARRY_REACH = 6

/** The day after tomorrow is in two days, if the other text says so. */
function inTwo(value: string, from: number, to: number): Fact {
  const n = 2 * (value.startsWith('week') ? 10_080 : 1_440)
  const when = value.includes('after') ? 'later' : 'earlier'
  return { kind: 'date', value, from, to, numeric: { raw: 2, n, base: 'minute' }, when }
}
const IN_TWO = new Set(['day after tomorrow', 'day before yesterday', 'week after next'])

/** "Годом ранее": last year. */
const EARLIER = new Map([
  ['годом', 'last year'],
  ['месяцем', 'last month'],
  ['неделей', 'last week'],
  ['кварталом', 'last quarter'],
])
const BACK = /^(?:ранее|раньше)$/

/** At once is today, if the other text says so. */
export const NOW = new Set([
  'currently',
  'moment',
  'far',
  'later',
  'soon',
  'gtg',
  'afternoon',
  'сейчас',
  'щас',
  'срочно',
  'now',
  'asap',
  'immediately',
])
const FAR = [
  { words: ['day', 'after', 'tomorrow'], value: 'day after tomorrow' },
  { words: ['day', 'before', 'yesterday'], value: 'day before yesterday' },
  { words: ['week', 'after', 'next'], value: 'week after next' },
]

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
