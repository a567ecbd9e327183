import { describe, expect, it, vi } from 'vitest'
import { drawMerge, drawSplit } from '../../../bots/slack/dialogs/acts.ts'
import { onActSubmit } from '../../../bots/slack/handle/acts.ts'
import { onMoreAct } from '../../../bots/slack/handle/more.ts'
import { SNOOZE_CHOICES } from '../../../src/core/when.ts'
import { blockProblems } from '../../../src/sandbox/slack/blocks/blocks.ts'
import { AT, clientCard as card } from '../../support/card.ts'

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

describe('of a message of many parts', () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `p${i}`, at: AT, text: `Часть ${i}` }))
  const split = (count: number) =>
    drawSplit({ kind: 'open', card: card({}), parts: parts(count), others: [], until: SNOOZE_CHOICES })

  it.each([2, 10, 11, 25, 80])('each of %i can be ticked', (count) => {
    const { blocks } = split(count)
    expect(blockProblems(blocks, 100)).toEqual([])
    const drawn = JSON.stringify(blocks)
    expect(parts(count).filter(({ id }) => !drawn.includes(`"value":"${id}"`))).toEqual([])
  })

  it('what has no box is said', () => {
    const { blocks } = split(99)
    expect(blockProblems(blocks, 100)).toEqual([])
    expect(JSON.stringify(blocks)).toContain('уйдут в отдельное: 19')
  })

  it('what is ticked anywhere stays', async () => {
    const decide = vi.fn(async (_decision: unknown) => ({ kind: 'done', card: card({}) }))
    const ticked = (value: string) => ({ choice: { type: 'checkboxes', selected_options: [{ value }] } })
    const values = { choice: ticked('p1'), 'choice|1': ticked('p12'), 'choice|2': { choice: { selected_options: [] } } }
    await onActSubmit({ decide } as unknown as Parameters<typeof onActSubmit>[0], {
      user: 'U0ANNA',
      view: { ...split(25), state: { values } },
    })
    expect(decide.mock.calls[0]?.[0]).toMatchObject({ act: { kind: 'split', parts: ['p1', 'p12'] } })
  })
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
