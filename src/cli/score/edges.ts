/** A log of contacts as public ones come: "from to time" a line, in whichever way its cells are parted and its time is written. */
import { DateTime } from 'luxon'
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import type { Contact } from '../../score/backtest/pairs.ts'
import { instantSchema } from '../../score/event.ts'
import { say } from '../text.ts'

/**
 * Empty lines and those that begin with # or % are left out, and a first line that names its columns. What follows the time is
 * not read. Throws InputError that names the line.
 */
export function readEdges(text: string, file: string, locale: Locale): Contact[] {
  const contacts: Contact[] = []
  let isFirst = true
  for (const [i, line] of text.split('\n').entries()) {
    const written = line.trim()
    if (written === '' || /^[#%]/.test(written)) continue
    const contact = contactIn(written)
    if (contact) contacts.push(contact)
    else if (!isFirst || !namesColumns(written))
      throw new InputError(say(locale, 'score-edge-wrong', { where: `${file}:${i + 1}`, line: written.slice(0, 80) }))
    isFirst = false
  }
  return contacts
}

/** Parted by tabs, commas or semicolons where that gives a time, else by spaces. */
function contactIn(line: string): Contact | undefined {
  for (const cells of [line.split(/\s*[,;\t]\s*/), line.split(/\s+/)]) {
    const [from, to, ...rest] = cells
    const ts = timeIn(rest)
    if (from && to && ts !== undefined) return { from, to, ts }
  }
  return undefined
}

/** From here on it is milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11
/** KONECT has a weight before the time: no weight is as large, and no time of its logs as small. */
const [LARGEST_WEIGHT, EARLIEST_TIME] = [1e6, 1e8]

function timeIn([third = '', fourth = '']: readonly string[]): number | undefined {
  const [number, next] = [numberIn(third), numberIn(fourth)]
  const ts =
    number === undefined
      ? dateIn(third, fourth)
      : number < LARGEST_WEIGHT && next !== undefined && next >= EARLIEST_TIME
        ? next
        : number
  return instantSchema.safeParse(ts !== undefined && ts >= MILLISECONDS_FROM ? ts / 1_000 : ts).data
}

function numberIn(cell: string): number | undefined {
  const number = cell === '' ? Number.NaN : Number(cell)
  return Number.isNaN(number) ? undefined : number
}

/** `2014-05-05T10:00:00Z`, or with a space before the time; without a zone it is UTC. */
function dateIn(day: string, clock: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d/.test(day)) return undefined
  const written = /^\d\d:\d\d/.test(clock) ? `${day}T${clock}` : day.replace(' ', 'T')
  const at = DateTime.fromISO(written, { zone: 'utc' })
  return at.isValid ? at.toSeconds() : undefined
}

function namesColumns(line: string): boolean {
  return /time|date|^(\S+[\s,;]+){2}ts\b|время|дата/i.test(line) && !/\d/.test(line)
}
