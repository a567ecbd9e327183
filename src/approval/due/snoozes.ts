import type { Locale, RemoteConversation, RemoteUser } from '../../core/ids.ts'
import { preview } from '../../core/rich-text.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import { enqueueStaffNotice } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Answered, deciders, localeOfStaff } from '../../people/staff.ts'
import { recordActivity } from '../../relay/activity.ts'
import { bodyOf } from '../../relay/body.ts'
import { lockRelay, type RelayWithParts } from '../../relay/relays.ts'
import { isOpen } from '../../relay/transitions.ts'
import { bodyFor, type Reader, readerOfChannel } from '../show/for-reader.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'

/** As many at once; the next sweep goes on. */
const AT_ONCE = 50

/** What was held comes back when its time is over: into the queue, onto its card, and its managers hear of it once. Returns how many. */
export async function endSnoozes(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.relay.findMany({
      where: { id: { notIn: [...resting] }, snoozedUntil: { lte: now } },
      orderBy: { snoozedUntil: 'asc' },
      take: AT_ONCE,
      select: { id: true },
    })
  return sweepEach(database, { name: 'snoozes', now }, due, ({ id }) =>
    transaction(database, (tx) => endSnooze(tx, id, options, now)),
  )
}

async function endSnooze(tx: Tx, id: string, options: ShowOptions, now: Date): Promise<boolean> {
  const relay = await lockRelay(tx, id)
  if (!relay || relay.snoozedUntil === null || relay.snoozedUntil > now) return false
  await tx.relay.update({ where: { id }, data: { snoozedUntil: null } })
  if (!isOpen(relay.status)) return true
  await recordActivity(tx, { relayId: id, clientId: relay.clientId, kind: 'snooze_over', at: now })
  await showRelay(tx, id, options, now)
  await tellManagers(tx, relay, relay.snoozedUntil, options, now)
  return true
}

async function tellManagers(
  tx: Tx,
  relay: RelayWithParts,
  until: Date,
  options: ShowOptions,
  now: Date,
): Promise<void> {
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  const places = await placesOf(tx, { ...client, assigneeId: relay.assigneeId }, options)
  for (const { conversation, locale, reader } of places) {
    await enqueueStaffNotice(tx, 'manager', {
      to: { platform: options.team.platform, conversation },
      notice: {
        template: 'snooze_over',
        locale,
        number: relay.number,
        client: client.name,
        words: preview(bodyFor(bodyOf(relay), reader), 120),
      },
      key: `snooze_over:${relay.id}:${until.getTime()}:${conversation}`,
      relayId: relay.id,
      now,
    })
  }
}

type Place = {
  readonly conversation: RemoteConversation
  readonly locale: Locale
  /** Absent: everybody may see everything there. */
  readonly reader?: Reader
}

async function placesOf(tx: Tx, of: Answered, options: ShowOptions): Promise<Place[]> {
  const agency = await agencyOf(tx)
  if (options.queueConversation !== undefined) {
    const reader = await readerOfChannel(tx)
    return [
      { conversation: options.queueConversation, locale: agency.locale, ...(reader === undefined ? {} : { reader }) },
    ]
  }
  const people = await deciders(tx, of)
  return people.flatMap((staff) =>
    staff.remoteUser === null
      ? []
      : [
          {
            conversation: options.team.direct(staff.remoteUser as RemoteUser),
            locale: localeOfStaff(staff, agency),
            reader: staff,
          },
        ],
  )
}
