/** What a person typed, as Slack's composer makes it: one `rich_text` block. */
import type { Leaf, RichTextBlock, RichTextElement, Style } from '../blocks/rich-text.ts'
import { mintId } from '../workspace/workspace.ts'
import { splitEmoji } from './emoji.ts'

/**
 * Takes plain text with the marks people type: `*bold*`, `_italic_`, `~strike~`, `` `code` ``, a block between three
 * backticks, `> quote`, `• item`, `1. item` (four spaces before it nest it), `<@U..>`, `<#C..>`, `<!here>`, `<url|label>`
 * and bare links. A mark that is not closed is a character.
 */
export function composed(typed: string): RichTextBlock {
  const elements = typed.split(/```\n?([\s\S]*?)\n?```/).flatMap((piece, i) => {
    if (i % 2 === 1) return piece === '' ? [] : [preformatted(piece)]
    return linesOf(piece, i > 0).flatMap(elementOf)
  })
  return { type: 'rich_text', block_id: mintId('b'), elements: elements.map(brokenOff) }
}

/** Slack's composer leaves the line break before a list, quote or code block in the section before it. */
function brokenOff(element: RichTextElement, i: number, all: readonly RichTextElement[]): RichTextElement {
  if (element.type !== 'rich_text_section' || i === all.length - 1) return element
  const last = element.elements.at(-1)
  if (last?.type !== 'text' || last.style) {
    return { ...element, elements: [...element.elements, { type: 'text', text: '\n' }] }
  }
  return { ...element, elements: [...element.elements.slice(0, -1), { ...last, text: `${last.text}\n` }] }
}

function preformatted(text: string): RichTextElement {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }
}

type Line = { kind: 'plain' | 'quote' | 'bullet' | 'ordered'; indent: number; text: string }
type Group = Omit<Line, 'text'> & { lines: string[] }

/** Neighbouring lines of one kind belong together. */
function linesOf(piece: string, afterCode: boolean): Group[] {
  const trimmed = (afterCode ? piece.replace(/^\n/, '') : piece).replace(/\n$/, '')
  const groups: Group[] = []
  if (trimmed === '') return groups
  for (const { kind, indent, text } of trimmed.split('\n').map(lineOf)) {
    const last = groups.at(-1)
    if (last?.kind === kind && last.indent === indent) last.lines.push(text)
    else groups.push({ kind, indent, lines: [text] })
  }
  return groups
}

function lineOf(line: string): Line {
  const quote = /^> ?(.*)$/.exec(line)
  // A client composes `>>` as text: only one `>` begins a quote.
  if (quote && !line.startsWith('>>')) return { kind: 'quote', indent: 0, text: quote[1] ?? '' }
  const item = /^( *)(?:(•)|\d{1,3}\.) (.*)$/.exec(line)
  if (!item) return { kind: 'plain', indent: 0, text: line }
  const indent = Math.min(Math.floor((item[1] ?? '').length / 4), 8)
  return { kind: item[2] === undefined ? 'ordered' : 'bullet', indent, text: item[3] ?? '' }
}

function elementOf({ kind, indent, lines }: Group): RichTextElement[] {
  if (kind === 'bullet' || kind === 'ordered') {
    const items = lines.map((line) => ({ type: 'rich_text_section' as const, elements: leaves(line) }))
    return [{ type: 'rich_text_list', style: kind, indent, elements: items, border: 0 }]
  }
  const elements = leaves(lines.join('\n'))
  if (elements.length === 0) return []
  return [kind === 'quote' ? { type: 'rich_text_quote', elements } : { type: 'rich_text_section', elements }]
}

/** Each way a run can begin, tried in this order; `read` makes leaves of what the pattern caught. */
const RUNS: readonly { pattern: RegExp; read: (caught: readonly string[], style: Style) => Leaf[] }[] = [
  { pattern: /`([^`\n]+)`/, read: ([text = ''], style) => [{ type: 'text', text, style: { ...style, code: true } }] },
  {
    pattern: /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/,
    read: ([id = ''], style) => [styled({ type: 'user', user_id: id }, style)],
  },
  {
    pattern: /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/,
    read: ([id = ''], style) => [styled({ type: 'channel', channel_id: id }, style)],
  },
  {
    pattern: /<!(here|channel|everyone)>/,
    read: ([range], style) => [
      styled({ type: 'broadcast', range: range === 'here' || range === 'channel' ? range : 'everyone' }, style),
    ],
  },
  {
    pattern: /<((?:https?|mailto|tel):[^|>\s]+)(?:\|([^>\n]+))?>/,
    read: ([url = '', text], style) => [styled(text ? { type: 'link', url, text } : { type: 'link', url }, style)],
  },
  {
    pattern: /(https?:\/\/[^\s<>]*[^\s<>.,;:!?"'»)\]}*_~])/,
    read: ([url = ''], style) => [styled({ type: 'link', url }, style)],
  },
  { pattern: marked('\\*'), read: ([text = ''], style) => leaves(text, { ...style, bold: true }) },
  { pattern: marked('_'), read: ([text = ''], style) => leaves(text, { ...style, italic: true }) },
  { pattern: marked('~'), read: ([text = ''], style) => leaves(text, { ...style, strike: true }) },
  { pattern: /:([a-z][a-z0-9_+-]*|[+-]1):/, read: ([name = ''], style) => [styled({ type: 'emoji', name }, style)] },
]

/** A mark opens and closes at the edge of a word only: `2*3*4` is arithmetic. */
function marked(mark: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}${mark}])${mark}(?=[^\\s${mark}])([^\\n]*?[^\\s])${mark}(?![\\p{L}\\p{N}${mark}])`,
    'u',
  )
}

function leaves(text: string, style?: Style): Leaf[] {
  const first = RUNS.map((run) => ({ run, match: run.pattern.exec(text) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0]
  if (!first?.match) return words(text, style)
  const [whole, ...caught] = first.match
  const { index } = first.match
  return [
    ...words(text.slice(0, index), style),
    ...first.run.read(caught, style),
    ...leaves(text.slice(index + whole.length), style),
  ]
}

function words(text: string, style: Style): Leaf[] {
  return splitEmoji(text).map((piece) =>
    typeof piece === 'string'
      ? styled({ type: 'text', text: piece }, style)
      : styled({ type: 'emoji', ...piece }, style),
  )
}

function styled(leaf: Leaf, style: Style): Leaf {
  return style ? { ...leaf, style } : leaf
}
