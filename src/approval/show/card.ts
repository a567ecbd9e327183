import type { Card } from '../../core/card.ts'
import type { Locale, RelayId } from '../../core/ids.ts'
import { actsOf, moreOf } from '../../core/relay.ts'
import { filesIn, type RichText, richTextSchema, toPlain } from '../../core/rich-text.ts'
import { isLater } from '../../core/sla.ts'
import type { Tx } from '../../db/client.ts'
import type { ActivityKind, Interaction, Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { quotesOf } from '../../relay/answers.ts'
import { bodyOf } from '../../relay/body.ts'
import { previewOf } from '../../relay/mask/money.ts'
import { blindIn } from '../../relay/mask/wall.ts'
import { isOpen } from '../../relay/transitions.ts'
import { boundariesFor } from '../boundaries/boundaries.ts'
import { oldOf } from '../decide/age.ts'
import { leaving, signatureOf } from '../decide/leaving.ts'
import { findingsIn } from '../decide/meaning.ts'
import { aboutOf } from '../reasons/about.ts'
import { proposedOf, ruleOf } from '../rules/show.ts'
import { deliveryOf } from './marks/delivery.ts'
import { marksOf, roomOf } from './marks/marks.ts'
import { warningsIn } from './warnings.ts'

const DECISIONS: ActivityKind[] = [
  'approved',
  'approved_edited',
  'returned',
  'rejected',
  'answered',
  'withdrawn',
  'scheduled',
  'scheduled_edited',
  'unscheduled',
  'merged',
]

/** What a card tells of besides a decision. */
const TOLD: ActivityKind[] = [...DECISIONS, 'handed_over']

const withAll = {
  client: { include: { former: true } },
  contact: true,
  author: true,
  decidedBy: true,
  request: { include: { project: true } },
  parts: { include: { interaction: { include: { previous: true } } } },
  versions: { where: { kind: 'final' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
  items: { where: { kind: 'final' }, orderBy: { seq: 'desc' }, take: 1 },
  answeredBy: {
    where: { kind: 'message', status: 'approved' },
    orderBy: { openedAt: 'desc' },
    take: 1,
    include: {
      versions: { where: { kind: 'final' } },
      items: { where: { kind: 'final' }, orderBy: { seq: 'desc' }, take: 1 },
    },
  },
  activities: { where: { kind: { in: TOLD } }, orderBy: { chainSeq: 'desc' }, include: { staff: true } },
} satisfies Prisma.RelayInclude
type Loaded = Prisma.RelayGetPayload<{ include: typeof withAll }>

/** How many messages of before a card shows, and how much of each. */
const BEFORE = 3
const BEFORE_LENGTH = 200

/** A relay as its card shows it, in the reader's language. Undefined: there is no such relay. */
export async function cardOf(tx: Tx, relayId: string, locale: Locale): Promise<Card | undefined> {
  const relay = await tx.relay.findUnique({ where: { id: relayId }, include: withAll })
  if (!relay) return undefined
  const body = bodyOf(relay)
  const proposed = isOpen(relay.status) ? await proposedOf(tx, relay, body, locale) : undefined
  const item = isOpen(relay.status) ? undefined : (relay.items[0] ?? relay.answeredBy[0]?.items[0])
  const chat = await tx.chat.findUnique({ where: { conversation: relay.request.conversation } })
  return {
    relay: relay.id as RelayId,
    number: relay.number,
    revision: relay.revision,
    look: relay.look,
    locale,
    kind: relay.kind,
    direction: relay.direction,
    status: relay.status,
    client: { name: relay.client.name, tier: relay.client.tier, lead: relay.client.stage === 'lead' },
    author: authorOf(relay),
    project: relay.request.project?.name,
    place: chat?.kind === 'group' ? (chat.title ?? undefined) : undefined,
    openedAt: relay.openedAt.toISOString(),
    clocks: await clocksOf(tx, relay),
    old: await oldOf(tx, relay),
    body: [...body],
    quotes: await cardQuotes(tx, relay, body, locale),
    before: await beforeOf(tx, relay),
    since: await sinceOf(tx, relay),
    round: relay.round,
    returned: returnOf(relay),
    handed: handedOver(relay),
    lead: leadOf(relay),
    changed: changeOf(relay),
    standing: await standingOf(tx, relay),
    decided: decisionOf(relay, await heldAgainst(tx, relay, body), locale),
    delivery: deliveryOf(item),
    ...(await marksOf(tx, relay, item)),
    rule: isOpen(relay.status) ? await ruleOf(tx, relay) : undefined,
    proposed,
    acts: isOpen(relay.status) ? [...actsOf(relay)] : [],
    ...(isOpen(relay.status) ? await blindFacts(tx, relay, proposed?.body ?? body) : {}),
    boundaries:
      isOpen(relay.status) && relay.direction === 'to_team' ? await boundariesFor(tx, relay, toPlain(body)) : undefined,
    reason: await aboutOf(tx, relay, locale),
    files: filesIn(body).some(({ sha256 }) => sha256 !== undefined) ? await filesFor(tx) : undefined,
    more: moreOf({ ...relay, ...(await roomOf(tx, relay)) }),
    projects: await projectsOf(tx, relay),
  }
}

/** What the client's words answer; undefined: nothing. */
async function cardQuotes(tx: Tx, relay: Loaded, body: RichText, locale: Locale): Promise<Card['quotes']> {
  const quotes = await quotesOf(tx, relay, body, { locale })
  return quotes.length === 0 ? undefined : quotes
}

/** What becomes of files for those to whom no amounts are shown. */
async function filesFor(tx: Tx): Promise<Card['files']> {
  return (await agencyOf(tx)).withholdsFiles ? 'withheld' : 'shown'
}

function authorOf(relay: Loaded): Card['author'] {
  if (relay.author) return { name: relay.author.name, craft: relay.author.craft ?? undefined, isNew: false }
  return { name: relay.contact?.name ?? relay.client.name, isNew: relay.contact?.introduced === false }
}

/** The last words between client and agency in this request before this relay: what was said by the client, what arrived there. */
async function beforeOf(tx: Tx, relay: Loaded): Promise<Card['before']> {
  const own = relay.parts.map((part) => part.interactionId)
  const rows = await tx.interaction.findMany({
    where: {
      requestId: relay.requestId,
      channel: 'messenger',
      kind: { in: ['message', 'delivery'] },
      id: { notIn: own },
      at: { lte: relay.openedAt },
      NOT: { relayId: relay.id },
    },
    orderBy: { at: 'desc' },
    take: BEFORE,
    include: { contact: true, staff: true },
  })
  return rows.reverse().map((row) => ({
    side: row.direction === 'in' ? ('client' as const) : ('agency' as const),
    who: row.contact?.name ?? row.staff?.name ?? '',
    at: row.at.toISOString(),
    text: previewOf(richTextSchema.parse(row.body), BEFORE_LENGTH),
  }))
}

/** What the client has said in this request while a specialist's words wait: they may no longer be the answer. */
async function sinceOf(tx: Tx, relay: Loaded): Promise<Card['since']> {
  if (relay.look === 0 || relay.direction !== 'to_client' || !isOpen(relay.status)) return []
  const said = Math.max(0, ...relay.parts.map((part) => part.interaction.chainSeq))
  const rows = await tx.interaction.findMany({
    where: {
      requestId: relay.requestId,
      channel: 'messenger',
      direction: 'in',
      kind: { in: ['message', 'edit'] },
      chainSeq: { gt: said },
    },
    orderBy: { chainSeq: 'desc' },
    take: BEFORE,
    include: { contact: true },
  })
  return rows.reverse().map((row) => ({
    who: row.contact?.name ?? relay.client.name,
    at: row.at.toISOString(),
    text: previewOf(richTextSchema.parse(row.body), BEFORE_LENGTH),
  }))
}

/** What runs out while it waits. Late is what the sweep has found late, so that a card needs no clock of its own. */
async function clocksOf(tx: Tx, { id, requestId, status }: Loaded): Promise<Card['clocks']> {
  if (!isOpen(status)) return []
  const running = await tx.slaClock.findMany({
    where: { requestId, state: 'running', OR: [{ relayId: id }, { kind: { in: ['first_answer', 'next_answer'] } }] },
    orderBy: { dueAt: 'asc' },
  })
  return running.map(({ kind, dueAt, step }) => ({ kind, due: dueAt.toISOString(), late: isLater(step, 'warned') }))
}

/** The last return, until the relay is decided for good: what the author was asked. */
function returnOf(relay: Loaded): Card['returned'] {
  const last = relay.activities.find((activity) => activity.kind === 'returned')
  return last && { by: last.staff?.name ?? '', reason: last.note ?? '' }
}

/** Of a person whom nobody knew: how far they have come, and that they were here before. */
function leadOf({ client }: Loaded): Card['lead'] {
  if (client.stage !== 'lead') return undefined
  const { former } = client
  return {
    client: client.id,
    state: client.lead ?? 'new',
    former: former?.lostAt ? { lostAt: former.lostAt.toISOString(), reason: former.lostReason ?? '' } : undefined,
  }
}

/** To whoever decides now, when that is not the client's manager. */
function handedOver(relay: Loaded): Card['handed'] {
  if (relay.assigneeId === null) return undefined
  const last = relay.activities.find((activity) => activity.kind === 'handed_over')
  return last && { by: last.staff?.name ?? '', note: last.note ?? '' }
}

/** The last change its author made to what was said: while it waits, or after it was decided. */
function changeOf(relay: Loaded): Card['changed'] {
  const decidedAt = relay.decidedAt
  const afterDecision = (at: Date) => decidedAt !== null && !isOpen(relay.status) && at >= decidedAt
  // A change that was proposed as a correction stands on its card while that waits; no removal is about it.
  const isNews = (at: Date) =>
    relay.kind === 'message' || at > relay.openedAt || (relay.kind === 'correction' && isOpen(relay.status))
  const changes = relay.parts.flatMap((part) => [
    ...editsOf(part.interaction).filter(({ at }) => isNews(at)),
    ...(part.withdrawnAt && relay.status !== 'withdrawn'
      ? [{ at: part.withdrawnAt, before: part.interaction.text, after: '' }]
      : []),
  ])
  const last = changes.sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  return last && { ...last, at: last.at.toISOString(), afterDecision: afterDecision(last.at) }
}

/** What a correction or a removal finds at the other side: the final that was approved last. */
async function standingOf(tx: Tx, relay: Loaded): Promise<Card['standing']> {
  if (relay.correctsId === null) return undefined
  const version = await tx.relayVersion.findFirst({
    where: {
      kind: 'final',
      relay: {
        status: 'approved',
        number: { lt: relay.number },
        kind: { not: 'removal' },
        OR: [{ id: relay.correctsId }, { correctsId: relay.correctsId }],
      },
    },
    orderBy: { at: 'desc' },
  })
  return version ? [...richTextSchema.parse(version.body)] : undefined
}

function editsOf(said: Interaction & { previous: Interaction | null }): { at: Date; before: string; after: string }[] {
  return said.kind === 'edit' && said.previous ? [{ at: said.at, before: said.previous.text, after: said.text }] : []
}

const ACT_OF = {
  approved: 'approve',
  approved_edited: 'edit',
  returned: 'return',
  rejected: 'reject',
  answered: 'answer',
  withdrawn: 'withdraw',
  scheduled: 'schedule',
  scheduled_edited: 'schedule',
  merged: 'merge',
} as const

async function blindFacts(
  tx: Tx,
  relay: Loaded,
  body: RichText,
): Promise<Pick<Card, 'blind' | 'signature' | 'warnings'>> {
  const { request, author, direction } = relay
  const blind = await blindIn(tx, request.projectId)
  return {
    blind: blind.length > 0 && direction === 'to_team' ? true : undefined,
    signature: signatureOf({ relay, request }, author),
    warnings: direction === 'to_client' ? warningsIn(body, blind, request.project?.voice ?? 'agency') : undefined,
  }
}

/** What would have left unchanged: a final is held against it, so that masks and signatures are no change of meaning. */
async function heldAgainst(tx: Tx, relay: Loaded, body: RichText): Promise<RichText> {
  const last = relay.activities[0]?.kind
  if (last !== 'approved_edited' && last !== 'scheduled_edited') return body
  return (await leaving(tx, { relay, request: relay.request }, body)).body
}

function decisionOf(relay: Loaded, body: RichText, locale: Locale): Card['decided'] {
  if (isOpen(relay.status)) return undefined
  const last = relay.activities.find((activity) => activity.kind in ACT_OF)
  if (!last) return undefined
  const version = relay.status === 'answered' ? relay.answeredBy[0]?.versions[0] : relay.versions[0]
  const final = version && richTextSchema.parse(version.body)
  const isPlanned = last.kind === 'scheduled' || last.kind === 'scheduled_edited'
  // Nobody approved it: its rule did, and the note says which.
  const rule = relay.status === 'approved' && last.staff === null ? (last.note ?? undefined) : undefined
  return {
    by: rule === undefined ? (last.staff?.name ?? relay.contact?.name ?? '') : '',
    at: last.at.toISOString(),
    act: ACT_OF[last.kind as keyof typeof ACT_OF],
    note: rule !== undefined || isPlanned ? undefined : (last.note ?? undefined),
    rule,
    final: final && [...final],
    findings:
      final && (last.kind === 'approved_edited' || last.kind === 'scheduled_edited')
        ? findingsIn(body, final, relay.direction, locale)
        : undefined,
  }
}

/** Only where somebody has to choose: a client's message, still open, of a client with several projects. */
async function projectsOf(tx: Tx, relay: Loaded): Promise<Card['projects']> {
  if (relay.direction !== 'to_team' || !isOpen(relay.status) || relay.request.teamThread !== null) return []
  const projects = await tx.project.findMany({
    where: { clientId: relay.clientId, active: true },
    orderBy: { key: 'asc' },
  })
  if (projects.length < 2) return []
  return projects.map((project) => ({
    key: project.key,
    name: project.name,
    chosen: project.id === relay.request.projectId,
  }))
}
