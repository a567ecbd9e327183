import type { AlertState } from '../../core/alerts.ts'

/** Every way an alert may go. What has ended stays so: the same thing is told of once. */
export const TRANSITIONS = {
  open: ['snoozed', 'dismissed', 'over'],
  snoozed: ['open', 'dismissed', 'over'],
  dismissed: [],
  over: [],
} as const satisfies Record<AlertState, readonly AlertState[]>

export function mayBecome(from: AlertState, to: AlertState): boolean {
  return (TRANSITIONS[from] as readonly AlertState[]).includes(to)
}

/** Whether somebody can still do something about it. */
export function isLive(state: AlertState): boolean {
  return state === 'open' || state === 'snoozed'
}
