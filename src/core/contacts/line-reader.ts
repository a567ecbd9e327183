/** Takes the words of a line one after another, as long as they say something that is not said yet. */
import { DateTime } from 'luxon'
import type { Channel, Direction } from '../interaction.ts'
import { type ClockTime, dayIn, isSmaller, lengthIn, timeIn } from './times.ts'
import { bare, type Said, WORDS } from './vocabulary.ts'

export type Named = { readonly id: string; readonly key?: string | null | undefined; readonly name: string }

export type Vocabulary = {
  readonly clients: readonly (Named & { readonly contacts: readonly Named[] })[]
  /** The agency's own, with the names that they have. */
  readonly reasons: readonly { readonly key: string; readonly names: readonly string[] }[]
  readonly now: Date
  readonly zone: string
}

/** Nobody talks longer than this. */
export const LONGEST_SECONDS = 24 * 3_600

export type Token = { readonly text: string; readonly start: number; readonly quoted: boolean }

export type Facts = {
  client?: string
  contact?: string
  channel?: Channel
  direction?: Direction
  likely: { channel?: Channel; direction?: Direction }
  seconds?: number
  unit?: NonNullable<ReturnType<typeof lengthIn>>['unit']
  missed: boolean
  reason?: string
  day?: DateTime
  time?: ClockTime
  unclear?: string
}

const LONGEST_PHRASE = 6

export class LineReader {
  readonly facts: Facts
  readonly #tokens: readonly Token[]
  readonly #names: ReadonlyMap<string, string>
  readonly #people: ReadonlyMap<string, string>
  readonly #reasons: ReadonlyMap<string, string>
  readonly #now: DateTime

  constructor(tokens: readonly Token[], { clients, reasons, now, zone }: Vocabulary, client: string | undefined) {
    this.#tokens = tokens
    this.facts = { likely: {}, missed: false }
    if (client !== undefined) this.facts.client = client
    this.#names = namesOf(clients)
    this.#people = peopleOf(clients.find(({ id }) => id === client)?.contacts ?? [])
    this.#reasons = new Map(
      reasons.flatMap(({ key, names }) => [key, ...names].map((word) => [bare(word), key] as const)),
    )
    this.#now = DateTime.fromJSDate(now, { zone })
  }

  /** How many words from `i` on say one thing that is not said yet; 0: none. What they say is kept. */
  take(i: number): number {
    return this.#longest(i, (phrase, end) => this.#keep(phrase, end))
  }

  isSaying(i: number): boolean {
    const { facts } = this
    const before = { ...facts, likely: { ...facts.likely } }
    const length = this.take(i)
    for (const name of Object.keys(facts)) delete (facts as Record<string, unknown>)[name]
    Object.assign(facts, before)
    return length > 0
  }

  #longest(i: number, keeps: (phrase: string, end: number) => boolean): number {
    const first = this.#tokens[i]
    if (!first) return 0
    if (first.quoted) return this.#keepClient(bare(first.text)) ? 1 : 0
    for (let length = Math.min(LONGEST_PHRASE, this.#tokens.length - i); length > 0; length--) {
      const words = this.#tokens.slice(i, i + length)
      if (words.some(({ quoted }) => quoted)) continue
      if (keeps(trimmed(words.map(({ text }) => bare(text)).join(' ')), i + length)) return length
    }
    return 0
  }

  #keep(phrase: string, end: number): boolean {
    const { facts } = this
    if (this.#keepClient(phrase)) return true
    const person = this.#people.get(phrase)
    if (person !== undefined && facts.contact === undefined) {
      facts.contact = person
      return true
    }
    return (
      this.#keepReason(this.#reasons.get(phrase)) || this.#keepWord(WORDS.get(phrase), end) || this.#keepTime(phrase)
    )
  }

  #keepClient(phrase: string): boolean {
    const client = this.#names.get(phrase)
    if (client === undefined) return false
    // Known by the first walk: its name is no note.
    if (this.facts.client !== undefined) return this.facts.client === client
    this.facts.client = client
    return true
  }

  #keepReason(reason: string | undefined): boolean {
    if (reason === undefined || this.facts.reason !== undefined) return false
    this.facts.reason = reason
    return true
  }

  #keepWord(said: Said | undefined, end: number): boolean {
    const { facts } = this
    if (!said || (said.shy && !this.#isEndOrSaid(end))) return false
    const { channel, direction, missed, reason, likely } = said
    if (reason !== undefined) return this.#keepReason(reason)
    if (channel !== undefined && facts.channel !== undefined) return false
    if (direction !== undefined && facts.direction !== undefined) return false
    if (missed && facts.missed) return false
    if (channel !== undefined) facts.channel = channel
    if (direction !== undefined) facts.direction = direction
    if (missed) facts.missed = true
    if (likely) facts.likely = { ...likely, ...facts.likely }
    return true
  }

  #isEndOrSaid(end: number): boolean {
    const next = this.#tokens[end]
    return next === undefined || next.quoted || this.isSaying(end)
  }

  #keepTime(phrase: string): boolean {
    const { facts } = this
    const length = lengthIn(phrase)
    if (length) {
      const goesOn = facts.unit !== undefined && isSmaller(length.unit, facts.unit)
      if (facts.seconds !== undefined && !goesOn) return false
      facts.seconds = (facts.seconds ?? 0) + length.seconds
      facts.unit = length.unit
      if (facts.seconds > LONGEST_SECONDS || facts.seconds === 0) facts.unclear ??= phrase
      return true
    }
    const time = timeIn(phrase)
    if (time) {
      if (facts.time !== undefined) return false
      facts.time = time
      return true
    }
    const day = dayIn(phrase, this.#now)
    if (day === undefined || facts.day !== undefined) return false
    if (day === null) facts.unclear ??= phrase
    else facts.day = day
    return true
  }
}

/** A comma or a full stop behind a word is no part of it. */
function trimmed(phrase: string): string {
  return phrase.length > 1 ? phrase.replace(/[,;:.!]+$/, '') : phrase
}

function namesOf(clients: Vocabulary['clients']): Map<string, string> {
  return new Map(
    clients.flatMap(({ id, key, name }) => [key, name].flatMap((word) => (word ? [[bare(word), id] as const] : []))),
  )
}

/** By key, by name, and by the first word of the name where only one has it. */
function peopleOf(people: readonly Named[]): Map<string, string> {
  const firsts = people.map(({ name }) => bare(name).split(' ')[0] ?? '')
  return new Map([
    ...people.flatMap(({ id }, i) => {
      const first = firsts[i] ?? ''
      return first !== '' && firsts.filter((other) => other === first).length === 1 ? [[first, id] as const] : []
    }),
    ...people.flatMap(({ id, key, name }) => [key, name].flatMap((word) => (word ? [[bare(word), id] as const] : []))),
  ])
}
