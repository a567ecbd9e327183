/** The scores as they were kept on the last evening of a span that has any. */
import { Prisma } from '../../../generated/prisma/client.ts'
import { columns, type Moment, spans } from './relation.ts'

const { sql } = Prisma

/** `zone`: the agency's, in whose days they are kept. */
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
    from ${spans(moment)} cross join lateral (
      select max(day) as day from "ScoreSnapshot"
      where day >= ${day(sql`spans."from"`)} and day <= ${day(sql`spans."to" - interval '1 millisecond'`)}) last
    join "ScoreSnapshot" s on s.day = last.day`
}
