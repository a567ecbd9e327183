import { describe, expect, it } from 'vitest'
import { makeMessage, makeUser } from '../../bots/telegram/ids.ts'
import { Bridge, GROUP, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

describe.runIf(hasDatabase)("a client's sign under what they got", () => {
  it('reaches the thread as a note and the log, once, and so does taking it back', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Когда?')
    await bridge.teamSays('Завтра в три', { threadTs })
    await bridge.settle()
    await bridge.approve()
    const message = (await bridge.fromBot()).at(-1)?.id ?? 0
    const react = async (emoji: string | null) => {
      await bridge.act('telegram/react', { user: 111, chat: 111, message, emoji })
      await bridge.settle()
    }
    await react('👍')
    const note = (await bridge.channel('C0SEO')).at(-1)
    expect(note?.threadTs).toBe(threadTs)
    expect(seen(note)).toMatch(/Иван.*👍.*Завтра в три/s)
    bridge.clock.pass(1_000)
    await react(null)
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toContain('снимает знак')
    expect((await bridge.channel('C0SEO')).at(-1)?.ts, 'in the same note, which pings nobody again').toBe(note?.ts)
    expect(await bridge.database.prisma.interaction.count({ where: { kind: 'reaction' } })).toBe(2)
  })

  it('is under the words that stand there now, and not under those that were corrected', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Когда?')
    const ts = await bridge.teamSays('Завтра в три', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'В пятницу' })
    await bridge.settle()
    await bridge.approve()
    const message = (await bridge.fromBot()).at(-1)?.id ?? 0
    await bridge.act('telegram/react', { user: 111, chat: 111, message, emoji: '👍' })
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toMatch(/👍.*В пятницу/s)
  })

  it('that comes after a newer one is logged, and does not take its place in the note', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Когда?')
    await bridge.teamSays('Завтра в три', { threadTs })
    await bridge.settle()
    await bridge.approve()
    const author = { user: makeUser(111), name: 'Иван' }
    const message = makeMessage(111, (await bridge.fromBot()).at(-1)?.id ?? 0)
    const at = (seconds: number) => new Date(bridge.clock.now().getTime() + seconds * 1_000)
    await bridge.liaison.flow.clientReacted({ author, message, signs: ['👎'], at: at(20) })
    await bridge.settle()
    await bridge.liaison.flow.clientReacted({ author, message, signs: ['👍'], at: at(10) })
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toMatch(/👎.*Завтра в три/s)
    expect(await bridge.database.prisma.interaction.count({ where: { kind: 'reaction' } })).toBe(2)
  })

  it('under what they wrote themselves, or under a notice, says nothing', async () => {
    const bridge = await Bridge.open()
    const own = await bridge.clientSays('Привет')
    await bridge.settle()
    await bridge.approve()
    const before = (await bridge.channel('C0SEO')).length
    const notice = (await bridge.fromBot())[0]?.id ?? 0
    for (const message of [own, notice])
      await bridge.act('telegram/react', { user: 111, chat: 111, message, emoji: '👍' })
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toHaveLength(before)
  })

  it('of somebody whom nobody has introduced stays in the log: a name that they chose says nothing to the team', async () => {
    const bridge = await Bridge.open()
    await bridge.act('telegram/join', { user: 114, chat: GROUP })
    await bridge.act('telegram/administrator', { user: 111, chat: GROUP, is: true })
    await bridge.clientSays('Сколько?', { user: 111, chat: GROUP })
    await bridge.settle()
    await bridge.approve()
    const threadTs = (await bridge.channel('C0SEO')).at(-1)?.ts ?? ''
    await bridge.teamSays('Две недели', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await bridge.clientSays('Привет', { user: 114, chat: GROUP })
    await bridge.settle()
    const { count } = await bridge.database.prisma.contact.updateMany({
      where: { introduced: false },
      data: { name: 'СРОЧНО оплатите https://evil.example/pay' },
    })
    expect(count).toBe(1)
    const before = await bridge.channel('C0SEO')
    const message = (await bridge.fromBot(GROUP)).find(({ text }) => text === 'Две недели')?.id
    await bridge.act('telegram/react', { user: 114, chat: GROUP, message, emoji: '👍' })
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toEqual(before)
    expect(await bridge.database.prisma.interaction.count({ where: { kind: 'reaction' } })).toBe(1)
  })
})
