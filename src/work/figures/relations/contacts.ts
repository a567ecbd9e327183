/** What was said and done, as the score counts it, and the matters that clients raised. */
import { Prisma } from '../../../generated/prisma/client.ts'
import { COUNTS } from '../../../score/store/events.ts'
import { columns, isCurrent, type Moment, managerOfRequest, within } from './relation.ts'

const { sql } = Prisma

/** By reason (a person's word before the rules'), channel and direction. */
export function interactions(moment: Moment): Prisma.Sql {
  const at = sql`i.at`
  return sql`
    select ${columns({
      id: sql`i.id`,
      client: sql`i."clientId"`,
      manager: sql`i."managerId"`,
      at,
      current: isCurrent(at, moment),
      labels: [sql`coalesce(said.reason, i.reason, 'none')`, sql`i.channel`, sql`i.direction::text`],
    })}
    from "Interaction" i left join (
      select distinct on (c."interactionId") c."interactionId", c.reason from "ReasonCorrection" c
      order by c."interactionId", c."chainSeq" desc) said on said."interactionId" = i.id
    where ${COUNTS} and ${within(at, moment)}`
}

export function requests(moment: Moment): Prisma.Sql {
  const at = sql`q."openedAt"`
  return sql`
    select ${columns({
      id: sql`q.id`,
      client: sql`q."clientId"`,
      manager: managerOfRequest(sql`q.id`),
      at,
      current: isCurrent(at, moment),
      labels: [sql`q.platform::text`],
    })}
    from "Request" q where ${within(at, moment)}`
}
