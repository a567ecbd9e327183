/**
 * The shifted-beta-geometric of Fader & Hardie, "How to project customer retention" (2007), for retainers: each client leaves
 * at a renewal with a chance of its own, so that those who stay are ever more loyal. A constant churn forgets that.
 */
import { minimise } from '../math/nelder-mead.ts'

export type Sbg = { readonly alpha: number; readonly beta: number }

/** `left`: how many clients there were at the start and after each period. Needs at least two periods. */
export function fitSbg(left: readonly number[]): Sbg & { readonly logLikelihood: number } {
  const found = minimise((at) => -logLikelihood(parametersAt(at), left), [0, 0])
  return { ...parametersAt(found.at), logLikelihood: -found.value }
}

function parametersAt(at: readonly number[]): Sbg {
  const [alpha = 0, beta = 0] = at.map(Math.exp)
  return { alpha, beta }
}

function logLikelihood(model: Sbg, left: readonly number[]): number {
  const share = survival(model, left.length - 1)
  const lost = left.slice(1).map((now, i) => ((left[i] ?? 0) - now) * Math.log((share[i] ?? 0) - (share[i + 1] ?? 0)))
  return lost.reduce((a, b) => a + b, 0) + (left.at(-1) ?? 0) * Math.log(share.at(-1) ?? 0)
}

/** Which share is left at the start (1) and after each of so many periods. */
export function survival({ alpha, beta }: Sbg, periods: number): number[] {
  const shares = [1]
  for (let t = 1; t <= periods; t++) shares.push((shares[t - 1] ?? 0) * ((beta + t - 1) / (alpha + beta + t - 1)))
  return shares
}
