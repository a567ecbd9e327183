/** Word by word what became of a text: for cards and dialogues, which show a person what has changed. */
import { diffArrays } from 'diff'

/** A stretch of the newer text, or of the older one where `change` is `removed`; absent: in both. */
export type Stretch = { readonly text: string; readonly change?: 'added' | 'removed' }

/** Two texts with more changes than this share nothing that would help a reader. */
const MOST_CHANGES = 400

/** Words are what Unicode calls words (https://unicode.org/reports/tr29/), in any script. */
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The way from `before` to `after`, in reading order. Joined without what was removed it is `after`, without what was added `before`. */
export function wordDifference(before: string, after: string): Stretch[] {
  const changes = diffArrays(segmentsOf(before), segmentsOf(after), { maxEditLength: MOST_CHANGES })
  if (changes === undefined) return [...stretch(before, 'removed'), ...stretch(after, 'added')]
  return changes.flatMap(({ value, added, removed }) =>
    stretch(value.join(''), added ? 'added' : removed ? 'removed' : undefined),
  )
}

function segmentsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}

function stretch(text: string, change: Stretch['change']): Stretch[] {
  if (text === '') return []
  return [change === undefined ? { text } : { text, change }]
}
