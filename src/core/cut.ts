/**
 * Where a text that is too long may be cut. A reader should hardly notice: between paragraphs, else between lines, sentences,
 * words; never inside what a reader sees as one character (Unicode's grapheme cluster, UAX #29), as long as that fits at all.
 */

const sentences = new Intl.Segmenter(['ru', 'en'], { granularity: 'sentence' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** As much of the text behind a place as decides whether a character ends there; longer rows of combining marks are a prank. */
const BEHIND = 32

/** White space between words; not the kinds that hold two words together, as in `10 000 ₽`, or that nobody sees. */
export function isSpace(char: string | undefined): boolean {
  return char !== undefined && /^[^\S\u00a0\u2007\u202f\ufeff]$/.test(char)
}

/**
 * The places where the rest may begin, the best first: each after `from` and at most `limit` later, where the text must go
 * on. None when not even one character fits. Whoever asks takes the first that suits; time grows with `limit` alone.
 */
export function* cutsOf(text: string, from: number, limit: number): Generator<number> {
  const window = text.slice(from, from + limit + BEHIND)
  const segments = graphemes.segment(window)
  const isBoundary = (at: number) => segments.containing(at)?.index === at
  // A short piece that ends well is worse than a long one that ends between two words.
  const half = Math.floor(limit / 2)
  for (const [low, high] of [
    [half, limit],
    [0, half],
  ] as const) {
    for (const places of [blankLines, lines, sentenceEnds, words]) {
      for (const at of places(window, low, high)) if (isBoundary(at)) yield from + at
    }
  }
  const last = segments.containing(limit)?.index ?? limit
  if (last > 0) yield from + last
}

/** Where one character of more marks than fit is cut all the same: at least no surrogate pair is torn. */
export function cutWithin(text: string, from: number, limit: number): number {
  const end = from + limit
  const isTorn = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[end] ?? '')
  return isTorn && limit > 1 ? end - 1 : end
}

function* blankLines(text: string, low: number, high: number): Generator<number> {
  for (const at of lines(text, low, high)) if (text[at - 2] === '\n') yield at
}

function* lines(text: string, low: number, high: number): Generator<number> {
  for (let at = high; at > low; at--) if (text[at - 1] === '\n') yield at
}

/** Only where white space shows that it is one, and not the dot or question mark of an address; Chinese has no space there. */
function* sentenceEnds(text: string, low: number, high: number): Generator<number> {
  const ends = [...sentences.segment(text.slice(low, high))].map(({ index }) => low + index)
  for (const at of ends.reverse()) {
    if (at > low && (isSpace(text[at - 1]) || /[。！？]/.test(text[at - 1] ?? ''))) yield at
  }
}

function* words(text: string, low: number, high: number): Generator<number> {
  for (let at = high; at > low; at--) if (isSpace(text[at - 1])) yield at
}
