/**
 * What is written behind `/log`: `acme call 12m renewal "talked about prices"`, `звонок Автозапчасти 45мин вчера 10:30`. The
 * words that say something may stand in any order; what is in quotes, and all from the first word on that says nothing, is
 * the note. Words before everything else that say nothing name the client.
 */
import { DateTime } from 'luxon'
import type { Channel, Direction } from '../interaction.ts'
import { type Facts, LineReader, LONGEST_SECONDS, type Named, type Token, type Vocabulary } from './line-reader.ts'
import { momentOf } from './times.ts'
import { bare, CONNECTORS } from './vocabulary.ts'

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
  // What stands in quotes among them is a note, and none of the words that lead.
  const next = tokens.indexOf(leading.at(-1) as Token) + 1
  const quoted = tokens.slice(0, next).flatMap((token) => (token.quoted ? token.text : []))
  if (first.facts.client !== undefined) {
    const again = walk(text, tokens, next, vocabulary, first.facts.client)
    return lineOf({ ...again, notes: [...quoted, given, ...again.notes] }, vocabulary)
  }
  const found = clientsCalled(bare(given), vocabulary)
  const [only] = found
  if (only && found.length === 1) {
    const again = walk(text, tokens, next, vocabulary, only.id)
    return lineOf({ ...again, notes: [...quoted, ...again.notes] }, vocabulary)
  }
  return { ...lineOf(first, vocabulary), unknown: { given, names: found.map(({ name }) => name) } }
}

const TOKEN = /"([^"]*)"|“([^”]*)”|«([^»]*)»|\S+/gu

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const inside = match[1] ?? match[2] ?? match[3]
    return { text: inside ?? match[0], start: match.index, quoted: inside !== undefined }
  })
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
