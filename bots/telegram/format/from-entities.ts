import type { MessageEntity } from 'grammy/types'
import type { Block, Inline, Mark, RichText } from '../../../src/core/rich-text.ts'
import { makeUser } from '../ids.ts'

/** A text of Telegram and what it marks in it (offsets in UTF-16 units, as JavaScript counts) -> the tree. */
export function fromEntities(text: string, entities: readonly MessageEntity[] = []): RichText {
  const inside = entities.filter(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length)
  return blocksOf(text, inside, 0, text.length)
}

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote'])
/** The others (hashtags, commands, @names) are text to everybody but Telegram. */
const SPECIAL = new Set(['text_link', 'url', 'email', 'phone_number', 'text_mention', 'custom_emoji', 'date_time'])

/** Quotes and code stand as blocks of their own between paragraphs; the line break before and after them is theirs. */
function blocksOf(text: string, entities: readonly MessageEntity[], from: number, to: number): Block[] {
  const blocks: Block[] = []
  const inline = entities.filter(({ type }) => type in MARK_OF || SPECIAL.has(type))
  let at = from
  for (const entity of outermost(entities.filter(({ type }) => BLOCKS.has(type)))) {
    const end = entity.offset + entity.length
    blocks.push(...paragraph(text, inline, at, beforeBreak(text, at, entity.offset)))
    blocks.push(blockOf(text, entities, entity))
    at = text[end] === '\n' ? Math.min(end + 1, to) : end
  }
  blocks.push(...paragraph(text, inline, at, to))
  return blocks
}

function beforeBreak(text: string, from: number, to: number): number {
  return to > from && text[to - 1] === '\n' ? to - 1 : to
}

/** In order, without those that begin inside another. */
function outermost(entities: readonly MessageEntity[]): MessageEntity[] {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  const kept: MessageEntity[] = []
  let end = 0
  for (const entity of sorted) {
    if (entity.offset < end) continue
    kept.push(entity)
    end = entity.offset + entity.length
  }
  return kept
}

function blockOf(text: string, entities: readonly MessageEntity[], entity: MessageEntity): Block {
  const end = entity.offset + entity.length
  if (entity.type === 'pre') {
    return {
      type: 'code',
      text: text.slice(entity.offset, end),
      ...(entity.language === undefined ? {} : { language: entity.language }),
    }
  }
  const within = entities.filter((e) => e !== entity && e.offset < end && e.offset + e.length > entity.offset)
  const content = blocksOf(
    text,
    within.filter(({ type }) => !type.endsWith('blockquote')),
    entity.offset,
    end,
  )
  return { type: 'quote', content }
}

function paragraph(text: string, entities: readonly MessageEntity[], from: number, to: number): Block[] {
  const content = inlinesOf(text, entities, from, to)
  return content.length === 0 ? [] : [{ type: 'paragraph', content }]
}

/** The text cut at every place where a mark begins or ends. */
function inlinesOf(text: string, entities: readonly MessageEntity[], from: number, to: number): Inline[] {
  const edges = new Set([from, to])
  for (const { offset, length } of entities) {
    for (const edge of [offset, offset + length]) if (edge > from && edge < to) edges.add(edge)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? to
    const over = entities.filter((e) => e.offset <= start && e.offset + e.length >= end)
    return inlineOf(text.slice(start, end), over, text)
  })
}

const MARK_OF: Readonly<Record<string, Mark>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  code: 'code',
}

function inlineOf(piece: string, over: readonly MessageEntity[], whole: string): Inline {
  const found = [...new Set(over.flatMap(({ type }) => MARK_OF[type] ?? []))].sort()
  const marks = found.length === 0 ? {} : { marks: found }
  for (const entity of over) {
    const inline = specialOf(piece, entity, whole)
    if (inline) return { ...inline, ...marks }
  }
  return { type: 'text', text: piece, ...marks }
}

function specialOf(text: string, entity: MessageEntity, whole: string): Inline | undefined {
  const full = whole.slice(entity.offset, entity.offset + entity.length)
  switch (entity.type) {
    case 'text_link':
      return { type: 'link', url: entity.url, text }
    case 'url':
      return { type: 'link', url: /^[a-z][a-z0-9+.-]*:/i.test(full) ? full : `https://${full}`, text }
    case 'email':
      return { type: 'link', url: `mailto:${full}`, text }
    case 'phone_number':
      return { type: 'link', url: `tel:${full.replace(/[^\d+]/g, '')}`, text }
    case 'text_mention':
      return { type: 'mention', user: makeUser(entity.user.id), text }
    case 'custom_emoji':
      return { type: 'emoji', text }
    case 'date_time':
      return { type: 'date', at: entity.unix_time, format: entity.date_time_format, text }
    default:
      return undefined
  }
}
