import type { Direction } from '../core/relay.ts'
import { join, type RichText, richTextSchema, toPlain } from '../core/rich-text.ts'

export type Part = {
  readonly id: string
  /** The platform's id of it, which grows within a conversation. */
  readonly message: string
  readonly round: number
  readonly at: Date
  readonly body: unknown
  readonly withdrawnAt: Date | null
}

/**
 * The words of a relay that wait now, part by part in the order they were said. A specialist's next try replaces the one
 * that was sent back; what a client adds after a question back stands under what they asked at first.
 */
export function bodyOf(relay: {
  readonly direction: Direction
  readonly round: number
  readonly parts: readonly Part[]
}): RichText {
  return join(currentParts(relay).map((part) => richTextSchema.parse(part.body)))
}

/** Of what was said in one moment; it may have come to us the other way round, by two connections. */
const inTheirOrder = new Intl.Collator('en', { numeric: true })

export function currentParts<P extends Part>(relay: {
  readonly direction: Direction
  readonly round: number
  readonly parts: readonly P[]
}): P[] {
  return relay.parts
    .filter((part) => part.withdrawnAt === null && (relay.direction === 'to_team' || part.round === relay.round))
    .sort(inOrder)
}

export function inOrder(a: Pick<Part, 'at' | 'message'>, b: Pick<Part, 'at' | 'message'>): number {
  return a.at.getTime() - b.at.getTime() || inTheirOrder.compare(a.message, b.message)
}

/** A burst that grows past this many characters goes on in a second relay: each must fit one message of the other side. */
export const BURST_MAX_CHARACTERS = 3_500

export function fitsBurst(body: RichText, more: RichText): boolean {
  return toPlain(body).length + toPlain(more).length <= BURST_MAX_CHARACTERS
}
