/** What becomes of one clock: how it may end, when each step of it is due, which are to be told now. Pure. */
import { isLater, SLA_STEPS, type SlaStep } from '../../core/sla.ts'
import type { SlaState } from '../../generated/prisma/client.ts'
import type { SlaSettings } from '../../people/sla.ts'
import type { Hours } from './hours.ts'

/** Every way a clock may go; one that has ended never runs again. */
export const CLOCK_TRANSITIONS = {
  running: ['met', 'breached', 'stopped'],
  met: [],
  breached: [],
  stopped: [],
} as const satisfies Record<SlaState, readonly SlaState[]>

/** How a running clock ends: what it waited for was done, or there was nothing more to wait for. */
export function endOf(clock: { readonly dueAt: Date }, done: boolean, at: Date): Exclude<SlaState, 'running'> {
  if (!done) return 'stopped'
  return at <= clock.dueAt ? 'met' : 'breached'
}

/** The moment of each step; none is before the one before it. */
export type Moments = Readonly<Record<Exclude<SlaStep, 'none'>, Date>>

export function momentsOf(
  clock: { readonly startedAt: Date; readonly targetMinutes: number },
  shares: Pick<SlaSettings, 'warn' | 'deputy' | 'lead'>,
  hours: Hours,
): Moments {
  const after = (share: number) => hours.add(clock.startedAt, clock.targetMinutes * share)
  return {
    warned: after(shares.warn),
    breached: after(1),
    deputy: after(1 + shares.deputy),
    lead: after(1 + shares.deputy + shares.lead),
  }
}

const ORDER = SLA_STEPS.filter((step) => step !== 'none')

/**
 * The steps that are due and have not been told, in order, and where the clock stands then. Whoever slept over the warning
 * is told of the breach only.
 */
export function stepsDue(
  told: SlaStep,
  moments: Moments,
  now: Date,
): { readonly tell: readonly Exclude<SlaStep, 'none'>[]; readonly step: SlaStep; readonly nextAt: Date | null } {
  const due = ORDER.filter((step) => isLater(step, told) && moments[step] <= now)
  const step = due.at(-1) ?? told
  const next = ORDER.find((one) => isLater(one, step))
  const tell = due.includes('breached') ? due.filter((one) => one !== 'warned') : due
  return { tell, step, nextAt: next === undefined ? null : moments[next] }
}
