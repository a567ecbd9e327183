import type { AbsenceState } from '../../generated/prisma/client.ts'

/** Every way an absence may go. One that was written down too late is over before it ran. */
export const TRANSITIONS = {
  planned: ['running', 'over'],
  running: ['over'],
  over: [],
} as const satisfies Record<AbsenceState, readonly AbsenceState[]>

type Span = { readonly state: AbsenceState; readonly from: Date; readonly until: Date | null }

/** What an absence is at a moment; never one that it was before. */
export function stateAt({ state, from, until }: Span, now: Date): AbsenceState {
  const due: AbsenceState = until !== null && until <= now ? 'over' : from <= now ? 'running' : 'planned'
  return due === state || (TRANSITIONS[state] as readonly AbsenceState[]).includes(due) ? due : state
}
