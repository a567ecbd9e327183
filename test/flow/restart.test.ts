import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase, openTestDatabase } from '../support/database.ts'
import { Crash, mortal } from '../support/mortal.ts'

const ASKED = 'Сколько займёт аудит?'
const ANSWERED = 'Две недели'

/**
 * One round trip, by people who notice when a click had no effect and look when Liaison asks them to. Every act is done
 * again only where a person would do it again.
 */
class Story {
  constructor(readonly bridge: Bridge) {}

  async play(restart: () => Promise<void>): Promise<void> {
    const settle = () => this.#settle(restart)
    await this.bridge.clientSays(ASKED)
    await settle()
    await this.#decideAll(settle)
    const thread = await this.#thread()
    await this.bridge.teamSays(ANSWERED, { threadTs: thread })
    await settle()
    await this.#decideAll(settle)
  }

  /** Settles; when the program dies meanwhile it is started again, and what it left is taken up. */
  async #settle(restart: () => Promise<void>): Promise<void> {
    await this.#guarded(restart)
    // Leases of the dead run out, and what may have arrived is looked for.
    for (let look = 0; look < 5 && (await this.#unfinished()) > 0; look++) {
      this.bridge.clock.pass(30_000)
      await this.#guarded(restart)
    }
    await this.#lookForUnsure(restart)
  }

  async #guarded(restart: () => Promise<void>): Promise<void> {
    try {
      await this.bridge.settle()
    } catch (error) {
      if (!isCrash(error)) throw error
      await restart()
      await this.bridge.settle()
    }
  }

  async #unfinished(): Promise<number> {
    const { prisma } = this.bridge.database
    const items = await prisma.outboxItem.count({ where: { status: { in: ['pending', 'leased', 'unsure'] } } })
    return items + (await prisma.inboundEvent.count({ where: { status: 'pending' } }))
  }

  /** The manager approves what waits, and clicks again when the card still has its button. */
  async #decideAll(settle: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 2; attempt++) {
      if ((await this.#open()) === 0) return
      await this.bridge.click('approve')
      await settle()
    }
    expect(await this.#open(), 'everything is decided').toBe(0)
  }

  async #open(): Promise<number> {
    return this.bridge.database.prisma.relay.count({ where: { status: { in: ['gathering', 'waiting'] } } })
  }

  /** The manager is asked whether a message arrived, and looks into the client's chat. */
  async #lookForUnsure(restart: () => Promise<void>): Promise<void> {
    const unsure = await this.bridge.database.prisma.outboxItem.count({ where: { status: 'unsure', kind: 'final' } })
    if (unsure === 0) return
    await this.bridge.click((await this.arrived()) > 0 ? 'arrived' : 'send_again')
    await this.#guarded(restart)
  }

  async arrived(): Promise<number> {
    return (await this.bridge.fromBot()).filter((message) => message.text === ANSWERED).length
  }

  async #thread(): Promise<string> {
    const roots = (await this.bridge.channel('C0SEO')).filter((message) => seen(message).includes(ASKED))
    expect(roots, 'the team has it once').toHaveLength(1)
    return roots[0]?.ts ?? ''
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof Error && /killed at step|is dead/.test(error.message))
}

/** Plays the story with a program that is killed at step `dieAt`, and returns whether it came that far. */
async function playKilledAt(dieAt: number, database: Database): Promise<boolean> {
  const bridge = await Bridge.open({ database })
  await bridge.stop()
  const doomed = mortal(database, dieAt)
  bridge.openOn(doomed.database, doomed.dead)
  let restarted = false
  const restart = async () => {
    restarted = true
    await bridge.stop()
    bridge.openOn(database)
    await bridge.start()
  }
  // It may die while it starts.
  await bridge.start().catch(async (error: unknown) => {
    if (!isCrash(error)) throw error
    await restart()
  })
  const story = new Story(bridge)
  await story.play(async () => restart())
  expect(await story.arrived(), `killed at step ${dieAt}: the client has the answer once`).toBe(1)
  const left = await database.prisma.outboxItem.count({ where: { status: { in: ['pending', 'leased', 'unsure'] } } })
  expect(left, `killed at step ${dieAt}: nothing is left lying`).toBe(0)
  await bridge.stop()
  return restarted || doomed.dead()
}

describe.runIf(hasDatabase)('killed between any two steps', () => {
  it('the round trip completes, nothing lost and nothing doubled', async () => {
    let dieAt = 1
    for (; ; dieAt++) {
      const { database, gone } = await openTestDatabase()
      const cameSoFar = await playKilledAt(dieAt, database)
      await gone()
      if (!cameSoFar) break
    }
    expect(dieAt, 'there were steps to be killed at').toBeGreaterThan(20)
  }, 1_200_000)
})
