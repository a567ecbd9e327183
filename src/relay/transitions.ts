import type { RelayStatus } from '../core/relay.ts'

/**
 * Every way a relay may go. Nothing changes a relay's status but `transition`. What has been approved, rejected or answered has
 * come to its end: the ways out of these are for a decision that is taken back before anything of it has left, and a trigger
 * of the database holds that nothing has.
 */
export const TRANSITIONS = {
  gathering: ['waiting', 'returned', 'approved', 'rejected', 'answered', 'withdrawn', 'scheduled', 'merged'],
  waiting: ['returned', 'approved', 'rejected', 'answered', 'withdrawn', 'expired', 'scheduled', 'merged'],
  returned: ['gathering', 'waiting', 'withdrawn', 'expired'],
  scheduled: ['approved', 'waiting', 'withdrawn'],
  approved: ['waiting', 'withdrawn'],
  rejected: ['waiting'],
  answered: ['waiting'],
  withdrawn: [],
  expired: [],
  merged: [],
} as const satisfies Record<RelayStatus, readonly RelayStatus[]>

export function mayBecome(from: RelayStatus, to: RelayStatus): boolean {
  return (TRANSITIONS[from] as readonly RelayStatus[]).includes(to)
}

/** Throws for a way that the table does not have: a bug, never a person's mistake. */
export function transition(from: RelayStatus, to: RelayStatus): RelayStatus {
  if (!mayBecome(from, to)) throw new Error(`a relay cannot go from ${from} to ${to}`)
  return to
}

/** Whether a manager may decide on it now. */
export function isOpen(status: RelayStatus): boolean {
  return status === 'gathering' || status === 'waiting'
}

/** Whether its author's words still go into it. */
export function isUnderWay(status: RelayStatus): boolean {
  return isOpen(status) || status === 'returned'
}

/** Whether it has come to its end, unless the decision is taken back. */
export function isFinal(status: RelayStatus): boolean {
  return !isUnderWay(status) && status !== 'scheduled'
}
