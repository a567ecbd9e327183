import { NUMBERS } from '../../lexicon/numbers.ts'
import { ALWAYS, DOUBLED, SHARES } from '../../lexicon/shares.ts'
import { TIME_UNITS, UNITS, unitOf } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { markAt, type ReadFacts, wordAt } from '../fact.ts'
import type { Amount } from './amounts.ts'
import { facts, written } from './expressions.ts'
import { spelled } from './single.ts'
import { numericOf, unitAt } from './units.ts'

/** "A quarter of the budget", "a quarter of a million", "a quarter of an hour", "quarter-hour". */
export function quarter(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (wordAt(tokens, i) !== 'quarter') return undefined
  const part = quarterOfScale(tokens, i)
  if (part) return part
  if ((wordAt(tokens, i - 1) === 'a' || bareQuarter(tokens, i)) && wordAt(tokens, i + 3) !== 'hour') {
    const numeric = { raw: 25, n: 25, base: 'percent' }
    const optional = wordAt(tokens, i + 1) !== 'of'
    return {
      facts: [{ kind: 'quantity', value: written(numeric), from: i, to: i + 1, numeric, optional }],
      next: i + 1,
    }
  }
  if (markAt(tokens, i + 1) === '-' && /^hours?$/.test(wordAt(tokens, i + 2)))
    return spelled(0.25, 'hour', i, i + 3, false)
  return wordAt(tokens, i + 1) === 'of' && wordAt(tokens, i + 3) === 'hour'
    ? spelled(0.25, 'hour', i, i + 4, false)
    : undefined
}

/** "A quarter of a million". */
function quarterOfScale(tokens: readonly Token[], i: number): ReadFacts | undefined {
  if (wordAt(tokens, i + 1) !== 'of' || wordAt(tokens, i + 2) !== 'a') return undefined
  const scale = NUMBERS.get(wordAt(tokens, i + 3))
  if (scale?.role !== 'scale') return undefined
  const amount: Amount = { n: scale.n / 4, role: 'cardinal', scale: 1, spelled: true, to: i + 4 }
  const unit = unitAt(tokens, amount.to)
  return facts({ first: amount, last: amount, to: amount.to }, unit, i, unit?.to ?? amount.to)
}

/** "quarter of the budget"; "the first quarter of the year" is a time. */
function bareQuarter(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:|about|around|nearly|almost|over|under)$/.test(wordAt(tokens, i - 1)) &&
    tokens[i - 1]?.kind !== 'number' &&
    wordAt(tokens, i + 1) === 'of' &&
    /^(?:the|our|your|their|all)$/.test(wordAt(tokens, i + 2)) &&
    !TIME_UNITS.has(UNITS.get(wordAt(tokens, i + 3)) ?? '')
  )
}

/** Shares in a word: all of it, or half and half. Leaving it out is a matter of taste. */
export function whole(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const always =
    tokens[i]?.text === '24' && markAt(tokens, i + 1) === '/' && tokens[i + 2]?.text === '7'
      ? i + 3
      : ALWAYS.at(tokens, i)?.to
  if (always !== undefined) return { facts: [{ kind: 'time', value: 'always', from: i, to: always }], next: always }
  // 5/2: five days of work and two of rest.
  if (tokens[i]?.text === '5' && markAt(tokens, i + 1) === '/' && tokens[i + 2]?.text === '2')
    return { facts: [{ kind: 'date', value: 'workdays', from: i, to: i + 3 }], next: i + 3 }
  const halves = inHalves(tokens, i)
  if (halves !== undefined) {
    const numeric = { raw: 50, n: 50, base: 'percent' }
    return {
      facts: [{ kind: 'percent', value: written(numeric), from: i, to: halves, numeric, optional: true }],
      next: halves,
    }
  }
  if (DOUBLED.at(tokens, i)) {
    const numeric = { raw: 2, n: 2, base: 'times' }
    return {
      facts: [{ kind: 'quantity', value: written(numeric), from: i, to: i + 1, numeric, quiet: true }],
      next: i + 1,
    }
  }
  const share = SHARES.get(wordAt(tokens, i))
  if (share === undefined) return undefined
  const numeric = { raw: share, n: share, base: 'percent' }
  return {
    facts: [{ kind: 'percent', value: written(numeric), from: i, to: i + 1, numeric, optional: true, quiet: true }],
    next: i + 1,
  }
}

/** "50 на 50", "50/50": what is shared, unless it is the size of something. */
function inHalves(tokens: readonly Token[], i: number): number | undefined {
  const [half, joint, other] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  const shared = half?.text === '50' && other?.text === '50' && /^(?:на|\/)$/.test(joint?.text ?? '')
  return shared && !unitAt(tokens, i + 3) && !/^(?:на|[xх×])$/.test(wordAt(tokens, i + 3)) ? i + 3 : undefined
}

/** "2/3 трафика": a part of it. */
export function stroke(tokens: readonly Token[], i: number): ReadFacts | undefined {
  const [a, mark, b, next] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  if (mark?.text !== '/' || !mark.glued || !b?.glued || a?.value === undefined || b.value === undefined)
    return undefined
  if (!/^[1-9]$/.test(a.text) || !/^(?:[2-9]|10)$/.test(b.text) || a.value >= b.value) return undefined
  // "на 1/3", "about 2/3.": nothing need stand behind it.
  if (next?.kind !== 'word' && ((a.value !== 1 && a.text !== '2') || !PARTED.test(wordAt(tokens, i - 1))))
    return undefined
  if (next === undefined)
    return fraction(tokens, i, { n: a.value / b.value, role: 'fraction', scale: 1, spelled: true, to: i + 3 })
  if (TIME_UNITS.has(UNITS.get(next.word) ?? '')) return undefined
  return fraction(tokens, i, { n: a.value / b.value, role: 'fraction', scale: 1, spelled: true, to: i + 3 })
}

const PARTED = /^(?:на|примерно|приблизительно|около|почти|by|about|roughly|around|almost|nearly)$/

export function fraction(tokens: readonly Token[], i: number, amount: Amount): ReadFacts {
  // "half an hour", "a quarter of an hour"; "первая половина дня" is a part of the day.
  const article = /^(?:of|a|an)$/
  let at = amount.to
  while (article.test(wordAt(tokens, at)) && at < amount.to + 2) at++
  const name = at > amount.to ? (wordAt(tokens, at) === 'second' ? 'second' : UNITS.get(wordAt(tokens, at))) : undefined
  const hourOf = wordAt(tokens, amount.to) === 'часа' ? 'hour' : undefined
  const unit = name ?? hourOf
  if (unit !== undefined && TIME_UNITS.has(unit)) {
    const to = hourOf ? amount.to + 1 : at + 1
    const numeric = numericOf(amount.n, { name: unit, ...unitOf(unit), to })
    return { facts: [{ kind: 'duration', value: written(numeric), from: i, to, numeric }], next: to }
  }
  const part = /^(?:перв|втор|first|second|other|друг|остальн)/.test(wordAt(tokens, i - 1))
  const share = Math.round(amount.n * 100)
  const numeric = { raw: share, n: share, base: 'percent' }
  return {
    facts: [
      { kind: 'quantity', value: written(numeric), from: i, to: amount.to, numeric, optional: part, share: 'fraction' },
    ],
    next: amount.to,
  }
}
