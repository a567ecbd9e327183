import type { Database, Tx } from '../../../db/client.ts'
import { transaction } from '../../../db/transaction.ts'
import { logByPoint } from '../../contacts/by-point.ts'
import { oursAmong } from '../ours.ts'
import type { Meeting } from './meeting.ts'
import { meetingSides } from './sides.ts'

export type Counted = {
  readonly logged: number
  readonly known: number
  readonly unmatched: number
  readonly none: number
}

/** Each meeting by itself. `owner`: whose calendar it is, by the key of one of us. */
export async function takeMeetings(
  database: Database,
  meetings: readonly Meeting[],
  owner: string | undefined,
  now: Date,
): Promise<Counted> {
  const counted = { logged: 0, known: 0, unmatched: 0, none: 0 }
  for (const meeting of meetings) {
    const taken = await transaction(database, (tx) => takeMeeting(tx, meeting, owner, now))
    if (!taken) counted.none++
    counted.logged += taken?.logged ?? 0
    counted.known += taken?.known ?? 0
    counted.unmatched += taken?.unmatched ?? 0
  }
  return counted
}

/** Once for its UID and its time, in however many calendars it stands. Undefined: it was none with a client. */
async function takeMeeting(tx: Tx, meeting: Meeting, owner: string | undefined, now: Date) {
  const { isOurs, staffId } = await oursAmong(
    tx,
    meeting.people.map(({ value }) => value),
  )
  const sides = meetingSides(meeting, isOurs)
  if (sides.kind === 'none') return undefined
  const known = sides.ours.map(({ value }) => staffId(value)).find((id) => id !== undefined)
  return logByPoint(
    tx,
    {
      channel: meeting.channel,
      direction: sides.direction,
      at: meeting.start,
      durationSeconds: Math.round((meeting.end.getTime() - meeting.start.getTime()) / 1_000),
      staffId: known ?? (await ownerOf(tx, owner)),
      text: meeting.title,
      source: `ics:${meeting.id}`,
      points: sides.theirs,
    },
    now,
  )
}

async function ownerOf(tx: Tx, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined
  return (await tx.staff.findUnique({ where: { key }, select: { id: true } }))?.id
}
