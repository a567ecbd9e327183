import { richTextSchema } from '../../../core/rich-text.ts'
import type { Tx } from '../../../db/client.ts'
import { enqueueFinal } from '../../../outbox/items.ts'
import { recordActivity } from '../../../relay/activity.ts'
import { dropWaiting } from '../../../relay/correct.ts'
import { addVersion, lockRelay } from '../../../relay/relays.ts'
import { arrivedBy } from '../../show/marks/arrived.ts'
import { showRelay } from '../../show/show.ts'
import { type Act, type Case, type DecideOptions, note, type Objection } from '../case.ts'
import { clientSide } from '../send.ts'

/**
 * The manager takes back what has arrived: a removal of their own, opened and approved in one. Where the platform does not let
 * it go any more the client is told in words (see delivery: `follow`), and the dialogue has said so before.
 */
export async function recall(
  tx: Tx,
  it: Case,
  _act: Extract<Act, { kind: 'recall' }>,
  options: DecideOptions,
): Promise<Objection> {
  const arrived = await arrivedBy(tx, it.relay)
  if (!arrived) return 'not_delivered'
  if (arrived.isRecalled) return 'already_recalled'
  const { client, request, staff, now } = it
  const root = await lockRelay(tx, arrived.root.id)
  const dropped = root && (await dropWaiting(tx, root, now))
  if (dropped !== undefined) await showRelay(tx, dropped, options, now)
  const removal = await tx.relay.create({
    data: {
      kind: 'removal',
      correctsId: arrived.root.id,
      direction: 'to_client',
      status: 'approved',
      clientId: client.id,
      requestId: request.id,
      authorId: staff.id,
      answersId: it.relay.id,
      openedAt: now,
      gatherUntil: now,
      decidedAt: now,
      decidedById: staff.id,
    },
  })
  const standing = await tx.relayVersion.findUniqueOrThrow({ where: { id: arrived.item.versionId ?? '' } })
  const version = {
    relayId: removal.id,
    revision: 1,
    body: richTextSchema.parse(standing.body),
    staffId: staff.id,
    at: now,
  }
  await addVersion(tx, { ...version, kind: 'original' })
  const final = await addVersion(tx, { ...version, kind: 'final' })
  const entry = { relayId: removal.id, clientId: client.id, staffId: staff.id, at: now }
  await recordActivity(tx, { ...entry, kind: 'opened' })
  await recordActivity(tx, { ...entry, kind: 'approved', versionId: final.id })
  await note(tx, it, 'recalled')
  await enqueueFinal(tx, {
    audience: 'client',
    to: clientSide(request),
    relayId: removal.id,
    version: final,
    requestId: request.id,
    op: 'remove',
    now,
  })
  return undefined
}
