import { describe, expect, it } from 'vitest'
import { Bridge } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import * as samples from '../support/samples.ts'

const pdf = samples.pdf('Смета.pdf')

async function shares(bridge: Bridge, text: string): Promise<string> {
  const threadTs = await bridge.handOver('Смета?')
  const files = [{ base64: pdf.base64, name: pdf.name }]
  const { ts } = await bridge.act<{ ts: string }>('slack/file', {
    user: 'U0OLEG',
    channel: 'C0SEO',
    threadTs,
    text,
    files,
  })
  await bridge.settle()
  return ts
}

const pick = async (bridge: Bridge, ts: string) => {
  await bridge.act('slack/shortcut', { user: 'U0OLEG', channel: 'C0SEO', ts, callbackId: 'send_to_client' })
  await bridge.settle()
}
const edit = async (bridge: Bridge, ts: string, text: string) => {
  await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text })
  await bridge.settle()
}
const atClient = async (bridge: Bridge) => (await bridge.fromBot()).slice(1)

describe.runIf(hasDatabase)('a message that is picked by "Send to client"', () => {
  it('goes with its files and without the mark that kept it inside', async () => {
    const bridge = await Bridge.open()
    await pick(bridge, await shares(bridge, '// смета готова'))
    await bridge.approve()
    const arrived = await atClient(bridge)
    expect(arrived.map((message) => message.text)).toEqual(['смета готова'])
    expect(await bridge.telegramFilesOf(arrived)).toEqual([pdf.sha256])
  })

  it('keeps its files when it is changed where replies need a mark', async () => {
    const bridge = await Bridge.open()
    await bridge.database.prisma.project.updateMany({ data: { replies: 'marked' } })
    const ts = await shares(bridge, 'Смета на 100')
    await pick(bridge, ts)
    await edit(bridge, ts, 'Смета на 120')
    await bridge.approve()
    const arrived = await atClient(bridge)
    expect(arrived.map((message) => message.text)).toEqual(['Смета на 120'])
    expect(await bridge.telegramFilesOf(arrived)).toEqual([pdf.sha256])
  })

  it('waits for a decision also when its author had taken it inside, once', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    await edit(bridge, ts, '// Две недели')
    await pick(bridge, ts)
    await pick(bridge, ts)
    const relays = await bridge.database.prisma.relay.findMany({ where: { direction: 'to_client' } })
    expect(relays.map(({ status }) => status).sort()).toEqual(['gathering', 'withdrawn'])
    await bridge.approve()
    expect((await atClient(bridge)).map((message) => message.text)).toEqual(['Две недели'])
  })

  it('says how it is, when there is nothing left to wait for', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Сколько?')
    const ts = await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    const told = async () => {
      await pick(bridge, ts)
      const messages = await bridge.channel('C0SEO')
      return messages.findLast(({ ephemeralFor }) => ephemeralFor === 'U0OLEG')?.text
    }
    expect(await told()).toContain('Ждёт одобрения менеджера')
    await bridge.decide('reject', 'Так не отвечаем')
    await bridge.settle()
    expect(await told()).toContain('Менеджер отклонил его')
  })
})
