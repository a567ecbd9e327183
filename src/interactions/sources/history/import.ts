/** `liaison contacts import`: the contacts of a file, from before there was Liaison, at their own times. */
import { InputError } from '../../../core/errors.ts'
import type { Locale } from '../../../core/ids.ts'
import { CHANNELS } from '../../../core/interaction.ts'
import type { Database, Tx } from '../../../db/client.ts'
import { orTakenBack, transaction } from '../../../db/transaction.ts'
import { agencyOf } from '../../../people/agency.ts'
import { logByPoint } from '../../contacts/by-point.ts'
import { logContact } from '../../contacts/log-contact.ts'
import { say } from '../text.ts'
import { columnsOf, mapIn } from './fields.ts'
import { linesOf, shapeOf } from './file.ts'
import { peopleOf } from './people.ts'
import { type Found, nothingFound, noticed, reportOf } from './report.ts'
import { type Reading, type Row, rowOf } from './row.ts'

export type Asked = {
  readonly file: string
  /** `field=header`, as often as one likes. */
  readonly map: readonly string[]
  /** For lines without one. */
  readonly channel?: string | undefined
  readonly locale: Locale
  /** `log`, or only `show` what would be. */
  readonly mode: 'log' | 'show'
}

/** Lines in one transaction: all of them, or none. */
const AT_ONCE = 200

/**
 * Reads a file of any length piece by piece. Lines that are right are logged, those that are wrong are told of; the same
 * file again logs nothing twice, also when the first time broke off in the middle. Throws InputError before anything is
 * written when the file as a whole cannot be understood.
 */
export async function importHistory(
  database: Database,
  asked: Asked,
  now: Date,
): Promise<{ readonly output: string; readonly ok: boolean }> {
  const { file, locale } = asked
  const channel = CHANNELS.find((each) => each === asked.channel)
  if (asked.channel !== undefined && !channel) {
    throw new InputError(say(locale, 'channel-wrong', { given: asked.channel, known: CHANNELS.join(', ') }))
  }
  const map = mapIn(asked.map, locale)
  const shape = await shapeOf(file, locale)
  const { timeZone: zone } = await agencyOf(database.prisma)
  const people = await peopleOf(database.prisma)
  const found = nothingFound()
  const seen = new Set<string>()
  let reading: Reading | undefined
  let chunk: Row[] = []
  for await (const { number, cells } of linesOf(file, shape, locale)) {
    if (!reading) {
      const headers = cells.map((cell) => cell.trim())
      reading = { headers, columns: columnsOf(headers, map, channel !== undefined, locale), people, channel, zone, now }
      continue
    }
    const row = rowOf(cells, reading)
    noticed(found, number, row)
    if ('length' in row) continue
    // Twice in one file is once.
    if (seen.has(row.source)) found.known++
    else chunk.push(row)
    seen.add(row.source)
    if (chunk.length < AT_ONCE) continue
    await take(database, chunk, asked, found, now)
    chunk = []
  }
  if (!reading) throw new InputError(say(locale, 'empty', { file }))
  await take(database, chunk, asked, found, now)
  return { output: reportOf(found, { ...asked, ...shape, ...reading }), ok: found.wrong === 0 }
}

/**
 * Clients are locked one after another in one order, whoever else writes. To show what would be, what depends on whose a number
 * is is done and taken back; a new line that names its client can only be logged.
 */
async function take(database: Database, rows: readonly Row[], { mode }: Asked, found: Found, now: Date): Promise<void> {
  const fresh = await unknownOf(database, rows)
  found.known += rows.length - fresh.length
  const isSure = ({ clientId }: Row) => mode === 'show' && clientId !== undefined
  found.logged += fresh.filter(isSure).length
  const inOrder = fresh
    .filter((row) => !isSure(row))
    .sort((a, b) => {
      const [left, right] = [a.clientId ?? '', b.clientId ?? '']
      return left === right ? a.at.getTime() - b.at.getTime() : left < right ? -1 : 1
    })
  const done = await transaction(database, async (tx) => {
    const counts = { logged: 0, known: 0, unmatched: 0 }
    await orTakenBack(tx, async () => {
      for (const row of inOrder) {
        const taken = await takeRow(tx, row, now)
        counts.logged += taken.logged
        counts.known += taken.known
        counts.unmatched += taken.unmatched
      }
      return mode === 'show' ? mode : undefined
    })
    return counts
  })
  found.logged += done.logged
  found.known += done.known
  found.unmatched += done.unmatched
}

/** What is there already is not looked at one by one. */
async function unknownOf({ prisma }: Database, rows: readonly Row[]): Promise<readonly Row[]> {
  // One list, whatever its length, is one plan: the index is asked, also before the table's statistics know how long it got.
  const known = await prisma.$queryRaw<{ readonly source: string }[]>`
    select source from "Interaction" where source = any(${rows.map(({ source }) => source)}::text[])`
  const sources = new Set(known.map(({ source }) => source))
  return rows.filter(({ source }) => !sources.has(source))
}

async function takeRow(tx: Tx, row: Row, now: Date) {
  const { clientId, points, isStaffUnknown: _, ...contact } = row
  if (clientId === undefined) {
    const { contactId: _nobody, reason: _none, ...rest } = contact
    return logByPoint(tx, { ...rest, points }, now)
  }
  const { kind } = await logContact(tx, { ...contact, clientId }, now)
  return { logged: kind === 'logged' ? 1 : 0, known: kind === 'known' ? 1 : 0, unmatched: 0 }
}
