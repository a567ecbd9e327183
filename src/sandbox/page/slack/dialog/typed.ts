/** Between a plain field and Slack's rich text: what somebody types with its marks, and back. */
import type { Element, Leaf, RichTextBlock } from '../words/rich-text.tsx'

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const
const TOKEN = /(?<![\p{L}\p{N}])([*_~`])(?!\s)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu

export function toRichText(text: string): RichTextBlock {
  const leaves: Leaf[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    const [whole, sign, inner] = match
    if (match.index > at) leaves.push({ type: 'text', text: text.slice(at, match.index) })
    leaves.push({ type: 'text', text: inner ?? '', style: { [MARKS[sign as keyof typeof MARKS]]: true } })
    at = match.index + whole.length
  }
  if (at < text.length) leaves.push({ type: 'text', text: text.slice(at) })
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves as Element['elements'] }] }
}

export function fromRichText(block: RichTextBlock | undefined): string {
  return (block?.elements ?? []).map(elementText).join('\n')
}

function elementText(element: Element): string {
  if (element.type !== 'rich_text_list') return element.elements.map(leafText).join('')
  const bullet = (i: number) => (element.style === 'ordered' ? `${(element.offset ?? 0) + i + 1}. ` : '• ')
  return element.elements.map((item, i) => bullet(i) + item.elements.map(leafText).join('')).join('\n')
}

function leafText(leaf: Leaf): string {
  const text = leaf.text ?? leaf.url ?? (leaf.name === undefined ? '' : `:${leaf.name}:`)
  const sign = (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((each) => leaf.style?.[MARKS[each]])
  return sign === undefined ? text : `${sign}${text}${sign}`
}
