/** How sure, on what condition, asked or said: what a final must keep of it. Shown as a warning. */
import type { FactKind } from '../../../core/guard.ts'
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { matterOfWord } from '../lexicon/concepts.ts'
import { CONDITION, MODALITY, REQUEST } from '../lexicon/markers.ts'
import type { Phrases } from '../lexicon/phrases.ts'
import { matterOf } from './reading/clauses.ts'
import { placesOf } from './reading/places.ts'
import type { Reading } from './reading/reading.ts'

export function compareMarkers(source: Reading, final: Reading): Difference[] {
  return [...compareModality(source, final), ...compareConditions(source, final), ...compareQuestions(source, final)]
}

type Found<V> = { readonly value: V; readonly from: number; readonly to: number }

function find<V extends string>(table: Phrases<V>, { tokens, clauses }: Reading, asking: boolean): Found<V>[] {
  const found: Found<V>[] = []
  for (const clause of clauses) {
    if (clause.asks && !asking) continue
    for (let i = clause.from; i < clause.to; ) {
      const one = table.at(tokens, i)
      if (one) found.push({ value: one.value, from: i, to: one.to })
      i = one?.to ?? i + 1
    }
  }
  return found
}

/** Softer words gone, or firmer ones come. */
function compareModality(source: Reading, final: Reading): Difference[] {
  const said = find(MODALITY, source, false)
  const written = find(MODALITY, final, true)
  const soft = (found: readonly Found<string>[]) =>
    found.filter(({ value }) => value === 'uncertain' || value === 'attempt' || value === 'advice')
  const able = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'able')
  const firm = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'certain' || value === 'duty')
  const certain = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'certain')
  const lost = soft(said)[0]
  if (lost && soft(written).length + able(written).length === 0) return [marker('modality', 'missing', lost)]
  if (
    lost &&
    soft(said).length > soft(written).length + able(written).length &&
    firm(written).length > firm(said).length
  )
    return [marker('modality', 'missing', lost)]
  const gained = certain(find(MODALITY, final, false))[0]
  if (gained && certain(said).length === 0 && firm(said).length < firm(written).length)
    return [marker('modality', 'added', gained)]
  const softened = soft(find(MODALITY, final, false))[0]
  const bound = said.find(({ value }) => value === 'duty' || value === 'certain')
  const optional = written.find(({ value }) => value === 'advice')
  if (bound && optional && firm(written).length === 0) return [marker('modality', 'missing', bound)]
  if (
    softened &&
    !POLITE.test(final.tokens[softened.from]?.word ?? '') &&
    soft(said).length + able(said).length === 0 &&
    (softened.value === 'uncertain' || softened.value === 'attempt')
  )
    return [marker('modality', 'added', softened)]
  return []
}

/** Of those that may soften, the words that are as often polite or name something else. */
const POLITE =
  /^(?:could|may|would|appears?|expect(?:ed)?|estimate|plan(?:s|ning)?|best|seems?|хотел[аи]?|можете|посмотрим|возможн[аыо]|собира\p{L}*|может|могут|намерен\p{L}*)$/u

/** A condition may become a time ("as soon as"), and the other way round. */
function compareConditions(source: Reading, final: Reading): Difference[] {
  const said = find(CONDITION, source, false)
  const written = find(CONDITION, final, true)
  const firm = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'firm')
  const lost = firm(said)[0]
  if (lost && written.length === 0) return [marker('condition', 'missing', stretched(lost, source))]
  const other = said.find((one) => gone(one, source, final))
  if (other) return [marker('condition', 'missing', stretched(other, source))]
  const gained = firm(find(CONDITION, final, false))[0]
  if (gained && said.length === 0) return [marker('condition', 'added', stretched(gained, final))]
  return []
}

/**
 * A question may be reported ("the client asks"), and a request may be put as a question; what is asked must still be asked.
 * The one whose words the final has least of is the one that is lost.
 */
function compareQuestions(source: Reading, final: Reading): Difference[] {
  const asked = questions(source).filter((question) => !requests(source, question))
  const asking = questions(final)
  const reported = find(REQUEST, final, false).length
  if (asked.length > asking.length + reported) {
    const lost = asked.reduce((least, one) => (kept(one, source, final) < kept(least, source, final) ? one : least))
    return [marker('question', 'missing', lost)]
  }
  const gone = asked.find((one) => asked.length > 1 && kept(one, source, final) === 0)
  if (gone && asked.length > asking.length) return [marker('question', 'missing', gone)]
  const added = asking.find((question) => !requests(final, question))
  if (added && questions(source).length === 0 && find(REQUEST, source, true).length === 0)
    return [marker('question', 'added', added)]
  return []
}

/** "Could you send", "можно перенести": asks for something, not about something. */
function requests({ tokens }: Reading, { from, to }: Found<string>): boolean {
  for (let i = from; i < to; i++) if (REQUEST.at(tokens, i)) return true
  return false
}

/** Which part of the words the final has. */
function kept({ from, to }: Found<string>, { tokens }: Reading, final: Reading): number {
  const words = matterOf(tokens, from, to).slice(0, MOST_WORDS)
  const there = words.filter((word) => placesOf(final, word).length > 0).length
  return words.length === 0 ? 1 : there / words.length
}
const MOST_WORDS = 24

/** Sentences that ask. */
function questions({ clauses }: Reading): Found<string>[] {
  const found = new Map<number, Found<string>>()
  for (const { from, to, asks, sentence } of clauses) {
    if (asks) found.set(sentence, { value: 'question', from: found.get(sentence)?.from ?? from, to })
  }
  return [...found.values()]
}

/** A condition with what it is. */
function stretched<V>(found: Found<V>, { clauses }: Reading): Found<V> {
  const clause = clauses.find(({ from, to }) => found.from >= from && found.from < to)
  return clause ? { ...found, to: Math.min(clause.to, found.from + 8) } : found
}

/** The words of a condition of the source that the final has none of: it depends on something else now. */
function gone({ value, from, to }: Found<string>, source: Reading, final: Reading): boolean {
  const clause = source.clauses.find((one) => from >= one.from && from < one.to)
  if (clause === undefined || (value === 'event' && !EVENT.test(source.tokens[from]?.word ?? ''))) return false
  const words = matterOf(source.tokens, to, clause.to).slice(0, 4)
  const known = source.language === final.language ? words : words.filter((word) => matterOfWord(word) !== undefined)
  return known.length >= 2 && known.filter((word) => placesOf(final, word).length > 0).length * 3 < known.length
}
const EVENT = /^(?:как|когда|после|once|as|when|after)$/

function marker(kind: FactKind, change: 'missing' | 'added', { value, from, to }: Found<string>): Difference {
  const fact: Fact = { kind, value, from, to }
  return { severity: 'warn', kind, change, ...(change === 'missing' ? { source: fact } : { final: fact }) }
}
