import type { Load } from '../core/cover.ts'
import type { Tx } from '../db/client.ts'

export type LoadOf = Load & { readonly id: string }

/**
 * What each person who answers for clients has in hand: a relay counts for whoever it was handed over to, else for the
 * client's manager. Costs what is under way, not what there ever was. The fullest first.
 */
export async function loads(tx: Tx): Promise<LoadOf[]> {
  return tx.$queryRaw<LoadOf[]>`
    with held as (
      select coalesce(r."assigneeId", c."managerId") as who,
        count(*)::int as open,
        (count(*) filter (where r.status in ('gathering', 'waiting')))::int as waiting
      from "Relay" r join "Client" c on c.id = r."clientId"
      where r.status in ('gathering', 'waiting', 'returned')
      group by 1
    ), answered as (
      select "managerId" as who, count(*)::int as clients from "Client"
      where active and "managerId" is not null and lead is distinct from 'lost'
      group by 1
    )
    select s.id, s.name,
      exists (
        select from "Absence" a where a."staffId" = s.id and a.state = 'running' and a."clientId" is null
      ) as away,
      coalesce(answered.clients, 0) as clients, coalesce(held.open, 0) as open, coalesce(held.waiting, 0) as waiting
    from "Staff" s left join held on held.who = s.id left join answered on answered.who = s.id
    where s.active and (s.role = 'manager' or (s.role in ('lead', 'admin') and (held.who is not null or answered.who is not null)))
    order by waiting desc, open desc, clients desc, s.key`
}
