import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, decides, relayOf, waitingAnswer } from '../../support/queue.ts'

/** Something has come and is not taken up before an hour is over. Returns how it is taken away. */
async function unheard(bridge: Bridge, platform: 'telegram' | 'slack', lane: string): Promise<() => Promise<unknown>> {
  const { inboundEvent } = bridge.database.prisma
  const receivedAt = bridge.clock.now()
  const nextAt = new Date(receivedAt.getTime() + HOUR)
  const event = { platform, eventId: `late-${lane}`, lane, body: {}, receivedAt, nextAt }
  const { seq } = await inboundEvent.create({ data: event })
  return () => inboundEvent.delete({ where: { seq } })
}

async function scheduled(bridge: Bridge): Promise<void> {
  const at = new Date(bridge.clock.now().getTime() + 10 * MINUTE)
  const act = { kind: 'schedule', body: plain('Две недели'), when: { at } } as const
  expect((await decides(bridge, await relayOf(bridge), act)).kind).toBe('done')
}

async function pass(bridge: Bridge, ms: number): Promise<void> {
  bridge.clock.pass(ms)
  await bridge.settle()
}

describe.runIf(hasDatabase)('nothing leaves by itself past words that are not read yet', () => {
  it.each([
    ['the client’s', 'telegram', 'tg:111'],
    ['the team’s', 'slack', 'sl:C0SEO'],
  ] as const)('%s: what was planned', async (_whose, platform, lane) => {
    const { bridge } = await waitingAnswer()
    await scheduled(bridge)
    const heard = await unheard(bridge, platform, lane)
    await pass(bridge, 11 * MINUTE)
    expect(await atClient(bridge)).not.toContain('Две недели')
    await heard()
    await pass(bridge, MINUTE)
    expect(await atClient(bridge)).toContain('Две недели')
  })

  it('the team’s: what a rule lets through', async () => {
    const { bridge } = await waitingAnswer()
    const action = { act: 'approve', after: 10, even: ['money', 'deadline', 'refusal', 'first_message', 'complaint'] }
    await bridge.database.prisma.rule.create({
      data: { key: 'all', position: 1, scope: 'agency', conditions: {}, action },
    })
    await bridge.database.prisma.relay.updateMany({ where: { direction: 'to_client' }, data: { ruledRevision: null } })
    await bridge.settle()
    expect((await relayOf(bridge)).autoAt).not.toBeNull()
    const heard = await unheard(bridge, 'slack', 'sl:C0SEO')
    await pass(bridge, 11 * MINUTE)
    expect(await atClient(bridge)).not.toContain('Две недели')
    await heard()
    await pass(bridge, MINUTE)
    expect(await atClient(bridge)).toContain('Две недели')
  })

  it('and many that wait for them hold up no other', async () => {
    const { bridge } = await waitingAnswer()
    await scheduled(bridge)
    const { prisma } = bridge.database
    const relay = await relayOf(bridge)
    const { id: requestId } = await prisma.request.create({
      data: {
        clientId: relay.clientId,
        platform: 'telegram',
        conversation: 'tg:999',
        openedAt: relay.openedAt,
        lastAt: relay.openedAt,
      },
    })
    const sendAt = bridge.clock.now()
    const due = { direction: 'to_client', status: 'scheduled', clientId: relay.clientId, requestId, sendAt } as const
    await prisma.relay.createMany({
      data: Array.from({ length: 60 }, () => ({ ...due, openedAt: sendAt, gatherUntil: sendAt })),
    })
    await unheard(bridge, 'telegram', 'tg:999')
    await pass(bridge, 11 * MINUTE)
    expect(await atClient(bridge)).toContain('Две недели')
  })
})
