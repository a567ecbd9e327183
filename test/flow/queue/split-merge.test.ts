import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { type Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, more, relayOf, waitingAnswer } from '../../support/queue.ts'

/** A burst of two messages waits. */
async function burst(): Promise<{ bridge: Bridge; ts: string }> {
  const { bridge, threadTs } = await waitingAnswer()
  const ts = await bridge.teamSays('А скидку не дадим', { threadTs })
  await bridge.settle()
  return { bridge, ts }
}

async function partsOf(bridge: Bridge) {
  const { id } = await relayOf(bridge)
  const found = await bridge.liaison.flow.choices(id as RelayId, 'sl:U0ANNA' as RemoteUser)
  return found.kind === 'open' ? found.parts : []
}

describe.runIf(hasDatabase)('a message of several parts', () => {
  it('is split: what is ticked leaves, the rest waits as a message of its own and is returned by itself', async () => {
    const { bridge, ts } = await burst()
    const [first] = await partsOf(bridge)
    const whole = await relayOf(bridge)
    await more(bridge, 'split', await cardWith(bridge, 'Две недели'))
    const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } })
    await bridge.submit('', 'U0ANNA', [], {
      choice: { choice: { type: 'checkboxes', selected_options: [option(first?.id ?? '')] } },
      next: { next: { type: 'radio_buttons', selected_option: option('approve') } },
    })
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('Две недели')
    const rest = await relayOf(bridge)
    expect(rest).toMatchObject({ status: 'waiting', revision: 1, number: whole.number + 1, authorId: whole.authorId })
    expect(await bridge.database.prisma.relay.findUnique({ where: { id: whole.id } })).toMatchObject({
      status: 'approved',
      revision: whole.revision + 1,
    })
    expect(await kindsOf(bridge, rest.id)).toEqual(['split'])

    // What its author now does to the message that went its own way is done to that.
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Скидку не дадим' })
    await bridge.settle()
    expect(await decides(bridge, rest, { kind: 'approve' })).toMatchObject({ kind: 'stale' })
    await bridge.click('return', 'U0ANNA', await cardWith(bridge, `R-${rest.number}`))
    await bridge.submit('Мягче, пожалуйста')
    await bridge.settle()
    expect(seen((await bridge.channel('C0SEO')).at(-1))).toContain('Мягче, пожалуйста')
    expect(await atClient(bridge)).not.toContain('Скидку не дадим')
  })

  it('is not split into nothing and all, nor by whoever saw fewer parts, nor twice', async () => {
    const { bridge } = await burst()
    const [first, second] = await partsOf(bridge)
    const seenBefore = await relayOf(bridge)
    const act = (parts: readonly string[]) => ({ kind: 'split', parts, next: 'wait' }) as const
    const all = [first?.id ?? '', second?.id ?? '']
    expect(await decides(bridge, seenBefore, act([]))).toMatchObject({ why: 'choose_some' })
    expect(await decides(bridge, seenBefore, act(all))).toMatchObject({ why: 'choose_some' })
    const verdicts = await Promise.all([
      decides(bridge, seenBefore, act([all[0] ?? ''])),
      decides(bridge, seenBefore, act([all[0] ?? ''])),
    ])
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual(['done', 'stale'])
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } })).toBe(2)
  })

  it('stays whole when what is ticked may not leave', async () => {
    const { bridge } = await burst()
    const { prisma } = bridge.database
    const rules = [
      {
        key: 'refusals',
        position: 1,
        scope: 'agency' as const,
        conditions: { has: ['refusal'] },
        action: { act: 'hold' },
      },
      { key: 'others', position: 2, scope: 'agency' as const, conditions: {}, action: { act: 'lead' } },
    ]
    await prisma.rule.createMany({ data: rules })
    await prisma.relay.updateMany({ where: { direction: 'to_client' }, data: { ruledRevision: null } })
    await bridge.settle()
    const whole = await relayOf(bridge)
    expect(whole.ruleKey).toBe('refusals')
    const [first] = await partsOf(bridge)
    const verdict = await decides(bridge, whole, { kind: 'split', parts: [first?.id ?? ''], next: 'approve' })
    expect(verdict).toMatchObject({ kind: 'invalid', why: 'needs_lead' })
    expect(await prisma.relay.count({ where: { direction: 'to_client' } })).toBe(1)
    expect(await relayOf(bridge)).toMatchObject({ id: whole.id, revision: whole.revision })
    expect(await kindsOf(bridge, whole.id)).not.toContain('split')
    // The chain of what happened goes on.
    expect((await decides(bridge, await relayOf(bridge), { kind: 'approve' })).kind).toBe('done')
  })
})

describe.runIf(hasDatabase)('two messages that wait', () => {
  it('are merged into the older one, which is looked at again and leaves as one', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    const older = await relayOf(bridge)
    bridge.clock.pass(3 * MINUTE)
    await bridge.settle()
    await bridge.teamSays('Начнём в понедельник', { threadTs })
    await bridge.settle()
    const newer = await relayOf(bridge)
    expect(newer.id).not.toBe(older.id)
    await more(bridge, 'merge', await cardWith(bridge, 'Начнём'))
    const option = { value: older.id, text: { type: 'plain_text', text: 'R-2' } }
    await bridge.submit('', 'U0ANNA', [], { choice: { choice: { type: 'radio_buttons', selected_option: option } } })
    await bridge.settle()
    expect(await relayOf(bridge)).toMatchObject({ id: newer.id, status: 'merged' })
    expect(seen(await cardWith(bridge, `R-${newer.number} `))).toContain(`Объединено с R-${older.number}`)
    expect(await decides(bridge, newer, { kind: 'approve' })).toMatchObject({ kind: 'already' })
    expect(await decides(bridge, older, { kind: 'approve' })).toMatchObject({ kind: 'stale' })
    await bridge.click('approve', 'U0ANNA', await cardWith(bridge, `R-${older.number} `))
    await bridge.settle()
    const said = (await atClient(bridge)).join('\n')
    expect(said).toMatch(/Две недели\n+Начнём в понедельник/)
  })

  it('are as old as what was said last in them, and asked about once more by that', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    const older = await relayOf(bridge)
    bridge.clock.pass(3 * MINUTE)
    await bridge.settle()
    await bridge.teamSays('Начнём в понедельник', { threadTs })
    await bridge.settle()
    bridge.clock.pass(5 * HOUR)
    await bridge.settle()
    const act = { kind: 'merge', with: older.id as RelayId } as const
    expect((await decides(bridge, await relayOf(bridge), act)).kind).toBe('done')
    await bridge.settle()
    for (const isLast of [false, true]) {
      await bridge.click('approve', 'U0ANNA', await cardWith(bridge, `R-${older.number} `))
      await bridge.settle()
      expect((await atClient(bridge)).join().includes('Начнём в понедельник')).toBe(isLast)
    }
  })

  it('of different people are not', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    const oleg = await relayOf(bridge)
    await bridge
      .act('slack/say', { user: 'U0DINA', channel: 'C0SEO', text: 'И реклама', threadTs })
      .catch(() => undefined)
    await bridge.clientSays('Ну как?')
    await bridge.settle()
    const client = await relayOf(bridge, 'to_team')
    const verdict = await decides(bridge, await relayOf(bridge), { kind: 'merge', with: client.id as RelayId })
    expect(verdict).toMatchObject({ kind: 'invalid', why: 'not_offered' })
    const none = await decides(bridge, await relayOf(bridge), { kind: 'merge', with: '' as RelayId })
    expect(none, 'nothing was chosen').toMatchObject({ kind: 'invalid', why: 'not_offered' })
    const unseen = { kind: 'return', reason: '\u200b \u2060' } as const
    expect(await decides(bridge, await relayOf(bridge), unseen)).toMatchObject({ kind: 'invalid', why: 'no_reason' })
    expect(await bridge.database.prisma.relay.count({ where: { status: 'merged' } })).toBe(0)
    expect(oleg.status).not.toBe('merged')
  })

  it('are merged only by whoever may decide on both, and only they are shown the other', async () => {
    const { bridge, threadTs } = await waitingAnswer()
    const older = await relayOf(bridge)
    bridge.clock.pass(3 * MINUTE)
    await bridge.settle()
    await bridge.teamSays('Начнём в понедельник', { threadTs })
    await bridge.settle()
    const newer = await relayOf(bridge)
    const { prisma } = bridge.database
    const { id } = await prisma.staff.create({
      data: { key: 'kira', name: 'Кира', role: 'manager', remoteUser: 'sl:U0KIRA' },
    })
    await prisma.relay.update({ where: { id: newer.id }, data: { assigneeId: id } })
    const choices = await bridge.liaison.flow.choices(newer.id as RelayId, 'sl:U0KIRA' as RemoteUser)
    expect(choices).toMatchObject({ kind: 'open', others: [] })
    const merge = { kind: 'merge', with: older.id as RelayId } as const
    expect(await decides(bridge, newer, merge, 'U0KIRA')).toMatchObject({ kind: 'invalid', why: 'not_offered' })
    expect(await decides(bridge, newer, merge, 'U0ANNA')).toMatchObject({ kind: 'done' })
  })
})
