/** What a message of the bot holds, checked as chat.postMessage checks it. */
import { z } from 'zod'
import { BLOCKS_TOTAL_MAX, blockProblems, charactersIn, withBlockIds } from '../blocks/blocks.ts'
import type { Json, Metadata } from '../workspace/facts.ts'
import { RefusedError, refusedFor } from '../workspace/refused.ts'
import { json } from './method.ts'

export const TEXT_MAX = 40_000
const METADATA_MAX_BYTES = 8_000

export const contentArgs = { text: z.string().optional(), blocks: json, metadata: json }

export type Content = { text?: string; blocks?: Json[]; metadata?: Metadata | null }

/** Only what was given is in the answer; `metadata: null` takes it away. */
export function contentOf(args: { text?: string | undefined; blocks?: unknown; metadata?: unknown }): Content {
  return {
    ...(args.text === undefined ? {} : { text: checkedText(args.text) }),
    ...(args.blocks === undefined || args.blocks === null || args.blocks === ''
      ? {}
      : { blocks: checkedBlocks(args.blocks) }),
    ...(args.metadata === undefined || args.metadata === '' ? {} : { metadata: checkedMetadata(args.metadata) }),
  }
}

/** A message must show something. */
export function requireSomething({ text, blocks }: Content): void {
  if ((text ?? '') === '' && (blocks ?? []).length === 0) throw new RefusedError('no_text')
}

function checkedText(text: string): string {
  if (text.length > TEXT_MAX) throw new RefusedError('msg_too_long')
  return text
}

function checkedBlocks(blocks: unknown): Json[] {
  const parsed = z.array(z.record(z.string(), z.unknown())).safeParse(blocks)
  if (!parsed.success) throw new RefusedError('invalid_blocks_format')
  const problems = blockProblems(parsed.data, 50)
  if (problems.length > 0) throw refusedFor('invalid_blocks', problems)
  if (charactersIn(parsed.data) > BLOCKS_TOTAL_MAX) throw new RefusedError('msg_blocks_too_long')
  return withBlockIds(parsed.data)
}

const metadataSchema = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
})

function checkedMetadata(given: unknown): Metadata | null {
  if (z.strictObject({}).safeParse(given).success) return null
  const parsed = metadataSchema.safeParse(given)
  if (!parsed.success) throw new RefusedError('invalid_metadata_format')
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > METADATA_MAX_BYTES) throw new RefusedError('metadata_too_large')
  return parsed.data
}
