import type { Channel } from '../core/interaction.ts'
import type { RichText } from '../core/rich-text.ts'
import { toPlain } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction, InteractionDirection, InteractionKind } from '../generated/prisma/client.ts'
import { append, lockChain } from './chain.ts'

export type NewInteraction = {
  readonly clientId: string
  readonly kind: InteractionKind
  readonly direction: InteractionDirection
  /** `team` for what is said inside the agency. */
  readonly channel: Channel | 'team'
  /** One of REASONS, or a key of the agency's own; left out: nobody has said. */
  readonly reason?: string | undefined
  /** How sure the rules are of the reason, 0 to 1; left out: a person gave it. */
  readonly confidence?: number | undefined
  readonly contactId?: string | undefined
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
  /** What makes it one; see `Interaction.source`. */
  readonly source: string
  readonly at: Date
  readonly body: RichText
}

/** Adds one row to the log and to its client's chain. Throws on a source that is already there: ask `logged` first. */
export async function logInteraction(tx: Tx, said: NewInteraction): Promise<Interaction> {
  const head = await lockChain(tx, said.clientId)
  const { body, at, ...rest } = { ...said, managerId: said.managerId ?? head.managerId ?? undefined }
  const link = await append(tx, said.clientId, head, { ...rest, body, at })
  return tx.interaction.create({
    data: {
      ...link,
      clientId: said.clientId,
      kind: said.kind,
      direction: said.direction,
      channel: said.channel,
      reason: said.reason ?? null,
      confidence: said.confidence ?? null,
      contactId: said.contactId ?? null,
      staffId: said.staffId ?? null,
      managerId: rest.managerId ?? null,
      requestId: said.requestId ?? null,
      relayId: said.relayId ?? null,
      previousId: said.previousId ?? null,
      durationSeconds: said.durationSeconds ?? null,
      missed: said.missed ?? false,
      thread: said.thread ?? null,
      source: said.source,
      at,
      body: body as object[],
      text: toPlain(body),
    },
  })
}

/** Whether this was logged before: its event came twice, or was taken up again after a crash. */
export async function logged(tx: Tx, source: string): Promise<boolean> {
  return (await tx.interaction.findUnique({ where: { source }, select: { id: true } })) !== null
}
