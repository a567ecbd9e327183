import type { Card } from '../../core/card.ts'
import type { RefusalReason } from '../../core/template.ts'
import type { Tx } from '../../db/client.ts'
import { asking } from './same-ask.ts'

/** What was refused is remembered on the client, in the decision's own transaction; of one relay the last no. */
export async function rememberBoundary(
  tx: Tx,
  said: {
    readonly clientId: string
    readonly relayId: string
    readonly staffId: string
    readonly reason: RefusalReason
    readonly ask: string
    readonly words: string
    readonly at: Date
  },
): Promise<void> {
  await forgetBoundary(tx, said.relayId)
  await tx.boundary.create({ data: said })
}

/** The decision that said no was taken back: it was none. */
export async function forgetBoundary(tx: Tx, relayId: string): Promise<void> {
  await tx.boundary.deleteMany({ where: { relayId } })
}

/** So many of a client's refusals are looked through, the newest first. */
const LOOKED_AT = 200
const SHOWN = 2

/** What this client was refused before and asks for again, the newest first. Reads only. */
export async function boundariesFor(
  tx: Tx,
  relay: { readonly id: string; readonly clientId: string },
  ask: string,
): Promise<NonNullable<Card['boundaries']>> {
  const known = await tx.boundary.findMany({
    where: {
      clientId: relay.clientId,
      relayId: { not: relay.id },
      // A decision that was taken back was no no.
      relay: { status: { in: ['approved', 'answered'] } },
    },
    orderBy: { at: 'desc' },
    take: LOOKED_AT,
    include: { staff: true },
  })
  if (known.length === 0) return []
  const asksFor = asking(ask)
  return known
    .filter((boundary) => asksFor(boundary.ask))
    .slice(0, SHOWN)
    .map(({ at, reason, words, staff }) => ({ at: at.toISOString(), reason, words, by: staff.name }))
}
