import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, isDone, owedOf, turnOf } from '../../../src/approval/sla/turn.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 8, minute))
const nothing: Facts = {
  open: [],
  asked: [],
  returned: [],
  handedOver: undefined,
  spokenAt: undefined,
  decidedAt: undefined,
  specialist: 'oleg',
  answeredAt: undefined,
  unanswered: undefined,
}

describe('whose turn it is', () => {
  it('is the manager’s while anything waits, the specialist’s while something is with them, else nobody’s', () => {
    const moment = fc.integer({ min: 0, max: 500 }).map(at)
    const relay = fc.uuid()
    const facts: fc.Arbitrary<Facts> = fc.record({
      open: fc.array(fc.record({ relay, since: moment, decider: fc.constantFrom('anna', undefined) }), {
        maxLength: 3,
      }),
      asked: fc.array(fc.record({ relay, since: moment, author: fc.constantFrom('oleg', null) }), { maxLength: 2 }),
      returned: fc.array(fc.record({ relay, author: fc.constantFrom('oleg', null) }), { maxLength: 2 }),
      handedOver: fc.option(fc.record({ relay, at: moment }), { nil: undefined }),
      spokenAt: fc.option(moment, { nil: undefined }),
      decidedAt: moment,
      specialist: fc.constantFrom('oleg', undefined),
      answeredAt: fc.option(moment, { nil: undefined }),
      unanswered: fc.option(fc.record({ relay, since: moment }), { nil: undefined }),
    })
    fc.assert(
      fc.property(facts, (facts) => {
        const turn = turnOf(facts)
        const owes =
          facts.asked.length > 0 ||
          facts.returned.length > 0 ||
          (facts.handedOver && !(facts.spokenAt && facts.spokenAt >= facts.handedOver.at))
        expect(turn?.kind).toBe(facts.open.length > 0 ? 'decision' : owes ? 'specialist' : undefined)
        if (turn?.kind === 'decision') for (const one of facts.open) expect(turn.since <= one.since).toBe(true)
        // The order in which the rows come changes nothing.
        expect(turnOf({ ...facts, open: facts.open.toReversed() })).toEqual(turn)
        expect(owedOf(facts) === undefined).toBe(facts.unanswered === undefined)
      }),
    )
  })

  it('goes with a return to its author, from the moment of the return', () => {
    const returned = { ...nothing, returned: [{ relay: 'r', author: 'dina' }], decidedAt: at(7) }
    expect(turnOf(returned)).toEqual({ kind: 'specialist', relay: 'r', staff: 'dina', since: at(7) })
    const again = { ...returned, returned: [], open: [{ relay: 'r', since: at(9), decider: 'anna' }] }
    expect(turnOf(again)).toEqual({ kind: 'decision', relay: 'r', staff: 'anna', since: at(9) })
    expect(
      isDone(
        { kind: 'specialist', startedAt: at(7) },
        { ...again, spokenAt: at(9) },
        { isDecided: true, isAnswered: false },
      ),
    ).toBe(true)
  })

  it('waits for the manager when the client goes on, and begins anew for the specialist then', () => {
    const handed = { ...nothing, handedOver: { relay: 'q', at: at(5) }, decidedAt: at(5) }
    expect(turnOf({ ...handed, open: [{ relay: 'p', since: at(8), decider: 'anna' }] })?.kind).toBe('decision')
    expect(turnOf({ ...handed, decidedAt: at(30) })).toMatchObject({ kind: 'specialist', relay: 'q', since: at(30) })
  })

  it('is the client’s first answer, then the next; what was asked before the answer counts from it', () => {
    const asked = { ...nothing, unanswered: { relay: 'q', since: at(1) } }
    expect(owedOf(asked)).toMatchObject({ kind: 'first_answer', since: at(1) })
    expect(owedOf({ ...asked, answeredAt: at(3) })).toMatchObject({ kind: 'next_answer', since: at(3) })
  })
})
