/** On what a statement depends: a condition that is gone, that is another one now, or that nobody set. */
import type { Difference } from '../../difference.ts'
import { matterOfWord } from '../../lexicon/concepts.ts'
import { CONDITION, DESPITE } from '../../lexicon/markers.ts'
import { alike } from '../reading/alike.ts'
import { matterOf } from '../reading/clauses.ts'
import { placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Found, find, marker } from './find.ts'

type Condition = Found<'firm' | 'event'> & {
  /** What it depends on. */
  readonly words: readonly string[]
}

/** So much of a condition is looked at, and so many conditions. */
const MOST_WORDS = 4
const MOST = 24

/** A condition may become a time ("as soon as"), and the other way round. */
export function compareConditions(source: Reading, final: Reading): Difference[] {
  const said = conditionsOf(source, false)
  const written = conditionsOf(final, true)
  if (said.length > MOST || written.length > MOST) return []
  const despite = find(DESPITE, final, false)[0]
  if (despite && find(DESPITE, source, true).length === 0)
    return [marker('condition', 'added', stretched(despite, final))]
  const lost = said.find((one) => one.value === 'firm' && written.length === 0)
  if (lost) return [marker('condition', 'missing', stretched(lost, source))]
  const other = said.find((one) => gone(one, written, source, final))
  if (other) return [marker('condition', 'missing', stretched(other, source))]
  if (said.length > 0) return []
  const gained = conditionsOf(final, false).find(({ value }) => value === 'firm')
  return gained ? [marker('condition', 'added', stretched(gained, final))] : []
}

function conditionsOf(reading: Reading, asking: boolean): Condition[] {
  const { clauses, tokens } = reading
  // "Otherwise perfect": a sentence that begins so depends on nothing.
  const found = find(CONDITION, reading, asking).filter(
    ({ from, clause }) =>
      !(tokens[from]?.word === 'otherwise' && clauses[clause]?.sentence !== clauses[clause - 1]?.sentence),
  )
  return found.map((one) => {
    const own = matterOf(tokens, one.to, clauses[one.clause]?.to ?? one.to)
    return { ...one, words: own.filter((word) => !WISH.test(word)).slice(0, MOST_WORDS) }
  })
}

/** "If you want", "если нужно": depends on nothing but a wish. */
const WISH = /^(?:want|like|wish|need|хот|хоч|нуж|треб|необходим)/

/** Whether the final says nothing of it, says it as no condition, or depends on something else. */
function gone(one: Condition, written: readonly Condition[], source: Reading, final: Reading): boolean {
  const word = source.tokens[one.from]?.word ?? ''
  if (one.value === 'event' && !EVENT.test(word)) return false
  const known = comparable(one.words, source, final)
  if (known.length === 0) return false
  const there = known.filter((stem) => placesOf(final, stem).length > 0)
  const partners = written.filter(({ words }) => words.some((stem) => known.some((mine) => alike(mine, stem))))
  if (turnedRound(one, partners, source, final)) return true
  if (one.value === 'firm' && /^(?:if|если)$/.test(word) && known.length < 2 && partners.length === 0) return false
  if (there.length === 0) return known.length > 1 || one.value === 'firm' || FIRST.test(word)
  if (partners.length === 0)
    return (one.value === 'firm' || FIRST.test(word)) && !orders(final) && there.length * 2 > known.length
  return partners.every((partner) => replaced(one, known, partner, source, final))
}
const EVENT = /^(?:как|когда|после|once|as|when|after)$/
/** Nothing before it. */
const FIRST = /^(?:once|as|как|после)$/

/** Across languages only what the tables know. */
function comparable(words: readonly string[], source: Reading, final: Reading): readonly string[] {
  return source.language === final.language ? words : words.filter((word) => matterOfWord(word) !== undefined)
}

/** After became before. */
function turnedRound(one: Condition, partners: readonly Condition[], source: Reading, final: Reading): boolean {
  const word = source.tokens[one.from]?.word ?? ''
  return (
    partners.length > 0 &&
    partners.every(({ from }) => {
      const other = final.tokens[from]?.word ?? ''
      return (AFTER.test(word) && BEFORE.test(other)) || (BEFORE.test(word) && AFTER.test(other))
    })
  )
}
const AFTER = /^(?:после|after|once)$/
const BEFORE = /^(?:до|before|until|till)$/

/** Says in which order things go, or what is needed, and so depends on it in other words. */
function orders({ tokens }: Reading): boolean {
  return tokens.some(({ word }) => ORDERS.test(word))
}
const ORDERS =
  /^(?:затем|потом|сначала|сперва|тогда|только|лишь|нуж\p{L}*|необходим\p{L}*|требу\p{L}*|потребу\p{L}*|чтобы|для|при|с|без|then|first|only|needs?|required?|requires|subject|with|without)$/u

/** Of two conditions with a word in common: each has words that the other text nowhere has. */
function replaced(
  one: Condition,
  known: readonly string[],
  partner: Condition,
  source: Reading,
  final: Reading,
): boolean {
  const mine = known.filter((stem) => placesOf(final, stem).length === 0)
  const theirs = comparable(partner.words, source, final).filter((stem) => placesOf(source, stem).length === 0)
  if (mine.length === 0 || theirs.length === 0) return false
  if (mine.length > 1 && mine.length >= one.words.length / 2) return true
  return mine.some((stem) => matterOfWord(stem)) && theirs.some((stem) => matterOfWord(stem))
}

/** A condition with what it is. */
function stretched<V>(found: Found<V>, { clauses }: Reading): Found<V> {
  const clause = clauses[found.clause]
  return clause ? { ...found, to: Math.min(clause.to, found.from + 8) } : found
}
