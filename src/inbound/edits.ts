import { digest } from '../core/hash.ts'
import type { RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { agencyOf } from '../people/agency.ts'
import { dropCorrection, isCorrectable, proposeCorrection } from '../relay/correct.ts'
import { editPart, relayOfMessage, withdrawPart } from '../relay/gather.ts'
import { lockRelay, type RelayWithParts } from '../relay/relays.ts'
import { isUnderWay } from '../relay/transitions.ts'
import type { Outward } from './outward.ts'

/**
 * A new row in the log that points at what it replaces. The relay that waits with the old words gets a new revision; when they
 * have been approved a correction is proposed.
 */
export async function editOf(
  tx: Tx,
  edit: { readonly message: string; readonly body: RichText; readonly at: Date; readonly source: string },
  outward: Outward,
  now: Date,
): Promise<boolean> {
  if (await logged(tx, edit.source)) return false
  const previous = await newestOf(tx, edit.message)
  if (!previous || digest(previous.body) === digest(edit.body)) return false
  const interaction = await logInteraction(tx, {
    clientId: previous.clientId,
    kind: 'edit',
    direction: previous.direction,
    channel: previous.channel as 'messenger' | 'team',
    contactId: previous.contactId ?? undefined,
    staffId: previous.staffId ?? undefined,
    requestId: previous.requestId ?? undefined,
    previousId: previous.id,
    source: edit.source,
    at: edit.at,
    body: edit.body,
  })
  const relay = await newestRelayOf(tx, edit.message)
  if (!relay) return true
  const agency = await agencyOf(tx)
  const change = { relay, message: edit.message, interactionId: interaction.id, body: edit.body, at: edit.at }
  if (isUnderWay(relay.status) || !(await isCorrectable(tx, relay))) {
    await editPart(tx, change, agency, now)
    await outward.relayChanged(tx, relay.id)
    return true
  }
  const correction = await proposeCorrection(tx, change, agency, now)
  if (correction !== undefined) await outward.relayChanged(tx, correction)
  return true
}

/** The relay that has this message last, locked: the one it was said in, or its newest correction. */
async function newestRelayOf(tx: Tx, message: string): Promise<RelayWithParts | undefined> {
  const relayId = await relayOfMessage(tx, message)
  return relayId === undefined ? undefined : lockRelay(tx, relayId)
}

/** A new row that says the message is gone. The relay that waits with it loses it; of what has been approved the removal is proposed. */
export async function removalOf(
  tx: Tx,
  removal: { readonly message: string; readonly at: Date },
  outward: Outward,
  now: Date,
): Promise<void> {
  const source = `${removal.message}#removed`
  const previous = await newestOf(tx, removal.message)
  if (!previous || (await logged(tx, source))) return
  const interaction = await logInteraction(tx, {
    clientId: previous.clientId,
    kind: 'removal',
    direction: previous.direction,
    channel: previous.channel as 'messenger' | 'team',
    contactId: previous.contactId ?? undefined,
    staffId: previous.staffId ?? undefined,
    requestId: previous.requestId ?? undefined,
    previousId: previous.id,
    source,
    at: removal.at,
    body: [],
  })
  const relay = await newestRelayOf(tx, removal.message)
  if (!relay) return
  if (relay.kind !== 'message' && isUnderWay(relay.status)) {
    await dropCorrection(tx, relay, now)
    await outward.relayChanged(tx, relay.id)
  } else if (isUnderWay(relay.status) || !(await isCorrectable(tx, relay))) {
    await withdrawPart(tx, relay, removal.message, now)
    await outward.relayChanged(tx, relay.id)
    return
  }
  const change = { relay, message: removal.message, interactionId: interaction.id, at: removal.at }
  const correction = await proposeCorrection(tx, change, await agencyOf(tx), now)
  if (correction !== undefined) await outward.relayChanged(tx, correction)
}

/** What the log has last of this message: as said, or as changed since. */
export async function newestOf(tx: Tx, message: string): Promise<Interaction | undefined> {
  let newest = await tx.interaction.findUnique({ where: { source: message } })
  for (let next = newest; next; next = await replacementOf(tx, next.id)) newest = next
  return newest ?? undefined
}

function replacementOf(tx: Tx, id: string): Promise<Interaction | null> {
  return tx.interaction.findFirst({ where: { previousId: id }, orderBy: { chainSeq: 'desc' } })
}
