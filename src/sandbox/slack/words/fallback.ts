/** The `text` of a message whose words are in `rich_text` blocks: mrkdwn, with only `&`, `<` and `>` escaped, as Slack writes it. */
import { type Leaf, type RichTextBlock, type RichTextElement, richText } from '../blocks/rich-text.ts'
import type { Json } from '../workspace/facts.ts'

export function fallbackText(blocks: readonly Json[]): string {
  return blocks
    .flatMap((block) => {
      const parsed = richText.safeParse(block)
      return parsed.success ? [fromRichText(parsed.data)] : []
    })
    .join('\n')
}

function fromRichText(block: RichTextBlock): string {
  return block.elements.map(fromElement).join('\n')
}

function fromElement(element: RichTextElement): string {
  if (element.type === 'rich_text_preformatted') return `\`\`\`${fromLeaves(element.elements)}\`\`\``
  if (element.type === 'rich_text_quote') return fromLeaves(element.elements).replace(/^/gm, '&gt; ')
  if (element.type === 'rich_text_section') return fromLeaves(element.elements).replace(/\n$/, '')
  const { style, indent = 0, offset = 0 } = element
  return element.elements
    .map(
      (item, i) =>
        `${'    '.repeat(indent)}${style === 'bullet' ? '•' : `${offset + i + 1}.`} ${fromLeaves(item.elements)}`,
    )
    .join('\n')
}

function fromLeaves(leaves: readonly Leaf[]): string {
  return leaves.map((leaf) => withMarks(fromLeaf(leaf), leaf)).join('')
}

type Writers = { readonly [K in Leaf['type']]: (leaf: Extract<Leaf, { type: K }>) => string }
const writers: Writers = {
  text: (leaf) => escaped(leaf.text),
  link: (leaf) => (leaf.text ? `<${escaped(leaf.url)}|${escaped(leaf.text)}>` : `<${escaped(leaf.url)}>`),
  emoji: (leaf) => `:${leaf.name}:`,
  user: (leaf) => `<@${leaf.user_id}>`,
  usergroup: (leaf) => `<!subteam^${leaf.usergroup_id}>`,
  team: (leaf) => `<!team^${leaf.team_id}>`,
  channel: (leaf) => `<#${leaf.channel_id}>`,
  broadcast: (leaf) => `<!${leaf.range}>`,
  color: (leaf) => leaf.value,
  date: (leaf) => `<!date^${leaf.timestamp}^${leaf.format}|${escaped(leaf.fallback ?? '')}>`,
}

function fromLeaf(leaf: Leaf): string {
  const write: (leaf: never) => string = writers[leaf.type]
  return write(leaf as never)
}

function withMarks(text: string, { style }: Leaf): string {
  if (!style || text.trim() === '') return text
  const marks = [style.code ? '`' : '', style.strike ? '~' : '', style.italic ? '_' : '', style.bold ? '*' : '']
  return marks.reduce((inner, mark) => `${mark}${inner}${mark}`, text)
}

/** As Slack escapes what people type. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
