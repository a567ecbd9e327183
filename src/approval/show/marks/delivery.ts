import type { Card } from '../../../core/card.ts'
import type { OutboxItem } from '../../../generated/prisma/client.ts'
import { isUnsent } from '../../../outbox/cancel.ts'

/** How an approved message is doing on its way out. */
export function deliveryOf(item: OutboxItem | undefined): Card['delivery'] {
  if (!item) return undefined
  const at = item.settledAt?.toISOString()
  switch (item.status) {
    case 'pending':
    case 'leased':
      return { state: 'on_its_way' }
    case 'sent':
      return { state: 'delivered', at }
    case 'refused':
      return { state: 'refused', at, reason: item.reason ?? undefined }
    case 'unsure':
      return { state: 'unsure', item: item.id, attempt: item.attempts }
    case 'cancelled':
      return { state: isUnsent(item) ? 'unsent' : 'cancelled', at }
  }
}
