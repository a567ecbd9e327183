/** What a figure says, of the period and of the one before, and how they differ. Pure. */
import type { AlertLevel } from '../../score/reading/alert.ts'
import type { Dimension } from './figures.ts'
import { type Change, changeOf, type Rate, rateOf } from './stats/interval.ts'
import { medianOf, nearestRank } from './stats/quantile.ts'

/** Rows of one section and one period that have the same labels. */
export type Group = {
  readonly labels: readonly string[]
  readonly n: number
  /** Of these it can be said whether they are hits. */
  readonly judged: number
  readonly hits: number
  readonly minutes: readonly number[]
  readonly scores: readonly number[]
}

/** How many there are of each label, by dimension; the most frequent first. */
export type Parts = { readonly [Name in Dimension]?: readonly { readonly label: string; readonly n: number }[] }

export type Value =
  | ({ readonly kind: 'rate' } & Rate)
  | { readonly kind: 'count'; readonly n: number }
  | {
      readonly kind: 'time'
      /** Of these it is known how long they took. */
      readonly n: number
      /** In business minutes. */
      readonly median: number | null
      readonly p90: number | null
      /** Null where no time was promised. */
      readonly inTime: Rate | null
    }
  | {
      readonly kind: 'score'
      readonly n: number
      /** Drawn towards the agency's mean. */
      readonly mean: number | null
      readonly percentile20: number | null
      readonly alerts: { readonly [Level in AlertLevel]: number }
    }

export type Difference =
  | ({ readonly kind: 'share' } & Change)
  | { readonly kind: 'number'; readonly by: number; readonly of: 'n' | 'median' | 'mean' }

export function partsOf(groups: readonly Group[], dimensions: readonly Dimension[]): Parts {
  const parts = dimensions.map((dimension, i) => {
    const counts = new Map<string, number>()
    for (const { labels, n } of groups) counts.set(labels[i] ?? '', (counts.get(labels[i] ?? '') ?? 0) + n)
    const sorted = [...counts]
      .map(([label, n]) => ({ label, n }))
      .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1))
    return [dimension, sorted] as const
  })
  return Object.fromEntries(parts)
}

/** Sums over groups. */
const total = (groups: readonly Group[], of: 'n' | 'judged' | 'hits') =>
  groups.reduce((sum, group) => sum + group[of], 0)

export function rateValue(groups: readonly Group[]): Value {
  return { kind: 'rate', ...rateOf(total(groups, 'hits'), total(groups, 'judged')) }
}

export function countValue(groups: readonly Group[]): Value {
  return { kind: 'count', n: total(groups, 'n') }
}

export function timeValue(groups: readonly Group[]): Value {
  const minutes = groups.flatMap((group) => group.minutes)
  const judged = total(groups, 'judged')
  return {
    kind: 'time',
    n: minutes.length,
    median: medianOf(minutes),
    p90: nearestRank(minutes, 0.9),
    inTime: judged === 0 ? null : rateOf(total(groups, 'hits'), judged),
  }
}

/** Null where either has nothing to say. */
export function differenceOf(before: Value, after: Value): Difference | null {
  if (before.kind === 'rate' && after.kind === 'rate') {
    const change = changeOf(before, after)
    return change && { kind: 'share', ...change }
  }
  if (before.kind === 'count' && after.kind === 'count') return { kind: 'number', of: 'n', by: after.n - before.n }
  if (before.kind === 'time' && after.kind === 'time') return numberChange('median', before.median, after.median)
  if (before.kind === 'score' && after.kind === 'score') return numberChange('mean', before.mean, after.mean)
  return null
}

function numberChange(of: 'median' | 'mean', before: number | null, after: number | null): Difference | null {
  return before === null || after === null ? null : { kind: 'number', of, by: after - before }
}
