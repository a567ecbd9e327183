import type { Quoted } from '../../core/answered.ts'
import type { Card } from '../../core/card.ts'
import type { Queue, QueueEntry } from '../../core/flow.ts'
import type { Locale, RelayId, RemoteUser } from '../../core/ids.ts'
import { actsOf, moreOf } from '../../core/relay.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma, SlaClock } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, isLead, localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { quotesOf } from '../../relay/answers.ts'
import { bodyOf } from '../../relay/body.ts'
import { askedOf } from '../rules/approvers.ts'
import { proposedIn } from '../rules/ruling.ts'
import { ruleOf } from '../rules/show.ts'
import { bodyFor, quotesFor } from './for-reader.ts'
import { whoseQueue } from './whose.ts'

const PAGE = 15
/** What is done by whoever only gives a second approval. */
const ASKED = { acts: ['approve'], more: ['history'] } as const
const OLDEST_FIRST = [{ openedAt: 'asc' }, { number: 'asc' }] satisfies Prisma.RelayOrderByWithRelationInput[]

/** What this person may decide now, oldest first, a page of it; undefined for somebody who does not work here. Reads only. */
export async function queueOf(tx: Tx, by: RemoteUser, page: number): Promise<Queue | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff) return undefined
  const locale = localeOfStaff(staff, await agencyOf(tx))
  const where = await waitingFor(tx, staff)
  const count = where === undefined ? 0 : await tx.relay.count({ where })
  const pages = Math.max(1, Math.ceil(count / PAGE))
  const shown = Math.min(Math.max(0, page), pages - 1)
  return {
    locale,
    count,
    page: shown,
    pages,
    entries: where ? await entriesOf(tx, where, shown, { locale, staff }) : [],
  }
}

/** What they decide, and that for which a rule asks their approval. */
async function waitingFor(tx: Tx, staff: Colleague): Promise<Prisma.RelayWhereInput | undefined> {
  const waiting = { status: { in: ['gathering' as const, 'waiting' as const] }, snoozedUntil: null }
  if (isLead(staff)) return waiting
  const asked = await askedOf(tx, staff)
  const own = staff.role === 'manager' ? [whoseQueue(staff)] : []
  if (asked.length + own.length === 0) return undefined
  return { ...waiting, OR: [...own, { id: { in: [...asked] } }] }
}

async function entriesOf(
  tx: Tx,
  where: Prisma.RelayWhereInput,
  page: number,
  { locale, staff }: { readonly locale: Locale; readonly staff: Colleague },
): Promise<QueueEntry[]> {
  // Which they are, and only then all of each: else the database would gather everything of every relay that waits.
  const found = await tx.relay.findMany({
    where,
    orderBy: OLDEST_FIRST,
    skip: page * PAGE,
    take: PAGE,
    select: { id: true },
  })
  const relays = await tx.relay.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: OLDEST_FIRST,
    include: {
      client: true,
      contact: true,
      author: true,
      parts: true,
      versions: { where: { kind: 'draft' } },
    },
  })
  const rules = new Map<string, Card['rule']>()
  for (const relay of relays) if (relay.autoAt !== null) rules.set(relay.id, await ruleOf(tx, relay))
  const quotes = new Map<string, readonly Quoted[]>()
  for (const relay of relays) quotes.set(relay.id, await quotesOf(tx, relay, bodyOf(relay), { locale }))
  const late = await lateAmong(
    tx,
    relays.map(({ requestId }) => requestId),
  )
  return relays.map((relay) => {
    const decides = mayDecide(staff, { ...relay.client, assigneeId: relay.assigneeId })
    return {
      relay: relay.id as RelayId,
      number: relay.number,
      revision: relay.revision,
      look: relay.look,
      locale,
      kind: relay.kind,
      direction: relay.direction,
      client: { name: relay.client.name, tier: relay.client.tier, lead: relay.client.stage === 'lead' },
      author: relay.author?.name ?? relay.contact?.name ?? relay.client.name,
      openedAt: relay.openedAt.toISOString(),
      // What leaves when it is approved.
      body: bodyFor(proposedIn(relay) ?? bodyOf(relay), staff),
      quotes: quotesFor(quotes.get(relay.id) ?? [], staff),
      acts: decides ? actsOf(relay) : ASKED.acts,
      more: decides ? moreOf(relay) : ASKED.more,
      rule: decides ? rules.get(relay.id) : undefined,
      late: late.some(({ relayId, requestId, kind }) =>
        kind === 'decision' ? relayId === relay.id : requestId === relay.requestId,
      ),
    }
  })
}

/** The clocks of these requests that have run out, as the sweep has found them. */
function lateAmong(tx: Tx, requestIds: readonly string[]): Promise<Pick<SlaClock, 'relayId' | 'requestId' | 'kind'>[]> {
  return tx.slaClock.findMany({
    where: {
      requestId: { in: [...requestIds] },
      state: 'running',
      kind: { in: ['decision', 'first_answer', 'next_answer'] },
      step: { notIn: ['none', 'warned'] },
    },
    select: { relayId: true, requestId: true, kind: true },
  })
}
