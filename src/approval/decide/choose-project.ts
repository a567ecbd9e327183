import type { Verdict } from '../../core/flow.ts'
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { recordActivity } from '../../relay/activity.ts'
import { isOpen } from '../../relay/transitions.ts'
import { askAnew } from '../rules/ruling.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { cardFor, openCase } from './case.ts'

/** The manager says to which project a client's request belongs, while nothing of it has gone to the team. */
export async function chooseProject(
  tx: Tx,
  choice: { readonly relay: RelayId; readonly project: string; readonly by: RemoteUser },
  options: ShowOptions,
  now: Date,
): Promise<Verdict> {
  const opened = await openCase(tx, choice.relay, choice.by, now)
  if (opened.kind !== 'case') return opened
  const { relay, client, request, staff } = opened.case
  if (!isOpen(relay.status)) return { kind: 'already', card: await cardFor(tx, opened.case) }
  const project = await tx.project.findUnique({ where: { clientId_key: { clientId: client.id, key: choice.project } } })
  if (!project?.active || request.teamThread !== null)
    return { kind: 'invalid', why: 'not_offered', card: await cardFor(tx, opened.case) }
  await tx.request.update({ where: { id: request.id }, data: { projectId: project.id } })
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: client.id,
    kind: 'project_chosen',
    staffId: staff.id,
    note: project.key,
    at: now,
  })
  await askAnew(tx, request.id)
  const open = await tx.relay.findMany({
    where: { requestId: request.id, status: { in: ['gathering', 'waiting'] } },
    select: { id: true },
  })
  for (const { id } of open) await showRelay(tx, id, options, now)
  return { kind: 'done', card: await cardFor(tx, opened.case) }
}
