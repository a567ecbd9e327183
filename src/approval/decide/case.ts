import type { Card } from '../../core/card.ts'
import { after, SECOND } from '../../core/clock.ts'
import type { Decision, Verdict } from '../../core/flow.ts'
import type { FindingInWords } from '../../core/guard.ts'
import type { Locale, Platform, RelayId, RemoteUser } from '../../core/ids.ts'
import { isBlank, type RichText } from '../../core/rich-text.ts'
import type { Sender } from '../../core/sender.ts'
import type { Tx } from '../../db/client.ts'
import type { ActivityKind, Agency, Client, Project, Request, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { recordActivity } from '../../relay/activity.ts'
import { lockRelay, type RelayWithParts, setStatus } from '../../relay/relays.ts'
import { isAsked } from '../rules/approvers.ts'
import { cardOf } from '../show/card.ts'
import { forReader } from '../show/for-reader.ts'
import type { CardIn, ShowOptions } from '../show/show.ts'

export type DecideOptions = ShowOptions & {
  /** Asked before a decision is taken whether its words could leave at all. */
  readonly senders: Record<Platform, Pick<Sender, 'check' | 'pieces' | 'removableMs'>>
}

/** What a decision is about, read under the relay's lock. */
export type Case = {
  readonly relay: RelayWithParts
  readonly client: Client
  readonly request: Request & { readonly project: Project | null }
  readonly staff: Staff
  readonly agency: Agency
  readonly locale: Locale
  readonly now: Date
  /** When it shall leave, for what is approved for later. */
  readonly sendAt?: Date | undefined
}
/** Decided by nobody: a rule let it through. */
export type Decided = Omit<Case, 'staff'> & { readonly staff: Staff | undefined }
export type Act = Decision['act']
/** Why an act cannot be done with what was given; undefined: it was done. */
export type Objection = Extract<Verdict, { kind: 'invalid' }>['why'] | readonly FindingInWords[] | undefined

export type Opened =
  | { readonly kind: 'case'; readonly case: Case }
  | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/**
 * Locks the relay and reads everything a decision needs; says so when the person may not decide. Whom a rule asks for their
 * approval may give it, and no more.
 */
export async function openCase(
  tx: Tx,
  relayId: RelayId,
  by: RemoteUser,
  now: Date,
  act?: Act['kind'],
): Promise<Opened> {
  const agency = await agencyOf(tx)
  const staff = await staffByUser(tx, by)
  const locale = staff ? localeOfStaff(staff, agency) : agency.locale
  const relay = await lockRelay(tx, relayId)
  if (!relay) return { kind: 'unknown', locale }
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  if (!staff) return { kind: 'forbidden', locale }
  const decides = mayDecide(staff, { ...client, assigneeId: relay.assigneeId })
  const may = decides || (act === 'approve' && (await isAsked(tx, relay, client, staff)))
  if (!may) return { kind: 'forbidden', locale }
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId }, include: { project: true } })
  return { kind: 'case', case: { relay, client, request, staff, agency, locale, now } }
}

/** Its card for whoever decides; `shown`: where it has been made already. */
export async function cardFor(
  tx: Tx,
  it: Pick<Case, 'relay' | 'locale' | 'staff'>,
  shown: CardIn = (locale) => cardOf(tx, it.relay.id, locale),
): Promise<Card> {
  const card = await shown(it.locale)
  if (!card) throw new Error(`relay ${it.relay.id} is gone`)
  return forReader(card, it.staff)
}

/** Why words cannot leave; undefined: they can. */
export function objectionTo(
  body: RichText,
  platform: Platform,
  options: DecideOptions,
): 'empty' | 'too_long' | undefined {
  if (isBlank(body)) return 'empty'
  const refusal = options.senders[platform].check({ kind: 'final', body, locale: 'ru' })
  return refusal === 'too_long' || refusal === 'empty' ? refusal : undefined
}

/** What a relay that is decided has no more. */
export const NO_LONGER_WAITS = { snoozedUntil: null, sendAt: null, askedAt: null } as const

/** An entry of this relay in the client's chain, by whoever decides. */
export async function note(
  tx: Tx,
  it: Case,
  kind: ActivityKind,
  more: { versionId?: string; note?: string } = {},
): Promise<void> {
  const { relay, client, staff, now: at } = it
  await recordActivity(tx, { relayId: relay.id, clientId: client.id, kind, staffId: staff.id, at, ...more })
}

/** An approved message for a client leaves not before then: so long it can be taken back. */
export function leavesAt({ agency, now }: Pick<Case, 'agency' | 'now'>): Date {
  return after(now, agency.undoSeconds * SECOND)
}

/** The relay's new status and who brought it about, in the client's chain. */
export async function settle(
  tx: Tx,
  it: Decided,
  status: 'approved' | 'returned' | 'rejected' | 'answered',
  kind: ActivityKind,
  more: { versionId?: string; note?: string } = {},
): Promise<void> {
  await setStatus(tx, it.relay, status, {
    decidedAt: it.now,
    decidedById: it.staff?.id ?? null,
    ...NO_LONGER_WAITS,
  })
  await recordActivity(tx, {
    relayId: it.relay.id,
    clientId: it.client.id,
    kind,
    staffId: it.staff?.id,
    at: it.now,
    ...more,
  })
}
