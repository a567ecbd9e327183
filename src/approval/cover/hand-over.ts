import type { HandOver, HandOverForm, HandOverVerdict } from '../../core/cover.ts'
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { addAbsence } from '../../people/absence/absences.ts'
import { endOf } from '../../people/absence/days.ts'
import { loads } from '../../people/loads.ts'
import { isLead } from '../../people/staff.ts'
import { recordActivity } from '../../relay/activity.ts'
import { isOpen } from '../../relay/transitions.ts'
import { type Case, cardFor, openCase } from '../decide/case.ts'
import { takeInHand } from '../rules/stop.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { markClientToShow } from './edges.ts'
import { tellOfClient } from './tell.ts'

/** To whom this relay could be handed over: everybody who answers for clients and is there, the emptiest hands first. */
export async function handOverForm(tx: Tx, relayId: RelayId, by: RemoteUser, now: Date): Promise<HandOverForm> {
  const opened = await openCase(tx, relayId, by, now)
  if (opened.kind !== 'case') return opened
  const { case: it } = opened
  const card = await cardFor(tx, it)
  if (!isOpen(it.relay.status)) return { kind: 'already', card }
  const inHand = new Map((await loads(tx)).map(({ id, waiting }) => [id, waiting]))
  const people = (await takers(tx))
    .filter(({ id }) => id !== holderOf(it))
    .map(({ id, key, name }) => ({ key, name, waiting: inHand.get(id) ?? 0 }))
    .sort((a, b) => a.waiting - b.waiting)
  return { kind: 'open', card, people, wholeClient: isLead(it.staff) }
}

/** People who may answer for clients, can be reached and are not away. */
export async function takers(tx: Tx): Promise<Staff[]> {
  return tx.staff.findMany({
    where: {
      active: true,
      remoteUser: { not: null },
      role: { in: ['manager', 'lead', 'admin'] },
      absences: { none: { state: 'running', clientId: null } },
    },
    orderBy: { key: 'asc' },
  })
}

function holderOf({ relay, client }: Case): string | null {
  return relay.assigneeId ?? client.managerId
}

/** One relay, or a whole client, becomes somebody else's to decide. Its cards move in the same transaction, or by the sweep. */
export async function handOver(tx: Tx, asked: HandOver, options: ShowOptions, now: Date): Promise<HandOverVerdict> {
  const opened = await openCase(tx, asked.relay, asked.by, now)
  if (opened.kind !== 'case') return opened
  const { case: it } = opened
  const refused = (why: 'nobody' | 'away' | 'theirs_already' | 'over_already'): HandOverVerdict => {
    return { kind: 'refused', locale: it.locale, why }
  }
  if (!isOpen(it.relay.status)) return { kind: 'already', card: await cardFor(tx, it) }
  const to = await tx.staff.findUnique({ where: { key: asked.to } })
  if (!to?.active || !['manager', 'lead', 'admin'].includes(to.role)) return refused('nobody')
  if (!(await takers(tx)).some(({ id }) => id === to.id)) return refused('away')
  if (asked.what === 'client') {
    if (!isLead(it.staff)) return { kind: 'forbidden', locale: it.locale }
    const until = asked.until === undefined ? undefined : endOf(asked.until, it.agency.timeZone)
    if (until !== undefined && until <= now) return refused('over_already')
    if (to.id === it.client.managerId) return refused('theirs_already')
    await handOverClient(tx, it, to, { ...asked, endsAt: until }, options)
    return { kind: 'done', card: await cardFor(tx, it) }
  }
  if (to.id === holderOf(it)) return refused('theirs_already')
  await handOverRelay(tx, it, to, asked.note)
  await showRelay(tx, it.relay.id, options, now)
  return { kind: 'done', card: await cardFor(tx, it) }
}

/** Back to the client's own manager is no hand-over that must be remembered. */
async function handOverRelay(tx: Tx, it: Case, to: Staff, note: string | undefined): Promise<void> {
  const { relay, client } = it
  await takeInHand(tx, it)
  await tx.relay.update({
    where: { id: relay.id },
    data: { assigneeId: to.id === client.managerId ? null : to.id },
  })
  await recordHandOver(tx, it, { relayId: relay.id, holder: holderOf(it), to, note })
}

type HandedOver = {
  readonly relayId: string
  /** Whose it was. */
  readonly holder: string | null
  readonly to: Staff
  readonly note: string | undefined
}

async function recordHandOver(tx: Tx, it: Case, { relayId, holder, to, note }: HandedOver): Promise<void> {
  const from = holder === null ? undefined : await tx.staff.findUnique({ where: { id: holder } })
  const way = `${from?.name ?? it.staff.name} → ${to.name}`
  await recordActivity(tx, {
    relayId,
    clientId: it.client.id,
    kind: 'handed_over',
    staffId: it.staff.id,
    note: note === undefined || note.trim() === '' ? way : `${way}: ${note.trim()}`,
    at: it.now,
  })
}

/**
 * Until a day: the client's manager is absent for this client alone, and everything comes back by itself. For good, or of a
 * client that has no manager: it is the new one's from now on.
 */
async function handOverClient(
  tx: Tx,
  it: Case,
  to: Staff,
  { endsAt, note, until }: Pick<HandOver, 'note' | 'until'> & { readonly endsAt: Date | undefined },
  options: ShowOptions,
): Promise<void> {
  const { client, staff, now } = it
  if (endsAt !== undefined && client.managerId !== null) {
    await addAbsence(tx, {
      staffId: client.managerId,
      clientId: client.id,
      standInId: to.id,
      from: now,
      until: endsAt,
      note,
      setById: staff.id,
      replaces: 'all',
    })
  } else await tx.client.update({ where: { id: client.id }, data: { managerId: to.id, assignedAt: now } })
  const open = await tx.relay.findMany({
    // What was handed to somebody by itself stays with them.
    where: { clientId: client.id, status: { in: ['gathering', 'waiting'] }, assigneeId: null },
    select: { id: true },
  })
  for (const { id } of open) await recordHandOver(tx, it, { relayId: id, holder: client.managerId, to, note })
  await markClientToShow(tx, client.id)
  await tellOfClient(
    tx,
    { client, to, by: staff.name, until, note, key: `handed_over:${client.id}:${to.id}:${now.getTime()}` },
    options,
    now,
  )
}
