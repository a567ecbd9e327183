/** Days, months, days of the week, and words for when: "14 мая", "к 15-му", "May 14th", "следующий вторник", "EOD". */
import { DAY_ENDINGS, DAY_OF_MONTH, DAY_PARTS, MONTHS, WEEKDAYS, WHICH } from '../../lexicon/calendar.ts'
import type { Token } from '../../text/tokens.ts'
import { readAmount } from '../count/amounts.ts'
import { type Day, type Fact, markAt, type ReadFacts, wordAt } from '../fact.ts'
import { monthAt, pastAbbreviation } from './months.ts'
import { readQuarter } from './quarters.ts'
import { edge, partOfMonth, relative } from './relative-days.ts'

export function readDate(tokens: readonly Token[], i: number): ReadFacts | undefined {
  return (
    readQuarter(tokens, i) ??
    partOfMonth(tokens, i) ??
    dayAndMonth(tokens, i) ??
    monthAndDay(tokens, i) ??
    dayOfMonth(tokens, i) ??
    monthAlone(tokens, i) ??
    yearAlone(tokens, i) ??
    weekday(tokens, i) ??
    edge(tokens, i) ??
    relative(tokens, i)
  )
}

/** "14 мая 2025", "the 14th of May", "с 1 по 14 июля", "5 и 6 июня". */
function dayAndMonth(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const first = dayNumber(tokens, i)
  if (!first) return undefined
  const month = monthAt(tokens, wordAt(tokens, first.to) === 'of' ? first.to + 1 : first.to, true)
  if (month) {
    const year = yearAt(tokens, month.to)
    return one(dateFact({ day: first.day, month: month.month, year: year?.year }, i, year?.to ?? month.to))
  }
  const days = [first]
  for (let last = first; days.length <= MOST_DAYS; days.push(last)) {
    const joint = JOINTS.has(wordAt(tokens, last.to)) || /^[-,]$/.test(markAt(tokens, last.to))
    const next = joint ? dayNumber(tokens, last.to + 1) : undefined
    if (!next) break
    last = next
  }
  const second = days.at(-1)
  if (!second || second === first) return undefined
  const of = wordAt(tokens, second.to) === 'of' ? second.to + 1 : second.to
  const shared = monthAt(tokens, of, true)
  if (!shared) return undefined
  const year = yearAt(tokens, shared.to)
  const end = year?.to ?? shared.to
  return {
    facts: days.map(({ day }) => dateFact({ day, month: shared.month, year: year?.year }, i, end)),
    next: end,
  }
}
/** More days of one month nobody counts up. */
const MOST_DAYS = 6
const JOINTS = new Set(['по', 'до', 'и', 'to', 'and', 'till', 'until', 'through', 'или', 'or'])

/** "May 14th, 2025", "October 10-12". */
function monthAndDay(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const month = monthAt(tokens, i, true)
  if (!month || !/^[a-z]/.test(wordAt(tokens, i))) return undefined
  const at = wordAt(tokens, month.to) === 'the' ? month.to + 1 : month.to
  const first = tokens[at]?.kind === 'number' ? dayNumber(tokens, at) : undefined
  if (!first) return undefined
  const days = daysBehind(tokens, first)
  const last = days.at(-1) ?? first
  const year = yearAt(tokens, markAt(tokens, last.to) === ',' ? last.to + 1 : last.to)
  const end = year?.to ?? last.to
  return { facts: days.map(({ day }) => dateFact({ day, month: month.month, year: year?.year }, i, end)), next: end }
}

/** "10-12", "10, 11 and 12": what comes behind a comma is a day only where "and" and one more follow it. */
function daysBehind(tokens: readonly Token[], first: DayNumber): DayNumber[] {
  const days = [first]
  let sure = 1
  while (days.length <= MOST_DAYS) {
    const at = days.at(-1)?.to ?? first.to
    const joint = tokens[at]?.word ?? ''
    const next = /^(?:-|to|and|through|,)$/.test(joint) ? dayNumber(tokens, at + 1) : undefined
    if (!next || monthAt(tokens, next.to, true)) break
    days.push(next)
    if (joint !== ',') {
      sure = days.length
      break
    }
  }
  return days.slice(0, sure)
}

/** "к 15-му", "15 числа", "the 15th". */
function dayOfMonth(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const first = dayNumber(tokens, i)
  if (!first) return undefined
  if (DAY_OF_MONTH.has(wordAt(tokens, first.to))) return one(dateFact({ day: first.day }, i, first.to + 1))
  if (first.ending === 'day') return one(dateFact({ day: first.day }, i, first.to))
  // "до десятого": of a month that need not be named.
  if (
    first.ending === 'ordinal' &&
    /(?:го|му)$/.test(wordAt(tokens, first.to - 1)) &&
    /^(?:до|с|со|к|ко|по|после|около|от)$/.test(wordAt(tokens, i - 1)) &&
    (tokens[first.to]?.kind !== 'word' || /^(?:и|или|а|но|включительно|не)$/.test(wordAt(tokens, first.to)))
  )
    return one(dateFact({ day: first.day }, i, first.to))
  const the = wordAt(tokens, i - 1) === 'the' && first.ending === 'ordinal' && tokens[i]?.kind === 'number'
  const noun =
    tokens[first.to]?.kind === 'word' &&
    !/^(?:and|or|to|at|is|for|if|but|so|we|i|please|pls|as|until|till|by|then|will|inclusive|unless|because|in|on|the|not)$/.test(
      wordAt(tokens, first.to),
    )
  return the && !noun ? one(dateFact({ day: first.day }, i, first.to)) : undefined
}

type DayNumber = { readonly day: number; readonly to: number; readonly ending: 'none' | 'day' | 'ordinal' }

function dayNumber(tokens: readonly Token[], i: number): DayNumber | undefined {
  const token = tokens[i]
  if (token?.kind === 'number') {
    const day = token.value ?? 0
    if (!Number.isInteger(day) || day < 1 || day > 31 || token.text.length > 2) return undefined
    const at = markAt(tokens, i + 1) === '-' && tokens[i + 1]?.glued ? i + 2 : i + 1
    if (tokens[at]?.glued && DAY_ENDINGS.has(wordAt(tokens, at))) return { day, to: at + 1, ending: 'day' }
  }
  const amount = readAmount(tokens, i)
  if (!amount || amount.n < 1 || amount.n > 31 || !Number.isInteger(amount.n)) return undefined
  if (amount.role !== 'ordinal' && (amount.spelled || amount.role !== 'cardinal')) return undefined
  return { day: amount.n, to: amount.to, ending: amount.role === 'ordinal' ? 'ordinal' : 'none' }
}

function yearAt(tokens: readonly Token[], i: number): { year: number; to: number } | undefined {
  const token = tokens[i]
  const year = token?.kind === 'number' && /^\d{4}$/.test(token.text) ? (token.value ?? 0) : 0
  if (year < 1990 || year > 2099) return undefined
  const named = YEARS.has(wordAt(tokens, i + 1))
  return { year, to: named ? (wordAt(tokens, i + 1) === 'г' ? pastAbbreviation(tokens, i + 2) : i + 2) : i + 1 }
}
const YEARS = new Set(['г', 'год', 'года', 'году', 'годом', 'гг'])

function monthAlone(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const month = monthAt(tokens, i, false)
  if (!month) return undefined
  const year = yearAt(tokens, month.to)
  const fact = dateFact({ month: month.month, year: year?.year }, i, year?.to ?? month.to)
  const which = WHICH.get(wordAt(tokens, i - 1))
  if (which !== 'last' && which !== 'next') return one(fact)
  // "в прошлом июле" is "в июле прошлого года", if the other text says so.
  const named = { kind: 'date' as const, value: `${which} year`, from: i - 1, to: i, optional: true, quiet: true }
  return { facts: [named, fact], next: fact.to }
}

/** "с 23 года", "в 24-м году", "in '24": behind what no number of years stands behind. */
function shortYear(tokens: readonly Token[], i: number): { year: number; to: number } | undefined {
  const mark = markAt(tokens, i) === "'" ? 1 : 0
  const token = tokens[i + mark]
  if (token?.kind !== 'number' || !/^\d\d$/.test(token.text)) return undefined
  const year = 2_000 + (token.value ?? 0)
  if (mark) return token.glued && !tokens[i]?.glued ? { year, to: i + 2 } : undefined
  let at = i + 1
  if (markAt(tokens, at) === '-') at++
  if (tokens[at]?.glued && /^(?:го|м|му|й)$/.test(wordAt(tokens, at))) at++
  const word = wordAt(tokens, at)
  const before = wordAt(tokens, i - 1)
  const named =
    (/^(?:с|со|до|к|от|после)$/.test(before) && /^год[ау]$/.test(word)) ||
    (/^(?:в|по|о)$/.test(before) && word === 'году')
  return named || (MONTHS.has(before) && /^год[ау]?$/.test(word)) ? { year, to: at + 1 } : undefined
}

function yearAlone(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const short = shortYear(tokens, i)
  if (short) return one(dateFact({ year: short.year }, i, short.to))
  const year = yearAt(tokens, i)
  if (!year || (year.to === i + 1 && !/^(?:in|в|since|с|for|на|за)$/.test(wordAt(tokens, i - 1)))) return undefined
  return one(dateFact({ year: year.year }, i, year.to))
}

function weekday(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const day = WEEKDAYS.get(wordAt(tokens, i)) ?? shortDay(tokens, i)
  if (day === undefined || isSurroundings(tokens, i)) return undefined
  const span = daysOn(tokens, i, day)
  if (span) return one(span)
  // "среда разработки", "sun" and "sat" alone are doubtful only in lower case and far from "on".
  const next = WHICH.get(wordAt(tokens, markAt(tokens, i - 1) === '.' ? i - 2 : i - 1))
  // "Вторник следующей недели", "вторник следующей".
  const behind = pastAbbreviation(tokens, i + 1)
  const week = WHICH.get(wordAt(tokens, behind)) === 'next' ? weekBehind(tokens, behind + 1) : undefined
  if (week !== undefined) return one({ kind: 'date', value: `next ${day}`, from: i, to: week })
  // "The Monday after that".
  const then = wordAt(tokens, i + 1) === 'after' && /^(?:that|it|next)$/.test(wordAt(tokens, i + 2))
  if (then) return one({ kind: 'date', value: `next ${day}`, from: i, to: i + 3 })
  return one({ kind: 'date', value: next === 'next' ? `next ${day}` : day, from: i, to: behind })
}

/** "Тестовая среда": what something works in. */
function isSurroundings(tokens: readonly Token[], i: number): boolean {
  if (!/^сред(?:а|ы|е|у|ой)$/.test(wordAt(tokens, i))) return false
  const before = wordAt(tokens, i - 1)
  return (
    (/^\p{L}{3,}(?:ая|ой|ую)$/u.test(before) && !WHICH.has(before) && !DAYS_WHICH.test(before)) ||
    /^(?:разработки|исполнения|тестирования|обитания)$/.test(wordAt(tokens, i + 1))
  )
}
const DAYS_WHICH = /^(?:кажд|ближайш|перв|втор|трет|последн|прошедш|минувш|сегодняшн|завтрашн|вчерашн)/

/** The place behind "недели", or behind nothing where the week is left out. */
function weekBehind(tokens: readonly Token[], i: number): number | undefined {
  if (/^(?:недели|неделе|week)$/.test(wordAt(tokens, i))) return i + 1
  return /^следующей$/.test(wordAt(tokens, i - 1)) && tokens[i]?.kind !== 'word' ? i : undefined
}

/** "Sat" and "Sun" are words as well: written as names, and with a day's company. */
function shortDay(tokens: readonly Token[], i: number): string | undefined {
  const text = tokens[i]?.text ?? ''
  // "The move is sat 1am-4am".
  const hour = tokens[i + 1]
  const beforeHour =
    hour?.shape?.kind === 'time' || (hour?.kind === 'number' && /^(?:am|pm|a|p)$/.test(wordAt(tokens, i + 2)))
  if (/^(?:sat|sun)$/.test(text) && beforeHour) return text
  if (text !== 'Sat' && text !== 'Sun') return undefined
  const [before, next] = [wordAt(tokens, i - 1), tokens[i + 1]]
  const company =
    /^(?:on|by|this|next|last|until|till|from|for|every|before|after|and|or|to|is)$/.test(before) ||
    WEEKDAYS.has(before)
  return company ||
    next === undefined ||
    next.kind !== 'word' ||
    DAY_PARTS.has(next.word) ||
    /^(?:at|by|and|or|to)$/.test(next.word)
    ? text.toLowerCase()
    : undefined
}

/** "пн-пт", "Monday to Friday": all workdays. */
function daysOn(tokens: readonly Token[], i: number, first: string): Fact | undefined {
  const at = pastAbbreviation(tokens, i + 1)
  if (!/^(?:-|по|до|to|through|till|until)$/.test(tokens[at]?.word ?? '')) return undefined
  const value = SPANS.get(`${first} ${WEEKDAYS.get(wordAt(tokens, at + 1))}`)
  return value === undefined ? undefined : { kind: 'date', value, from: i, to: pastAbbreviation(tokens, at + 2) }
}
const SPANS = new Map([
  ['mon fri', 'workdays'],
  ['sat sun', 'weekend'],
])

export function dateFact(day: Day, from: number, to: number): Fact {
  const value = [day.year, day.month, day.day].map((part) => part ?? '*').join('-')
  const raw = day.day ?? day.year ?? day.month ?? 0
  return { kind: 'date', value, from, to, day, numeric: { raw, n: raw, base: 'date' } }
}

function one(fact: Fact): ReadFacts {
  return { facts: [fact], next: fact.to }
}
