/** What an author puts before their words to say whom they are for: `//` the team alone, `>>` the client. */
import type { Block, Inline, RichText } from '../../../src/core/rich-text.ts'

/**
 * A sign and the white space after it. Characters that nobody sees (a zero-width space that was pasted along, a sign of
 * direction) may stand before it and within it: an author who sees `//` must be able to rely on it.
 */
const SIGNS = {
  inside: /^[\s\p{Cf}\p{DI}]*\/[\p{Cf}\p{DI}]*\/\s*/u,
  marked: /^[\s\p{Cf}\p{DI}]*>[\p{Cf}\p{DI}]*>\s*/u,
} as const
/** A composer that makes quotes as one types turns `>> words` into a quote that begins with `>`. */
const QUOTED = /^[\s\p{Cf}\p{DI}]*>\s*/u

const VISIBLE = /[^\s\p{Cf}\p{DI}]/u

/** The text without the sign that its first visible words begin with; undefined when they begin with none. */
export function withoutSign(body: RichText, sign: keyof typeof SIGNS): RichText | undefined {
  return changedFirst(body, (block) => withoutSignIn(block, sign))
}

function withoutSignIn(block: Block, sign: keyof typeof SIGNS): RichText | undefined {
  switch (block.type) {
    case 'paragraph':
      return withoutStart(block, SIGNS[sign])
    case 'quote': {
      const content = withoutSign(block.content, sign)
      if (content !== undefined) return content.length === 0 ? [] : [{ ...block, content }]
      if (sign === 'inside') return undefined
      return changedFirst(block.content, (inner) =>
        inner.type === 'paragraph' ? withoutStart(inner, QUOTED) : undefined,
      )
    }
    case 'list': {
      const at = block.items.findIndex((item) => item.some(isVisible))
      const item = withoutSign(block.items[at] ?? [], sign)
      if (item === undefined) return undefined
      const items = [...(item.length === 0 ? [] : [item]), ...block.items.slice(at + 1)]
      return items.length === 0 ? [] : [{ ...block, items }]
    }
    case 'code':
    case 'files':
      return undefined
  }
}

/** The first block in which anything can be read, changed; what stands before it is empty, and goes. */
function changedFirst(body: RichText, change: (block: Block) => RichText | undefined): RichText | undefined {
  const at = body.findIndex(isVisible)
  const block = body[at]
  const changed = block && change(block)
  return changed && [...changed, ...body.slice(at + 1)]
}

function withoutStart(paragraph: Extract<Block, { type: 'paragraph' }>, start: RegExp): RichText | undefined {
  const found = start.exec(textOf(paragraph.content))?.[0]
  if (found === undefined) return undefined
  let left = found.length
  const content = paragraph.content.flatMap((inline) => {
    const text = inline.text.slice(left)
    left = Math.max(0, left - inline.text.length)
    return text === '' ? [] : [{ ...inline, text }]
  })
  return content.length === 0 ? [] : [{ ...paragraph, content }]
}

function isVisible(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
      return VISIBLE.test(textOf(block.content))
    case 'quote':
      return block.content.some(isVisible)
    case 'list':
      return block.items.some((item) => item.some(isVisible))
    case 'code':
      return VISIBLE.test(block.text)
    case 'files':
      return false
  }
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => inline.text).join('')
}

/** The first thing in a paragraph that can be read, when the text begins with a paragraph. */
export function firstInline(body: RichText): Inline | undefined {
  const first = body.find(isVisible)
  return first?.type === 'paragraph' ? first.content.find((inline) => VISIBLE.test(inline.text)) : undefined
}
