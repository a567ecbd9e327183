import { after, MINUTE } from '../../core/clock.ts'
import type { RemoteConversation, RemoteIds, RemoteThread, RemoteUser } from '../../core/ids.ts'
import type { AboutClock } from '../../core/notice.ts'
import type { SlaStep } from '../../core/sla.ts'
import type { Tx } from '../../db/client.ts'
import type { Agency, Prisma, SlaNotice, Staff } from '../../generated/prisma/client.ts'
import { enqueueStaffNotice, enqueueUpdate } from '../../outbox/items.ts'
import { deciders, localeOfStaff } from '../../people/staff.ts'
import { type ClockInPlace, teamOf } from './recipients.ts'

/** What one person is told within so long is one message: it grows, and pings once. */
const TOGETHER_MS = 5 * MINUTE
/** As many lines as anybody reads. */
const MOST_LINES = 15

export type Told = {
  readonly clock: ClockInPlace
  readonly step: Exclude<SlaStep, 'none'>
  readonly agency: Agency
  readonly team: RemoteIds
  readonly now: Date
}

/** Writes down that a person is told of a step; `slot`: the message in which, null: the digest tells it. Once, whoever asks again. */
export async function noteTold(tx: Tx, staff: Staff, slot: string | null, { clock, step, now }: Told): Promise<void> {
  await tx.slaNotice.createMany({
    skipDuplicates: true,
    data: [{ clockId: clock.id, step, staffId: staff.id, at: now, slot }],
  })
}

/** Into a person's direct messages, together with what they were told a moment ago. */
export async function tellPerson(tx: Tx, staff: Staff, told: Told): Promise<void> {
  const { team, now } = told
  const slot = await slotFor(tx, staff, now)
  await noteTold(tx, staff, slot, told)
  const notices = await tx.slaNotice.findMany({
    where: { slot, clock: { state: 'running' } },
    include: { clock: { include: { ...withNames } } },
    orderBy: [{ at: 'asc' }, { clockId: 'asc' }],
    // A clock may be told of four steps.
    take: 4 * MOST_LINES,
  })
  const total = await tx.slaClock.count({ where: { state: 'running', notices: { some: { slot } } } })
  const clocks: AboutClock[] = []
  for (const { clock, step } of lastOfEach(notices).slice(0, MOST_LINES))
    clocks.push(await aboutClock(tx, clock, step, staff, team))
  const locale = localeOfStaff(staff, told.agency)
  await enqueueUpdate(tx, 'manager', {
    to: { platform: team.platform, conversation: directTo(staff, team) },
    notice: { template: 'sla', locale, clocks, more: total - clocks.length },
    slot,
    now,
  })
}

async function slotFor(tx: Tx, staff: Staff, now: Date): Promise<string> {
  const last = await tx.slaNotice.findFirst({
    where: { staffId: staff.id, at: { gt: after(now, -TOGETHER_MS) }, slot: { startsWith: 'sla:' } },
    orderBy: { at: 'desc' },
  })
  return last?.slot ?? `sla:${staff.id}:${now.getTime()}`
}

/** A clock that was warned of and is late by now is one line. */
function lastOfEach<N extends SlaNotice>(notices: readonly N[]): N[] {
  return [...new Map(notices.map((notice) => [notice.clockId, notice])).values()]
}

export function directTo(staff: Pick<Staff, 'remoteUser'>, team: RemoteIds): RemoteConversation {
  return team.direct(staff.remoteUser as RemoteUser)
}

export const withNames = { client: true, relay: true, staff: true } satisfies Prisma.SlaClockInclude
type Named = Prisma.SlaClockGetPayload<{ include: typeof withNames }>

/** A clock as a line tells of it to this reader. */
export async function aboutClock(
  tx: Tx,
  clock: Named,
  step: SlaStep,
  reader: Staff,
  team: RemoteIds,
): Promise<AboutClock> {
  const who =
    clock.staff ??
    (clock.kind === 'specialist'
      ? undefined
      : (await deciders(tx, { ...clock.client, assigneeId: clock.relay.assigneeId }))[0])
  return {
    number: clock.relay.number,
    client: clock.client.name,
    card: await cardBefore(tx, clock.relayId, reader, team),
    kind: clock.kind,
    step,
    who: who?.name ?? '',
    since: clock.startedAt.toISOString(),
    due: clock.dueAt.toISOString(),
  }
}

/** The message of a relay's card before somebody. */
export async function cardBefore(tx: Tx, relayId: string, reader: Staff, team: RemoteIds): Promise<string | undefined> {
  const slot = `card:${relayId}:${directTo(reader, team)}`
  return (await tx.remoteMessage.findUnique({ where: { slot } }))?.message
}

/** Into the thread of the team, by name. False: there is no thread, or nobody in it. */
export async function askTeam(tx: Tx, { clock, step, agency, team, now }: Told): Promise<boolean> {
  const { request } = clock
  const people = teamOf(clock)
  const conversation = request.project?.teamConversation
  if (people.length === 0 || request.teamThread === null || !conversation) return false
  const [only] = people
  await enqueueStaffNotice(tx, 'team', {
    to: {
      platform: team.platform,
      conversation: conversation as RemoteConversation,
      thread: request.teamThread as RemoteThread,
    },
    notice: {
      template: 'chased',
      locale: people.length === 1 && only ? localeOfStaff(only, agency) : agency.locale,
      users: people.map(({ remoteUser }) => remoteUser ?? ''),
      since: clock.startedAt.toISOString(),
      due: clock.dueAt.toISOString(),
      late: step !== 'warned',
    },
    key: `chased:${clock.id}:${step}`,
    requestId: request.id,
    relayId: clock.relayId,
    now,
  })
  return true
}
