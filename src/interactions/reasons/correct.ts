/** What an interaction was about: as the rules proposed it, until a person said otherwise. */
import { REASONS, type Reason } from '../../core/interaction.ts'
import type { Tx } from '../../db/client.ts'
import type { Interaction, ReasonCorrection } from '../../generated/prisma/client.ts'
import { nextLink } from '../chain.ts'
import { followCorrection, parentOf } from './complaints.ts'

export type NewCorrection = {
  readonly interaction: Pick<Interaction, 'id' | 'clientId' | 'previousId' | 'at'>
  /** One of REASONS, or a key of the agency's own: the caller has checked it. */
  readonly reason: string
  /** With `complaint_resolved`: what it settles. */
  readonly complaintId?: string | undefined
  /** How it was settled. */
  readonly note?: string | undefined
  readonly staffId: string
  readonly at: Date
}

/**
 * Says what an interaction was about. The log keeps what stood before; the newest holds. What becomes a complaint opens a case,
 * what is none any more dismisses it, and `complaint_resolved` closes the one that it names.
 */
export async function correctReason(tx: Tx, given: NewCorrection): Promise<ReasonCorrection> {
  const { interaction, reason, complaintId, note, staffId, at } = given
  const entry = { interactionId: interaction.id, reason, complaintId, staffId, at }
  const link = await nextLink(tx, interaction.clientId, entry)
  const correction = await tx.reasonCorrection.create({
    data: { ...link, ...entry, complaintId: complaintId ?? null, clientId: interaction.clientId },
  })
  const parent = await parentOf(tx, reason)
  await followCorrection(tx, { interaction, reason: parent, complaintId, note, staffId, at })
  return correction
}

/** The reason of the score's list that each key stands for, the agency's own under their parents. */
export async function parentsOfReasons(tx: Tx): Promise<ReadonlyMap<string, Reason>> {
  const own = await tx.agencyReason.findMany()
  const known = REASONS.map((reason) => [reason, reason] as const)
  return new Map([...known, ...own.map(({ key, parent }) => [key, reasonOf(parent)] as const)])
}

/** A word of the database as a reason; one that is none (an older list) counts as `other`. */
function reasonOf(word: string): Reason {
  return REASONS.find((reason) => reason === word) ?? 'other'
}
