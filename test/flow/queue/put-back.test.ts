import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { decides, relayOf, waitingAnswer } from '../../support/queue.ts'

async function later(bridge: Bridge, ms: number): Promise<void> {
  bridge.clock.pass(ms)
  await bridge.settle()
}

/** The clock of whoever's turn it is. */
function turns(bridge: Bridge) {
  const kind = { in: ['decision', 'specialist'] as ('decision' | 'specialist')[] }
  return bridge.database.prisma.slaClock.findMany({
    where: { state: 'running', kind },
    select: { kind: true, startedAt: true, step: true },
  })
}

/** What the clocks told Anna of decisions in messages of their own. */
async function warnings(bridge: Bridge): Promise<readonly string[]> {
  const { messages } = await bridge.direct('U0ANNA')
  return messages.flatMap(({ text }) => (/:alarm_clock:[\s\S]*решения/.test(text) ? [text] : []))
}

describe.runIf(hasDatabase)('what waits for a decision again', () => {
  it('because the client wrote before it left has been waiting since then, and nobody hears that it is late', async () => {
    const { bridge } = await waitingAnswer()
    const when = { at: new Date(bridge.clock.now().getTime() + 2 * DAY) }
    const act = { kind: 'schedule', body: plain('Две недели'), when } as const
    expect((await decides(bridge, await relayOf(bridge), act)).kind).toBe('done')
    await later(bridge, 3 * HOUR)
    const wrote = bridge.clock.now()
    await bridge.clientSays('Ау')
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting' })
    expect(await turns(bridge)).toEqual([{ kind: 'decision', startedAt: expect.any(Date), step: 'none' }])
    const [turn] = await turns(bridge)
    expect(turn?.startedAt.getTime()).toBeGreaterThanOrEqual(wrote.getTime())
    await later(bridge, MINUTE)
    expect(await warnings(bridge)).toEqual([])
    expect(await bridge.cards('U0VERA')).toHaveLength(0)
  })

  it('because the client wrote while it was held has been waiting since then', async () => {
    const { bridge } = await waitingAnswer()
    const when = { at: new Date(bridge.clock.now().getTime() + 2 * DAY) }
    expect((await decides(bridge, await relayOf(bridge), { kind: 'snooze', when })).kind).toBe('done')
    await later(bridge, 3 * HOUR)
    const wrote = bridge.clock.now()
    await bridge.clientSays('Ау')
    await bridge.settle()
    const [turn] = await turns(bridge)
    expect(turn?.startedAt.getTime()).toBeGreaterThanOrEqual(wrote.getTime())
    await later(bridge, MINUTE)
    expect(await bridge.cards('U0VERA')).toHaveLength(0)
  })

  it('because its author changed it while it was held has been waiting since then', async () => {
    const { bridge, ts } = await waitingAnswer()
    const when = { at: new Date(bridge.clock.now().getTime() + 2 * DAY) }
    expect((await decides(bridge, await relayOf(bridge), { kind: 'snooze', when })).kind).toBe('done')
    await later(bridge, 3 * HOUR)
    const wrote = bridge.clock.now()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', snoozedUntil: null })
    const [turn] = await turns(bridge)
    expect(turn?.startedAt.getTime()).toBeGreaterThanOrEqual(wrote.getTime())
    expect(await bridge.cards('U0VERA')).toHaveLength(0)
  })

  it('because its decision was taken back is not warned of twice', async () => {
    const { bridge } = await waitingAnswer('Две недели', { undoSeconds: 5 })
    await later(bridge, 46 * MINUTE)
    expect(await warnings(bridge)).toHaveLength(1)
    expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' })).kind).toBe('done')
    await later(bridge, SECOND)
    expect((await decides(bridge, await relayOf(bridge), { kind: 'undo' })).kind).toBe('done')
    await later(bridge, 6 * MINUTE)
    expect(await warnings(bridge)).toHaveLength(1)
    await later(bridge, HOUR)
    expect((await warnings(bridge)).length).toBeGreaterThan(1)
  })
})
