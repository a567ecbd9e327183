/** The score of each client as it was last kept in a span: one is kept for every business day, and when something was said. */
import { Prisma } from '../../../generated/prisma/client.ts'
import { columns, type Moment, spans } from './relation.ts'

const { sql } = Prisma

/** Of clients that had not ended by its end. `zone`: the agency's, in whose days scores are kept. */
export function kept(moment: Moment, zone: string): Prisma.Sql {
  const day = (instant: Prisma.Sql) => sql`((${instant}) at time zone ${zone})::date`
  return sql`
    select ${columns({
      id: sql`s."clientId" || ':' || s.day`,
      client: sql`s."clientId"`,
      manager: sql`s."managerId"`,
      at: sql`s.day::timestamp at time zone ${zone}`,
      current: sql`spans.current`,
      labels: [
        sql`case
        when 'alarm' in (s."alertAny", s."alertClient") then 'alarm' when 'watch' in (s."alertAny", s."alertClient") then 'watch'
        when 'breach' in (s."alertAny", s."alertClient") then 'breach' else 'none' end`,
      ],
      score: sql`s.score`,
    })}
    from ${spans(moment)} cross join "Client" c cross join lateral (
      select * from "ScoreSnapshot" kept
      where kept."clientId" = c.id and kept.day >= ${day(sql`spans."from"`)}
        and kept.day <= ${day(sql`spans."to" - interval '1 millisecond'`)}
      order by kept.day desc limit 1) s
    where c."endedAt" is null or c."endedAt" >= spans."to"`
}
