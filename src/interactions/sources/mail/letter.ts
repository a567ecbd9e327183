/** A letter read from its MIME source: only what the log keeps. Files are not looked at. */
import { createHash } from 'node:crypto'
import PostalMime, { type Address, addressParser, type Email } from 'postal-mime'
import { after, MINUTE } from '../../../core/clock.ts'
import { type ContactPoint, contactPoint } from '../../../core/contact-point.ts'
import { cutsOf } from '../../../core/cut.ts'
import { storable } from '../../../core/hash.ts'
import { EARLIEST_CONTACT } from '../../contacts/log-contact.ts'
import { automaticBecause } from './automatic.ts'
import type { Claims } from './verdict.ts'
import { visible } from './visible.ts'

/** With everything that hangs on it; the largest that mail servers usually take. */
export const LARGEST_LETTER = 30 * 1024 * 1024
/**
 * Of its source no more is read: words stand before files, and files are not looked at. A line takes time whatever is in it,
 * so that a stranger's letter of nothing but short ones would hold up the whole program for minutes.
 */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_LINES = 30_000
const LONGEST_TEXT = 4_000
const LONGEST_SUBJECT = 500
const LONGEST_ID = 200
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true } as const

export type Person = ContactPoint & { readonly name: string | undefined }

export type Letter = {
  /** Its Message-ID; of one without, a hash of its bytes. */
  readonly id: string
  /** The Message-ID of the letter with which the conversation began. */
  readonly thread: string
  readonly from: Person | undefined
  /** To and Cc, each once. */
  readonly to: readonly Person[]
  readonly at: Date
  /** Subject, and below it what was written. */
  readonly text: string
  readonly claims: Claims
  /** Why it was sent by a machine; absent: a person wrote it. */
  readonly automatic: string | undefined
}

/** `received`: when we got it, for a letter without a day of its own. Throws for what is no letter or beyond all limits. */
export async function readLetter(bytes: Uint8Array, received: Date): Promise<Letter> {
  const email = await PostalMime.parse(beginningOf(bytes), LIMITS)
  const id = idIn(email.messageId) ?? createHash('sha256').update(bytes).digest('hex')
  return {
    id,
    thread: idIn(email.references) ?? idIn(email.inReplyTo) ?? id,
    from: people(email.from ? [email.from] : [])[0],
    to: people([...(email.to ?? []), ...(email.cc ?? [])]),
    at: timeOf(email, received),
    text: textOf(email),
    claims: claimsIn(email),
    automatic: automaticBecause(email),
  }
}

function beginningOf(bytes: Uint8Array): Uint8Array {
  let end = 0
  for (let lines = 0; lines < MOST_LINES; lines++) {
    end = bytes.indexOf(NEWLINE, end) + 1
    if (end === 0 || end > MOST_BYTES) return bytes.subarray(0, MOST_BYTES)
  }
  return bytes.subarray(0, end)
}

const NEWLINE = '\n'.charCodeAt(0)

/** Every sender there is, in however many headers: a parser takes one, and whoever reads the letter may be shown another. */
function claimsIn({ headers }: Email): Claims {
  const named = (key: string) => headers.filter((header) => header.key === key).map(({ value }) => value)
  const senders = named('from')
    .flatMap((header) => addressParser(header))
    .flatMap((one) => one.group ?? [one])
    .map(({ address }) => contactPoint('email', address ?? '')?.value ?? '')
  return { results: named('authentication-results'), senders }
}

/** The first `<…>` of a header. What is longer than any program makes is named by its hash. */
function idIn(header: string | undefined): string | undefined {
  const id = storable(header?.match(/<([^<>\s]+)>/)?.[1] ?? header?.trim().split(/\s+/)[0] ?? '')
  if (id === '') return undefined
  return id.length <= LONGEST_ID ? id : createHash('sha256').update(id).digest('hex')
}

function people(addresses: readonly Address[]): Person[] {
  const found = addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ address, name }) => {
      const point = contactPoint('email', address)
      return point ? [{ ...point, name: storable(name).slice(0, LONGEST_ID) || undefined }] : []
    })
  return [...new Map(found.map((person) => [person.value, person])).values()]
}

/** When its sender says; a clock that goes wrong there does not move a letter into the future, nor before all letters. */
function timeOf({ date }: Email, received: Date): Date {
  const said = new Date(date ?? '')
  const isUsable = said >= EARLIEST_CONTACT && said <= after(received, 5 * MINUTE)
  return isUsable ? said : received
}

function textOf({ subject, text, html }: Email): string {
  const head = storable(subject ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
  return cut([head, storable(visible(text, html))].filter((part) => part !== '').join('\n\n'))
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const { value: at = LONGEST_TEXT } = cutsOf(text, 0, LONGEST_TEXT).next()
  return `${text.slice(0, at ?? LONGEST_TEXT).trimEnd()}…`
}
