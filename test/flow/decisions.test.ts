import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/flow.ts'
import type { RelayId, RemoteUser } from '../../src/core/ids.ts'
import { Bridge, reactionsOf, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

/** A request whose first message the team has already, and the ts of its thread. */
async function withThread(): Promise<{ bridge: Bridge; asked: number; thread: string }> {
  const bridge = await Bridge.open()
  const asked = await bridge.clientSays('Сколько займёт аудит?')
  await bridge.settle()
  await bridge.approve()
  const [root] = await bridge.channel('C0SEO')
  return { bridge, asked, thread: root?.ts ?? '' }
}

/** Approves the specialist's message as this or that person, whether they have its card or not. */
async function approving(bridge: Bridge): Promise<(user: string) => Promise<Verdict>> {
  const relay = await bridge.database.prisma.relay.findFirstOrThrow({ where: { direction: 'to_client' } })
  const common = {
    relay: relay.id as RelayId,
    revision: relay.revision,
    look: relay.look,
    act: { kind: 'approve' },
  } as const
  return (user) => bridge.liaison.flow.decide({ ...common, by: `sl:${user}` as RemoteUser })
}

async function stateOf(bridge: Bridge, ts: string): Promise<string[]> {
  return reactionsOf((await bridge.channel('C0SEO')).find((message) => message.ts === ts))
}

describe.runIf(hasDatabase)('a manager', () => {
  it('edits what a specialist said: the client gets the edit, both texts are kept', async () => {
    const { bridge, thread } = await withThread()
    const ts = await bridge.teamSays('аудит 2 недели, раньше никак', { threadTs: thread })
    await bridge.settle()
    await bridge.decide('edit', 'Аудит займёт две недели, раньше не получится.')
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Аудит займёт две недели, раньше не получится.')
    expect(await stateOf(bridge, ts)).toEqual(['pencil2', 'white_check_mark'])
    const versions = await bridge.database.prisma.relayVersion.findMany({
      where: { relay: { direction: 'to_client' } },
      orderBy: { at: 'asc' },
    })
    expect(versions.map((v) => [v.kind, v.text])).toEqual([
      ['original', 'аудит 2 недели, раньше никак'],
      ['final', 'Аудит займёт две недели, раньше не получится.'],
    ])
  })

  it('edits words with a name in them: it stays a name, which calls nobody in Telegram', async () => {
    const { bridge, thread } = await withThread()
    await bridge.teamSays('Всё готово, <!here> посмотрите', { threadTs: thread })
    await bridge.settle()
    await bridge.decide('edit', 'Всё уже готово, @here посмотрите')
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Всё уже готово, here посмотрите')
  })

  it('returns it with a reason, and the next reply is the next version of the same relay', async () => {
    const { bridge, thread } = await withThread()
    const ts = await bridge.teamSays('никак', { threadTs: thread })
    await bridge.settle()
    await bridge.decide('return', 'Назови срок, пожалуйста')
    await bridge.settle()
    expect(await stateOf(bridge, ts)).toEqual(['leftwards_arrow_with_hook'])
    const heard = (await bridge.channel('C0SEO')).at(-1)
    expect(heard?.threadTs).toBe(thread)
    expect(seen(heard)).toContain('Назови срок, пожалуйста')
    expect(seen(heard), 'the specialist is mentioned').toContain('U0OLEG')

    await bridge.teamSays('Две недели', { threadTs: thread })
    await bridge.settle()
    const relays = await bridge.database.prisma.relay.findMany({ where: { direction: 'to_client' } })
    expect(relays).toMatchObject([{ round: 2, status: 'gathering' }])
    await bridge.approve()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Две недели')
  })

  it('rejects it: nothing leaves, and the author sees why', async () => {
    const { bridge, thread } = await withThread()
    const before = (await bridge.fromBot()).length
    const ts = await bridge.teamSays('пусть сами делают', { threadTs: thread })
    await bridge.settle()
    await bridge.decide('reject', 'Так не отвечаем')
    await bridge.settle()
    expect(await bridge.fromBot()).toHaveLength(before)
    expect(await stateOf(bridge, ts)).toEqual(['no_entry'])
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toContain('Так не отвечаем')
  })

  it('answers the client directly: the team is not asked', async () => {
    const bridge = await Bridge.open()
    const asked = await bridge.clientSays('Вы работаете 31 декабря?')
    await bridge.settle()
    await bridge.decide('answer', 'Да, до 16:00.')
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)).toMatchObject({ text: 'Да, до 16:00.', replyTo: { id: asked } })
    expect(await bridge.channel('C0SEO')).toEqual([])
  })

  it('asks the client back, and the answer is the next version', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Поменяйте там')
    await bridge.settle()
    await bridge.decide('return', 'Что именно поменять?')
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Что именно поменять?')
    await bridge.clientSays('Телефон в шапке')
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(seen(root)).toContain('Поменяйте там')
    expect(seen(root)).toContain('Телефон в шапке')
  })

  it('clicks twice: the second click changes nothing and reads who was first', async () => {
    const { bridge, thread } = await withThread()
    await bridge.teamSays('Две недели', { threadTs: thread })
    await bridge.settle()
    const card = await bridge.card()
    await bridge.click('approve', 'U0ANNA', card)
    await bridge
      .act('slack/click', {
        user: 'U0ANNA',
        channel: (await bridge.direct('U0ANNA')).id,
        ts: card.ts,
        actionId: 'approve',
      })
      .catch((error: Error) => expect(error.message, 'the button may be gone already').toContain('409'))
    await bridge.settle()
    expect((await bridge.fromBot()).filter((m) => m.text === 'Две недели')).toHaveLength(1)
    expect(
      await bridge.database.prisma.relayActivity.count({
        where: { kind: 'approved', relay: { direction: 'to_client' } },
      }),
    ).toBe(1)
  })

  it('is one of two who decide at once: one decides, the other reads it', async () => {
    const { bridge, thread } = await withThread()
    await bridge.teamSays('Две недели', { threadTs: thread })
    await bridge.settle()
    const approve = await approving(bridge)
    const verdicts = await Promise.all([approve('U0ANNA'), approve('U0BORIS')])
    expect(verdicts.map((v) => v.kind).sort()).toEqual(['already', 'done'])
    await bridge.settle()
    expect((await bridge.fromBot()).filter((m) => m.text === 'Две недели')).toHaveLength(1)
  })

  it('who is not theirs may not decide', async () => {
    const { bridge, thread } = await withThread()
    await bridge.teamSays('Две недели', { threadTs: thread })
    await bridge.settle()
    const approve = await approving(bridge)
    expect(await approve('U0OLEG')).toMatchObject({ kind: 'forbidden' })
    expect(await approve('U0NOBODY')).toMatchObject({ kind: 'forbidden' })
    expect(await approve('U0VERA')).toMatchObject({ kind: 'done' })
  })
})

describe.runIf(hasDatabase)('what was said changes while it waits', () => {
  it('a decision about the old words is refused as stale, and the card shows what is new', async () => {
    const bridge = await Bridge.open()
    const message = await bridge.clientSays('Бюджет 150 тысяч')
    await bridge.settle()
    const relay = await bridge.database.prisma.relay.findFirstOrThrow()
    await bridge.clientEdits(message, 'Бюджет 100 тысяч')
    await bridge.settle()
    const verdict = await bridge.liaison.flow.decide({
      relay: relay.id as never,
      revision: relay.revision,
      look: relay.look,
      by: 'sl:U0ANNA' as never,
      act: { kind: 'approve' },
    })
    expect(verdict).toMatchObject({ kind: 'stale' })
    expect(seen(await bridge.card())).toContain('Бюджет 100 тысяч')
    expect(seen(await bridge.card()), 'the old words stand beside it').toContain('Бюджет 150 тысяч')
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(seen(root)).toContain('100 тысяч')
    expect(seen(root)).not.toContain('150 тысяч')
  })

  it('a message that comes after the manager looked does not slip through under the approval', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Запускайте')
    await bridge.settle()
    const relay = await bridge.database.prisma.relay.findFirstOrThrow()
    await bridge.clientSays('Стоп, не запускайте!')
    await bridge.settle()
    const verdict = await bridge.liaison.flow.decide({
      relay: relay.id as never,
      revision: relay.revision,
      look: relay.look,
      by: 'sl:U0ANNA' as never,
      act: { kind: 'approve' },
    })
    expect(verdict).toMatchObject({ kind: 'stale' })
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toEqual([])
  })

  it('a specialist takes it back: it is withdrawn and cannot be approved', async () => {
    const { bridge, thread } = await withThread()
    const ts = await bridge.teamSays('Сделаем за день', { threadTs: thread })
    await bridge.settle()
    await bridge.act('slack/delete', { user: 'U0OLEG', channel: 'C0SEO', ts })
    await bridge.settle()
    expect(await bridge.database.prisma.relay.findFirst({ where: { direction: 'to_client' } })).toMatchObject({
      status: 'withdrawn',
    })
    expect((await bridge.fromBot()).map((m) => m.text)).not.toContain('Сделаем за день')
  })
})
