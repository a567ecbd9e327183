import type { AsDelivered, History } from '../../core/flow.ts'
import type { RelayId, RemoteMessage, RemoteUser } from '../../core/ids.ts'
import { type RichText, richTextSchema } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Relay } from '../../generated/prisma/client.ts'
import { type Colleague, mayDecide, staffByUser } from '../../people/staff.ts'
import { relayOfMessage } from '../../relay/gather.ts'
import { wallOf } from '../../relay/mask/wall.ts'
import { cardOf } from './card.ts'
import { bodyFor, forReader, lineFor } from './for-reader.ts'
import { localeOfUser, lookFor } from './views.ts'

/** What was said, what became of it, who did that and when: kept for ever, one click away. Reads only. */
export async function historyFor(tx: Tx, relayId: RelayId, by: RemoteUser): Promise<History> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const { card } = looked
  const relay = await tx.relay.findUniqueOrThrow({
    where: { id: relayId },
    include: {
      versions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      activities: { orderBy: { chainSeq: 'asc' }, include: { staff: true } },
    },
  })
  const names = await namesOf(tx, relay.versions)
  return {
    kind: 'open',
    card,
    versions: relay.versions.map(({ kind, revision, staffId, at, body }) => ({
      kind,
      revision,
      by: names.get(staffId ?? '') ?? (kind === 'final' ? (card.decided?.rule ?? '') : card.author.name),
      at: at.toISOString(),
      body: bodyFor(richTextSchema.parse(body), looked.reader),
    })),
    acts: relay.activities.map(({ kind, staff, at, note }) => ({
      what: kind,
      by: staff?.name ?? '',
      at: at.toISOString(),
      note: note === null ? undefined : lineFor(note, looked.reader),
    })),
  }
}

async function namesOf(tx: Tx, versions: readonly { readonly staffId: string | null }[]): Promise<Map<string, string>> {
  const ids = versions.flatMap(({ staffId }) => staffId ?? [])
  const staff = await tx.staff.findMany({ where: { id: { in: ids } } })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

/**
 * What the client got of a message of the team's: for whoever said it, works on the project or decides about it. Keeps the
 * numbers under which a blind reader sees addresses, as everything does that is shown to one.
 */
export async function asDeliveredFor(tx: Tx, message: RemoteMessage, by: RemoteUser): Promise<AsDelivered> {
  const locale = await localeOfUser(tx, by)
  const relayId = await relayOfMessage(tx, message)
  const relay = relayId === undefined ? null : await tx.relay.findUnique({ where: { id: relayId } })
  const found = relay && (await cardOf(tx, relay.id, locale))
  const reader = await staffByUser(tx, by)
  if (!relay || !found || !reader || found.direction !== 'to_client') return { kind: 'not_here', locale }
  if (!(await mayRead(tx, relay, reader))) return { kind: 'not_here', locale }
  const card = forReader(found, reader)
  const final = card.decided?.final
  if (final === undefined || card.status === 'scheduled') return { kind: 'not_approved', locale, status: card.status }
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId } })
  const wall = await wallOf(tx, request)
  const readable = (body: RichText) => wall?.body(body) ?? body
  const shown = { said: readable(card.body), final: readable(final) }
  await wall?.keep()
  return { kind: 'approved', locale, ...shown, delivery: card.delivery }
}

async function mayRead(tx: Tx, relay: Relay, reader: Colleague): Promise<boolean> {
  if (relay.authorId === reader.id) return true
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  if (mayDecide(reader, { ...client, assigneeId: relay.assigneeId })) return true
  const own = { staffId: reader.id, project: { requests: { some: { id: relay.requestId } } } }
  return (await tx.specialist.count({ where: own })) > 0
}
