/**
 * Entities as Telegram wants them: of two that share characters one holds the other
 * (https://core.telegram.org/bots/api#formatting-options). A mark that would reach over an edge is cut in two there; what is
 * said of the words (a link, a name, a date) is never cut.
 */
import type { MessageEntity } from 'grammy/types'
import type { Mark } from '../../../src/core/rich-text.ts'
import { ENTITY_OF } from './kinds.ts'

/** An entity without its place. */
export type Special = DistributiveOmit<MessageEntity, 'offset' | 'length'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type Piece = { readonly text: string; readonly marks: readonly Mark[] }
/** Neighbouring pieces with the same thing said of them. */
export type Stretch = {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly special?: Special | undefined
}

export function nestedEntities(stretches: readonly Stretch[]): MessageEntity[] {
  const nest = new Nest()
  const ends = endsOf(stretches.flatMap(({ pieces }) => pieces))
  let index = 0
  for (const { text, pieces, special } of stretches) {
    if (special !== undefined) nest.openSpecial(special, nest.at + text.length, ends[index] ?? {})
    for (const piece of pieces) nest.pass(piece.text.length, ends[index++] ?? {})
    if (special !== undefined) nest.closeSpecial()
  }
  nest.closeAll()
  return nest.entities
}

/** The marks of a piece, each with where it ends when the neighbours have it too. */
type Ends = Partial<Record<Mark, number>>

function endsOf(pieces: readonly Piece[]): Ends[] {
  const ends: Ends[] = []
  let end = pieces.reduce((sum, { text }) => sum + text.length, 0)
  let after: Ends = {}
  for (const { text, marks } of pieces.toReversed()) {
    const next = after
    after = Object.fromEntries(marks.map((mark) => [mark, next[mark] ?? end]))
    ends.push(after)
    end -= text.length
  }
  return ends.reverse()
}

type Open = { readonly entity: Special; readonly offset: number; readonly end: number }

/** What is open at a place, the outer first. What lasts longest is opened first, and so is seldom cut. */
class Nest {
  readonly entities: MessageEntity[] = []
  at = 0
  readonly #stack: Open[] = []

  openSpecial(entity: Special, end: number, marks: Ends): void {
    // Marks that end inside it must begin inside it.
    this.#closeFrom((open) => open.end < end)
    this.#openMarks(Object.fromEntries(Object.entries(marks).filter(([, until]) => until >= end)))
    this.#stack.push({ entity, offset: this.at, end })
  }

  pass(length: number, marks: Ends): void {
    this.#closeFrom((open) => open.end <= this.at)
    this.#openMarks(marks)
    this.at += length
  }

  closeSpecial(): void {
    this.#closeFrom(({ entity }) => !isMark(entity))
  }

  closeAll(): void {
    this.#closeFrom(() => true)
  }

  #openMarks(marks: Ends): void {
    const missing = Object.entries(marks)
      .map(([mark, end]) => ({ entity: { type: ENTITY_OF[mark as Mark] }, offset: this.at, end }))
      .filter(({ entity }) => !this.#stack.some((open) => open.entity.type === entity.type))
    this.#stack.push(...missing.sort((a, b) => b.end - a.end))
  }

  /** The first of them, and what is open inside it. */
  #closeFrom(isFirst: (open: Open) => boolean): void {
    const from = this.#stack.findIndex(isFirst)
    if (from === -1) return
    for (const { entity, offset } of this.#stack.splice(from).reverse()) {
      if (this.at > offset) this.entities.push({ ...entity, offset, length: this.at - offset } as MessageEntity)
    }
  }
}

function isMark({ type }: Special): boolean {
  return (Object.values(ENTITY_OF) as string[]).includes(type)
}
