/** How sure a share is. An account manager has ten to thirty clients: a share without its interval says more than is known. */

export type Interval = { readonly low: number; readonly high: number }

/** A share of 1; `share` is null when there is nothing to take a share of. */
export type Rate = {
  readonly hits: number
  readonly n: number
  readonly share: number | null
  readonly interval: Interval | null
}

/** The normal quantile of 95 %, two-sided. */
const Z = 1.959963984540054

/** With the interval of Wilson (1927), 95 %: it never leaves 0..1, and holds for few and for extreme shares. */
export function rateOf(hits: number, n: number): Rate {
  if (n === 0) return { hits, n, share: null, interval: null }
  const share = hits / n
  const square = Z * Z
  const centre = (share + square / (2 * n)) / (1 + square / n)
  const half = (Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n)
  return { hits, n, share, interval: { low: Math.max(0, centre - half), high: Math.min(1, centre + half) } }
}

export type Change = { readonly by: number; readonly interval: Interval; readonly isSure: boolean }

/**
 * From one share to another, with the hybrid interval of Newcombe (1998, method 10). `isSure`: zero is outside of it. Taken
 * for independent, which is careful where the same clients stand in both. Null where a share is missing.
 */
export function changeOf(before: Rate, after: Rate): Change | null {
  if (before.share === null || after.share === null || !before.interval || !after.interval) return null
  const by = after.share - before.share
  const low = by - Math.hypot(after.share - after.interval.low, before.interval.high - before.share)
  const high = by + Math.hypot(after.interval.high - after.share, before.share - before.interval.low)
  return { by, interval: { low, high }, isSure: low > 0 || high < 0 }
}
