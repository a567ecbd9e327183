/**
 * Work to come that the source does not speak of. A promise is the source's own when the source names the same act, or most of
 * what it is about, or has an act of its own to come that no other part of the final gives again.
 */
import { loosely, same } from '../../compare/agree.ts'
import type { Difference } from '../../difference.ts'
import { ADDITIVE, MODALITY } from '../../lexicon/markers.ts'
import { alike, isAmong, overlap, overlapsBy } from '../reading/alike.ts'
import { matterAt, matterOf } from '../reading/clauses.ts'
import { sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Act, actsOf, isYours } from './acts.ts'
import { knowsNothing, onlyLooks, unknownAt } from './looks.ts'

const MOST = 40
const MOST_WORDS = 400
/** Words of a sentence that are looked at. */
const MOST_BESIDE = 24

export function comparePromises(source: Reading, final: Reading): Difference[] {
  const made = actsOf(final).filter((act) => act.promise && !hedged(final, act) && !priced(act, source, final))
  if (made.length === 0 || made.length > MOST) return []
  const said = source.matter.flat().slice(0, MOST_WORDS)
  const looking = actsOf(source).some((act) => onlyLooks(act, source))
  const open = made.filter(
    (act) => act.by === 'speaker' && !names(act, said, source, final) && !(looking && onlyLooks(act, final)),
  )
  const own = beyondUnanswered(open, actClauses(source), source, final)
  if (own.length > 0) return own.map((act) => added(act, final))
  const beyond = beyondAll(made, said, source, final)
  if (beyond.length > 0) return beyond.map((act) => added(act, final))
  const given = made.filter((act) => act.by === 'others' && !touches(act, said, final))
  const every = source.clauses.flatMap(({ from, to }, index) =>
    (source.matter[index] ?? []).length > 0 &&
    !source.tokens.slice(from, to).some((_, i) => unknownAt(source.tokens, from + i))
      ? [index]
      : [],
  )
  return beyondUnanswered(given, every, source, final).map((act) => added(act, final))
}

/** Work at a price that the source names is an offer, and no gift. */
function priced({ clause }: Act, source: Reading, final: Reading): boolean {
  const { from = 0, to = 0 } = final.clauses[clause] ?? {}
  return final.facts.some(
    (fact) =>
      fact.kind === 'money' &&
      fact.from >= from &&
      fact.to <= to &&
      source.facts.some((said) => same(said, fact) || loosely(said, fact)),
  )
}

/** More promises than the source has acts: those at the end, of which it has no word. */
function beyondAll(made: readonly Act[], said: readonly string[], source: Reading, final: Reading): readonly Act[] {
  const more = made.length - actClauses(source).length
  const last = final.clauses.at(-1)?.sentence ?? 0
  if (more <= 0 || last === 0 || source.tokens.some(({ word }) => TO_COME.test(word))) return []
  return made
    .filter(({ clause, by, at }) => {
      if (final.clauses[clause]?.sentence !== last || !(by === 'speaker' || isYours(final.tokens, at))) return false
      const words = sentenceMatter(final, clause)
      return words.length >= LEAST && !overlapsBy(1, words, said)
    })
    .slice(0, more)
}
/** Something is to come, in whatever words. */
const TO_COME = /^(?:будет|будут|will|\p{L}+'ll|should|gonna|надо|нужно|need|needs|please|прошу|просьба|\p{L}+йте)$/u

function added(act: Act, { tokens }: Reading): Difference {
  const value = matterOf(tokens, act.from, act.to).join(' ')
  return {
    severity: 'block',
    kind: 'commitment',
    change: 'added',
    final: { kind: 'commitment', value, from: act.from, to: act.to },
  }
}

/** Whether the source has a word of what others are said to do. */
function touches({ clause, from, to }: Act, said: readonly string[], final: Reading): boolean {
  const own = matterOf(final.tokens, from, to)
  const words = own.length < LEAST ? (final.matter[clause] ?? []) : own
  return words.length < LEAST || overlapsBy(1, words, said)
}
/** A clause of fewer words says too little to be new. */
const LEAST = 2

/** "We shall try", "приложим усилия": nobody is held to it. */
function hedged({ tokens }: Reading, { from, to }: Act): boolean {
  for (let i = from; i < to; i++) {
    const value = MODALITY.at(tokens, i)?.value
    if (value === 'attempt' || value === 'uncertain') return true
  }
  return false
}

/** Whether the source speaks of this act: by its verb, or of most of what it is done to. */
function names(act: Act, said: readonly string[], source: Reading, final: Reading): boolean {
  const verb = verbOf(act, final)
  const words = [...matterOf(final.tokens, act.from, act.to), ...behindDash(act, final)].filter(
    (word) => word !== verb && !/^(?:вмест|instead)/.test(word),
  )
  const shared = overlap(words, said)
  const more =
    adds(final, act) && !source.tokens.some(({ word }, i) => ADDITIVE.at(source.tokens, i) || OTHER.test(word))
  // "Ставим сами" and "установку берём на себя".
  if (TAKES.test(final.tokens[act.at]?.word ?? '') && source.tokens.some(({ word }) => SELF.test(word))) return true
  const light = verb === undefined || LIGHT.test(verb)
  if (light && words.length === 0) return true
  if (more) return words.length > 0 && shared >= words.length
  if (verb !== undefined && isAmong(verb, said)) {
    if (onlyDoubted(source, verb)) return false
    // Of what has been done already only the same thing again.
    return words.length === 0 || shared > 0 || !over(source, verb)
  }
  if (light) return shared > 0
  return MAKES.test(verb) ? shared * 3 > words.length - moments(act, final) : shared * 2 > words.length
}
/** "We'll set a limit - four impressions a week": what it is about stands behind the dash. */
function behindDash({ clause }: Act, { tokens, clauses, matter }: Reading): readonly string[] {
  const [own, next] = [clauses[clause], clauses[clause + 1]]
  if (own === undefined || next?.sentence !== own.sentence || !/^[-:]$/.test(tokens[own.to - 1]?.text ?? '')) return []
  return matter[clause + 1] ?? []
}

/** "Посмотрю, можно ли ускорить": nobody has said that it will be. */
function onlyDoubted({ tokens, clauses, matter }: Reading, verb: string): boolean {
  const places = clauses.filter((_, index) => isAmong(verb, matter[index] ?? []))
  return (
    places.length > 0 && places.every(({ from, to }) => tokens.slice(from, to).some((_, i) => doubts(tokens, from + i)))
  )
}

function doubts(tokens: Reading['tokens'], i: number): boolean {
  const word = tokens[i]?.word ?? ''
  if (word === 'ли' || word === 'whether') return true
  return word === 'if' && [1, 2, 3].some((on) => /^(?:can|could|possible)$/.test(tokens[i + on]?.word ?? ''))
}

const TAKES = /^(?:берем|беру|возьмем|возьму)$/
const SELF = /^(?:сами|сам|сама|ourselves|myself)$/
/** "The second half" is what is still to come. */
const OTHER = /^(?:втор\p{L}+|друг\p{L}+|second|other|rest|next)$/u
/** Words that only say when. */
function moments({ from, to }: Act, { facts, tokens }: Reading): number {
  let count = 0
  for (const fact of facts)
    if (MOMENTS.has(fact.kind) && fact.from >= from && fact.to <= to)
      count += matterOf(tokens, fact.from, fact.to).length
  return count
}
const MOMENTS: ReadonlySet<string> = new Set(['date', 'time', 'deadline', 'duration'])

/** They bring about whatever is spoken of: a part of what it is about will do. */
const MAKES =
  /^(?:подготов|изготов|снимем|сниму|созда|размест|напечат|отправ|пришл|вышл|переда|предостав|постав|привез|установ|внес|остав|сохран|держ|keep|leav|remain|stay|receiv|prepar|produc|send|deliver|provid|print|shoot|set|put)/
/** Verbs that name no work by themselves. */
const LIGHT =
  /^(?:бер|возьм|дел|сдел|провед|выполн|займ|занима|осуществ|организу|нач|приступ|верн|буд|do|start|begin|take|handl|look|get|make|carry|arrang|proceed|deal|happen|com|com(?:e|ing)|back|напиш|сообщ|отпиш|уточн|гарант|обеща|promis|guarant|writ|inform)/

function verbOf({ at, to }: Act, { tokens }: Reading): string | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (!/^(?:будем|буду|will|\p{L}+'ll)$/u.test(token.word)) return matterAt(token)
  for (let i = at + 1; i < to; i++) {
    const matter = matterAt(tokens[i] as (typeof tokens)[number])
    if (matter !== undefined && !/(?:ly|но|also|all)$/.test(tokens[i]?.word ?? '')) return matter
  }
  return undefined
}

function adds({ tokens, clauses }: Reading, { from, clause }: Act): boolean {
  const to = clauses[clause]?.to ?? from
  for (let i = from; i < to; i++) if (ADDITIVE.at(tokens, i)) return true
  return false
}

/** Whether the source has the act only as done. */
function over({ tokens }: Reading, verb: string): boolean {
  const uses = tokens.filter((token) => token.kind === 'word' && alike(matterAt(token) ?? '', verb))
  return uses.length > 0 && uses.every(({ word }) => PAST.test(word))
}
const PAST = /(?:[аеиоуыя]л(?:а|и|о|ся|ась|ись)?|ед|ed|ен[аоы]?|ан[аоы]?)$/

/** Clauses that tell of work: "I'll have a look" and "отпишусь" excuse no promise of another kind. */
function actClauses(source: Reading): number[] {
  return [
    ...new Set(
      actsOf(source).flatMap((act) =>
        onlyLooks(act, source) || knowsNothing(act, source) || isWhen(act, source) ? [] : [act.clause],
      ),
    ),
  ]
}

/** "When I get a second": no work. */
function isWhen({ at }: Act, { tokens }: Reading): boolean {
  return /^(?:when|once|whenever|soon)$/.test(tokens[at - 1]?.word ?? '')
}

/** The promises left when each of the `clauses` that nothing else of the final gives again has been given one. */
function beyondUnanswered(
  open: readonly Act[],
  clauses: readonly number[],
  source: Reading,
  final: Reading,
): readonly Act[] {
  if (open.length === 0) return open
  const rest = new Map<number, string[]>()
  final.clauses.forEach(({ from, to, sentence }, index) => {
    const promise = open.find(({ clause }) => clause === index)
    const words =
      promise === undefined
        ? (final.matter[index] ?? [])
        : [...matterOf(final.tokens, from, promise.from), ...matterOf(final.tokens, Math.min(to, promise.to), to)]
    rest.set(sentence, [...(rest.get(sentence) ?? []), ...words].slice(0, MOST_BESIDE))
  })
  const sentences = [...rest.values()].slice(0, MOST)
  let unanswered = 0
  for (const index of clauses.slice(0, MOST)) {
    const words = (source.matter[index] ?? []).slice(0, 12)
    if (words.length > 0 && sentences.some((there) => overlapsBy(words.length / 2, words, there))) continue
    unanswered++
    if (unanswered === open.length) return []
  }
  return open.slice(unanswered)
}
