/** The closed unions of a relay and of what people may do to it. Their transition table is in relay/transitions.ts. */
export const DIRECTIONS = ['to_team', 'to_client'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * gathering: shown and decidable, still growing · waiting: for a decision · returned: back with its author ·
 * approved, rejected, answered (the manager answered the client directly), withdrawn (by its author), expired: final.
 */
export const RELAY_STATUSES = [
  'gathering',
  'waiting',
  'returned',
  'approved',
  'rejected',
  'answered',
  'withdrawn',
  'expired',
] as const
export type RelayStatus = (typeof RELAY_STATUSES)[number]

/** The buttons of a queue card; the strings are also the action ids in Slack. */
export const ACTS = ['approve', 'edit', 'return', 'reject', 'answer'] as const
export type ActKind = (typeof ACTS)[number]

/** What a manager may do to a relay of each direction: `answer` makes sense only for what a client said. */
export const ACTS_BY_DIRECTION = {
  to_team: ACTS,
  to_client: ['approve', 'edit', 'return', 'reject'],
} as const satisfies Record<Direction, readonly ActKind[]>
