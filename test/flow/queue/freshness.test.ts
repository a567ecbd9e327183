import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../src/core/flow.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import type { Relay } from '../../../src/generated/prisma/client.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

/** A specialist's answer waits. */
async function answered(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Сколько займёт аудит?')
  await bridge.teamSays('Две недели', { threadTs })
  await bridge.settle()
  return bridge
}

function waiting(bridge: Bridge): Promise<Relay> {
  return bridge.database.prisma.relay.findFirstOrThrow({ where: { direction: 'to_client' } })
}

/** Anna clicks on what she saw, whatever has come since. */
function approves(bridge: Bridge, { id, revision, look }: Relay): Promise<Verdict> {
  const by = 'sl:U0ANNA' as RemoteUser
  return bridge.liaison.flow.decide({ relay: id as RelayId, revision, look, by, act: { kind: 'approve' } })
}

async function atClient(bridge: Bridge): Promise<readonly string[]> {
  return (await bridge.fromBot()).map(({ text }) => text)
}

describe.runIf(hasDatabase)('a decision about words that the client did not wait for', () => {
  it('is refused, the card shows what the client wrote, and it passes when it is made again', async () => {
    const bridge = await answered()
    const shown = await waiting(bridge)
    await bridge.clientSays('Уже не нужно, спасибо')
    await bridge.settle()
    expect(await approves(bridge, shown)).toMatchObject({ kind: 'stale' })
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Две недели')
    const [card] = (await bridge.cards()).filter((one) => seen(one).includes('Две недели'))
    expect(seen(card)).toContain('Уже не нужно, спасибо')
    await bridge.click('approve', 'U0ANNA', card)
    await bridge.settle()
    expect(await atClient(bridge)).toContain('Две недели')
  })

  it('is refused as well when the client changed what they had said', async () => {
    const bridge = await Bridge.open()
    const asked = await bridge.clientSays('Сколько займёт аудит?')
    await bridge.settle()
    await bridge.approve()
    const threadTs = (await bridge.channel('C0SEO')).at(-1)?.ts ?? ''
    await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    const shown = await waiting(bridge)
    await bridge.clientEdits(asked, 'Сколько стоит аудит?')
    await bridge.settle()
    expect(await approves(bridge, shown)).toMatchObject({ kind: 'stale' })
  })
})

describe.runIf(hasDatabase)('what became of a message', () => {
  it('is a line once it is decided, and all of it one click away for the manager and as delivered for its author', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько займёт аудит?')
    const ts = await bridge.teamSays('аудит две недели, раньше никак', { threadTs })
    await bridge.settle()
    await bridge.decide('edit', 'Аудит займёт две недели, раньше не получится.')
    await bridge.settle()
    const card = await bridge.card()
    expect(card.blocks).toHaveLength(1)
    await bridge.click('more_history')
    const { view } = await bridge.modal()
    expect(JSON.stringify(view)).toContain('аудит две недели, раньше никак')
    expect(JSON.stringify(view)).toContain('Аудит займёт две недели, раньше не получится.')

    await bridge.act('slack/shortcut', { user: 'U0OLEG', channel: 'C0SEO', ts, callbackId: 'as_delivered' })
    const own = await bridge.modal('U0OLEG')
    expect(JSON.stringify(own.view)).toContain('Аудит займёт две недели, раньше не получится.')
  })

  it('stands behind "More" while it waits', async () => {
    const bridge = await answered()
    await bridge.click('more')
    const more = await bridge.modal()
    await bridge.act('slack/click', { user: 'U0ANNA', viewId: more.id, actionId: 'more_history' })
    await expect.poll(async () => JSON.stringify((await bridge.modal()).view)).toContain('История')
  })
})
