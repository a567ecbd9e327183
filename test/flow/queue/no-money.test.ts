import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { Bridge, type BridgeOptions, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, relayOf, waitingAnswer } from '../../support/queue.ts'
import { pdf } from '../../support/samples.ts'

const ANNA = 'sl:U0ANNA' as RemoteUser
const MONEY = /10 000|20 000|30 000/

/** Oleg's words wait; Anna, whose client it is, works for another firm and is shown no amounts. */
async function withoutMoney(words: string, options: BridgeOptions = {}): Promise<Bridge> {
  const { bridge } = await waitingAnswer(words, options)
  await bridge.database.prisma.staff.update({ where: { key: 'anna' }, data: { employment: 'contractor' } })
  return bridge
}

/** Vera, who leads and sees amounts, keeps her wording of it. */
async function veraDrafts(bridge: Bridge, words: string): Promise<void> {
  const verdict = await decides(bridge, await relayOf(bridge), { kind: 'draft', body: plain(words) }, 'U0VERA')
  expect(verdict.kind).toBe('done')
  await bridge.settle()
}

async function initialOf(bridge: Bridge): Promise<string> {
  await bridge.click('edit', 'U0ANNA', await cardWith(bridge, 'R-2'))
  const { view } = await bridge.modal()
  return /"initial_value":.*?"text":"([^"]*)"/.exec(JSON.stringify(view))?.[1] ?? ''
}

describe.runIf(hasDatabase)('whoever sees no amounts', () => {
  it('goes on from a draft in which they stand in another order, and each is put back where it was', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽, SEO 20 000 ₽')
    await veraDrafts(bridge, 'SEO 20 000 ₽, аудит 10 000 ₽')
    const words = await initialOf(bridge)
    expect(words).toBe('SEO •••², аудит •••¹')
    await bridge.submit(words)
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('SEO 20 000 ₽, аудит 10 000 ₽')
  })

  it('begins with what was said when the draft has amounts that nobody could put back', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽')
    await veraDrafts(bridge, 'Аудит обойдётся в 30 000 ₽')
    expect(await initialOf(bridge)).toBe('Аудит •••¹')
    expect(seen(await cardWith(bridge, 'R-2')), 'it has no number there').toMatch(/обойдётся в[^¹]*•••"/)
    expect(seen(await cardWith(bridge, 'R-2'))).not.toMatch(MONEY)
    await bridge.submit('Аудит обойдётся в •••')
    await expect.poll(async () => JSON.stringify((await bridge.modal()).errors)).toMatch(/сумм/i)
  })

  it('is shown none where they choose what to split off and what to merge with', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽')
    await bridge.teamSays('SEO 20 000 ₽', { threadTs: (await bridge.channel('C0SEO'))[0]?.ts ?? '' })
    await bridge.settle()
    bridge.clock.pass(10 * MINUTE)
    await bridge.settle()
    await bridge.teamSays('Тексты 30 000 ₽', { threadTs: (await bridge.channel('C0SEO'))[0]?.ts ?? '' })
    await bridge.settle()
    const [first] = await bridge.database.prisma.relay.findMany({
      where: { direction: 'to_client' },
      orderBy: { number: 'asc' },
    })
    const choices = await bridge.liaison.flow.choices((first?.id ?? '') as RelayId, ANNA)
    expect(choices).toMatchObject({ kind: 'open', parts: [{}, {}], others: [{}] })
    if (choices.kind !== 'open') throw new Error(choices.kind)
    expect(JSON.stringify([choices.parts, choices.others])).not.toMatch(MONEY)
  })

  it('is shown none in what its author says to the draft', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽')
    const asks = await decides(bridge, await relayOf(bridge), { kind: 'ask', body: plain('Аудит дорог') }, 'U0VERA')
    expect(asks.kind).toBe('done')
    const draft = await bridge.database.prisma.relayVersion.findFirstOrThrow({ where: { kind: 'draft' } })
    const relay = (await relayOf(bridge)).id as RelayId
    const given = { relay, version: draft.id, by: 'sl:U0OLEG' as RemoteUser, agrees: false }
    await bridge.liaison.flow.authorAnswers({ ...given, note: 'Нет, 30 000 ₽' })
    await bridge.settle()
    expect(seen(await cardWith(bridge, 'R-2'))).toContain('Нет, •••')
    expect(seen(await cardWith(bridge, 'R-2'))).not.toMatch(MONEY)
  })

  it('is shown none in ready answers, in what is put in of one, nor by looking for one', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽')
    const { flow } = bridge.liaison
    const { id } = await bridge.database.prisma.template.create({
      data: {
        key: 'prices',
        kind: 'canned',
        locale: 'ru',
        title: 'SEO за 20 000 ₽',
        body: 'Аудит 10 000 ₽, SEO 20 000 ₽',
      },
    })
    const relay = (await relayOf(bridge)).id as RelayId
    for (const asked of [{}, { relay }, { wanted: 'seo' }]) {
      const list = await flow.canned(ANNA, asked)
      expect(list).toMatchObject({ found: 1, canned: [{ title: 'SEO за •••', body: 'Аудит •••, SEO •••' }] })
    }
    expect(await flow.canned(ANNA, { wanted: '20' })).toMatchObject({ found: 0, canned: [], isAny: true })
    expect(await flow.cannedWords({ relay, id, by: ANNA })).toBe('Аудит •••¹, SEO •••')
    expect(await flow.cannedOne(ANNA, id)).toMatchObject({ one: undefined, withheld: true })

    const vera = 'sl:U0VERA' as RemoteUser
    expect(await flow.canned(vera, { wanted: '20' })).toMatchObject({ found: 1 })
    expect(await flow.cannedWords({ relay, id, by: vera })).toBe('Аудит 10 000 ₽, SEO 20 000 ₽')
    expect(await flow.cannedOne(vera, id)).toMatchObject({ one: { id }, withheld: false })
  })

  it('is shown none when what was held comes back', async () => {
    const bridge = await withoutMoney('Аудит 10 000 ₽')
    const snooze = { kind: 'snooze', when: { choice: 'hour' } } as const
    expect((await decides(bridge, await relayOf(bridge), snooze)).kind).toBe('done')
    bridge.clock.pass(70 * MINUTE)
    await bridge.settle()
    const { messages } = await bridge.direct('U0ANNA')
    const back = messages
      .filter((message) => !seen(message).includes('approve'))
      .map(seen)
      .join()
    expect(back).toContain('R-2')
    expect(back).not.toMatch(MONEY)
  })

  it('is shown none after they have left, on a card that still stands before them', async () => {
    const bridge = await withoutMoney('Аудит за 10 000 ₽')
    await bridge.database.prisma.relay.updateMany({ data: { toShow: true } })
    await bridge.settle()
    expect(seen(await bridge.card())).not.toMatch(MONEY)
    await bridge.database.prisma.staff.update({ where: { key: 'anna' }, data: { active: false } })
    expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' }, 'U0VERA')).kind).toBe('done')
    await bridge.settle()
    expect(seen(await cardWith(bridge, 'R-2'))).not.toMatch(MONEY)
  })
})

const CHANNEL = 'C0NORDIC'
/** The cards of everybody stand in one channel. */
const inOneChannel: BridgeOptions = {
  platforms: (given) => ({ ...given, slack: { ...given.slack, queueChannel: CHANNEL } }),
}

/** Ivan sends an estimate; Anna is shown no amounts. */
async function estimate(files: 'shown' | 'withheld', options: BridgeOptions = {}): Promise<Bridge> {
  const bridge = await Bridge.open(options)
  const { prisma } = bridge.database
  await prisma.staff.update({ where: { key: 'anna' }, data: { employment: 'contractor' } })
  await prisma.agency.updateMany({ data: { withholdsFiles: files === 'withheld' } })
  const { base64 } = pdf('a.pdf')
  await bridge.act('telegram/document', { user: 111, chat: 111, base64, name: 'Смета_10 000_руб.pdf' })
  await bridge.clientSays('Бюджет 20 000 ₽')
  await bridge.settle()
  return bridge
}

describe.runIf(hasDatabase)('files before whoever sees no amounts', () => {
  it('are shown as they are, with a warning and a name without its amount', async () => {
    const bridge = await estimate('shown')
    const { messages } = await bridge.direct('U0ANNA')
    expect(seen(await bridge.card())).toContain('В файлах могут быть суммы: файлы показаны вам как есть')
    expect(await bridge.filesOf(messages)).toHaveLength(1)
    expect(JSON.stringify(messages)).not.toMatch(MONEY)
  })

  it('are withheld where the agency says so, and not approved by who cannot see them', async () => {
    const bridge = await estimate('withheld')
    const { messages } = await bridge.direct('U0ANNA')
    expect(seen(await bridge.card())).toContain('Файлы вам не показаны')
    expect(await bridge.filesOf(messages)).toEqual([])
    const approve = { kind: 'approve' } as const
    const relay = await relayOf(bridge, 'to_team')
    expect(await decides(bridge, relay, approve)).toMatchObject({ kind: 'invalid', why: 'files_withheld' })
    expect((await decides(bridge, relay, approve, 'U0VERA')).kind).toBe('done')
  })
})

describe.runIf(hasDatabase)('a channel in which everybody’s cards stand', () => {
  it('shows no amounts while somebody works here who is shown none; the buttons show them to the others', async () => {
    const bridge = await estimate('withheld', inOneChannel)
    const { prisma } = bridge.database
    const cards = await bridge.channel(CHANNEL)
    expect(cards.map(seen).join()).toContain('Суммы в этом канале скрыты')
    expect(JSON.stringify(cards)).not.toMatch(MONEY)
    expect(await bridge.filesOf(cards)).toEqual([])
    const relay = await relayOf(bridge, 'to_team')
    const shownTo = async (user: string) =>
      JSON.stringify(await bridge.liaison.flow.preview(relay.id as RelayId, `sl:${user}` as RemoteUser))
    expect(await shownTo('U0VERA')).toContain('20 000')
    expect(await shownTo('U0ANNA')).not.toMatch(MONEY)

    await prisma.client.updateMany({ where: { key: 'parts' }, data: { managerId: null } })
    await prisma.relay.updateMany({ data: { toShow: true } })
    await bridge.settle()
    const { messages } = await bridge.direct('U0BORIS')
    expect(await bridge.filesOf(messages), 'whoever decides and may has them').toHaveLength(1)
    expect(messages.map(seen).join()).toContain('Files of R-1')

    await prisma.staff.update({ where: { key: 'anna' }, data: { seesMoney: true } })
    await prisma.relay.updateMany({ data: { toShow: true } })
    await bridge.settle()
    const open = await bridge.channel(CHANNEL)
    expect(open.map(seen).join()).toContain('20 000')
    expect(await bridge.filesOf(open)).toHaveLength(1)
  })
})
