import type { Choices } from '../../../core/flow.ts'
import type { RelayId, RemoteUser } from '../../../core/ids.ts'
import { join, preview, type RichText, richTextSchema } from '../../../core/rich-text.ts'
import { choicesAhead, SNOOZE_CHOICES } from '../../../core/when.ts'
import type { Tx } from '../../../db/client.ts'
import type { Relay } from '../../../generated/prisma/client.ts'
import { agencyOf } from '../../../people/agency.ts'
import { calendarOf } from '../../../people/calendar.ts'
import { mayDecide } from '../../../people/staff.ts'
import { bodyOf } from '../../../relay/body.ts'
import { groupsOf } from '../../../relay/split.ts'
import { isOpen } from '../../../relay/transitions.ts'
import type { DecideOptions } from '../../decide/case.ts'
import { bodyFor } from '../for-reader.ts'
import { lookFor } from '../views.ts'
import { arrivedBy } from './arrived.ts'
import { othersOf } from './marks.ts'

const LENGTH = 200

const nothing = { kind: 'open', parts: [], others: [], until: SNOOZE_CHOICES } as const

/** What a person can choose among to split, to merge or to recall. Reads only. */
export async function choicesFor(
  tx: Tx,
  relayId: RelayId,
  by: RemoteUser,
  { senders }: Pick<DecideOptions, 'senders'>,
  now: Date,
): Promise<Choices> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const relay = await tx.relay.findUniqueOrThrow({ where: { id: relayId }, include: { parts: true, request: true } })
  const { card, reader, client } = looked
  const decides = ({ assigneeId }: Pick<Relay, 'assigneeId'>) => mayDecide(reader, { ...client, assigneeId })
  const line = (body: RichText) => preview(bodyFor(body, reader), LENGTH)
  if (!decides(relay)) return { kind: 'forbidden', locale: card.locale }
  if (isOpen(relay.status)) {
    const parts = groupsOf(relay).map(([first, ...more]) => ({
      id: first?.id ?? '',
      at: (first?.at ?? relay.openedAt).toISOString(),
      text: line(join([first, ...more].map((part) => richTextSchema.parse(part?.body ?? [])))),
    }))
    const others = (await othersOf(tx, relay)).filter(decides).map((other) => ({
      relay: other.id as RelayId,
      number: other.number,
      text: line(bodyOf(other)),
    }))
    const agency = await agencyOf(tx)
    const until = choicesAhead(SNOOZE_CHOICES, now, { zone: agency.timeZone, calendar: calendarOf(agency) })
    return { kind: 'open', card, parts, others, until }
  }
  const arrived = await arrivedBy(tx, relay)
  if (!arrived || arrived.isRecalled) return { ...nothing, card }
  const { removableMs = Number.POSITIVE_INFINITY } = senders[relay.request.platform]
  const age = now.getTime() - (arrived.item.settledAt ?? arrived.item.createdAt).getTime()
  return { ...nothing, card, recall: age < removableMs ? 'removes' : 'tells' }
}
