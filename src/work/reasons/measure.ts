/** How often a proposed reason is left as it is by people who had it before them. Pure. */
import { REASONS, type Reason } from '../../core/interaction.ts'
import { type Rate, rateOf } from '../figures/stats/interval.ts'

/** A card that a person decided: what was proposed on it, and what holds. An agency's own reasons count as their parents. */
export type Judged = { readonly proposed: Reason; readonly holds: Reason }

export type Measured = {
  readonly all: Rate
  /** By what was proposed, in the order of REASONS; `meant`: of how many cards it holds, whatever was proposed. */
  readonly classes: readonly { readonly reason: Reason; readonly rate: Rate; readonly meant: number }[]
  /** What was most often taken for what, the most frequent first. */
  readonly mixedUp: readonly { readonly proposed: Reason; readonly holds: Reason; readonly count: number }[]
}

const MOST = 5

export function measure(judged: readonly Judged[]): Measured {
  const classes = REASONS.map((reason) => {
    const proposed = judged.filter((one) => one.proposed === reason)
    const kept = proposed.filter((one) => one.holds === reason)
    const meant = judged.filter((one) => one.holds === reason).length
    return { reason, rate: rateOf(kept.length, proposed.length), meant }
  })
  const kept = judged.filter(({ proposed, holds }) => proposed === holds)
  return {
    all: rateOf(kept.length, judged.length),
    classes: classes.filter(({ rate, meant }) => rate.n > 0 || meant > 0),
    mixedUp: mixedUpIn(judged),
  }
}

function mixedUpIn(judged: readonly Judged[]): Measured['mixedUp'] {
  const pairs = new Map<string, { proposed: Reason; holds: Reason; count: number }>()
  for (const { proposed, holds } of judged) {
    if (proposed === holds) continue
    const key = `${proposed} ${holds}`
    const pair = pairs.get(key) ?? { proposed, holds, count: 0 }
    pairs.set(key, { ...pair, count: pair.count + 1 })
  }
  const order = (a: { count: number; proposed: Reason }, b: { count: number; proposed: Reason }) =>
    b.count - a.count || REASONS.indexOf(a.proposed) - REASONS.indexOf(b.proposed)
  return [...pairs.values()].sort(order).slice(0, MOST)
}
