import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/core/clock.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import { type Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, more, relayOf, waitingAnswer } from '../../support/queue.ts'

async function queue(bridge: Bridge): Promise<readonly number[]> {
  const found = await bridge.liaison.flow.queue('sl:U0ANNA' as RemoteUser, 0)
  return found?.entries.map(({ number }) => number) ?? []
}

async function backAgain(bridge: Bridge): Promise<number> {
  const { messages } = await bridge.direct('U0ANNA')
  return messages.filter((message) => seen(message).includes('снова ждёт')).length
}

describe.runIf(hasDatabase)('a message that is held', () => {
  it('is out of the queue until its time, and comes back by itself with one notice', async () => {
    const { bridge } = await waitingAnswer()
    await more(bridge, 'snooze', await cardWith(bridge, 'Две недели'))
    const option = { value: 'hour', text: { type: 'plain_text', text: 'Через час' } }
    await bridge.submit('', 'U0ANNA', [], { when: { when: { type: 'radio_buttons', selected_option: option } } })
    await bridge.settle()
    const { number, snoozedUntil } = await relayOf(bridge)
    expect(snoozedUntil).toEqual(new Date(bridge.clock.now().getTime() + HOUR))
    expect(await queue(bridge)).not.toContain(number)
    expect(seen(await cardWith(bridge, 'Две недели'))).toContain('Отложено до')
    bridge.clock.pass(HOUR - SECOND)
    await bridge.settle()
    expect(await queue(bridge)).not.toContain(number)
    expect(await backAgain(bridge)).toBe(0)

    await bridge.stop()
    bridge.clock.pass(SECOND)
    await bridge.start()
    await bridge.settle()
    expect(await queue(bridge)).toContain(number)
    bridge.clock.pass(MINUTE)
    await bridge.settle()
    expect(await backAgain(bridge)).toBe(1)
    expect(seen(await cardWith(bridge, 'R-2'))).not.toContain('Отложено до')
  })

  it('comes back before that when the client writes, when its words change, or by hand', async () => {
    const { bridge, ts } = await waitingAnswer()
    const { id, number } = await relayOf(bridge)
    const held = async () => {
      const verdict = await decides(bridge, await relayOf(bridge), { kind: 'snooze', when: { choice: 'tomorrow' } })
      expect(verdict.kind).toBe('done')
      await bridge.settle()
      expect(await queue(bridge)).not.toContain(number)
    }
    await held()
    await bridge.clientSays('Ну как?')
    await bridge.settle()
    expect(await queue(bridge)).toContain(number)
    await held()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    expect(await queue(bridge)).toContain(number)
    await held()
    await bridge.click('wake', 'U0ANNA', await cardWith(bridge, `R-${number}`))
    await bridge.settle()
    expect(await queue(bridge)).toContain(number)
    bridge.clock.pass(48 * HOUR)
    await bridge.settle()
    expect(await backAgain(bridge), 'nobody is told what they know').toBe(0)
    expect(await kindsOf(bridge, id)).toContain('snooze_over')
    expect(await atClient(bridge)).not.toContain('Три недели')
  })

  it('can be decided all the same, and is not held until a time that has passed', async () => {
    const { bridge } = await waitingAnswer()
    bridge.clock.pass(9 * HOUR)
    const today = await decides(bridge, await relayOf(bridge), { kind: 'snooze', when: { choice: 'today' } })
    expect(today).toMatchObject({ kind: 'invalid', why: 'not_future' })
    await decides(bridge, await relayOf(bridge), { kind: 'snooze', when: { choice: 'monday' } })
    expect(await decides(bridge, await relayOf(bridge), { kind: 'approve' })).toMatchObject({ kind: 'done' })
    expect(await relayOf(bridge)).toMatchObject({ status: 'approved', snoozedUntil: null })
    await bridge.settle()
    expect(await atClient(bridge)).toContain('Две недели')
  })
})
