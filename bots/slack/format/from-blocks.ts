import type { Block, Inline, RichText } from '../../../src/core/rich-text.ts'
import { inlineOf, type Names } from './leaves.ts'
import type { Element, Leaf, ListElement, RichTextBlock } from './rich-text.ts'

/** Everybody and everything whose name must be known to read these blocks. */
export function mentionedIn(blocks: readonly RichTextBlock[]): { users: string[]; channels: string[] } {
  const leaves = blocks.flatMap((block) => block.elements.flatMap(leavesOf))
  return {
    users: [...new Set(leaves.flatMap((leaf) => (leaf.type === 'user' ? [leaf.user_id] : [])))],
    channels: [...new Set(leaves.flatMap((leaf) => (leaf.type === 'channel' ? [leaf.channel_id] : [])))],
  }
}

function leavesOf(element: Element): readonly Leaf[] {
  return element.type === 'rich_text_list' ? element.elements.flatMap((item) => item.elements) : element.elements
}

/** Slack's blocks -> the tree. */
export function fromBlocks(blocks: readonly RichTextBlock[], names: Names): RichText {
  return blocks.flatMap((block) => blocksOf(block.elements, names))
}

function blocksOf(elements: readonly Element[], names: Names): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < elements.length; ) {
    const element = elements[i]
    if (!element) break
    if (element.type === 'rich_text_list') {
      const lists = listsFrom(elements, i)
      blocks.push(...nested(lists, names, 0))
      i += lists.length
      continue
    }
    const content = element.elements.map((leaf) => inlineOf(leaf, names))
    if (element.type === 'rich_text_section') blocks.push(...sectionBlock(content, i < elements.length - 1))
    else if (content.length > 0)
      blocks.push(element.type === 'rich_text_quote' ? quote(content, element) : code(content, element))
    i++
  }
  return blocks
}

/** Before another element a section ends with the line break that separates them; with nothing else it is an empty line. */
function sectionBlock(content: readonly Inline[], isFollowed: boolean): Block[] {
  if (!isFollowed) return content.length === 0 ? [] : [{ type: 'paragraph', content: [...content] }]
  const last = content.at(-1)
  if (last === undefined) return []
  if (last.type !== 'text' || !last.text.endsWith('\n')) return [{ type: 'paragraph', content: [...content] }]
  const cut = { ...last, text: last.text.slice(0, -1) }
  return [{ type: 'paragraph', content: [...content.slice(0, -1), ...(cut.text === '' ? [] : [cut])] }]
}

function quote(content: readonly Inline[], element: Element): Block {
  return { type: 'quote', content: [{ type: 'paragraph', content: [...content] }], ...borderOf(element) }
}

function code(content: readonly Inline[], element: Element): Block {
  const text = content.map((inline) => inline.text).join('')
  const language = element.type === 'rich_text_preformatted' ? element.language : undefined
  return { type: 'code', text, ...(language === undefined ? {} : { language }), ...borderOf(element) }
}

function borderOf(element: Element): { border?: true } {
  return 'border' in element && element.border === 1 ? { border: true } : {}
}

function listsFrom(elements: readonly Element[], from: number): ListElement[] {
  const lists: ListElement[] = []
  for (let i = from, element = elements[i]; element?.type === 'rich_text_list'; element = elements[++i])
    lists.push(element)
  return lists
}

type GrowingList = { type: 'list'; ordered: boolean; start?: number; items: Block[][]; border?: true }

/**
 * Slack writes nested lists one after another, with how far each is indented. A level that none of them has is an item with
 * nothing but the deeper list in it.
 */
function nested(lists: readonly ListElement[], names: Names, depth: number): Block[] {
  const result: GrowingList[] = []
  for (let i = 0; i < lists.length; ) {
    const list = lists[i]
    if (!list) break
    if (indentOf(list) > depth) {
      const deeper = deeperFrom(lists, i, depth)
      const inner = nested(deeper, names, depth + 1)
      const item = result.at(-1)?.items.at(-1)
      if (item) item.push(...inner)
      else result.push({ type: 'list', ordered: false, items: [inner] })
      i += deeper.length
      continue
    }
    const items = list.elements.map((item): Block[] => [
      { type: 'paragraph', content: item.elements.map((leaf) => inlineOf(leaf, names)) },
    ])
    const before = result.at(-1)
    if (before && isContinued(before, list)) before.items.push(...items)
    else {
      const start = (list.offset ?? 0) + 1
      const ordered = list.style === 'ordered'
      result.push({ type: 'list', ordered, items, ...(ordered && start > 1 ? { start } : {}), ...borderOf(list) })
    }
    i++
  }
  return result
}

function deeperFrom(lists: readonly ListElement[], from: number, depth: number): readonly ListElement[] {
  let end = from
  for (let list = lists[end]; list && indentOf(list) > depth; list = lists[end]) end++
  return lists.slice(from, end)
}

/** One list in the tree: of one kind, and counting on. */
function isContinued(before: GrowingList, list: ListElement): boolean {
  const isOrdered = list.style === 'ordered'
  if (before.ordered !== isOrdered || before.border !== borderOf(list).border) return false
  return !isOrdered || (list.offset ?? 0) + 1 === (before.start ?? 1) + before.items.length
}

/** Slack's deepest is 8; more is no list that it would show. */
function indentOf(list: ListElement): number {
  return Math.min(Math.max(Math.trunc(list.indent ?? 0), 0), 8)
}
