/**
 * A client's interactions as the score sees them. What counts: the client's messages, what arrived there, and every contact
 * logged from elsewhere that nobody has taken back (a letter whose sender nobody verified only where the agency says so); edits, removals and signs count nothing. A reason is what a person said
 * last, else what was proposed; the agency's own count as their parent.
 */
import type { Channel, Direction, Reason } from '../../core/interaction.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Position, ScoreEvent } from '../event.ts'

/** Whose contact: all of the client's, or what fell in one person's time as its manager. */
export type Whose = { readonly clientId: string; readonly managerId: string }

/** An event, and in whose time it fell. */
export type Owned = ScoreEvent & { readonly managerId: string | null }

type Row = {
  readonly id: string
  readonly ts: number
  readonly ch: Channel
  readonly dir: Direction
  readonly missed: boolean
  readonly reason: string | null
  readonly ref: number | null
  readonly managerId: string | null
}

const SECONDS = (column: Prisma.Sql) => Prisma.sql`floor(extract(epoch from ${column}))::float8`

/** In the order of folding; after `position`, or all. `parents`: reasons by their key. */
export async function eventsAfter(
  tx: Tx,
  { clientId, managerId }: Whose,
  position: Position | null,
  parents: ReadonlyMap<string, Reason>,
): Promise<Owned[]> {
  // From the position's own second on, for its order within that is by id.
  const since = position === null ? Prisma.empty : Prisma.sql`and i.at >= to_timestamp(${position.ts})`
  const own = managerId === '' ? Prisma.empty : Prisma.sql`and i."managerId" = ${managerId}::uuid`
  const rows = await eventsOf(tx, clientId, Prisma.sql`${since} ${own}`, parents)
  return rows.filter((row) => position === null || row.ts > position.ts || row.id > position.id)
}

/** The years 1 and 10000, in Unix seconds: every event is between them. */
const BEGINNING = -62_135_596_800
const END = 253_402_300_800

/** So many at once of a history that is read from its beginning. */
const PAGE = 20_000

/** All of a client's events in the order of folding, piece by piece, so that a history of any length takes the same room. */
export async function* eventsFromTheBeginning(
  tx: Tx,
  clientId: string,
  parents: ReadonlyMap<string, Reason>,
): AsyncGenerator<Owned[]> {
  let from = BEGINNING
  while (from < END) {
    const to = await endOfPage(tx, clientId, from)
    const [begin, end] = [from, to].map((ts) => Prisma.sql`to_timestamp(${ts}::float8)`)
    yield await eventsOf(tx, clientId, Prisma.sql`and i.at >= ${begin} and i.at < ${end}`, parents)
    from = to
  }
}

/** The whole second before which so many rows, or all that are left, stand; a second is never parted. */
async function endOfPage(tx: Tx, clientId: string, from: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ ts: number }[]>`
    select ${SECONDS(Prisma.sql`i.at`)} as ts from "Interaction" i
    where i."clientId" = ${clientId}::uuid and i.at >= to_timestamp(${from}::float8)
    order by i.at, i.id offset ${PAGE} limit 1`
  if (!row) return END
  return row.ts > from ? row.ts : row.ts + 1
}

async function eventsOf(
  tx: Tx,
  clientId: string,
  which: Prisma.Sql,
  parents: ReadonlyMap<string, Reason>,
): Promise<Owned[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select i.id, ${SECONDS(Prisma.sql`i.at`)} as ts, i.channel as ch, i.direction::text as dir, i.missed, i."managerId",
      coalesce(c.reason, i.reason) as reason, ${SECONDS(Prisma.sql`a.at`)} as ref
    from "Interaction" i
      left join lateral (select reason, "complaintId" from "ReasonCorrection" where "interactionId" = i.id
        order by "chainSeq" desc limit 1) c on true
      left join "Complaint" p on p.id = c."complaintId"
      left join "Interaction" a on a.id = p."interactionId"
    where i."clientId" = ${clientId}::uuid and ${COUNTS} ${which}
    order by ts, i.id`
  return rows.map(({ reason, ...row }) => ({
    ...row,
    reason: reason === null ? null : (parents.get(reason) ?? 'other'),
  }))
}

/** Of an interaction `i`. */
export const COUNTS = Prisma.sql`i.channel <> 'team' and i.kind in ('message', 'delivery', 'contact')
  and (not i.unverified or exists (select 1 from "Agency" where "countsUnverified"))
  and not (i.kind = 'contact' and exists (
    select 1 from "Interaction" gone where gone."previousId" = i.id and gone.kind = 'removal'))`

/** What a piece of a client's chain touches: where in the order of folding, and in whose time. */
export type Touched = Position & { readonly managerId: string | null }

/** The interactions that came, were taken back or were given another reason in the client's chain after `chainSeq`. */
export async function touchedSince(tx: Tx, clientId: string, chainSeq: number): Promise<Touched[]> {
  return tx.$queryRaw<Touched[]>`
    select i.id, ${SECONDS(Prisma.sql`i.at`)} as ts, i."managerId"
    from "Interaction" i
    where i.channel <> 'team' and i.kind in ('message', 'delivery', 'contact') and i.id in (
      select id from "Interaction" where "clientId" = ${clientId}::uuid and "chainSeq" > ${chainSeq}
      union all
      select "previousId" from "Interaction"
        where "clientId" = ${clientId}::uuid and "chainSeq" > ${chainSeq} and kind = 'removal'
      union all
      select "interactionId" from "ReasonCorrection" where "clientId" = ${clientId}::uuid and "chainSeq" > ${chainSeq})`
}
