import { describe, expect, it } from 'vitest'
import { ACTS, actsOf, isOffered, isTimely, moreOf, OTHER_ACTS, RELAY_STATUSES } from '../../src/core/relay.ts'

const answer = { kind: 'message', direction: 'to_client' } as const

describe('what can be done to a relay', () => {
  it('by a button of its card is done while it is open, and to whom it is offered', () => {
    for (const act of ACTS) {
      expect(RELAY_STATUSES.filter((status) => isTimely(act, status))).toEqual(['gathering', 'waiting'])
      expect(isOffered(act, { ...answer, status: 'waiting' })).toBe(actsOf(answer).includes(act))
    }
  })

  it('is nothing when it is gone, and of what is planned only that it is not sent then', () => {
    for (const status of ['withdrawn', 'expired', 'merged'] as const)
      expect(OTHER_ACTS.filter((act) => isTimely(act, status))).toEqual([])
    expect(OTHER_ACTS.filter((act) => isTimely(act, 'scheduled'))).toEqual(['unschedule'])
  })

  it('stands behind "More" only where there is something to do it with', () => {
    const waiting = { ...answer, status: 'waiting' } as const
    expect(moreOf(waiting)).toEqual(['snooze', 'schedule', 'refuse', 'hand_over', 'ask', 'draft', 'history'])
    expect(moreOf({ ...waiting, messages: 2, others: 1 })).toEqual(expect.arrayContaining(['split', 'merge']))
    expect(moreOf({ ...waiting, direction: 'to_team' })).not.toContain('ask')
    expect(moreOf({ ...waiting, kind: 'removal' })).toEqual(['snooze', 'hand_over', 'history'])
    expect(moreOf({ ...answer, status: 'approved' })).toEqual(['history'])
    expect(moreOf({ ...answer, status: 'approved', stands: true })).toEqual(['recall', 'history'])
  })
})
