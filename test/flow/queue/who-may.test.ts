import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/core/clock.ts'
import type { RelayId, RemoteConversation, RemoteMessage, RemoteUser } from '../../../src/core/ids.ts'
import { leadsReport } from '../../../src/people/leads/report.ts'
import { wallOf } from '../../../src/relay/mask/wall.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { decides, relayOf, waitingAnswer } from '../../support/queue.ts'

const user = (id: string) => `sl:${id}` as RemoteUser

async function hire(bridge: Bridge, key: string, employment: 'in_house' | 'contractor' = 'in_house'): Promise<string> {
  const remoteUser = `sl:U0${key.toUpperCase()}`
  const data = { key, name: key, role: 'manager', employment, remoteUser } as const
  return (await bridge.database.prisma.staff.create({ data })).id
}

async function asksSecond(bridge: Bridge, of: readonly string[]): Promise<void> {
  const { prisma } = bridge.database
  const action = { act: 'second', of: [...of], quorum: 'any' }
  await prisma.rule.create({ data: { key: 'two', position: 1, scope: 'agency', conditions: {}, action } })
  await prisma.relay.updateMany({ where: { direction: 'to_client' }, data: { ruledRevision: null } })
  await bridge.settle()
}

describe.runIf(hasDatabase)('a second approval', () => {
  it('of managers is not asked of those of other firms, who see no other’s clients', async () => {
    const { bridge } = await waitingAnswer()
    await hire(bridge, 'kira')
    await hire(bridge, 'lena', 'contractor')
    await asksSecond(bridge, ['managers'])
    const cards = (conversation: string) => bridge.database.prisma.outboxItem.count({ where: { conversation } })
    expect(await cards('sl:@U0KIRA')).toBe(1)
    expect(await cards('sl:@U0LENA')).toBe(0)
    const relay = (await relayOf(bridge)).id as RelayId
    expect((await bridge.liaison.flow.look(relay, user('U0LENA'))).kind).toBe('forbidden')
  })

  it('is found in the queue of whoever is asked for it, until it is given or not needed', async () => {
    const { bridge } = await waitingAnswer()
    await hire(bridge, 'kira')
    await asksSecond(bridge, ['kira'])
    const { flow } = bridge.liaison
    const queue = await flow.queue(user('U0KIRA'))
    expect(queue).toMatchObject({ count: 1, entries: [{ number: 2, acts: ['approve'], more: ['history'] }] })
    expect(await flow.queue(user('U0DINA')), 'a specialist is asked nothing').toMatchObject({ count: 0 })
    expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' }, 'U0KIRA')).kind).toBe('done')
    expect(await flow.queue(user('U0KIRA'))).toMatchObject({ count: 0, entries: [] })
    expect(await flow.queue(user('U0ANNA'))).toMatchObject({ count: 1 })
  })

  it('shows whoever is asked for it nothing else that waits', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    bridge.clock.pass(3 * MINUTE)
    await bridge.settle()
    await bridge.teamSays('Другое', { threadTs })
    await bridge.settle()
    await hire(bridge, 'kira')
    await asksSecond(bridge, ['kira'])
    const relay = (await relayOf(bridge)).id as RelayId
    const choices = await bridge.liaison.flow.choices(relay, user('U0KIRA'))
    expect(choices.kind).toBe('forbidden')
    expect(await bridge.liaison.flow.look(relay, user('U0KIRA'))).toMatchObject({ card: { more: ['history'] } })
  })
})

describe.runIf(hasDatabase)('who is away', () => {
  it('is told to those who do not answer for clients without naming any', async () => {
    const bridge = await Bridge.open()
    const { prisma } = bridge.database
    const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
    const client = await prisma.client.findUniqueOrThrow({ where: { key: 'parts' } })
    const from = bridge.clock.now()
    const own = { staffId: anna.id, setById: anna.id, from, note: 'не звоните Ивану' }
    await prisma.absence.createMany({ data: [own, { ...own, clientId: client.id }] })
    await prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    const { cover } = bridge.liaison.flow
    const told = async (id: string) => (await cover.absences(user(id)))?.absences ?? []
    expect(await told('U0OLEG')).toEqual([
      expect.objectContaining({ name: 'Анна', note: undefined, client: undefined }),
    ])
    expect(await told('U0DINA')).toHaveLength(1)
    expect(await told('U0BORIS')).toHaveLength(2)
  })

  it('is told of so many, and how many more there are', async () => {
    const bridge = await Bridge.open()
    const { prisma } = bridge.database
    const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
    const own = { staffId: anna.id, setById: anna.id, from: bridge.clock.now() }
    await prisma.absence.createMany({ data: Array.from({ length: 60 }, () => own) })
    expect(await bridge.liaison.flow.cover.absences(user('U0BORIS'))).toMatchObject({ more: 20 })
  })
})

describe.runIf(hasDatabase)('what a client got of a message', () => {
  it('is for its author, those who work on the project and those who decide', async () => {
    const { bridge, ts } = await waitingAnswer()
    await bridge.approve()
    await hire(bridge, 'kira')
    await hire(bridge, 'lena', 'contractor')
    const message = `sl:C0SEO/${ts}` as RemoteMessage
    const kindFor = async (id: string) => (await bridge.liaison.flow.asDelivered(message, user(id))).kind
    expect(await kindFor('U0OLEG')).toBe('approved')
    expect(await kindFor('U0ANNA')).toBe('approved')
    expect(await kindFor('U0VERA')).toBe('approved')
    for (const stranger of ['U0DINA', 'U0KIRA', 'U0LENA']) expect(await kindFor(stranger), stranger).toBe('not_here')
  })

  it('keeps the numbers that it has given', async () => {
    const { bridge, ts } = await waitingAnswer('Напишу на new@mail.ru')
    await bridge.approve()
    await bridge.database.prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    const shown = await bridge.liaison.flow.asDelivered(`sl:C0SEO/${ts}` as RemoteMessage, user('U0OLEG'))
    expect(JSON.stringify(shown)).toContain('[почта 1]')
    const request = await bridge.database.prisma.request.findFirstOrThrow()
    const wall = await wallOf(bridge.database.prisma, request)
    expect(wall?.text('Пишите на other@mail.ru')).toBe('Пишите на [почта 2]')
  })
})

describe.runIf(hasDatabase)('a lead that becomes a client', () => {
  it('gets no place that is no channel of the team’s; in one that a blind contractor reads it has no name', async () => {
    const bridge = await Bridge.open()
    const { prisma } = bridge.database
    await prisma.staff.update({ where: { key: 'oleg' }, data: { blind: true } })
    await bridge.act('telegram/start', { user: 114 })
    await bridge.clientSays('Здравствуйте, мы «Ромашка»', { user: 114 })
    await bridge.settle()
    const lead = await prisma.client.findFirstOrThrow({ where: { stage: 'lead' } })
    const wins = async (channel: string) => {
      const act = { kind: 'win', name: 'Ромашка', tier: 'standard', channel: channel as RemoteConversation } as const
      return bridge.liaison.flow.leads.act({ client: lead.id, by: user('U0VERA'), act })
    }
    expect(await wins('sl:@U0ANNA')).toMatchObject({ kind: 'refused', why: 'no_channel' })
    expect(await wins('tg:111')).toMatchObject({ kind: 'refused', why: 'no_channel' })
    expect(await wins('sl:C0SEO')).toMatchObject({ kind: 'done' })
    const relay = await relayOf(bridge, 'to_team')
    expect((await decides(bridge, relay, { kind: 'approve' }, 'U0VERA')).kind).toBe('done')
    await bridge.settle()
    const [said] = await bridge.channel('C0SEO')
    expect(`${said?.username} ${seen(said)}`).toContain('Здравствуйте, мы «[клиент]»')
    expect(`${said?.username} ${seen(said)}`).not.toMatch(/Новиков|Ромашка/)
  })

  it('is a line among so many of the report, which counts all', async () => {
    const bridge = await Bridge.open()
    const rows = Array.from(
      { length: 120 },
      (_, i) => ({ key: `l${i}`, name: `Лид ${i}`, stage: 'lead', lead: 'new' }) as const,
    )
    await bridge.database.prisma.client.createMany({
      data: rows.map((row) => ({ ...row, leadSince: bridge.clock.now() })),
    })
    const report = await leadsReport(bridge.database, 'ru')
    expect(report.split('\n').filter((line) => line.startsWith('новый'))).toHaveLength(100)
    expect(report).toContain('ещё 20')
    expect(report).toContain('Всего 120: новых 120')
  })
})

describe.runIf(hasDatabase)('ready answers', () => {
  it('for a message are for whoever may decide on it', async () => {
    const { bridge } = await waitingAnswer()
    await hire(bridge, 'lena', 'contractor')
    const relay = (await relayOf(bridge)).id as RelayId
    const { flow } = bridge.liaison
    expect(await flow.canned(user('U0ANNA'), { relay })).toBeDefined()
    expect(await flow.canned(user('U0LENA'), { relay })).toBeUndefined()
    expect(
      await flow.canned(user('U0ANNA'), { relay: '00000000-0000-7000-8000-000000000000' as RelayId }),
    ).toBeUndefined()
    expect(await flow.canned(user('U0LENA'))).toBeDefined()
  })
})

describe.runIf(hasDatabase)('a client that is handed over', () => {
  it('leaves alone what was handed to somebody already, and says of the rest whose it was', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Первое')
    await bridge.settle()
    const first = await relayOf(bridge, 'to_team')
    bridge.clock.pass(3 * MINUTE)
    await bridge.settle()
    await bridge.clientSays('Второе')
    await bridge.settle()
    const second = await relayOf(bridge, 'to_team')
    expect(second.id).not.toBe(first.id)
    const { cover } = bridge.liaison.flow
    const hands = (relay: string, to: string, what: 'relay' | 'client') =>
      cover.handOver({ by: user('U0VERA'), relay: relay as RelayId, to, what })
    expect((await hands(first.id, 'boris', 'relay')).kind).toBe('done')
    expect((await hands(first.id, 'vera', 'client')).kind).toBe('done')
    const notes = await bridge.database.prisma.relayActivity.findMany({ where: { kind: 'handed_over' } })
    const of = (id: string) => notes.filter(({ relayId }) => relayId === id).map(({ note }) => note)
    expect(of(first.id)).toEqual(['Анна → Boris'])
    expect(of(second.id)).toEqual(['Анна → Вера'])
  })
})
