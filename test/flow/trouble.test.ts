import { describe, expect, it } from 'vitest'
import { after, MINUTE, SECOND } from '../../src/core/clock.ts'
import { settleByHand } from '../../src/outbox/settle.ts'
import { Bridge, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

async function withReply(): Promise<{ bridge: Bridge; ts: string }> {
  const bridge = await Bridge.open()
  const ts = await bridge.teamSays('Две недели', { threadTs: await bridge.handOver('Сколько?') })
  await bridge.settle()
  return { bridge, ts }
}

const arrivals = async (bridge: Bridge) => (await bridge.fromBot()).filter((m) => m.text === 'Две недели').length

describe.runIf(hasDatabase)('a platform in trouble', () => {
  it('Telegram cut after it took the message: the lane stops, a person says that it arrived, nothing is doubled', async () => {
    const { bridge, ts } = await withReply()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    expect(await arrivals(bridge)).toBe(1)
    expect(await bridge.database.prisma.outboxItem.findFirst({ where: { status: 'unsure' } })).toMatchObject({
      kind: 'final',
    })
    expect(seen(await bridge.card())).toContain('arrived')
    await bridge.click('arrived')
    await bridge.settle()
    expect(await arrivals(bridge)).toBe(1)
    expect(reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))).toEqual(['white_check_mark'])
  })

  it('Telegram cut before it took the message: a person looks, and it is sent again', async () => {
    const { bridge } = await withReply()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'before' }, times: 1 })
    await bridge.approve()
    expect(await arrivals(bridge)).toBe(0)
    await bridge.click('send_again')
    await bridge.settle()
    expect(await arrivals(bridge)).toBe(1)
  })

  it('of two managers who look at once only one is heard: what already goes again is not sent a second time', async () => {
    const { bridge } = await withReply()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'before' }, times: 1 })
    await bridge.approve()
    const { prisma } = bridge.database
    const looked = await prisma.outboxItem.findFirstOrThrow({ where: { status: 'unsure' } })
    const { seq } = looked
    // The other has said that it must go again, and it has been taken.
    await prisma.outboxItem.update({ where: { seq }, data: { status: 'pending' } })
    const taken = { status: 'leased', leaseOwner: 'another', leasedUntil: after(bridge.clock.now(), MINUTE) } as const
    await prisma.outboxItem.update({ where: { seq }, data: taken })
    const now = bridge.clock.now()
    expect(await prisma.$transaction((tx) => settleByHand(tx, looked, false, now))).toBe(false)
    expect(await prisma.outboxItem.findUnique({ where: { seq } })).toMatchObject({ status: 'leased' })
  })

  it('what comes later waits behind an unsure message', async () => {
    const { bridge } = await withReply()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    bridge.clock.pass(MINUTE)
    const [root] = await bridge.channel('C0SEO')
    await bridge.teamSays('И ещё одно', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    const [first, second] = (await bridge.cards()).slice(-2)
    await bridge.click('approve', 'U0ANNA', second)
    await bridge.settle()
    expect((await bridge.fromBot()).map((m) => m.text)).not.toContain('И ещё одно')
    await bridge.click('arrived', 'U0ANNA', first)
    await bridge.settle()
    expect((await bridge.fromBot()).map((m) => m.text).slice(-2)).toEqual(['Две недели', 'И ещё одно'])
  })

  it('Slack cut after it took the message: it is found by its key and not posted twice', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Вопрос команде')
    await bridge.settle()
    await bridge.fault({ platform: 'slack', method: 'chat.postMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    expect(await bridge.database.prisma.outboxItem.count({ where: { status: 'unsure' } })).toBe(1)
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toHaveLength(1)
    expect(await bridge.database.prisma.outboxItem.count({ where: { status: 'unsure' } })).toBe(0)
    const [root] = await bridge.channel('C0SEO')
    await bridge.teamSays('Ответ', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } }), 'the thread is known').toBe(
      1,
    )
  })

  it('Slack cut after it took the message: an answer that comes before we know of it waits, and is not lost', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Вопрос команде')
    await bridge.settle()
    await bridge.fault({ platform: 'slack', method: 'chat.postMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    await bridge.teamSays('Ответ', { threadTs: root?.ts ?? '' })
    await bridge.teamSays('И ещё', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    expect(await bridge.cards()).toHaveLength(1)
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    expect(seen(await bridge.card())).toMatch(/Ответ.*И ещё/s)
  })

  it('Slack cut before it took the message: it is posted once, after a second look', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Вопрос команде')
    await bridge.settle()
    await bridge.fault({ platform: 'slack', method: 'chat.postMessage', do: { kind: 'cut', when: 'before' }, times: 1 })
    await bridge.approve()
    for (let look = 0; look < 8; look++) {
      bridge.clock.pass(5 * SECOND)
      await bridge.settle()
    }
    expect(await bridge.channel('C0SEO')).toHaveLength(1)
  })

  it('429: it waits as long as it is asked to, and arrives once', async () => {
    const { bridge } = await withReply()
    await bridge.fault({
      platform: 'telegram',
      method: 'sendMessage',
      do: { kind: 'rate-limit', retryAfter: 7 },
      times: 1,
    })
    await bridge.approve()
    bridge.clock.pass(6 * SECOND)
    await bridge.settle()
    expect(await arrivals(bridge)).toBe(0)
    bridge.clock.pass(2 * SECOND)
    await bridge.settle()
    expect(await arrivals(bridge)).toBe(1)
  })

  it('the client has blocked the bot: the manager and the specialist see that it was not delivered', async () => {
    const { bridge, ts } = await withReply()
    await bridge.act('telegram/block', { user: 111 })
    await bridge.approve()
    expect(await bridge.database.prisma.outboxItem.findFirst({ where: { status: 'refused' } })).toMatchObject({
      reason: 'blocked',
    })
    expect(reactionsOf((await bridge.channel('C0SEO')).find((m) => m.ts === ts))).toEqual(['x'])
  })

  it('the same update and the same envelope twice are once', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Один раз')
    await bridge.settle()
    const update = await bridge.database.prisma.inboundEvent.findFirstOrThrow({ where: { platform: 'telegram' } })
    await bridge.act('telegram/redeliver', { updateId: Number(update.eventId.split(':')[1]) })
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    await bridge.teamSays('Ответ', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    const said = await bridge.database.prisma.inboundEvent.findFirstOrThrow({
      where: { platform: 'slack', eventId: { startsWith: 'Ev' } },
      orderBy: { seq: 'desc' },
    })
    await bridge.act('slack/redeliver', { eventId: said.eventId })
    await bridge.settle()
    expect(await bridge.database.prisma.interaction.count({ where: { kind: 'message' } })).toBe(2)
    expect(await bridge.database.prisma.relay.count()).toBe(2)
  })
})
