import type { Verdict } from '../../core/flow.ts'
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { settleByHand } from '../../outbox/settle.ts'
import { recordActivity } from '../../relay/activity.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { localeOfUser } from '../show/views.ts'
import { cardFor, openCase } from './case.ts'

/**
 * A person has looked whether a message arrived of which nobody could tell. Until then nothing else goes to that
 * conversation, and nothing is sent twice on a guess.
 */
export async function resolveUnsure(
  tx: Tx,
  choice: {
    readonly item: string
    readonly attempt?: number | undefined
    readonly arrived: boolean
    readonly by: RemoteUser
  },
  options: ShowOptions,
  now: Date,
): Promise<Verdict> {
  const item = await tx.outboxItem.findUnique({ where: { id: choice.item } })
  if (!item?.relayId) return { kind: 'unknown', locale: await localeOfUser(tx, choice.by) }
  const opened = await openCase(tx, item.relayId as RelayId, choice.by, now)
  if (opened.kind !== 'case') return opened
  const { relay, client, staff } = opened.case
  // What they looked at is not what is unsure now: it went on, and broke off again.
  const isAsked = choice.attempt === undefined || choice.attempt === item.attempts
  const settled = isAsked && (await settleByHand(tx, item, choice.arrived, now))
  const shown = relay.answersId === null ? opened.case : { ...opened.case, relay: { ...relay, id: relay.answersId } }
  if (!settled) return { kind: 'already', card: await cardFor(tx, shown) }
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: client.id,
    kind: 'settled_by_hand',
    staffId: staff.id,
    note: choice.arrived ? 'arrived' : 'send again',
    at: now,
  })
  await showRelay(tx, relay.id, options, now)
  return { kind: 'done', card: await cardFor(tx, shown) }
}
