/** Messages on their way across: what became of them in the queue, and how long the way took. */

import type { RelayDirection } from '../../../generated/prisma/client.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { columns, isCurrent, type Moment, type Relation, within } from './relation.ts'

const { sql } = Prisma

const AT = sql`r."openedAt"`
/** The manager's own answers are nobody's to edit or to return. */
const SAID = sql`r.kind = 'message' and r."answersId" is null`
const DECIDED = sql`${SAID} and r.status in ('approved', 'rejected', 'answered', 'returned')`

/** Who answered for the client when it was said, as the log says. */
const MANAGER = sql`(
  select i."managerId" from "RelayPart" p join "Interaction" i on i.id = p."interactionId"
  where p."relayId" = r.id order by p.at limit 1)`

function acted(kinds: Prisma.Sql): Prisma.Sql {
  return sql`(select a.note, a.at from "RelayActivity" a where a."relayId" = r.id and a.kind in (${kinds}) order by a.at desc limit 1)`
}

const EDITED = acted(sql`'approved_edited', 'scheduled_edited', 'proposed'`)
const RETURNED = acted(sql`'returned'`)

/** Those that were decided, by when they were said; `act`: whether it was ever done to them. */
function decided(act: Prisma.Sql): Relation {
  return (moment) => sql`
    select ${columns({
      id: sql`r.id`,
      client: sql`r."clientId"`,
      manager: MANAGER,
      at: AT,
      current: isCurrent(AT, moment),
      hit: sql`act.at is not null`,
      labels: [sql`r.direction::text`, sql`r.status::text`],
      note: sql`act.note`,
    })}
    from "Relay" r left join lateral ${act} act on true
    where ${DECIDED} and ${within(AT, moment)}`
}

export const edited = decided(EDITED)
export const returned = decided(RETURNED)

/** From the moment it was said to its arrival at the other side; what has not arrived has no time. */
export function crossing(direction: RelayDirection): Relation {
  return (moment) => sql`
    select ${columns({
      id: sql`r.id`,
      client: sql`r."clientId"`,
      manager: MANAGER,
      at: AT,
      current: isCurrent(AT, moment),
      labels: [sql`case when arrived.at is null then 'on_its_way' else 'arrived' end`],
      started: AT,
      ended: sql`arrived.at`,
    })}
    from "Relay" r left join lateral (
      select min(o."settledAt") as at from "OutboxItem" o
      where o."relayId" = r.id and o.kind = 'final' and o.op = 'post' and o.status = 'sent') arrived on true
    where r.direction = ${direction}::"RelayDirection" and ${SAID} and r.status = 'approved' and ${within(AT, moment)}`
}

/** What waits in each manager's queue, or is back with a specialist, now. */
export function inHand(_moment: Moment): Prisma.Sql {
  return sql`
    select ${columns({
      id: sql`r.id`,
      client: sql`r."clientId"`,
      manager: sql`r."assigneeId"`,
      at: AT,
      current: sql`true`,
      labels: [sql`r.status::text`],
    })}
    from "Relay" r where r.status in ('gathering', 'waiting', 'returned')`
}
