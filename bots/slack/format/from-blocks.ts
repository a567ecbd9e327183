import type { Block, Inline, Mark, RichText } from '../../../src/core/rich-text.ts'
import { makeUser } from '../ids.ts'
import type { Element, Leaf, ListElement, RichTextBlock, Style } from './rich-text.ts'

/** How people and channels are called, by their id; looked up before, since the tree shows names. */
export type Names = { readonly user: (id: string) => string; readonly channel: (id: string) => string }

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
      const lists = listsFrom(elements.slice(i))
      blocks.push(...nested(lists, names))
      i += lists.length
      continue
    }
    const content = element.elements.map((leaf) => inlineOf(leaf, names))
    if (element.type === 'rich_text_section') blocks.push(...paragraph(content, i < elements.length - 1))
    if (element.type === 'rich_text_quote') blocks.push({ type: 'quote', content: paragraph(content, false) })
    if (element.type === 'rich_text_preformatted') blocks.push(codeBlock(content, element.language))
    i++
  }
  return blocks
}

/** Before a list or a quote a section ends with the line break that separates them. */
function paragraph(content: readonly Inline[], followed: boolean): Block[] {
  const last = content.at(-1)
  const cut =
    followed && last?.type === 'text' && last.text.endsWith('\n')
      ? [...content.slice(0, -1), ...(last.text === '\n' ? [] : [{ ...last, text: last.text.slice(0, -1) }])]
      : content
  return cut.length === 0 ? [] : [{ type: 'paragraph', content: [...cut] }]
}

function codeBlock(content: readonly Inline[], language: string | undefined): Block {
  const text = content.map((inline) => inline.text).join('')
  return { type: 'code', text, ...(language === undefined ? {} : { language }) }
}

function listsFrom(elements: readonly Element[]): ListElement[] {
  const end = elements.findIndex((element) => element.type !== 'rich_text_list')
  return elements.slice(0, end === -1 ? undefined : end) as ListElement[]
}

type GrowingList = { type: 'list'; ordered: boolean; start?: number; items: Block[][] }

/** Slack writes nested lists one after another, with how far each is indented. */
function nested(lists: readonly ListElement[], names: Names, depth = Math.min(...lists.map(indentOf))): Block[] {
  const result: GrowingList[] = []
  for (let i = 0; i < lists.length; ) {
    const list = lists[i]
    if (!list) break
    if (indentOf(list) > depth) {
      const end = lists.findIndex((other, j) => j > i && indentOf(other) <= depth)
      const deeper = lists.slice(i, end === -1 ? undefined : end)
      const inner = nested(deeper, names)
      const item = result.at(-1)?.items.at(-1)
      if (item) item.push(...inner)
      else result.push({ type: 'list', ordered: false, items: [inner] })
      i += deeper.length
      continue
    }
    const items = list.elements.map((item): Block[] =>
      paragraph(
        item.elements.map((leaf) => inlineOf(leaf, names)),
        false,
      ),
    )
    const before = result.at(-1)
    const ordered = list.style === 'ordered'
    const start = (list.offset ?? 0) + 1
    if (before && before.ordered === ordered && (!ordered || start === (before.start ?? 1) + before.items.length)) {
      before.items.push(...items)
    } else {
      result.push({ type: 'list', ordered, items, ...(start === 1 ? {} : { start }) })
    }
    i++
  }
  return result
}

function indentOf(list: ListElement): number {
  return list.indent ?? 0
}

const MARKS = { bold: 'bold', italic: 'italic', underline: 'underline', strike: 'strike', code: 'code' } as const

function marksOf(style: Style | undefined): { marks?: Mark[] } {
  const names = Object.keys(MARKS) as (keyof typeof MARKS)[]
  const marks = style ? names.filter((name) => style[name] === true).map((name) => MARKS[name]) : []
  return marks.length === 0 ? {} : { marks }
}

function inlineOf(leaf: Leaf, names: Names): Inline {
  const marks = marksOf(leaf.style)
  switch (leaf.type) {
    case 'text':
      return { type: 'text', text: leaf.text, ...marks }
    case 'link':
      return { type: 'link', url: leaf.url, text: leaf.text || leaf.url, ...marks }
    case 'emoji':
      return { type: 'emoji', name: leaf.name, text: signOf(leaf), ...marks }
    case 'user':
      return { type: 'mention', user: makeUser(leaf.user_id), text: `@${names.user(leaf.user_id)}`, ...marks }
    case 'channel':
      return { type: 'text', text: `#${names.channel(leaf.channel_id)}`, ...marks }
    case 'broadcast':
      return { type: 'text', text: `@${leaf.range}`, ...marks }
    case 'usergroup':
      return { type: 'text', text: '@group', ...marks }
    case 'team':
      return { type: 'text', text: '@team', ...marks }
    case 'color':
      return { type: 'text', text: leaf.value, ...marks }
    case 'date':
      return {
        type: 'date',
        at: leaf.timestamp,
        format: leaf.format,
        text: leaf.fallback ?? new Date(leaf.timestamp * 1_000).toISOString().slice(0, 16).replace('T', ' '),
        ...marks,
      }
  }
}

/** An emoji of Unicode as itself; one that only this workspace has, by its name. */
function signOf({ name, unicode }: Extract<Leaf, { type: 'emoji' }>): string {
  if (unicode === undefined || !/^[0-9a-f]+(-[0-9a-f]+)*$/i.test(unicode)) return `:${name}:`
  const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : `:${name}:`
}
