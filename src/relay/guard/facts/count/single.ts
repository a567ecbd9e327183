/** One unit without a number: "an hour", "в месяц", "weekly", "полчаса". */
import { WEEKDAYS } from '../../lexicon/calendar.ts'
import {
  A_SINGLE,
  EVERY,
  HALVES,
  SINGLE,
  SINGLE_GENITIVE,
  TIME_UNITS,
  UNIT_ADJECTIVES,
  UNITS,
  unitOf,
} from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { type Fact, markAt, type ReadFacts, wordAt } from '../fact.ts'
import { readAmount } from './amounts.ts'
import { facts, written } from './expressions.ts'
import { rateFact } from './rates.ts'
import { numericOf, unitAt } from './units.ts'

/** ежемесячно, weekly: once in that time, and only another frequency is a change. */
export function every(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const name = EVERY.get(wordAt(tokens, i)) ?? paceOf(tokens, i)
  return name === undefined ? undefined : { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
}

/** "дневной бюджет", "месячная ставка". */
function paceOf(tokens: readonly Token[], i: number): string | undefined {
  if (!PACED.test(wordAt(tokens, i + 1))) return undefined
  const word = wordAt(tokens, i)
  return [...UNIT_ADJECTIVES].find(
    ([start, name]) => TIME_UNITS.has(name) && word.startsWith(start) && word.length <= start.length + 3,
  )?.[1]
}

const PACED =
  /^(?:бюджет|лимит|ставк|тариф|план|оплат|расход|абон|плат|стоимост|цен|доход|оклад|продлен|обслужив|подписк|лиценз|аренд|хостинг|поддержк|норм|объем|трафик|охват)/

const FURTHER = /^(?:extra|additional|further|more|full|whole)$/

/** "реакция — час", "в месяц", "per hour", "/мес". */
export function single(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const word = wordAt(tokens, i)
  if (A_SINGLE.has(word) || markAt(tokens, i) === '/') {
    // "An extra week".
    const at = A_SINGLE.has(word) && FURTHER.test(wordAt(tokens, i + 1)) ? i + 2 : i + 1
    const name = UNITS.get(wordAt(tokens, at))
    if (name !== undefined && at > i + 1) return spelled(1, name, i, at + 1, true)
    if (name === undefined || (wordAt(tokens, i + 1).length === 1 && markAt(tokens, i) !== '/')) return undefined
    // "Пн/ср/пт".
    if (WEEKDAYS.has(wordAt(tokens, i - 1)) && WEEKDAYS.has(wordAt(tokens, i + 1))) return undefined
    if (wordAt(tokens, i + 2) === 'and' && wordAt(tokens, i + 4) === 'half') return spelled(1.5, name, i, i + 5, false)
    if (/^(?:each|every)$/.test(word) && TIME_UNITS.has(name))
      return { facts: [rateFact(name, name, i, i + 2)], next: i + 2 }
    return spelled(1, name, i, i + 2, true)
  }
  const genitive =
    SINGLE_GENITIVE.has(word) &&
    (/^(?:течени[еи]|более|больше|менее|меньше|вместо)$/.test(wordAt(tokens, i - 1)) || upToOne(tokens, i))
  // "стоимость часа"
  if (SINGLE_GENITIVE.has(word) && PRICE.test(wordAt(tokens, i - 1))) {
    const name = UNITS.get(word) ?? 'day'
    return { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
  }
  if (genitive) return spelled(1, UNITS.get(word) ?? 'day', i, i + 1, true)
  if (SINGLE.has(word) && /^кажд(?:ый|ую|ое|ые)$/.test(wordAt(tokens, i - 1))) {
    const name = UNITS.get(word)
    return name === undefined ? undefined : { facts: [rateFact(name, name, i - 1, i + 1)], next: i + 1 }
  }
  if (!SINGLE.has(word) || /^(?:добрый|весь|целый|каждый|хороший|тот|этот|наш|рабочий)$/.test(wordAt(tokens, i - 1)))
    return undefined
  const name = UNITS.get(word)
  if (name === undefined) return undefined
  // "час-полтора", "неделя-две"
  const longer = markAt(tokens, i + 1) === '-' && TIME_UNITS.has(name) ? readAmount(tokens, i + 2) : undefined
  if (longer?.role === 'cardinal' && longer.spelled && longer.n > 1 && longer.n <= 3 && !unitAt(tokens, longer.to)) {
    const unit = { name, ...unitOf(name), to: longer.to }
    const read = facts({ first: { ...longer, n: 1 }, last: longer, to: longer.to }, unit, i, longer.to)
    // "от недели до полутора" names no number for the first.
    return { ...read, facts: read.facts.map((end, k) => (k === 0 ? { ...end, optional: true } : end)) }
  }
  // "час двадцать"
  const more = word === 'час' ? readAmount(tokens, i + 1) : undefined
  if (
    more?.role === 'cardinal' &&
    more.spelled &&
    more.n >= 5 &&
    more.n <= 59 &&
    unitAt(tokens, more.to)?.base !== 'metre' &&
    tokens[more.to]?.kind !== 'number'
  ) {
    const minutes = UNITS.get(wordAt(tokens, more.to)) === 'minute' ? more.to + 1 : more.to
    return spelled(1 + more.n / 60, name, i, minutes, false)
  }
  if (wordAt(tokens, i + 1) === 'с' && wordAt(tokens, i + 2) === 'половиной') return spelled(1.5, name, i, i + 3, false)
  // "в день", "в месяц" are how often.
  if (wordAt(tokens, i - 1) === 'в' && TIME_UNITS.has(name))
    return { facts: [rateFact(name, name, i, i + 1)], next: i + 1 }
  const once = spelled(1, name, i, i + 1, true)
  // "через день" is in a day, or every other day where the other text says so.
  return wordAt(tokens, i - 1) === 'через' ? { ...once, facts: once.facts.map(orEveryOther) } : once
}

/** "Модерация до недели": no longer than that. "До года", "до дня рождения", "до конца недели" are other matters. */
function upToOne(tokens: readonly Token[], i: number): boolean {
  return (
    wordAt(tokens, i - 1) === 'до' &&
    /^(?:недели|месяца|часа|квартала)$/.test(wordAt(tokens, i)) &&
    tokens[i + 1]?.kind !== 'word'
  )
}

const PRICE = /^(?:стоимость|цена|ставка|тариф|оплата|стоимости|цену|ставку|цене|ставке)$/

function orEveryOther(fact: Fact): Fact {
  return fact.numeric ? { ...fact, numeric: { ...fact.numeric, also: 2 * fact.numeric.n } } : fact
}

/** полчаса, полгода. */
export function halved(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const name = HALVES.get(wordAt(tokens, i))
  return name === undefined ? undefined : spelled(0.5, name, i, i + 1, false)
}

export function spelled(raw: number, name: string, from: number, to: number, optional: boolean): ReadFacts {
  const unit = { name, ...unitOf(name), to }
  const numeric = numericOf(raw, unit)
  const kind = TIME_UNITS.has(name) ? ('duration' as const) : ('unit' as const)
  return { facts: [{ kind, value: written(numeric), from, to, numeric, optional }], next: to }
}
