import { lineFor, type Reader } from '../../approval/show/for-reader.ts'
import { ALERT_ACTS, type AlertView, alertWhySchema } from '../../core/alerts.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, mayDecide } from '../../people/staff.ts'
import { isLive } from '../../score/alerts/transitions.ts'
import { ANYBODY, stateOf } from '../../score/store/fold.ts'
import { readingOf } from '../../score/store/readings.ts'
import { lastSaid } from '../clients/last-said.ts'

export const withClient = {
  client: { include: { manager: true, scores: { where: { managerId: ANYBODY } } } },
  endedBy: true,
} satisfies Prisma.ScoreAlertInclude
export type AlertOfClient = Prisma.ScoreAlertGetPayload<{ include: typeof withClient }>

/** How much of what was said last is shown. */
const LAST = 3

/** An alert as this reader may see it. */
export async function viewOf(tx: Tx, alert: AlertOfClient, reader: Staff, now: Date): Promise<AlertView> {
  const { client, endedAt, endedBy, note, state, snoozedUntil } = alert
  const [kept] = client.scores
  const reading = kept ? readingOf(stateOf(kept), client, await agencyOf(tx), now) : null
  return {
    id: alert.id,
    client: { id: client.id, name: client.name },
    state,
    why: whyFor(alert, reader),
    score: reading && { value: reading.score, provisional: reading.status === 'provisional' },
    last: await lastSaid(tx, client.id, LAST, reader),
    ...(cameUpTo(alert, reader) ? { escalatedFrom: client.manager?.name ?? '' } : {}),
    ...(state === 'snoozed' && snoozedUntil ? { snoozedUntil: snoozedUntil.toISOString() } : {}),
    ...(endedAt
      ? {
          ended: {
            at: endedAt.toISOString(),
            by: endedBy?.name,
            note: note === null ? undefined : lineFor(note, reader),
          },
        }
      : {}),
    acts: isLive(state) ? [...ALERT_ACTS] : [],
  }
}

/**
 * Who was told of an alert is shown what becomes of it, with the newest words, as long as the client is theirs. It may have
 * come up to somebody of the house who does not answer for the client; never to a contractor.
 */
export function maySeeAlert(reader: Colleague, { client }: Pick<AlertOfClient, 'client'>): boolean {
  return mayDecide(reader, client) || (reader.employment === 'in_house' && reader.role !== 'specialist')
}

/** Whether this reader has it because its manager has done nothing. */
export function cameUpTo({ escalatedAt, client }: AlertOfClient, reader: Staff): boolean {
  return escalatedAt !== null && reader.id !== client.managerId
}

/** Why, as this reader may see it. */
export function whyFor(alert: Pick<AlertOfClient, 'why'>, reader: Reader): AlertView['why'] {
  const why = alertWhySchema.parse(alert.why)
  return why.kind === 'complaint' ? { ...why, text: lineFor(why.text, reader) } : why
}
