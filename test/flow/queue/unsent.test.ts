import { describe, expect, it } from 'vitest'
import { SECOND } from '../../../src/core/clock.ts'
import { type Bridge, reactionsOf, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, relayOf, type Story, waitingAnswer } from '../../support/queue.ts'

const FIVE = { undoSeconds: 5 }
const removalOf = (bridge: Bridge) =>
  bridge.database.prisma.relay.findFirstOrThrow({ where: { kind: 'removal' }, orderBy: { number: 'desc' } })
const finals = (bridge: Bridge) =>
  bridge.database.prisma.outboxItem.findMany({
    where: { kind: 'final', audience: 'client' },
    orderBy: { seq: 'asc' },
    select: { status: true, reason: true, calledAt: true },
  })
/** What the log has of what arrived at the client, or went from there. */
const logged = async (bridge: Bridge) =>
  bridge.database.prisma.interaction.count({ where: { kind: { in: ['delivery', 'removal'] }, channel: 'messenger' } })
const UNSENT = { status: 'cancelled', reason: 'removed', calledAt: null }

async function takenBack({ bridge, ts }: Story, how: 'delete' | 'inside' = 'delete'): Promise<void> {
  const about = { user: 'U0OLEG', channel: 'C0SEO', ts }
  await (how === 'delete'
    ? bridge.act('slack/delete', about)
    : bridge.act('slack/edit', { ...about, text: '// Клиенту не говорить' }))
  await bridge.settle()
}

async function passes(bridge: Bridge, seconds: number): Promise<void> {
  bridge.clock.pass(seconds * SECOND)
  await bridge.settle()
}

describe.runIf(hasDatabase)('what is taken back before it has left', () => {
  it('does not go out at all once its removal is approved, and its history says so', async () => {
    const story = await waitingAnswer('Клиенту не говорить', FIVE)
    const { bridge, threadTs } = story
    const before = await logged(bridge)
    const root = await relayOf(bridge)
    await bridge.approve()
    await passes(bridge, 1)
    await takenBack(story)
    await bridge.approve()
    await passes(bridge, 10)
    expect(await atClient(bridge)).not.toContain('Клиенту не говорить')
    expect(await finals(bridge), 'no call was made of it').toEqual([UNSENT, UNSENT])
    expect(await logged(bridge), 'the client got nothing and lost nothing').toBe(before)
    expect((await kindsOf(bridge, root.id)).at(-1)).toBe('unsent')
    expect((await kindsOf(bridge, (await removalOf(bridge)).id)).at(-1)).toBe('unsent')
    expect(seen(await cardWith(bridge, 'R-2 '))).toContain('Не уходило')
    expect(seen(await cardWith(bridge, 'R-3 '))).toContain('Не уходило')

    await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await passes(bridge, 6)
    expect(await atClient(bridge), 'what comes after it goes its way').toContain('Две недели')
  })

  it('waits while the removal can be undone, and goes when it is', async () => {
    const story = await waitingAnswer('Две недели', FIVE)
    const { bridge } = story
    await bridge.approve()
    await passes(bridge, 3)
    await takenBack(story)
    const removal = await removalOf(bridge)
    await bridge.approve()
    await passes(bridge, 3)
    expect(await atClient(bridge), 'its own time is over').not.toContain('Две недели')
    expect(await decides(bridge, removal, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    await passes(bridge, 6)
    expect(await atClient(bridge)).toContain('Две недели')
    expect(await removalOf(bridge)).toMatchObject({ status: 'waiting' })
    await bridge.approve()
    await passes(bridge, 6)
    expect(await atClient(bridge), 'then it is taken away').not.toContain('Две недели')
  })

  it('nor when the lane was held up by what nobody knew of, nor what corrected it', async () => {
    const story = await waitingAnswer('Сто тысяч')
    const { bridge, threadTs } = story
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'after' }, times: 1 })
    await bridge.approve()
    const arrived = await atClient(bridge)
    const ts = await bridge.teamSays('Лишнее', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Лишнее, но вежливо' })
    await bridge.settle()
    await bridge.approve()
    await takenBack({ ...story, ts })
    await bridge.approve()
    await bridge.click('arrived', 'U0ANNA', await cardWith(bridge, 'Сто тысяч'))
    await passes(bridge, 5)
    expect(await atClient(bridge)).toEqual(arrived)
    expect((await finals(bridge)).slice(1)).toEqual([UNSENT, UNSENT, UNSENT])
  })

  it('has its lock when it was marked as inside', async () => {
    const story = await waitingAnswer('Клиенту не говорить', FIVE)
    const { bridge, ts } = story
    const signs = async () => reactionsOf((await bridge.channel('C0SEO')).find((one) => one.ts === ts))
    await bridge.approve()
    await takenBack(story, 'inside')
    expect(await signs()).toEqual(['hourglass_flowing_sand'])
    await bridge.approve()
    await passes(bridge, 10)
    expect(await signs()).toEqual(['lock'])
    expect(await atClient(bridge)).not.toContain('Клиенту не говорить')
  })
})
