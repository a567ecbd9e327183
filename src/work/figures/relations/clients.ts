/**
 * Clients that came, stayed and left. One began when its lead was won, else with the first that the log has of it; it ended
 * when it was switched off.
 */
import { Prisma } from '../../../generated/prisma/client.ts'
import { columns, isCurrent, type Moment, spans, within } from './relation.ts'

const { sql } = Prisma

const CLIENTS = sql`(
  select c.id, c."managerId", c.tier, c.active, c."endedAt",
    coalesce(c."wonAt", (select i.at from "Interaction" i where i."clientId" = c.id order by i.at, i.id limit 1)) as began
  from "Client" c where c.stage = 'client') c`

/** Who answered for the client when a span began. */
const MANAGER_THEN = sql`(
  select i."managerId" from "Interaction" i where i."clientId" = c.id and i.at < spans."from"
  order by i.at desc, i.id desc limit 1)`

const STAYED = sql`(c."endedAt" is null or c."endedAt" >= spans."to")`

function cohort(moment: Moment, hit: Prisma.Sql): Prisma.Sql {
  return sql`
    select ${columns({
      id: sql`c.id`,
      client: sql`c.id`,
      manager: MANAGER_THEN,
      at: sql`spans."from"`,
      current: sql`spans.current`,
      hit,
      labels: [sql`case when ${STAYED} then 'stayed' else 'left' end`],
    })}
    from ${CLIENTS} cross join ${spans(moment)}
    where c.began < spans."from" and (c."endedAt" is null or c."endedAt" >= spans."from")`
}

/** Those there were at the start, and which of them were there at the end: new ones are in neither. */
export const retained = (moment: Moment) => cohort(moment, STAYED)
export const churned = (moment: Moment) => cohort(moment, sql`not ${STAYED}`)

export function begun(moment: Moment): Prisma.Sql {
  const at = sql`c.began`
  return sql`
    select ${columns({ id: sql`c.id`, client: sql`c.id`, at, current: isCurrent(at, moment), labels: [sql`c.tier`] })}
    from ${CLIENTS} where ${within(at, moment)}`
}

/** Unknown persons who wrote in a span, and whether they have become clients by now. */
export function leads(moment: Moment): Prisma.Sql {
  const at = sql`c."leadSince"`
  return sql`
    select ${columns({
      id: sql`c.id`,
      client: sql`c.id`,
      at,
      current: isCurrent(at, moment),
      hit: sql`c.lead = 'won'`,
      labels: [sql`c.lead::text`],
      note: sql`c."lostReason"`,
    })}
    from "Client" c where c.lead is not null and ${within(at, moment)}`
}

/** Whom each manager answers for now. */
export function inCharge({ now }: Moment): Prisma.Sql {
  return sql`
    select ${columns({ id: sql`c.id`, client: sql`c.id`, at: sql`${now}::timestamptz`, current: sql`true`, labels: [sql`c.tier`] })}
    from "Client" c where c.active and c.stage = 'client'`
}
