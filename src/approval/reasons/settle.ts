/** A complaint is settled by something said or done later: an answer that arrived, a call, the client's own word. */
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Reason } from '../../core/interaction.ts'
import type { ReasonVerdict, SettleForm } from '../../core/reasons.ts'
import { plain } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { resolve } from '../../interactions/reasons/complaints.ts'
import { correctReason, parentsOfReasons } from '../../interactions/reasons/correct.ts'
import { askAnew } from '../rules/ruling.ts'
import { cutFor, type Reader } from '../show/for-reader.ts'
import type { ShowOptions } from '../show/show.ts'
import { lookFor } from '../show/views.ts'
import { messagesOf } from './about.ts'
import { lookLocked, showAll } from './correct.ts'

type Asked = { readonly relay: RelayId; readonly note?: string | undefined; readonly by: RemoteUser }

/** What the dialogue shows. Reads only. */
export async function settleForm(tx: Tx, relay: RelayId, by: RemoteUser): Promise<SettleForm> {
  const looked = await lookFor(tx, relay, by)
  if (looked.kind !== 'open') return looked
  const { card, reader } = looked
  const [complaint] = await openIn(tx, relay)
  if (!complaint) return { kind: 'refused', locale: card.locale, why: 'no_complaint' }
  const [last] = await settlersOf(tx, complaint)
  if (!last) return { kind: 'refused', locale: card.locale, why: 'nothing_since' }
  return {
    kind: 'open',
    locale: card.locale,
    relay,
    complaint: lineOf(complaint.interaction, reader),
    settledBy: lineOf(last, reader),
  }
}

/** Every open complaint of a relay, each by something of its own as far as there is enough: so that each counts. */
export async function settle(
  tx: Tx,
  { relay: id, note, by }: Asked,
  options: ShowOptions,
  now: Date,
): Promise<ReasonVerdict> {
  const looked = await lookLocked(tx, id, by)
  if (looked.kind !== 'open') return looked
  const { card, reader } = looked
  const complaints = await openIn(tx, id)
  const [last] = complaints
  if (!last) return { kind: 'refused', locale: card.locale, why: 'no_complaint' }
  const settlers = await settlersOf(tx, last)
  const [first] = settlers
  if (!first) return { kind: 'refused', locale: card.locale, why: 'nothing_since' }
  const how = { staffId: reader.id, at: now, note: note?.trim() === '' ? undefined : note?.trim() }
  const messages = await messagesOf(tx, id)
  const parents = await parentsOfReasons(tx)
  const weighs = (complaint: string) =>
    messages.some((one) => one.complaint === complaint && parents.get(one.counted ?? '') === 'complaint')
  for (const [i, complaint] of complaints.entries()) {
    const interaction = settlers[i]
    // What weighs nothing in the score takes nothing off it: a case of changed words, and what would be settled twice over.
    if (interaction === undefined || !weighs(complaint.id)) await resolve(tx, complaint.id, first.id, how)
    else await correctReason(tx, { interaction, reason: 'complaint_resolved', complaintId: complaint.id, ...how })
  }
  const relay = await tx.relay.findUniqueOrThrow({ where: { id } })
  await askAnew(tx, relay.requestId)
  await showAll(tx, relay, [...messages, ...settlers], options, now)
  return { kind: 'done', card }
}

const withPeople = { contact: true, staff: true, client: true } as const

/** The newest first. */
async function openIn(tx: Tx, relayId: string) {
  const ids = (await messagesOf(tx, relayId)).flatMap(({ complaint }) => complaint ?? [])
  return tx.complaint.findMany({
    where: { id: { in: ids }, state: 'open' },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    include: { interaction: { include: withPeople } },
  })
}

/** Reasons that wait for an answer: what carries one settles nothing, and must not lose it. */
const UNSETTLING: ReadonlySet<Reason> = new Set(['question', 'request', 'brief', 'complaint', 'complaint_resolved'])
const MOST = 50

/** What was said or done since, the newest first: what reached the client, calls and letters, and their own word. */
async function settlersOf(tx: Tx, { clientId, openedAt }: { readonly clientId: string; readonly openedAt: Date }) {
  const parents = await parentsOfReasons(tx)
  const later = await tx.interaction.findMany({
    where: {
      clientId,
      at: { gt: openedAt },
      channel: { not: 'team' },
      kind: { in: ['message', 'delivery', 'contact'] },
      missed: false,
      replacedBy: { none: { kind: 'removal' } },
      resolves: { none: { state: 'resolved' } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
    include: { ...withPeople, corrections: { orderBy: { chainSeq: 'desc' }, take: 1 } },
  })
  return later.filter(({ direction, corrections, reason }) => {
    const key = corrections[0]?.reason ?? reason
    return direction === 'out' || key === null || !UNSETTLING.has(parents.get(key) ?? 'other')
  })
}

type Line = {
  readonly at: Date
  readonly text: string
  readonly contact: { readonly name: string } | null
  readonly staff: { readonly name: string } | null
  readonly client: { readonly name: string }
}
const LENGTH = 200

function lineOf({ at, text, contact, staff, client }: Line, reader: Reader) {
  const who = contact?.name ?? staff?.name ?? client.name
  return { who, at: at.toISOString(), text: cutFor(plain(text), LENGTH, reader) }
}
