import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../../src/core/clock.ts'
import { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { decides, relayOf } from '../../support/queue.ts'

/** What Anna's home tab shows. */
async function home(bridge: Bridge): Promise<{ id: string; text: string }> {
  const { slack } = await bridge.state()
  const text = JSON.stringify(slack.homes.find(({ user }) => user === 'U0ANNA')?.view ?? {})
  return { id: /"id":"(V\w+)"/.exec(text)?.[1] ?? '', text }
}

describe.runIf(hasDatabase)('the home tab', () => {
  it('shows the whole queue page by page, and is decided from', async () => {
    const bridge = await Bridge.open()
    for (let i = 1; i <= 17; i++) {
      await bridge.clientSays(`Вопрос ${i}.`)
      await bridge.settle()
      bridge.clock.pass(60_000)
    }
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    const first = await home(bridge)
    expect(first.text).toContain('Вопрос 1.')
    expect(first.text).not.toContain('Вопрос 16.')
    await bridge.act('slack/click', { user: 'U0ANNA', viewId: first.id, actionId: 'home_on' })
    await bridge.settle()
    expect((await home(bridge)).text).toContain('Вопрос 17.')

    await bridge.act('slack/click', { user: 'U0ANNA', viewId: first.id, actionId: 'home_back' })
    await bridge.settle()
    await bridge.act('slack/click', { user: 'U0ANNA', viewId: first.id, actionId: 'approve' })
    await bridge.settle()
    const after = await home(bridge)
    expect(after.text).not.toContain('Вопрос 1.')
    expect(after.text).toContain('16')
    expect((await bridge.channel('C0SEO')).map(({ text }) => text).join()).toContain('Вопрос 1.')
  })

  it('follows what others do and what comes, at most every ten seconds, and is not drawn when nothing has changed', async () => {
    const bridge = await Bridge.open()
    const pass = async (ms: number) => {
      bridge.clock.pass(ms)
      await bridge.settle()
    }
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    const empty = await home(bridge)
    await bridge.clientSays('Есть новости?')
    await bridge.settle()
    expect(await home(bridge), 'not at once: Slack counts').toEqual(empty)
    await pass(10 * SECOND)
    expect((await home(bridge)).text).toContain('Есть новости?')

    await pass(20 * SECOND)
    const quiet = await home(bridge)
    await pass(20 * SECOND)
    expect(await home(bridge), 'as of the same moment').toEqual(quiet)
    await bridge.fault({
      platform: 'slack',
      method: 'views.publish',
      do: { kind: 'rate-limit', retryAfter: 60 },
      times: 1,
    })
    await decides(bridge, await relayOf(bridge, 'to_team'), { kind: 'snooze', when: { choice: 'tomorrow' } }, 'U0VERA')
    await pass(10 * SECOND)
    await pass(20 * SECOND)
    expect((await home(bridge)).text, 'Slack has said for how long not').toContain('Есть новости?')
    await pass(40 * SECOND)
    expect((await home(bridge)).text).toContain('Вас ничего не ждёт')
    const { slack } = await bridge.state()
    expect(
      slack.homes.map(({ user }) => user),
      'nobody else has looked',
    ).toEqual(['U0ANNA'])
  })

  it('shows what is late', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Есть новости?')
    await bridge.settle()
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    expect((await home(bridge)).text).not.toContain('Просрочено')
    bridge.clock.pass(90 * MINUTE)
    await bridge.settle()
    expect((await home(bridge)).text).toContain('Просрочено')
  })

  it('says so when nothing waits, and to somebody who is not in the list', async () => {
    const bridge = await Bridge.open()
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    expect((await home(bridge)).text).toContain('Вас ничего не ждёт')
  })
})
