import { describe, expect, it } from 'vitest'
import type { AuthorVerdict } from '../../../src/core/flow.ts'
import type { RelayId, RemoteUser } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { type Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, cardWith, decides, kindsOf, more, relayOf, type Story, waitingAnswer } from '../../support/queue.ts'

/** Anna rewrites it so that it says something else, and asks Oleg rather than confirming that. */
async function asked(): Promise<Story> {
  const story = await waitingAnswer('Две недели')
  const { bridge } = story
  await bridge.click('edit', 'U0ANNA', await cardWith(bridge, 'Две недели'))
  await bridge.submit('Аудит займёт 10 дней.')
  const again = await bridge.modal()
  await expect.poll(async () => JSON.stringify((await bridge.modal()).view)).toContain('Спросить автора')
  expect(JSON.stringify((await bridge.modal()).view), 'what changes, word by word').toContain('strike')
  expect(again.user).toBe('U0ANNA')
  await bridge.submit('Аудит займёт 10 дней.', 'U0ANNA', [/Или вместо этого/])
  await bridge.settle()
  return story
}

async function question(bridge: Bridge) {
  const found = (await bridge.channel('C0SEO')).findLast((message) => seen(message).includes('имели в виду'))
  if (!found) throw new Error('nobody was asked')
  return found
}

async function press(bridge: Bridge, actionId: string, user = 'U0OLEG'): Promise<void> {
  await bridge.act('slack/click', { user, channel: 'C0SEO', ts: (await question(bridge)).ts, actionId })
  await bridge.settle()
}

async function answers(bridge: Bridge, user: string, version: string): Promise<AuthorVerdict['kind']> {
  const relay = (await relayOf(bridge)).id as RelayId
  const given = { relay, version, by: `sl:${user}` as RemoteUser, agrees: true }
  return (await bridge.liaison.flow.authorAnswers(given)).kind
}

describe.runIf(hasDatabase)('the author is asked whether the wording still says what they meant', () => {
  it('in their thread, with the wording and nothing else; agreed, it is approved as it is, and the findings are confirmed', async () => {
    const { bridge, threadTs } = await asked()
    const shown = await question(bridge)
    expect(shown.threadTs).toBe(threadTs)
    expect(seen(shown)).toContain('Аудит займёт 10 дней.')
    expect(seen(shown)).toContain('U0OLEG')
    expect(seen(shown), 'nothing of the client').not.toMatch(/Автозапчасти|Иван|Сколько займёт/)
    const relay = await relayOf(bridge)
    expect(relay.askedAt).not.toBeNull()
    expect(seen(await cardWith(bridge, 'R-2'))).toMatch(/Автора спросили.*Олег/)
    expect(await atClient(bridge)).not.toContain('Аудит займёт 10 дней.')

    await press(bridge, 'asked_yes')
    expect(seen(await question(bridge))).toContain('Олег: да')
    expect(seen(await question(bridge))).not.toContain('asked_no')
    expect((await relayOf(bridge)).askedAt).toBeNull()
    expect(await decides(bridge, relay, { kind: 'approve' }), 'an answer came').toMatchObject({ kind: 'stale' })
    await bridge.click('approve_draft', 'U0ANNA', await cardWith(bridge, 'R-2'))
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('Аудит займёт 10 дней.')
    expect(await kindsOf(bridge, relay.id)).toEqual(
      expect.arrayContaining(['asked', 'author_agreed', 'approved_edited', 'confirmed']),
    )
    const versions = await bridge.database.prisma.relayVersion.findMany({ where: { relayId: relay.id } })
    expect(versions.map(({ kind }) => kind).sort()).toEqual(['draft', 'final', 'original'])
  })

  it('and says what is wrong: the manager reads it, and goes on from the draft', async () => {
    const { bridge } = await asked()
    await bridge.act('slack/click', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      ts: (await question(bridge)).ts,
      actionId: 'asked_no',
    })
    await bridge.submit('Не 10, а 14', 'U0OLEG')
    await bridge.settle()
    const card = await cardWith(bridge, 'R-2')
    expect(seen(card)).toContain('Не 10, а 14')
    expect(seen(card)).not.toContain('approve_draft')
    await bridge.click('edit', 'U0ANNA', card)
    await expect.poll(async () => JSON.stringify((await bridge.modal()).view)).toContain('Аудит займёт 10 дней.')
    await bridge.submit('Аудит займёт две недели.')
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('Аудит займёт две недели.')
  })

  it('and reads in that thread that it was decided without them', async () => {
    const { bridge, threadTs } = await asked()
    await bridge.click('approve', 'U0ANNA', await cardWith(bridge, 'R-2'))
    await bridge.settle()
    await press(bridge, 'asked_yes')
    const told = (await bridge.channel('C0SEO')).find((message) => seen(message).includes('уже неактуально'))
    expect(told).toMatchObject({ threadTs, ephemeralFor: 'U0OLEG' })
  })

  it('is asked by nobody else, and not of words that have changed or gone', async () => {
    const { bridge, ts } = await asked()
    const draft = await bridge.database.prisma.relayVersion.findFirstOrThrow({ where: { kind: 'draft' } })
    expect(await answers(bridge, 'U0DINA', draft.id)).toBe('forbidden')
    await bridge.act('slack/edit', { user: 'U0OLEG', channel: 'C0SEO', ts, text: 'Три недели' })
    await bridge.settle()
    expect(await answers(bridge, 'U0OLEG', draft.id)).toBe('over')
    expect((await relayOf(bridge)).askedAt).toBeNull()
    const verdict = await decides(bridge, await relayOf(bridge), { kind: 'approve_draft', version: draft.id })
    expect(verdict).toMatchObject({ kind: 'invalid', why: 'not_offered' })
  })
})

describe.runIf(hasDatabase)('a draft', () => {
  it('is kept without being sent, across a restart, and is what the dialogue begins with', async () => {
    const { bridge } = await waitingAnswer('Две недели')
    await more(bridge, 'draft', await cardWith(bridge, 'Две недели'))
    await bridge.submit('Аудит займёт две недели, не дольше.')
    await bridge.settle()
    await bridge.stop()
    await bridge.start()
    expect(await atClient(bridge)).toHaveLength(1)
    const card = await cardWith(bridge, 'R-2')
    expect(seen(card)).toContain('Черновик: Анна')
    await bridge.click('edit', 'U0ANNA', card)
    expect(JSON.stringify((await bridge.modal()).view)).toContain('не дольше')
    expect(await decides(bridge, await relayOf(bridge), { kind: 'draft', body: plain('  ') })).toMatchObject({
      why: 'empty',
    })
    // The draft is the manager's alone: what is approved as it stands is what was said.
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: (await bridge.modal()).id })
    await bridge.click('approve', 'U0ANNA', card)
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('Две недели')
  })
})
