/**
 * A message in Telegram's richer form (https://core.telegram.org/bots/api#richmessage) -> the tree. What the tree has no
 * element for is written in lines: headings in bold, tables a line each row. Its files are taken beside (`mediaIn`) and are
 * named where they stand.
 */
import type { RichBlock, RichMessage, RichText as Words } from 'grammy/types'
import { type Block, type Inline, MARKS, type Mark, type RichText } from '../../../src/core/rich-text.ts'
import { makeUser } from '../ids.ts'

/** How a file is called where it stands: the reader's word for it. */
export type NameOf = (kind: MediaBlock['type'] | 'map') => string
export type MediaBlock = Extract<
  RichBlock,
  { type: 'animation' | 'audio' | 'document' | 'photo' | 'video' | 'voice_note' }
>

export function fromRichMessage({ blocks }: RichMessage, nameOf: NameOf): RichText {
  return blocks.flatMap((block) => blocksOf(block, nameOf))
}

/** The files in it, in order. */
export function mediaIn(blocks: readonly RichBlock[]): MediaBlock[] {
  return blocks.flatMap((block): MediaBlock[] => {
    switch (block.type) {
      case 'animation':
      case 'audio':
      case 'document':
      case 'photo':
      case 'video':
      case 'voice_note':
        return [block]
      case 'list':
        return block.items.flatMap((item) => mediaIn(item.blocks))
      default:
        return 'blocks' in block ? mediaIn(block.blocks) : []
    }
  })
}

function blocksOf(block: RichBlock, nameOf: NameOf): Block[] {
  switch (block.type) {
    case 'heading':
      return [paragraph(inlinesOf(block.text, { marks: ['bold'] }))]
    case 'pre': {
      const language = block.language ? { language: block.language } : {}
      return [{ type: 'code', text: shown(block.text), ...language }]
    }
    case 'mathematical_expression':
      return [{ type: 'code', text: block.expression }]
    case 'divider':
      return [paragraph([text('———')])]
    case 'anchor':
      return []
    case 'list':
      return [listOf(block, nameOf)]
    case 'blockquote':
      return [
        { type: 'quote', content: [...block.blocks.flatMap((each) => blocksOf(each, nameOf)), ...line(block.credit)] },
      ]
    case 'expandable_blockquote':
      return [{ type: 'quote', content: [...line(block.text), ...line(block.credit)], expandable: true }]
    case 'pullquote':
      return [{ type: 'quote', content: [...line(block.text), ...line(block.credit)] }]
    case 'collage':
    case 'slideshow':
      return [...block.blocks.flatMap((each) => blocksOf(each, nameOf)), ...captionOf(block)]
    case 'table':
      return [...line(block.caption), ...rowsOf(block)]
    case 'details':
      return [
        paragraph(inlinesOf(block.summary, { marks: ['bold'] })),
        ...block.blocks.flatMap((each) => blocksOf(each, nameOf)),
      ]
    case 'map': {
      const { latitude, longitude } = block.location
      return [paragraph([text(`[${nameOf('map')}] ${latitude}, ${longitude}`)]), ...captionOf(block)]
    }
    case 'animation':
    case 'audio':
    case 'document':
    case 'photo':
    case 'video':
    case 'voice_note':
      return [paragraph([text(`[${nameOf(block.type)}]`)]), ...captionOf(block)]
    case 'buttons':
      return [paragraph(block.buttons.flatMap((button, i) => [...(i > 0 ? [text(' ')] : []), ...buttonOf(button)]))]
    // A paragraph, a footer, and what is newer than this program.
    default:
      return 'text' in block ? line(block.text) : []
  }
}

function paragraph(content: readonly Inline[]): Block {
  return { type: 'paragraph', content }
}

function line(words: Words | undefined): Block[] {
  return words === undefined ? [] : [paragraph(inlinesOf(words))]
}

function captionOf({ caption }: { caption?: { text: Words; credit?: Words } }): Block[] {
  return caption === undefined ? [] : [...line(caption.text), ...line(caption.credit)]
}

function listOf({ items }: Extract<RichBlock, { type: 'list' }>, nameOf: NameOf): Block {
  const [first] = items
  const start = first?.value
  return {
    type: 'list',
    ordered: start !== undefined,
    ...(start === undefined || start === 1 ? {} : { start }),
    items: items.map((item) => {
      const content = item.blocks.flatMap((each) => blocksOf(each, nameOf))
      if (!item.has_checkbox) return content
      const [head, ...rest] = content
      const box = text(item.is_checked ? '☑ ' : '☐ ')
      return head?.type === 'paragraph' ? [paragraph([box, ...head.content]), ...rest] : [paragraph([box]), ...content]
    }),
  }
}

function rowsOf({ cells }: Extract<RichBlock, { type: 'table' }>): Block[] {
  return cells.map((row) =>
    paragraph(row.flatMap((cell, i) => [...(i > 0 ? [text(' | ')] : []), ...inlinesOf(cell.text ?? '')])),
  )
}

/** What stands over the words: marks, and at most one thing that is said of them. */
type Over = { readonly marks: readonly Mark[]; readonly as?: (words: string) => Inline }

const MARK_OF: Readonly<Record<string, Mark>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  code: 'code',
}

function inlinesOf(words: Words, over: Over = { marks: [] }): Inline[] {
  if (typeof words === 'string') return words === '' ? [] : [marked((over.as ?? text)(words), over.marks)]
  if (Array.isArray(words)) return words.flatMap((each) => inlinesOf(each, over))
  const mark = MARK_OF[words.type]
  if (mark !== undefined && 'text' in words) return inlinesOf(words.text, { ...over, marks: [...over.marks, mark] })
  switch (words.type) {
    case 'url':
      return inlinesOf(words.text, { ...over, as: linkTo(words.url) })
    case 'email_address':
      return inlinesOf(words.text, { ...over, as: linkTo(`mailto:${words.email_address}`) })
    case 'phone_number':
      return inlinesOf(words.text, { ...over, as: linkTo(`tel:${words.phone_number.replace(/[^\d+]/g, '')}`) })
    case 'text_mention': {
      const user = makeUser(words.user.id)
      return inlinesOf(words.text, { ...over, as: (shownAs) => ({ type: 'mention', user, text: shownAs }) })
    }
    case 'date_time': {
      const { unix_time: at, date_time_format: format } = words
      return inlinesOf(words.text, { ...over, as: (shownAs) => ({ type: 'date', at, format, text: shownAs }) })
    }
    case 'custom_emoji':
      return [marked({ type: 'emoji', custom: words.custom_emoji_id, text: words.alternative_text }, over.marks)]
    case 'mathematical_expression':
      return [marked(text(words.expression), ['code'])]
    case 'button':
      return buttonOf(words.button)
    case 'anchor':
      return []
    // Words like any others: a tag, a name, a footnote, small letters, and what is newer than this program.
    default:
      return 'text' in words ? inlinesOf(words.text, over) : []
  }
}

function buttonOf(button: Extract<RichBlock, { type: 'buttons' }>['buttons'][number]): Inline[] {
  return [
    text('['),
    ...inlinesOf(button.text, 'url' in button ? { marks: [], as: linkTo(button.url) } : undefined),
    text(']'),
  ]
}

function linkTo(url: string): (words: string) => Inline {
  return (words) => ({ type: 'link', url, text: words })
}

function text(words: string): Inline {
  return { type: 'text', text: words }
}

function marked(inline: Inline, marks: readonly Mark[]): Inline {
  const inOrder = MARKS.filter((mark) => marks.includes(mark))
  return inOrder.length === 0 ? inline : { ...inline, marks: inOrder }
}

function shown(words: Words): string {
  return inlinesOf(words)
    .map((inline) => inline.text)
    .join('')
}
