/** A card as the bot gets it: of words of a client that wait, or of a specialist's. */
import { type Card, cardSchema } from '../../src/core/card.ts'
import { plain } from '../../src/core/rich-text.ts'

export const AT = '2026-11-26T10:00:00.000Z'

export function clientCard(more: Partial<Card> = {}): Card {
  return cardSchema.parse({
    relay: '0198f1c2-0000-7000-8000-000000000001',
    number: 6,
    revision: 1,
    locale: 'ru',
    kind: 'message',
    direction: 'to_team',
    status: 'waiting',
    client: { name: 'Автозапчасти', tier: 'key', lead: false },
    author: { name: 'Иван', isNew: false },
    openedAt: AT,
    body: plain('Пришлите счёт'),
    before: [],
    round: 1,
    acts: [],
    projects: [],
    ...more,
  })
}

export function specialistCard(more: Partial<Card> = {}): Card {
  return clientCard({
    direction: 'to_client',
    author: { name: 'Олег', isNew: false },
    body: plain('Готово'),
    acts: ['approve', 'edit'],
    ...more,
  })
}
