import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Pump } from '../../src/jobs/pump.ts'
import { testLog } from '../support/log.ts'

/** A list that is worked off: what is added after a look must be found by the next. */
function listed(concurrency: number) {
  const waiting: number[] = []
  const done: number[] = []
  const hooks: { onClaim?: () => void; onWork?: (item: number) => Promise<void> | void } = {}
  const pump = new Pump<number>(
    {
      name: 'list',
      concurrency,
      claim: async (limit) => {
        const items = waiting.splice(0, limit)
        hooks.onClaim?.()
        return items
      },
      work: async (item) => {
        await hooks.onWork?.(item)
        done.push(item)
      },
    },
    testLog,
  )
  return { waiting, done, pump, hooks }
}

/** Runs `act` a given number of microtasks from now: between any two steps of somebody else's. */
function after(microtasks: number, act: () => void): void {
  if (microtasks === 0) act()
  else queueMicrotask(() => after(microtasks - 1, act))
}

describe('a pump', () => {
  it.each([...Array(12).keys()])('hears a wake-up %i steps after it looked in vain', async (steps) => {
    const { waiting, done, pump, hooks } = listed(2)
    hooks.onClaim = () => {
      delete hooks.onClaim
      after(steps, () => {
        waiting.push(1)
        pump.wake()
      })
    }
    pump.wake()
    await turn()
    await pump.idle()
    expect(done).toEqual([1])
  })

  it('takes no more at once than it may, and all in the end', async () => {
    const { waiting, done, pump, hooks } = listed(3)
    let now = 0
    let most = 0
    hooks.onWork = async () => {
      most = Math.max(most, ++now)
      await turn()
      now--
    }
    waiting.push(...Array(20).keys())
    pump.wake()
    await pump.idle()
    expect(most).toBe(3)
    expect(done).toHaveLength(20)
  })

  it('goes on after an item that threw, and after a look that failed', async () => {
    const { waiting, done, pump, hooks } = listed(1)
    hooks.onWork = (item) => {
      if (item === 1) throw new Error('no')
    }
    waiting.push(1, 2)
    pump.wake()
    await pump.idle()
    expect(done).toEqual([2])
    hooks.onClaim = () => {
      delete hooks.onClaim
      throw new Error('no database')
    }
    pump.wake()
    await pump.idle()
    waiting.push(3)
    pump.wake()
    await pump.idle()
    expect(done).toEqual([2, 3])
  })

  it('finishes what is in hand when it is stopped, and takes nothing more', async () => {
    const { waiting, done, pump } = listed(1)
    waiting.push(1)
    pump.wake()
    await turn()
    await pump.stop()
    waiting.push(2)
    pump.wake()
    await pump.idle()
    expect(done).toEqual([1])
  })
})
