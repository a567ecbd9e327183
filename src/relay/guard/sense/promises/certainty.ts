/**
 * A promise in so many words, or a certainty in place of a hope. Sure in the source is sure in any words ("железно",
 * "definitely"); where it neither hopes nor is sure, only "we guarantee" and "we promise" are more than was said.
 */
import type { Difference } from '../../difference.ts'
import { CERTAINTY, MODALITY } from '../../lexicon/markers.ts'
import { shallDo } from '../../lexicon/ru/verbs.ts'
import { ofWord } from '../../text/answers.ts'
import { bestSentence } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { actsOf } from './acts.ts'
import { isLookOfOthers, knowsNothing, onlyLooks, unknownAt } from './looks.ts'

export function compareCertainty(source: Reading, final: Reading): Difference[] {
  const sweeping = fromNowOn(source, final)
  if (sweeping) return [sweeping]
  const { tokens } = source
  const unpromised =
    tokens.some((token, i) => isGiven(token) && refused(tokens, i)) && !actsOf(source).some(({ promise }) => promise)
  if (tokens.some((token, i) => (isSure(tokens, i) || isGiven(token)) && !refused(tokens, i))) return []
  for (const [index, clause] of final.clauses.entries()) {
    if (clause.asks) continue
    const calmed = calms(source, final, index)
    if (calmed) return [calmed]
    if (instructs(final, clause.from, clause.to)) continue
    for (let i = clause.from; i < clause.to; i++) {
      const sure = CERTAINTY.at(final.tokens, i)
      if (!sure || sure.value === 'calm' || denied(final, index, sure.value === 'word' ? i : clause.to)) continue
      if (OWED.test(final.tokens[i]?.word ?? '') && source.tokens.some(({ word }) => SHOULD.test(word))) continue
      if (sure.value === 'sure' && EXACTLY.test(final.tokens[sure.to]?.word ?? '')) continue
      if (
        sure.value === 'sure' &&
        !unpromised &&
        !hopes(source, bestSentence(final, index, source)?.sentence) &&
        !(looksAtMost(source) && promisesIn(final, index))
      )
        continue
      const fact = { kind: 'commitment' as const, value: 'sure', from: i, to: Math.min(clause.to, sure.to + 5) }
      return [{ severity: 'block', kind: 'commitment', change: 'added', final: fact }]
    }
  }
  return []
}
function isSure(tokens: Reading['tokens'], i: number): boolean {
  const value = CERTAINTY.at(tokens, i)?.value
  return value === 'word' || value === 'sure'
}

/** "Теперь все письма будут доходить": how all will be from now on, where the source only tells what was done. */
function fromNowOn(source: Reading, final: Reading): Difference | undefined {
  if (source.tokens.some((token) => isNowOn(token) || isFuture(token))) return undefined
  for (const { from, to, asks } of final.clauses) {
    if (asks) continue
    const own = final.tokens.slice(from, to)
    if (own.some(isFuture) && own.some(isNowOn) && own.some(({ word }) => ALL.test(word)))
      return {
        severity: 'block',
        kind: 'commitment',
        change: 'added',
        final: { kind: 'commitment', value: 'sure', from, to },
      }
  }
  return undefined
}
const isNowOn = ofWord((word) => /^(?:теперь|отныне|впредь|now|onwards?|forward)$/.test(word))
const isFuture = ofWord((word) => /^(?:будет|будут|will|\p{L}+'ll)$/u.test(word))
const ALL = /^(?:все|всегда|любые|каждый|каждое|каждая|all|always|every|any|everything)$/

/** "We do not guarantee"; "we guarantee that it will not" is a promise all the same. */
function denied({ denials }: Reading, index: number, before: number): boolean {
  return denials.plain.some(({ clause, at }) => clause === index && at < before)
}

/** "Should be in euros" and "цены должны быть в евро" are one. */
const OWED = /^(?:долж|обязан|must|have)/
const SHOULD = /^(?:should|ought|needs?|нужно|надо|следует)$/

/** "Ничего не обещаю", "can't promise": no promise of anybody's. */
function refused(tokens: Reading['tokens'], i: number): boolean {
  const before = tokens[i - 1]
  return [before, before?.kind === 'word' ? tokens[i - 2] : undefined].some((token) => NO.test(token?.word ?? ''))
}
const NO = /^(?:не|not|no|never|can't|cannot|cant|won't|don't|без)$/

/** Somebody speaks of a promise, whoever gave it. */
const isGiven = ofWord((word) => /^(?:обеща|гарант|promis|guarant|warrant)/.test(word))
/** "Точно такой же" is no certainty. */
const EXACTLY = /^(?:так\p{L}*|как|по|the|same|like|what|that|how|if|whether)$/u

/** "Обязательно пришлите", "make sure you": asks it of somebody else. */
function instructs({ tokens }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (INSTRUCTS.test(tokens[i]?.word ?? '')) return true
  return false
}
const INSTRUCTS =
  /^(?:\p{L}+(?:йте|ите|ьте|итесь|йтесь)|просим|просит|нужно|надо|необходимо|please|make|client|клиент)$/u

/** "Не волнуйтесь: оплата заработает", where the source has a look or a hope, and what is to be relied on is another thing. */
function calms(source: Reading, final: Reading, index: number): Difference | undefined {
  const { from = 0, to = 0, sentence = -1 } = final.clauses[index] ?? {}
  const next = final.clauses[index + 1]
  const at = final.tokens.slice(from, to).findIndex((_, i) => CERTAINTY.at(final.tokens, from + i)?.value === 'calm')
  if (at < 0 || next?.sentence !== sentence || (final.matter[index + 1] ?? []).length === 0) return undefined
  if (final.tokens.slice(next.from, next.to).some(isLookOfOthers)) return undefined
  if (actsOf(final).some((act) => act.clause === index + 1 && onlyLooks(act, final))) return undefined
  if (!hopes(source, undefined) && !looksAtMost(source)) return undefined
  const fact = { kind: 'commitment' as const, value: 'sure', from: next.from, to: next.to }
  return { severity: 'block', kind: 'commitment', change: 'added', final: fact }
}

/** All that the source has to come is a look. */
function looksAtMost(source: Reading): boolean {
  const acts = actsOf(source)
  return acts.length > 0 && acts.every((act) => onlyLooks(act, source) || knowsNothing(act, source))
}

function promisesIn(final: Reading, index: number): boolean {
  const { from = 0, to = 0 } = final.clauses[index] ?? {}
  return (
    actsOf(final).some(({ clause, promise }) => promise && clause === index) ||
    final.tokens.slice(from, to).some((token) => shallDo(token.word) || isFuture(token))
  )
}

/** Whether the sentence, or where none is its counterpart any, says something with doubt. */
function hopes({ tokens, clauses }: Reading, sentence: number | undefined): boolean {
  return clauses.some((clause) => {
    if (sentence !== undefined && clause.sentence !== sentence) return false
    for (let i = clause.from; i < clause.to; i++) {
      const value = MODALITY.at(tokens, i)?.value
      if (value === 'uncertain' || value === 'attempt' || unknownAt(tokens, i)) return true
    }
    return false
  })
}
