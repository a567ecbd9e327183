import { expect, it } from 'vitest'
import type { Block } from '../../src/sandbox/page/slack/blocks.tsx'
import { refilled, valuesOf } from '../../src/sandbox/page/slack/dialog/filled.ts'

const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value })
const boxes = (block_id: string, ...ticked: string[]): Block => ({
  type: 'input',
  block_id,
  element: {
    type: 'checkboxes',
    action_id: 'confirm',
    options: ['a', 'b'].map(option),
    initial_options: ticked.map(option),
  },
})
const words = (initial_value: string, action_id = 'words'): Block => ({
  type: 'input',
  block_id: 'words',
  element: { type: 'plain_text_input', action_id, initial_value },
})

it('an updated view keeps what stood in a field of the same names, and begins others anew', () => {
  const before = {
    ...refilled({}, [words('first'), boxes('gone', 'a'), boxes('stays')]),
    'words words': { kind: 'words' as const, text: 'typed' },
    'stays confirm': { kind: 'boxes' as const, ticked: ['b'] },
  }
  expect(refilled(before, [words('second'), boxes('stays', 'a'), boxes('new', 'a')])).toEqual({
    'words words': { kind: 'words', text: 'typed' },
    'stays confirm': { kind: 'boxes', ticked: ['b'] },
    'new confirm': { kind: 'boxes', ticked: ['a'] },
  })
  expect(refilled(before, [words('second', 'other')])).toEqual({ 'words other': { kind: 'words', text: 'second' } })
})

it('boxes are submitted as Slack does it: the whole options, or none', () => {
  const blocks = [boxes('ticked', 'b'), boxes('empty')]
  expect(valuesOf(blocks, refilled({}, blocks))).toEqual({
    ticked: { confirm: { type: 'checkboxes', selected_options: [option('b')] } },
    empty: { confirm: { type: 'checkboxes', selected_options: [] } },
  })
})

it('a choice begins with what the view says, and is submitted as the whole option', () => {
  const choice = (...chosen: string[]): Block => ({
    type: 'input',
    block_id: `tone${chosen}`,
    element: {
      type: 'static_select',
      action_id: 'tone',
      options: ['a', 'b'].map(option),
      ...(chosen[0] === undefined ? {} : { initial_option: option(chosen[0]) }),
    },
  })
  const blocks = [choice('b'), choice()]
  expect(valuesOf(blocks, refilled({}, blocks))).toEqual({
    toneb: { tone: { type: 'static_select', selected_option: option('b') } },
    tone: { tone: { type: 'static_select', selected_option: null } },
  })
})
