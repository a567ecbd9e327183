import type { RichText } from '../core/rich-text.ts'
import { toPlain } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction, InteractionDirection, InteractionKind } from '../generated/prisma/client.ts'
import { nextLink } from './chain.ts'

export type NewInteraction = {
  readonly clientId: string
  readonly kind: InteractionKind
  readonly direction: InteractionDirection
  /** `messenger` for what passes between client and agency, `team` for what is said inside the agency. */
  readonly channel: 'messenger' | 'team'
  readonly contactId?: string | undefined
  readonly staffId?: string | undefined
  readonly requestId?: string | undefined
  readonly relayId?: string | undefined
  readonly previousId?: string | undefined
  /** What makes it one; see `Interaction.source`. */
  readonly source: string
  readonly at: Date
  readonly body: RichText
}

/** Adds one row to the log and to its client's chain. Throws on a source that is already there: ask `logged` first. */
export async function logInteraction(tx: Tx, said: NewInteraction): Promise<Interaction> {
  const { body, at, ...rest } = said
  const link = await nextLink(tx, said.clientId, { ...rest, body, at })
  return tx.interaction.create({
    data: {
      ...link,
      clientId: said.clientId,
      kind: said.kind,
      direction: said.direction,
      channel: said.channel,
      contactId: said.contactId ?? null,
      staffId: said.staffId ?? null,
      requestId: said.requestId ?? null,
      relayId: said.relayId ?? null,
      previousId: said.previousId ?? null,
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
