import { type Locale, platformOf, type RemoteConversation, type RemoteUser } from '../../core/ids.ts'
import type { LeadAct, LeadForm, LeadRefusal, LeadState, LeadVerdict } from '../../core/leads.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { giveTo, lose, qualify, win } from '../../people/leads/acts.ts'
import { mayBecome } from '../../people/leads/transitions.ts'
import { loads } from '../../people/loads.ts'
import { type Colleague, localeOfStaff, mayDecide, staffByUser } from '../../people/staff.ts'
import { takers } from '../cover/hand-over.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'

type Asked = { readonly client: string; readonly by: RemoteUser; readonly act: LeadAct }

/** What a lead becomes by each act; assigning leaves it what it is. */
const BECOMES = { qualify: 'qualified', win: 'won', lose: 'lost' } as const satisfies Record<
  Exclude<LeadAct['kind'], 'assign'>,
  LeadState
>

/** Somebody qualifies a lead, makes it a client, gives it up or gives it to a manager. What waits of it is shown as it is then. */
export async function actOnLead(
  tx: Tx,
  { client: id, by, act }: Asked,
  options: ShowOptions,
  now: Date,
): Promise<LeadVerdict> {
  await tx.$queryRaw`select id from "Client" where id = ${id}::uuid for update`
  const opened = await openLead(tx, id, by)
  if (opened.kind !== 'lead') return opened
  const { client, locale, state } = opened
  const goesOn = act.kind === 'assign' ? state === 'new' || state === 'qualified' : mayBecome(state, BECOMES[act.kind])
  if (!goesOn) return { kind: 'already', locale, state, name: client.name }
  const done = await ACT[act.kind](tx, client, act, options, now)
  if (typeof done === 'string') return { kind: 'refused', locale, why: done }
  await showOpen(tx, id, options, now)
  return { kind: 'done', locale, state: done.lead ?? state, name: done.name }
}

const ACT = {
  qualify: (tx, client, _act, _options, now) => qualify(tx, client, now),
  lose: async (tx, client, act, _options, now) => {
    const reason = act.kind === 'lose' ? act.reason.trim() : ''
    return reason === '' ? 'no_reason' : lose(tx, client, reason, now)
  },
  win: async (tx, client, act, options, now) => {
    if (act.kind !== 'win' || act.name.trim() === '') return 'no_name'
    if (act.channel !== undefined && !isTeamChannel(act.channel, options)) return 'no_channel'
    const manager = act.manager === undefined ? undefined : await taker(tx, act.manager)
    if (typeof manager === 'string') return manager
    return win(tx, client, { ...act, name: act.name.trim() }, manager?.id, now)
  },
  assign: async (tx, client, act, _options, now) => {
    const to = await taker(tx, act.kind === 'assign' ? act.to : '')
    return typeof to === 'string' ? to : giveTo(tx, client, to.id, now)
  },
} as const satisfies Record<
  LeadAct['kind'],
  (tx: Tx, client: Client, act: LeadAct, options: ShowOptions, now: Date) => Promise<Client | LeadRefusal>
>

/** A channel of the team's platform, and not where the queue stands. */
function isTeamChannel(channel: RemoteConversation, { team, queueConversation }: ShowOptions): boolean {
  const isOurs = platformOf(channel) === team.platform && team.conversation(team.plain(channel)) === channel
  return isOurs && channel !== queueConversation
}

async function taker(tx: Tx, key: string): Promise<Staff | 'nobody' | 'away'> {
  const there = (await takers(tx)).find((person) => person.key === key)
  if (there) return there
  return (await tx.staff.count({ where: { key, active: true } })) === 0 ? 'nobody' : 'away'
}

async function showOpen(tx: Tx, clientId: string, options: ShowOptions, now: Date): Promise<void> {
  const open = await tx.relay.findMany({
    where: { clientId, status: { in: ['gathering', 'waiting'] } },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  for (const { id } of open) await showRelay(tx, id, options, now)
}

type Opened =
  | {
      readonly kind: 'lead'
      readonly client: Client
      readonly staff: Colleague
      readonly locale: Locale
      readonly state: LeadState
    }
  | Extract<LeadVerdict, { kind: 'already' | 'forbidden' | 'unknown' }>

async function openLead(tx: Tx, id: string, by: RemoteUser): Promise<Opened> {
  const agency = await agencyOf(tx)
  const staff = await staffByUser(tx, by)
  const locale = staff ? localeOfStaff(staff, agency) : agency.locale
  const client = await tx.client.findUnique({ where: { id } })
  if (!client) return { kind: 'unknown', locale }
  if (!staff || !mayDecide(staff, client)) return { kind: 'forbidden', locale }
  const state = client.lead ?? (client.stage === 'lead' ? 'new' : 'won')
  if (client.stage !== 'lead') return { kind: 'already', locale, state, name: client.name }
  return { kind: 'lead', client, staff, locale, state }
}

const TIERS = ['standard', 'key']

/** What the dialogues of a lead offer. Reads only. */
export async function leadForm(tx: Tx, id: string, by: RemoteUser): Promise<LeadForm> {
  const opened = await openLead(tx, id, by)
  if (opened.kind !== 'lead') return opened
  const { client, locale, state } = opened
  if (state === 'lost') return { kind: 'already', locale, state, name: client.name }
  const known = await tx.client.findMany({
    where: { stage: 'client', active: true },
    select: { tier: true },
    distinct: ['tier'],
  })
  const waiting = new Map((await loads(tx)).map((load) => [load.id, load.waiting]))
  const people = await takers(tx)
  return {
    kind: 'open',
    locale,
    client: id,
    name: client.name,
    manager: people.find((person) => person.id === client.managerId)?.key,
    tiers: [...new Set([...TIERS, ...known.map(({ tier }) => tier)])],
    people: people.map((person) => ({ key: person.key, name: person.name, waiting: waiting.get(person.id) ?? 0 })),
  }
}
