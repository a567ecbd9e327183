import { describe, expect, it } from 'vitest'
import type { Interaction } from '../../src/generated/prisma/client.ts'
import { ids } from '../../src/main.ts'
import { applyFile } from '../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../src/people/demo-agency.ts'
import type { SlackMessageView } from '../../src/sandbox/view.ts'
import { readingsAt } from '../../src/score/store/readings.ts'
import { reasonsReport } from '../../src/work/reasons/report.ts'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import { cardWith } from '../support/queue.ts'

async function clientSays(bridge: Bridge, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await bridge.clientSays(text)
  await bridge.settle()
}

async function choose(bridge: Bridge, value: string, card?: SlackMessageView, user = 'U0ANNA'): Promise<void> {
  const { ts } = card ?? (await bridge.card(user))
  const channel = (await bridge.direct(user)).id
  await bridge.act('slack/click', { user, channel, ts, actionId: 'reason', value })
  await bridge.settle()
}

/** Clicks "Complaint settled" and fills in the note; what it says then, or at once when it cannot be. */
async function settleComplaint(bridge: Bridge, note: string, card?: SlackMessageView): Promise<string> {
  await bridge.click('reason_settle', 'U0ANNA', card)
  const { id, view } = await bridge.modal()
  const asked = JSON.stringify(view)
  if (!asked.includes('"input"')) {
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: id })
    return asked
  }
  const values = { note: { note: { type: 'plain_text_input', value: note } } }
  await bridge.act('slack/submit', { user: 'U0ANNA', viewId: id, values })
  await bridge.settle()
  const { view: after } = await bridge.modal()
  await bridge.act('slack/close', { user: 'U0ANNA', viewId: id })
  return `${asked} ${JSON.stringify(after)}`
}

function said(bridge: Bridge, text: string): Promise<Interaction> {
  return bridge.database.prisma.interaction.findFirstOrThrow({ where: { text, kind: { in: ['message', 'delivery'] } } })
}

async function toneOf(bridge: Bridge) {
  await bridge.liaison.drain()
  const readings = await readingsAt(bridge.database, bridge.clock.now())
  const reading = readings.find(({ client }) => client.key === 'parts')?.reading
  return reading?.raw
}

const corrections = (bridge: Bridge) =>
  bridge.database.prisma.reasonCorrection.findMany({
    orderBy: { chainSeq: 'asc' },
    include: { interaction: true, staff: true },
  })

describe.runIf(hasDatabase)('the reason of what a client said', () => {
  it('is proposed with the log, for each message, and for what arrives; not for what is said inside', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Когда будет готов макет?')
    await bridge.teamSays('// не знаю, спрошу', { threadTs })
    await bridge.teamSays('Макет готов, загрузили в папку', { threadTs })
    await bridge.settle()
    await bridge.approve()
    await clientSays(bridge, 'Спасибо', 'Пришлите счёт, пожалуйста')
    expect(await said(bridge, 'Когда будет готов макет?')).toMatchObject({ reason: 'question', confidence: 0.85 })
    const rows = await bridge.database.prisma.interaction.findMany({ orderBy: { chainSeq: 'asc' } })
    expect(rows.map(({ channel, direction, kind, reason }) => `${channel} ${direction} ${kind} ${reason}`)).toEqual([
      'messenger in message question',
      'team out message null',
      'messenger out delivery status',
      'messenger in message ack',
      'messenger in message request',
    ])
    expect(seen(await bridge.card()), 'a burst is about what needs an answer').toContain('"value":"request"')
  })

  it('is put right with one tap, before the decision and after it, and each card follows', async () => {
    const bridge = await Bridge.open()
    await clientSays(bridge, 'Добрый день', 'надо бы обновить прайс на сайте')
    const card = await bridge.card()
    expect(seen(card)).toContain('Причина (предположена)')
    await choose(bridge, 'invoice', card)
    expect(
      (await corrections(bridge)).map(({ reason, interaction, staff }) => [reason, interaction.text, staff.key]),
    ).toEqual([
      ['invoice', 'Добрый день', 'anna'],
      ['invoice', 'надо бы обновить прайс на сайте', 'anna'],
    ])
    expect(seen(await bridge.card())).not.toContain('предположена')
    await bridge.approve()
    await choose(bridge, 'brief', await cardWith(bridge, 'прайс'))
    expect((await corrections(bridge)).at(-1)).toMatchObject({ reason: 'brief' })
    await choose(bridge, 'brief', await cardWith(bridge, 'прайс'))
    expect(await corrections(bridge), 'the same again is nothing new').toHaveLength(4)
  })

  it('may be one of the agency’s own, which counts as its parent', async () => {
    const bridge = await Bridge.open()
    await bridge.database.prisma.agencyReason.create({
      data: { key: 'churn', parent: 'complaint', nameRu: 'уходят', nameEn: 'leaving' },
    })
    await clientSays(bridge, 'мы тут подумали')
    expect(seen(await bridge.card())).toContain('уходят')
    await choose(bridge, 'churn')
    expect(seen(await bridge.card())).toContain('Жалоба, открыта')
    expect((await toneOf(bridge))?.tone.negative).toBeCloseTo(1)
  })

  it('is not for whoever may not see the card', async () => {
    const bridge = await Bridge.open()
    await clientSays(bridge, 'Когда будет готов макет?')
    const relay = await bridge.database.prisma.relay.findFirstOrThrow()
    const by = 'sl:U0PAVEL' as never
    const verdict = await bridge.liaison.flow.reasons.correct({ relay: relay.id as never, reason: 'ack', by })
    expect(verdict.kind).toBe('forbidden')
    const unknown = await bridge.liaison.flow.reasons.correct({
      relay: relay.id as never,
      reason: 'complaint_resolved',
      by: 'sl:U0ANNA' as never,
    })
    expect(unknown).toMatchObject({ kind: 'refused', why: 'not_offered' })
    expect(await corrections(bridge)).toEqual([])
  })
})

describe.runIf(hasDatabase)('a complaint', () => {
  it('opens a case with the log, and is settled by the answer that arrived; the score follows', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Опять не то, что мы просили! Сколько можно?')
    const complaint = await bridge.database.prisma.complaint.findFirstOrThrow()
    expect(complaint).toMatchObject({ state: 'open' })
    expect((await toneOf(bridge))?.tone.negative).toBeCloseTo(1)
    const card = await cardWith(bridge, 'Опять не то')
    expect(seen(card)).toContain('Жалоба, открыта')
    expect(await settleComplaint(bridge, 'Исправили', card), 'nothing has been said since').toContain(
      'Сначала ответьте',
    )

    bridge.clock.pass(60_000)
    await bridge.teamSays('Извините, исправили, новый макет в папке', { threadTs })
    await bridge.settle()
    await bridge.approve()
    const words = await settleComplaint(bridge, 'Исправили и извинились', await cardWith(bridge, 'Опять не то'))
    expect(words).toContain('новый макет в папке')
    expect(words).toContain('Жалоба улажена.')
    const answer = await said(bridge, 'Извините, исправили, новый макет в папке')
    const settled = await bridge.database.prisma.interaction.findFirstOrThrow({ where: { kind: 'delivery' } })
    expect(await bridge.database.prisma.complaint.findFirst()).toMatchObject({
      state: 'resolved',
      resolutionId: settled.id,
      note: 'Исправили и извинились',
    })
    expect(answer.text).toBe(settled.text)
    expect((await corrections(bridge)).at(-1)).toMatchObject({
      reason: 'complaint_resolved',
      complaintId: complaint.id,
      interactionId: settled.id,
    })
    expect((await toneOf(bridge))?.tone.negative, 'settled in time: three quarters are off').toBeCloseTo(0.25)
    const after = await cardWith(bridge, 'Опять не то')
    expect(seen(after)).toContain('Жалоба, улажена')
    expect(seen(after)).not.toContain('reason_settle')
  })

  it('that was none is dismissed by the correction, and comes back with another', async () => {
    const bridge = await Bridge.open()
    await clientSays(bridge, 'до сих пор вспоминаем ваш праздник')
    const stateOf = async () => (await bridge.database.prisma.complaint.findFirstOrThrow()).state
    expect(await stateOf()).toBe('open')
    await choose(bridge, 'smalltalk')
    expect(await stateOf()).toBe('dismissed')
    expect((await toneOf(bridge))?.tone.negative).toBe(0)
    await choose(bridge, 'complaint')
    expect(await stateOf()).toBe('open')
  })

  it('is one, however many messages the burst that it is said in has', async () => {
    const bridge = await Bridge.open()
    await clientSays(bridge, 'Добрый день', 'слушайте', 'вот что вышло с каталогом')
    await choose(bridge, 'complaint')
    const rows = await corrections(bridge)
    expect(rows.map(({ reason, interaction }) => `${interaction.text}: ${reason}`)).toEqual([
      'Добрый день: other',
      'слушайте: other',
      'вот что вышло с каталогом: complaint',
    ])
    expect(await bridge.database.prisma.complaint.count()).toBe(1)
  })

  it('is opened by changed words when the first were none, once', async () => {
    const bridge = await Bridge.open()
    const messageId = await bridge.clientSays('вот каталог')
    await bridge.settle()
    for (const text of ['вот каталог, это ужас', 'вот каталог, это ужас просто']) {
      bridge.clock.pass(1_000)
      await bridge.clientEdits(messageId, text)
      await bridge.settle()
    }
    expect(await bridge.database.prisma.complaint.count()).toBe(1)
    expect(seen(await bridge.card())).toContain('Жалоба, открыта')
  })
})

describe.runIf(hasDatabase)('liaison reasons report', () => {
  it('counts the cards that people decided, by what was proposed', async () => {
    const bridge = await Bridge.open()
    const report = (format: 'table' | 'json' = 'table') =>
      reasonsReport(bridge.database, { locale: 'ru', format, days: 30 }, bridge.clock.now())
    expect(await report()).toContain('никто не решил')
    for (const text of ['Когда будет готово?', 'Сколько стоит баннер?', 'Спасибо']) {
      await clientSays(bridge, text)
      bridge.clock.pass(60_000)
      await bridge.settle()
    }
    expect(await report(), 'nobody has decided').toContain('никто не решил')
    for (const words of ['Когда будет', 'Сколько стоит', 'Спасибо']) {
      await bridge.click('approve', 'U0ANNA', await cardWith(bridge, words))
      await bridge.settle()
    }
    await choose(bridge, 'request', await cardWith(bridge, 'Сколько стоит'))
    const table = await report()
    expect(table).toContain('на карточках, которые решили люди, за последние 30 дн.: 3, из них исправлено 1.')
    expect(table).toMatch(/вопрос +2 +1 +50 % \[9–91\] +1/)
    expect(table).toContain('вопрос → просьба: 1')
    expect(JSON.parse(await report('json'))).toMatchObject({ days: 30, all: { hits: 2, n: 3 } })
  })
})

const RULES = `${DEMO_AGENCY}
rules:
  - key: nods
    when: { direction: to_team, reason: ack }
    do: { act: approve, after: 5 }
`

describe.runIf(hasDatabase)('a rule that asks for a reason', () => {
  it('fits what was proposed, and what a person says it is', async () => {
    const bridge = await Bridge.open()
    await applyFile(bridge.database, ids, { text: RULES, file: 'agency.yaml', locale: 'en', dryRun: false })
    await bridge.handOver('Сделайте аудит')
    await clientSays(bridge, 'Спасибо, приняла')
    const ruleOf = async () =>
      (await bridge.database.prisma.relay.findFirstOrThrow({ orderBy: { number: 'desc' } })).ruleKey
    expect(await ruleOf()).toBe('nods')
    await choose(bridge, 'praise')
    expect(await ruleOf()).toBeNull()
    await choose(bridge, 'ack')
    expect(await ruleOf()).toBe('nods')
  })
})
