import { after, HOUR, SECOND } from '../../core/clock.ts'
import type { Tx } from '../../db/client.ts'
import type { ActivityKind, Agency, Client, Relay, RelayActivity } from '../../generated/prisma/client.ts'
import { deciders } from '../../people/staff.ts'
import type { Facts } from './turn.ts'

type Lasts = {
  handedRelay: string | null
  handedAt: Date | null
  spokenAt: Date | null
  spokenBy: string | null
  decidedAt: Date | null
  answeredAt: Date | null
  answeredSeq: number | null
}

/** What takes a relay that waits out of the hands of whoever decides, and what brings it back. */
const PUT_OFF = ['snoozed', 'snooze_over', 'asked', 'author_agreed', 'author_disagreed', 'unscheduled'] as const
/** Of these, those by which it is put off: what ended that is told by whatever was done next. */
const BEGINS: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['snoozed', 'asked'])

/** What stands in a request now. Each look goes along an index to one row, however long the request is. Reads only. */
export async function factsOf(tx: Tx, requestId: string, agency: Agency): Promise<Facts> {
  const request = await tx.request.findUniqueOrThrow({
    where: { id: requestId },
    include: {
      client: true,
      project: { include: { specialists: { select: { staffId: true } } } },
      relays: {
        where: { status: { in: ['gathering', 'waiting', 'returned'] } },
        select: {
          id: true,
          status: true,
          direction: true,
          openedAt: true,
          authorId: true,
          assigneeId: true,
          snoozedUntil: true,
          askedAt: true,
          activities: { where: { kind: { in: [...PUT_OFF] } }, orderBy: { chainSeq: 'desc' }, take: 1 },
        },
        orderBy: { openedAt: 'asc' },
      },
    },
  })
  const row = await lastsOf(tx, requestId)
  const team = request.project?.specialists ?? []
  const isBack = (relay: (typeof request.relays)[number]) => relay.status === 'returned'
  // What somebody has put off waits for nobody, and what its author is asked of waits for them.
  const waiting = request.relays.filter((relay) => !isBack(relay) && relay.snoozedUntil === null)
  const deciderOf = await decidersOf(tx, request.client, waiting)
  const open: Facts['open'][number][] = []
  for (const { id, openedAt, assigneeId, askedAt, activities } of waiting) {
    if (askedAt !== null) continue
    const back = await backAt(tx, activities[0])
    open.push({ relay: id, since: back && back > openedAt ? back : openedAt, decider: deciderOf(assigneeId) })
  }
  return {
    open,
    asked: waiting.flatMap(({ id, authorId, askedAt }) =>
      askedAt === null ? [] : [{ relay: id, author: authorId, since: askedAt }],
    ),
    returned: request.relays
      .filter((relay) => isBack(relay) && relay.direction === 'to_client')
      .map(({ id, authorId }) => ({ relay: id, author: authorId })),
    handedOver:
      row.handedRelay === null || row.handedAt === null ? undefined : { relay: row.handedRelay, at: row.handedAt },
    spokenAt: row.spokenAt ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    specialist: team.length === 1 ? team[0]?.staffId : (row.spokenBy ?? undefined),
    answeredAt: row.answeredAt ?? undefined,
    unanswered: await unansweredOf(tx, requestId, row, agency),
  }
}

/** Whose turn it was not waits from when it is theirs again. `last`: what put a relay that is not put off now off, or brought it back. */
async function backAt(tx: Tx, last: RelayActivity | undefined): Promise<Date | undefined> {
  if (!last || !BEGINS.has(last.kind)) return last?.at
  const next = await tx.relayActivity.findFirst({
    where: { relayId: last.relayId, chainSeq: { gt: last.chainSeq } },
    orderBy: { chainSeq: 'asc' },
    select: { at: true },
  })
  return next?.at ?? last.at
}

/** Who decides, when it is one person, by whom it was handed to. */
async function decidersOf(
  tx: Tx,
  client: Client,
  relays: readonly Pick<Relay, 'assigneeId'>[],
): Promise<(assigneeId: string | null) => string | undefined> {
  const found = new Map<string | null, string | undefined>()
  for (const assigneeId of new Set(relays.map((relay) => relay.assigneeId))) {
    const people = await deciders(tx, { ...client, assigneeId })
    found.set(assigneeId, people.length === 1 ? people[0]?.id : undefined)
  }
  return (assigneeId) => found.get(assigneeId)
}

async function lastsOf(tx: Tx, requestId: string): Promise<Lasts> {
  const [row] = await tx.$queryRaw<Lasts[]>`
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
        order by i.at desc limit 1)
    select handed.id "handedRelay", handed."decidedAt" "handedAt", spoken."openedAt" "spokenAt", spoken."authorId" "spokenBy",
      decided."decidedAt" "decidedAt", answered.at "answeredAt", answered."chainSeq" "answeredSeq"
    from (select 1) one left join handed on true left join spoken on true left join decided on true left join answered on true`
  if (!row) throw new Error(`request ${requestId} is gone`)
  return row
}

/** A relay takes in what its author says for no longer than this after it was opened, but for parts of an album. */
const GROWS_FOR_MS = 2 * HOUR

/** By its own query, because what it looks through is little only when it is known since when. */
async function unansweredOf(
  tx: Tx,
  requestId: string,
  { answeredAt, answeredSeq }: Lasts,
  agency: Pick<Agency, 'burstMaxSeconds'>,
): Promise<Facts['unanswered']> {
  const since = answeredAt ? after(answeredAt, -agency.burstMaxSeconds * SECOND - GROWS_FOR_MS) : new Date(0)
  const [row] = await tx.$queryRaw<{ id: string; at: Date }[]>`
    select r.id, p.at from "Relay" r
    join "RelayPart" p on p."relayId" = r.id join "Interaction" i on i.id = p."interactionId"
    where r."requestId" = ${requestId}::uuid and r."openedAt" >= ${since}
      and r.direction = 'to_team' and r.kind = 'message' and r.status not in ('rejected', 'withdrawn', 'expired', 'merged')
      and p."withdrawnAt" is null and i."chainSeq" > ${answeredSeq ?? 0}
    order by i."chainSeq" limit 1`
  return row && { relay: row.id, since: row.at }
}
