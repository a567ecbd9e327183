/**
 * What is written behind `/log`: `acme call 12m renewal "talked about prices"`, `звонок Автозапчасти 45мин вчера 10:30`. The
 * words that say something may stand in any order; what is in quotes, and all from the first word on that says nothing, is
 * the note. Words before everything else that say nothing name the client.
 */
import { DateTime } from 'luxon'
import type { Channel, Direction } from '../interaction.ts'
import { type ClockTime, dayIn, isSmaller, lengthIn, momentOf, timeIn } from './times.ts'
import { bare, CONNECTORS, type Said, WORDS } from './vocabulary.ts'

export type Named = { readonly id: string; readonly key?: string | null | undefined; readonly name: string }

export type Vocabulary = {
  readonly clients: readonly (Named & { readonly contacts: readonly Named[] })[]
  /** The agency's own, with the names that they have. */
  readonly reasons: readonly { readonly key: string; readonly names: readonly string[] }[]
  readonly now: Date
  readonly zone: string
}

export type Line = {
  readonly client?: string | undefined
  readonly contact?: string | undefined
  readonly channel?: Channel | undefined
  readonly direction?: Direction | undefined
  readonly seconds?: number | undefined
  readonly missed: boolean
  readonly reason?: string | undefined
  /** Absent: now. */
  readonly at?: Date | undefined
  readonly note: string
  /** Words that should name a client: of none, or of several. */
  readonly unknown?: { readonly given: string; readonly names: readonly string[] } | undefined
  /** What looks like a day or a length and is none. */
  readonly unclear?: string | undefined
}

/** Nobody talks longer than this. */
export const LONGEST_SECONDS = 24 * 3_600

export function readLine(text: string, vocabulary: Vocabulary): Line {
  const tokens = tokensOf(text)
  const first = walk(text, tokens, 0, vocabulary, undefined)
  const { leading } = first
  if (leading.length === 0) {
    const client = first.facts.client
    // Again, now that it is known whose people may be named.
    return lineOf(client === undefined ? first : walk(text, tokens, 0, vocabulary, client), vocabulary)
  }
  const given = leading.map(({ text: word }) => word).join(' ')
  if (first.facts.client !== undefined) {
    const again = walk(text, tokens, leading.length, vocabulary, first.facts.client)
    return lineOf({ ...again, notes: [given, ...again.notes] }, vocabulary)
  }
  const found = clientsCalled(bare(given), vocabulary)
  const [only] = found
  if (only && found.length === 1) {
    return lineOf(walk(text, tokens, leading.length, vocabulary, only.id), vocabulary)
  }
  return { ...lineOf(first, vocabulary), unknown: { given, names: found.map(({ name }) => name) } }
}

type Token = { readonly text: string; readonly start: number; readonly quoted: boolean }

const TOKEN = /"([^"]*)"|“([^”]*)”|«([^»]*)»|\S+/gu

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const inside = match[1] ?? match[2] ?? match[3]
    return { text: inside ?? match[0], start: match.index, quoted: inside !== undefined }
  })
}

type Facts = {
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

type Walked = { readonly facts: Facts; readonly notes: readonly string[]; readonly leading: readonly Token[] }

/** Takes words as long as they say something. `client`: already known, by id. */
function walk(text: string, tokens: readonly Token[], from: number, vocabulary: Vocabulary, client?: string): Walked {
  const reader = new LineReader(tokens, vocabulary, client)
  const leading: Token[] = []
  const notes: string[] = []
  let isBegun = from > 0
  for (let i = from; i < tokens.length; ) {
    const token = tokens[i] as Token
    const length = reader.take(i)
    if (length > 0) {
      isBegun = true
      i += length
    } else if (token.quoted) {
      notes.push(token.text)
      i++
    } else if (CONNECTORS.has(bare(token.text)) && reader.isSaying(i + 1)) i++
    else if (!isBegun) {
      leading.push(token)
      i++
    } else {
      notes.push(text.slice(token.start).trim())
      break
    }
  }
  // A line that says nothing of what is known is all note.
  if (!isBegun && leading.length > 0) return { facts: reader.facts, notes: [text.trim()], leading: [] }
  return { facts: reader.facts, notes, leading }
}

const LONGEST_PHRASE = 6

class LineReader {
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

/** Of this name, else with this in their name. */
function clientsCalled(given: string, { clients }: Vocabulary): readonly Named[] {
  const exact = clients.filter(({ key, name }) => bare(name) === given || key === given)
  return exact.length > 0 ? exact : clients.filter(({ name }) => bare(name).includes(given))
}

function lineOf({ facts, notes }: Walked, { now, zone }: Vocabulary): Line {
  const { client, contact, missed, reason, likely, unclear, day, time } = facts
  return {
    client,
    contact,
    channel: facts.channel ?? likely.channel,
    direction: facts.direction ?? likely.direction,
    seconds: facts.seconds !== undefined && facts.seconds <= LONGEST_SECONDS ? facts.seconds : undefined,
    missed,
    reason,
    at: momentOf(day, time, DateTime.fromJSDate(now, { zone })),
    note: notes.filter((note) => note.trim() !== '').join(' '),
    unclear,
  }
}
