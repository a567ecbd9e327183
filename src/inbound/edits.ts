import { digest } from '../core/hash.ts'
import type { RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { agencyOf } from '../people/agency.ts'
import { editPart, relayOfMessage, withdrawPart } from '../relay/gather.ts'
import { lockRelay } from '../relay/relays.ts'
import type { Outward } from './outward.ts'

/** A new row in the log that points at what it replaces; the relay that waits with the old words gets a new revision. */
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
  const relayId = await relayOfMessage(tx, edit.message)
  const relay = relayId === undefined ? undefined : await lockRelay(tx, relayId)
  if (!relay) return true
  await editPart(
    tx,
    { relay, message: edit.message, interactionId: interaction.id, body: edit.body, at: edit.at },
    await agencyOf(tx),
    now,
  )
  await outward.relayChanged(tx, relay.id)
  return true
}

/** A new row that says the message is gone; the relay that waits with it loses it. */
export async function removalOf(
  tx: Tx,
  removal: { readonly message: string; readonly at: Date },
  outward: Outward,
  now: Date,
): Promise<void> {
  const source = `${removal.message}#removed`
  const previous = await newestOf(tx, removal.message)
  if (!previous || (await logged(tx, source))) return
  await logInteraction(tx, {
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
  const relayId = await relayOfMessage(tx, removal.message)
  const relay = relayId === undefined ? undefined : await lockRelay(tx, relayId)
  if (!relay) return
  await withdrawPart(tx, relay, removal.message, now)
  await outward.relayChanged(tx, relay.id)
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
