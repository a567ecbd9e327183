import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf, rateOf } from '../../../src/work/figures/stats/interval.ts'
import { periodOf } from '../../../src/work/figures/stats/period.ts'
import { medianOf, nearestRank } from '../../../src/work/figures/stats/quantile.ts'

const percent = (value: number | undefined) => Math.round((value ?? Number.NaN) * 1_000) / 10

describe('a share', () => {
  it.each([
    { hits: 27, n: 30, share: 90, interval: [74.4, 96.5] },
    { hits: 18, n: 20, share: 90, interval: [69.9, 97.2] },
    { hits: 12, n: 60, share: 20, interval: [11.8, 31.8] },
    { hits: 36, n: 40, share: 90, interval: [76.9, 96.0] },
  ])('of $hits of $n is $share % with Wilson’s interval $interval', ({ hits, n, share, interval }) => {
    const rate = rateOf(hits, n)
    expect(percent(rate.share ?? undefined)).toBe(share)
    expect([percent(rate.interval?.low), percent(rate.interval?.high)]).toEqual(interval)
  })

  it('of nothing is none', () => {
    expect(rateOf(0, 0)).toMatchObject({ share: null, interval: null })
    expect(changeOf(rateOf(0, 0), rateOf(1, 2))).toBeNull()
  })

  it('lies in its interval, which lies in 0 to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (n, k) => {
        const { share, interval } = rateOf(k % (n + 1), n)
        const [low, high] = [interval?.low ?? -1, interval?.high ?? 2]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-12 <= (share ?? 9) && (share ?? -9) <= high + 1e-12).toBe(true)
      }),
    )
  })

  it('changes by Newcombe’s interval: 56 of 70 against 48 of 80 as he printed it', () => {
    const change = changeOf(rateOf(48, 80), rateOf(56, 70))
    expect(change?.by).toBeCloseTo(0.2, 10)
    expect([change?.interval.low, change?.interval.high].map((x) => x?.toFixed(4))).toEqual(['0.0524', '0.3339'])
    expect(change?.isSure).toBe(true)
    expect(changeOf(rateOf(18, 20), rateOf(27, 30))?.isSure).toBe(false)
  })
})

describe('times', () => {
  it('have the median, and P90 by nearest rank', () => {
    expect(medianOf([])).toBeNull()
    expect(medianOf([5, 1, 9])).toBe(5)
    expect(medianOf([1, 2, 10, 40])).toBe(6)
    expect(nearestRank([], 0.9)).toBeNull()
    expect(nearestRank([7], 0.9)).toBe(7)
    expect(nearestRank([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9)).toBe(9)
    expect(nearestRank([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9)).toBe(10)
  })
})

describe('a period', () => {
  const zone = 'Europe/Moscow'
  const now = new Date('2026-11-10T09:00:00Z')
  const read = (name: string, at = now) => {
    const period = periodOf(name, zone, at)
    return period && [period.before.from, period.before.to, period.current.from, period.current.to].map(iso)
  }
  const iso = (at: Date) => at.toISOString().slice(0, 16)

  it('begins and ends with the agency’s days, and stands beside the one before', () => {
    const october = ['2026-08-31T21:00', '2026-09-30T21:00', '2026-09-30T21:00', '2026-10-31T21:00']
    expect(read('2026-10')).toEqual(october)
    expect(read('last-month')).toEqual(october)
    expect(read('2026-Q3')).toEqual(['2026-03-31T21:00', '2026-06-30T21:00', '2026-06-30T21:00', '2026-09-30T21:00'])
    expect(read('last-quarter')).toEqual(read('2026-q3'))
    expect(read('2025')).toEqual(['2023-12-31T21:00', '2024-12-31T21:00', '2024-12-31T21:00', '2025-12-31T21:00'])
    expect(read('2026-10-01..2026-10-07')).toEqual([
      '2026-09-23T21:00',
      '2026-09-30T21:00',
      '2026-09-30T21:00',
      '2026-10-07T21:00',
    ])
    expect(read('last-30-days')).toEqual([
      '2026-09-10T21:00',
      '2026-10-10T21:00',
      '2026-10-10T21:00',
      '2026-11-09T21:00',
    ])
  })

  it('that has not ended is compared with as much of the one before', () => {
    expect(read('month')).toEqual(['2026-09-30T21:00', '2026-10-10T09:00', '2026-10-31T21:00', '2026-11-10T09:00'])
    expect(periodOf('month', zone, now)?.isRunning).toBe(true)
    expect(periodOf('2026-10', zone, now)?.isRunning).toBe(false)
    // The 31st for a month of 30 days: no further than the month.
    const late = new Date('2026-12-31T12:00:00Z')
    expect(read('month', late)?.[1]).toBe('2026-11-30T12:00')
  })

  it('is as long as its clocks say', () => {
    const period = periodOf('2026-03', 'Europe/Berlin', now)
    expect((period?.current.to.getTime() ?? 0) - (period?.current.from.getTime() ?? 0)).toBe((31 * 24 - 1) * 3_600_000)
  })

  it('that is none, is too long or lies ahead is refused', () => {
    for (const name of [
      '',
      'week',
      '2026-13',
      '2026-q5',
      '2027',
      '2026-10-07..2026-10-01',
      'last-9999-days',
      '2026-02-30..2026-03-01',
    ])
      expect(read(name), name).toBeUndefined()
  })
})
