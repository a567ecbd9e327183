import { describe, expect, it } from 'vitest'
import { SECOND } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, edited, kindsOf, relayOf, waitingAnswer } from '../../support/queue.ts'

const FIVE = { undoSeconds: 5 }

describe.runIf(hasDatabase)('an approval can be taken back', () => {
  it('waits in its lane, says until when, and what leaves in the end is what was approved last', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    await bridge.approve()
    expect(await atClient(bridge)).not.toContain('Две недели')
    expect(seen(await bridge.card())).toContain('Вернуть назад')
    await bridge.click('undo')
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', decidedAt: null })
    bridge.clock.pass(10 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Две недели')

    await bridge.decide('edit', 'Аудит займёт две недели.')
    await bridge.settle()
    bridge.clock.pass(6 * SECOND)
    await bridge.settle()
    const said = await atClient(bridge)
    expect(said).toContain('Аудит займёт две недели.')
    expect(said).not.toContain('Две недели')
    expect(seen(await bridge.card())).not.toContain('Вернуть назад')
    expect(await kindsOf(bridge, (await relayOf(bridge)).id)).toEqual(
      expect.arrayContaining(['approved', 'undone', 'approved_edited', 'delivered']),
    )
  })

  it('keeps the wording of what was rewritten: the dialogue begins with it, and nothing leaves', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    await bridge.database.prisma.project.updateMany({ data: { voice: 'first_name' } })
    await decides(bridge, await relayOf(bridge), edited('Аудит займёт две недели'))
    await decides(bridge, await relayOf(bridge), { kind: 'undo' })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('Черновик: Анна')
    await bridge.click('edit')
    const { view } = await bridge.modal()
    expect(JSON.stringify(view)).toContain('Аудит займёт две недели')
    expect(JSON.stringify(view), 'the name is put under it when it leaves').not.toContain('— Олег')
    bridge.clock.pass(10 * SECOND)
    await bridge.settle()
    expect((await atClient(bridge)).join()).not.toContain('две недели')
  })

  it('leaves by itself when the time is over, and then it is too late', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    const shown = await relayOf(bridge)
    await bridge.approve()
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).toContain('Две недели')
    expect(await decides(bridge, shown, { kind: 'undo' })).toMatchObject({ kind: 'invalid', why: 'too_late' })
    expect(await relayOf(bridge)).toMatchObject({ status: 'approved' })
  })

  it('across a restart, in the last moment; and whoever clicks twice changes nothing more', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    const shown = await relayOf(bridge)
    await bridge.approve()
    await bridge.stop()
    bridge.clock.pass(5 * SECOND - 1)
    await bridge.start()
    const verdicts = await Promise.all([
      decides(bridge, shown, { kind: 'undo' }),
      decides(bridge, shown, { kind: 'undo' }, 'U0BORIS'),
    ])
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual(['done', 'stale'])
    bridge.clock.pass(10 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Две недели')
    // A button from before it was taken back has seen nothing of that.
    expect(await decides(bridge, shown, { kind: 'approve' })).toMatchObject({ kind: 'stale' })
  })

  it('so can an answer and a question back, and what waits behind them in the lane keeps its place', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    await bridge.clientSays('А сколько стоит?')
    await bridge.settle()
    const question = await relayOf(bridge, 'to_team')
    await decides(bridge, question, { kind: 'answer', body: plain('Сто тысяч') })
    await bridge.settle()
    expect(seen(await cardWith(bridge, 'А сколько стоит?'))).toContain('Вернуть назад')
    expect(await decides(bridge, question, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    bridge.clock.pass(10 * SECOND)
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Сто тысяч')
    const again = await relayOf(bridge, 'to_team')
    expect(again).toMatchObject({ status: 'waiting', look: question.look + 1 })
    expect(await decides(bridge, again, { kind: 'return', reason: 'Какой аудит?' })).toMatchObject({ kind: 'done' })
    const asked = await relayOf(bridge, 'to_team')
    expect(await decides(bridge, asked, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    expect(await relayOf(bridge, 'to_team')).toMatchObject({ status: 'waiting' })
  })

  it('and what a client changed after it was answered waits once, in the new words', async () => {
    const { bridge } = await waitingAnswer('Две недели', FIVE)
    const message = await bridge.clientSays('Сколько стоит аудит?')
    await bridge.settle()
    const question = await relayOf(bridge, 'to_team')
    await decides(bridge, question, { kind: 'answer', body: plain('Сто тысяч') })
    await bridge.clientEdits(message, 'Сколько стоит реклама?')
    await bridge.settle()
    expect(await decides(bridge, question, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    const { prisma } = bridge.database
    const { number } = question
    const asked = await prisma.relay.findMany({
      where: { direction: 'to_team', number: { gte: number } },
      orderBy: { number: 'asc' },
      include: { parts: { where: { withdrawnAt: null } } },
    })
    expect(asked).toMatchObject([
      { number, status: 'withdrawn', parts: [] },
      { status: expect.stringMatching('gathering|waiting'), parts: [{ message: expect.any(String) }] },
    ])
    expect(JSON.stringify(asked)).toContain('реклама')
  })

  it('and what its author changed meanwhile is in it when it waits again', async () => {
    const { bridge, ts } = await waitingAnswer('Две недели', FIVE)
    const shown = await relayOf(bridge)
    await bridge.approve()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    expect(await decides(bridge, shown, { kind: 'undo' })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(
      await bridge.database.prisma.relay.findMany({ where: { direction: 'to_client' }, orderBy: { number: 'asc' } }),
    ).toMatchObject([
      { kind: 'message', status: 'waiting' },
      { kind: 'correction', status: 'withdrawn' },
    ])
    const card = await cardWith(bridge, 'R-2')
    expect(seen(card)).toContain('Три недели')
    await bridge.click('approve', 'U0ANNA', card)
    await bridge.settle()
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    const said = await atClient(bridge)
    expect(said).toContain('Три недели')
    expect(said).not.toContain('Две недели')
  })
})
