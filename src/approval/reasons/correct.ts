import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Reason } from '../../core/interaction.ts'
import { CHOOSABLE, type ReasonVerdict } from '../../core/reasons.ts'
import type { Tx } from '../../db/client.ts'
import type { Relay } from '../../generated/prisma/client.ts'
import { lockClientOf } from '../../interactions/chain.ts'
import { correctReason } from '../../interactions/reasons/correct.ts'
import { askAnew } from '../rules/ruling.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { lookFor } from '../show/views.ts'
import { type About, messagesOf } from './about.ts'

type Asked = { readonly relay: RelayId; readonly reason: string; readonly by: RemoteUser }

/**
 * Somebody says what the client's messages of a relay were about, whether it is decided or not. The whole burst is about one
 * matter; but it complains, praises or approves only once, so that one tap weighs as one in the score and opens one case.
 */
export async function correctReasons(
  tx: Tx,
  { relay: id, reason, by }: Asked,
  options: ShowOptions,
  now: Date,
): Promise<ReasonVerdict> {
  const looked = await lookLocked(tx, id, by)
  if (looked.kind !== 'open') return looked
  const relay = await tx.relay.findUniqueOrThrow({ where: { id } })
  const { card, reader } = looked
  const parent = await parentOffered(tx, reason)
  const messages = await messagesOf(tx, id)
  if (parent === undefined || relay.direction !== 'to_team' || messages.length === 0)
    return { kind: 'refused', locale: card.locale, why: 'not_offered' }
  for (const { interaction, key } of wordsFor(messages, reason, parent))
    await correctReason(tx, { interaction, reason: key, staffId: reader.id, at: now })
  await askAnew(tx, relay.requestId)
  await showAll(tx, relay, messages, options, now)
  return { kind: 'done', card }
}

/** As `lookFor`, with the client taken first: whoever writes its chain does that before anything else. */
export async function lookLocked(tx: Tx, id: RelayId, by: RemoteUser) {
  const relay = await tx.relay.findUnique({ where: { id }, select: { requestId: true } })
  if (relay) await lockClientOf(tx, relay.requestId)
  return lookFor(tx, id, by)
}

/** What the chosen reason counts as; undefined: it cannot be chosen. */
async function parentOffered(tx: Tx, key: string): Promise<Reason | undefined> {
  const known = CHOOSABLE.find((reason) => reason === key)
  if (known !== undefined) return known
  const own = await tx.agencyReason.findFirst({ where: { key, active: true } })
  return CHOOSABLE.find((reason) => reason === own?.parent)
}

/** Each of these weighs by itself in the score. */
const WEIGHING: readonly Reason[] = ['complaint', 'praise', 'approval']

/** What is written of which message. What a person has said already is not said again. */
function wordsFor(
  messages: readonly About[],
  reason: string,
  parent: Reason,
): readonly { readonly interaction: About; readonly key: string }[] {
  const one = WEIGHING.includes(parent) ? carrierOf(messages, reason) : undefined
  return messages
    .map((interaction) => ({ interaction, key: one === undefined || one === interaction ? reason : 'other' }))
    .filter(({ interaction, key }) => !interaction.byPerson || interaction.key !== key)
}

/** The one that carries it already, else the one that says most. */
function carrierOf(messages: readonly About[], reason: string): About | undefined {
  const saying = messages.filter(({ key }) => key === reason)
  return (saying.length > 0 ? saying : [...messages]).sort((a, b) => b.text.length - a.text.length)[0]
}

/** Every card that shows one of these messages. */
export async function showAll(
  tx: Tx,
  relay: Pick<Relay, 'id'>,
  messages: readonly Pick<About, 'id'>[],
  options: ShowOptions,
  now: Date,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct p."relayId" as id from "RelayPart" p join "Interaction" i on i.source = p.message
    where i.id = any(${messages.map(({ id }) => id)}::uuid[]) and p."relayId" <> ${relay.id}::uuid`
  for (const { id } of [relay, ...rows]) await showRelay(tx, id, options, now)
}
