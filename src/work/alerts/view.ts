import { lineFor } from '../../approval/show/for-reader.ts'
import { ALERT_ACTS, type AlertView, alertWhySchema } from '../../core/alerts.ts'
import { preview, richTextSchema } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { isLive } from '../../score/alerts/transitions.ts'
import { ANYBODY, stateOf } from '../../score/store/fold.ts'
import { readingOf } from '../../score/store/readings.ts'

export const withClient = {
  client: { include: { manager: true, scores: { where: { managerId: ANYBODY } } } },
  endedBy: true,
} satisfies Prisma.ScoreAlertInclude
export type AlertOfClient = Prisma.ScoreAlertGetPayload<{ include: typeof withClient }>

/** How much of what was said last is shown. */
const LAST = 3
const LAST_LENGTH = 200

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
    last: (await lastSaid(tx, client.id)).map((said) => ({ ...said, text: lineFor(said.text, reader) })),
    ...(alert.escalatedAt !== null && reader.id !== client.managerId
      ? { escalatedFrom: client.manager?.name ?? '' }
      : {}),
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

function whyFor(alert: AlertOfClient, reader: Staff): AlertView['why'] {
  const why = alertWhySchema.parse(alert.why)
  return why.kind === 'complaint' ? { ...why, text: lineFor(why.text, reader) } : why
}

/** On whatever channel; oldest first. */
async function lastSaid(tx: Tx, clientId: string): Promise<AlertView['last']> {
  const rows = await tx.interaction.findMany({
    where: {
      clientId,
      channel: { not: 'team' },
      kind: { in: ['message', 'delivery', 'contact'] },
      replacedBy: { none: { kind: 'removal' } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LAST,
    include: { contact: true, staff: true },
  })
  return rows.reverse().map((row) => ({
    side: row.direction === 'in' ? ('client' as const) : ('agency' as const),
    who: (row.direction === 'in' ? row.contact : row.staff)?.name ?? '',
    at: row.at.toISOString(),
    text: preview(richTextSchema.parse(row.body), LAST_LENGTH),
  }))
}
