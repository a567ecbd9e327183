/** The word beside a number or a day that makes it an end: "до 18:00", "at least 3", "> 5". */
import {
  BOUND_HINTS,
  BOUND_MARKS,
  BOUNDS,
  BOUNDS_AFTER,
  type BoundPhrase,
  SOFT_BOUNDS,
  WHEN_BOUNDS,
} from '../../lexicon/bounds.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import { FALLS, TILTS } from '../../lexicon/signs.ts'
import { ofWord } from '../../text/answers.ts'
import { onceFor } from '../../text/remember.ts'
import type { Token } from '../../text/tokens.ts'
import { type Bound, type Fact, markAt, wordAt } from '../fact.ts'

/** A "no" near it may turn it round: "not done before the 17th". */
export function bounded(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.kind === 'range' || (fact.numeric === undefined && !MOMENTS.has(fact.kind))) return fact
  const moment = MOMENTS.has(fact.kind) || fact.numeric?.base === '' || fact.kind === 'duration'
  // "не позднее чем за 3 дня до" is "минимум за 3 дня до".
  if (fact.kind === 'duration' && (LEADS.test(wordAt(tokens, fact.to)) || leads(tokens, fact.from)))
    return { ...fact, hints: BOTH }
  // "меньше в 2 раза" is so much less.
  const skipped = fact.numeric?.base === 'times' ? 0 : SKIPPED
  const found = boundBefore(tokens, fact.from, moment, skipped) ?? markBefore(tokens, fact.from)
  // "I'll get it over EOD Friday".
  const before = found && MOMENTS.has(fact.kind) && found.words === 'over' ? undefined : found
  // "Дороже втрое" is how much dearer.
  if (fact.numeric?.base === 'times' && before && COMPARATIVES.test(before.words)) return fact
  // "Under contract 58/24".
  if (fact.kind === 'identifier' && before?.words === 'under') return fact
  const after = before ? undefined : boundAfter(tokens, fact.to)
  const aged = before !== undefined && MOMENTS.has(fact.kind) && AGES.test(before.words)
  const bound = aged ? opposite(before.bound) : (before?.bound ?? after)
  const hints = fact.numeric === undefined || fact.optional ? undefined : hintsNear(tokens, fact)
  if (bound === undefined) return hints === undefined ? fact : { ...fact, hints }
  // "больше 10 не дадим", "can't go over 7k": no more than that.
  if (before && COMPARATIVES.test(before.words) && deniedClose(tokens, before.at, fact.to))
    return {
      ...fact,
      bound: opposite(bound),
      denied: false,
      firm: fact.numeric !== undefined && !MOMENTS.has(fact.kind),
      ...(hints ? { hints } : {}),
    }
  const soft =
    before &&
    (WHEN_BOUNDS.has(before.words) ||
      SOFT_BOUNDS.test(before.words) ||
      (before.words === 'over' && fact.kind === 'duration') ||
      grownTo(tokens, before))
  const firm = !MOMENTS.has(fact.kind) && fact.numeric !== undefined && !soft
  return {
    ...fact,
    bound,
    denied: deniedNear(tokens, before?.at ?? fact.from, fact.to),
    ...(firm ? { firm } : {}),
    ...(before && STRICT.test(before.words) && fact.day ? { strict: true } : {}),
    ...(hints ? { hints } : {}),
  }
}
const STRICT = /^(?:после|позже|позднее|after|раньше|ранее|before|раньше чем)$/
/** Of a span they tell an age; older than a day is before it. */
const AGES = /^(?:старше|старее|свежее|новее|older than|newer than)(?: чем)?$/
const opposite = (bound: Bound): Bound => (bound === 'low' ? 'high' : 'low')

/** "Менее чем за сутки": how long before. */
function leads(tokens: readonly Token[], from: number): boolean {
  // "Быстрее чем за 3 дня" is how long it takes.
  return (
    wordAt(tokens, from - 1) === 'за' &&
    wordAt(tokens, from - 2) === 'чем' &&
    !/^(?:быстрее|скорее|дольше|медленнее)$/.test(wordAt(tokens, from - 3))
  )
}
const LEADS = /^(?:до|before|prior|ahead|заранее|beforehand|вперед|earlier|раньше)$/
const MOMENTS = new Set(['date', 'time', 'deadline'])

const COMPARATIVES =
  /^(?:больше|более|меньше|менее|дольше|раньше|ранее|позже|дороже|дешевле|выше|ниже|быстрее|over|above|under|below|more than|less than|fewer than|longer than|cheaper than|больше чем|меньше чем|дешевле чем|раньше чем)$/

/** A verb with a "no" stands right beside it. */
function deniedClose(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 3 && tokens[i]?.kind === 'word'; i--)
    if (DENIES.test(wordAt(tokens, i))) return true
  for (let i = to; i < to + 5 && tokens[i]?.kind === 'word'; i++) if (DENIES.test(wordAt(tokens, i))) return true
  return false
}
const DENIES = /^(?:не|нельзя|без|without|not|cannot|never|\p{L}+n't|cant|wont|dont)$/u

/** "сократил до 2 полей" is how many there are now, and no end. */
function grownTo(tokens: readonly Token[], { at, words }: Before): boolean {
  if (words === 'up to') return RISES.test(wordAt(tokens, at - 1))
  if (words !== 'до') return false
  for (let back = at - 1; back >= at - GROWTH && !/^[.!?;]$/.test(markAt(tokens, back)); back--)
    if (FALLS.at(tokens, back) || TILTS.at(tokens, back) || REACHES.test(wordAt(tokens, back))) return true
  return false
}

/** "Went up to 31" is how many there are now. */
const RISES =
  /^(?:go|goes|going|went|gone|climb\p{L}*|jump\p{L}*|rose|risen|grew|grown|increased|bumped|pushed|moved|came|come|comes|is|are|was|were)$/u
/** "Дошла до девяти" is nine. */
const REACHES = /^(?:дош\p{L}+|доход\p{L}+|достиг\p{L}*|довел\p{L}*|добрал\p{L}+|поднял\p{L}+|разогнал\p{L}*)$/u

/** Between the verb and its end the beginning may be named: "вырос с 1,2 % до 1,9 %". */
const GROWTH = 6

type Before = { readonly bound: Bound; readonly at: number; readonly words: string }

function boundBefore(tokens: readonly Token[], from: number, moment: boolean, skipped: number): Before | undefined {
  // "max. 40"
  const dot =
    markAt(tokens, from - 1) === '.' &&
    tokens[from - 1]?.glued &&
    /^(?:max|min|макс|мин)$/.test(wordAt(tokens, from - 2))
      ? 1
      : 0
  for (let end = from - dot; end >= from - skipped; end--) {
    const ending = BOUNDS.get(wordAt(tokens, end - 1))
    const found = ending && phraseBefore(tokens, end, ending, moment)
    if (found) return found
    if (!BETWEEN.has(wordAt(tokens, end - 1))) return undefined
  }
  return undefined
}

/** The longest that ends here. */
function phraseBefore(
  tokens: readonly Token[],
  end: number,
  ending: readonly BoundPhrase[],
  moment: boolean,
): Before | undefined {
  for (const { phrase, before, bound } of ending)
    if ((moment || !WHEN_BOUNDS.has(phrase)) && before.every((word, k) => wordAt(tokens, end - 2 - k) === word))
      return { bound, at: end - 1 - before.length, words: phrase }
  return undefined
}
/** So many words may stand between the end and its number. */
const SKIPPED = 2
const BETWEEN = new Set(
  'about around the около примерно обеда через за на в a an of только just где-то лишь всего'.split(' '),
)

/** "> 5", "≤ 50 000", ">= 3": not the arrow of "5 -> 3", nor a line that is quoted. */
function markBefore(tokens: readonly Token[], from: number): Before | undefined {
  const equals = markAt(tokens, from - 1) === '=' && tokens[from - 1]?.glued ? 1 : 0
  const at = from - 1 - equals
  const bound = BOUND_MARKS.get(markAt(tokens, at))
  const arrow = tokens[at]?.glued && /^[-=<>]$/.test(markAt(tokens, at - 1))
  if (bound === undefined || arrow || (tokens[at]?.newLine && !tokens[from]?.glued)) return undefined
  return { bound, at, words: markAt(tokens, at) }
}

/** "30 pages max", "three references at most", "50+": right behind the number or behind one word of what it counts. */
function boundAfter(tokens: readonly Token[], to: number): Bound | undefined {
  if (markAt(tokens, to) === '+' && tokens[to]?.glued && tokens[to + 1]?.kind !== 'number') return 'low'
  for (const at of [to, to + 1]) {
    const word = wordAt(tokens, at)
    if (word === '') return undefined
    if (!OPENS_AFTER.has(word)) continue
    const two = `${word} ${wordAt(tokens, at + 1)}`
    const longer = BOUNDS_AFTER.get(`${two} ${wordAt(tokens, at + 2)}`)
    if (longer) return longer
    const phrase = BOUNDS_AFTER.get(two)
    // The phrase may belong to a number of its own: "5 pages, at least 3".
    if (phrase && tokens[at + 2]?.kind !== 'number' && !NUMBERS.has(wordAt(tokens, at + 2))) return phrase
    const bound = at === to ? BOUNDS_AFTER.get(word) : undefined
    if (bound) return bound
  }
  return undefined
}

/** The first words of all that may stand there. */
const OPENS_AFTER = new Set([...BOUNDS_AFTER.keys()].map((words) => words.split(' ')[0]))

function hintsNear(tokens: readonly Token[], { from, to }: Fact): ReadonlySet<Bound> | undefined {
  const hints = hintsOf(tokens)
  let [low, high] = [false, false]
  for (let k = firstFrom(hints, from - HINT_REACH); k < hints.length; k++) {
    const { at, hint } = hints[k] as Hint
    if (at >= to + HINT_REACH) break
    if (at >= from && at < to) continue
    if (hint === 'low') low = true
    else high = true
  }
  return low ? (high ? BOTH : LOW) : high ? HIGH : undefined
}
const HINT_REACH = 9
const [LOW, HIGH, BOTH] = [new Set<Bound>(['low']), new Set<Bound>(['high']), new Set<Bound>(['low', 'high'])]

type Hint = { readonly at: number; readonly hint: Bound }

/** Where the hints of a text stand: found once for all its facts. */
const hintsOf = onceFor((tokens: readonly Token[]): readonly Hint[] => {
  const hints: Hint[] = []
  tokens.forEach(({ kind, text }, at) => {
    const hint = kind === 'mark' ? BOUND_MARKS_HINTS.get(text) : BOUND_HINTS.at(tokens, at)?.value
    if (hint) hints.push({ at, hint })
  })
  return hints
})
const BOUND_MARKS_HINTS = new Map<string, Bound>([
  ['+', 'low'],
  ['<', 'high'],
  ['>', 'low'],
])

/** The place of the first hint at `least` or behind it. */
function firstFrom(hints: readonly Hint[], least: number): number {
  let [start, end] = [0, hints.length]
  while (start < end) {
    const middle = (start + end) >> 1
    if ((hints[middle] as Hint).at < least) start = middle + 1
    else end = middle
  }
  return start
}

export function deniedNear(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from - 1; i >= from - 10 && tokens[i]?.kind !== 'mark' && tokens[i] !== undefined; i--)
    if (deniesAt(tokens, i)) return true
  for (let i = to; i < to + 5 && tokens[i]?.kind !== 'mark' && tokens[i] !== undefined; i++)
    if (deniesAt(tokens, i)) return true
  return false
}

function deniesAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token?.kind === 'word' && isNo(token)
}
const isNo = ofWord((word) => NOT.test(word))
const NOT =
  /^(?:не\p{L}*|нич\p{L}+|никт\p{L}+|ник\p{L}+|нельзя|nothing|nobody|невозможн\p{L}*|not|cannot|never|\p{L}+n't|cant|dont|wont|no|none|un\p{L}+|isnt|doesnt|didnt)$/u
