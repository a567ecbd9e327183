/**
 * The simplex method of Nelder & Mead (1965) with the usual coefficients, as in Lagarias et al. (1998). The likelihoods here
 * have two to four parameters and no derivatives worth writing down; the packages that do this are untyped or abandoned.
 */
type Corner = { readonly at: readonly number[]; readonly value: number }

export type Minimum = { readonly at: readonly number[]; readonly value: number }

const MOST_STEPS = 1_000
const TOLERANCE = 1e-10

/** Minimises `f` from `start`; begins again from what it found until that is no better. A point that is not allowed is Infinity. */
export function minimise(f: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  let best = descend(f, start)
  for (;;) {
    const again = descend(f, best.at)
    if (!(again.value < best.value - 1e-8 * Math.abs(best.value))) return again.value < best.value ? again : best
    best = again
  }
}

function descend(f: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  const corner = (at: readonly number[]): Corner => ({ at, value: f(at) })
  let simplex = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + 0.5 : x)))].map(corner)
  for (let step = 0; step < MOST_STEPS; step++) {
    simplex.sort((a, b) => a.value - b.value)
    const [best, worst] = [simplex[0], simplex.at(-1)] as [Corner, Corner]
    if (isSmall(simplex)) return best
    const replaced = better(simplex, worst, corner)
    simplex = replaced
      ? [...simplex.slice(0, -1), replaced]
      : [best, ...simplex.slice(1).map(({ at }) => corner(between(best.at, at, 0.5)))]
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a))
}

/** In place of the worst corner: its reflection, one twice as far, or one nearer; undefined when none is better. */
function better(
  simplex: readonly Corner[],
  worst: Corner,
  corner: (at: readonly number[]) => Corner,
): Corner | undefined {
  const others = simplex.slice(0, -1)
  const centre = worst.at.map((_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length)
  const towards = (by: number) => corner(between(centre, worst.at, by))
  const lowest = others[0]?.value ?? 0
  const second = others.at(-1)?.value ?? 0
  const reflected = towards(-1)
  if (reflected.value < lowest) {
    const expanded = towards(-2)
    return expanded.value < reflected.value ? expanded : reflected
  }
  if (reflected.value < second) return reflected
  const contracted = reflected.value < worst.value ? towards(-0.5) : towards(0.5)
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined
}

function between(from: readonly number[], to: readonly number[], share: number): number[] {
  return from.map((x, i) => x + share * ((to[i] ?? 0) - x))
}

function isSmall(simplex: readonly Corner[]): boolean {
  const [best, ...others] = simplex
  if (!best) return true
  return others.every(
    ({ at, value }) =>
      Math.abs(value - best.value) <= TOLERANCE * (1 + Math.abs(best.value)) &&
      at.every((x, i) => Math.abs(x - (best.at[i] ?? 0)) <= 1e-5),
  )
}
