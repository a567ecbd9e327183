import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { ids } from '../../../src/main.ts'
import { applyFile } from '../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../src/people/demo-agency.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { decides, edited, relayOf } from '../../support/queue.ts'

const NEWS = 'Обновил метатеги на главной'
const ROUTINE = '- { key: news, client: parts, when: { direction: to_client }, do: { act: approve, after: 10 } }'

/** The demo agency with these rules, and a thread in which the client has heard from Oleg before. */
async function withRules(rules: string): Promise<{ bridge: Bridge; says: (text: string) => Promise<void> }> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Как там сайт?')
  const says = async (text: string) => {
    await bridge.teamSays(text, { threadTs })
    await bridge.settle()
    await pass(bridge, 21 * SECOND)
  }
  await says('Здравствуйте, на связи Олег')
  await bridge.approve()
  await apply(bridge, rules)
  return { bridge, says }
}

async function apply(bridge: Bridge, rules: string): Promise<void> {
  // What is approved leaves at once: undo has stories of its own.
  const agency = DEMO_AGENCY.replace('agency:\n', 'agency:\n  undo: 0\n')
  const others = [
    '{ key: kira, name: Кира, role: manager, slack: U0KIRA }',
    '{ key: lena, name: Лена, role: manager, slack: U0LENA }',
  ]
  const staff = agency.replace('clients:', `  - ${others.join('\n  - ')}\nclients:`)
  const text = `${staff}rules:\n  ${rules}\n`
  await applyFile(bridge.database, ids, { text, file: 'agency.yaml', dryRun: false, locale: 'en' })
}

async function pass(bridge: Bridge, ms: number): Promise<void> {
  bridge.clock.pass(ms)
  await bridge.settle()
}

async function atClient(bridge: Bridge): Promise<readonly string[]> {
  return (await bridge.fromBot()).map(({ text }) => text)
}

/** The card of a message, in somebody's direct messages. */
async function cardOf(bridge: Bridge, words: string, user = 'U0ANNA'): Promise<SlackMessageView | undefined> {
  return (await bridge.cards(user)).find((card) => seen(card).includes(words))
}

async function clickOn(bridge: Bridge, action: string, words: string, user = 'U0ANNA'): Promise<void> {
  await bridge.click(action, user, await cardOf(bridge, words, user))
  await bridge.settle()
}

describe.runIf(hasDatabase)('a rule that approves', () => {
  it('lets plain news through after its time, says so before and after, and nobody else decided', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    const card = await cardOf(bridge, NEWS)
    expect(seen(card)).toContain('Правило «news»: одобрится как есть')
    expect(seen(card)).toContain('"stop"')
    await pass(bridge, 9 * MINUTE + 58 * SECOND)
    expect(await atClient(bridge)).not.toContain(NEWS)
    const { inboundEvent } = bridge.database.prisma
    const later = new Date(bridge.clock.now().getTime() + 60 * MINUTE)
    const event = {
      platform: 'telegram',
      eventId: 'late',
      lane: 'tg:111',
      body: {},
      receivedAt: later,
      nextAt: later,
    } as const
    const { seq } = await inboundEvent.create({ data: event })
    await pass(bridge, 2 * SECOND)
    expect(await atClient(bridge), 'the client’s words are not read yet').not.toContain(NEWS)
    await inboundEvent.delete({ where: { seq } })
    await pass(bridge, SECOND)
    expect(await atClient(bridge)).toContain(NEWS)
    expect(seen(await cardOf(bridge, NEWS))).toContain('Одобрено правилом «news»')
    const decided = await bridge.database.prisma.relayActivity.findMany({ where: { kind: 'approved', note: 'news' } })
    expect(decided).toMatchObject([{ staffId: null }])
  })

  it('stopped in the last second it waits for a person, whatever its author changes', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    await pass(bridge, 9 * MINUTE + 58 * SECOND)
    await clickOn(bridge, 'stop', NEWS)
    const [said] = (await bridge.channel('C0SEO')).filter(({ text }) => text.includes(NEWS))
    await bridge.act('slack/edit', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      ts: said?.ts ?? '',
      text: `${NEWS} и в каталоге`,
    })
    await bridge.settle()
    await pass(bridge, 60 * MINUTE)
    expect((await atClient(bridge)).filter((text) => text.includes(NEWS))).toEqual([])
    expect(seen(await cardOf(bridge, NEWS))).toContain('Остановлено: Анна')
    await clickOn(bridge, 'approve', NEWS)
    expect(await atClient(bridge)).toContain(`${NEWS} и в каталоге`)
  })

  it('holds what the client has not waited for, what is about money, and what comes behind it', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    await pass(bridge, 5 * MINUTE)
    await bridge.clientSays('Стойте, на главной ничего не трогайте')
    await bridge.settle()
    expect(seen(await cardOf(bridge, NEWS))).toContain('клиент с тех пор написал ещё')
    await says('Обновил и в каталоге')
    await says('Это 5000 рублей')
    expect(seen(await cardOf(bridge, '5000'))).toContain('нужно решение человека: деньги')
    await pass(bridge, 11 * MINUTE)
    expect(seen(await cardOf(bridge, 'и в каталоге'))).toContain('раньше него по этому же обращению ждёт другое')
    expect((await atClient(bridge)).filter((text) => /Обновил|5000/.test(text))).toEqual([])
  })

  it('keeps its time across a restart; what was due while nobody could stop it counts anew', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    await pass(bridge, 5 * MINUTE)
    await bridge.stop()
    await bridge.start()
    await pass(bridge, 4 * MINUTE)
    expect(await atClient(bridge)).not.toContain(NEWS)
    await bridge.stop()
    bridge.clock.pass(30 * MINUTE)
    await bridge.start()
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain(NEWS)
    await pass(bridge, 10 * MINUTE)
    expect(await atClient(bridge)).toContain(NEWS)
  })

  it('that is taken out of the file lets nothing more through', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    await apply(bridge, '- { key: all, do: { act: hold } }')
    await bridge.settle()
    expect(seen(await cardOf(bridge, NEWS))).toContain('Правило «all»: ждёт вашего решения')
    await pass(bridge, 10 * MINUTE)
    expect(await atClient(bridge)).not.toContain(NEWS)
  })

  it('lets nothing through that somebody has taken into their hands, nor what they have taken back', async () => {
    const { bridge, says } = await withRules(ROUTINE)
    await says(NEWS)
    await decides(bridge, await relayOf(bridge), { kind: 'snooze', when: { choice: 'hour' } })
    await bridge.settle()
    await pass(bridge, 60 * MINUTE)
    expect(await atClient(bridge)).not.toContain(NEWS)
    expect(seen(await cardOf(bridge, NEWS))).toContain('Остановлено: Анна')
    await clickOn(bridge, 'reject', NEWS)
    await bridge.submit('Не сейчас')
    await bridge.settle()

    await bridge.database.prisma.agency.update({ where: { id: 1 }, data: { undoSeconds: 60 } })
    await says('Обновил и в каталоге')
    await pass(bridge, 10 * MINUTE)
    expect(await relayOf(bridge)).toMatchObject({ status: 'approved', decidedById: null })
    expect(await decides(bridge, await relayOf(bridge), { kind: 'undo' })).toMatchObject({ kind: 'done' })
    await pass(bridge, 60 * MINUTE)
    expect(await atClient(bridge)).not.toContain('Обновил и в каталоге')
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', autoAt: null })
  })
})

describe.runIf(hasDatabase)('a rule that asks for more than one', () => {
  it('any: a first approval is written down, twice is once, and one of those asked makes it leave', async () => {
    const { bridge, says } = await withRules('- { key: pairs, do: { act: second, of: [leads, kira] } }')
    await says(NEWS)
    await clickOn(bridge, 'approve', NEWS)
    await clickOn(bridge, 'approve', NEWS)
    expect(await atClient(bridge)).not.toContain(NEWS)
    expect(seen(await cardOf(bridge, NEWS))).toMatch(/Одобрено: Анна.*нужно второе одобрение.*Кира, Вера/)
    expect(seen(await cardOf(bridge, NEWS, 'U0VERA')), 'who is asked has a card').toContain('Одобрено: Анна')
    const { id, revision, look } = await bridge.database.prisma.relay.findFirstOrThrow({ where: { status: 'waiting' } })
    const kira = { relay: id as RelayId, revision, look, by: 'sl:U0KIRA' as RemoteUser }
    const { flow } = bridge.liaison
    expect(await flow.decide({ ...kira, act: { kind: 'reject', reason: 'Нет' } })).toMatchObject({ kind: 'forbidden' })
    expect(await flow.decide({ ...kira, act: { kind: 'approve' } })).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(await atClient(bridge)).toContain(NEWS)
    expect(await bridge.database.prisma.relayActivity.count({ where: { kind: 'endorsed' } })).toBe(1)
  })

  it('any: two who have nothing to do with the client are not enough', async () => {
    const { bridge, says } = await withRules('- { key: pairs, do: { act: second, of: [managers] } }')
    await says(NEWS)
    for (const user of ['U0KIRA', 'U0LENA'])
      expect(await decides(bridge, await relayOf(bridge), { kind: 'approve' }, user)).toMatchObject({ kind: 'done' })
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain(NEWS)
    await clickOn(bridge, 'approve', NEWS)
    expect(await atClient(bridge)).toContain(NEWS)
  })

  it('who said it is not asked for the second approval, even as the only one who leads', async () => {
    const { bridge } = await withRules('- { key: pairs, do: { act: second, of: [leads] } }')
    const [first] = await bridge.channel('C0SEO')
    await bridge.teamSays(`>> ${NEWS}`, { threadTs: first?.ts ?? '', user: 'U0VERA' })
    await bridge.settle()
    await clickOn(bridge, 'approve', NEWS)
    expect(seen(await cardOf(bridge, NEWS))).toMatch(/Одобрено: Анна.*нужно второе одобрение.*Boris/)
    expect(seen(await cardOf(bridge, NEWS, 'U0BORIS'))).toContain('"approve"')
    expect(await atClient(bridge)).not.toContain(NEWS)
  })

  it('all: a change of the words makes every approval void, and each of those asked must give theirs', async () => {
    const { bridge, says } = await withRules('- { key: all, do: { act: second, of: [leads, boris], quorum: all } }')
    await says(NEWS)
    await clickOn(bridge, 'approve', NEWS, 'U0VERA')
    await clickOn(bridge, 'edit', NEWS, 'U0BORIS')
    await bridge.submit('Метатеги на главной обновлены', 'U0BORIS')
    await bridge.settle()
    expect(seen(await cardOf(bridge, NEWS)), 'the words are others now').toMatch(/Одобрено: Boris.*каждого: Вера/)
    expect(seen(await cardOf(bridge, NEWS))).toContain('Boris предлагает отправить вместо этого')
    await clickOn(bridge, 'approve', NEWS, 'U0VERA')
    expect(await atClient(bridge)).toContain('Метатеги на главной обновлены')
    expect(await atClient(bridge)).not.toContain(NEWS)
  })

  it('all: for somebody who is away their stand-in approves; without one a lead may, and the card says who is waited for', async () => {
    const { bridge, says } = await withRules('- { key: all, do: { act: second, of: [boris, kira], quorum: all } }')
    const { prisma } = bridge.database
    await prisma.staff.update({ where: { key: 'lena' }, data: { employment: 'contractor' } })
    const idOf = async (key: string) => (await prisma.staff.findUniqueOrThrow({ where: { key } })).id
    const goesAway = async (key: string, standIn?: string) => {
      const standInId = standIn === undefined ? null : await idOf(standIn)
      await prisma.absence.create({ data: { staffId: await idOf(key), standInId, from: bridge.clock.now() } })
      await pass(bridge, SECOND)
    }
    const asked = async (user: string) => (await bridge.liaison.flow.queue(`sl:${user}` as RemoteUser))?.count
    const kirasWords = 'Метатеги обновлены'
    await says(NEWS)
    expect(seen(await cardOf(bridge, NEWS))).toContain('одобрение каждого: Boris, Кира')
    await goesAway('kira', 'lena')
    expect(seen(await cardOf(bridge, NEWS))).toMatch(/каждого: Boris, Лена.*Кира отсутствует: замещает и одобряет Лена/)
    expect([await asked('U0LENA'), await asked('U0KIRA')]).toEqual([1, 0])

    await decides(bridge, await relayOf(bridge), edited(kirasWords), 'U0BORIS')
    await bridge.settle()
    expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' }, 'U0LENA')).kind).toBe('done')
    await bridge.settle()
    expect(await atClient(bridge), 'Boris has rewritten it, Lena approves for Kira').toContain(kirasWords)

    await says('Обновил и в каталоге')
    await goesAway('boris', 'lena')
    expect(seen(await cardOf(bridge, 'в каталоге', 'U0VERA')), 'Lena stands in for one of the two').toMatch(
      /каждого: Лена, Кира.*Кира отсутствует, одобрения ждём; замены нет\. Вместо отсутствующего может решить руководитель: Вера/,
    )
    await decides(bridge, await relayOf(bridge), { kind: 'approve' }, 'U0LENA')
    await bridge.settle()
    expect(await atClient(bridge)).not.toContain('Обновил и в каталоге')
    await clickOn(bridge, 'approve', 'в каталоге', 'U0VERA')
    expect(await atClient(bridge)).toContain('Обновил и в каталоге')
  })

  it('all: whoever wrote the words does not approve them for somebody who is away', async () => {
    const { bridge, says } = await withRules('- { key: all, do: { act: second, of: [kira], quorum: all } }')
    const { prisma } = bridge.database
    const idOf = async (key: string) => (await prisma.staff.findUniqueOrThrow({ where: { key } })).id
    const from = bridge.clock.now()
    const away = { staffId: await idOf('kira'), standInId: await idOf('boris'), from, state: 'running' } as const
    await prisma.absence.create({ data: away })
    await says(NEWS)
    expect(seen(await cardOf(bridge, NEWS, 'U0BORIS')), 'in the language of who reads').toContain(
      'Кира is away: Boris approves for them',
    )
    await decides(bridge, await relayOf(bridge), edited('Метатеги обновлены'), 'U0BORIS')
    await decides(bridge, await relayOf(bridge), { kind: 'approve' })
    await bridge.settle()
    expect(await relayOf(bridge), 'Anna and Boris are two, and neither is Kira').toMatchObject({ status: 'waiting' })
    expect(seen(await cardOf(bridge, NEWS))).toContain('может решить руководитель: Вера')
    await decides(bridge, await relayOf(bridge), { kind: 'approve' }, 'U0VERA')
    expect(await relayOf(bridge)).toMatchObject({ status: 'approved' })
  })

  it('a lead: a manager can only propose, and rewriting is no way round the rule', async () => {
    const { bridge, says } = await withRules('- { key: money, when: { has: money }, do: { act: lead } }')
    await bridge.clientSays('Почём?')
    await bridge.settle()
    const asked = await bridge.database.prisma.relay.findFirstOrThrow({ orderBy: { number: 'desc' } })
    const anna = { relay: asked.id as RelayId, revision: 1, look: asked.look, by: 'sl:U0ANNA' as RemoteUser }
    const body = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Это 5000 рублей' }] }]
    const verdict = await bridge.liaison.flow.decide({ ...anna, act: { kind: 'answer', body } })
    expect(verdict, 'nor is answering').toMatchObject({ kind: 'invalid', why: 'needs_lead' })
    await bridge.approve()
    await says(NEWS)
    await bridge.decide('edit', `${NEWS}. Это 5000 рублей`)
    await bridge.settle()
    await bridge.submit(`${NEWS}. Это 5000 рублей`, 'U0ANNA', [/^(?!Или вместо)/])
    await bridge.settle()
    expect((await atClient(bridge)).filter((text) => text.includes(NEWS))).toEqual([])
    await clickOn(bridge, 'approve', NEWS)
    expect((await atClient(bridge)).filter((text) => text.includes(NEWS))).toEqual([])
    expect(seen(await cardOf(bridge, NEWS, 'U0VERA'))).toContain('Анна предлагает отправить вместо этого')
    await clickOn(bridge, 'approve', NEWS, 'U0VERA')
    expect(await atClient(bridge)).toContain(`${NEWS}. Это 5000 рублей`)
  })

  it('is asked by what is planned, split or refused, and nothing of that is half done', async () => {
    const { bridge, says } = await withRules('- { key: pairs, do: { act: second, of: [leads] } }')
    await says(NEWS)
    const relay = await relayOf(bridge)
    const planned = { kind: 'schedule', body: plain(NEWS), when: { choice: 'hour' } } as const
    const needsOthers = { kind: 'invalid', why: 'needs_others' }
    expect(await decides(bridge, relay, planned)).toMatchObject(needsOthers)
    const refused = { relay: relay.id as RelayId, revision: relay.revision, look: relay.look, reason: 'scope' as const }
    const no = { ...refused, by: 'sl:U0ANNA' as RemoteUser, body: plain('Этого мы не делаем') }
    expect(await bridge.liaison.flow.refuse({ ...no, confirmed: [] })).toMatchObject(needsOthers)
    expect(await bridge.database.prisma.boundary.count()).toBe(0)
    expect(await relayOf(bridge)).toMatchObject({ status: 'waiting', revision: relay.revision, stoppedAt: null })
    await decides(bridge, relay, { kind: 'approve' })
    expect(await decides(bridge, relay, planned, 'U0VERA'), 'the last one may').toMatchObject({ kind: 'done' })
    await bridge.settle()
    await pass(bridge, 59 * MINUTE)
    expect(await atClient(bridge)).not.toContain(NEWS)
    await pass(bridge, MINUTE)
    expect(await atClient(bridge)).toContain(NEWS)
  })
})
