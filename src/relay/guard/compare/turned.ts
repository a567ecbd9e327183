/** Facts that have found each other by their number, and what stands around it is not the same. */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { kindOf } from './kinds.ts'
import type { Pairs } from './pairs.ts'

export function* turned(pairs: Pairs): Generator<Difference> {
  for (const [from, to] of pairs.matched()) {
    if (saidBesides(from, to, pairs)) continue
    if (TURNS.some((turn) => turn(from, to))) {
      yield { severity: 'block', kind: kindOf(from, to), change: 'changed', source: from, final: to }
    } else if (from.about && !to.about && to.numeric && !to.bound) {
      yield { severity: 'note', kind: kindOf(from, to), change: 'changed', source: from, final: to }
    }
  }
}
/** "Until the 20th …, after the 20th …" where the other text names the day once: one of the two has its counterpart. */
function saidBesides(from: Fact, to: Fact, { found }: Pairs): boolean {
  const own = found.get(to)
  return from.kind === 'date' && own !== from && from.bound !== to.bound && own?.bound === to.bound
}

const TURNS: readonly ((from: Fact, to: Fact) => boolean)[] = [
  otherEnd,
  lostEnd,
  (from, to) => from.step !== undefined && to.step !== undefined && from.step !== to.step,
  otherSign,
  otherWay,
  lostPercent,
  gainedPercent,
]

/** Whoever pays no VAT adds none: "мы на УСН, без НДС" that became "плюс НДС". */
export function* taxed(pairs: Pairs, source: readonly Fact[], final: readonly Fact[]): Generator<Difference> {
  const exempt = (facts: readonly Fact[]) => facts.some(({ kind, value }) => kind === 'vat' && value === 'none')
  const [was, is] = [exempt(source), exempt(final)]
  for (const [from, to] of pairs.matched())
    if (
      from.kind === 'vat' &&
      ((was && to.value === 'on top') || (is && from.value === 'on top')) &&
      from.value !== to.value
    )
      yield { severity: 'block', kind: 'vat', change: 'changed', source: from, final: to }
}

/** "In Moscow time, not in ours" became "in ours, not in Moscow time". */
export function* crossed(pairs: Pairs): Generator<Difference> {
  const matched = [...pairs.matched()]
  const [out, into] = [true, false].map((was) =>
    matched.find(([from, to]) => (from.ruledOut === true) === was && (to.ruledOut === true) !== was),
  )
  if (out && into) yield { severity: 'block', kind: kindOf(...into), change: 'changed', source: into[0], final: out[1] }
}

/** "Before" became "after", "at least became "at most". */
function otherEnd(from: Fact, to: Fact): boolean {
  return from.bound !== undefined && to.bound !== undefined && from.bound !== to.bound && from.denied === to.denied
}

/** "От 500" became "500", or the other way round. */
function lostEnd(from: Fact, to: Fact): boolean {
  const [ended, open] = from.bound ? [from, to] : [to, from]
  return (
    ended.bound !== undefined &&
    ended.firm === true &&
    open.bound === undefined &&
    ended.numeric?.base === open.numeric?.base &&
    !open.about &&
    open.kind !== 'range' &&
    !open.optional &&
    !open.hints?.has(ended.bound) &&
    !(ended.denied && open.hints)
  )
}

/** A minus was lost, or became a plus. */
function otherSign(from: Fact, to: Fact): boolean {
  if (from.sign && to.sign) return from.sign !== to.sign
  // "Минус два дня на дорогу" is how long the way takes.
  if (from.kind === 'duration') return false
  if ((from.sign === 'plus' && to.tilt === 'down') || (to.sign === 'plus' && from.tilt === 'down')) return true
  return (from.sign === 'minus' && !to.falls) || (to.sign === 'minus' && !from.falls)
}

/** "20 % more" became "20 % less", "in two weeks" became "two weeks ago". */
function otherWay(from: Fact, to: Fact): boolean {
  return (
    (from.tilt !== undefined && to.tilt !== undefined && from.tilt !== to.tilt) ||
    (from.when !== undefined && to.when !== undefined && from.when !== to.when)
  )
}

/** "5 %" became "5". Whoever speaks may leave it to be understood; who writes may not. */
function lostPercent(from: Fact, to: Fact): boolean {
  return (
    from.numeric?.base === 'percent' &&
    to.numeric?.base === '' &&
    (from.share === undefined || from.kind === 'percent') &&
    !from.optional &&
    !to.percentNear
  )
}

/** "5 заявок" became "5 %": a number that counts something is no share. */
function gainedPercent(from: Fact, to: Fact): boolean {
  return from.numeric?.base === '' && from.many === true && to.numeric?.base === 'percent' && from.kind !== 'date'
}

/** Money of a kind that nobody spoke of, where some was spoken of. */
export function* strange(pairs: Pairs, source: readonly Fact[]): Generator<Difference> {
  const said = new Set(source.flatMap(({ kind, numeric, value }) => (kind === 'money' ? [numeric?.base ?? value] : [])))
  if (said.size === 0) return
  for (const [from, to] of pairs.matched()) {
    if (from.numeric?.base === '' && to.kind === 'money' && to.numeric && !said.has(to.numeric.base))
      yield { severity: 'block', kind: 'money', change: 'changed', source: from, final: to }
  }
}

/** "1080 x 1920" became "1920 x 1080", "70/30" became "30/70". */
export function* flipped(source: readonly Fact[], final: readonly Fact[]): Generator<Difference> {
  const sides = new Map(final.flatMap((fact) => (fact.sides ? [[fact.sides.join(), fact] as const] : [])))
  for (const from of source) {
    const to = from.sides && !sides.has(from.sides.join()) ? sides.get(from.sides.toReversed().join()) : undefined
    if (to) yield { severity: 'block', kind: kindOf(from, to), change: 'changed', source: from, final: to }
  }
}
