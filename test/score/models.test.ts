import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aliveChance, expectedContacts, fitBgNbd } from '../../src/score/models/bg-nbd.ts'
import { expectedSpend, fitGammaGamma } from '../../src/score/models/gamma-gamma.ts'
import { fitSbg, survival } from '../../src/score/models/sbg.ts'

const numbers = (file: string) =>
  readFileSync(`test/fixtures/score/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number))

const cdnow = numbers('cdnow.csv').map(([, x = 0, tx = 0, T = 0, mean = 0]) => ({ x, tx, T, mean }))

describe('BG/NBD on the CDNOW sample', () => {
  const model = fitBgNbd(cdnow)

  it('finds the published parameters', () => {
    expect(model.r).toBeCloseTo(0.243, 3)
    expect(model.alpha).toBeCloseTo(4.414, 3)
    expect(model.a).toBeCloseTo(0.793, 3)
    expect(model.b).toBeCloseTo(2.426, 3)
    expect(model.logLikelihood).toBeCloseTo(-9582.4, 1)
  })

  it('gives the published chance and expectation', () => {
    const busy = { x: 26, tx: 30.857, T: 31 }
    expect(aliveChance(model, busy)).toBeCloseTo(0.9689, 4)
    expect(expectedContacts(model, busy, 52)).toBeCloseTo(25.76, 2)
  })

  it('takes whoever never came back for alive, and bears thousands of contacts', () => {
    expect(aliveChance(model, { x: 0, tx: 0, T: 100 })).toBe(1)
    const often = { x: 5_000, tx: 100, T: 100.1 }
    expect(expectedContacts(model, often, 8.6)).toBeGreaterThan(100)
    expect(expectedContacts(model, { ...often, T: 150 }, 8.6)).toBeCloseTo(0, 6)
  })
})

describe('Gamma-Gamma on the CDNOW sample', () => {
  const model = fitGammaGamma(cdnow.filter(({ x }) => x > 0))

  it('finds the published parameters', () => {
    expect(model.p).toBeCloseTo(6.25, 2)
    expect(model.q).toBeCloseTo(3.74, 2)
    // Published from amounts that were not yet rounded to cents.
    expect(Math.abs(model.v - 15.44)).toBeLessThan(0.01)
  })

  it('draws a client who is little known towards all', () => {
    const all = expectedSpend(model, { x: 0, mean: 0 })
    expect(all).toBeCloseTo((model.p * model.v) / (model.q - 1), 9)
    const once = expectedSpend(model, { x: 1, mean: 100 })
    const often = expectedSpend(model, { x: 50, mean: 100 })
    expect(all).toBeLessThan(once)
    expect(once).toBeLessThan(often)
    expect(often).toBeLessThan(100)
  })
})

describe('the shifted-beta-geometric on the published retention', () => {
  const table = numbers('sbg.csv')
  const left = (column: number) => table.slice(0, 8).map((row) => 10 * (row[column] ?? 0))

  it.each([
    { segment: 'Regular', column: 1, alpha: 0.704, beta: 1.182, later: [22.0, 20.4, 19.1, 18.0, 17.0] },
    { segment: 'High End', column: 2, alpha: 0.668, beta: 3.806, later: [46.0, 43.6, 41.4, 39.5, 37.8] },
  ])('finds the parameters and years 8 to 12 of $segment', ({ column, alpha, beta, later }) => {
    const model = fitSbg(left(column))
    expect(model.alpha).toBeCloseTo(alpha, 3)
    expect(model.beta).toBeCloseTo(beta, 3)
    const predicted = survival(model, 12)
      .slice(8)
      .map((share) => Number((100 * share).toFixed(1)))
    expect(predicted).toEqual(later)
  })
})
