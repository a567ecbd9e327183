import { describe, expect, it, vi } from 'vitest'
import { SECOND } from '../../src/core/clock.ts'
import { Bridge } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

/** A specialist's answer to a question from a group waits for its decision. */
async function answered(): Promise<{ bridge: Bridge; chat: number; ts: string }> {
  const bridge = await Bridge.open()
  const { chat_id: chat } = await bridge.act<{ chat_id: number }>('telegram/group', { user: 111, title: 'Группа' })
  await bridge.act('telegram/add-bot', { user: 111, chat })
  await bridge.settle()
  await bridge.clientSays('Сколько?', { chat })
  await bridge.settle()
  await bridge.approve()
  const threadTs = (await bridge.channel('C0SEO')).at(-1)?.ts ?? ''
  const ts = await bridge.teamSays('Две недели', { threadTs })
  await bridge.settle()
  return { bridge, chat, ts }
}

const upgrade = async (bridge: Bridge, chat: number) =>
  (await bridge.act<{ chat_id: number }>('telegram/upgrade', { user: 111, chat })).chat_id
const textsIn = async (bridge: Bridge, chat: number) => (await bridge.fromBot(chat)).map((message) => message.text)

/** Approved after the group had become another, of which no update has told us. */
async function approvedUntold(): Promise<{ bridge: Bridge; to: number }> {
  const { bridge, chat } = await answered()
  const { prisma } = bridge.database
  const events = await prisma.inboundEvent.count()
  await bridge.fault({ platform: 'telegram', method: 'getUpdates', do: { kind: 'status', status: 500 } })
  // Ends the poll that was open already: whatever comes after this is not told.
  await bridge.clientSays('Hello', { user: 113 })
  await vi.waitUntil(async () => (await prisma.inboundEvent.count()) > events, { timeout: 20_000, interval: 50 })
  const to = await upgrade(bridge, chat)
  await bridge.click('approve')
  await vi.waitUntil(
    async () => (await prisma.outboxItem.count({ where: { detail: { contains: 'supergroup' } } })) > 0,
    { timeout: 20_000, interval: 50 },
  )
  return { bridge, to }
}

describe.runIf(hasDatabase)('a group becomes a supergroup', () => {
  it('what is approved before we know of it arrives in the new one', async () => {
    const { bridge, to } = await approvedUntold()
    expect((await fetch(`${bridge.sandbox.url}/control/faults`, { method: 'DELETE' })).ok).toBe(true)
    await bridge.settle()
    bridge.clock.pass(5 * SECOND)
    await bridge.settle()
    expect(await textsIn(bridge, to)).toEqual(['Две недели'])
  })

  it('and so it does when we are never told of it', async () => {
    const { bridge, to } = await approvedUntold()
    bridge.clock.pass(5 * SECOND)
    await bridge.liaison.drain()
    expect(await textsIn(bridge, to)).toEqual(['Две недели'])
    const { prisma } = bridge.database
    expect(await prisma.request.count({ where: { conversation: `tg:${to}` } })).toBe(1)
    expect(await prisma.chat.count({ where: { conversation: `tg:${to}` } })).toBe(1)
  })

  it('what was delivered before is corrected by a message that says so', async () => {
    const { bridge, chat, ts } = await answered()
    await bridge.approve()
    const to = await upgrade(bridge, chat)
    await bridge.settle()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    await bridge.approve()
    expect(await textsIn(bridge, to)).toEqual([expect.stringMatching(/^Исправление.*\nТри недели$/s)])
  })

  it('and taken back by a word that it no longer holds', async () => {
    const { bridge, chat, ts } = await answered()
    await bridge.approve()
    const to = await upgrade(bridge, chat)
    await bridge.settle()
    await bridge.act('slack/delete', { user: 'U0OLEG', channel: 'C0SEO', ts })
    await bridge.settle()
    await bridge.approve()
    expect(await textsIn(bridge, to)).toEqual([expect.stringContaining('не учитывайте')])
  })

  it('what nobody can tell of goes to the new one when a person saw that it had not arrived', async () => {
    const { bridge, chat } = await answered()
    await bridge.fault({ platform: 'telegram', method: 'sendMessage', do: { kind: 'cut', when: 'before' }, times: 1 })
    await bridge.approve()
    const to = await upgrade(bridge, chat)
    await bridge.settle()
    await bridge.click('send_again')
    await bridge.settle()
    expect(await textsIn(bridge, to)).toEqual(['Две недели'])
  })
})
