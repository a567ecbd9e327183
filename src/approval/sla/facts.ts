import type { Tx } from '../../db/client.ts'
import { deciders } from '../../people/staff.ts'
import type { Facts } from './turn.ts'

type Row = {
  handedRelay: string | null
  handedAt: Date | null
  spokenAt: Date | null
  spokenBy: string | null
  decidedAt: Date | null
  answeredAt: Date | null
  askedRelay: string | null
  askedAt: Date | null
}

/** What stands in a request now. Each look goes along an index to one row, however long the request is. Reads only. */
export async function factsOf(tx: Tx, requestId: string): Promise<Facts> {
  const request = await tx.request.findUniqueOrThrow({
    where: { id: requestId },
    include: {
      client: true,
      project: { include: { specialists: { select: { staffId: true } } } },
      relays: {
        where: { status: { in: ['gathering', 'waiting', 'returned'] } },
        select: { id: true, status: true, direction: true, openedAt: true, decidedAt: true, authorId: true },
        orderBy: { openedAt: 'asc' },
      },
    },
  })
  const row = await lastsOf(tx, requestId)
  const people = await deciders(tx, request.client)
  const team = request.project?.specialists ?? []
  const isBack = (relay: (typeof request.relays)[number]) => relay.status === 'returned'
  return {
    open: request.relays.filter((relay) => !isBack(relay)).map(({ id, openedAt }) => ({ relay: id, since: openedAt })),
    returned: request.relays
      .filter((relay) => isBack(relay) && relay.direction === 'to_client')
      .map(({ id, authorId }) => ({ relay: id, author: authorId })),
    handedOver:
      row.handedRelay === null || row.handedAt === null ? undefined : { relay: row.handedRelay, at: row.handedAt },
    spokenAt: row.spokenAt ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    specialist: team.length === 1 ? team[0]?.staffId : (row.spokenBy ?? undefined),
    decider: people.length === 1 ? people[0]?.id : undefined,
    answeredAt: row.answeredAt ?? undefined,
    unanswered:
      row.askedRelay === null || row.askedAt === null ? undefined : { relay: row.askedRelay, since: row.askedAt },
  }
}

async function lastsOf(tx: Tx, requestId: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    with
      handed as (
        select id, "decidedAt" from "Relay"
        where "requestId" = ${requestId}::uuid and direction = 'to_team' and kind = 'message' and status = 'approved' and "decidedAt" is not null
        order by "decidedAt" desc limit 1),
      spoken as (
        select "openedAt", "authorId" from "Relay"
        where "requestId" = ${requestId}::uuid and direction = 'to_client' and kind = 'message' and status <> 'withdrawn' and "answersId" is null
        order by "openedAt" desc limit 1),
      decided as (
        select "decidedAt" from "Relay" where "requestId" = ${requestId}::uuid and "decidedAt" is not null
        order by "decidedAt" desc limit 1),
      answered as (
        select i.at, i."chainSeq" from "Interaction" i join "Relay" r on r.id = i."relayId"
        where i."requestId" = ${requestId}::uuid and i.kind = 'delivery' and r.kind = 'message'
        order by i.at desc limit 1),
      asked as (
        select r.id, p.at from "Relay" r
        join "RelayPart" p on p."relayId" = r.id join "Interaction" i on i.id = p."interactionId"
        where r."requestId" = ${requestId}::uuid and r.direction = 'to_team' and r.kind = 'message'
          and r.status not in ('rejected', 'withdrawn', 'expired') and p."withdrawnAt" is null
          and r."openedAt" >= coalesce((select at from answered) - interval '1 day', '-infinity')
          and i."chainSeq" > coalesce((select "chainSeq" from answered), 0)
        order by i."chainSeq" limit 1)
    select handed.id "handedRelay", handed."decidedAt" "handedAt", spoken."openedAt" "spokenAt", spoken."authorId" "spokenBy",
      decided."decidedAt" "decidedAt", answered.at "answeredAt", asked.id "askedRelay", asked.at "askedAt"
    from (select 1) one left join handed on true left join spoken on true left join decided on true
      left join answered on true left join asked on true`
  if (!row) throw new Error(`request ${requestId} is gone`)
  return row
}
