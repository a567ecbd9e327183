import type { LeadState } from '../../core/leads.ts'

/** Every way a lead may go. One that was lost and writes again is a new lead. */
export const TRANSITIONS = {
  new: ['qualified', 'won', 'lost'],
  qualified: ['won', 'lost'],
  won: [],
  lost: [],
} as const satisfies Record<LeadState, readonly LeadState[]>

export function mayBecome(from: LeadState, to: LeadState): boolean {
  return (TRANSITIONS[from] as readonly LeadState[]).includes(to)
}
