import { expect, it, vi } from 'vitest'
import { drawCannedList } from '../../../bots/slack/dialogs/canned.ts'
import { drawDialog } from '../../../bots/slack/dialogs/dialog.ts'
import { onCannedChosen } from '../../../bots/slack/handle/canned.ts'
import type { CannedList } from '../../../src/core/flow.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { specialistCard } from '../../support/card.ts'

const card = specialistCard()

const ID = '0198f1c2-0000-7000-8000-000000000002'
const list: CannedList = {
  locale: 'ru',
  canned: [{ id: ID, locale: 'ru', title: 'Часы', body: 'Мы здесь с 10 до 19.', usedCount: 0 }],
  found: 1,
  isAny: true,
}

it.each(['edit', 'answer', 'schedule'] as const)(
  'a ready answer that the dialogue "%s" offers is put in',
  async (act) => {
    const shown = drawDialog(act, card, { why: 'stale', typed: { body: plain('Добрый день.') } }, { list, filled: 0 })
    expect(JSON.stringify(shown)).toContain('Часы')
    const update = vi.fn(async (_view: unknown) => ({ ok: true }))
    const options = {
      flow: {
        cannedWords: async () => 'Мы здесь с 10 до 19.',
        look: async () => ({ kind: 'open', card }),
        canned: async () => list,
      },
      dialogs: { views: { update } },
      log: {},
    } as unknown as Parameters<typeof onCannedChosen>[0]
    const names = { names: async () => ({ user: (id: string) => id, channel: (id: string) => id }) }
    const view = { ...shown, id: 'V1', hash: 'h', state: { values: {} } }
    await onCannedChosen(options, names as unknown as Parameters<typeof onCannedChosen>[1], {
      user: 'U0ANNA',
      view,
      id: ID,
    })
    expect(JSON.stringify(update.mock.calls)).toContain('Мы здесь с 10 до 19.')
  },
)

it('a search that finds nothing does not say that there are no answers', () => {
  expect(JSON.stringify(drawCannedList(list, 'часы'))).toContain('Мы здесь с 10 до 19.')
  const drawn = drawCannedList({ ...list, canned: [], found: 0 }, ' <!here> ')
  expect(drawn.text).toBe('Готовых ответов с «&lt;!here&gt;» нет. Все — /canned')
  expect(JSON.stringify(drawn.blocks)).toContain('&lt;!here&gt;')
  expect(drawCannedList({ ...list, canned: [], found: 0, isAny: false }, 'часы').text).toBe('Готовых ответов пока нет')
})
