import { expect, it } from 'vitest'
import type { Reason } from '../../../src/core/interaction.ts'
import { idsOf } from '../../../src/core/text.ts'
import { measure } from '../../../src/work/reasons/measure.ts'
import { SOURCES } from '../../../src/work/reasons/report.ts'

const cards = (count: number, proposed: Reason, holds: Reason = proposed) =>
  Array.from({ length: count }, () => ({ proposed, holds }))

it('measures each reason by what people left as it was', () => {
  const { all, classes, mixedUp } = measure([
    ...cards(8, 'question'),
    ...cards(2, 'question', 'request'),
    ...cards(3, 'ack'),
    ...cards(1, 'ack', 'approval'),
  ])
  expect(all).toMatchObject({ hits: 11, n: 14 })
  expect(classes.map(({ reason, rate, meant }) => [reason, rate.hits, rate.n, meant])).toEqual([
    ['question', 8, 10, 8],
    ['request', 0, 0, 2],
    ['approval', 0, 0, 1],
    ['ack', 3, 4, 3],
  ])
  // Wilson's interval of 8 in 10, as printed in many places.
  expect(classes[0]?.rate.interval?.low).toBeCloseTo(0.4902, 4)
  expect(classes[0]?.rate.interval?.high).toBeCloseTo(0.9433, 4)
  expect(mixedUp).toEqual([
    { proposed: 'question', holds: 'request', count: 2 },
    { proposed: 'ack', holds: 'approval', count: 1 },
  ])
})

it('says nothing of nothing', () => {
  expect(measure([])).toMatchObject({ all: { n: 0, share: null }, classes: [], mixedUp: [] })
})

it('speaks both languages', () => {
  expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
})
