/** How well a measure ranks: the area under the ROC curve. */

export type Ranked = { readonly risk: number; readonly silent: boolean }

/**
 * Of all pairs of one that fell silent and one that did not, the share in which the first had the higher risk; a tie is half.
 * `comparisons`: how many such pairs there were. By ranks, as in Mann & Whitney.
 */
export function auc(ranked: readonly Ranked[]): { readonly area: number; readonly comparisons: number } {
  const sorted = ranked.toSorted((a, b) => a.risk - b.risk)
  const silent = sorted.filter((each) => each.silent).length
  const comparisons = silent * (sorted.length - silent)
  let ranks = 0
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (end < sorted.length && sorted[end]?.risk === sorted[start]?.risk) end += 1
    const silentHere = sorted.slice(start, end).filter((each) => each.silent).length
    ranks += (silentHere * (start + 1 + end)) / 2
    start = end
  }
  return { area: comparisons === 0 ? 0.5 : (ranks - (silent * (silent + 1)) / 2) / comparisons, comparisons }
}
