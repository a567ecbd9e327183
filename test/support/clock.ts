import { after, type Clock } from '../../src/core/clock.ts'

/** A clock that only the test turns. */
export type TestClock = Clock & { pass(ms: number): void }

/** A Monday morning in the agency's hours. */
export function testClock(start = new Date('2026-11-23T08:00:00Z')): TestClock {
  let now = start
  return {
    now: () => now,
    pass: (ms) => {
      now = after(now, ms)
    },
  }
}
