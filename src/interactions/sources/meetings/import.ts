import { readFile, stat } from 'node:fs/promises'
import { after, DAY } from '../../../core/clock.ts'
import { InputError } from '../../../core/errors.ts'
import type { Locale } from '../../../core/ids.ts'
import type { Database } from '../../../db/client.ts'
import { agencyOf } from '../../../people/agency.ts'
import { say } from '../text.ts'
import { LARGEST_CALENDAR, type Read, readCalendar } from './read.ts'
import { takeMeetings } from './take.ts'

/** Somebody who imports a file wants what is in it. */
const BACK_DAYS = 3_650

export type AskedCalendar = { readonly file: string; readonly locale: Locale }

/** `liaison contacts import-ics`: the meetings of a file that are over. Throws InputError for what is no calendar. */
export async function importCalendar(database: Database, { file, locale }: AskedCalendar, now: Date): Promise<string> {
  const text = await textOf(file, locale)
  const { timeZone: zone } = await agencyOf(database.prisma)
  const { meetings, broken } = read(text, { from: after(now, -BACK_DAYS * DAY), until: now, zone }, file, locale)
  const counted = await takeMeetings(database, meetings, undefined, now)
  const lines = [say(locale, 'meetings', counted)]
  if (broken > 0) lines.push(say(locale, 'meetings-broken', { count: broken }))
  return lines.join('\n')
}

async function textOf(file: string, locale: Locale): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size <= LARGEST_CALENDAR) return await readFile(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new InputError(say(locale, 'unreadable', { file, why }))
  }
  throw new InputError(say(locale, 'too-large', { file, most: LARGEST_CALENDAR / 1024 / 1024 }))
}

function read(text: string, span: Parameters<typeof readCalendar>[1], file: string, locale: Locale): Read {
  try {
    return readCalendar(text, span)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(say(locale, 'no-calendar', { file, why }))
  }
}
