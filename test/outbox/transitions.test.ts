import { describe, expect, it } from 'vitest'
import { ITEM_TRANSITIONS, itemsThatMayBecome } from '../../src/outbox/transitions.ts'

describe('transitions of an outbox item', () => {
  it('end for good', () => {
    for (const ended of ['sent', 'refused', 'cancelled'] as const) expect(ITEM_TRANSITIONS[ended]).toEqual([])
  })

  it('never send what nobody has taken', () => {
    expect(itemsThatMayBecome('sent')).toEqual(['leased', 'unsure'])
  })
})
