import { describe, expect, it, vi } from 'vitest'
import { DAY } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { transaction } from '../../../src/db/transaction.ts'
import { type Answered, deciders } from '../../../src/people/staff.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

const SOON = { timeout: 20_000, interval: 10 }

/** What the app answers to a command, for the eyes of whoever wrote it. */
async function command(bridge: Bridge, user: string, name: string, text = ''): Promise<string> {
  const { id } = await bridge.direct(user)
  const channel = id === '' ? 'C0GENERAL' : id
  const before = (await toldOnly(bridge, channel, user)).length
  await bridge.act('slack/command', { user, channel, command: name, text })
  return vi.waitUntil(async () => seen((await toldOnly(bridge, channel, user))[before]), SOON)
}

async function toldOnly(bridge: Bridge, channel: string, user: string): Promise<SlackMessageView[]> {
  const messages = channel === 'C0GENERAL' ? await bridge.channel(channel) : (await bridge.direct(user)).messages
  return messages.filter((message) => message.ephemeralFor === user)
}

/** With so much time for everything that no clock hands anything up while days pass. */
async function unhurried(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const sla = { firstAnswer: 60_000, nextAnswer: 60_000, decision: 60_000, specialist: 60_000 }
  await bridge.database.prisma.agency.updateMany({ data: { sla } })
  return bridge
}

async function relayOf(bridge: Bridge): Promise<{ relay: RelayId; revision: number; look: number }> {
  const { id, revision, look } = await bridge.database.prisma.relay.findFirstOrThrow({ orderBy: { number: 'desc' } })
  return { relay: id as RelayId, revision, look }
}

function isOpen(message: SlackMessageView): boolean {
  return JSON.stringify(message.blocks).includes('"approve"')
}

async function openCards(bridge: Bridge, user: string): Promise<number> {
  return (await bridge.cards(user)).filter(isOpen).length
}

describe.runIf(hasDatabase)('an absence', () => {
  it('moves queue and cards to the stand-in at its edge, once, and back by itself, across restarts', async () => {
    const bridge = await unhurried()
    await bridge.clientSays('До отпуска')
    await bridge.settle()
    expect(await command(bridge, 'U0ANNA', '/away', '24.11 - 25.11 <@U0VERA|vera> отпуск')).toContain('2026-11-24')
    expect(await openCards(bridge, 'U0VERA'), 'not before its day').toBe(0)

    bridge.clock.pass(DAY)
    await bridge.stop()
    await bridge.start()
    await bridge.settle()
    expect(seen((await bridge.cards('U0ANNA')).at(-1)), 'a line that says to whom it went').toContain('Вера')
    expect(await openCards(bridge, 'U0ANNA')).toBe(0)
    expect(await openCards(bridge, 'U0VERA')).toBe(1)
    expect(await openCards(bridge, 'U0BORIS'), 'the stand-in comes before the deputy').toBe(0)

    await bridge.clientSays('Во время отпуска')
    await bridge.settle()
    await bridge.stop()
    await bridge.start()
    await bridge.settle()
    expect(await openCards(bridge, 'U0VERA')).toBe(2)
    expect(await bridge.cards('U0VERA'), 'nothing is posted twice').toHaveLength(2)
    expect(await command(bridge, 'U0ANNA', '/queue')).toContain('Вас ничего не ждёт')

    bridge.clock.pass(2 * DAY)
    await bridge.settle()
    expect(await openCards(bridge, 'U0VERA')).toBe(0)
    expect(await openCards(bridge, 'U0ANNA'), 'it comes back, as new cards').toBe(2)
    expect(await bridge.cards('U0ANNA'), 'beside the line of before').toHaveLength(3)
    await bridge.approve()
    expect(seen((await bridge.channel('C0SEO'))[0])).toContain('Во время отпуска')
  })

  it('goes past whoever is away too; the absent may still decide, and comes back by a word', async () => {
    const bridge = await unhurried()
    await bridge.clientSays('Кто ответит?')
    await bridge.settle()
    const [first] = await bridge.cards('U0ANNA')
    expect(await command(bridge, 'U0ANNA', '/away')).toContain('Все на месте')
    expect(await command(bridge, 'U0ANNA', '/away', 'до 31.02')).toContain('31.02')
    expect(await command(bridge, 'U0ANNA', '/away', '@boris до 30.11')).toContain('только руководители')
    expect(await command(bridge, 'U0ANNA', '/away', 'до 30.11')).toContain('заместителю')
    await bridge.settle()
    expect(await openCards(bridge, 'U0BORIS'), 'the deputy').toBe(1)
    expect(await command(bridge, 'U0VERA', '/away', '@boris до 27.11')).toContain('Boris')
    await bridge.settle()
    expect(await openCards(bridge, 'U0BORIS')).toBe(0)
    expect(await openCards(bridge, 'U0VERA'), 'then those who lead').toBe(1)

    const verdict = await bridge.liaison.flow.decide({
      ...(await relayOf(bridge)),
      by: 'sl:U0ANNA' as RemoteUser,
      act: { kind: 'approve' },
    })
    expect(verdict.kind).toBe('done')
    await bridge.settle()
    expect(seen((await bridge.cards('U0ANNA')).find(({ ts }) => ts === first?.ts)), 'what became of it').toContain(
      'Анна',
    )
    expect(await command(bridge, 'U0ANNA', '/away', 'off')).toContain('снова на месте')
    await bridge.clientSays('Спасибо')
    await bridge.settle()
    expect(await openCards(bridge, 'U0ANNA')).toBe(1)
  })
})

describe.runIf(hasDatabase)('handing over', () => {
  it('makes one message somebody else’s: the card moves, the new one sees from whom and why', async () => {
    const bridge = await unhurried()
    await bridge.clientSays('Вопрос не ко мне')
    await bridge.settle()
    const { relay } = await relayOf(bridge)
    const form = await bridge.liaison.flow.cover.handOverForm(relay, 'sl:U0ANNA' as RemoteUser)
    expect(form).toMatchObject({ kind: 'open', wholeClient: false, people: [{ key: 'boris' }, { key: 'vera' }] })
    const verdict = await bridge.liaison.flow.cover.handOver({
      by: 'sl:U0ANNA' as RemoteUser,
      relay,
      to: 'boris',
      what: 'relay',
      note: 'ты знаешь сайт',
    })
    expect(verdict.kind).toBe('done')
    await bridge.settle()
    expect(await openCards(bridge, 'U0ANNA')).toBe(0)
    expect(seen(await bridge.card('U0BORIS'))).toContain('Анна → Boris: ты знаешь сайт')
    await bridge.approve('U0BORIS')
    expect(seen((await bridge.channel('C0SEO'))[0])).toContain('Вопрос не ко мне')
    expect(seen(await bridge.card('U0ANNA'))).toContain('Boris')
  })

  it('takes it from the queues of all who answer for the client, until the new one is not there either', async () => {
    const bridge = await unhurried()
    const { prisma } = bridge.database
    const data = { key: 'kira', name: 'Кира', role: 'manager', remoteUser: 'sl:U0KIRA' } as const
    const kira = await prisma.staff.create({ data })
    await bridge.clientSays('Вопрос не к нам')
    await bridge.settle()
    const { relay } = await relayOf(bridge)
    const asked = { by: 'sl:U0ANNA' as RemoteUser, relay, to: 'kira', what: 'relay' } as const
    expect((await bridge.liaison.flow.cover.handOver(asked)).kind).toBe('done')
    const waiting = async () => {
      const queues = ['U0ANNA', 'U0BORIS', 'U0KIRA'].map((user) =>
        bridge.liaison.flow.queue(`sl:${user}` as RemoteUser),
      )
      return (await Promise.all(queues)).map((queue) => queue?.count)
    }
    expect(await waiting()).toEqual([0, 0, 1])
    await prisma.absence.create({ data: { staffId: kira.id, from: bridge.clock.now(), state: 'running' } })
    expect(await waiting(), 'nothing is in nobody’s queue').toEqual([1, 1, 0])
  })

  it('goes past a stand-in who has lent this very client', async () => {
    const bridge = await unhurried()
    const { prisma } = bridge.database
    const id = async (key: string) => (await prisma.staff.findUniqueOrThrow({ where: { key } })).id
    const [anna, boris, vera] = await Promise.all([id('anna'), id('boris'), id('vera')])
    const client = await prisma.client.findUniqueOrThrow({ where: { key: 'parts' } })
    const running = { from: bridge.clock.now(), state: 'running' } as const
    await prisma.absence.create({ data: { ...running, staffId: boris, standInId: anna } })
    await prisma.absence.create({ data: { ...running, staffId: anna, standInId: vera, clientId: client.id } })
    const told = (of: Answered) => transaction(bridge.database, (tx) => deciders(tx, of))
    expect((await told({ ...client, assigneeId: boris })).map(({ key }) => key)).toEqual(['vera'])
    const other = await prisma.client.findUniqueOrThrow({ where: { key: 'nordic' } })
    expect(
      (await told(other)).map(({ key }) => key),
      'for others she is there',
    ).toEqual(['anna'])
  })

  it('lends a whole client until a day, and leads see who has what', async () => {
    const bridge = await unhurried()
    await bridge.clientSays('Кому?')
    await bridge.settle()
    const { relay } = await relayOf(bridge)
    const asked = { relay, to: 'boris', what: 'client', until: '2026-11-24' } as const
    const tried = await bridge.liaison.flow.cover.handOver({ ...asked, by: 'sl:U0ANNA' as RemoteUser })
    expect(tried.kind, 'only leads').toBe('forbidden')
    await bridge.liaison.flow.cover.handOver({ ...asked, by: 'sl:U0VERA' as RemoteUser })
    await bridge.settle()
    expect(await openCards(bridge, 'U0BORIS')).toBe(1)
    const told = (await bridge.direct('U0BORIS')).messages.filter((message) => seen(message).includes('handed'))
    expect(told.map((message) => message.text)).toEqual([
      expect.stringContaining('Вера handed the client “Автозапчасти” over to you until and with 2026-11-24'),
    ])
    expect(await command(bridge, 'U0VERA', '/load')).toContain('Анна · клиентов: 1 · в работе: 1 · ждут решения: 1')
    expect(await command(bridge, 'U0ANNA', '/load')).toContain('только руководители')

    bridge.clock.pass(2 * DAY)
    await bridge.settle()
    expect(await openCards(bridge, 'U0BORIS')).toBe(0)
    expect(await openCards(bridge, 'U0ANNA')).toBe(1)
  })
})

describe.runIf(hasDatabase)('a subcontracted manager', () => {
  it('sees no amounts and no other’s clients; what leaves has the amounts, and an edit cannot lose them', async () => {
    const bridge = await unhurried()
    await bridge.database.prisma.staff.update({ where: { key: 'anna' }, data: { employment: 'contractor' } })
    await bridge.clientSays('Бюджет 150 000 ₽, аудит за 20к')
    await bridge.act('telegram/start', { user: 114 })
    await bridge.clientSays('Я новый клиент', { user: 114 })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Бюджет •••¹, аудит за •••²')
    expect(JSON.stringify(await bridge.direct('U0ANNA'))).not.toContain('150 000')
    expect(seen(await bridge.card('U0VERA')), 'strangers are not for her').toContain('Я новый клиент')
    expect(await command(bridge, 'U0ANNA', '/queue')).not.toContain('новый клиент')

    await bridge.click('edit')
    expect(JSON.stringify(await bridge.modal())).not.toContain('150 000')
    await bridge.submit('Бюджет •••¹, за аудит сколько-нибудь')
    await vi.waitUntil(async () => JSON.stringify((await bridge.modal()).errors).includes('Не хватает суммы'), SOON)
    await bridge.submit('Бюджет •••¹, за аудит •••²')
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO'))[0])).toContain('Бюджет 150 000 ₽, за аудит 20к')
    expect(JSON.stringify(await bridge.direct('U0ANNA'))).not.toContain('150 000')
  })

  it('is told of a client that becomes theirs without the amounts in the word why', async () => {
    const bridge = await unhurried()
    await bridge.database.prisma.staff.update({ where: { key: 'boris' }, data: { employment: 'contractor' } })
    await bridge.clientSays('Кому?')
    await bridge.settle()
    const { relay } = await relayOf(bridge)
    const asked = { relay, to: 'boris', what: 'client', note: 'Платят 150 000 ₽ в месяц' } as const
    await bridge.liaison.flow.cover.handOver({ ...asked, by: 'sl:U0VERA' as RemoteUser })
    await bridge.settle()
    expect(seen(await bridge.card('U0BORIS'))).not.toContain('150 000')
    const { messages } = await bridge.direct('U0BORIS')
    expect(messages.map(seen).join()).toContain('Платят ••• в месяц')
    expect(JSON.stringify(messages)).not.toContain('150 000')
  })
})
