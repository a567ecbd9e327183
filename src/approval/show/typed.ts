import type { TypedPreview, Typing } from '../../core/flow.ts'
import { storable } from '../../core/hash.ts'
import type { Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { mayDecide } from '../../people/staff.ts'
import { isOpen } from '../../relay/transitions.ts'
import { withAmounts, withAmountsOf } from '../decide/amounts.ts'
import { type DecideOptions, objectionTo } from '../decide/case.ts'
import { leaving } from '../decide/leaving.ts'
import { rewritten } from '../decide/send.ts'
import { bodyFor, findingsFor } from './for-reader.ts'
import { lookFor } from './views.ts'

/** How the other side would see what is typed in a dialogue, had it been sent off now (see decide). Reads only. */
export async function typedPreviewFor(
  tx: Tx,
  { relay: relayId, by, as, body }: Typing,
  options: DecideOptions,
): Promise<TypedPreview> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const { card, reader, client } = looked
  const relay = await tx.relay.findUniqueOrThrow({
    where: { id: relayId },
    include: { request: { include: { project: true } }, parts: true },
  })
  if (!mayDecide(reader, { ...client, assigneeId: relay.assigneeId })) return { kind: 'forbidden', locale: card.locale }
  if (!isOpen(relay.status)) return { kind: 'already', card }
  const { request } = relay
  const given = withHidden({ relay, staff: reader }, as, storable(body))
  if (typeof given === 'string') return { kind: 'invalid', why: given, card }
  // A manager's own words cross as they are; those in place of somebody else's as these would.
  const isOwn = as === 'answer' || (as === 'refuse' && relay.direction === 'to_team')
  const direction = isOwn ? 'to_client' : relay.direction
  const { words, findings } = isOwn ? { words: given, findings: [] } : rewritten({ relay, locale: card.locale }, given)
  const whole = isOwn ? words : (await leaving(tx, { relay, request }, words)).body
  const platform = direction === 'to_client' ? request.platform : options.team.platform
  const objection = objectionTo(whole, platform, options)
  if (objection) return { kind: 'invalid', why: objection, card }
  const agency = await agencyOf(tx)
  const readers = direction === 'to_client' ? (client.locale ?? agency.locale) : agency.locale
  const left = bodyFor(whole, reader)
  return {
    kind: 'open',
    card,
    direction,
    body: left,
    pieces: options.senders[platform].pieces({ kind: 'final', body: left, locale: readers }),
    findings: findingsFor(findings, reader),
  }
}

/** With the amounts that are hidden from whoever writes, as each act takes them. */
function withHidden(
  it: Parameters<typeof withAmounts>[0],
  as: Typing['as'],
  body: Typing['body'],
): Typing['body'] | 'amount_lost' | 'amount_changed' {
  if (as !== 'edit') return withAmountsOf(it, body)
  const act = withAmounts(it, { kind: as, body })
  if (typeof act === 'string') return act
  return 'body' in act ? act.body : body
}
