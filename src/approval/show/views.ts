import { type Quoted, quotesSchema, withQuotes } from '../../core/answered.ts'
import type { Dialog, Look, Preview } from '../../core/flow.ts'
import type { Locale, RelayId, RemoteUser } from '../../core/ids.ts'
import { type ActKind, actsOf } from '../../core/relay.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Relay } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { bodyOf } from '../../relay/body.ts'
import { isOpen } from '../../relay/transitions.ts'
import type { DecideOptions } from '../decide/case.ts'
import { leaving } from '../decide/leaving.ts'
import { isAsked } from '../rules/approvers.ts'
import { proposalOf } from '../rules/ruling.ts'
import { cardOf } from './card.ts'
import { bodyFor, forReader, quotesFor } from './for-reader.ts'

/** What a dialogue for `act` shows. Reads only. */
export async function dialogFor(tx: Tx, relayId: RelayId, act: ActKind, by: RemoteUser): Promise<Dialog> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const { card } = looked
  return isOpen(card.status) && actsOf(card).includes(act) ? { kind: 'open', act, card } : { kind: 'already', card }
}

type Looked =
  | Exclude<Look, { kind: 'open' }>
  | (Extract<Look, { kind: 'open' }> & { readonly reader: Colleague; readonly client: Client })

/**
 * The card as it is now, for a person who may decide on it, or whose approval a rule asks for: they give that, and look at
 * what has been. Reads only.
 */
export async function lookFor(tx: Tx, relayId: RelayId, by: RemoteUser): Promise<Looked> {
  const locale = await localeOfUser(tx, by)
  const relay = await tx.relay.findUnique({ where: { id: relayId }, include: { client: true } })
  const card = relay ? await cardOf(tx, relayId, locale) : undefined
  if (!relay || !card) return { kind: 'unknown', locale }
  const staff = await staffByUser(tx, by)
  if (!staff) return { kind: 'forbidden', locale }
  const decides = mayDecide(staff, { ...relay.client, assigneeId: relay.assigneeId })
  const may = decides || (await isAsked(tx, relay, relay.client, staff))
  if (!may) return { kind: 'forbidden', locale }
  const own = decides ? card : { ...card, more: card.more.filter((act) => act === 'history') }
  return { kind: 'open', card: forReader(own, staff), reader: staff, client: relay.client }
}

/** How the other side would see what waits. Reads only. */
export async function previewFor(
  tx: Tx,
  relayId: RelayId,
  by: RemoteUser,
  { senders, team }: Pick<DecideOptions, 'senders' | 'team'>,
): Promise<Preview> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const { card } = looked
  const relay = await tx.relay.findUniqueOrThrow({
    where: { id: relayId },
    include: { client: true, request: { include: { project: true } }, parts: true },
  })
  const platform = relay.direction === 'to_client' ? relay.request.platform : team.platform
  const agency = await agencyOf(tx)
  const readers = relay.direction === 'to_client' ? (relay.client.locale ?? agency.locale) : agency.locale
  const words = (await proposalOf(tx, relay)) ?? bodyOf(relay)
  const left = await leaving(tx, { relay, request: relay.request }, words)
  const final = card.decided?.final
  const quotes = final === undefined ? left.quotes : await quotesIn(tx, relay)
  const body = withQuotes(final ?? bodyFor(left.body, looked.reader), quotesFor(quotes, looked.reader))
  return { kind: 'open', card, pieces: senders[platform].pieces({ kind: 'final', body, locale: readers }) }
}

/** What stood before the words that were approved for the team. */
async function quotesIn(tx: Tx, { id, direction, status }: Relay): Promise<readonly Quoted[]> {
  if (direction === 'to_client' || status === 'answered') return []
  const newest = [{ at: 'desc' }, { id: 'desc' }] as const
  const final = await tx.relayVersion.findFirst({ where: { relayId: id, kind: 'final' }, orderBy: [...newest] })
  return quotesSchema.parse(final?.quotes ?? [])
}

export async function localeOfUser(tx: Tx, user: RemoteUser): Promise<Locale> {
  const agency = await agencyOf(tx)
  const staff = await staffByUser(tx, user)
  return staff ? localeOfStaff(staff, agency) : agency.locale
}
