import type { Calls } from '../../core/clients.ts'
import type { RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, clientsOf, isLead, localeOfStaff, staffByUser } from '../../people/staff.ts'
import { ANYBODY, stateOf } from '../../score/store/fold.ts'
import { readingOf } from '../../score/store/readings.ts'
import { whyFor } from '../alerts/view.ts'
import { standingOf } from './standing.ts'

const SHOWN = 10
/** More than anybody calls in a day; the oldest of them. */
const MOST_ALERTS = 200

/**
 * The clients with an open alert: of a manager those they answer for, of whoever leads their own and those that came up to
 * them. By attention, so that the first is the first to call. Reads only.
 */
export async function callsFor(tx: Tx, by: RemoteUser, now: Date): Promise<Calls | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff || staff.role === 'specialist') return undefined
  const agency = await agencyOf(tx)
  const alerts = await tx.scoreAlert.findMany({
    where: { state: 'open', OR: [{ client: ownOf(staff) }, ...cameUpTo(staff)] },
    orderBy: { openedAt: 'asc' },
    take: MOST_ALERTS,
    include: { client: { include: { scores: { where: { managerId: ANYBODY } } } } },
  })
  const firsts = [...new Map(alerts.toReversed().map((alert) => [alert.clientId, alert])).values()]
  const clients = firsts.map((alert) => {
    const { id, name, scores, ...client } = alert.client
    const [kept] = scores
    const standing = standingOf(kept ? readingOf(stateOf(kept), client, agency, now) : null)
    const others = alerts.filter(({ clientId }) => clientId === id).length - 1
    return { id, name, standing, why: whyFor(alert, staff), others }
  })
  clients.sort((a, b) => (b.standing?.attention ?? 0) - (a.standing?.attention ?? 0) || a.name.localeCompare(b.name))
  return {
    locale: localeOfStaff(staff, agency),
    clients: clients.slice(0, SHOWN),
    more: Math.max(0, clients.length - SHOWN),
  }
}

/** To a contractor nothing comes up: a client that was theirs once is none of theirs (`maySeeAlert`). */
function cameUpTo({ id, employment }: Colleague) {
  return employment === 'in_house' ? [{ toldTo: { has: id } }] : []
}

/** Whoever leads may see all; what they are to do are their own. */
function ownOf(staff: Colleague) {
  return isLead(staff) ? { active: true, OR: [{ managerId: staff.id }, { deputyId: staff.id }] } : clientsOf(staff)
}
