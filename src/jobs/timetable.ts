import { Cron } from 'croner'
import { describe } from '../core/errors.ts'
import type { Log } from '../log.ts'

/** One thing that happens by the clock. `at` is a cron pattern with seconds; `run` returns how much it found to do. */
export type Job = { readonly name: string; readonly at: string; readonly run: () => Promise<number> }

/** What every sweep needs; main gives it. */
export type Sweeps = {
  readonly closeBursts: () => Promise<number>
  readonly endSnoozes: () => Promise<number>
  readonly sendPlanned: () => Promise<number>
  readonly takeBack: () => Promise<number>
  readonly lookForUnsure: () => Promise<number>
  readonly tellClocks: () => Promise<number>
  readonly sendDigests: () => Promise<number>
  readonly showTyping: () => Promise<number>
  readonly ruleAnew: () => Promise<number>
  readonly approveDue: () => Promise<number>
  readonly turnQueues: () => Promise<number>
  readonly showAgain: () => Promise<number>
  readonly tellAssigned: () => Promise<number>
  readonly readMailbox: () => Promise<number>
  readonly readCalendars: () => Promise<number>
  readonly foldScores: () => Promise<number>
  readonly refoldScores: () => Promise<number>
  readonly lookAtClients: () => Promise<number>
  readonly tellAlerts: () => Promise<number>
  readonly forecast: () => Promise<number>
  readonly keepUp: () => Promise<number>
  readonly wake: () => Promise<number>
}

/** Every scheduled thing, in one table. Each finds its own work in the database, so a missed run is made up by the next. */
export function timetable(sweeps: Sweeps): readonly Job[] {
  return [
    { name: 'close bursts whose quiet time is over', at: '* * * * * *', run: sweeps.closeBursts },
    { name: 'bring back what was held until now', at: '* * * * * *', run: sweeps.endSnoozes },
    { name: 'send what was approved for now', at: '* * * * * *', run: sweeps.sendPlanned },
    { name: 'take back what a lost worker had', at: '*/2 * * * * *', run: sweeps.takeBack },
    { name: 'look for messages that may have arrived', at: '* * * * * *', run: sweeps.lookForUnsure },
    // The sign lasts five seconds in Telegram.
    { name: 'show clients that somebody is writing', at: '*/4 * * * * *', run: sweeps.showTyping },
    { name: 'turn queues at the edges of absences', at: '* * * * * *', run: sweeps.turnQueues },
    { name: 'show cards to whoever decides now', at: '* * * * * *', run: sweeps.showAgain },
    { name: 'tell managers of clients that are theirs', at: '* * * * * *', run: sweeps.tellAssigned },
    { name: 'tell of clocks that run out', at: '*/5 * * * * *', run: sweeps.tellClocks },
    { name: 'send the morning’s digest', at: '*/15 * * * * *', run: sweeps.sendDigests },
    { name: 'hold open relays against changed rules', at: '*/2 * * * * *', run: sweeps.ruleAnew },
    { name: 'approve what rules let through', at: '* * * * * *', run: sweeps.approveDue },
    { name: 'read letters from the mailbox of copies', at: '20 * * * * *', run: sweeps.readMailbox },
    { name: 'look for meetings that are over', at: '40 */10 * * * *', run: sweeps.readCalendars },
    { name: 'fold what was logged into the scores', at: '* * * * * *', run: sweeps.foldScores },
    { name: 'fold anew what is scored by other rules', at: '30 * * * * *', run: sweeps.refoldScores },
    {
      name: 'look at clients whose log has grown, and at all each morning',
      at: '* * * * * *',
      run: sweeps.lookAtClients,
    },
    { name: 'tell managers of clients who need a look', at: '*/2 * * * * *', run: sweeps.tellAlerts },
    // Once in the agency's night; asked often, so that a night that was missed is made up for.
    { name: 'reckon the second opinion of the night', at: '40 */10 * * * *', run: sweeps.forecast },
    { name: 'bring home tabs up to date', at: '*/5 * * * * *', run: sweeps.keepUp },
    { name: 'wake whoever missed a wake-up', at: '* * * * * *', run: sweeps.wake },
  ]
}

/** The same jobs; `changed` hears of each run that found something to do. */
export function telling(jobs: readonly Job[], changed: () => void): readonly Job[] {
  return jobs.map((job) => ({
    ...job,
    run: async () => {
      const found = await job.run()
      if (found > 0) changed()
      return found
    },
  }))
}

/** Runs the table in this process; a run that takes longer than its pause skips the next. Returns how to stop it. */
export function runTimetable(jobs: readonly Job[], log: Log): { stop(): void } {
  const crons = jobs.map(
    (job) =>
      new Cron(
        job.at,
        {
          protect: true,
          catch: (error) => log.error({ job: job.name, error: describe(error) }, 'a scheduled job failed'),
        },
        async () => {
          await job.run()
        },
      ),
  )
  return {
    stop: () => {
      for (const cron of crons) cron.stop()
    },
  }
}
