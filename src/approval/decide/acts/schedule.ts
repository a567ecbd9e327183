import type { Tx } from '../../../db/client.ts'
import { unschedule } from '../../../relay/relays.ts'
import { takeInHand } from '../../rules/stop.ts'
import type { Act, Case, DecideOptions, Objection } from '../case.ts'
import { edit } from '../send.ts'
import { momentFor } from './snooze.ts'

/** Approved as it is or as the manager rewrote it, with all that an approval asks for, and kept until it shall leave. */
export async function schedule(
  tx: Tx,
  it: Case,
  { body, confirmed, when }: Extract<Act, { kind: 'schedule' }>,
  options: DecideOptions,
): Promise<Objection> {
  const sendAt = momentFor(it, when)
  if (!sendAt) return 'not_future'
  const words = { kind: 'edit', body, ...(confirmed === undefined ? {} : { confirmed }) } as const
  const objection = await edit(tx, { ...it, sendAt }, words, options)
  if (objection === undefined) await takeInHand(tx, it)
  return objection
}

/** It waits for a decision again. */
export async function cancelSchedule(tx: Tx, { relay, staff, now }: Case): Promise<Objection> {
  await unschedule(tx, relay, { by: 'manager', staffId: staff.id, at: now })
  return undefined
}
