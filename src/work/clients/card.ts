import type { ClientCard, ClientFound } from '../../core/clients.ts'
import type { Locale, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { literally } from '../../db/literally.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, clientsOf, localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { explain } from '../../score/reading/explain.ts'
import type { Reading } from '../../score/reading/read.ts'
import { ANYBODY, stateOf } from '../../score/store/fold.ts'
import { readingOf } from '../../score/store/readings.ts'
import { whyFor } from '../alerts/view.ts'
import { lastSaid } from './last-said.ts'
import { standingOf } from './standing.ts'

const withAll = {
  manager: true,
  deputy: true,
  scores: { where: { managerId: ANYBODY } },
  snapshots: { orderBy: { day: 'desc' }, take: 30 },
  scoreAlerts: { where: { state: { in: ['open', 'snoozed'] } }, orderBy: { openedAt: 'asc' }, take: 10 },
} satisfies Prisma.ClientInclude
type Loaded = Prisma.ClientGetPayload<{ include: typeof withAll }>

/** Of a name that many have, and of what is there besides. */
const MOST_NAMES = 10
const LAST = 5
const MOST_OPEN = 5

/** The client of this key, else those whose name has this in it. Reads only. */
export async function findClient(tx: Tx, name: string, by: RemoteUser, now: Date): Promise<ClientFound> {
  const seen = await whoLooks(tx, by)
  if ('kind' in seen) return seen
  const { staff, locale } = seen
  const asked = name.trim()
  const theirs = clientsOf(staff)
  const byKey = asked === '' ? null : await tx.client.findFirst({ where: { ...theirs, key: asked }, include: withAll })
  if (byKey) return { kind: 'open', card: await cardFor(tx, byKey, staff, locale, now) }
  const found = await tx.client.findMany({
    where: { ...theirs, ...(asked === '' ? {} : { name: { contains: literally(asked), mode: 'insensitive' } }) },
    orderBy: { name: 'asc' },
    take: MOST_NAMES + 1,
    include: withAll,
  })
  const exact = found.filter((client) => client.name.toLowerCase() === asked.toLowerCase())
  const [only, ...others] = exact.length === 1 ? exact : found
  if (only && others.length === 0 && asked !== '')
    return { kind: 'open', card: await cardFor(tx, only, staff, locale, now) }
  const names = found.slice(0, MOST_NAMES).map((client) => client.name)
  if (only && asked !== '') return { kind: 'several', locale, names }
  return { kind: 'unknown', locale, names: asked === '' ? names : await someNames(tx, theirs) }
}

/** The client of this id, for whoever may see it. Reads only. */
export async function openClient(tx: Tx, id: string, by: RemoteUser, now: Date): Promise<ClientFound> {
  const seen = await whoLooks(tx, by)
  if ('kind' in seen) return seen
  const { staff, locale } = seen
  const client = await tx.client.findUnique({ where: { id }, include: withAll })
  if (!client || !mayDecide(staff, client)) return { kind: 'unknown', locale, names: [] }
  return { kind: 'open', card: await cardFor(tx, client, staff, locale, now) }
}

async function whoLooks(
  tx: Tx,
  by: RemoteUser,
): Promise<{ readonly staff: Colleague; readonly locale: Locale } | Extract<ClientFound, { kind: 'forbidden' }>> {
  const staff = await staffByUser(tx, by)
  const agency = await agencyOf(tx)
  if (!staff || staff.role === 'specialist') {
    return { kind: 'forbidden', locale: staff ? localeOfStaff(staff, agency) : agency.locale }
  }
  return { staff, locale: localeOfStaff(staff, agency) }
}

async function someNames(tx: Tx, theirs: Prisma.ClientWhereInput): Promise<string[]> {
  const some = await tx.client.findMany({ where: theirs, orderBy: { name: 'asc' }, take: MOST_NAMES })
  return some.map(({ name }) => name)
}

async function cardFor(tx: Tx, client: Loaded, staff: Colleague, locale: Locale, now: Date): Promise<ClientCard> {
  const { id: clientId, scores, snapshots, scoreAlerts } = client
  const [kept] = scores
  const reading = kept ? readingOf(stateOf(kept), client, await agencyOf(tx), now) : null
  const owed = {
    clientId,
    state: 'running',
    kind: { in: ['first_answer', 'next_answer'] },
  } satisfies Prisma.SlaClockWhereInput
  const open = await tx.slaClock.findMany({
    where: owed,
    orderBy: { startedAt: 'asc' },
    take: MOST_OPEN,
    include: { request: { include: { project: true } } },
  })
  return {
    locale,
    id: clientId,
    name: client.name,
    tier: client.tier,
    lead: client.stage === 'lead',
    manager: client.manager?.name,
    deputy: client.deputy?.name,
    standing: sentencesOf(reading, locale),
    course: snapshots.reverse().map(({ day, score }) => ({ day: day.toISOString().slice(0, 10), score })),
    alerts: scoreAlerts.map((alert) => ({ id: alert.id, why: whyFor(alert, staff) })),
    last: await lastSaid(tx, clientId, LAST, staff),
    open: open.map(({ request, startedAt, dueAt }) => ({
      project: request.project?.name,
      since: startedAt.toISOString(),
      due: dueAt.toISOString(),
    })),
    moreOpen: Math.max(0, (await tx.slaClock.count({ where: owed })) - open.length),
    waiting: await tx.relay.count({ where: { clientId, status: { in: ['gathering', 'waiting'] } } }),
  }
}

function sentencesOf(reading: Reading | null, locale: Locale): ClientCard['standing'] {
  const standing = standingOf(reading)
  if (!standing || !reading) return undefined
  const { components, notes } = explain(reading, locale)
  return { ...standing, sentences: [...components.map(({ sentence }) => sentence), ...notes] }
}
