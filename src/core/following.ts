import { plain, type RichText } from './rich-text.ts'
import type { Final } from './sender.ts'
import { followsWords } from './words.ts'

/**
 * The messages of what was approved, also where they follow others (see `Final`): a correction under words that say so, of a
 * removal those words alone. `cut`: as the platform cuts words; `say`: one message of them.
 */
export function following<Piece>(
  { body, locale, follows, kept = 0 }: Final,
  cut: (said: RichText) => Piece[],
  say: (words: RichText) => Piece,
): Piece[] {
  const heading = (what: 'correction' | 'removal') => plain(followsWords(locale, what))
  if (follows === 'removal') return [say(heading('removal'))]
  const pieces = cut(follows === 'correction' ? [...heading('correction'), ...body] : body)
  if (kept === 0) return pieces
  return pieces.length > kept ? [say(heading('correction')), ...pieces.slice(kept)] : [say(heading('removal'))]
}
