import type { ItemStatus } from '../generated/prisma/client.ts'

/**
 * Every way an item may go. `leased` and `unsure` are taken by delivery; only an item that certainly did not arrive goes
 * back to `pending`.
 */
export const ITEM_TRANSITIONS = {
  pending: ['leased', 'cancelled'],
  leased: ['pending', 'sent', 'refused', 'unsure', 'cancelled'],
  unsure: ['pending', 'sent', 'refused', 'cancelled'],
  sent: [],
  refused: [],
  cancelled: [],
} as const satisfies Record<ItemStatus, readonly ItemStatus[]>

export function itemMayBecome(from: ItemStatus, to: ItemStatus): boolean {
  return (ITEM_TRANSITIONS[from] as readonly ItemStatus[]).includes(to)
}

/** Statuses from which an item may become `to`: the `where` of every update of a status. */
export function itemsThatMayBecome(to: ItemStatus): ItemStatus[] {
  return (Object.keys(ITEM_TRANSITIONS) as ItemStatus[]).filter((from) => itemMayBecome(from, to))
}
