import { toPlain } from '../../src/core/rich-text.ts'
import type { Content, Outgoing, Piece } from '../../src/core/sender.ts'
import { SearchablePlatform } from './fake-platform.ts'

/** One whose messages hold a paragraph each. */
export class PiecewisePlatform extends SearchablePlatform {
  override pieces(content: Content): readonly Piece[] {
    return content.kind === 'final'
      ? content.body.map((block) => ({ body: [block], files: [] }))
      : super.pieces(content)
  }

  /** What stands there, message by message. */
  texts(): string[] {
    return this.sent.flatMap(({ outgoing }) => (outgoing.content.kind === 'final' ? [this.#shown(outgoing)] : []))
  }

  #shown({ content, piece = 0 }: Outgoing): string {
    return content.kind === 'final' ? toPlain(this.pieces(content)[piece]?.body ?? []) : ''
  }
}
