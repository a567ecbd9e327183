/**
 * The few distributions the score needs. The libraries that have them are hundreds of packages or untyped, so they are here:
 * log-gamma by Lanczos's approximation with Godfrey's coefficients (g = 7, n = 9), the incomplete beta function by the
 * continued fraction of Press et al., Numerical Recipes, 3rd ed., section 6.4.
 */

const FIRST = 0.99999999999980993
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  // Reflection keeps the precision near zero.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 7.5
  let series = FIRST
  for (let i = 0; i < LANCZOS.length; i++) series += (LANCZOS[i] ?? 0) / (shifted + i + 1)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

/** P(T > t) of Student's t with `nu` degrees of freedom. */
export function studentTail(t: number, nu: number): number {
  if (t === Number.NEGATIVE_INFINITY) return 1
  const square = t * t
  // Each form keeps its digits where the other has lost them.
  const beyond =
    square < nu
      ? 1 - incompleteBeta(square / (nu + square), 0.5, nu / 2)
      : incompleteBeta(nu / (nu + square), nu / 2, 0.5)
  const half = beyond / 2
  return t >= 0 ? half : 1 - half
}

/** The regularised incomplete beta function, for x in 0..1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b))
  // The fraction converges quickly on this side of the mean only.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a
  return 1 - (front * betaFraction(1 - x, b, a)) / b
}

const MOST_STEPS = 10_000
const TINY = 1e-300

/** Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) return fraction
  }
  throw new Error(`the incomplete beta function does not converge at ${x}, ${a}, ${b}`)
}

/** Of N things K are marked and n are drawn. */
export type Drawing = { readonly N: number; readonly K: number; readonly n: number }

/** P(X <= k) of the hypergeometric distribution, exactly. */
export function hypergeometricAtMost(k: number, { N, K, n }: Drawing): number {
  let sum = 0
  for (let i = Math.max(0, n + K - N); i <= Math.min(k, n, K); i++) sum += mass(i, { N, K, n })
  return Math.min(1, sum)
}

/** P(X >= k), summed by itself so that a small one keeps its digits. */
export function hypergeometricAtLeast(k: number, { N, K, n }: Drawing): number {
  let sum = 0
  for (let i = Math.min(n, K); i >= Math.max(k, n + K - N, 0); i--) sum += mass(i, { N, K, n })
  return Math.min(1, sum)
}

function mass(k: number, { N, K, n }: Drawing): number {
  return Math.exp(logChoose(K, k) + logChoose(N - K, n - k) - logChoose(N, n))
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

/** Gauss's hypergeometric function 2F1(a, b; c; z) by its series, for 0 <= z < 1 and c other than 0, -1, -2 ... */
export function hypergeometric2F1({ a, b, c }: { a: number; b: number; c: number }, z: number): number {
  let term = 1
  let sum = 1
  for (let j = 0; j < 1_000_000; j++) {
    term *= (((a + j) * (b + j)) / ((c + j) * (j + 1))) * z
    sum += term
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) return sum
  }
  throw new Error(`2F1(${a}, ${b}; ${c}; ${z}) does not converge`)
}
