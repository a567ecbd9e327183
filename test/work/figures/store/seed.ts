/** A small agency of which every figure can be reckoned by hand. */
import type { Database } from '../../../../src/db/client.ts'
import { transaction } from '../../../../src/db/transaction.ts'
import type { Interaction, RelayStatus, SlaKind, SlaState } from '../../../../src/generated/prisma/client.ts'
import { logInteraction } from '../../../../src/interactions/log.ts'
import { recordActivity } from '../../../../src/relay/activity.ts'

export type World = {
  readonly database: Database
  readonly anna: string
  readonly boris: string
  client(key: string, of?: Partial<Client>): Promise<string>
  contact(clientId: string, at: string, of?: Partial<Contact>): Promise<Interaction>
  request(clientId: string, at: string): Promise<string>
  clock(clientId: string, from: string, of: Partial<Clock>): Promise<string>
  relay(clientId: string, at: string, of?: Partial<Message>): Promise<string>
}

type Client = { manager: 'anna' | 'boris'; tier: string; endedAt: string; stage: 'lead' | 'client' }
type Contact = { channel: 'phone' | 'messenger'; direction: 'in' | 'out'; reason: string; requestId: string }
type Clock = { kind: SlaKind; state: SlaState; to: string; due: string }
type Message = {
  direction: 'to_team' | 'to_client'
  status: RelayStatus
  acts: { kind: 'approved_edited' | 'returned'; note?: string }[]
  arrived: string
}

/** Moscow, 10 to 19; anna and boris, both in the department `care`. */
export async function worldOf(database: Database): Promise<World> {
  const { prisma } = database
  await prisma.agency.create({ data: { id: 1, name: 'Studio' } })
  const person = async (key: string) => (await prisma.staff.create({ data: { key, name: key, role: 'manager' } })).id
  const [anna, boris] = [await person('anna'), await person('boris')]
  const managers = { anna, boris }
  await prisma.department.create({
    data: { key: 'care', name: 'Care', duty: 'running', members: { create: [{ staffId: anna }] } },
  })
  let sources = 0

  const contact: World['contact'] = (
    clientId,
    at,
    { channel = 'messenger', direction = 'in', reason, requestId } = {},
  ) => {
    sources += 1
    const source = `seed:${sources}`
    return transaction(database, (tx) =>
      logInteraction(tx, {
        clientId,
        kind: 'contact',
        channel,
        direction,
        reason,
        requestId,
        source,
        at: new Date(at),
        body: [],
      }),
    )
  }
  const request: World['request'] = async (clientId, at) => {
    sources += 1
    const { id } = await prisma.request.create({
      data: {
        clientId,
        platform: 'telegram',
        conversation: `tg:${sources}`,
        openedAt: new Date(at),
        lastAt: new Date(at),
      },
    })
    return id
  }
  const relay: World['relay'] = async (clientId, at, of = {}) => {
    const { direction = 'to_team', status = 'approved', acts = [], arrived } = of
    const requestId = await request(clientId, at)
    const said = await contact(clientId, at, { requestId })
    const openedAt = new Date(at)
    const { id } = await prisma.relay.create({
      data: { direction, status, clientId, requestId, openedAt, gatherUntil: openedAt, decidedAt: openedAt },
    })
    await prisma.relayPart.create({
      data: { relayId: id, interactionId: said.id, message: `m:${id}`, round: 1, at: openedAt, body: [] },
    })
    for (const act of acts) await recordActivity(prisma, { relayId: id, clientId, at: openedAt, ...act })
    if (arrived !== undefined) await arrive(database, id, new Date(arrived))
    return id
  }

  return {
    database,
    anna,
    boris,
    client: async (key, { manager = 'anna', tier = 'standard', endedAt, stage = 'client' } = {}) => {
      const ended = endedAt === undefined ? {} : { active: false, endedAt: new Date(endedAt) }
      const { id } = await prisma.client.create({
        data: { key, name: key, tier, stage, managerId: managers[manager], ...ended },
      })
      return id
    },
    contact,
    request,
    clock: async (clientId, from, { kind = 'first_answer', state = 'met', to, due }) => {
      const relayId = await relay(clientId, from)
      const { requestId } = await prisma.relay.findUniqueOrThrow({ where: { id: relayId } })
      const { id } = await prisma.slaClock.create({
        data: {
          requestId,
          clientId,
          relayId,
          kind,
          state,
          startedAt: new Date(from),
          stoppedAt: to === undefined ? null : new Date(to),
          targetMinutes: 120,
          dueAt: new Date(due ?? from),
        },
      })
      return id
    },
    relay,
  }
}

async function arrive({ prisma }: Database, relayId: string, at: Date): Promise<void> {
  const version = await prisma.relayVersion.create({
    data: { relayId, kind: 'final', revision: 1, body: [], text: 'x', hash: `h:${relayId}`, at },
  })
  await prisma.outboxItem.create({
    data: {
      key: `seed:${relayId}`,
      lane: `lane:${relayId}`,
      kind: 'final',
      audience: 'team',
      platform: 'slack',
      conversation: 'sl:C',
      relayId,
      versionId: version.id,
      versionKind: 'final',
      bodyHash: version.hash,
      createdAt: at,
      nextAt: at,
      status: 'sent',
      settledAt: at,
    },
  })
}
