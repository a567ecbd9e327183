/** What the client's messages of a relay are about, as people see it. */
import type { Card } from '../../core/card.ts'
import type { Locale } from '../../core/ids.ts'
import { type KeyedReason, weightiest } from '../../core/reasons.ts'
import type { Tx } from '../../db/client.ts'
import type { Complaint, ComplaintState, Interaction } from '../../generated/prisma/client.ts'
import { choicesIn } from '../../interactions/reasons/choices.ts'
import { parentsOfReasons } from '../../interactions/reasons/correct.ts'

/** A message of a relay as it was first logged, for that row is the one that counts, with what holds of it now. */
export type About = Pick<Interaction, 'id' | 'clientId' | 'previousId' | 'at' | 'text'> & {
  /** As a person said last, else as proposed for the words as they are now. */
  readonly key: string | null
  /** The same for the words as they were first: what the score goes by. */
  readonly counted: string | null
  readonly byPerson: boolean
  readonly complaint: Complaint['id'] | null
  readonly complaintState: ComplaintState | null
}

/** In the order in which they were said; what its author took back is about nothing. */
export function messagesOf(tx: Tx, relayId: string): Promise<About[]> {
  return tx.$queryRaw<About[]>`
    select i.id, i."clientId", i."previousId", i.at, i.text, coalesce(c.reason, e.reason, i.reason) as key,
      coalesce(c.reason, i.reason) as counted, c.reason is not null as "byPerson",
      k.id as complaint, k.state::text as "complaintState"
    from "RelayPart" p
      join "Interaction" i on i.source = p.message
      join "Interaction" e on e.id = p."interactionId"
      left join lateral (select reason from "ReasonCorrection" where "interactionId" = i.id
        order by "chainSeq" desc limit 1) c on true
      left join "Complaint" k on k."interactionId" = i.id
    where p."relayId" = ${relayId}::uuid and p."withdrawnAt" is null
    order by p.at, p.id`
}

/** For the card. Undefined: nothing in it was the client's own words. */
export async function aboutOf(
  tx: Tx,
  relay: { readonly id: string; readonly direction: 'to_team' | 'to_client'; readonly kind: string },
  locale: Locale,
): Promise<Card['reason']> {
  if (relay.direction !== 'to_team' || relay.kind === 'removal') return undefined
  const messages = await messagesOf(tx, relay.id)
  if (messages.length === 0) return undefined
  const parents = await parentsOfReasons(tx)
  const keyed = messages.flatMap(({ key, byPerson }) =>
    key === null ? [] : [{ key, parent: parents.get(key) ?? ('other' as const), byPerson }],
  )
  const chosen = weightiest<KeyedReason & { readonly byPerson: boolean }>(keyed)
  const states = messages.map(({ complaintState }) => complaintState)
  return {
    chosen: chosen?.key,
    byPerson: chosen?.byPerson ?? false,
    choices: await choicesIn(tx, locale),
    complaint: states.includes('open') ? 'open' : states.includes('resolved') ? 'resolved' : undefined,
  }
}
