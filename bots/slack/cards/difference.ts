import type { KnownBlock } from '@slack/types'
import { type Stretch, wordDifference } from '../../../src/core/difference.ts'
import type { Mark } from '../../../src/core/rich-text.ts'
import { cut, SLACK_LIMITS, words } from './blocks.ts'

const MARK = { added: ['bold'], removed: ['strike'] } as const satisfies Record<string, readonly Mark[]>

/** Word by word: what went is struck through, what came is bold. Undefined: they say the same. */
export function drawDifference(
  before: string,
  after: string,
  most: number = SLACK_LIMITS.words,
): KnownBlock | undefined {
  const stretches = wordDifference(before, after)
  if (stretches.every(({ change }) => change === undefined)) return undefined
  const content = beginning(stretches, most).map(({ text, change }) => ({
    type: 'text' as const,
    text,
    ...(change === undefined ? {} : { marks: MARK[change] }),
  }))
  return words([{ type: 'paragraph', content }])
}

/** Of what is very long: what is cut off must not take with it which words went and which came. */
function beginning(stretches: readonly Stretch[], most: number): Stretch[] {
  let left = most
  return stretches.flatMap((stretch) => {
    const text = left > 0 ? cut(stretch.text, left) : ''
    left -= stretch.text.length
    return text === '' ? [] : [{ ...stretch, text }]
  })
}
