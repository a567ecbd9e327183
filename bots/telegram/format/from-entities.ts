import type { MessageEntity } from 'grammy/types'
import { type Block, type Inline, isCommonAddress, MARKS, type RichText } from '../../../src/core/rich-text.ts'
import { makeUser } from '../ids.ts'
import { addressIn, BLOCKS, type BlockEntity, isBlock, isSpecial, MARK_OF, wholeSigns } from './kinds.ts'

/** A text of Telegram and what it marks in it (offsets in UTF-16 units, as JavaScript counts) -> the tree. */
export function fromEntities(text: string, entities: readonly MessageEntity[] = []): RichText {
  const inside = entities.filter(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length)
  return blocksOf(
    text,
    inside.map((entity) => wholeSigns(text, entity)),
    0,
    text.length,
  )
}

/**
 * Quotes and code stand as blocks of their own between paragraphs; the line break before and after them is theirs, and a
 * second one is an empty line.
 */
function blocksOf(text: string, entities: readonly MessageEntity[], from: number, to: number): Block[] {
  const blocks: Block[] = []
  const inlineHere = inReach(entities.filter((entity) => entity.type in MARK_OF || isSpecial(entity)))
  let at = from
  for (const entity of outermost(entities.filter(isBlock))) {
    const end = entity.offset + entity.length
    if (entity.offset > at) blocks.push(paragraph(text, inlineHere, at, beforeBreak(text, at, entity.offset)))
    blocks.push(blockOf(text, entities, entity))
    at = end
    // The break is this block's; when nothing stands behind it, that is an empty line.
    if (end < to && text[end] === '\n') at = end + 1
    if (at === to && at > end) blocks.push({ type: 'paragraph', content: [] })
  }
  if (at < to) blocks.push(paragraph(text, inlineHere, at, to))
  return blocks
}

function beforeBreak(text: string, from: number, to: number): number {
  return to > from && text[to - 1] === '\n' ? to - 1 : to
}

/** In order, without those that begin inside another. */
function outermost(entities: readonly BlockEntity[]): BlockEntity[] {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b))
  const kept: BlockEntity[] = []
  let end = 0
  for (const entity of sorted) {
    if (entity.offset < end) continue
    kept.push(entity)
    end = entity.offset + entity.length
  }
  return kept
}

/** Of two over the same words the quote is outside. */
function rank({ type }: BlockEntity): number {
  return BLOCKS.indexOf(type)
}

function blockOf(text: string, entities: readonly MessageEntity[], entity: BlockEntity): Block {
  const end = entity.offset + entity.length
  if (entity.type === 'pre') {
    const code = text.slice(entity.offset, end)
    return { type: 'code', text: code, ...(entity.language === undefined ? {} : { language: entity.language }) }
  }
  const within = entities.filter((e) => e !== entity && e.offset < end && e.offset + e.length > entity.offset)
  const content = blocksOf(
    text,
    within.flatMap((e) => clipped(e, entity.offset, end)),
    entity.offset,
    end,
  )
  return { type: 'quote', content, ...(entity.type === 'expandable_blockquote' ? { expandable: true } : {}) }
}

/** Telegram has no quote in a quote; code that reaches over its end is code up to there. */
function clipped(entity: MessageEntity, from: number, to: number): MessageEntity[] {
  if (!isBlock(entity)) return [entity]
  if (entity.type !== 'pre') return []
  const offset = Math.max(entity.offset, from)
  return [{ ...entity, offset, length: Math.min(entity.offset + entity.length, to) - offset }]
}

/** Answers which entities touch a stretch. Asked from left to right it looks at each entity once. */
type Reach = (from: number, to: number) => readonly MessageEntity[]

function inReach(entities: readonly MessageEntity[]): Reach {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset)
  let open: MessageEntity[] = []
  let next = 0
  return (from, to) => {
    for (let e = sorted[next]; e !== undefined && e.offset < to; e = sorted[++next]) open.push(e)
    open = open.filter((e) => e.offset + e.length > from)
    return open.filter((e) => e.offset < to)
  }
}

function paragraph(text: string, reach: Reach, from: number, to: number): Block {
  return { type: 'paragraph', content: inlinesOf(text, reach(from, to), from, to) }
}

/** The text cut at every place where a mark begins or ends; an emoji of Telegram's own is never cut. */
function inlinesOf(text: string, entities: readonly MessageEntity[], from: number, to: number): Inline[] {
  if (from >= to) return []
  const edges = new Set([from, to])
  for (const { offset, length } of entities) {
    for (const edge of [offset, offset + length]) if (edge > from && edge < to) edges.add(edge)
  }
  const whole = inReach(entities.filter(({ type }) => type === 'custom_emoji'))
  const cuts = [...edges]
    .sort((a, b) => a - b)
    .filter((cut) => cut === from || cut === to || !isInside(cut, whole(cut, cut + 1)))
  const over = inReach(entities)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? to
    return inlineOf(
      text.slice(start, end),
      over(start, end).filter((e) => e.offset <= start && e.offset + e.length >= end),
      text,
    )
  })
}

function isInside(cut: number, entities: readonly MessageEntity[]): boolean {
  return entities.some(({ offset }) => offset < cut)
}

function inlineOf(piece: string, over: readonly MessageEntity[], whole: string): Inline {
  const types = new Set(over.map(({ type }) => MARK_OF[type]))
  const found = MARKS.filter((mark) => types.has(mark))
  const marks = found.length === 0 ? {} : { marks: found }
  for (const entity of over) {
    const inline = specialOf(piece, entity, whole)
    if (inline) return { ...inline, ...marks }
  }
  return { type: 'text', text: piece, ...marks }
}

function specialOf(text: string, entity: MessageEntity, whole: string): Inline | undefined {
  switch (entity.type) {
    case 'text_link':
      return { type: 'link', url: entity.url, text }
    case 'url':
    case 'email':
    case 'phone_number': {
      const url = addressIn(entity.type, whole.slice(entity.offset, entity.offset + entity.length))
      return isCommonAddress(url) ? { type: 'link', url, text } : undefined
    }
    case 'text_mention':
      return { type: 'mention', user: makeUser(entity.user.id), text }
    case 'custom_emoji':
      return { type: 'emoji', custom: entity.custom_emoji_id, text }
    case 'date_time':
      return { type: 'date', at: entity.unix_time, format: entity.date_time_format, text }
    default:
      return undefined
  }
}
