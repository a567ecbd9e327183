import type { Verdict } from '../../core/flow.ts'
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { recordActivity } from '../../relay/activity.ts'
import { isOpen } from '../../relay/transitions.ts'
import { type Case, cardFor, openCase } from '../decide/case.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'

/**
 * What would be approved by itself waits for a person from now on, for good: also when its words change and the rules would
 * let it through again. Stopping twice, or what was not going to leave, changes nothing and is no mistake.
 */
export async function stopApproval(
  tx: Tx,
  choice: { readonly relay: RelayId; readonly by: RemoteUser },
  options: ShowOptions,
  now: Date,
): Promise<Verdict> {
  const opened = await openCase(tx, choice.relay, choice.by, now)
  if (opened.kind !== 'case') return opened
  const { relay } = opened.case
  if (!isOpen(relay.status)) return { kind: 'already', card: await cardFor(tx, opened.case) }
  if (relay.stoppedAt === null) {
    await stop(tx, opened.case)
    await showRelay(tx, relay.id, options, now)
  }
  return { kind: 'done', card: await cardFor(tx, opened.case) }
}

/**
 * Whoever takes a relay into their own hands (holds it, plans it, hands it over, asks its author, cuts it up, takes back its decision) says by
 * that, too, that it must not leave by itself. It is told of only where it would have; twice changes nothing.
 */
export async function takeInHand(tx: Tx, it: Case): Promise<void> {
  if (it.relay.stoppedAt !== null) return
  if (it.relay.autoAt !== null) return stop(tx, it)
  await tx.relay.update({ where: { id: it.relay.id }, data: { stoppedAt: it.now, stoppedById: it.staff.id } })
}

/** Not twice. */
async function stop(tx: Tx, { relay, client, staff, now: at }: Case): Promise<void> {
  await tx.relay.update({ where: { id: relay.id }, data: { autoAt: null, stoppedAt: at, stoppedById: staff.id } })
  const note = relay.ruleKey ?? undefined
  await recordActivity(tx, { relayId: relay.id, clientId: client.id, kind: 'stopped', staffId: staff.id, note, at })
}
