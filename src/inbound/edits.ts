import { digest } from '../core/hash.ts'
import type { RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { agencyOf } from '../people/agency.ts'
import { answeredBy } from '../relay/answers.ts'
import { type Change, isCorrectable, isRemoved, isTakenBack, proposeCorrection } from '../relay/correct.ts'
import { editPart, gather, relayOfMessage, type Spoken, type Timing, withdrawPart } from '../relay/gather.ts'
import { lockRelay, type RelayWithParts, unschedule } from '../relay/relays.ts'
import { isUnderWay } from '../relay/transitions.ts'
import type { Outward } from './outward.ts'

/**
 * A new row in the log that points at what it replaces. The relay that waits with the old words gets a new revision; when they
 * have been approved a correction is proposed. Returns whose request it is and the relays that have changed by it; undefined:
 * nothing is different from what the log has.
 */
export async function editOf(
  tx: Tx,
  edit: { readonly message: string; readonly body: RichText; readonly at: Date; readonly source: string },
  outward: Outward,
  now: Date,
): Promise<{ readonly requestId: string | null; readonly relays: readonly string[] } | undefined> {
  if (await logged(tx, edit.source)) return undefined
  const previous = await newestOf(tx, edit.message)
  if (!previous || isOvertaken(edit, previous) || digest(previous.body) === digest(edit.body)) return undefined
  const interaction = await logChange(tx, previous, { ...edit, kind: 'edit' })
  const relay = await newestRelayOf(tx, edit.message, now)
  const change = { ...edit, interactionId: interaction.id }
  const relays = relay ? await changeRelay(tx, { relay, ...change }, outward, now) : []
  return { requestId: previous.requestId, relays }
}

/** The words of a relay are what its author now says: in its queue, as a correction of what left, or to be decided anew. */
async function changeRelay(
  tx: Tx,
  change: Change & { readonly body: RichText },
  outward: Outward,
  now: Date,
): Promise<readonly string[]> {
  const { relay } = change
  const agency = await agencyOf(tx)
  const corrects = isUnderWay(relay.status) ? await isTakenBack(tx, change) : await stands(tx, relay)
  const changed = corrects
    ? await proposeCorrection(tx, change, agency, now)
    : isUnderWay(relay.status)
      ? [await editedPart(tx, change, agency, now)]
      : [await gather(tx, spokenAnew(change), agency, now)]
  for (const id of changed) await outward.relayChanged(tx, id)
  return changed
}

/** Whether it is with the other side, or on its way there, and has not been taken away since. */
async function stands(tx: Tx, relay: RelayWithParts): Promise<boolean> {
  return (await isCorrectable(tx, relay)) && !(await isRemoved(tx, relay))
}

async function editedPart(
  tx: Tx,
  change: Change & { readonly body: RichText },
  timing: Timing,
  now: Date,
): Promise<string> {
  await editPart(tx, change, timing, now)
  return change.relay.id
}

/** What was answered, rejected or given up is not what its author says now: that is decided by itself. */
function spokenAnew({ relay, message, interactionId, body, at }: Change & { readonly body: RichText }): Spoken {
  const { direction, clientId, requestId } = relay
  const answers = answeredBy(relay.parts.findLast((part) => part.message === message))
  const who = { contactId: relay.contactId ?? undefined, authorId: relay.authorId ?? undefined }
  return { direction, clientId, requestId, ...who, message, interactionId, body, answers, at }
}

/**
 * Words that their author had taken back are said after all, before the removal was approved or after it was rejected: what
 * stands is corrected. False: nothing of it stands at the other side, so it is said as something new.
 */
export async function unremove(
  tx: Tx,
  said: { readonly message: string; readonly body: RichText; readonly at: Date; readonly source: string },
  taken: Interaction,
  outward: Outward,
  now: Date,
): Promise<boolean> {
  const relay = await newestRelayOf(tx, said.message, now)
  if (!relay || !(await stands(tx, relay))) return false
  const interaction = await logChange(tx, taken, { ...said, kind: 'edit' })
  const change = { relay, ...said, interactionId: interaction.id }
  for (const id of await proposeCorrection(tx, change, await agencyOf(tx), now)) await outward.relayChanged(tx, id)
  return true
}

/**
 * The relay that has this message last, locked: the one it was said in, or its newest correction. Its author changes it: what
 * was to leave later waits for a decision again.
 */
async function newestRelayOf(tx: Tx, message: string, now: Date): Promise<RelayWithParts | undefined> {
  const relayId = await relayOfMessage(tx, message)
  const relay = relayId === undefined ? undefined : await lockRelay(tx, relayId)
  if (relay?.status !== 'scheduled') return relay
  await unschedule(tx, relay, { by: 'author', at: now })
  return lockRelay(tx, relay.id)
}

/** A new row that says the message is gone. The relay that waits with it loses it; of what has been approved the removal is proposed. */
export async function removalOf(
  tx: Tx,
  removal: { readonly message: string; readonly at: Date },
  outward: Outward,
  now: Date,
): Promise<void> {
  const previous = await newestOf(tx, removal.message)
  if (!previous || previous.kind === 'removal') return
  const source = `${removal.message}#removed@${previous.id}`
  const interaction = await logChange(tx, previous, { kind: 'removal', source, at: removal.at, body: [] })
  const relay = await newestRelayOf(tx, removal.message, now)
  if (!relay) return
  const isStillOurs = relay.kind === 'message' && isUnderWay(relay.status)
  if (isStillOurs || !(await stands(tx, relay))) {
    await withdrawPart(tx, relay, removal.message, now)
    return outward.relayChanged(tx, relay.id)
  }
  const change = { relay, message: removal.message, interactionId: interaction.id, at: removal.at }
  for (const id of await proposeCorrection(tx, change, await agencyOf(tx), now)) await outward.relayChanged(tx, id)
}

/** A row of the log that takes the place of another, by the same person in the same request. */
function logChange(
  tx: Tx,
  replaced: Interaction,
  change: {
    readonly kind: 'edit' | 'removal'
    readonly source: string
    readonly at: Date
    readonly body: RichText
  },
): Promise<Interaction> {
  const { kind, source, at, body } = change
  return logInteraction(tx, {
    clientId: replaced.clientId,
    direction: replaced.direction,
    channel: replaced.channel as 'messenger' | 'team',
    contactId: replaced.contactId ?? undefined,
    staffId: replaced.staffId ?? undefined,
    requestId: replaced.requestId ?? undefined,
    previousId: replaced.id,
    kind,
    source,
    at,
    body,
  })
}

/**
 * Whether something newer of this message is known: a change that came late, by another connection or after a second try, says
 * what is no longer so. In the same moment whatever comes last counts.
 */
export function isOvertaken({ at }: { readonly at: Date }, newest: Interaction): boolean {
  return newest.kind !== 'message' && at < newest.at
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
