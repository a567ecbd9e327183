import type { MessageEntity } from 'grammy/types'
import type { Block, Inline, Mark, RichText } from '../../../src/core/rich-text.ts'
import { parseUser } from '../ids.ts'

export type Rendered = { readonly text: string; readonly entities: readonly MessageEntity[] }

/**
 * The tree -> a text of Telegram with its entities. Never a parse mode: no character of the text can act as markup. Empty
 * space at the ends is taken off, as Telegram would.
 */
export function toEntities(body: RichText): Rendered {
  const writer = new Writer()
  writer.blocks(body, 0)
  return trimmed(writer.text, joined(writer.entities))
}

const ENTITY_OF = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  spoiler: 'spoiler',
  code: 'code',
} as const satisfies Record<Mark, MessageEntity['type']>

/** Links that Telegram makes clickable; others are shown in the text. */
const CLICKABLE = /^(https?|tg):\/\//i
const INDENT = '   '

class Writer {
  text = ''
  readonly entities: MessageEntity[] = []
  #quoted = false

  blocks(blocks: readonly Block[], depth: number): void {
    for (const [i, block] of blocks.entries()) {
      if (i > 0) this.text += `\n${INDENT.repeat(depth)}`
      this.#block(block, depth)
    }
  }

  #block(block: Block, depth: number): void {
    const offset = this.text.length
    switch (block.type) {
      case 'paragraph':
        for (const inline of block.content) this.#inline(inline, depth)
        return
      case 'list':
        this.#list(block, depth)
        return
      case 'code':
        this.text += block.text
        this.#mark({ type: 'pre', offset, ...(block.language === undefined ? {} : { language: block.language }) })
        return
      case 'quote':
        this.#quote(block.content, depth)
        return
      case 'files':
        return
    }
  }

  #list(list: Extract<Block, { type: 'list' }>, depth: number): void {
    for (const [i, item] of list.items.entries()) {
      if (i > 0) this.text += `\n${INDENT.repeat(depth)}`
      this.text += list.ordered ? `${(list.start ?? 1) + i}. ` : '• '
      this.blocks(item, depth + 1)
    }
  }

  /** Telegram has no quote inside a quote: the inner one is a part of the outer. */
  #quote(content: readonly Block[], depth: number): void {
    const offset = this.text.length
    const outer = this.#quoted
    this.#quoted = true
    this.blocks(content, depth)
    this.#quoted = outer
    if (!outer) this.#mark({ type: 'blockquote', offset })
  }

  #inline(inline: Inline, depth: number): void {
    const offset = this.text.length
    this.text += depth === 0 ? inline.text : inline.text.replaceAll('\n', `\n${INDENT.repeat(depth)}`)
    const marks = inline.marks ?? []
    // Code holds no other mark.
    for (const mark of marks.includes('code') ? (['code'] as const) : marks)
      this.#mark({ type: ENTITY_OF[mark], offset })
    if (marks.includes('code')) return
    if (inline.type === 'link') this.#link(inline, offset)
    if (inline.type === 'mention') this.#mention(inline, offset)
  }

  #link(link: Extract<Inline, { type: 'link' }>, offset: number): void {
    if (
      link.url.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '') ===
      link.text.replace(/^https?:\/\//, '').replace(/\/$/, '')
    ) {
      return
    }
    if (CLICKABLE.test(link.url)) this.#mark({ type: 'text_link', offset, url: link.url })
    else if (!link.url.includes(link.text)) this.text += ` (${link.url.replace(/^mailto:|^tel:/, '')})`
  }

  #mention(mention: Extract<Inline, { type: 'mention' }>, offset: number): void {
    const id = mention.user === undefined ? undefined : parseUser(mention.user)
    if (id !== undefined)
      this.#mark({ type: 'text_mention', offset, user: { id, is_bot: false, first_name: mention.text } })
  }

  #mark(entity: DistributiveOmit<MessageEntity, 'length'>): void {
    const length = this.text.length - entity.offset
    if (length > 0) this.entities.push({ ...entity, length } as MessageEntity)
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Pieces of one mark that follow one another are one entity. */
function joined(entities: readonly MessageEntity[]): MessageEntity[] {
  const result: MessageEntity[] = []
  for (const entity of entities) {
    const last = result.findLast((e) => sameMark(e, entity) && e.offset + e.length === entity.offset)
    if (last) last.length += entity.length
    else result.push({ ...entity })
  }
  return result.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function sameMark(a: MessageEntity, b: MessageEntity): boolean {
  if (a.type === 'text_link' && b.type === 'text_link') return a.url === b.url
  return a.type === b.type && (Object.values(ENTITY_OF) as string[]).includes(a.type)
}

function trimmed(text: string, entities: readonly MessageEntity[]): Rendered {
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  const kept = entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from)
    const end = Math.min(entity.offset + entity.length, to)
    return end > start ? [{ ...entity, offset: start - from, length: end - start }] : []
  })
  return { text: text.trim(), entities: kept }
}
