import { plain, type RichText, toPlain } from '../../core/rich-text.ts'
import { seesMoney } from '../../people/staff.ts'
import { bodyOf } from '../../relay/body.ts'
import { hideAmounts, putBack, restoreAmounts } from '../../relay/mask/money.ts'
import type { Act, Case } from './case.ts'

/**
 * What a person has decided, with the amounts of money that were hidden from them back in their places: nothing leaves
 * without them. A rewritten text must still have all of them; words of one's own need not.
 */
export function withAmounts(
  { relay, staff }: Pick<Case, 'relay' | 'staff'>,
  act: Act,
): Act | 'amount_lost' | 'amount_changed' {
  if (seesMoney(staff)) return act
  const hidden = hideAmounts(bodyOf(relay))
  if ('body' in act) {
    const restored = act.kind === 'answer' ? putBack(act.body, hidden.amounts) : restoreAmounts(act.body, hidden)
    return restored.kind === 'restored' ? { ...act, body: restored.body } : restored.kind
  }
  if ('reason' in act) {
    const restored = putBack(plain(act.reason), hidden.amounts)
    return restored.kind === 'restored' ? { ...act, reason: toPlain(restored.body) } : restored.kind
  }
  return act
}

/** The same for words that somebody puts in place of what was said, or beside it: they need not name every amount. */
export function withAmountsOf(
  { relay, staff }: Pick<Case, 'relay' | 'staff'>,
  body: RichText,
): RichText | 'amount_changed' {
  if (seesMoney(staff)) return body
  const restored = putBack(body, hideAmounts(bodyOf(relay)).amounts)
  return restored.kind === 'restored' ? restored.body : 'amount_changed'
}
