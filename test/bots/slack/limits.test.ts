import { describe, expect, it } from 'vitest'
import { drawCard } from '../../../bots/slack/cards/card.ts'
import { drawDifference } from '../../../bots/slack/cards/difference.ts'
import { drawQueue } from '../../../bots/slack/cards/queue.ts'
import { drawHistory } from '../../../bots/slack/dialogs/history.ts'
import type { Card } from '../../../src/core/card.ts'
import type { Queue } from '../../../src/core/flow.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { BLOCKS_TOTAL_MAX, blockProblems, charactersIn } from '../../../src/sandbox/slack/blocks/blocks.ts'
import { AT, specialistCard as card } from '../../support/card.ts'

/** Words of about so many characters. */
function long(length: number, word = 'слово'): string {
  return Array.from({ length: Math.ceil(length / 10) }, (_, i) => `${word} ${i}`)
    .join(' ')
    .slice(0, length)
}

const draft = { version: 'v', by: 'Анна', at: AT, body: plain(long(9_000, 'иначе')) }

describe('a card is no longer than one message of Slack', () => {
  it.each<[string, Partial<Card>]>([
    [
      'a correction of long words',
      { kind: 'correction', body: plain(long(7_000)), standing: plain(long(7_000, 'было')) },
    ],
    ['a draft of long words', { body: plain(long(9_000)), draft }],
    [
      'a proposal',
      { body: plain(long(9_000)), draft, proposed: { by: 'Борис', body: plain(long(9_000)), findings: [] } },
    ],
  ])('%s', (_what, more) => {
    const { blocks } = drawCard(card(more))
    expect(charactersIn(blocks)).toBeLessThan(BLOCKS_TOTAL_MAX)
    expect(JSON.stringify(blocks)).toContain('только начало')
  })

  it('says where all of it is: in a dialogue that its buttons open', () => {
    const body = plain(long(12_000))
    const shown = (more: Partial<Card>) => JSON.stringify(drawCard(card({ body, ...more })).blocks)
    expect(shown({})).toContain('Целиком — в окне «Исправить».')
    const removal = shown({ kind: 'removal', acts: ['approve', 'reject'] })
    expect(removal).toContain('Целиком — под кнопкой «Как увидит клиент».')
    expect(removal).not.toContain('Исправить')
  })

  it('and what fits is all there', () => {
    const { blocks } = drawCard(card({ body: plain(`${long(9_000)} конец`) }))
    expect(JSON.stringify(blocks)).toContain('конец')
    expect(JSON.stringify(blocks)).not.toContain('только начало')
  })
})

it('a difference of long texts shows its beginning with what went and what came', () => {
  const change = drawDifference(long(9_000, 'было'), long(9_000, 'стало'))
  expect(charactersIn(change)).toBeLessThanOrEqual(10_000)
  expect(JSON.stringify(change)).toContain('"strike":true')
})

describe('a history', () => {
  const acts = Array.from({ length: 40 }, (_, i) => ({
    what: 'returned',
    by: 'Анна',
    at: AT,
    note: `${'причина, которую написали подробно '.repeat(6)}${i}.`,
  }))

  it('tells of every act up to the newest', () => {
    const { blocks } = drawHistory({ kind: 'open', card: card(), versions: [], acts })
    const drawn = JSON.stringify(blocks)
    expect(acts.filter(({ note }) => !drawn.includes(note))).toEqual([])
    expect(blockProblems(blocks, 100)).toEqual([])
  })

  it('of many versions fits into a dialogue', () => {
    const versions = Array.from({ length: 40 }, (_, i) => ({
      kind: 'draft' as const,
      revision: 1,
      by: 'Анна',
      at: AT,
      body: plain(`Черновик ${i}`),
    }))
    const { blocks } = drawHistory({ kind: 'open', card: card({ more: ['recall', 'history'] }), versions, acts })
    expect(blockProblems(blocks, 100)).toEqual([])
    const drawn = JSON.stringify(blocks)
    const shown = versions.map((_, i) => i).filter((i) => drawn.includes(`Черновик ${i}"`))
    expect(shown).toEqual([0, ...Array.from({ length: 17 }, (_, i) => 23 + i)])
    expect(drawn).toContain('не показано: 22')
  })
})

it.each([20, 30])('the last of %i files with long names is marked, too', (count) => {
  const file = (i: number) => ({
    kind: 'document' as const,
    name: `${'Приложение к договору с очень длинным именем '.repeat(3)}${i}.pdf`,
    size: 1_000,
    mime: 'application/pdf',
    sha256: 'a'.repeat(64),
    ...(i === count - 1 ? { warnings: ['executable' as const] } : {}),
  })
  const files = Array.from({ length: count }, (_, i) => file(i))
  const { blocks } = drawCard(card({ body: [{ type: 'files', files }] }))
  expect(JSON.stringify(blocks)).toContain(`${count - 1}.pdf`)
  expect(JSON.stringify(blocks)).toContain('запускается как программа')
  expect(JSON.stringify(blocks), 'no empty line for words that are not there').not.toContain('rich_text')
  expect(blockProblems(blocks, 50)).toEqual([])
})

it('a page of the queue is no longer than one message, whatever its messages are made of', () => {
  const {
    client,
    author: _author,
    ...one
  } = card({ body: plain('<a & b>'.repeat(50)), acts: ['approve', 'edit', 'return'] })
  const entries = Array.from({ length: 15 }, (_, i) => ({
    ...one,
    relay: `relay-${i}`,
    client,
    author: 'Олег',
    more: [],
    quotes: [{ at: 0, body: [{ type: 'quote', content: plain('<a & b>'.repeat(50)) }] }],
    late: true,
  }))
  const { blocks } = drawQueue({ locale: 'ru', count: 15, page: 0, pages: 1, entries } as unknown as Queue)
  expect(charactersIn(blocks)).toBeLessThan(BLOCKS_TOTAL_MAX)
  expect(blockProblems(blocks, 50)).toEqual([])
})
