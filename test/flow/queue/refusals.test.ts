import { expect, it } from 'vitest'
import { DAY } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { Form } from '../../support/form.ts'
import { decides, relayOf, waitingAnswer } from '../../support/queue.ts'

async function openRefusal(bridge: Bridge): Promise<Form> {
  await bridge.click('more')
  const form = new Form(bridge)
  await form.use('more_refuse')
  return form
}

it.runIf(hasDatabase)(
  'a no in the agency’s words goes in place of a specialist’s, and is remembered when the same is asked again',
  async () => {
    const bridge = await Bridge.open()
    const thread = await bridge.handOver('Сделайте ещё логотип для сайта бесплатно')
    await bridge.teamSays('Логотип — это отдельная работа', { threadTs: thread })
    await bridge.settle()
    const form = await openRefusal(bridge)
    expect(await form.words(), 'plain, for the scope').toBe(
      'Иван, эта задача не входит в согласованный объём работ, поэтому в рамках текущего бюджета мы её не возьмём.',
    )
    await form.use('refuse_reason', 'budget')
    await form.use('refuse_tone', 'firm')
    await form.write('предложим подрядчика', 'refuse_alternative')
    await form.use('refuse_alternative', 'предложим подрядчика')
    expect(await form.words()).toBe(
      'Иван, стоимость остаётся прежней: снизить её мы не можем.\nВозможен такой вариант: предложим подрядчика',
    )
    await form.write('Иван, бесплатно — нет.')
    await form.use('refuse_tone', 'warm')
    expect(await form.words(), 'what was written stays').toBe('Иван, бесплатно — нет.')
    await form.submit()
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Иван, бесплатно — нет.')
    const declined = await bridge.database.prisma.relayActivity.findFirstOrThrow({ where: { kind: 'declined' } })
    expect(declined.note).toBe('budget: Логотип — это отдельная работа')

    await bridge.clientSays('А логотип для сайта бесплатно всё-таки сможете?')
    await bridge.settle()
    const card = seen(await bridge.card())
    expect(card).toContain('причина — бюджет. Сказано было: «Иван, бесплатно — нет.»')
    const again = await openRefusal(bridge)
    await again.use('refuse_tone', 'warm')
    await again.write('в марте', 'refuse_alternative')
    await again.submit()
    await bridge.settle()
    expect(await again.words(), 'seen before it leaves').toMatch(/\nДавайте так: в марте$/)
    await again.submit()
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text, 'the client is answered').toMatch(
      /^Иван, спасибо за идею!.*в марте$/s,
    )
    expect(await bridge.database.prisma.boundary.count()).toBe(2)
    expect(await bridge.database.prisma.template.findFirst({ where: { usedCount: 1 } })).not.toBeNull()

    await bridge.clientSays('Логотип на сайте съехал')
    await bridge.settle()
    expect(seen(await bridge.card())).not.toContain('Сказано было')
  },
)

async function refuses(bridge: Bridge) {
  const { id, revision, look } = await relayOf(bridge)
  const given = { relay: id as RelayId, revision, look, by: 'sl:U0ANNA' as RemoteUser, reason: 'budget' } as const
  const verdict = await bridge.liaison.flow.refuse({ ...given, body: plain('Две недели — нет.'), confirmed: [] })
  if (verdict.kind !== 'unconfirmed') return verdict
  const confirmed = verdict.findings.map((finding) => finding.id)
  return bridge.liaison.flow.refuse({ ...given, body: plain('Две недели — нет.'), confirmed })
}

it.runIf(hasDatabase)('a no that was taken back was none, also when the same is approved then', async () => {
  const { bridge } = await waitingAnswer('Две недели', { undoSeconds: 60 })
  expect((await refuses(bridge)).kind).toBe('done')
  expect(await bridge.database.prisma.boundary.count()).toBe(1)
  expect((await decides(bridge, await relayOf(bridge), { kind: 'undo' })).kind).toBe('done')
  expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' })).kind).toBe('done')
  expect(await bridge.database.prisma.boundary.count()).toBe(0)
})

it.runIf(hasDatabase)('a no in place of words that have waited for long is asked about once more', async () => {
  const { bridge } = await waitingAnswer()
  bridge.clock.pass(20 * DAY)
  await bridge.settle()
  expect((await refuses(bridge)).kind).toBe('stale')
  expect((await refuses(bridge)).kind).toBe('done')
})
