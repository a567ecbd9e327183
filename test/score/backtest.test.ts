import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc } from '../../src/score/backtest/auc.ts'
import { pairsOf } from '../../src/score/backtest/pairs.ts'
import { countSilences, silencesOf } from '../../src/score/backtest/silences.ts'
import { observe } from '../../src/score/backtest/walk.ts'
import { DAY, MONDAY, rules } from './samples.ts'

describe('the area under the curve', () => {
  it('is the share of pairs that are ranked rightly, ties by half', () => {
    const ranked = fc.array(fc.record({ risk: fc.integer({ min: 0, max: 5 }), silent: fc.boolean() }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(ranked, (all) => {
        const [silent, others] = [all.filter((each) => each.silent), all.filter((each) => !each.silent)]
        const right = silent.flatMap((a) => others.map((b) => (a.risk > b.risk ? 1 : a.risk === b.risk ? 0.5 : 0)))
        const { area, comparisons } = auc(all)
        expect(comparisons).toBe(right.length)
        if (comparisons > 0) expect(area).toBeCloseTo(right.reduce<number>((a, b) => a + b, 0) / comparisons, 12)
      }),
    )
  })
})

describe('a log of contacts', () => {
  it('takes whoever has more contacts for the agency, and leaves out talk with oneself', () => {
    const pairs = pairsOf([
      { from: 'am', to: 'x', ts: 3 },
      { from: 'x', to: 'am', ts: 1 },
      { from: 'am', to: 'y', ts: 2 },
      { from: 'x', to: 'x', ts: 4 },
      { from: 'am', to: 'z', ts: 5 },
    ])
    expect(pairs.map((events) => events.map(({ dir, ts }) => `${dir} ${ts}`))).toEqual([
      ['in 1', 'out 3'],
      ['out 2'],
      ['out 5'],
    ])
  })

  it('is the same in whatever order it is written, and talk with oneself makes nobody the agency', () => {
    const contacts = [
      { from: 'b', to: 'a', ts: 5 },
      { from: 'a', to: 'b', ts: 5 },
      { from: 'a', to: 'b', ts: 1 },
      { from: 'b', to: 'b', ts: 2 },
    ]
    const pairs = pairsOf(contacts)
    expect(pairs.map((events) => events.map(({ dir, ts }) => `${dir} ${ts}`))).toEqual([['out 1', 'out 5', 'in 5']])
    expect(pairsOf(contacts.toReversed())).toEqual(pairs)
  })

  const at = (...days: number[]) =>
    pairsOf(
      days.map((day, n) => ({ from: n % 2 === 0 ? 'a' : 'b', to: n % 2 === 0 ? 'b' : 'a', ts: MONDAY + day * DAY })),
    )[0] ?? []

  it('is read at a cut by what was known then alone', () => {
    const cut = MONDAY + 30 * DAY
    const [early] = observe(at(0, 7, 14), [cut], rules)
    const [late] = observe(at(0, 7, 14, 80), [cut], rules)
    expect(late?.reading).toEqual(early?.reading)
    expect(early?.sides.any).toMatchObject({
      contacts: { x: 2, tx: 2 },
      count30: 2,
      spokeBefore: true,
      silentAfter: true,
    })
    expect(late?.sides.any?.silentAfter).toBe(false)
    expect(observe(at(40), [cut], rules)).toEqual([null])
    expect(observe(at(0), [cut], rules)[0]?.sides.client).toBeNull()
  })

  it('counts silences that ended apart from those that lasted, and none that are too young', () => {
    const weekly = Array.from({ length: 20 }, (_, week) => week * 7)
    const count = (days: number[], end: number) =>
      countSilences([...silencesOf(at(...days), { end: MONDAY + end * DAY, long: 60 * DAY }, rules)])
    const known = count(weekly, 19 * 7 + 100)
    expect(known.ended).toEqual({ silences: 14, watch: 0, alarm: 0 })
    expect(known.lasting).toEqual({ silences: 1, watch: 1, alarm: 1 })
    expect(count(weekly, 19 * 7 + 10).lasting.silences).toBe(0)
  })
})
