import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RELAY_STATUSES, type RelayStatus } from '../../src/core/relay.ts'
import { isFinal, isOpen, mayBecome, TRANSITIONS, transition } from '../../src/relay/transitions.ts'

describe('transitions of a relay', () => {
  it('lead out of what has ended only by taking the decision back, and then to where it waits again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RELAY_STATUSES), { maxLength: 30 }), (attempts) => {
        let status: RelayStatus = 'gathering'
        for (const to of attempts) {
          if (!mayBecome(status, to)) {
            const from = status
            expect(() => transition(from, to)).toThrow()
            continue
          }
          if (isFinal(status)) {
            expect(['approved', 'rejected', 'answered']).toContain(status)
            expect(['waiting', 'withdrawn']).toContain(to)
          }
          status = transition(status, to)
        }
      }),
    )
  })

  it('keep what is gone gone: taken back by its author, expired, or merged into another', () => {
    for (const status of ['withdrawn', 'expired', 'merged'] as const) expect(TRANSITIONS[status]).toEqual([])
  })

  it('lead to what is planned only from where it waits, and from there to the client, back, or nowhere', () => {
    expect(RELAY_STATUSES.filter((status) => mayBecome(status, 'scheduled'))).toEqual(['gathering', 'waiting'])
    expect([...TRANSITIONS.scheduled].sort()).toEqual(['approved', 'waiting', 'withdrawn'])
    expect(isOpen('scheduled')).toBe(false)
    expect(isFinal('scheduled')).toBe(false)
  })

  it('lead from every open status to a decision', () => {
    for (const status of RELAY_STATUSES.filter(isOpen))
      expect(TRANSITIONS[status]).toEqual(expect.arrayContaining(['approved', 'returned', 'rejected', 'withdrawn']))
  })

  it('let what was returned come back only by its author speaking again', () => {
    expect(TRANSITIONS.returned).not.toContain('approved')
  })
})
