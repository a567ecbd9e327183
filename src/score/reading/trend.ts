/** A badge: are contact days of late fewer or more than before? */
import { hypergeometricAtLeast, hypergeometricAtMost } from '../math/distributions.ts'

const DAYS = 80
const LATE = 20

export type Trend = {
  readonly label: 'cooling' | 'stable' | 'warming'
  readonly last20: number
  readonly prev60: number
  /** The late rate over the earlier one; null when there was none before. */
  readonly ratio: number | null
  /** Chances of so few, and of so many, late contact days had nothing changed. */
  readonly pCool: number
  readonly pWarm: number
}

/** `window`: a bit for each of the last 80 business days, today's the lowest. Null for a relationship that is younger. */
export function trendOf(window: bigint, tenure: number): Trend | null {
  if (tenure < DAYS) return null
  const last20 = ones(window & ((1n << BigInt(LATE)) - 1n))
  const all = ones(window)
  const prev60 = all - last20
  // Rates are compared in whole numbers: two thirds is no number of the machine's.
  const [late, before] = [last20 * (DAYS - LATE), prev60 * LATE]
  const drawing = { N: DAYS, K: all, n: LATE }
  const pCool = hypergeometricAtMost(last20, drawing)
  const pWarm = hypergeometricAtLeast(last20, drawing)
  const cools = pCool < 0.05 && 3 * late <= 2 * before
  const warms = pWarm < 0.05 && 3 * before <= 2 * late
  const label = cools ? 'cooling' : warms ? 'warming' : 'stable'
  return { label, last20, prev60, ratio: prev60 === 0 ? null : late / before, pCool, pWarm }
}

function ones(bits: bigint): number {
  return bits.toString(2).replaceAll('0', '').length
}
