import type { RelayStatus } from '../core/relay.ts'

/**
 * Every way a relay may go. A status without a way out is final. Nothing changes a relay's status but `transition`.
 */
export const TRANSITIONS = {
  gathering: ['waiting', 'returned', 'approved', 'rejected', 'answered', 'withdrawn'],
  waiting: ['returned', 'approved', 'rejected', 'answered', 'withdrawn', 'expired'],
  returned: ['gathering', 'withdrawn', 'expired'],
  approved: [],
  rejected: [],
  answered: [],
  withdrawn: [],
  expired: [],
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

/** Whether it has come to its end. */
export function isFinal(status: RelayStatus): boolean {
  return TRANSITIONS[status].length === 0
}
