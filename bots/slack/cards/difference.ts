import type { KnownBlock } from '@slack/types'
import { wordDifference } from '../../../src/core/difference.ts'
import type { Mark } from '../../../src/core/rich-text.ts'
import { words } from './blocks.ts'

const MARK = { added: ['bold'], removed: ['strike'] } as const satisfies Record<string, readonly Mark[]>

/** Word by word: what went is struck through, what came is bold. Undefined: they say the same. */
export function drawDifference(before: string, after: string): KnownBlock | undefined {
  const stretches = wordDifference(before, after)
  if (stretches.every(({ change }) => change === undefined)) return undefined
  const content = stretches.map(({ text, change }) => ({
    type: 'text' as const,
    text,
    ...(change === undefined ? {} : { marks: MARK[change] }),
  }))
  return words([{ type: 'paragraph', content }])
}
