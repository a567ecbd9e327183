import type { MessageEntity } from 'grammy/types'
import { cutsOf, cutWithin, isSpace } from '../../../src/core/cut.ts'
import type { Rendered } from './kinds.ts'

/** UTF-16 units of the first message (a caption is shorter) and of the others, and entities of each. */
export type Limits = { readonly first: number; readonly rest: number; readonly entities: number }
/** `gap`: the white space that stood behind it, which Telegram would take off. */
export type Piece = Rendered & { readonly gap: string }

/**
 * What is too long for one message as several, in order: pieces and gaps together are the text. A link, a name or a date goes
 * as a whole into the next one unless it is longer than a message; whatever else reaches over a cut goes on behind it.
 */
export function split({ text, entities }: Rendered, limits: Limits): Piece[] {
  const pieces: Piece[] = []
  const passing = new Passing(entities)
  for (let at = 0; at < text.length; ) {
    const limit = pieces.length === 0 ? limits.first : limits.rest
    const end = passing.endWithin(at, Math.min(text.length, at + limit), limits.entities)
    const touched = passing.touching(at, end)
    const cut = end === text.length ? end : cutOf(text, at, end - at, touched, limits.rest)
    const { to, next } = edgesOf(text, at, cut, touched)
    const piece = text.slice(at, to)
    if (piece.trim() === '' && pieces.length > 0) addGap(pieces, text.slice(at, next))
    else {
      const own = touched.flatMap((entity) => clipped(entity, at, to)).slice(0, limits.entities)
      pieces.push({ text: piece, entities: own, gap: text.slice(to, next) })
    }
    at = next
  }
  return pieces
}

/** The entities in order of where they begin, looked at once from left to right. */
class Passing {
  readonly #sorted: readonly MessageEntity[]
  #open: MessageEntity[] = []
  #next = 0

  constructor(entities: readonly MessageEntity[]) {
    this.#sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
  }

  /** How far a piece may go that holds no more than `most` entities; always further than `from`. */
  endWithin(from: number, to: number, most: number): number {
    this.#open = this.#open.filter((entity) => endOf(entity) > from)
    const first = this.#sorted[this.#next + Math.max(most - this.#open.length, 0)]
    return first !== undefined && first.offset > from && first.offset < to ? first.offset : to
  }

  touching(from: number, to: number): readonly MessageEntity[] {
    for (let e = this.#sorted[this.#next]; e !== undefined && e.offset < to; e = this.#sorted[++this.#next]) {
      this.#open.push(e)
    }
    return this.#open.filter((entity) => endOf(entity) > from)
  }
}

function endOf({ offset, length }: MessageEntity): number {
  return offset + length
}

const WHOLE = new Set<MessageEntity['type']>([
  'text_link',
  'url',
  'email',
  'phone_number',
  'mention',
  'text_mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'custom_emoji',
  'date_time',
])

/** The best place that tears nothing; else the last one before what would be torn; else, when that is too long, the best. */
function cutOf(text: string, at: number, limit: number, touched: readonly MessageEntity[], longest: number): number {
  const whole = touched.filter((e) => WHOLE.has(e.type) && e.length <= longest)
  const torn = (cut: number) => whole.find((e) => e.offset < cut && cut < endOf(e))
  let best: number | undefined
  let last: number | undefined
  for (const cut of cutsOf(text, at, limit)) {
    if (torn(cut) === undefined) return cut
    best ??= cut
    last = cut
  }
  const tearing = last === undefined ? undefined : torn(last)
  if (tearing !== undefined && tearing.offset > at) return cutOf(text, at, tearing.offset - at, touched, longest)
  return best ?? cutWithin(text, at, limit)
}

/** The white space around a cut belongs to neither side; inside code only the line break does, since its indents count. */
function edgesOf(
  text: string,
  at: number,
  cut: number,
  touched: readonly MessageEntity[],
): { to: number; next: number } {
  if (cut === text.length) return { to: cut, next: cut }
  if (touched.some((e) => e.type === 'pre' && e.offset < cut && cut < endOf(e))) {
    return { to: text[cut - 1] === '\n' ? cut - 1 : cut, next: cut }
  }
  let to = cut
  let next = cut
  while (to > at && isSpace(text[to - 1])) to--
  while (next < text.length && isSpace(text[next])) next++
  // A space that carries a mark is a character of its own.
  if (next > cut && /[\p{M}\u200d]/u.test(text[next] ?? '')) next--
  return { to, next }
}

function addGap(pieces: Piece[], gap: string): void {
  const last = pieces.pop()
  if (last !== undefined) pieces.push({ ...last, gap: last.gap + gap })
}

function clipped(entity: MessageEntity, from: number, to: number): MessageEntity[] {
  const start = Math.max(entity.offset, from)
  const end = Math.min(endOf(entity), to)
  return end > start ? [{ ...entity, offset: start - from, length: end - start }] : []
}
