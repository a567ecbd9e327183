/** What stood already when it was first looked at, in one message for each person: a line for each client. */
import type { AlertKind, GatheredAlerts } from '../../core/alerts.ts'
import { after, DAY } from '../../core/clock.ts'
import type { Tx } from '../../db/client.ts'
import { type Colleague, staffByIds } from '../../people/staff.ts'
import { type AlertOfClient, cameUpTo, maySeeAlert, whyFor, withClient } from './view.ts'

/** As many lines as one message of the team's platform takes. */
const SHOWN = 30
/** More than anybody answers for; the oldest of them. */
const MOST = 1_000

/** Which list of a person's an alert stands in: one for each day on which some were found, and another for what came up. */
export type List = { readonly day: string; readonly cameUp: boolean }

export function listOf(alert: AlertOfClient, reader: Colleague): List {
  return { day: alert.openedAt.toISOString().slice(0, 10), cameUp: cameUpTo(alert, reader) }
}

export async function gatheredFor(tx: Tx, { day, cameUp }: List, readerId: string): Promise<GatheredAlerts> {
  const from = new Date(`${day}T00:00:00Z`)
  const [reader] = await staffByIds(tx, [readerId])
  const alerts = await tx.scoreAlert.findMany({
    where: { gathered: true, state: 'open', toldTo: { has: readerId }, openedAt: { gte: from, lt: after(from, DAY) } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    include: withClient,
  })
  const theirs = alerts.filter((alert) => reader && maySeeAlert(reader, alert) && cameUpTo(alert, reader) === cameUp)
  const clients = reader ? linesOf(theirs, reader) : []
  return { clients: clients.slice(0, SHOWN), more: Math.max(0, clients.length - SHOWN), cameUp }
}

const GRAVEST_FIRST: readonly AlertKind[] = ['complaint', 'alarm', 'breach', 'watch', 'cooling', 'single_threaded']

function linesOf(alerts: readonly AlertOfClient[], reader: Colleague): GatheredAlerts['clients'] {
  const inOrder = [...alerts].sort(
    (a, b) =>
      GRAVEST_FIRST.indexOf(a.kind) - GRAVEST_FIRST.indexOf(b.kind) || a.client.name.localeCompare(b.client.name),
  )
  const byClient = new Map<string, AlertOfClient[]>()
  for (const alert of inOrder) byClient.set(alert.clientId, [...(byClient.get(alert.clientId) ?? []), alert])
  return [...byClient.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { id, name, manager } = first.client
    return [{ id, name, manager: manager?.name ?? '', why: whyFor(first, reader), others: others.length }]
  })
}
