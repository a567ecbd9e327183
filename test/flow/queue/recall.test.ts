import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../src/core/clock.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { type Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, relayOf, waitingAnswer } from '../../support/queue.ts'

async function recalls(bridge: Bridge, card: string): Promise<string> {
  await bridge.click('more_history', 'U0ANNA', await cardWith(bridge, card))
  const history = await bridge.modal()
  await bridge.act('slack/click', { user: 'U0ANNA', viewId: history.id, actionId: 'more_recall' })
  await expect.poll(async () => (await bridge.modal()).id).not.toBe(history.id)
  const { id: viewId, view } = await bridge.modal()
  await bridge.act('slack/submit', { user: 'U0ANNA', viewId, values: {} })
  await bridge.settle()
  return JSON.stringify(view)
}

describe.runIf(hasDatabase)('what has arrived at the client', () => {
  it('is taken away again, once, and the card says by whom', async () => {
    const { bridge } = await waitingAnswer()
    const shown = await relayOf(bridge)
    await bridge.approve()
    expect(await atClient(bridge)).toContain('Две недели')
    expect(await recalls(bridge, 'Две недели')).toContain('исчезнет из чата клиента')
    expect(await atClient(bridge)).not.toContain('Две недели')
    expect(seen(await cardWith(bridge, 'R-2'))).toContain('Отозвано: Анна')
    expect(await kindsOf(bridge, shown.id)).toContain('recalled')
    expect(await decides(bridge, shown, { kind: 'recall' })).toMatchObject({ why: 'already_recalled' })
    const removal = await bridge.database.prisma.relay.findFirstOrThrow({ where: { kind: 'removal' } })
    expect(removal).toMatchObject({ status: 'approved', correctsId: shown.id })
    expect(await kindsOf(bridge, removal.id)).toEqual(['opened', 'approved', 'delivered'])
  })

  it('too long ago is told in words, and the dialogue says so before', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.approve()
    bridge.clock.pass(49 * HOUR)
    expect(await recalls(bridge, 'Две недели')).toContain('слишком старое')
    expect((await atClient(bridge)).slice(-2)).toEqual(['Две недели', expect.stringContaining('не учитывайте')])
  })

  it("may be the manager's own answer; what has not arrived cannot be recalled", async () => {
    const { bridge } = await waitingAnswer()
    expect(await decides(bridge, await relayOf(bridge), { kind: 'recall' })).toMatchObject({ kind: 'stale' })
    await bridge.clientSays('А сколько стоит?')
    await bridge.settle()
    const question = await relayOf(bridge, 'to_team')
    await decides(bridge, question, { kind: 'answer', body: plain('Сто тысяч') })
    expect(await decides(bridge, question, { kind: 'recall' })).toMatchObject({ why: 'not_delivered' })
    await bridge.settle()
    await recalls(bridge, 'А сколько стоит?')
    expect(await atClient(bridge)).not.toContain('Сто тысяч')
    expect(seen(await cardWith(bridge, `R-${question.number} `))).toContain('Отозвано: Анна')
  })

  it('takes what its author has changed since out of the queue, and its card says so', async () => {
    const { bridge, ts } = await waitingAnswer()
    const shown = await relayOf(bridge)
    await bridge.approve()
    await bridge.settle()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    const correction = await relayOf(bridge)
    expect(seen(await cardWith(bridge, `R-${correction.number}`))).toContain('"approve"')
    expect(await decides(bridge, shown, { kind: 'recall' })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(await bridge.database.prisma.relay.findUnique({ where: { id: correction.id } })).toMatchObject({
      status: 'withdrawn',
    })
    expect(seen(await cardWith(bridge, `R-${correction.number}`))).not.toContain('"approve"')
  })
})
