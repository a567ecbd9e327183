import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { decides, relayOf, waitingAnswer } from '../../support/queue.ts'

const user = (id: string) => `sl:${id}` as RemoteUser

async function handOver(bridge: Bridge, relay: string, to: string): Promise<void> {
  const asked = { by: user('U0VERA'), relay: relay as RelayId, to, what: 'relay' } as const
  expect((await bridge.liaison.flow.cover.handOver(asked)).kind).toBe('done')
  await bridge.settle()
}

/** The clock of whoever's turn it is. */
async function turn(bridge: Bridge) {
  const kind = { in: ['decision', 'specialist'] as ('decision' | 'specialist')[] }
  const found = await bridge.database.prisma.slaClock.findMany({
    where: { state: 'running', kind },
    include: { staff: true },
  })
  return found.map((clock) => ({ kind: clock.kind, who: clock.staff?.key, since: clock.startedAt }))
}

async function until(bridge: Bridge, time: string): Promise<void> {
  bridge.clock.pass(new Date(`${time}:00+03:00`).getTime() - bridge.clock.now().getTime())
  await bridge.settle()
}

async function digests(bridge: Bridge, who: string): Promise<readonly string[]> {
  const { messages } = await bridge.direct(who)
  return messages.filter(({ text }) => text.includes(':sunny:')).map(({ text }) => text)
}

describe.runIf(hasDatabase)('what was handed to somebody', () => {
  it('is in their morning’s digest and not in the other’s', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.clientSays('Ау')
    await bridge.settle()
    await handOver(bridge, (await relayOf(bridge)).id, 'vera')
    await until(bridge, '2026-11-24T09:30')
    expect((await digests(bridge, 'U0VERA')).join()).toMatch(/R-2/)
    expect((await digests(bridge, 'U0ANNA')).join()).not.toMatch(/R-2/)
  })

  it('has its clock run for them', async () => {
    const { bridge } = await waitingAnswer()
    expect(await turn(bridge)).toMatchObject([{ kind: 'decision', who: 'anna' }])
    await handOver(bridge, (await relayOf(bridge)).id, 'vera')
    expect(await turn(bridge)).toMatchObject([{ kind: 'decision', who: 'vera' }])
  })

  it('stays with them when it is split', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    await bridge.teamSays('И второе', { threadTs })
    await bridge.settle()
    await handOver(bridge, (await relayOf(bridge)).id, 'vera')
    const whole = await relayOf(bridge)
    const parts = await bridge.database.prisma.relayPart.findMany({
      where: { relayId: whole.id },
      orderBy: { id: 'asc' },
    })
    const act = { kind: 'split', parts: [parts[0]?.id ?? ''], next: 'wait' } as const
    expect((await decides(bridge, whole, act, 'U0VERA')).kind).toBe('done')
    const rest = await relayOf(bridge)
    expect(rest.id).not.toBe(whole.id)
    expect(rest.assigneeId).toBe(whole.assigneeId)
  })
})

describe.runIf(hasDatabase)('while an author is asked', () => {
  it('it is their turn; answered, the manager’s begins then', async () => {
    const { bridge } = await waitingAnswer('Две недели')
    bridge.clock.pass(5 * MINUTE)
    await bridge.settle()
    const act = { kind: 'ask', body: plain('Аудит займёт 10 дней.') } as const
    expect((await decides(bridge, await relayOf(bridge), act)).kind).toBe('done')
    const asked = bridge.clock.now()
    expect(await turn(bridge)).toEqual([{ kind: 'specialist', who: 'oleg', since: asked }])
    bridge.clock.pass(10 * MINUTE)
    const draft = await bridge.database.prisma.relayVersion.findFirstOrThrow({ where: { kind: 'draft' } })
    const relay = (await relayOf(bridge)).id as RelayId
    await bridge.liaison.flow.authorAnswers({ relay, version: draft.id, by: user('U0OLEG'), agrees: true })
    expect(await turn(bridge)).toEqual([{ kind: 'decision', who: 'anna', since: bridge.clock.now() }])
    const over = await bridge.database.prisma.slaClock.findMany({ where: { kind: 'specialist', startedAt: asked } })
    expect(over, 'what they were asked was answered in time').toMatchObject([{ state: 'met' }])
  })
})

describe.runIf(hasDatabase)('what a rule lets through', () => {
  async function byItself(): Promise<Bridge> {
    const { bridge } = await waitingAnswer()
    const even = ['money', 'deadline', 'refusal', 'first_message', 'complaint']
    const action = { act: 'approve', after: 30, even }
    const rule = { key: 'all', position: 1, scope: 'agency', conditions: {}, action } as const
    await bridge.database.prisma.rule.create({ data: rule })
    await bridge.database.prisma.relay.updateMany({ where: { direction: 'to_client' }, data: { ruledRevision: null } })
    await bridge.settle()
    return bridge
  }

  it('is stopped from the queue, too', async () => {
    const bridge = await byItself()
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    const shown = async () => {
      const { slack } = await bridge.state()
      return JSON.stringify(slack.homes.find((home) => home.user === 'U0ANNA')?.view ?? {})
    }
    expect(await shown()).toContain('Правило «all»: одобрится как есть')
    const viewId = /"id":"(V\w+)"/.exec(await shown())?.[1] ?? ''
    await bridge.act('slack/click', { user: 'U0ANNA', viewId, actionId: 'stop' })
    await bridge.settle()
    expect((await relayOf(bridge)).stoppedAt).not.toBeNull()
    expect(await shown()).not.toContain('"stop"')
  })

  it('is in the first digest that there is', async () => {
    const bridge = await byItself()
    for (const ms of [MINUTE, 30 * MINUTE]) {
      bridge.clock.pass(ms)
      await bridge.settle()
    }
    expect((await relayOf(bridge)).status).toBe('approved')
    await until(bridge, '2026-11-24T09:30')
    expect((await digests(bridge, 'U0ANNA')).join()).toContain('R-2')
  })
})
