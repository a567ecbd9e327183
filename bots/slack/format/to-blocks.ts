import type { Block, Inline, RichText } from '../../../src/core/rich-text.ts'
import { parseUser } from '../ids.ts'
import type { Element, Leaf, RichTextBlock, Style } from './rich-text.ts'

/**
 * The tree -> one `rich_text` block. Text is data there, never markup: no character of a person's words can break the
 * message or ping a channel.
 */
export function toRichText(body: RichText): RichTextBlock {
  const elements = elementsOf(body)
  return { type: 'rich_text', elements: elements.length === 0 ? [sectionOf([{ type: 'text', text: ' ' }])] : elements }
}

function elementsOf(body: RichText): Element[] {
  const elements: Element[] = []
  for (const block of body) {
    const last = elements.at(-1)
    switch (block.type) {
      case 'paragraph':
        if (last?.type === 'rich_text_section')
          last.elements.push({ type: 'text', text: '\n' }, ...leavesOf(block.content))
        else elements.push(sectionOf(leavesOf(block.content)))
        break
      case 'list':
        elements.push(...listOf(block, 0))
        break
      case 'quote':
        elements.push({ type: 'rich_text_quote', elements: linesOf(block.content) })
        break
      case 'code':
        elements.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: block.text || ' ' }] })
        break
      case 'files':
        break
    }
  }
  return elements.filter((element) => element.elements.length > 0)
}

function sectionOf(elements: Leaf[]): Extract<Element, { type: 'rich_text_section' }> {
  return { type: 'rich_text_section', elements }
}

/** Slack's deepest indent. */
const DEEPEST = 8

/** Items in runs, and a list inside an item after the run that it belongs to. */
function listOf(list: Extract<Block, { type: 'list' }>, depth: number): Element[] {
  const elements: Element[] = []
  const style = list.ordered ? ('ordered' as const) : ('bullet' as const)
  for (const [i, item] of list.items.entries()) {
    const own = sectionOf(linesOf(item.filter((block) => block.type !== 'list')))
    const last = elements.at(-1)
    if (last?.type === 'rich_text_list' && last.indent === depth && last.style === style) last.elements.push(own)
    else {
      const offset = (list.start ?? 1) - 1 + i
      elements.push({
        type: 'rich_text_list',
        style,
        indent: depth,
        ...(list.ordered && offset > 0 ? { offset } : {}),
        elements: [own],
      })
    }
    for (const block of item) if (block.type === 'list') elements.push(...listOf(block, Math.min(depth + 1, DEEPEST)))
  }
  return elements
}

/** Blocks inside a quote or an item, where Slack has only lines. */
function linesOf(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap((block, i) => [...(i > 0 ? [lineBreak()] : []), ...lineOf(block)])
}

function lineOf(block: Block): Leaf[] {
  switch (block.type) {
    case 'paragraph':
      return leavesOf(block.content)
    case 'quote':
      return linesOf(block.content)
    case 'code':
      return block.text === '' ? [] : [{ type: 'text', text: block.text, style: { code: true } }]
    case 'list':
      return block.items.flatMap((item, i): Leaf[] => [
        ...(i > 0 ? [lineBreak()] : []),
        { type: 'text', text: block.ordered ? `${(block.start ?? 1) + i}. ` : '• ' },
        ...linesOf(item),
      ])
    case 'files':
      return []
  }
}

function lineBreak(): Leaf {
  return { type: 'text', text: '\n' }
}

function leavesOf(content: readonly Inline[]): Leaf[] {
  return content.flatMap((inline) => (inline.text === '' ? [] : [leafOf(inline)]))
}

/** Links that Slack takes; another is text. */
const LINK = /^(https?:\/\/|mailto:|tel:)/i

function leafOf(inline: Inline): Leaf {
  const style = styleOf(inline)
  switch (inline.type) {
    case 'link':
      if (LINK.test(inline.url)) return { type: 'link', url: inline.url, text: inline.text, ...style }
      break
    case 'mention': {
      const user = inline.user === undefined ? undefined : parseUser(inline.user)
      if (user !== undefined) return { type: 'user', user_id: user, ...style }
      break
    }
    case 'emoji':
      if (inline.name !== undefined) return { type: 'emoji', name: inline.name, ...style }
      break
    case 'date':
      if (inline.format?.includes('{')) {
        return { type: 'date', timestamp: inline.at, format: inline.format, fallback: inline.text, ...style }
      }
      break
    case 'text':
      break
  }
  return { type: 'text', text: inline.text, ...style }
}

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'] as const

function styleOf({ marks = [] }: Inline): { style?: Style } {
  const on = STYLES.filter((name) => marks.includes(name))
  return on.length === 0 ? {} : { style: Object.fromEntries(on.map((name) => [name, true])) }
}

/** People named in it are shown, not called: for cards and dialogues, which must ping nobody. */
export function withoutMentions(body: RichText): RichText {
  return body.map(withoutMention)
}

function withoutMention(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: block.content.map(named) }
    case 'quote':
      return { ...block, content: withoutMentions(block.content) }
    case 'list':
      return { ...block, items: block.items.map(withoutMentions) }
    case 'code':
    case 'files':
      return block
  }
}

function named(inline: Inline): Inline {
  return inline.type === 'mention' ? { ...inline, user: undefined } : inline
}
