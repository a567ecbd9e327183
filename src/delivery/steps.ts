import type { RemoteMessage } from '../core/ids.ts'
import type { Piece } from '../core/sender.ts'

/** One call that brings an item further. Steps are the same however often they are made of the same item. */
export type Step =
  | { readonly do: 'post'; readonly piece: number }
  | { readonly do: 'rewrite'; readonly piece: number; readonly target: RemoteMessage }
  | { readonly do: 'remove'; readonly target: RemoteMessage }

/** What stands at the other side by earlier items. */
export type Standing = {
  /** What was sent last, and its messages piece by piece; none where a person saw that it arrived, but nobody knows which it is. */
  readonly pieces: readonly Piece[]
  readonly messages: readonly (readonly RemoteMessage[])[]
  /** Every message that still stands, also of what was told anew since. */
  readonly all: readonly RemoteMessage[]
  /** Whether all of what was sent last arrived. */
  readonly isWhole: boolean
}

export function postAll(pieces: readonly Piece[]): Step[] {
  return pieces.map((_, piece) => ({ do: 'post', piece }))
}

/**
 * The new pieces in the place of those that stand: each rewritten, what is more is posted after them, what is less goes.
 * Undefined when they cannot take that place: files can be neither exchanged nor moved.
 */
export function rewriteAll(pieces: readonly Piece[], standing: Standing): Step[] | undefined {
  const { messages, isWhole, all } = standing
  // Half of something is taken away, and all of it comes anew: nobody reads a part twice.
  if (!isWhole) return [...removeEach(all), ...postAll(pieces)]
  if (messages.length === 0 || messages.some((those) => those.length === 0)) return undefined
  const kept = Math.min(pieces.length, messages.length)
  const sameFiles = pieces.every((piece, i) => filesOf(piece) === filesOf(i < kept ? standing.pieces[i] : undefined))
  const goneFiles = standing.pieces.slice(kept).some((piece) => piece.files.length > 0)
  if (!sameFiles || goneFiles) return undefined
  return [
    ...pieces
      .slice(0, kept)
      .map((_, i): Step => ({ do: 'rewrite', piece: i, target: messages[i]?.[0] as RemoteMessage })),
    ...pieces.slice(kept).map((_, i): Step => ({ do: 'post', piece: kept + i })),
    ...removeEach(messages.slice(kept).flat()),
  ]
}

/** All that stands goes. Undefined when something stands of which nobody knows which message it is: that can only be told. */
export function removeAll({ messages, all, isWhole }: Standing): Step[] | undefined {
  const isUnknown = isWhole && messages.some((those) => those.length === 0)
  return isUnknown ? undefined : removeEach(all)
}

/** The last first, so that a reader never sees a beginning without its end. */
function removeEach(messages: readonly RemoteMessage[]): Step[] {
  return messages.toReversed().map((target) => ({ do: 'remove', target }))
}

function filesOf(piece: Piece | undefined): string {
  return (piece?.files ?? []).map((file) => `${file.kind} ${file.sha256 ?? file.name}`).join('\n')
}
