import { expect, it, vi } from 'vitest'
import { drawMerge, drawSplit } from '../../../bots/slack/dialogs/acts.ts'
import { onMoreAct } from '../../../bots/slack/handle/more.ts'
import { type Card, cardSchema } from '../../../src/core/card.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { SNOOZE_CHOICES } from '../../../src/core/when.ts'
import { blockProblems } from '../../../src/sandbox/slack/blocks/blocks.ts'

const AT = '2026-11-26T10:00:00.000Z'

function card(more: Partial<Card>): Card {
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

it.each([
  ['is decided meanwhile', { status: 'approved', decided: { by: 'Анна', at: AT, act: 'approve' } }, 'Уже решено'],
  ['has nothing to choose from any more', {}, 'сделать нельзя'],
] as const)('whoever would split or merge what %s is told so', (_what, more, words) => {
  const choices = { kind: 'open', card: card(more), parts: [], others: [], until: SNOOZE_CHOICES } as const
  for (const { blocks } of [drawSplit(choices), drawMerge(choices)]) {
    expect(blockProblems(blocks, 100)).toEqual([])
    expect(JSON.stringify(blocks)).toContain(words)
  }
})

it.each(['schedule', 'ask', 'draft'] as const)('nobody writes in a dialogue "%s" of what is decided', async (act) => {
  const decided = card({ status: 'approved', decided: { by: 'Анна', at: AT, act: 'approve' }, more: ['history'] })
  const push = vi.fn()
  const tell = vi.fn(async (_words: string) => undefined)
  const options = {
    flow: { look: async () => ({ kind: 'open', card: decided }) },
    dialogs: { views: { push } },
    log: {},
  } as unknown as Parameters<typeof onMoreAct>[0]
  await onMoreAct(options, act, { user: 'U0ANNA', value: `${decided.relay}|1|0`, trigger: 't', inDialog: true, tell })
  expect(push).not.toHaveBeenCalled()
  expect(tell.mock.calls).toEqual([[expect.stringContaining('Уже решено')]])
})
