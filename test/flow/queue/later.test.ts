import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/core/clock.ts'
import type { Decision } from '../../../src/core/flow.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, more, relayOf, waitingAnswer } from '../../support/queue.ts'

const radio = (value: string) => ({
  when: { when: { type: 'radio_buttons', selected_option: { value, text: { type: 'plain_text', text: value } } } },
})
const later = (text: string, at: Date): Decision['act'] => ({ kind: 'schedule', body: plain(text), when: { at } })

describe.runIf(hasDatabase)('a message approved for later', () => {
  it('leaves then, across a restart, once, as it was rewritten; what is approved meanwhile does not wait for it', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    await more(bridge, 'schedule', await cardWith(bridge, 'Две недели'))
    await bridge.submit('Аудит займёт две недели.', 'U0ANNA', [], radio('tomorrow'))
    await bridge.settle()
    const { id, sendAt, status } = await relayOf(bridge)
    expect({ status, sendAt }).toEqual({ status: 'scheduled', sendAt: new Date('2026-11-24T07:00:00Z') })
    const card = await cardWith(bridge, 'R-2')
    expect(seen(card)).toContain('Одобрено, уйдёт')
    expect(seen(card)).not.toContain('"approve"')

    await bridge.teamSays('И ещё вопрос', { threadTs })
    await bridge.settle()
    await bridge.approve()
    expect((await atClient(bridge)).at(-1)).toBe('И ещё вопрос')

    await bridge.stop()
    bridge.clock.pass(23 * HOUR - SECOND)
    await bridge.start()
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Аудит займёт две недели.')
    await bridge.stop()
    bridge.clock.pass(SECOND)
    await bridge.start()
    await bridge.settle()
    await bridge.settle()
    expect((await atClient(bridge)).filter((text) => text === 'Аудит займёт две недели.')).toHaveLength(1)
    expect(await relayOf(bridge).then(() => kindsOf(bridge, id))).toEqual(
      expect.arrayContaining(['scheduled_edited', 'approved_edited', 'delivered']),
    )
    expect(seen(await cardWith(bridge, 'R-2'))).toContain('Исправлено и одобрено')
  })

  it('waits for a decision again when the client writes before that, and the card says why', async () => {
    const { bridge } = await waitingAnswer()
    const shown = await relayOf(bridge)
    await decides(bridge, shown, later('Аудит займёт две недели', new Date('2026-11-24T07:00:00Z')))
    await bridge.clientSays('Уже не нужно')
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', sendAt: null })
    const card = await cardWith(bridge, 'R-2')
    expect(seen(card)).toContain('с тех пор написал клиент')
    expect(seen(card)).toContain('Уже не нужно')
    expect(seen(card), 'what the manager wrote is not lost').toContain('Черновик: Анна')
    bridge.clock.pass(48 * HOUR)
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Две недели')
    expect(await decides(bridge, shown, { kind: 'approve' })).toMatchObject({ kind: 'stale' })
  })

  it('so it does when its author changes it, and when the manager cancels it in the last moment', async () => {
    const { bridge, ts } = await waitingAnswer()
    const at = new Date('2026-11-24T07:00:00Z')
    await decides(bridge, await relayOf(bridge), later('Две недели', at))
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', revision: 2, sendAt: null })
    expect(seen(await cardWith(bridge, 'R-2'))).toContain('автор исправил')

    await decides(bridge, await relayOf(bridge), later('Три недели', at))
    await bridge.settle()
    bridge.clock.pass(at.getTime() - bridge.clock.now().getTime() - 1)
    await bridge.click('unschedule', 'U0ANNA', await cardWith(bridge, 'R-2'))
    await bridge.settle()
    bridge.clock.pass(MINUTE)
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting' })
    expect(await atClient(bridge)).not.toContain('Три недели')
    // They are from yesterday: they are asked about once more.
    for (let click = 1; click <= 2; click++) {
      await bridge.click('approve', 'U0ANNA', await cardWith(bridge, 'R-2'))
      await bridge.settle()
    }
    expect((await atClient(bridge)).at(-1)).toBe('Три недели')
  })

  it('is held against what was said as an approval is, and is gone when its author takes it back', async () => {
    const { bridge, ts } = await waitingAnswer()
    const at = new Date('2026-11-24T07:00:00Z')
    expect(await decides(bridge, await relayOf(bridge), later('Три недели', at))).toMatchObject({ kind: 'unconfirmed' })
    await decides(bridge, await relayOf(bridge), later('Две недели', at))
    await bridge.act('slack/delete', { user: 'U0OLEG', channel: 'C0SEO', ts })
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ status: 'withdrawn', sendAt: null })
    bridge.clock.pass(48 * HOUR)
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Две недели')
  })
})
