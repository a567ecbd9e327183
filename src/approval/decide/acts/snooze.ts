import { instantOf, inWords, type When } from '../../../core/when.ts'
import type { Tx } from '../../../db/client.ts'
import { calendarOf } from '../../../people/calendar.ts'
import { takeInHand } from '../../rules/stop.ts'
import { type Act, type Case, note, type Objection } from '../case.ts'

/** Out of the queue until then; it comes back by itself, or when the client writes or its words change. */
export async function snooze(tx: Tx, it: Case, { when }: Extract<Act, { kind: 'snooze' }>): Promise<Objection> {
  const until = momentFor(it, when)
  if (!until) return 'not_future'
  await takeInHand(tx, it)
  await tx.relay.update({ where: { id: it.relay.id }, data: { snoozedUntil: until } })
  await note(tx, it, 'snoozed', { note: inWords(until, it.agency.timeZone) })
  return undefined
}

/** Back in the queue before its time. */
export async function wake(tx: Tx, it: Case): Promise<Objection> {
  if (it.relay.snoozedUntil === null) return undefined
  await tx.relay.update({ where: { id: it.relay.id }, data: { snoozedUntil: null } })
  await note(tx, it, 'snooze_over')
  return undefined
}

/** The instant that a manager of this agency means. Undefined: it has passed. */
export function momentFor({ agency, now }: Pick<Case, 'agency' | 'now'>, when: When): Date | undefined {
  return instantOf(when, now, { zone: agency.timeZone, calendar: calendarOf(agency) })
}
