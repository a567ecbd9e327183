import type { Block, Inline, RichText } from '../../../src/core/rich-text.ts'
import { leavesOf } from './leaves.ts'
import type { Element, Leaf, RichTextBlock, Section } from './rich-text.ts'

/**
 * The tree -> one `rich_text` block. Text is data there, never markup: no character of a person's words can break the
 * message or ping a channel.
 */
export function toRichText(body: RichText): RichTextBlock {
  const elements = elementsOf(body)
  return { type: 'rich_text', elements: elements.length === 0 ? [sectionOf([{ type: 'text', text: ' ' }])] : elements }
}

/** Files are sent beside the words. */
function elementsOf(body: RichText): Element[] {
  const blocks = body.filter(({ type }) => type !== 'files')
  return blocks
    .flatMap((block, i) => elementOf(block, i < blocks.length - 1))
    .filter((each) => each.elements.length > 0)
}

function elementOf(block: Block, isFollowed: boolean): Element[] {
  switch (block.type) {
    case 'paragraph': {
      const leaves = leavesOf(block.content)
      return [sectionOf(isFollowed ? brokenOff(leaves) : leaves)]
    }
    case 'list':
      return listOf(block, 0)
    case 'quote':
      return [{ type: 'rich_text_quote', elements: linesOf(block.content), ...borderOf(block) }]
    case 'code': {
      const text = block.text.toWellFormed() || ' '
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }], ...borderOf(block) }]
    }
    case 'files':
      return []
  }
}

/** As Slack's composer does: a section ends with the line break that separates it from the next element. */
function brokenOff(leaves: readonly Leaf[]): Leaf[] {
  const last = leaves.at(-1)
  if (last?.type === 'text' && last.style === undefined)
    return [...leaves.slice(0, -1), { ...last, text: `${last.text}\n` }]
  return [...leaves, lineBreak()]
}

function borderOf({ border }: { border?: boolean | undefined }): { border?: 1 } {
  return border === true ? { border: 1 } : {}
}

function sectionOf(elements: Leaf[]): Section {
  return { type: 'rich_text_section', elements }
}

/** Slack's deepest indent. */
const DEEPEST = 8

/** Items in runs, and a list inside an item after the run that it belongs to. */
function listOf(list: Extract<Block, { type: 'list' }>, depth: number): Element[] {
  const elements: Element[] = []
  const style = list.ordered ? ('ordered' as const) : ('bullet' as const)
  for (const [i, item] of list.items.entries()) {
    const words = item.filter((block) => block.type !== 'list')
    const last = elements.at(-1)
    // Without words of its own it is a level that was skipped.
    if (words.length === 0 && item.length > 0) elements.push(...innerLists(item, depth))
    else {
      const own = sectionOf(linesOf(words))
      if (last?.type === 'rich_text_list' && last.indent === depth) last.elements.push(own)
      else {
        const offset = (list.start ?? 1) - 1 + i
        const counted = list.ordered && offset > 0 ? { offset } : {}
        elements.push({ type: 'rich_text_list', style, indent: depth, ...counted, elements: [own], ...borderOf(list) })
      }
      elements.push(...innerLists(item, depth))
    }
  }
  return elements
}

function innerLists(item: readonly Block[], depth: number): Element[] {
  return item.flatMap((block) => (block.type === 'list' ? listOf(block, Math.min(depth + 1, DEEPEST)) : []))
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
      return block.text === '' ? [] : [{ type: 'text', text: block.text.toWellFormed(), style: { code: true } }]
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

/** People, groups, channels and everybody are named, not called: for cards and dialogues, which must ping nobody. */
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
