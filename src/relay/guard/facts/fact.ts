/** One thing a text states. */
import type { FactKind } from '../../../core/guard.ts'
import type { Side } from '../lexicon/order.ts'
import type { Token } from '../text/tokens.ts'

/** low: that much or more, that day or later · high: that much or less, that day or sooner. */
export type Bound = 'low' | 'high'

export type Numeric = {
  /** As said: 3 of "3 weeks". */
  readonly raw: number
  /** In its base: minutes, calendar months, bytes, one unit of a currency, per cent, minutes since midnight. */
  readonly n: number
  /** Empty when only a number was said. */
  readonly base: string
  /** As large a step as was named: 1000 of `150к`. */
  readonly scale?: number
  /** What it is if the thousands of the number before it are meant. */
  readonly also?: number
  /** The unit of the number before it, which it may share: "80 MB, down to 6". */
  readonly unit?: { readonly base: string; readonly size: number }
}
export type Day = {
  readonly day?: number | undefined
  readonly month?: number | undefined
  readonly year?: number | undefined
}

/** Of days or months the first and the last. through: all between them are meant · and: only the two. */
export type Span = {
  readonly how: 'through' | 'and'
  readonly of: 'month' | 'day' | 'weekday'
  readonly first: number
  readonly last: number
  readonly month?: number | undefined
}

/** How much of all there is. `some of`: so many of so many. */
export type Share = 'all' | 'both' | 'most' | 'many' | 'fraction' | 'part' | 'some of' | 'few' | 'rest' | 'one' | 'none'

export type Fact = {
  readonly kind: FactKind
  /** Equal values of a kind mean the same. */
  readonly value: string
  /** First token, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly numeric?: Numeric
  readonly day?: Day
  readonly bound?: Bound | undefined
  /** The end is said in so many words: without it the number is another one. */
  readonly firm?: boolean
  /** Words near it may set such an end in another way. */
  readonly hints?: ReadonlySet<Bound>
  /** Something near says no: what the end means is then another matter. */
  readonly denied?: boolean
  /** About so much. */
  readonly about?: boolean
  /** A number with no word behind it, of which thousands may be meant: "беру 40". */
  readonly alone?: boolean
  /** Written before the number, or as a word. */
  readonly sign?: 'minus' | 'plus' | undefined
  /** Words near it speak of less: a minus may be said by them. */
  readonly falls?: boolean
  /** So much more, or so much less: "на 20 % дешевле". */
  readonly tilt?: 'up' | 'down' | undefined
  /** So long ago or so long before, or in so long or so long after. */
  readonly when?: 'earlier' | 'later' | undefined
  /** The same day by another name, said beside it. */
  readonly gloss?: string
  /** Two numbers of which one comes first: 1080 x 1920, 16:9, 70/30. */
  readonly sides?: readonly [number, number]
  /** Per cent are spoken of near it, so that its own may be left out. */
  readonly percentNear?: boolean
  /** Before, after, with or without what it names by its stems: "до запуска". */
  readonly order?: { readonly side: Side; readonly stems: readonly string[]; readonly stage: string }
  /** Grown by so much, or up to so much. */
  readonly step?: 'by' | 'to' | undefined
  /** Behind a word such as "contract", so that its letters count as well. */
  readonly named?: boolean
  /** Leaving it out or adding it changes nothing ("one report", "the second one"); saying another number does. */
  readonly optional?: boolean
  /** For how much of what, or how often: "per hour", "за карточку". Another one in its place is a change. */
  readonly rate?: string
  /** Said right behind a sum of money: left out, the sum is another one. */
  readonly priced?: boolean
  /** "Not on Friday", "вместо 5": said only to be ruled out. */
  readonly ruledOut?: boolean
  /** Left out it is a matter of taste; another one in its place changes the matter. */
  readonly share?: Share | undefined
  /** A word for a share right before a number ("остальные шесть"): left out, the number still says it. */
  readonly counted?: boolean
  /** Stem of the word behind it, where it is vague or one: what there are several of. */
  readonly noun?: string
  /** A noun in the plural stands behind it, which it counts. */
  readonly many?: boolean
  /** The price or the measure of each of several: "10 часов по 2000". */
  readonly each?: boolean
  /** "Just one". */
  readonly only?: boolean
  /** From this day or month to another one. */
  readonly span?: Span
  /** "После 25-го", "раньше 10-го": the day itself is not meant. */
  readonly strict?: boolean
  /** Never held against another number: it is only there to be found. */
  readonly quiet?: boolean
}

/** What a reader made of the tokens from its place on. */
export type ReadFacts = { readonly facts: readonly Fact[]; readonly next: number }
export type Reader = (tokens: readonly Token[], i: number) => ReadFacts | undefined

export function wordAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i]
  return token?.kind === 'word' ? token.word : ''
}

export function markAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i]
  return token?.kind === 'mark' ? token.text : ''
}

/** Past a full stop that ends an abbreviation. */
export function pastDot(tokens: readonly Token[], i: number): number {
  return markAt(tokens, i) === '.' && tokens[i]?.glued ? i + 1 : i
}
