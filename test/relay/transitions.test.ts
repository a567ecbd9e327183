import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RELAY_STATUSES, type RelayStatus } from '../../src/core/relay.ts'
import { isFinal, isOpen, mayBecome, TRANSITIONS, transition } from '../../src/relay/transitions.ts'

describe('transitions of a relay', () => {
  it('never leave a final status, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RELAY_STATUSES), { maxLength: 30 }), (attempts) => {
        let status: RelayStatus = 'gathering'
        let ended: RelayStatus | undefined
        for (const to of attempts) {
          if (!mayBecome(status, to)) {
            expect(() => transition(status, to)).toThrow()
            continue
          }
          expect(ended).toBeUndefined()
          status = transition(status, to)
          if (isFinal(status)) ended = status
        }
      }),
    )
  })

  it('lead from every open status to a decision', () => {
    for (const status of RELAY_STATUSES.filter(isOpen))
      expect(TRANSITIONS[status]).toEqual(expect.arrayContaining(['approved', 'returned', 'rejected', 'withdrawn']))
  })

  it('let what was returned come back only by its author speaking again', () => {
    expect(TRANSITIONS.returned).not.toContain('approved')
  })
})
