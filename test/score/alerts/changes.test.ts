import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesIn, type Known } from '../../../src/score/alerts/changes.ts'
import { type Condition, isSilence, startOf } from '../../../src/score/alerts/conditions.ts'

const silence = (kind: 'breach' | 'watch' | 'alarm', voice: 'any' | 'client', start: number): Condition => ({
  about: `${voice}:${start}`,
  why: { kind, voice, gap: 5, expectedGap: 5, breachAbove: 10, p: 0.04 },
})
const told = (one: Condition, openedBd: number, state: Known['state'] = 'open'): Known => ({
  id: `${one.about} ${openedBd}`,
  kind: one.why.kind,
  about: one.about,
  state,
  openedBd,
})
const cooling: Condition = { about: 'trend', why: { kind: 'cooling', last20: 1, prev60: 20 } }
const sole: Condition = { about: 'ivan', why: { kind: 'single_threaded', who: 'Ivan', days: 8 } }
const complaint: Condition = {
  about: 'c1',
  why: { kind: 'complaint', who: 'Ivan', at: '2026-11-23T08:00:00Z', text: '' },
}

const opened = (conditions: readonly Condition[], known: readonly Known[], bd: number) =>
  changesIn(conditions, known, bd).open.map(({ about }) => about)

describe('a silence', () => {
  it('is told of once, whatever became of it', () => {
    const one = silence('watch', 'any', 10)
    expect(opened([one], [], 20)).toEqual(['any:10'])
    for (const state of ['open', 'snoozed', 'dismissed', 'over'] as const)
      expect(opened([one], [told(one, 20, state)], 21), state).toEqual([])
  })

  it('of the client within one of both is the same silence, and so the other way round', () => {
    const both = [silence('alarm', 'any', 10), silence('alarm', 'client', 8)]
    expect(opened(both, [], 20), 'one notice, the gravest first').toEqual(['any:10'])
    expect(opened(both, [told(silence('watch', 'client', 8), 15, 'dismissed')], 20)).toEqual([])
    expect(opened([silence('alarm', 'client', 8)], [told(silence('watch', 'any', 10), 15, 'over')], 20)).toEqual([])
  })

  it('after we have written, and nobody answers, is a new one', () => {
    const before = told(silence('watch', 'any', 10), 20, 'over')
    expect(opened([silence('watch', 'any', 20), silence('alarm', 'client', 10)], [before], 30)).toEqual(['any:20'])
  })

  it('that becomes graver stays the same alert', () => {
    const before = told(silence('watch', 'any', 10), 20)
    const graver = silence('alarm', 'any', 10)
    expect(changesIn([graver], [before], 25)).toEqual({
      open: [],
      change: [{ id: before.id, why: graver.why }],
      end: [],
    })
  })

  it('ends when it is broken, and what was dismissed stays so', () => {
    const live = told(silence('watch', 'any', 10), 20, 'snoozed')
    expect(changesIn([], [live, told(silence('watch', 'any', 2), 5, 'dismissed')], 25).end).toEqual([live.id])
  })

  it('is told of at most once between two contacts, on whatever days people look', () => {
    // Each day: did we speak, did the client, does anybody look.
    const day = fc.record({ out: fc.boolean(), in: fc.boolean(), looks: fc.nat({ max: 2 }) })
    fc.assert(
      fc.property(fc.array(day, { minLength: 5, maxLength: 80 }), fc.nat({ max: 5 }), (days, least) => {
        let known: Known[] = []
        let [any, client] = [0, 0]
        const ofSilence = new Map<string, number>()
        days.forEach((one, bd) => {
          if (one.in) client = bd
          if (one.in || one.out) any = bd
          for (let look = 0; look < one.looks; look++) {
            const conditions = [
              ...(bd - any > least ? [silence('watch', 'any', any)] : []),
              ...(bd - client > least ? [silence('watch', 'client', client)] : []),
            ]
            const { open, end } = changesIn(conditions, known, bd)
            known = known.map((alert) => (end.includes(alert.id) ? { ...alert, state: 'over' } : alert))
            for (const fresh of open) {
              known.push(told(fresh, bd))
              // However it is named, it is told once after this contact and before the next; on the day of a contact it can
              // only be that of a client who has been silent before.
              const name = bd > any ? `after ${any}` : fresh.about
              ofSilence.set(name, (ofSilence.get(name) ?? 0) + 1)
              expect(startOf(fresh)).toBeLessThan(bd)
            }
            // Nobody is silent without somebody having been told since.
            for (const each of conditions)
              expect(known.some((alert) => isSilence(alert.kind) && alert.openedBd > startOf(each))).toBe(true)
          }
        })
        expect(Math.max(0, ...ofSilence.values())).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what stands for long', () => {
  it('is told of again after a season, but not when somebody has said that it is no problem', () => {
    const earlier = (one: Condition, state: Known['state']) => [{ ...told(one, 100, state), about: `${one.about}@100` }]
    expect(opened([cooling], [], 100)).toEqual(['trend@100'])
    expect(opened([cooling], earlier(cooling, 'over'), 179)).toEqual([])
    expect(opened([cooling], earlier(cooling, 'over'), 180)).toEqual(['trend@180'])
    expect(opened([cooling], earlier(cooling, 'open'), 300)).toEqual([])
    expect(opened([sole], earlier(sole, 'dismissed'), 300)).toEqual([])
    expect(opened([sole], earlier({ ...sole, about: 'petr' }, 'dismissed'), 101), 'another person').toEqual([
      'ivan@101',
    ])
  })

  it('ends when it no longer stands', () => {
    const standing = { ...told(sole, 100), about: 'ivan@100' }
    expect(changesIn([sole], [standing], 101).end).toEqual([])
    expect(changesIn([], [standing], 101).end).toEqual([standing.id])
  })
})

describe('a complaint', () => {
  it('is told of once, and ends when it is closed', () => {
    expect(opened([complaint], [], 1)).toEqual(['c1'])
    expect(opened([complaint], [told(complaint, 1, 'dismissed')], 300)).toEqual([])
    expect(changesIn([], [told(complaint, 1)], 2).end).toHaveLength(1)
  })
})
