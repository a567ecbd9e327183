import { describe, expect, it } from 'vitest'
import {
  hypergeometric2F1,
  hypergeometricAtLeast,
  hypergeometricAtMost,
  incompleteBeta,
  logGamma,
  studentTail,
} from '../../src/score/math/distributions.ts'
import { minimise } from '../../src/score/math/nelder-mead.ts'

/** To twelve digits of what SciPy 1.17 and mpmath 1.3 say. */
function same(found: number, expected: number) {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), Number.MIN_VALUE))
}

describe('distributions agree with SciPy and mpmath', () => {
  it.each([
    [0, 3, 0.5],
    [2, 10, 0.03669401738537018],
    [-2, 10, 0.9633059826146299],
    [8, 60, 2.450132573975106e-11],
    [30, 100, 4.190166279344164e-52],
    [0.5, 4.5, 0.3202747510370237],
    [1e-9, 5, 0.4999999996203933],
    [Number.NEGATIVE_INFINITY, 5, 1],
  ])("P(T > %d) of Student's t with %d degrees", (t, nu, p) => same(studentTail(t, nu), p))

  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [3.5, 1.2009736023470743],
    [100, 359.1342053695754],
    [1e-6, 13.815509980749432],
    [1e5, 1051287.7089736569],
  ])('ln gamma(%d)', (x, expected) => same(logGamma(x), expected))

  it.each([
    [0.5, 2, 3, 0.6875],
    [0.01, 30, 0.5, 1.0307815466209132e-61],
    [0.999, 30, 0.5, 0.807237306159537],
    [0, 1, 1, 0],
    [1, 1, 1, 1],
  ])('the incomplete beta function at %d with %d, %d', (x, a, b, expected) => same(incompleteBeta(x, a, b), expected))

  it.each([
    [4, 24, 0.20096891599414013, 0.9242141636660933],
    [0, 40, 3.899128770241873e-8, 1],
    [20, 20, 1, 2.828601346453457e-19],
    [0, 0, 1, 1],
    [10, 10, 1, 1.1221189513415558e-7],
    [20, 80, 1, 1],
  ])('%d marked of %d in twenty of eighty', (k, K, atMost, atLeast) => {
    const drawing = { N: 80, K, n: 20 }
    same(hypergeometricAtMost(k, drawing), atMost)
    same(hypergeometricAtLeast(k, drawing), atLeast)
  })

  it.each([
    [1, 1, 2, 0.5, 1.3862943611198906],
    [-0.3, 0.7, 0.2, 0.9, -1.580684939799203],
    [0.976, -0.207, 28.2, 0.99, 0.9927068992800082],
  ])('2F1(%d, %d; %d; %d)', (a, b, c, z, expected) => same(hypergeometric2F1({ a, b, c }, z), expected))
})

describe('minimise', () => {
  it('finds the bottom of Rosenbrock’s valley, and respects what is not allowed', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2
    const { at } = minimise(valley, [-1.2, 1])
    expect(at[0]).toBeCloseTo(1, 5)
    expect(at[1]).toBeCloseTo(1, 5)
    const wall = minimise(([x = 0]) => (x < 2 ? Number.POSITIVE_INFINITY : x), [5])
    expect(wall.at[0]).toBeCloseTo(2, 5)
  })
})
