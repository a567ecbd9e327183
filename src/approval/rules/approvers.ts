import type { RuleAction } from '../../core/rule.ts'
import type { Tx } from '../../db/client.ts'
import { type Client, Prisma, type Relay, type Staff } from '../../generated/prisma/client.ts'
import { type Colleague, leaders, mayDecide, staffByIds, standInsOf } from '../../people/staff.ts'
import { type Bench, isComplete, isVacant, type Seat, seatsOf, sittersOf, stillNeeded } from './quorum.ts'
import { proposedVersion, rulingOf } from './ruling.ts'

type Second = Extract<RuleAction, { act: 'second' }>
type ClientOf = Pick<Client, 'id' | 'managerId' | 'deputyId'>

/** Whose approval a rule asks for, and who gives it for those who are away. */
async function benchOf(tx: Tx, action: Second, client: ClientOf, relay: Relay): Promise<Bench<Staff>> {
  const asked = await groupOf(tx, action, client, relay)
  const standIns = await standInsOf(
    tx,
    asked.map(({ id }) => id),
    relay.clientId,
  )
  const proposer = (await proposedVersion(tx, relay))?.staffId ?? null
  const seats = seatsOf(
    asked.map((of) => ({ of, standIns: standIns.get(of.id) })),
    [relay.authorId, proposer],
  )
  return { seats, leads: seats.some(isVacant) ? await leaders(tx, relay.authorId) : [] }
}

/**
 * Who is asked by a rule for a second approval: never the author; whoever leads when there is nobody. Managers of other firms
 * see no other's clients, so as a group they are not asked.
 */
async function groupOf(tx: Tx, { of }: Second, client: ClientOf, relay: Pick<Relay, 'authorId'>): Promise<Staff[]> {
  const asked = await tx.staff.findMany({
    where: {
      active: true,
      OR: [
        { key: { in: [...of] } },
        ...(of.includes('leads') ? [{ role: { in: ['lead' as const, 'admin' as const] } }] : []),
        ...(of.includes('managers') ? [{ role: 'manager' as const, employment: 'in_house' as const }] : []),
        ...(of.includes('deputies') && client.deputyId !== null ? [{ id: client.deputyId }] : []),
      ],
    },
    orderBy: { key: 'asc' },
  })
  const others = asked.filter(({ id }) => id !== relay.authorId)
  return others.length > 0 ? others : leaders(tx, relay.authorId)
}

/** Leads and admins may approve what needs a lead; without any, whoever leads. */
export async function isLeading(tx: Tx, staff: Staff): Promise<boolean> {
  if (staff.role === 'lead' || staff.role === 'admin') return true
  return (await leaders(tx)).some(({ id }) => id === staff.id)
}

export async function endorsementsOf(tx: Tx, relay: Pick<Relay, 'id' | 'revision'>) {
  return tx.endorsement.findMany({
    where: { relayId: relay.id, revision: relay.revision },
    orderBy: { at: 'asc' },
    include: { staff: true },
  })
}

export type Lacking = {
  /** The approvals that are asked for and not given yet. */
  readonly seats: readonly Seat<Staff>[]
  /** Who gives them: those who are there, who stand in, or lead. */
  readonly people: readonly Staff[]
  readonly leads: readonly Staff[]
}

/** What an open relay still lacks by its rule, besides the decision of those who decide anyway. */
export async function lackingIn(tx: Tx, relay: Relay, client: ClientOf): Promise<Lacking> {
  const action = rulingOf(relay)?.do
  if (action?.act === 'lead') return { seats: [], people: await leaders(tx), leads: [] }
  if (action?.act !== 'second') return { seats: [], people: [], leads: [] }
  const bench = await benchOf(tx, action, client, relay)
  const given = (await endorsementsOf(tx, relay)).map(({ staffId }) => staffId)
  const seats = stillNeeded(bench, action.quorum, given)
  const people = new Map(seats.flatMap((seat) => sittersOf(seat, bench.leads)).map((person) => [person.id, person]))
  return { seats, people: [...people.values()], leads: bench.leads }
}

/** Whether this person is one of those whom a rule asks about this relay, although it is not their client. */
export async function isAsked(tx: Tx, relay: Relay, client: ClientOf, staff: Staff): Promise<boolean> {
  const action = rulingOf(relay)?.do
  if (action?.act !== 'second') return false
  const { seats, leads } = await benchOf(tx, action, client, relay)
  return seats.some((seat) => [seat.of, ...sittersOf(seat, leads)].some(({ id }) => id === staff.id))
}

/** Of what waits for second approvals so much is looked through, the oldest first. */
const MOST_ASKED = 200

/** The ids of what waits for the approval of this person, by a rule, besides what they decide. */
export async function askedOf(tx: Tx, staff: Colleague): Promise<readonly string[]> {
  // Any group may fall to whoever leads, and then to the managers of the house; who is asked is looked up for each.
  const mayLead = staff.role !== 'specialist' && staff.employment === 'in_house'
  const keys = [staff.key, 'deputies', ...staff.standsIn.flatMap((absence) => [absence.staff.key, 'leads', 'managers'])]
  const named = mayLead ? Prisma.sql`true` : Prisma.sql`ruling->'do'->'of' ?| ${keys}::text[]`
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from "Relay" where status in ('gathering', 'waiting') and "snoozedUntil" is null
      and ruling->'do'->>'act' = 'second' and ${named}
    order by "openedAt" limit ${MOST_ASKED}`
  const relays = await tx.relay.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { client: true },
  })
  const asked: string[] = []
  for (const relay of relays)
    if ((await lackingIn(tx, relay, relay.client)).people.some(({ id }) => id === staff.id)) asked.push(relay.id)
  return asked
}

/**
 * Whether these people together are enough: as many of those asked as the rule says, and among them somebody who may decide
 * about this client. However many others approve, nothing leaves that nobody who answers for the client has approved.
 */
export async function areEnough(
  tx: Tx,
  action: Second,
  relay: Relay,
  client: ClientOf,
  endorsers: readonly string[],
): Promise<boolean> {
  if (!isComplete(await benchOf(tx, action, client, relay), action.quorum, endorsers)) return false
  const people = await staffByIds(tx, endorsers)
  return people.some((staff) => mayDecide(staff, { ...client, assigneeId: relay.assigneeId }))
}
