import type { AlertState } from '../../core/alerts.ts'

/** Every way an alert may go. What has ended stays so: the same thing is told of once. What rests may be put off further. */
const TRANSITIONS = {
  open: ['snoozed', 'dismissed', 'over'],
  snoozed: ['open', 'snoozed', 'dismissed', 'over'],
  dismissed: [],
  over: [],
} as const satisfies Record<AlertState, readonly AlertState[]>

/** Whether somebody can still do something about it. */
export function isLive(state: AlertState): boolean {
  return TRANSITIONS[state].length > 0
}
