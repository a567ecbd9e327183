/** The closed unions of a relay and of what people may do to it. Their transition table is in relay/transitions.ts. */
export const DIRECTIONS = ['to_team', 'to_client'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * gathering: shown and decidable, still growing · waiting: for a decision · returned: back with its author ·
 * scheduled: approved for later · approved, rejected, answered (the manager answered the client directly), withdrawn (by its
 * author), expired, merged (its words went on in another relay): final.
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
  'scheduled',
  'merged',
] as const
export type RelayStatus = (typeof RELAY_STATUSES)[number]

/** The buttons of a queue card; the strings are also the action ids in Slack. */
export const ACTS = ['approve', 'edit', 'return', 'reject', 'answer'] as const
export type ActKind = (typeof ACTS)[number]

/** What else is done to a relay, by buttons that come and go or behind "More". */
export const OTHER_ACTS = [
  'undo',
  'snooze',
  'wake',
  'schedule',
  'unschedule',
  'split',
  'merge',
  'recall',
  'draft',
  'ask',
  'approve_draft',
] as const
export type OtherAct = (typeof OTHER_ACTS)[number]
export type DecisionKind = ActKind | OtherAct

/** What stands behind "More" on a card, in this order; the strings are also parts of action ids in Slack. */
export const MORE_ACTS = [
  'snooze',
  'schedule',
  'refuse',
  'hand_over',
  'ask',
  'draft',
  'split',
  'merge',
  'recall',
  'history',
] as const
export type MoreAct = (typeof MORE_ACTS)[number]

type Standing = {
  readonly kind: RelayKind
  readonly direction: Direction
  readonly status: RelayStatus
  /** How many of its messages can go by themselves. */
  readonly messages?: number | undefined
  /** How many others wait that it could be merged with. */
  readonly others?: number | undefined
  /** Whether something of it has arrived at the client and still stands there. */
  readonly stands?: boolean | undefined
}

const OPEN: readonly RelayStatus[] = ['gathering', 'waiting']

/** In which statuses each of them is done, and to which relays. */
const DONE: Record<OtherAct, { readonly in: readonly RelayStatus[]; readonly to: (relay: Standing) => boolean }> = {
  undo: { in: ['approved', 'answered', 'returned', 'rejected'], to: () => true },
  snooze: { in: OPEN, to: () => true },
  wake: { in: OPEN, to: () => true },
  schedule: { in: OPEN, to: ({ kind }) => kind !== 'removal' },
  unschedule: { in: ['scheduled'], to: () => true },
  split: { in: OPEN, to: ({ kind }) => kind === 'message' },
  merge: { in: OPEN, to: ({ kind }) => kind === 'message' },
  recall: { in: ['approved', 'answered', 'returned'], to: ({ kind }) => kind === 'message' },
  draft: { in: OPEN, to: ({ kind }) => kind !== 'removal' },
  ask: { in: OPEN, to: ({ kind, direction }) => kind !== 'removal' && direction === 'to_client' },
  approve_draft: { in: OPEN, to: ({ kind }) => kind !== 'removal' },
}

/** Whether a relay stands where this can be done to it: if not, somebody was first. */
export function isTimely(act: DecisionKind, status: RelayStatus): boolean {
  return (isButton(act) ? OPEN : DONE[act].in).includes(status)
}

/** Whether this is ever done to a relay of this kind and direction. */
export function isOffered(act: DecisionKind, relay: Standing): boolean {
  return isButton(act) ? actsOf(relay).includes(act) : DONE[act].to(relay)
}

function isButton(act: DecisionKind): act is ActKind {
  return (ACTS as readonly string[]).includes(act)
}

/** When each of them makes sense behind "More", besides standing where it can be done. */
const MORE_WHEN: Partial<Record<MoreAct, (relay: Standing) => boolean>> = {
  split: ({ messages = 0 }) => messages > 1,
  merge: ({ others = 0 }) => others > 0,
  recall: ({ stands = false }) => stands,
}

/** When those make sense that are commands of their own. */
const COMMANDS: Record<Exclude<MoreAct, OtherAct>, (relay: Standing) => boolean> = {
  hand_over: ({ status }) => OPEN.includes(status),
  refuse: ({ kind, status }) => kind === 'message' && OPEN.includes(status),
  history: () => true,
}

export function moreOf(relay: Standing): MoreAct[] {
  return MORE_ACTS.filter((act) => {
    if (isCommand(act)) return COMMANDS[act](relay)
    return isTimely(act, relay.status) && isOffered(act, relay) && (MORE_WHEN[act]?.(relay) ?? true)
  })
}

function isCommand(act: MoreAct): act is keyof typeof COMMANDS {
  return act in COMMANDS
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
