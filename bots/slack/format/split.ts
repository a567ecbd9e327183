import { cutsOf, cutWithin } from '../../../src/core/cut.ts'
import type { Element, Leaf, ListElement, RichTextBlock, Section } from './rich-text.ts'

/** What Slack surely takes in one message: it refuses more than about 13,200 characters in all its blocks together. */
export const LONGEST_MESSAGE = 12_000
/** The longest text in one element of any block. */
const LONGEST_TEXT = 3_000

/**
 * What is too long for one message as several, in order, with not a character lost: between elements, items, lines, sentences,
 * words; never inside a link, a name or an emoji (so `limit` must be well above theirs). What goes on behind a cut is of the kind it was, and lists count on: an item
 * that is cut has its number on both sides.
 */
export function split(block: RichTextBlock, limit = LONGEST_MESSAGE): RichTextBlock[] {
  const messages = new Messages(limit)
  for (const element of block.elements) {
    if (element.type === 'rich_text_list') messages.addList(element)
    else messages.addWhole(element, element.elements)
  }
  const all = messages.done()
  const seen = all.filter((elements) => !elements.every(isBlank))
  return (seen.length === 0 ? all.slice(0, 1) : seen).map((elements) => ({ ...block, elements }))
}

/** Filled one after another, each up to the limit. */
class Messages {
  readonly #limit: number
  readonly #all: Element[][] = [[]]
  #room: number
  /** The item put last, and its list. */
  #source: ListElement | undefined
  #index = 0

  constructor(limit: number) {
    this.#limit = limit
    this.#room = limit
  }

  done(): readonly Element[][] {
    return this.#all.filter((elements) => elements.length > 0)
  }

  /** A section, a quote or code. */
  addWhole(element: Exclude<Element, ListElement>, leaves: readonly Leaf[]): void {
    for (const part of this.#cut(leaves)) this.#put({ ...element, elements: part } as Element, weightOf(part))
  }

  addList(list: ListElement): void {
    for (const [i, item] of list.elements.entries()) {
      for (const part of this.#cut(item.elements)) this.#putItem(list, i, { ...item, elements: part })
    }
  }

  /** Nothing is cut that fits, here or in a message of its own when this one is half full. */
  #cut(leaves: readonly Leaf[]): Leaf[][] {
    const weight = weightOf(leaves)
    if (weight <= this.#room) return [leaves.flatMap(shortened)]
    if (weight <= this.#limit && this.#room * 2 < this.#limit) {
      this.#next()
      return [leaves.flatMap(shortened)]
    }
    return cutLeaves(leaves, this.#room, this.#limit).map((part) => part.flatMap(shortened))
  }

  #put(element: Element, weight: number): void {
    if (weight > this.#room) this.#next()
    this.#all.at(-1)?.push(element)
    this.#room -= weight
  }

  #putItem(list: ListElement, index: number, item: Section): void {
    const weight = weightOf(item.elements)
    if (weight > this.#room) this.#next()
    const last = this.#all.at(-1)?.at(-1)
    const { offset: _, ...plain } = list
    const offset = (list.offset ?? 0) + index
    const isNext = last?.type === 'rich_text_list' && this.#source === list && this.#index === index - 1
    if (isNext) last.elements.push(item)
    else {
      const counted = list.style === 'ordered' && offset > 0 ? { offset } : {}
      this.#all.at(-1)?.push({ ...plain, ...counted, elements: [item] })
    }
    this.#room -= weight
    this.#source = list
    this.#index = index
  }

  #next(): void {
    if (this.#all.at(-1)?.length !== 0) this.#all.push([])
    this.#room = this.#limit
    this.#source = undefined
  }
}

function isBlank(element: Element): boolean {
  const leaves =
    element.type === 'rich_text_list' ? element.elements.flatMap((item) => item.elements) : element.elements
  return leaves.every((leaf) => leaf.type === 'text' && leaf.text.trim() === '')
}

/** Everything in it that is written out. */
function lengthOf(leaf: Leaf): number {
  switch (leaf.type) {
    case 'text':
      return leaf.text.length
    case 'link':
      return leaf.url.length + (leaf.text?.length ?? 0)
    case 'date':
      return leaf.format.length + (leaf.fallback?.length ?? 0) + (leaf.url?.length ?? 0)
    case 'emoji':
      return leaf.name.length + 2
    case 'color':
      return leaf.value.length
    case 'user':
    case 'usergroup':
    case 'channel':
    case 'team':
    case 'broadcast':
      // As long as names are.
      return 20
  }
}

function weightOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, leaf) => sum + lengthOf(leaf), 0)
}

/** Stands for what is never cut: neither space nor letter, and no combining mark behind it becomes one character with it. */
const SOLID = '\u0001'

function cutLeaves(given: readonly Leaf[], room: number, limit: number): Leaf[][] {
  const leaves = given.map((leaf) => (lengthOf(leaf) > limit ? wordsOf(leaf) : leaf))
  const text = leaves.map((leaf) => (leaf.type === 'text' ? leaf.text : SOLID.repeat(lengthOf(leaf)))).join('')
  const taken = new Taken(leaves)
  const parts: Leaf[][] = []
  for (let at = 0; at < text.length; ) {
    const reach = at === 0 ? room : limit
    const cut = text.length - at <= reach ? text.length : cutOf(text, at, reach, limit, taken)
    // A whole message has more room than what is left in this one.
    if (cut === at) {
      parts.push([])
      room = limit
      continue
    }
    parts.push(taken.upTo(cut))
    at = cut
  }
  return parts.filter((part) => part.length > 0)
}

/** What is longer than a message can only be shown as words. */
function wordsOf(leaf: Leaf): Leaf {
  const style = leaf.style === undefined ? {} : { style: leaf.style }
  if (leaf.type === 'link') {
    const text = leaf.text === undefined ? leaf.url : `${leaf.text} (${leaf.url})`
    return { type: 'text', text, ...style }
  }
  return leaf.type === 'date' ? { type: 'text', text: leaf.fallback ?? leaf.format, ...style } : leaf
}

/** The best place; the beginning of a leaf that it would cut; `at` when the next message should have it. */
function cutOf(text: string, at: number, reach: number, limit: number, taken: Taken): number {
  const window = text.slice(at, at + reach)
  // White space alone is no message: it stays with the words behind it.
  const words = at + window.length - window.trimStart().length
  for (const cut of reach > 0 ? cutsOf(text, at, reach) : []) {
    if (cut > words || words === at + reach) return taken.solidAround(cut) ?? cut
  }
  return reach < limit ? at : cutWithin(text, at, reach)
}

/** The leaves from left to right, taken off in stretches. */
class Taken {
  readonly #leaves: readonly Leaf[]
  readonly #starts: readonly number[]
  #index = 0
  #at = 0

  constructor(leaves: readonly Leaf[]) {
    let at = 0
    this.#leaves = leaves
    this.#starts = leaves.map((leaf) => {
      const start = at
      at += lengthOf(leaf)
      return start
    })
  }

  /** Where the leaf begins that must not be cut and would be. */
  solidAround(cut: number): number | undefined {
    let i = this.#index
    while (this.#end(i) <= cut && i < this.#leaves.length) i++
    const start = this.#starts[i]
    return start !== undefined && start < cut && this.#leaves[i]?.type !== 'text' ? start : undefined
  }

  upTo(cut: number): Leaf[] {
    const part: Leaf[] = []
    for (let leaf = this.#leaves[this.#index]; leaf !== undefined && this.#at < cut; leaf = this.#leaves[this.#index]) {
      const start = this.#starts[this.#index] ?? 0
      const end = this.#end(this.#index)
      part.push(leaf.type === 'text' ? { ...leaf, text: leaf.text.slice(this.#at - start, cut - start) } : leaf)
      this.#at = Math.min(end, cut)
      if (end <= cut) this.#index++
    }
    return part
  }

  #end(index: number): number {
    const leaf = this.#leaves[index]
    return (this.#starts[index] ?? 0) + (leaf === undefined ? 0 : lengthOf(leaf))
  }
}

/** A long text as several, one directly behind the other. */
function shortened(leaf: Leaf): Leaf[] {
  if (leaf.type !== 'text' || leaf.text.length <= LONGEST_TEXT) return [leaf]
  const leaves: Leaf[] = []
  let at = 0
  while (leaf.text.length - at > LONGEST_TEXT) {
    const [cut = cutWithin(leaf.text, at, LONGEST_TEXT)] = cutsOf(leaf.text, at, LONGEST_TEXT)
    leaves.push({ ...leaf, text: leaf.text.slice(at, cut) })
    at = cut
  }
  return [...leaves, { ...leaf, text: leaf.text.slice(at) }]
}
