/** How sure, on what condition, asked or said: what a final must keep of it. Shown as a warning. */
import type { FactKind } from '../../../core/guard.ts'
import type { Difference } from '../compare.ts'
import type { Fact } from '../facts/fact.ts'
import { CONDITION, MODALITY, REQUEST } from '../lexicon/markers.ts'
import type { Phrases } from '../lexicon/phrases.ts'
import type { Reading } from './reading.ts'

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
  if (
    softened &&
    soft(said).length + able(said).length === 0 &&
    (softened.value === 'uncertain' || softened.value === 'attempt')
  )
    return [marker('modality', 'added', softened)]
  return []
}

/** A condition may become a time ("as soon as"), and the other way round. */
function compareConditions(source: Reading, final: Reading): Difference[] {
  const said = find(CONDITION, source, false)
  const written = find(CONDITION, final, true)
  const firm = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'firm')
  const lost = firm(said)[0]
  if (lost && written.length === 0) return [marker('condition', 'missing', stretched(lost, source))]
  const gained = firm(find(CONDITION, final, false))[0]
  if (gained && said.length === 0) return [marker('condition', 'added', stretched(gained, final))]
  return []
}

function compareQuestions(source: Reading, final: Reading): Difference[] {
  const asked = questions(source)
  const asking = questions(final)
  const first = asked[0]
  const requests = find(REQUEST, final, true).length
  if (
    first &&
    asked.length > asking.length &&
    requests <= find(REQUEST, source, true).length &&
    (asking.length === 0 || asked.length - asking.length > 1)
  )
    return [marker('question', 'missing', first)]
  const added = asking[0]
  if (added && asked.length === 0 && find(REQUEST, source, true).length === 0 && !/[?]/.test(source.text))
    return [marker('question', 'added', added)]
  return []
}

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

function marker(kind: FactKind, change: 'missing' | 'added', { value, from, to }: Found<string>): Difference {
  const fact: Fact = { kind, value, from, to }
  return { severity: 'warn', kind, change, ...(change === 'missing' ? { source: fact } : { final: fact }) }
}
