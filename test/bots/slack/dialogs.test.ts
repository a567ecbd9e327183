import { describe, expect, it } from 'vitest'
import { drawCard } from '../../../bots/slack/cards/card.ts'
import { drawDialog } from '../../../bots/slack/dialogs/dialog.ts'
import { drawHistory } from '../../../bots/slack/dialogs/history.ts'
import { SOURCES } from '../../../bots/slack/dialogs/text.ts'
import type { Card } from '../../../src/core/card.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { idsOf } from '../../../src/core/text.ts'
import { AT, clientCard as card } from '../../support/card.ts'

const merged = { by: 'Анна', at: AT, act: 'merge', note: 'R-5' } as const

describe('a manager', () => {
  it('is not told that a client reads why their message was rejected', () => {
    expect(JSON.stringify(drawDialog('reject', card()))).toContain('клиент этого не увидит')
    expect(JSON.stringify(drawDialog('reject', card({ direction: 'to_client' })))).toContain('автор это увидит')
  })

  it.each([
    ['unscheduled', 'client', 'отправка отменена: написал клиент'],
    ['settled_by_hand', 'send again', 'решено вручную: не дошло, отправлено снова'],
    ['declined', 'scope: сделать: бесплатно', 'отказано: объём работ: сделать: бесплатно'],
    ['returned', 'client', 'возвращено: client'],
  ])('reads in the history why it was %s, in their language', (what, note, line) => {
    const drawn = drawHistory({ kind: 'open', card: card(), versions: [], acts: [{ what, by: 'Анна', at: AT, note }] })
    expect(JSON.stringify(drawn)).toContain(line)
  })

  it('sees no empty quotation on the line of what was merged into another', () => {
    const line = (body: Card['body']) => JSON.stringify(drawCard(card({ status: 'merged', body, decided: merged })))
    expect(line(plain('Пришлите счёт'))).toContain('Иван: «Пришлите счёт»')
    expect(line([])).toContain('· Иван\\n')
  })
})

it('dialogues speak both languages', () => {
  expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
})
