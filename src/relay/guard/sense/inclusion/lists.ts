/** Which words of a text are said to be in, and which out: "A, B and C are included; D is separate". */
import { ATTRIBUTES, INCLUSION, type Marker, WHOLES_OF_LIST } from '../../lexicon/inclusion.ts'
import { NEGATION } from '../../lexicon/negation.ts'
import { NUMBERS } from '../../lexicon/numbers.ts'
import { acts, shallDo } from '../../lexicon/ru/verbs.ts'
import { ofWord } from '../../text/answers.ts'
import { onceFor } from '../../text/remember.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import type { Denial } from '../negation/denials.ts'
import { type Clause, matterAt } from '../reading/clauses.ts'
import type { Reading } from '../reading/reading.ts'

type Side = 'in' | 'out'

/** One thing of a list: its words, those of one thing between two joints. */
export type Item = {
  readonly words: readonly string[]
  readonly side: Side | undefined
  /** Only a bare "no" says so: "travel isn't". */
  readonly weak: boolean
  /** Items of one list have one number. */
  readonly list: number
  readonly from: number
  readonly to: number
}

export type Lists = {
  readonly items: readonly Item[]
  /** Something is told apart from something else: there are two sides, or one set apart. */
  readonly parted: boolean
}

type Found = {
  readonly at: number
  readonly to: number
  readonly marker: Exclude<Marker, 'none'>
  readonly denied: boolean
  readonly weak: boolean
}

/** A list of more things is no message. */
const MOST = 60
const MOST_WORDS = 8
const FEW = 4

/** Whether something is said to be out, in whatever words but a bare "no". Several rules ask for the same text. */
export const hasOut = onceFor(({ tokens }: Reading) =>
  tokens.some((_, i) => INCLUSION.at(tokens, i)?.value.startsWith('out') === true),
)

export function listsOf(reading: Reading): Lists {
  const { tokens, clauses, denials } = reading
  const items: Item[] = []
  let list = 0
  let parted = false
  let before: Side | undefined
  // What is said of VAT is a fact, and held against its like there.
  const vat = new Set<number>()
  for (const { kind, from, to } of reading.facts) if (kind === 'vat') for (let i = from; i < to; i++) vat.add(i)
  const byClause = new Map<number, Denial[]>()
  for (const denial of denials.plain) {
    const own = byClause.get(denial.clause)
    if (own === undefined) byClause.set(denial.clause, [denial])
    else if (own.length < FEW) own.push(denial)
  }
  const found = clauses.map((clause, index) => markersIn(reading, clause, byClause.get(index) ?? [], index, vat))
  clauses.forEach((clause, index) => {
    const own = found[index] ?? []
    const opens = clauses[index - 1]?.sentence !== clause.sentence
    if (opens) before = undefined
    const verb = hasVerb(tokens, clause.from, clause.to)
    const side = sideOf(own, reading, index)
    const next = clauses[index + 1]?.sentence === clause.sentence ? index + 1 : undefined
    const colon = /^[-:]$/.test(tokens[clause.to - 1]?.text ?? '')
    // "Filling the catalogue - separate": what is said of it stands behind the dash.
    const behind =
      next !== undefined && colon && own.length === 0 && bare(reading, next)
        ? NO.test(tokens[clauses[next]?.from ?? 0]?.word ?? '')
          ? 'out'
          : sideOf(found[next] ?? [], reading, next)
        : undefined
    const ahead = own.length === 0 && !verb && opens ? aheadOf(reading, index, found) : undefined
    const inherits = own.length === 0 && !verb && !opens && !TURNS.test(tokens[clause.from]?.word ?? '')
    if (!inherits) list++
    const said = own.length > 0 || behind !== undefined
    const base =
      clause.asks || (!said && byClause.has(index))
        ? 'unsure'
        : (side ?? behind ?? ahead ?? (inherits ? before : undefined))
    let current = base
    const push = (from: number, to: number) => {
      const words = wordsIn(tokens, from, to, own)
      if (words.length > 0 && items.length < MOST && current !== 'unsure')
        items.push({ words, side: current, weak: own.some(({ weak }) => weak), list, from, to })
    }
    let from = clause.from
    for (let i = clause.from; i < clause.to; i++) {
      const marker = own.find(({ at }) => at === i)
      if (marker?.marker === 'out after' || marker?.marker === 'in after') {
        push(from, i)
        if (marker.marker === 'out after') parted = true
        if (base !== 'unsure')
          current = marker.marker === 'out after' ? (base === 'out' ? undefined : 'out') : base === 'out' ? 'out' : 'in'
        from = marker.to
      } else if (JOINTS.has(tokens[i]?.word ?? '')) {
        push(from, i)
        from = i + 1
      }
    }
    push(from, clause.to)
    before = current === 'unsure' ? undefined : current
  })
  const sides = new Set(items.map(({ side }) => side))
  return { items, parted: parted || (sides.has('out') && sides.has('in')) }
}
/** "Обучение - нет". */
const NO = /^(?:нет|no)$/
const JOINTS = new Set(['и', 'and', 'или', 'or', 'plus', 'плюс', '&'])
/** What follows is not what the list was. */
const TURNS =
  /^(?:только|лишь|но|а|зато|это|там|тут|здесь|дальше|далее|потом|затем|котор\p{L}+|only|just|but|however|while|that|which|who|where|this|here|there|then|beyond|after)$/u

function markersIn(
  { tokens }: Reading,
  { from, to, asks }: Clause,
  denying: readonly Denial[],
  index: number,
  vat: ReadonlySet<number>,
): Found[] {
  const found: Found[] = []
  for (let i = from; i < to; ) {
    const marker = INCLUSION.at(tokens, i)
    if (marker === undefined || marker.value === 'none' || vat.has(i) || !predicate(tokens, i, marker.to)) {
      i = marker?.value === 'none' ? marker.to : i + 1
      continue
    }
    // "Minus 5 %", "but not before May".
    if (
      marker.value === 'out after' &&
      (counted(tokens, marker.to) || NEGATION.at(tokens, marker.to - 1)?.value === 'neutral')
    ) {
      i = marker.to
      continue
    }
    const denied = denying.some(
      ({ at }) => (at < i || at >= (marker?.to ?? i)) && at >= i - NEAR && at <= (marker?.to ?? i) + 1,
    )
    if (found.length >= MOST_WORDS) break
    found.push({ at: i, to: marker.to, marker: marker.value, denied, weak: BUT_NOT.test(tokens[i]?.word ?? '') })
    i = marker.to
  }
  if (found.length > 0) return found
  // "Not the fonts", "travel isn't": only behind a list.
  const [only] = denying
  const alone = only !== undefined && !only.optional && only.alone && index > 0
  const opens =
    only !== undefined &&
    /^(?:not|не)$/.test(tokens[only.at]?.word ?? '') &&
    (only.at === from || (only.at === from + 1 && TURNS.test(tokens[from]?.word ?? '')))
  if (only !== undefined && !asks && (alone || (opens && !hasVerb(tokens, only.at + 1, to))))
    found.push({ at: only.at, to: only.at + 1, marker: 'out', denied: false, weak: true })
  return found
}
const BUT_NOT = /^(?:но|but)$/

function counted(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'number'
}
/** A "no" stands so near before what it denies. */
const NEAR = 4

/** "A separate page" is a page; "the page is separate" is out. */
function predicate(tokens: readonly Token[], at: number, to: number): boolean {
  if (!ATTRIBUTES.test(tokens[at]?.word ?? '') || to - at > 1) return true
  const next = tokens[to]
  return (
    next?.kind !== 'word' ||
    /^(?:and|but|и|но|cost|charge|fee|line|invoice|quote|order|the|of|our|your|its|this|that|scope)$/.test(next.word)
  )
}

/** What a clause says of its things; `unsure`: of both sides, or nothing that can be told. */
function sideOf(own: readonly Found[], { clauses }: Reading, index: number): Side | 'unsure' | undefined {
  const sides = new Set<Side>()
  for (const { marker, denied } of own) {
    if (marker === 'in') sides.add(denied ? 'out' : 'in')
    if (marker === 'out') {
      if (denied) return 'unsure'
      sides.add('out')
    }
  }
  if (sides.size > 1) return 'unsure'
  const [only] = sides
  if (only !== undefined) return only
  return own.length > 0 && clauses[index] ? 'in' : undefined
}

/** A list at the head of its sentence: what is said of it stands behind its last thing. */
function aheadOf({ clauses, tokens }: Reading, index: number, found: readonly (readonly Found[])[]): Side | undefined {
  for (let k = index + 1; clauses[k]?.sentence === clauses[index]?.sentence; k++) {
    const own = found[k] ?? []
    const { from = 0, to = 0 } = clauses[k] ?? {}
    if (TURNS.test(tokens[from]?.word ?? '') || tokens.slice(from, to).some(({ word }) => PRONOUN.test(word)))
      return undefined
    if (own.length === 0) {
      if (hasVerb(tokens, from, to)) return undefined
      continue
    }
    const [first] = own
    return first?.marker === 'in' && own.length === 1 ? (first.denied ? 'out' : 'in') : undefined
  }
  return undefined
}

/** Nothing but the marker stands in it. */
function bare({ tokens, clauses }: Reading, index: number): boolean {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return wordsIn(tokens, from, to, []).length <= 1
}

function wordsIn(tokens: readonly Token[], from: number, to: number, own: readonly Found[]): string[] {
  const words: string[] = []
  for (let i = from; i < to; i++) {
    if (words.length >= MOST_WORDS) break
    if (own.length > 0 && holds(tokens, from, i)) continue
    if (own.some((one) => i >= one.at && i < one.to)) continue
    const token = tokens[i]
    if (token?.kind !== 'word' || !mayBeThing(token)) continue
    const matter = matterAt(token)
    if (matter !== undefined) words.push(matter)
  }
  return words
}

/** "В эту смету входит", "in the fee": what holds the things is none of them. */
function holds(tokens: readonly Token[], from: number, i: number): boolean {
  if (i > from && HOLDS.test(tokens[i - 1]?.word ?? '')) return true
  return i > from + 1 && THIS.test(tokens[i - 1]?.word ?? '') && HOLDS.test(tokens[i - 2]?.word ?? '')
}
const HOLDS = /^(?:в|во|in)$/
const THIS = /^(?:эту|этот|это|данную|данный|нашу|наш|вашу|ваш|the|this|our|your)$/

/** "The third" is one of what is counted elsewhere. */
const mayBeThing = ofWord((word) => !WHOLES_OF_LIST.test(stem(word)) && !NUMBERS.has(word) && !isVerb(word))

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token && isVerbOrDoer(token)) return true
  }
  return false
}

const isVerbOrDoer = ofWord((word) => isVerb(word) || PRONOUN.test(word))

function isVerb(word: string): boolean {
  return /^[а-я]/.test(word) ? acts(word) || shallDo(word) || RU_VERB.test(word) : EN_VERB.test(word)
}
const RU_VERB =
  /(?:ется|ются|ится|ятся|ает|яет|ует|ают|яют|уют|ваем|аете|ваете|или|али|лись|лся|лась)$|^(?:есть|идет|идут|будет|будут|стоит|стоят|нужно|надо|можно|нельзя|пришлось)$|^(?!печать|память|кровать)\p{L}{2,}(?:ать|ять|ить|еть|уть|ться|сти)$/u
const EN_VERB =
  /^(?:is|are|was|were|be|been|will|has|have|need|needs|can|stay|stays|remain|remains|goes|go|get|gets|comes|cost|costs|do|does|would|should|must|\w+'ll|\w+'re|\w+n't|it's|that's)$/
const PRONOUN = /^(?:we|you|i|they|it|мы|вы|я|они|он|она)$/
