/** Numbers that a writer has reckoned from those that were said. A person looks at them; they stop nothing. */

import type { Difference } from '../difference.ts'
import { tidy } from '../facts/count/amounts.ts'
import type { Fact, Numeric } from '../facts/fact.ts'
import { near } from './agree.ts'

/** So many numbers are held against each other two by two: more than any message has. */
const MOST = 12

/** "беру 40" and "40 000 ₽": the thousands were left out. */
export function thousandfold(a: Fact, b: Fact): boolean {
  return thousands(a, b) || thousands(b, a)
}

/** The first leaves them out. */
export function thousands(short: Fact, long: Fact): boolean {
  const [x, y] = [short.numeric, long.numeric]
  if (!x || !y || x.base !== '' || x.raw < 1 || x.raw >= 1_000 || short.optional) return false
  return (
    (long.kind === 'money' ||
      /^[A-Z]{3}$/.test(y.base) ||
      (y.base === '' && (short.alone === true || x.also !== undefined))) &&
    near(x.raw * 1_000, y.n)
  )
}

/** "12 and 8" have become "20", or the other way round. Takes the facts that are accounted for. */
export function* summedUp(
  lost: readonly Fact[],
  gained: readonly Fact[],
  taken: Set<Fact>,
  [source, final]: readonly [readonly Fact[], readonly Fact[]],
): Generator<Difference> {
  for (const total of gained) {
    const parts =
      partsOf(total, lost, taken) ?? addedTo(total, lost, taken, source) ?? ratioOf(total, open(lost, taken), source)
    if (!parts) continue
    for (const fact of [total, ...parts]) taken.add(fact)
    yield { severity: 'warn', kind: total.kind, change: 'changed', source: parts[0], final: total }
  }
  for (const total of gained) {
    const each = taken.has(total) ? undefined : priceOfEach(total, open(lost, taken), source)
    if (!each) continue
    taken.add(total).add(each.one)
    if (lost.includes(each.times)) taken.add(each.times)
    yield { severity: 'warn', kind: total.kind, change: 'changed', source: each.one, final: total }
  }
  for (const total of lost) {
    const parts = taken.has(total)
      ? undefined
      : (partsOf(total, gained, taken) ?? ratioOf(total, open(gained, taken), final))
    if (!parts) continue
    for (const fact of [total, ...parts]) taken.add(fact)
    yield { severity: 'warn', kind: total.kind, change: 'changed', source: total, final: parts[0] }
  }
}

function partsOf(total: Fact, facts: readonly Fact[], taken: ReadonlySet<Fact>): [Fact, Fact] | undefined {
  const own = facts.filter((fact) => !taken.has(fact) && summable(fact, total)).slice(0, MOST)
  for (const [i, a] of own.entries()) {
    const b = own
      .slice(i + 1)
      .find((other) => near((a.numeric?.n ?? 0) + (other.numeric?.n ?? 0), total.numeric?.n ?? 0))
    if (b) return [a, b]
  }
  return undefined
}

/** "185 тысяч, с анимацией плюс сорок" are 225 000: one of the two is still said, and the other may be of its thousands. */
function addedTo(
  total: Fact,
  lost: readonly Fact[],
  taken: ReadonlySet<Fact>,
  said: readonly Fact[],
): [Fact] | undefined {
  const sum = total.numeric
  if (!sum || !SUMMED.has(total.kind) || sum.n < LEAST_SUM) return undefined
  const fits = ({ kind, numeric, optional }: Fact) =>
    SUMMED.has(kind) && !optional && (numeric?.base === '' || numeric?.base === sum.base)
  const wholes = said.filter(fits).slice(0, 2 * MOST)
  for (const part of lost.filter((fact) => !taken.has(fact) && fits(fact)).slice(0, MOST)) {
    const n = part.numeric?.n ?? 0
    const sizes = part.numeric?.base === '' && n > 0 && n < 1_000 ? [n, n * 1_000] : [n]
    if (sizes.some((size) => wholes.some((whole) => whole !== part && near((whole.numeric?.n ?? 0) + size, sum.n))))
      return [part]
  }
  return undefined
}
const LEAST_SUM = 1_000

/** "30 из 120" is a quarter of them; as near as people round it. */
function ratioOf(percent: Fact, parts: readonly Fact[], all: readonly Fact[]): [Fact, Fact] | undefined {
  if (percent.numeric?.base !== 'percent') return undefined
  const wholes = all.filter(counts).slice(0, MOST)
  for (const part of parts.filter(counts).slice(0, MOST)) {
    const whole = wholes.find((other) => other !== part && isRatio(percent, part, other))
    if (whole) return [part, whole]
  }
  return undefined
}

/** "3 ролика по 15 000" have become "45 000". */
function priceOfEach(
  total: Fact,
  lost: readonly Fact[],
  said: readonly Fact[],
): { readonly one: Fact; readonly times: Fact } | undefined {
  const sum = total.numeric
  if (!sum || total.optional) return undefined
  for (const one of lost.filter(({ each }) => each).slice(0, MOST)) {
    const unit = one.numeric
    if (!unit || one.kind === 'unit' || (unit.base !== sum.base && unit.base !== '' && sum.base !== '')) continue
    const times = said
      .filter((other) => other !== one && Number.isInteger(other.numeric?.raw) && (other.numeric?.raw ?? 0) >= 2)
      .slice(0, MOST)
      .find(({ numeric }) => near(unit.n * (numeric?.raw ?? 0), sum.n))
    if (times) return { one, times }
  }
  return undefined
}

function open(facts: readonly Fact[], taken: ReadonlySet<Fact>): Fact[] {
  return facts.filter((fact) => !taken.has(fact))
}

function isRatio(percent: Fact, part: Fact, whole: Fact): boolean {
  const [x, y, n] = [part.numeric?.n ?? 0, whole.numeric?.n ?? 0, percent.numeric?.n ?? 0]
  return (
    y > x &&
    x > 0 &&
    part.numeric?.base === whole.numeric?.base &&
    Math.abs((100 * x) / y - n) <= (Number.isInteger(n) ? 0.5 : 0.05)
  )
}

function counts({ kind, numeric, optional }: Fact): boolean {
  return SUMMED.has(kind) && numeric !== undefined && (!optional || numeric.raw === 1)
}

/** Whether an added number is the sum or the difference of two that were said, their product, a share of one, or one of its equal parts. */
export function reckoned(fact: Fact, said: readonly Fact[]): boolean {
  const n = fact.numeric?.n ?? 0
  if (fact.numeric?.base === 'percent')
    return ratioOf(fact, said, said) !== undefined || said.some((other) => isRest(other, n)) || isRestOfAll(said, n)
  if (fact.numeric?.base === 'point') return steps(said).includes(n)
  if (fact.kind === 'duration' && fact.numeric?.base === 'minute' && n > 0) return lasts(n, said)
  if (!SUMMED.has(fact.kind) || n <= 0) return false
  const own = said.filter((other) => summable(other, fact)).slice(0, MOST)
  const shares = said.filter(({ numeric }) => numeric?.base === 'percent').slice(0, MOST)
  const values = own.flatMap(({ numeric }) => [numeric?.n ?? 0, ...(numeric?.also === undefined ? [] : [numeric.also])])
  if (isPart(n, fact, said)) return true
  return values.some((x, i) => {
    return (
      shares.some(({ numeric }) => near((x * (numeric?.n ?? 0)) / 100, n)) ||
      values
        .slice(i + 1)
        .some((y) => near(x + y, n) || near(Math.abs(x - y), n) || (n >= LEAST_PRODUCT && near(x * y, n)))
    )
  })
}
/** "1,5 млн поровну на три канала" are 500 000 for each. */
function isPart(n: number, { numeric }: Fact, said: readonly Fact[]): boolean {
  const known = said.flatMap((fact) => fact.numeric ?? []).slice(0, 2 * MOST)
  const counts = known.filter(isCount)
  return (
    n >= LEAST_PRODUCT &&
    known.some(
      (all) => (all.base === '' || all.base === numeric?.base) && counts.some(({ raw }) => near(all.n / raw, n)),
    )
  )
}

function isCount(numeric: Fact['numeric']): numeric is Numeric {
  return (
    numeric !== undefined &&
    Number.isInteger(numeric.raw) &&
    numeric.raw >= 2 &&
    numeric.raw <= 24 &&
    !/^[A-Z]{3}$/.test(numeric.base)
  )
}

/** "С 40 % до 32" are eight points less. */
function steps(said: readonly Fact[]): number[] {
  const percents = said
    .flatMap(({ numeric, percentNear }) =>
      numeric && (numeric.base === 'percent' || percentNear) ? [numeric.raw] : [],
    )
    .slice(0, MOST)
  return percents.flatMap((x, i) => percents.slice(i + 1).map((y) => tidy(Math.abs(x - y))))
}

/** "С десяти до шести" are eight hours. */
function lasts(minutes: number, said: readonly Fact[]): boolean {
  const clocks = said.flatMap(({ numeric }) =>
    numeric?.base === 'clock' ? [numeric.n] : numeric?.base === '' && numeric.raw <= 24 ? [numeric.raw * 60] : [],
  )
  return clocks.slice(0, MOST).some((x, i) => clocks.slice(i + 1, MOST).some((y) => near(Math.abs(x - y), minutes)))
}

/** "30 % сейчас, остальное потом": the rest are 70 %. */
function isRest({ numeric }: Fact, n: number): boolean {
  return numeric?.base === 'percent' && n < 100 && near(numeric.n + n, 100)
}
/** "30 % upfront, 40 on approval, the rest at launch". */
function isRestOfAll(said: readonly Fact[], n: number): boolean {
  const parts = said.flatMap(({ numeric, percentNear }) =>
    numeric && (numeric.base === 'percent' || percentNear) ? [numeric.raw] : [],
  )
  return (
    parts.length > 1 &&
    parts.length <= MOST &&
    near(
      parts.reduce((sum, part) => sum + part, n),
      100,
    )
  )
}

/** Smaller ones come about by chance. */
const LEAST_PRODUCT = 20
const SUMMED = new Set(['number', 'quantity', 'money'])

function summable(a: Fact, b: Fact): boolean {
  if (!SUMMED.has(a.kind) || !SUMMED.has(b.kind) || !a.numeric || !b.numeric || a.optional) return false
  return a.numeric.base === b.numeric.base || (b.kind !== 'money' && a.kind !== 'money')
}
