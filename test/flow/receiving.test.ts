import { describe, expect, it, vi } from 'vitest'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import { freePort } from '../support/port.ts'

const SECRET = 'webhook-secret-of-the-tests'

/** Both platforms over HTTP, as behind an address of one's own. */
async function overHttp(): Promise<Bridge> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const bridge = await Bridge.open({
    env: { PORT: String(port), PUBLIC_URL: url },
    platforms: ({ telegram, slack }) => ({
      telegram: { ...telegram, webhookSecret: SECRET },
      slack: { ...slack, appToken: undefined },
    }),
  })
  await bridge.act('slack/request-url', { eventsUrl: `${url}/hooks/slack` })
  return bridge
}

describe.runIf(hasDatabase)('webhooks and signed requests', () => {
  it('carry a whole round trip', async () => {
    const bridge = await overHttp()
    const asked = await bridge.clientSays('По вебхуку?')
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(seen(root)).toContain('По вебхуку?')
    await bridge.teamSays('Да', { threadTs: root?.ts ?? '' })
    await bridge.settle()
    await bridge.decide('edit', 'Да, по вебхуку.')
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)).toMatchObject({ text: 'Да, по вебхуку.', replyTo: { id: asked } })
  })

  it('are refused without the secret, and nothing is stored', async () => {
    const bridge = await overHttp()
    const post = (path: string, headers: Record<string, string>) =>
      fetch(`${bridge.liaison.url}/hooks/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ update_id: 1, message: { chat: { id: 111 } } }),
      })
    expect((await post('telegram', {})).status).toBe(401)
    expect((await post('telegram', { 'x-telegram-bot-api-secret-token': 'wrong' })).status).toBe(401)
    expect((await post('slack', { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': '0' })).status).toBe(401)
    expect(await bridge.database.prisma.inboundEvent.count()).toBe(0)
  })
})

describe.runIf(hasDatabase)('the program’s own server', () => {
  it('says how it is', async () => {
    const bridge = await Bridge.open()
    expect(await (await fetch(`${bridge.liaison.url}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${bridge.liaison.url}/readyz`)).json()).toEqual({ status: 'ready' })
    expect(
      (await fetch(`${bridge.liaison.url}/hooks/telegram`, { method: 'POST', body: '{}' })).status,
      'no webhook is set',
    ).toBe(404)
  })
})

describe.runIf(hasDatabase)('connections', () => {
  it('that Slack renews, or that break, lose nothing', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Вопрос')
    await bridge.act('slack/disconnect', { reason: 'cut' })
    await bridge.teamSays('Пока связи не было', { threadTs })
    await vi.waitUntil(async () => (await bridge.state()).slack.pendingEnvelopes === 0, {
      timeout: 30_000,
      interval: 50,
    })
    await bridge.settle()
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } })).toBe(1)
  })

  it('an event that cannot be handled is tried again, set aside after five times, and somebody is told', async () => {
    const bridge = await Bridge.open()
    await bridge.database.prisma.inboundEvent.create({
      data: {
        platform: 'telegram',
        eventId: 'broken',
        lane: 'tg:111',
        body: { nonsense: true },
        receivedAt: bridge.clock.now(),
        nextAt: bridge.clock.now(),
      },
    })
    await bridge.clientSays('Обычное сообщение')
    for (let attempt = 0; attempt < 5; attempt++) {
      await bridge.settle()
      bridge.clock.pass(61_000)
    }
    await bridge.settle()
    const broken = await bridge.database.prisma.inboundEvent.findFirst({ where: { eventId: 'broken' } })
    expect(broken).toMatchObject({ status: 'set_aside', attempts: 5 })
    expect((await bridge.direct('U0VERA')).messages.map(seen).join(), 'the lead is told').toContain('broken')
    expect(seen(await bridge.card()), 'what stood behind it goes on').toContain('Обычное сообщение')
  })
})
