import { expect, it } from 'vitest'
import { drawCard } from '../../../bots/slack/cards/card.ts'
import type { Card } from '../../../src/core/card.ts'
import { AT, specialistCard } from '../../support/card.ts'

it.each([
  ['message', 'Доставлено'],
  ['correction', 'Доставлено'],
  ['removal', 'Выполнено'],
] as const)('of a decided %s it is said that it is: %s', (kind, words) => {
  const card: Card = specialistCard({
    kind,
    status: 'approved',
    acts: [],
    decided: { act: 'approve', by: 'Анна', at: AT },
    delivery: { state: 'delivered', at: AT },
  })
  const drawn = JSON.stringify(drawCard(card).blocks)
  expect(drawn).toContain(words)
  expect(drawn.includes('Доставлено')).toBe(words === 'Доставлено')
})
