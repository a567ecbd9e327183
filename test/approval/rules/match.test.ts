import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, firstMatch, heldBy } from '../../../src/approval/rules/match.ts'
import { isComplete, seatsOf, stillNeeded } from '../../../src/approval/rules/quorum.ts'
import {
  type Rule,
  type RuleAction,
  type RuleWhen,
  ruleActionSchema,
  ruleWhenSchema,
  TRAITS,
  type Trait,
} from '../../../src/core/rule.ts'

const NEWS: Facts = {
  client: 'parts',
  project: 'seo',
  tier: 'key',
  direction: 'to_client',
  kind: 'message',
  author: 'oleg',
  grade: 'senior',
  craft: 'seo',
  employment: 'contractor',
  reason: 'status',
  language: 'ru',
  length: 40,
  findings: 'none',
  traits: new Set(),
  minute: 11 * 60,
  firstContact: false,
  complaintOpen: false,
  invoiceOverdue: false,
}

function rule(when: object, action: object = { act: 'hold' }, more: Partial<Rule> = {}): Rule {
  return { key: 'rule', when: ruleWhenSchema.parse(when), do: ruleActionSchema.parse(action), ...more }
}

function fits(when: object, facts: Partial<Facts> = {}): boolean {
  return firstMatch([rule(when)], { ...NEWS, ...facts }) !== undefined
}

describe('a rule', () => {
  it('that asks nothing fits everything; of two that fit the first is taken', () => {
    const rules = [rule({ author: 'dina' }, undefined, { key: 'a' }), rule({}, undefined, { key: 'b' }), rule({})]
    expect(firstMatch(rules, NEWS)?.key).toBe('b')
  })

  it('of a client or a project fits only there', () => {
    expect(firstMatch([rule({}, undefined, { client: 'nordic' })], NEWS)).toBeUndefined()
    expect(firstMatch([rule({}, undefined, { client: 'parts' })], NEWS)).toBeDefined()
    expect(firstMatch([rule({}, undefined, { client: 'parts', project: 'ads' })], NEWS)).toBeUndefined()
    expect(firstMatch([rule({}, undefined, { client: 'parts', project: 'seo' })], NEWS)).toBeDefined()
    expect(
      firstMatch([rule({}, undefined, { client: 'parts', project: 'seo' })], { ...NEWS, project: undefined }),
    ).toBeUndefined()
  })

  it.each<[object, Partial<Facts>]>([
    [{ direction: 'to_client' }, { direction: 'to_team' }],
    [{ author: ['anna', 'oleg'] }, { author: 'dina' }],
    [{ author: 'oleg' }, { author: undefined }],
    [{ grade: ['senior', 'middle'] }, { grade: 'junior' }],
    [{ craft: 'seo' }, { craft: 'ads' }],
    [{ employment: 'contractor' }, { employment: 'in-house' }],
    [{ tier: 'key' }, { tier: 'standard' }],
    [{ kind: 'message' }, { kind: 'correction' }],
    [{ reason: 'status' }, { reason: undefined }],
    [{ language: 'ru' }, { language: 'other' }],
    [{ length: { most: 40 } }, { length: 41 }],
    [{ length: { least: 40 } }, { length: 39 }],
    [{ findings: ['none', 'some'] }, { findings: 'grave' }],
    [{ lacks: ['money', 'refusal'] }, { traits: new Set<Trait>(['money']) }],
    [{ hours: { from: '10:00', to: '19:00' } }, { minute: 19 * 60 }],
    [{ hours: { from: '10:00', to: '19:00' } }, { minute: 9 * 60 + 59 }],
    [{ hours: { from: '10:00', to: '09:00' } }, { minute: 9 * 60 + 30 }],
    [{ firstContact: false }, { firstContact: true }],
    [{ complaintOpen: false }, { complaintOpen: true }],
    [{ invoiceOverdue: false }, { invoiceOverdue: true }],
  ])('with %j fits, and with %j does not', (when, otherwise) => {
    expect(fits(when)).toBe(true)
    expect(fits(when, otherwise)).toBe(false)
  })

  it('with `has` fits when one of the traits is there', () => {
    expect(fits({ has: ['money', 'deadline'] })).toBe(false)
    expect(fits({ has: ['money', 'deadline'] }, { traits: new Set<Trait>(['deadline', 'refusal']) })).toBe(true)
  })

  it('over midnight fits in the night', () => {
    const when = { hours: { from: '19:00', to: '10:00' } }
    expect([18, 19, 23, 0, 9, 10].map((hour) => fits(when, { minute: hour * 60 }))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

const someTraits = fc.uniqueArray(fc.constantFrom(...TRAITS)).map((traits) => new Set(traits))
const someFacts: fc.Arbitrary<Facts> = someTraits.map((traits) => ({ ...NEWS, traits }))
const someWhen: fc.Arbitrary<RuleWhen> = fc.record(
  {
    has: fc.uniqueArray(fc.constantFrom(...TRAITS), { minLength: 1 }),
    lacks: fc.uniqueArray(fc.constantFrom(...TRAITS), { minLength: 1 }),
  },
  { requiredKeys: [] },
)
const someAction: fc.Arbitrary<RuleAction> = fc.oneof(
  fc.constant<RuleAction>({ act: 'hold' }),
  fc.constant<RuleAction>({ act: 'lead' }),
  fc.record({
    act: fc.constant('approve' as const),
    after: fc.integer({ min: 1, max: 1_440 }),
    even: fc.option(fc.uniqueArray(fc.constantFrom(...TRAITS), { minLength: 1 }), { nil: undefined }),
  }),
)
const someRules: fc.Arbitrary<Rule[]> = fc.array(
  fc.record({ key: fc.constant('rule'), when: someWhen, do: someAction }),
  { maxLength: 6 },
)

describe('what a rule lets through', () => {
  it('never has a trait that the rule does not name, whatever the rules are', () => {
    fc.assert(
      fc.property(someRules, someFacts, (rules, facts) => {
        const found = firstMatch(rules, facts)
        if (found?.do.act !== 'approve' || heldBy(found.do, facts).length > 0) return true
        const even: readonly string[] = found.do.even ?? []
        return [...facts.traits].every((trait) => even.includes(trait))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is held by each trait that is not named, and by no other', () => {
    const facts = { traits: new Set<Trait>(['money', 'deadline', 'first_message']) }
    expect(heldBy({ act: 'approve', after: 10 }, facts)).toEqual(['deadline', 'first_message', 'money'])
    expect(heldBy({ act: 'approve', after: 10, even: ['money', 'refusal'] }, facts)).toEqual([
      'deadline',
      'first_message',
    ])
    expect(heldBy({ act: 'hold' }, facts)).toEqual([])
  })
})

describe('a second approval', () => {
  const vera = { id: 'vera', name: 'Вера' }
  const boris = { id: 'boris', name: 'Boris' }
  const kira = { id: 'kira', name: 'Кира' }
  const here = (...people: (typeof vera)[]) => ({ seats: people.map((of) => ({ of, isAway: false })), leads: [] })
  const names = (...given: Parameters<typeof stillNeeded>) => stillNeeded(...given).map(({ of }) => of.id)

  it('of any one: two people, one of them of those who are asked', () => {
    expect(isComplete(here(vera, boris), 'any', ['anna'])).toBe(false)
    expect(names(here(vera, boris), 'any', ['anna'])).toEqual(['vera', 'boris'])
    expect(names(here(vera, boris), 'any', ['boris']), 'boris alone is the first').toEqual(['vera'])
    expect(isComplete(here(vera, boris), 'any', ['anna', 'boris'])).toBe(true)
    expect(isComplete(here(vera), 'any', ['anna', 'boris']), 'nobody of those asked').toBe(false)
  })

  it('of all: each of them', () => {
    expect(isComplete(here(vera, boris), 'all', ['anna', 'boris'])).toBe(false)
    expect(names(here(vera, boris), 'all', ['anna', 'boris'])).toEqual(['vera'])
    expect(isComplete(here(vera, boris), 'all', ['anna', 'boris', 'vera'])).toBe(true)
  })

  it('never counts the same person twice', () => {
    expect(isComplete(here(vera), 'any', ['vera', 'vera'])).toBe(false)
    expect(isComplete(here(vera), 'all', ['vera', 'anna'])).toBe(true)
  })

  it('of somebody who is away is their stand-in’s, or still their own', () => {
    const bench = { seats: [{ of: kira, isAway: true, standIn: boris }], leads: [vera] }
    expect(isComplete(bench, 'all', ['anna', 'boris'])).toBe(true)
    expect(isComplete(bench, 'all', ['anna', 'kira'])).toBe(true)
    expect(isComplete(bench, 'all', ['anna', 'vera']), 'a lead only where nobody stands in').toBe(false)
  })

  it('that nobody there can give falls to whoever leads', () => {
    const bench = { seats: [...here(boris).seats, { of: kira, isAway: true }], leads: [vera] }
    expect(names(bench, 'all', ['anna', 'boris'])).toEqual(['kira'])
    expect(isComplete(bench, 'all', ['vera', 'boris'])).toBe(true)
    expect(isComplete(bench, 'all', ['vera', 'vera'])).toBe(false)
    expect(names(bench, 'any', ['vera']), 'any: nobody is waited for who is away').toEqual(['boris'])
    expect(isComplete(bench, 'any', ['anna', 'kira']), 'who is away may').toBe(true)
    expect(isComplete({ seats: [{ of: kira, isAway: true }], leads: [vera] }, 'any', ['anna', 'vera'])).toBe(true)
  })

  it('is given by nobody for somebody else who is asked themselves, stands in already, or wrote the words', () => {
    const away = (of: typeof vera, ...standIns: (typeof vera)[]) => ({ of, standIns })
    const standIns = (...given: Parameters<typeof seatsOf>) => seatsOf(...given).map(({ standIn }) => standIn?.id)
    expect(standIns([{ of: boris, standIns: undefined }, away(kira, boris)], [])).toEqual([undefined, undefined])
    expect(standIns([away(kira, boris), away(vera, boris)], [])).toEqual(['boris', undefined])
    expect(standIns([away(kira, boris)], [null, 'boris'])).toEqual([undefined])
    expect(standIns([away(kira, boris, vera)], ['boris'])).toEqual(['vera'])
  })
})
