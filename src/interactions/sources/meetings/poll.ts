import { z } from 'zod'
import { after, type Clock, DAY } from '../../../core/clock.ts'
import { describe } from '../../../core/errors.ts'
import type { Feed } from '../../../core/source.ts'
import type { Database } from '../../../db/client.ts'
import type { Log } from '../../../log.ts'
import { agencyOf } from '../../../people/agency.ts'
import { keepPosition, readCursor, tellTrouble } from '../cursors.ts'
import { type Fetched, fetchCalendar } from './fetch.ts'
import { readCalendar } from './read.ts'
import { takeMeetings } from './take.ts'

export type CalendarOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Hosts of calendars that may be in a private network. */
  readonly privateHosts: readonly string[]
}

/** How far back a calendar is read at first, ... */
const FIRST_DAYS = 400
/** ... and each time after: what somebody writes down, or moves, some days later is still seen. */
const AGAIN_DAYS = 7

const positionSchema = z.object({ until: z.iso.datetime() })

/** Returns what reads all calendars; it gives how many meetings were new. One that cannot be read holds up no other. */
export function calendarPoll(feeds: readonly Feed[], options: CalendarOptions): () => Promise<number> {
  const kept = new Map<string, Fetched>()
  return async () => {
    let found = 0
    for (const feed of feeds) found += await pollOne(feed, kept, options)
    return found
  }
}

/** Meetings that ended since the last time, and some days before that; a meeting that is not over is left for later. */
async function pollOne(
  feed: Feed,
  kept: Map<string, Fetched>,
  { database, clock, log, privateHosts }: CalendarOptions,
): Promise<number> {
  const source = `ics:${feed.name}`
  const before = await readCursor(database, source, positionSchema)
  const now = clock.now()
  const from = before?.position.until ? after(new Date(before.position.until), -AGAIN_DAYS * DAY) : undefined
  const start = from ?? after(now, -FIRST_DAYS * DAY)
  const tell = (error: string | undefined) =>
    tellTrouble({ database, log }, { source, before, position: { until: start.toISOString() }, error }, now)
  try {
    const fetched = await fetchCalendar(feed, privateHosts, kept.get(feed.name))
    kept.set(feed.name, fetched)
    const { timeZone: zone } = await agencyOf(database.prisma)
    const { meetings, broken } = readCalendar(fetched.text, { from: start, until: now, zone })
    const { logged, unmatched, known } = await takeMeetings(database, meetings, feed.name, now)
    await keepPosition(database.prisma, source, { until: now.toISOString() }, now)
    await tell(undefined)
    if (logged > 0 || broken > 0) log.info({ source, logged, known, unmatched, broken }, 'a calendar was read')
    return logged
  } catch (error) {
    await tell(describe(error))
    return 0
  }
}
