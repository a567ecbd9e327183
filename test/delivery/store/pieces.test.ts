import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { MINUTE } from '../../../src/core/clock.ts'
import type { Address, RemoteMessage, RemoteUser } from '../../../src/core/ids.ts'
import type { Block } from '../../../src/core/rich-text.ts'
import type { Database } from '../../../src/db/client.ts'
import { createLiaison, ids, type Liaison } from '../../../src/main.ts'
import { applyDemoAgency } from '../../../src/people/apply/demo.ts'
import { type TestClock, testClock } from '../../support/clock.ts'
import { hasDatabase, openTestDatabase } from '../../support/database.ts'
import { FakePlatform } from '../../support/fake-platform.ts'
import { PiecewisePlatform } from '../../support/fake-platform-pieces.ts'
import { testFiles } from '../../support/files.ts'
import { testLog } from '../../support/log.ts'
import { Crash, mortal } from '../../support/mortal.ts'

const TEXTS = ['первое', 'второе', 'третье']
const BODY = TEXTS.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] }))

/** A client's message of three messages' length, approved and waiting to leave for the team. */
class Scene {
  readonly slack = new PiecewisePlatform('slack')
  readonly clock: TestClock = testClock()

  async program(database: Database, slack = this.slack): Promise<Liaison> {
    return createLiaison({
      config: readConfig({ PORT: '0' }),
      connectors: { telegram: new FakePlatform('telegram').connector(), slack: slack.connector() },
      database,
      files: await testFiles(),
      clock: this.clock,
      log: testLog,
    })
  }

  async approved(database: Database): Promise<void> {
    await applyDemoAgency(database, ids)
    const busy = new PiecewisePlatform('slack')
    busy.next(...Array.from({ length: 50 }, () => ({ kind: 'rate-limit', afterMs: MINUTE }) as const))
    const { flow, drain, close } = await this.program(database, busy)
    await flow.clientSaid({
      from: { platform: 'telegram', conversation: 'tg:111' } as Address,
      place: { kind: 'private' },
      author: { user: 'tg:111' as RemoteUser, name: 'Иван' },
      message: 'tg:111/1' as RemoteMessage,
      at: this.clock.now(),
      body: BODY,
    })
    await drain()
    const [card] = (await flow.queue('sl:U0ANNA' as RemoteUser))?.entries ?? []
    if (!card) throw new Error('nothing waits')
    const { relay, revision, look } = card
    await flow.decide({ relay, revision, look, by: 'sl:U0ANNA' as RemoteUser, act: { kind: 'approve' } })
    await drain()
    await close()
    this.clock.pass(MINUTE)
  }
}

/** Plays it with a program that is killed at step `dieAt`, then with one that lives; whether the first came that far. */
async function playKilledAt(dieAt: number, scene: Scene, database: Database): Promise<boolean> {
  await scene.approved(database)
  const doomed = mortal(database, dieAt)
  const first = await scene.program(doomed.database)
  await first.drain().catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error
  })
  await first.close().catch(() => undefined)
  const second = await scene.program(database)
  for (let look = 0; look < 6; look++) {
    scene.clock.pass(MINUTE)
    await second.drain()
  }
  await second.close()
  return doomed.dead()
}

describe.runIf(hasDatabase)('a message that is several, when the program is killed between any two steps', () => {
  it('goes on from the first that was not sent: all of it once, in order', async () => {
    let dieAt = 1
    for (; ; dieAt++) {
      const { database, gone } = await openTestDatabase()
      const scene = new Scene()
      const cameSoFar = await playKilledAt(dieAt, scene, database)
      expect(scene.slack.texts(), `killed at step ${dieAt}`).toEqual(TEXTS)
      expect(await database.prisma.outboxItem.count({ where: { kind: 'final', status: 'sent' } })).toBe(1)
      await gone()
      if (!cameSoFar) break
    }
    expect(dieAt, 'there were steps to be killed at').toBeGreaterThan(10)
  }, 600_000)
})
