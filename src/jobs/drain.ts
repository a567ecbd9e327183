import type { Pump } from './pump.ts'
import type { Job } from './timetable.ts'

/** Does everything that is due now and what follows from it: the whole timetable, then the pumps, until neither finds more. */
export async function drain(jobs: readonly Job[], pumps: readonly Pick<Pump<never>, 'wake' | 'idle'>[]): Promise<void> {
  for (let done = 1; done > 0; ) {
    done = 0
    for (const job of jobs) done += await job.run()
    for (const pump of pumps) pump.wake()
    // One pump's work wakes the other: idle are they only together.
    for (const pump of [...pumps, ...pumps]) await pump.idle()
  }
}
