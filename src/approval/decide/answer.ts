import type { RichText } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { enqueueFinal } from '../../outbox/items.ts'
import { recordActivity } from '../../relay/activity.ts'
import { currentParts } from '../../relay/body.ts'
import { addVersion } from '../../relay/relays.ts'
import { objectionToOwn } from '../rules/gate.ts'
import { type Case, type DecideOptions, leavesAt, type Objection, objectionTo, settle } from './case.ts'
import { clientSide } from './send.ts'

/** The manager answers the client directly: their own words, approved by being theirs. */
export async function answer(tx: Tx, it: Case, body: RichText, options: DecideOptions): Promise<Objection> {
  const objection = objectionTo(body, it.request.platform, options)
  if (objection) return objection
  const held = await objectionToOwn(tx, it, body)
  if (held) return held
  await settle(tx, it, 'answered', 'answered')
  await sendAsManager(tx, it, body)
  return undefined
}

/** A relay of the manager's own words, approved in the same breath, as a reply to the client's message. */
export async function sendAsManager(tx: Tx, it: Case, body: RichText): Promise<void> {
  const { relay, client, request, staff, now } = it
  const own = await tx.relay.create({
    data: {
      direction: 'to_client',
      status: 'approved',
      clientId: client.id,
      requestId: request.id,
      authorId: staff.id,
      answersId: relay.id,
      openedAt: now,
      gatherUntil: now,
      decidedAt: now,
      decidedById: staff.id,
    },
  })
  await addVersion(tx, { relayId: own.id, kind: 'original', revision: 1, body, staffId: staff.id, at: now })
  const final = await addVersion(tx, { relayId: own.id, kind: 'final', revision: 1, body, staffId: staff.id, at: now })
  await recordActivity(tx, { relayId: own.id, clientId: client.id, kind: 'opened', staffId: staff.id, at: now })
  await recordActivity(tx, {
    relayId: own.id,
    clientId: client.id,
    kind: 'approved',
    staffId: staff.id,
    versionId: final.id,
    at: now,
  })
  await enqueueFinal(tx, {
    audience: 'client',
    to: clientSide(request),
    relayId: own.id,
    version: final,
    requestId: request.id,
    replyTo: currentParts(relay).at(-1)?.message,
    notBefore: leavesAt(it),
    now,
  })
}
