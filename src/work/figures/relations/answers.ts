/** How long somebody waited, as the clocks of requests have it: what Liaison itself says ("received") never stops one. */

import type { SlaKind } from '../../../generated/prisma/client.ts'
import { Prisma } from '../../../generated/prisma/client.ts'
import { columns, isCurrent, type Moment, managerOfRequest, type Relation, within } from './relation.ts'

const { sql } = Prisma

/**
 * By when the clock began. One that is stopped had nothing more to wait for and is left out; one that runs is judged only when
 * it is late, and has no time yet.
 */
export function clocks(kind: SlaKind): Relation {
  return (moment: Moment) => {
    const at = sql`k."startedAt"`
    const isLate = sql`k.state = 'running' and k."dueAt" < ${moment.now}::timestamptz`
    return sql`
      select ${columns({
        id: sql`k.id`,
        client: sql`k."clientId"`,
        manager: managerOfRequest(sql`k."requestId"`),
        at,
        current: isCurrent(at, moment),
        hit: sql`case when k.state = 'met' then true when k.state = 'breached' or (${isLate}) then false end`,
        labels: [
          sql`case when k.state = 'met' then 'in_time' when k.state = 'breached' then 'late' when ${isLate} then 'open_late' else 'open' end`,
        ],
        started: at,
        ended: sql`k."stoppedAt"`,
      })}
      from "SlaClock" k where k.kind = ${kind}::"SlaKind" and k.state <> 'stopped' and ${within(at, moment)}`
  }
}
