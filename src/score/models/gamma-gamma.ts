/**
 * Gamma-Gamma of Fader, Hardie & Lee, "RFM and CLV" (2005): how much one transaction of a client is worth, when few are known.
 * It holds only where how much and how often have nothing to do with each other.
 */
import { logGamma } from '../math/distributions.ts'
import { minimise } from '../math/nelder-mead.ts'

/** `x` transactions of `mean` each, in the same currency for all; both more than nothing. */
export type Spending = { readonly x: number; readonly mean: number }

export type GammaGamma = { readonly p: number; readonly q: number; readonly v: number }

/** Maximum likelihood over clients with at least one transaction. */
export function fitGammaGamma(clients: readonly Spending[]): GammaGamma & { readonly logLikelihood: number } {
  const found = minimise((at) => -logLikelihood(parametersAt(at), clients), [0, 0, 0])
  return { ...parametersAt(found.at), logLikelihood: -found.value }
}

function parametersAt(at: readonly number[]): GammaGamma {
  const [p = 0, q = 0, v = 0] = at.map(Math.exp)
  return { p, q, v }
}

function logLikelihood({ p, q, v }: GammaGamma, clients: readonly Spending[]): number {
  let sum = 0
  for (const { x, mean } of clients) {
    sum +=
      logGamma(p * x + q) -
      logGamma(p * x) -
      logGamma(q) +
      q * Math.log(v) +
      (p * x - 1) * Math.log(mean) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(x * mean + v)
  }
  return sum
}

/** What the next transaction of a client is worth on average; of one without any, that of all. For q > 1. */
export function expectedSpend({ p, q, v }: GammaGamma, { x, mean }: Spending): number {
  return (p * (v + x * mean)) / (p * x + q - 1)
}
