import { expect, it } from 'vitest'
import { drawDialog } from '../../../bots/slack/dialogs/dialog.ts'
import { onSubmit } from '../../../bots/slack/handle/decisions.ts'
import { type Card, cardSchema } from '../../../src/core/card.ts'
import { plain } from '../../../src/core/rich-text.ts'

const card: Card = cardSchema.parse({
  relay: '0198f1c2-0000-7000-8000-000000000001',
  number: 6,
  revision: 1,
  locale: 'ru',
  kind: 'message',
  direction: 'to_team',
  status: 'approved',
  client: { name: 'Автозапчасти', tier: 'key', lead: false },
  author: { name: 'Иван', isNew: false },
  openedAt: '2026-11-26T10:00:00.000Z',
  body: plain('Пришлите счёт'),
  before: [],
  round: 1,
  acts: [],
  projects: [],
  decided: { by: 'Борис', at: '2026-11-26T10:05:00.000Z', act: 'approve' },
})

const LONG = 'Счёт пришлём завтра до обеда, вместе с актом.'
const WORDS = {
  rich_text_value: {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: LONG }] }],
  },
}

it.each([
  ['answer', WORDS],
  ['return', { value: LONG }],
] as const)('what was written to "%s" what somebody else has decided meanwhile is given back', async (act, field) => {
  const view = { ...drawDialog(act, card), state: { values: { words: { words: field } } } }
  const flow = { decide: async () => ({ kind: 'already', card }) } as unknown as Parameters<typeof onSubmit>[0]
  const people = { names: async () => ({ user: (id: string) => id, channel: (id: string) => id }) }
  const answer = await onSubmit(flow, people as unknown as Parameters<typeof onSubmit>[1], { user: 'U0ANNA', view })
  expect(JSON.stringify(answer)).toContain('Уже решено')
  expect(JSON.stringify(answer)).toContain(LONG)
})
