import { describe, expect, it } from 'vitest'
import { Bridge, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

describe.runIf(hasDatabase)('a round trip', () => {
  it('crosses, waits, is approved and arrives, both ways', async () => {
    const bridge = await Bridge.open()
    const asked = await bridge.clientSays('Добрый день! Можно поднять сайт в поиске до Нового года?')
    await bridge.settle()

    expect((await bridge.fromBot()).map((m) => m.text)).toEqual([expect.stringContaining('Анна')])
    expect(seen(await bridge.card())).toContain('Можно поднять сайт в поиске')
    expect(await bridge.channel('C0SEO'), 'nothing reaches the team before it is approved').toEqual([])

    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(seen(root)).toContain('Можно поднять сайт в поиске')
    expect(seen(await bridge.card()), 'the card says who did it').toContain('Анна')

    const reply = await bridge.teamSays('Да, если начнём на этой неделе.', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    expect((await bridge.fromBot()).map((m) => m.text)).not.toContain('Да, если начнём на этой неделе.')
    const waiting = (await bridge.channel('C0SEO')).find((m) => m.ts === reply)
    expect(reactionsOf(waiting)).toEqual(['hourglass_flowing_sand'])

    await bridge.approve()
    const arrived = (await bridge.fromBot()).at(-1)
    expect(arrived).toMatchObject({ text: 'Да, если начнём на этой неделе.', replyTo: { id: asked } })
    const delivered = (await bridge.channel('C0SEO')).find((m) => m.ts === reply)
    expect(reactionsOf(delivered)).toEqual(['white_check_mark'])
  })

  it('says "received" once per request', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Первое')
    await bridge.settle()
    await bridge.clientSays('Второе')
    await bridge.settle()
    expect(await bridge.fromBot()).toHaveLength(1)
  })

  it('keeps the formatting of what is approved as it is', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Вопрос')
    await bridge.teamSays('Срок *14 дней*, _не_ меньше: & `x < y`', { threadTs })
    await bridge.settle()
    await bridge.approve()
    const arrived = (await bridge.fromBot()).at(-1)
    expect(arrived?.text).toBe('Срок 14 дней, не меньше: & x < y')
    expect(arrived?.entities.map((e) => e.type).sort()).toEqual(['bold', 'code', 'italic'])
  })

  it('carries every character of a client as text: nothing is markup, nobody is pinged', async () => {
    const bridge = await Bridge.open()
    const words = '<!here> <@U0OLEG> *не* жирно, `ок` & </b> @channel \u202eназад'
    await bridge.clientSays(words)
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(root?.blocks).toMatchObject([{ elements: [{ elements: [{ type: 'text', text: words }] }] }])
  })

  it('shows the client that somebody is writing while an answer waits, for as long as is set', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Когда?')
    const typed = async () => (await bridge.state()).calls.filter(({ method }) => method === 'sendChatAction').length
    expect(await typed()).toBe(0)
    await bridge.teamSays('Завтра', { threadTs })
    await bridge.settle()
    const first = await typed()
    expect(first).toBeGreaterThan(0)
    bridge.clock.pass(2 * 60_000)
    await bridge.settle()
    expect(await typed()).toBe(first)
  })
})
