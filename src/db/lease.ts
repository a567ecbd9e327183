import { SECOND } from '../core/clock.ts'

/** Shorter than any lease. */
const RENEW_EVERY_MS = 10 * SECOND

/**
 * Renews a lease while the work goes on, however long a file takes, so that a lease runs out only when its owner is gone.
 * `renew` that fails is tried again; whether the lease was lost shows when the work is settled.
 */
export async function holding<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let renewing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renew().catch(() => undefined)
  }, RENEW_EVERY_MS)
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await renewing
  }
}
