/** Documents of Slack as its composer makes them, and what is the same of two. */
import fc from 'fast-check'
import type { Names } from '../../../bots/slack/format/leaves.ts'
import type { Element, Leaf, ListElement, RichTextBlock, Section } from '../../../bots/slack/format/rich-text.ts'
import { hostileWord, pages, traps } from './words.ts'

export const names: Names = { user: (id) => id.toLowerCase(), channel: (id) => id.toLowerCase() }

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'] as const
const style = fc
  .subarray([...STYLES], { maxLength: 3 })
  .map((on) => (on.length === 0 ? {} : { style: Object.fromEntries(on.map((name) => [name, true])) }))

function styled(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Leaf> {
  return fc.tuple(leaf, style).map(([each, looks]) => ({ ...each, ...looks }) as Leaf)
}

const text = styled(
  fc.tuple(hostileWord, fc.constantFrom('', ' ', '\n')).map(([word, gap]) => ({ type: 'text', text: word + gap })),
)
const emoji = fc.constantFrom<Leaf>(
  { type: 'emoji', name: '+1', unicode: '1f44d' },
  { type: 'emoji', name: 'wave::skin-tone-3', unicode: '1f44b-1f3fc' },
  { type: 'emoji', name: 'flag-ru', unicode: '1f1f7-1f1fa' },
  { type: 'emoji', name: 'heart' },
  { type: 'emoji', name: 'our_own' },
  { type: 'emoji', name: 'shared', url: 'https://e.com/shared.png' },
)
const mention = fc.constantFrom<Leaf>(
  { type: 'user', user_id: 'U0OLEG' },
  { type: 'usergroup', usergroup_id: 'S0SEO' },
  { type: 'channel', channel_id: 'C0SEO' },
  { type: 'team', team_id: 'T0AGENCY' },
  { type: 'broadcast', range: 'here' },
  { type: 'broadcast', range: 'channel' },
  { type: 'broadcast', range: 'everyone' },
)
const link = fc.oneof(
  fc.constantFrom(...pages, 'mailto:a@b.ru', 'tel:+79161234567').map((url): Leaf => ({ type: 'link', url })),
  fc.tuple(fc.constantFrom(...pages), hostileWord).map(([url, words]): Leaf => ({ type: 'link', url, text: words })),
  hostileWord.map((words): Leaf => ({ type: 'link', url: 'https://e.com', text: words, unsafe: true })),
)
const date = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom('{date_short} {time}', '{ago}', 'до {date_long}'))
  .chain(([timestamp, format]) =>
    fc.constantFrom<Leaf>(
      { type: 'date', timestamp, format, fallback: '25 ноября' },
      { type: 'date', timestamp, format, url: 'https://e.com/d', fallback: '25 ноября' },
    ),
  )
const color = fc.constant<Leaf>({ type: 'color', value: '#a1b2c3' })
const leaf = fc.oneof(
  { arbitrary: text, weight: 4 },
  styled(emoji),
  styled(mention),
  styled(link),
  styled(date),
  styled(color),
)
const leaves = fc.array(leaf, { minLength: 1, maxLength: 5 })

const border = fc.constantFrom({}, {}, { border: 1 })
const section: fc.Arbitrary<Element> = fc
  .array(leaf, { maxLength: 5 })
  .map((elements) => ({ type: 'rich_text_section', elements }))
const list: fc.Arbitrary<Element> = fc
  .record({
    style: fc.constantFrom('bullet' as const, 'ordered' as const),
    indent: fc.integer({ min: 0, max: 8 }),
    offset: fc.integer({ min: 0, max: 3 }),
    items: fc.array(fc.array(leaf, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    border,
  })
  .map(({ style, indent, offset, items, border }) => ({
    type: 'rich_text_list',
    style,
    indent,
    ...(style === 'ordered' && offset > 0 ? { offset } : {}),
    elements: items.map((elements): Section => ({ type: 'rich_text_section', elements })),
    ...border,
  }))
const quote: fc.Arbitrary<Element> = fc
  .tuple(leaves, border)
  .map(([elements, line]) => ({ type: 'rich_text_quote', elements, ...line }))
const code: fc.Arbitrary<Element> = fc
  .tuple(fc.array(hostileWord, { minLength: 1, maxLength: 3 }), border)
  .map(([lines, line]) => ({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text: lines.join('\n  ') }],
    ...line,
  }))

export const message: fc.Arbitrary<RichTextBlock> = fc
  .tuple(
    fc.array(fc.oneof(section, list, list, quote, code), { maxLength: 5 }),
    fc.oneof(list, quote, code, leaves.map(sectionOf)),
  )
  .map(([before, last]): RichTextBlock => ({ type: 'rich_text', elements: [...before, last].map(composed) }))

function sectionOf(elements: Leaf[]): Element {
  return { type: 'rich_text_section', elements }
}

/** A section ends with the line break that separates it from what follows. */
function composed(element: Element, i: number, all: readonly Element[]): Element {
  if (element.type !== 'rich_text_section' || i === all.length - 1) return element
  return { ...element, elements: [...element.elements, { type: 'text', text: '\n' }] }
}

/** Links that a person of Slack may have, and that may be links in Telegram by no means. */
export const trapped: fc.Arbitrary<RichTextBlock> = fc
  .tuple(message, fc.constantFrom(...traps), hostileWord)
  .map(([block, url, words]) => {
    const trap: Leaf = { type: 'link', url, text: words }
    return { ...block, elements: [{ type: 'rich_text_section', elements: [trap, trap] }, ...block.elements] }
  })

/** Two messages with equal normal forms look the same: neighbours of one look, the absent and the default are one. */
export function normal({ elements }: RichTextBlock): readonly Element[] {
  const all: Element[] = []
  for (const element of elements) {
    if (element.type === 'rich_text_list') {
      const last = all.at(-1)
      const own = {
        ...element,
        elements: element.elements.map((item) => ({ ...item, elements: merged(item.elements) })),
      }
      if (last?.type === 'rich_text_list' && continues(last, own)) last.elements.push(...own.elements)
      else all.push(own)
    } else if (element.elements.length > 0) all.push({ ...element, elements: merged(element.elements) })
  }
  return all
}

function continues(a: ListElement, b: ListElement): boolean {
  const isSame = a.style === b.style && a.indent === b.indent && a.border === b.border
  return isSame && (a.style === 'bullet' || (a.offset ?? 0) + a.elements.length === (b.offset ?? 0))
}

function merged(leaves: readonly Leaf[]): Leaf[] {
  const all: Leaf[] = []
  for (const { unicode: _, ...given } of leaves as readonly (Leaf & { unicode?: string })[]) {
    const leaf = given as Leaf
    const last = all.at(-1)
    if (last?.type === 'text' && leaf.type === 'text' && look(last) === look(leaf)) last.text += leaf.text
    else all.push({ ...leaf })
  }
  return all
}

function look(leaf: Leaf): string {
  return Object.keys(leaf.style ?? {})
    .sort()
    .join()
}

export function allLeaves({ elements }: RichTextBlock): Leaf[] {
  return elements.flatMap((each) =>
    each.type === 'rich_text_list' ? each.elements.flatMap((item) => item.elements) : each.elements,
  )
}
