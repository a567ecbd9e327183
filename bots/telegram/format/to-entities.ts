import type { MessageEntity } from 'grammy/types'
import type { Block, Inline, RichText } from '../../../src/core/rich-text.ts'
import { inlineWords } from './inlines.ts'
import type { Rendered } from './kinds.ts'

export type { Rendered }

/**
 * The tree -> a text of Telegram with its entities. Never a parse mode: no character of the text can act as markup. Empty
 * space at the ends is taken off, as Telegram would. Of entities that share characters one always holds the other.
 */
export function toEntities(body: RichText): Rendered {
  const writer = new Writer()
  writer.blocks(body, 0)
  return trimmed(writer.text(), writer.entities.toSorted(outerFirst))
}

const INDENT = '   '

class Writer {
  readonly entities: MessageEntity[] = []
  readonly #pieces: string[] = []
  #length = 0
  #quoted = false

  text(): string {
    return this.#pieces.join('')
  }

  blocks(blocks: readonly Block[], depth: number): void {
    for (const [i, block] of blocks.filter(({ type }) => type !== 'files').entries()) {
      if (i > 0) this.#put(`\n${INDENT.repeat(depth)}`)
      this.#block(block, depth)
    }
  }

  #block(block: Block, depth: number): void {
    const offset = this.#length
    switch (block.type) {
      case 'paragraph':
        this.#paragraph(block.content, depth)
        return
      case 'list':
        this.#list(block, depth)
        return
      case 'code':
        this.#put(block.text.toWellFormed())
        this.#mark({ type: 'pre', offset, ...(block.language === undefined ? {} : { language: block.language }) })
        return
      case 'quote':
        this.#quote(block, depth)
        return
      case 'files':
        return
    }
  }

  #list(list: Extract<Block, { type: 'list' }>, depth: number): void {
    for (const [i, item] of list.items.entries()) {
      if (i > 0) this.#put(`\n${INDENT.repeat(depth)}`)
      // A level that was skipped: only the lists in it are drawn, one level deeper.
      if (item[0]?.type === 'list') this.#put(INDENT)
      else this.#put(list.ordered ? `${(list.start ?? 1) + i}. ` : '• ')
      this.blocks(item, depth + 1)
    }
  }

  /** Telegram has no quote inside a quote: the inner one is a part of the outer. */
  #quote({ content, expandable }: Extract<Block, { type: 'quote' }>, depth: number): void {
    const offset = this.#length
    const outer = this.#quoted
    this.#quoted = true
    this.blocks(content, depth)
    this.#quoted = outer
    if (!outer) this.#mark({ type: expandable === true ? 'expandable_blockquote' : 'blockquote', offset })
  }

  #paragraph(content: readonly Inline[], depth: number): void {
    const { text, entities } = inlineWords(content, depth === 0 ? '\n' : `\n${INDENT.repeat(depth)}`)
    for (const entity of entities) this.entities.push({ ...entity, offset: entity.offset + this.#length })
    this.#put(text)
  }

  #put(text: string): void {
    this.#pieces.push(text)
    this.#length += text.length
  }

  #mark(
    entity: Omit<MessageEntity.PreMessageEntity, 'length'> | Omit<MessageEntity.CommonMessageEntity, 'length'>,
  ): void {
    const length = this.#length - entity.offset
    if (length > 0) this.entities.push({ ...entity, length })
  }
}

/** In order of where they begin; of those that begin together the longer first, and a block before what is in it. */
function outerFirst(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length || Number(isQuote(b)) - Number(isQuote(a))
}

function isQuote({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote'
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
