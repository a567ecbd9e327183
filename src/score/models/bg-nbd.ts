/**
 * BG/NBD of Fader, Hardie & Lee, "Counting your customers" the easy way (Marketing Science 2005): while a client is alive,
 * contacts come at a rate of their own, and after each the relationship may end. A second opinion beside the score.
 *
 * A client without a repeat (x = 0) is alive with certainty in this model: whoever shows it says so.
 */
import { hypergeometric2F1, logBeta, logGamma } from '../math/distributions.ts'
import { minimise } from '../math/nelder-mead.ts'

/** A client's contacts: `x` repeats after the first, the last of them at `tx` and observed until `T`, in weeks since the first. */
export type Contacts = { readonly x: number; readonly tx: number; readonly T: number }

export type BgNbd = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number }

/** Maximum likelihood over many clients; the more and the longer, the better: a handful says nothing. */
export function fitBgNbd(clients: readonly Contacts[]): BgNbd & { readonly logLikelihood: number } {
  const found = minimise((at) => -logLikelihood(parametersAt(at), clients), [0, 0, 0, 0])
  return { ...parametersAt(found.at), logLikelihood: -found.value }
}

/** Searched as logarithms, which keeps them positive. */
function parametersAt(at: readonly number[]): BgNbd {
  const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp)
  return { r, alpha, a, b }
}

/** Without an end in sight `a` and `b` would run away together: beyond this they mean nothing. */
const LARGEST = 1e4

export function logLikelihood(model: BgNbd, clients: readonly Contacts[]): number {
  const { r, alpha, a, b } = model
  if (Math.max(r, alpha, a, b) > LARGEST) return Number.NEGATIVE_INFINITY
  const same = r * Math.log(alpha) - logGamma(r) - logBeta(a, b)
  let sum = 0
  for (const { x, tx, T } of clients) {
    const alive = logBeta(a, b + x) - (r + x) * Math.log(alpha + T)
    const ended = x === 0 ? Number.NEGATIVE_INFINITY : logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + tx)
    const larger = Math.max(alive, ended)
    sum += same + logGamma(r + x) + larger + Math.log(Math.exp(alive - larger) + Math.exp(ended - larger))
  }
  return sum
}

/** The chance that the relationship has not ended. */
export function aliveChance({ r, alpha, a, b }: BgNbd, { x, tx, T }: Contacts): number {
  if (x === 0) return 1
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x))
}

/** How many contacts to expect in the next `weeks`. */
export function expectedContacts(model: BgNbd, contacts: Contacts, weeks: number): number {
  const { r, alpha, a, b } = model
  const { x, T } = contacts
  const z = weeks / (alpha + T + weeks)
  // Euler's transformation of the published form: the large powers cancel, so that no count of contacts overflows.
  const series = hypergeometric2F1({ a: a + b - 1 - r, b: a - 1, c: a + b + x - 1 }, z)
  const ifAlive = ((a + b + x - 1) / (a - 1)) * (1 - (1 - z) ** (a - 1) * series)
  return ifAlive * aliveChance(model, contacts)
}
