/** Puts other words in place of some in a text, wherever formatting begins and ends in them. */
import type { Block, Inline, RichText } from '../../core/rich-text.ts'

export type Replacement = { readonly start: number; readonly end: number; readonly by: string }

/** What may be done with each piece of text of a tree. */
export type Rewriter = {
  /** In a text that is read as one: without overlaps, in order. */
  readonly replacements: (text: string) => readonly Replacement[]
  /** Looks at what is more than its text before the text is read: a link, a mention. */
  readonly inline: (inline: Inline) => Inline
}

export function rewrite(body: RichText, rewriter: Rewriter): RichText {
  return body.map((block) => rewriteBlock(block, rewriter))
}

export function rewriteText(text: string, { replacements }: Pick<Rewriter, 'replacements'>): string {
  let at = 0
  let written = ''
  for (const { start, end, by } of replacements(text)) {
    written += text.slice(at, start) + by
    at = end
  }
  return written + text.slice(at)
}

function rewriteBlock(block: Block, rewriter: Rewriter): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: rewriteLine(block.content.map(rewriter.inline), rewriter) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => rewriteBlock(inner, rewriter))) }
    case 'quote':
      return { ...block, content: block.content.map((inner) => rewriteBlock(inner, rewriter)) }
    case 'code':
      return { ...block, text: rewritePiece(block.text, rewriter) }
    case 'files':
      return { ...block, files: block.files.map((file) => ({ ...file, name: rewritePiece(file.name, rewriter) })) }
  }
}

/** What stands by itself is looked at as a piece of a line is. */
function rewritePiece(text: string, rewriter: Rewriter): string {
  return rewriteText(rewriter.inline({ type: 'text', text }).text, rewriter)
}

/** Read across its pieces: half of a name may be bold. What is put in stands where the replaced words began. */
function rewriteLine(content: readonly Inline[], { replacements }: Rewriter): Inline[] {
  const found = replacements(content.map(({ text }) => text).join(''))
  if (found.length === 0) return [...content]
  let from = 0
  return content.flatMap((inline) => {
    const to = from + inline.text.length
    const own = found.filter(({ start, end }) => start < to && end > from)
    const text = own.length === 0 ? inline.text : textOf(inline.text, from, own)
    from = to
    if (own.length === 0) return [inline]
    if (text === '') return []
    if (inline.type === 'link' || inline.type === 'mention') return [{ ...inline, text }]
    return [{ type: 'text' as const, text, ...(inline.marks === undefined ? {} : { marks: inline.marks }) }]
  })
}

function textOf(text: string, from: number, own: readonly Replacement[]): string {
  let at = 0
  let written = ''
  for (const { start, end, by } of own) {
    const begins = start >= from
    if (begins) written += text.slice(at, start - from) + by
    at = Math.min(end - from, text.length)
  }
  return written + text.slice(at)
}
