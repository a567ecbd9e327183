import { type Answered, answeredSchema, type Quoted, quoteOf } from '../core/answered.ts'
import { digest } from '../core/hash.ts'
import type { Locale } from '../core/ids.ts'
import type { Direction } from '../core/relay.ts'
import { join, plain, type RichText, richTextSchema } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import { bodyOf, currentParts, type Part } from './body.ts'
import { previewOf } from './mask/money.ts'
import type { Wall } from './mask/wall.ts'

/** What a message answers; undefined: nothing. */
export function answeredBy(part: Pick<Answering, 'answers'> | undefined): Answered | undefined {
  return part?.answers == null ? undefined : answeredSchema.parse(part.answers)
}

type Placed = { readonly at: number; readonly answered: Answered }
type Answering = Part & { readonly answers: unknown }
type Relay = { readonly direction: Direction; readonly round: number; readonly parts: readonly Answering[] }

/**
 * What the messages of a relay answer, each before the block of `words` with which its own begin: in words that somebody has
 * rewritten nobody knows where that is, so all of it stands first. Files have their words after them.
 */
function placed(relay: Relay, words: RichText): Placed[] {
  const parts = currentParts(relay).map((part) => ({
    answered: answeredBy(part),
    body: richTextSchema.parse(part.body),
  }))
  if (digest(words) !== digest(bodyOf(relay))) {
    const at = afterFiles(words, 0)
    return parts
      .flatMap(({ answered }) => answered ?? [])
      .filter(isFirst)
      .map((answered) => ({ at, answered }))
  }
  return parts.flatMap(({ answered, body }, i) => {
    const before = parts.slice(0, i)
    if (answered === undefined || isSaidWithAlbum(before, body, answered)) return []
    return [{ at: afterFiles(words, join(before.map((part) => part.body)).length), answered }]
  })
}

function afterFiles(words: RichText, from: number): number {
  const at = words.findIndex((block, i) => i >= from && block.type !== 'files')
  return at === -1 ? words.length : at
}

function isFirst(answered: Answered, i: number, all: readonly Answered[]): boolean {
  return all.findIndex((other) => digest(other) === digest(answered)) === i
}

/** Each picture of an album says what all of it answers. */
function isSaidWithAlbum(
  before: readonly { readonly answered: Answered | undefined; readonly body: RichText }[],
  body: RichText,
  answered: Answered,
): boolean {
  const album = albumOf(body)
  if (album === undefined) return false
  return before.some((part) => albumOf(part.body) === album && digest(part.answered ?? null) === digest(answered))
}

function albumOf(body: RichText): string | undefined {
  for (const block of body) if (block.type === 'files') return block.album
  return undefined
}

/** How much of a message is shown where it is answered as a whole. What somebody picked out of it is shown whole. */
const SHOWN = 200

/**
 * What the words of a relay answer, for people who read `locale`. `wall`: they may not know whose matter it is; what is cut off
 * is cut after it was masked, so that no half of a name or a number is left.
 */
export async function quotesOf(
  tx: Tx,
  relay: Relay,
  words: RichText,
  { locale, wall }: { readonly locale: Locale; readonly wall?: Wall | undefined },
): Promise<Quoted[]> {
  const quotes: Quoted[] = []
  for (const { at, answered } of placed(relay, words)) {
    const said = wall?.body(answered.body) ?? answered.body
    const body = answered.part ? said : plain(previewOf(said, SHOWN))
    quotes.push({ at, body: [...quoteOf(answered, { who: await nameOf(tx, answered, wall), body, locale })] })
  }
  return quotes
}

/** As they are called here. Whoever may not know the client reads a token, and of a stranger nothing. */
async function nameOf(tx: Tx, { who }: Answered, wall: Wall | undefined): Promise<string | undefined> {
  if (who === undefined) return undefined
  const contact = who.user === undefined ? null : await tx.contact.findFirst({ where: { remoteUser: who.user } })
  if (wall) return contact ? wall.person(contact.id) : undefined
  return contact?.name ?? who.name
}
