/** What costs the one who gives it, and nobody has given: a gift, a refund, a discount, hours round the clock. */
import type { Difference } from '../../difference.ts'
import type { Fact } from '../../facts/fact.ts'
import { CONCESSION, COSTS_NOTHING, REFUNDED } from '../../lexicon/markers.ts'
import { ofWord } from '../../text/answers.ts'
import type { Token } from '../../text/tokens.ts'
import type { Reading } from '../reading/reading.ts'

export function compareConcessions(source: Reading, final: Reading): Difference[] {
  const given = new Set<string>()
  source.tokens.forEach((_, i) => {
    const concession = CONCESSION.at(source.tokens, i)
    if (concession) given.add(concession.value)
  })
  // "10% off", "скинем 10 %".
  if (source.facts.some(({ kind, to }) => kind === 'percent' && source.tokens[to]?.word === 'off'))
    given.add('discount')
  if (source.tokens.some((_, i) => noFee(source, i))) given.add('free')
  if (source.tokens.some(isLowering)) given.add('discount')
  if (source.tokens.some((_, i) => COSTS_NOTHING.at(source.tokens, i))) given.add('free')
  if (source.tokens.some((token, i) => isLimit(token) && deniedBefore(source, i))) given.add('unlimited')
  if (given.has('free')) given.add('waived')
  if (given.has('waived')) given.add('free')
  if (source.tokens.some((_, i) => REFUNDED.at(source.tokens, i))) given.add('refund')
  if (bearsIn(source) !== undefined) given.add('free')
  const bears = given.has('free') ? undefined : (bearsIn(final) ?? needNotPay(final))
  if (bears) return [{ severity: 'block', kind: 'commitment', change: 'added', final: bears }]
  const charged = source.tokens.some((_, i) => noFee(source, i)) ? chargeIn(final) : undefined
  if (charged)
    return [{ severity: 'block', kind: 'negation', change: 'changed', source: noFeeOf(source), final: charged }]
  const seen = new Set<string>()
  const paid = source.tokens.some(isPaying)
  return concessions(final).flatMap(({ value, from, to, denied }) => {
    if (given.has(value) || seen.has(value) || denied) return []
    const last = final.tokens[to - 1]
    if (paid && last && isPaying(last)) return []
    seen.add(value)
    return [
      {
        severity: 'block' as const,
        kind: 'commitment' as const,
        change: 'added' as const,
        final: { kind: 'commitment' as const, value, from, to },
      },
    ]
  })
}

/** "Без частотного ограничения", "no cap on it". */
function deniedBefore({ tokens }: Reading, i: number): boolean {
  return [1, 2, 3].some((back) => /^(?:без|нет|не|no|not|without)$/.test(tokens[i - back]?.word ?? ''))
}
/** "There's a small charge for it" where there was to be none. */
function chargeIn({ tokens }: Reading): Fact | undefined {
  if (tokens.some((_, i) => COSTS_NOTHING.at(tokens, i) || CONCESSION.at(tokens, i))) return undefined
  const at = tokens.findIndex(
    ({ word }, i) =>
      /^(?:fees?|charges?|charged|surcharge|доплат\p{L}+|платн\p{L}+)$/u.test(word) &&
      !tokens.slice(Math.max(0, i - NO_REACH), i).some((before) => NO.test(before.word)),
  )
  return at < 0 ? undefined : { kind: 'negation', value: 'charge', from: at, to: at + 1 }
}
const NO_REACH = 7
const NO = /^(?:no|not|without|free|zero|без|не|нет|\p{L}+n't)$/u

function noFeeOf(source: Reading): Fact {
  const at = source.tokens.findIndex((_, i) => noFee(source, i))
  return { kind: 'negation', value: '-charge', from: at, to: Math.min(source.tokens.length, at + 4) }
}

/** "No split fee". */
function noFee({ tokens }: Reading, i: number): boolean {
  return (
    tokens[i]?.word === 'no' && [1, 2, 3].some((on) => /^(?:fees?|charges?|cost)$/.test(tokens[i + on]?.word ?? ''))
  )
}

/** In another matter they give nothing, and excuse little. */
const isLowering = ofWord((word) => /^(?:скин|скид|сброс|сбав|уступ|подвин|knock)/.test(word))
const isLimit = ofWord((word) => /^(?:огранич|лимит|limit|cap|caps|capped)/.test(word))

/** Where paying is spoken of, "без оплаты" is what happens when nobody pays. */
const isPaying = ofWord((word) => /^(?:оплат|предоплат|платеж)/.test(word))

/** "We'll absorb the difference", "расходы берём на себя": what costs something, and who takes it upon himself. */
function bearsIn({ tokens, clauses }: Reading): Fact | undefined {
  for (const { from, to, asks } of clauses) {
    if (asks) continue
    const own = tokens.slice(from, to)
    const at = own.findIndex(
      (token, i) =>
        mayBear(token) && bears(own, i) && !/^(?:не|not|won't|can't|cannot|если|if)$/.test(own[i - 1]?.word ?? ''),
    )
    if (at >= 0 && own.some(({ word }, i) => Math.abs(i - at) <= REACH && COST.test(word)))
      return { kind: 'commitment', value: 'free', from, to }
  }
  return undefined
}
/** "Платить за исправление не придётся". */
function needNotPay({ tokens, clauses }: Reading): Fact | undefined {
  for (const { from, to, asks } of clauses) {
    const at = asks ? -1 : tokens.slice(from, to).findIndex((token) => isToPay(token))
    if (at < 0) continue
    for (let i = from + at + 1; i < Math.min(to, from + at + PAY_REACH); i++)
      if (
        tokens[i]?.word === 'не' &&
        /^(?:придется|нужно|надо|потребуется|понадобится)$/.test(tokens[i + 1]?.word ?? '')
      )
        return { kind: 'commitment', value: 'free', from, to }
  }
  return undefined
}
const isToPay = ofWord((word) => /^(?:за|до|о)?пла(?:тить|чивать)$/.test(word))
const PAY_REACH = 8

/** More gifts or denials no message has. */
const MOST = 40
const REACH = 5
const BEARS = /^(?:absorb|swallow|shoulder|foot|eat|bear|покроем|покрываем|компенсируем|возместим)$/
const COST =
  /^(?:costs?|difference|bill|expenses?|loss|losses|fees?|charges?|tab|разниц\p{L}|расход\p{L}*|затрат\p{L}*|издерж\p{L}+|убыт\p{L}+|доплат\p{L}|стоимость|переплат\p{L})$/u

const mayBear = ofWord((word) => BEARS.test(word) || COVERS.test(word) || TAKES.test(word))
const COVERS = /^(?:cover|pay|carry)$/
const TAKES = /^(?:берем|возьмем|беру|возьму)$/

function bears(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.word ?? ''
  if (BEARS.test(word)) return true
  if (COVERS.test(word)) return /^(?:we|we'll|i'll|will|us|and)$/.test(tokens[i - 1]?.word ?? '')
  return TAKES.test(word) && tokens[i + 1]?.word === 'на' && tokens[i + 2]?.word === 'себя'
}

function concessions({
  tokens,
  clauses,
  denials,
}: Reading): (Pick<Fact, 'from' | 'to'> & { value: string; denied: boolean })[] {
  // "If you do not like it" is denied by itself.
  const denying = denials.plain.filter(
    ({ clause }) => !/^(?:если|if|unless|should)$/.test(tokens[clauses[clause]?.from ?? 0]?.word ?? ''),
  )
  // The "no" of "без доплаты" is its own.
  const first = denying.slice(0, MOST)
  const deniedBeside = (sentence: number, from: number, to: number) =>
    first.some(({ clause, at }) => clauses[clause]?.sentence === sentence && (at < from || at >= to))
  return clauses.flatMap((clause) => {
    const found = []
    for (let i = clause.from; i < clause.to; i++) {
      if (found.length >= MOST) break
      const concession = CONCESSION.at(tokens, i)
      // "free tier" names a thing; "it is free" gives one.
      if (
        tokens[i]?.word === 'free' &&
        tokens[i + 1]?.kind === 'word' &&
        !/^(?:and|but|for|to)$/.test(tokens[i + 1]?.word ?? '') &&
        !/^(?:charge|cost)$/.test(tokens[i + 2]?.word ?? '')
      )
        continue
      // "VAT-free", "hands-free": free of that alone.
      if (tokens[i]?.word === 'free' && tokens[i - 1]?.text === '-' && tokens[i]?.glued) continue
      // "feel free", "are you free at three"
      if (/^(?:feel|you|i'm|we're|am|i|are|set|hands)$/.test(tokens[i - 1]?.word ?? '') && tokens[i]?.word === 'free')
        continue
      if (concession)
        found.push({
          value: concession.value,
          from: i,
          to: concession.to,
          denied: (concession.value !== 'waived' && deniedBeside(clause.sentence, i, concession.to)) || clause.asks,
        })
    }
    return found
  })
}
