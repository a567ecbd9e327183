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

/** What stands behind "More" on a card, in this order; the strings are also parts of action ids in Slack. */
export const MORE_ACTS = ['history'] as const
export type MoreAct = (typeof MORE_ACTS)[number]

type Standing = { readonly kind: RelayKind; readonly direction: Direction; readonly status: RelayStatus }

/** When each of them makes sense. */
const MORE_WHEN: Record<MoreAct, (relay: Standing) => boolean> = {
  history: () => true,
}

export function moreOf(relay: Standing): MoreAct[] {
  return MORE_ACTS.filter((act) => MORE_WHEN[act](relay))
}

/** correction, removal: the author changed or took back what has been approved. */
export const RELAY_KINDS = ['message', 'correction', 'removal'] as const
export type RelayKind = (typeof RELAY_KINDS)[number]

/** What a manager may do to a relay: `answer` makes sense only for what a client said, and a correction is taken or not. */
const ACTS_OF = {
  message: { to_team: ACTS, to_client: ['approve', 'edit', 'return', 'reject'] },
  correction: { to_team: ['approve', 'edit', 'reject'], to_client: ['approve', 'edit', 'reject'] },
  removal: { to_team: ['approve', 'reject'], to_client: ['approve', 'reject'] },
} as const satisfies Record<RelayKind, Record<Direction, readonly ActKind[]>>

export function actsOf(relay: { readonly kind: RelayKind; readonly direction: Direction }): readonly ActKind[] {
  return ACTS_OF[relay.kind][relay.direction]
}
