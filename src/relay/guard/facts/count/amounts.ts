/** A number as people write it: `1,5 млн`, `150к`, `two hundred`, `двадцать первый`, `два с половиной`. */
import { ORDINAL_ENDINGS } from '../../lexicon/calendar.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import type { NumberRole, NumberWord } from '../../lexicon/tables.ts'
import { COUNTED, IN_MILLIONS, UNITS } from '../../lexicon/units.ts'
import type { Token } from '../../text/tokens.ts'
import { markAt, pastDot, wordAt } from '../fact.ts'

export type Amount = {
  readonly n: number
  readonly role: 'cardinal' | 'ordinal' | 'times' | 'fraction' | 'vague' | 'both'
  /** As large a step as was named: 1000 of `150 тыс`. The lower end of a range takes it over. */
  readonly scale: number
  /** In words. */
  readonly spelled: boolean
  readonly to: number
}

/** Scales that are only letters behind digits. */
const LETTERS = new Map([
  ['к', 1e3],
  ['k', 1e3],
  ['тыс', 1e3],
  ['т', 1e3],
  ['кк', 1e6],
  ['kk', 1e6],
  ['mm', 1e6],
  ['млн', 1e6],
  ['m', 1e6],
  ['млрд', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
])
/** Those that mean other things as well (metres, tons): taken only with a currency beside them. */
const WITH_CURRENCY = new Set(['m', 'т', 'b', 'mm'])

/** `currency`: a sign of money stands before it. */
export function readAmount(tokens: readonly Token[], i: number, currency = false): Amount | undefined {
  const token = tokens[i]
  if (token === undefined) return undefined
  return token.kind === 'number'
    ? inDigits(tokens, i, currency)
    : token.kind === 'word'
      ? inWords(tokens, i)
      : undefined
}

function inDigits(tokens: readonly Token[], i: number, currency: boolean): Amount {
  let n = tokens[i]?.value ?? 0
  let to = i + 1
  const ending = ordinalEnding(tokens, to)
  // 2-х, 5-ти: so many, and not the so-manieth.
  if (ending && CARDINAL_ENDINGS.has(wordAt(tokens, ending - 1)))
    return { n, role: 'cardinal', scale: 1, spelled: false, to: ending }
  if (ending) return { n, role: 'ordinal', scale: 1, spelled: false, to: ending }
  const scaled = scaleAt(tokens, to, currency)
  let scale = 1
  if (scaled) {
    scale = scaled.scale
    n *= scale
    to = scaled.to
    // 1 млн 200 тыс.
    const more = tokens[to]
    const rest = more?.kind === 'number' && !more.glued ? scaleAt(tokens, to + 1, currency) : undefined
    if (more?.value !== undefined && rest && rest.scale < scale) {
      n += more.value * rest.scale
      to = rest.to
    }
  }
  const dozens = scale === 1 ? GROUPS.get(wordAt(tokens, to)) : undefined
  if (dozens !== undefined) return { n: n * dozens, role: 'cardinal', scale: 1, spelled: false, to: to + 1 }
  const half = halfAt(tokens, to)
  if (half) return withHalf(tokens, n + 0.5 * scale, scale, false, half)
  return { n: tidy(n), role: 'cardinal', scale, spelled: false, to }
}

const CARDINAL_ENDINGS = new Set(['х', 'ух', 'ех', 'мя', 'ти', 'и', 'ю'])

/** 2-й, 3rd. Not 15-го, which is a day (dates.ts reads it first). */
function ordinalEnding(tokens: readonly Token[], i: number): number | undefined {
  const at = markAt(tokens, i) === '-' && tokens[i]?.glued ? i + 1 : i
  const word = tokens[at]?.glued ? wordAt(tokens, at) : ''
  if (!ORDINAL_ENDINGS.has(word)) return undefined
  return at > i || /^[a-z]/.test(word) || word.length > 1 ? at + 1 : undefined
}

function scaleAt(tokens: readonly Token[], i: number, currency: boolean): { scale: number; to: number } | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word') return undefined
  const letters = LETTERS.get(token.word)
  if (letters !== undefined) {
    const counted =
      token.word === 'm' &&
      token.glued &&
      ((COUNTED.has(UNITS.get(wordAt(tokens, i + 1)) ?? '') && UNITS.get(wordAt(tokens, i + 1)) !== 'times') ||
        IN_MILLIONS.has(wordAt(tokens, i + 1)))
    // "1.2M": metres are written small.
    const millions = token.text === 'M' && token.glued && !counted
    if (WITH_CURRENCY.has(token.word) && !currency && !counted && !millions && !moneyFollows(tokens, i + 1))
      return undefined
    // "30 к осени" is a preposition, "150к" and "150 к ₽" are not.
    if (!token.glued && token.word.length === 1 && !moneyFollows(tokens, i + 1)) return undefined
    return { scale: letters, to: pastScaleDot(tokens, i + 1) }
  }
  const named = NUMBERS.get(token.word)
  if (named?.role === 'scale') return { scale: named.n, to: pastScaleDot(tokens, i + 1) }
  if (token.word === 'hundred') return { scale: 100, to: i + 1 }
  return undefined
}

/** The stop of an abbreviation, not that of a sentence. */
function pastScaleDot(tokens: readonly Token[], i: number): number {
  return /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') || tokens[i + 1] === undefined ? i : pastDot(tokens, i)
}

function moneyFollows(tokens: readonly Token[], i: number): boolean {
  const at = pastDot(tokens, i)
  return /^(?:р|руб|рубл\p{L}+|₽|\$|€|usd|eur|rub|долл\p{L}*|бакс\p{L}*|евро)$/u.test(tokens[at]?.word ?? '')
}

/** "с половиной", "and a half": the place after it. */
function halfAt(tokens: readonly Token[], i: number): number | undefined {
  if (wordAt(tokens, i) === 'с' && wordAt(tokens, i + 1) === 'половиной') return i + 2
  if (wordAt(tokens, i) === 'and' && wordAt(tokens, i + 1) === 'a' && wordAt(tokens, i + 2) === 'half') return i + 3
  return undefined
}

/** "четыре с половиной тысячи" */
function withHalf(tokens: readonly Token[], n: number, scale: number, spelled: boolean, to: number): Amount {
  const more = scale === 1 ? NUMBERS.get(wordAt(tokens, to)) : undefined
  return more?.role === 'scale'
    ? { n: n * more.n, role: 'cardinal', scale: more.n, spelled, to: to + 1 }
    : { n, role: 'cardinal', scale, spelled, to }
}

/** "тысяч сто", "миллиона два", "half a million". */
function turnedRound(tokens: readonly Token[], i: number, first: NumberWord): Amount | undefined {
  if (first.role === 'fraction' && wordAt(tokens, i + 1) === 'a') {
    const whole = wordAt(tokens, i + 2) === 'k' ? THOUSAND : NUMBERS.get(wordAt(tokens, i + 2))
    return whole && whole.n >= 12 && whole.role !== 'ordinal'
      ? { n: first.n * whole.n, role: 'cardinal', scale: 1, spelled: true, to: i + 3 }
      : undefined
  }
  // "четверть миллиона"
  const scale = first.role === 'fraction' ? NUMBERS.get(wordAt(tokens, i + 1)) : undefined
  if (scale?.role === 'scale' && ABOUT.has(wordAt(tokens, i + 1)))
    return { n: first.n * scale.n, role: 'cardinal', scale: 1, spelled: true, to: i + 2 }
  // "пол-ляма"
  if (first.role === 'fraction' && first.n === 0.5 && tokens[i + 1]?.text === '-' && tokens[i + 1]?.glued) {
    const whole = NUMBERS.get(wordAt(tokens, i + 2))
    if (whole?.role === 'scale') return { n: first.n * whole.n, role: 'cardinal', scale: 1, spelled: true, to: i + 3 }
  }
  if (first.role !== 'scale' || !ABOUT.has(wordAt(tokens, i))) return undefined
  // One step only: "тысяч тысяч тысяч" goes no deeper.
  if (NUMBERS.get(wordAt(tokens, i + 1))?.role === 'scale') return undefined
  const amount = readAmount(tokens, i + 1)
  return amount?.role === 'cardinal' && amount.scale === 1 && amount.n < 1_000
    ? { ...amount, n: amount.n * first.n, scale: first.n }
    : undefined
}
const THOUSAND: NumberWord = { n: 1_000, role: 'scale' }
/** Forms that a number before them would need. */
const ABOUT = new Set(['тысяч', 'тысячи', 'миллионов', 'миллиона', 'лямов', 'ляма', 'миллиардов', 'миллиарда'])

/** How large the next word must be smaller than, by what has been said: "двадцать" can be followed by ones only. */
const BELOW: Partial<Record<NumberRole, readonly NumberRole[]>> = {
  hundred: ['ten', 'one', 'ordinal', 'scale'],
  ten: ['one', 'ordinal', 'scale', 'hundred'],
  one: ['scale', 'hundred'],
  scale: ['hundred', 'ten', 'one'],
}

/** Before "a third" that is a share. */
const OVER = new Set('by about around almost nearly over roughly only just than under up down'.split(' '))

/** Two thirds, три четверти. */
const PARTS = new Map([
  ['third', 3],
  ['thirds', 3],
  ['quarters', 4],
  ['fifths', 5],
  ['трети', 3],
  ['третья', 3],
  ['четверти', 4],
  ['четвертая', 4],
  ['пятых', 5],
  ['пятая', 5],
])

function inWords(tokens: readonly Token[], i: number): Amount | undefined {
  // "Without a single lead", "all in thousands": none, and of what the numbers are.
  if (
    wordAt(tokens, i) === 'single' &&
    [1, 2, 3, 4].some((back) => /^(?:without|not|no|never|\w+n't)$/.test(wordAt(tokens, i - back)))
  )
    return { n: 0, role: 'cardinal', scale: 1, spelled: true, to: i + 1 }
  if (/^(?:тысячах|миллионах|thousands|millions)$/.test(wordAt(tokens, i)) && /^(?:в|in)$/.test(wordAt(tokens, i - 1)))
    return undefined
  const first = NUMBERS.get(wordAt(tokens, i))
  if (first === undefined) return undefined
  const turned = turnedRound(tokens, i, first)
  if (turned) return turned
  if (first.role === 'ordinal' && first.n > 2) {
    // "a third of the budget", "by a third", "пятая часть"
    const whole = wordAt(tokens, i + 1)
    const part =
      wordAt(tokens, i - 1) === 'a' &&
      (whole === 'of' || (OVER.has(wordAt(tokens, i - 2)) && !/^part(?:y|ies|ner)/.test(whole)))
    const named = /^(?:част[ьи]|дол[яиюе])$/.test(wordAt(tokens, i + 1))
    if (part || named) return { n: 1 / first.n, role: 'fraction', scale: 1, spelled: true, to: named ? i + 2 : i + 1 }
  }
  if (first.role === 'vague') {
    const of = wordAt(tokens, i + 1) === 'of' ? i + 2 : i + 1
    const scale = SCALES.get(wordAt(tokens, of))
    // "пара тысяч", "a couple of hundred"
    if (scale !== undefined) return { n: first.n * scale, role: 'vague', scale: 1, spelled: true, to: of + 1 }
  }
  if (
    first.role === 'times' ||
    first.role === 'fraction' ||
    first.role === 'vague' ||
    first.role === 'ordinal' ||
    first.role === 'both'
  ) {
    return { n: first.n, role: first.role, scale: 1, spelled: true, to: i + 1 }
  }
  let total = 0
  let group = 0
  let scale = 1
  let role: NumberRole = first.role
  let to = i
  for (let word: NumberWord = first; ; ) {
    if (word.role === 'scale') {
      total += (group || 1) * word.n
      group = 0
      scale = word.n
    } else if (word.n === 100 && group > 0 && group < 100 && group % 10 > 0) {
      group *= 100
    } else {
      group += word.n
    }
    role = word.role
    to++
    if (role === 'ordinal') return { n: total + group, role, scale: 1, spelled: true, to }
    // twenty-five; two hundred and five
    let at = to
    if (role === 'ten' && markAt(tokens, at) === '-' && tokens[at]?.glued) at++
    if ((role === 'hundred' || role === 'scale') && wordAt(tokens, at) === 'and') at++
    const next = NUMBERS.get(wordAt(tokens, at))
    if (!next || !BELOW[role]?.includes(next.role)) break
    // "Fifteen hundred", and not "twenty hundred".
    if (next.role === 'hundred' && next.n === 100 && (group >= 100 || group % 10 === 0)) break
    if (next.role === 'hundred' && next.n !== 100 && role !== 'scale') break
    if (next.role === 'scale' && next.n === scale) break
    word = next
    to = at
  }
  const dozens = GROUPS.get(wordAt(tokens, to))
  if (dozens !== undefined && scale === 1)
    return { n: group * dozens, role: 'cardinal', scale: 1, spelled: true, to: to + 1 }
  // "миллион двести" is said of thousands.
  const n = total + (scale >= 1e6 && group >= 100 && first.n !== group ? group * 1_000 : group)
  const parts = PARTS.get(wordAt(tokens, to))
  if (parts !== undefined && n < 10) return { n: n / parts, role: 'fraction', scale: 1, spelled: true, to: to + 1 }
  const half = halfAt(tokens, to)
  if (half) return withHalf(tokens, n + 0.5, scale, true, half)
  return { n, role: 'cardinal', scale, spelled: true, to }
}

const SCALES = new Map([
  ['десятков', 10],
  ['сотен', 100],
  ['тысяч', 1e3],
  ['тыщ', 1e3],
  ['миллионов', 1e6],
  ['лямов', 1e6],
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['grand', 1e3],
  ['million', 1e6],
])

/** "два десятка", "two dozen". */
const GROUPS = new Map([
  ['десятка', 10],
  ['десятков', 10],
  ['дюжины', 12],
  ['дюжин', 12],
  ['dozen', 12],
])

/** 1.1 * 1000 is 1100.0000000000002. */
export function tidy(n: number): number {
  return Number.isInteger(n) ? n : Number(n.toPrecision(12))
}
