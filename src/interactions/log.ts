import type { Channel } from '../core/interaction.ts'
import type { RichText } from '../core/rich-text.ts'
import { isBlank, toPlain } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction, InteractionDirection, InteractionKind } from '../generated/prisma/client.ts'
import { append, lockChain } from './chain.ts'
import { openComplaint, parentOf } from './reasons/complaints.ts'
import { proposeReason } from './reasons/propose/propose.ts'

export type NewInteraction = {
  readonly clientId: string
  readonly kind: InteractionKind
  readonly direction: InteractionDirection
  /** `team` for what is said inside the agency. */
  readonly channel: Channel | 'team'
  /** One of REASONS, or a key of the agency's own, when a person gave it; left out: the rules propose one. */
  readonly reason?: string | undefined
  readonly contactId?: string | undefined
  /** Who else of the client was there. */
  readonly otherIds?: readonly string[] | undefined
  readonly staffId?: string | undefined
  /** Who answered for the client then; left out: who does now. */
  readonly managerId?: string | undefined
  readonly requestId?: string | undefined
  readonly relayId?: string | undefined
  readonly previousId?: string | undefined
  readonly durationSeconds?: number | undefined
  /** A call that nobody took. */
  readonly missed?: boolean | undefined
  /** What a letter is part of, as the mail names it. */
  readonly thread?: string | undefined
  /** A letter whose sender nobody has verified; absent: there is no doubt. */
  readonly unverified?: true | undefined
  /** What makes it one; see `Interaction.source`. */
  readonly source: string
  readonly at: Date
  readonly body: RichText
}

/**
 * Adds one row to the log and to its client's chain, with what it was about; a complaint opens a case. Throws on a source that
 * is already there: ask `logged` first.
 */
export async function logInteraction(tx: Tx, said: NewInteraction): Promise<Interaction> {
  const about = reasonFor(said)
  const head = await lockChain(tx, said.clientId)
  const others = said.otherIds ?? []
  const people = {
    managerId: said.managerId ?? head.managerId ?? undefined,
    otherIds: others.length > 0 ? others : undefined,
  }
  const { body, at, ...rest } = { ...said, ...about, ...people }
  const link = await append(tx, said.clientId, head, { ...rest, body, at })
  const interaction = await tx.interaction.create({
    data: {
      ...link,
      clientId: said.clientId,
      kind: said.kind,
      direction: said.direction,
      channel: said.channel,
      reason: rest.reason ?? null,
      confidence: rest.confidence ?? null,
      contactId: said.contactId ?? null,
      staffId: said.staffId ?? null,
      managerId: rest.managerId ?? null,
      requestId: said.requestId ?? null,
      relayId: said.relayId ?? null,
      previousId: said.previousId ?? null,
      durationSeconds: said.durationSeconds ?? null,
      missed: said.missed ?? false,
      thread: said.thread ?? null,
      unverified: said.unverified ?? false,
      source: said.source,
      at,
      body: body as object[],
      text: toPlain(body),
    },
  })
  if (others.length > 0) {
    const data = others.map((contactId) => ({ interactionId: interaction.id, contactId }))
    await tx.interactionContact.createMany({ data })
  }
  if (rest.reason !== undefined && (await parentOf(tx, rest.reason)) === 'complaint')
    await openComplaint(tx, interaction)
  return interaction
}

/** Words between client and agency: what is said inside, and a sign, are about nothing. */
const WITH_WORDS: readonly InteractionKind[] = ['message', 'edit', 'delivery', 'contact']

function reasonFor({ reason, kind, channel, direction, body }: NewInteraction): {
  readonly reason?: string
  readonly confidence?: number
} {
  if (reason !== undefined) return { reason }
  if (channel === 'team' || !WITH_WORDS.includes(kind) || isBlank(body)) return {}
  return proposeReason(body, direction)
}

/** Whether this was logged before: its event came twice, or was taken up again after a crash. */
export async function logged(tx: Tx, source: string): Promise<boolean> {
  return (await tx.interaction.findUnique({ where: { source }, select: { id: true } })) !== null
}
