import { z } from 'zod'
import type { RemoteUser } from '../../../core/ids.ts'
import type { Tx } from '../../../db/client.ts'
import type { Relay } from '../../../generated/prisma/client.ts'
import { recordActivity } from '../../../relay/activity.ts'
import { type RelayWithParts, setStatus } from '../../../relay/relays.ts'
import { moveInto } from '../../../relay/split.ts'
import { isOpen } from '../../../relay/transitions.ts'
import { takeInHand } from '../../rules/stop.ts'
import { showRelay } from '../../show/show.ts'
import { type Act, type Case, type DecideOptions, NO_LONGER_WAITS, type Objection, openCase } from '../case.ts'

/** Two that wait become one: all goes on in the older, and both have to be looked at again as what they are now. */
export async function merge(
  tx: Tx,
  it: Case,
  act: Extract<Act, { kind: 'merge' }>,
  options: DecideOptions,
): Promise<Objection> {
  if (!z.uuid().safeParse(act.with).success) return 'not_offered'
  const opened = await openCase(tx, act.with, it.staff.remoteUser as RemoteUser, it.now)
  if (opened.kind !== 'case' || !mayMerge(it.relay, opened.case.relay)) return 'not_offered'
  const other = opened.case.relay
  const [older, newer] = it.relay.number < other.number ? [it.relay, other] : [other, it.relay]
  await moveInto(tx, older, newer, it.now)
  await takeInHand(tx, { ...it, relay: older })
  await setStatus(tx, newer, 'merged', { ...NO_LONGER_WAITS, decidedAt: it.now, decidedById: it.staff.id })
  await tell(tx, it, newer, `R-${older.number}`)
  await tell(tx, it, older, `R-${newer.number}`)
  await showRelay(tx, other.id, options, it.now)
  return undefined
}

async function tell(tx: Tx, { staff, now: at }: Case, relay: RelayWithParts, note: string): Promise<void> {
  const { id: relayId, clientId } = relay
  await recordActivity(tx, { relayId, clientId, kind: 'merged', staffId: staff.id, note, at })
}

/** The same person's, to the same side, in the same request, and both still wait. */
export function mayMerge(some: Relay, other: Relay): boolean {
  const same = (['requestId', 'direction', 'authorId', 'contactId'] as const).every((key) => some[key] === other[key])
  const ofMessages = some.kind === 'message' && other.kind === 'message'
  return some.id !== other.id && same && ofMessages && isOpen(some.status) && isOpen(other.status)
}
