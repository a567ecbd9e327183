import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/core/clock.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

const ANNA = 'sl:U0ANNA' as RemoteUser
const VERA = { user: 'sl:U0VERA' as RemoteUser }
const BORIS = { user: 'sl:U0BORIS' as RemoteUser }

async function listed(bridge: Bridge): Promise<readonly string[]> {
  const { absences = [] } = (await bridge.liaison.flow.cover.absences(ANNA)) ?? {}
  return absences.map(({ name, from, to, standIn }) => [name, from, to ?? 'open', standIn ?? '-'].join(' '))
}

describe.runIf(hasDatabase)('an absence said anew', () => {
  it('for some days in the middle leaves the rest of the older one what it was', async () => {
    const bridge = await Bridge.open()
    const { cover } = bridge.liaison.flow
    await cover.away({ by: ANNA, from: '2026-12-01', to: '2026-12-20', standIn: BORIS })
    await cover.away({ by: ANNA, from: '2026-12-10', to: '2026-12-12', standIn: VERA })
    expect(await listed(bridge)).toEqual([
      'Анна 2026-12-01 2026-12-09 Boris',
      'Анна 2026-12-10 2026-12-12 Вера',
      'Анна 2026-12-13 2026-12-20 Boris',
    ])
    await cover.away({ by: ANNA, from: '2026-12-18', to: '2026-12-31' })
    expect(await listed(bridge)).toEqual([
      'Анна 2026-12-01 2026-12-09 Boris',
      'Анна 2026-12-10 2026-12-12 Вера',
      'Анна 2026-12-13 2026-12-17 Boris',
      'Анна 2026-12-18 2026-12-31 -',
    ])
  })

  it('from now until a day is the one that is meant, also when it is shorter', async () => {
    const bridge = await Bridge.open()
    const { cover } = bridge.liaison.flow
    await cover.away({ by: ANNA, to: '2026-12-20', standIn: BORIS })
    await bridge.settle()
    bridge.clock.pass(DAY)
    await bridge.settle()
    await cover.away({ by: ANNA, to: '2026-12-02', standIn: BORIS })
    await bridge.settle()
    expect(await listed(bridge)).toEqual(['Анна 2026-11-24 2026-12-02 Boris'])
  })
})

describe.runIf(hasDatabase)('a stand-in who is away', () => {
  it('part of the time is taken, and it is said when', async () => {
    const bridge = await Bridge.open()
    const { cover } = bridge.liaison.flow
    await cover.away({ by: VERA.user, from: '2026-12-10', to: '2026-12-12' })
    const answer = await cover.away({ by: ANNA, from: '2026-12-01', to: '2026-12-20', standIn: VERA })
    expect(answer).toMatchObject({ kind: 'away', standInAway: { from: '2026-12-10', to: '2026-12-12' } })
    await bridge.act('slack/command', {
      user: 'U0ANNA',
      channel: 'C0GENERAL',
      command: '/away',
      text: '01.12 - 20.12 <@U0VERA|vera>',
    })
    const said = async () => JSON.stringify(await bridge.channel('C0GENERAL'))
    await expect.poll(said, { timeout: 20_000 }).toMatch(/Вера.*2026-12-10.*2026-12-12/)
  })

  it('all of the time is not', async () => {
    const bridge = await Bridge.open()
    const { cover } = bridge.liaison.flow
    await cover.away({ by: VERA.user, from: '2026-12-01', to: '2026-12-30' })
    const answer = await cover.away({ by: ANNA, from: '2026-12-03', to: '2026-12-20', standIn: VERA })
    expect(answer).toMatchObject({ kind: 'refused', why: 'stand_in_away' })
  })
})
