/**
 * A table in a message: what Slack makes of cells that somebody pastes from a spreadsheet
 * (https://docs.slack.dev/reference/block-kit/blocks/table-block).
 */
import { z } from 'zod'
import { type Block, type Inline, toPlain } from '../../../src/core/rich-text.ts'
import { fromBlocks } from './from-blocks.ts'
import type { Names } from './leaves.ts'
import { type RichTextBlock, richTextBlockSchema } from './rich-text.ts'

const cell = z.discriminatedUnion('type', [
  richTextBlockSchema,
  z.looseObject({ type: z.literal('raw_text'), text: z.string() }),
  z.looseObject({ type: z.literal('raw_number'), text: z.string().optional(), value: z.number().optional() }),
])
type Cell = z.infer<typeof cell>

export const tableSchema = z.looseObject({
  type: z.enum(['table', 'data_table']),
  rows: z.array(z.array(cell)),
  caption: z.string().optional(),
})
export type Table = z.infer<typeof tableSchema>

/** The cells in which somebody may be mentioned. */
export function richCellsOf({ rows }: Table): RichTextBlock[] {
  return rows.flat().flatMap((one) => (one.type === 'rich_text' ? [one] : []))
}

/** A line each row, its cells apart: neither the tree nor Telegram has tables. */
export function fromTable({ rows, caption = '' }: Table, names: Names): Block {
  const lines = rows.map((row) => row.flatMap((one, i) => [...(i > 0 ? [text(' | ')] : []), ...inlinesOf(one, names)]))
  const all = caption === '' ? lines : [[text(caption)], ...lines]
  return { type: 'paragraph', content: all.flatMap((line, i) => [...(i > 0 ? [text('\n')] : []), ...line]) }
}

function inlinesOf(one: Cell, names: Names): Inline[] {
  if (one.type === 'raw_text') return [text(one.text.replaceAll('\n', ' '))]
  if (one.type === 'raw_number') return [text(one.text ?? String(one.value ?? ''))]
  return fromBlocks([one], names).flatMap((block, i) => [
    ...(i > 0 ? [text(' ')] : []),
    ...(block.type === 'paragraph' ? block.content : [text(toPlain([block]))]).map(inOneLine),
  ])
}

function inOneLine(inline: Inline): Inline {
  return { ...inline, text: inline.text.replaceAll('\n', ' ') }
}

function text(words: string): Inline {
  return { type: 'text', text: words }
}
