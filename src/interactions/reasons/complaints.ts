/** Complaints as cases: opened by what was said, closed by what was said or done later. */
import { REASONS, type Reason } from '../../core/interaction.ts'
import type { Tx } from '../../db/client.ts'
import type { Interaction } from '../../generated/prisma/client.ts'

type Said = Pick<Interaction, 'id' | 'clientId' | 'previousId' | 'at'>

/**
 * What was logged is a complaint: a case is opened, once for a message, however often its words are changed: it hangs on the
 * row that was logged first. Called with the log's row.
 */
export async function openComplaint(tx: Tx, said: Said): Promise<void> {
  const interactionId = await firstOf(tx, said)
  await tx.complaint.createMany({
    data: [{ clientId: said.clientId, interactionId, openedAt: said.at }],
    skipDuplicates: true,
  })
}

/** What it took the place of, and that of, to the beginning. */
async function firstOf(tx: Tx, { id, previousId }: Said): Promise<string> {
  if (previousId === null) return id
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    with recursive before as (
      select id, "previousId" from "Interaction" where id = ${previousId}::uuid
      union all
      select i.id, i."previousId" from "Interaction" i join before b on i.id = b."previousId")
    select id from before where "previousId" is null`
  return first?.id ?? id
}

export type Word = {
  readonly interaction: Said
  readonly reason: Reason
  readonly complaintId?: string | undefined
  readonly note?: string | undefined
  readonly staffId: string
  readonly at: Date
}

/** A person has said what an interaction was about: cases that hang on it follow. Called with the correction's row. */
export async function followCorrection(tx: Tx, word: Word): Promise<void> {
  const { interaction, reason, complaintId, staffId, at } = word
  // What it settled before is open again, unless it still does.
  await tx.complaint.updateMany({
    where: { resolutionId: interaction.id, state: 'resolved', NOT: { id: complaintId ?? interaction.id } },
    data: REOPENED,
  })
  if (reason === 'complaint_resolved' && complaintId !== undefined) {
    await resolve(tx, complaintId, interaction.id, word)
    return
  }
  if (reason === 'complaint') {
    await openComplaint(tx, interaction)
    await tx.complaint.updateMany({ where: { interactionId: interaction.id, state: 'dismissed' }, data: REOPENED })
  } else await dismissComplaint(tx, interaction.id, staffId, at)
}

/** It was none: a person has said so, or what was logged was a mistake. */
export async function dismissComplaint(tx: Tx, interactionId: string, staffId: string, at: Date): Promise<void> {
  await tx.complaint.updateMany({
    where: { interactionId, NOT: { state: 'dismissed' } },
    data: { state: 'dismissed', resolutionId: null, closedAt: at, closedById: staffId },
  })
}

const REOPENED = { state: 'open', resolutionId: null, closedAt: null, closedById: null, note: null } as const

/** Closes a case by what was said or done later. */
export async function resolve(
  tx: Tx,
  complaintId: string,
  resolutionId: string,
  { staffId, at, note }: Pick<Word, 'staffId' | 'at' | 'note'>,
): Promise<void> {
  await tx.complaint.update({
    where: { id: complaintId },
    data: { state: 'resolved', resolutionId, closedAt: at, closedById: staffId, note: note ?? null },
  })
}

/** The reason of the score's list that a key stands for: of an agency's own its parent. */
export async function parentOf(tx: Tx, key: string): Promise<Reason> {
  const known = REASONS.find((reason) => reason === key)
  if (known !== undefined) return known
  const own = await tx.agencyReason.findUnique({ where: { key } })
  return REASONS.find((reason) => reason === own?.parent) ?? 'other'
}
