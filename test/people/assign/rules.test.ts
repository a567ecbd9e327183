import { describe, expect, it } from 'vitest'
import { assigneeOf, type Candidate, type Newcomer, type Rule } from '../../../src/people/assign/rules.ts'

const rule = (more: Partial<Rule>): Rule => ({
  tiers: [],
  stage: null,
  languages: [],
  method: 'round_robin',
  people: [],
  grades: [],
  employments: [],
  ...more,
})
const person = (key: string, more: Partial<Candidate> = {}): Candidate => ({
  id: key,
  key,
  role: 'manager',
  grade: 'middle',
  employment: 'in_house',
  there: true,
  duties: [],
  clients: 0,
  open: 0,
  lastAssigned: null,
  ...more,
})
const client = (more: Partial<Newcomer> = {}): Newcomer => ({
  tier: 'standard',
  stage: 'client',
  language: 'ru',
  ...more,
})
const chosen = (newcomer: Newcomer, rules: readonly Rule[], people: readonly Candidate[]) =>
  assigneeOf(newcomer, rules, people)?.key

describe('who gets a client', () => {
  it('round robin: whoever has waited longest, who never got one first, by key among equals', () => {
    const people = [
      person('c', { lastAssigned: new Date(2) }),
      person('a', { lastAssigned: new Date(3) }),
      person('b', { lastAssigned: null }),
    ]
    expect(chosen(client(), [rule({})], people)).toBe('b')
    expect(chosen(client(), [rule({})], people.slice(0, 2))).toBe('c')
    expect(chosen(client(), [rule({})], [person('z'), person('y')])).toBe('y')
  })

  it('by load: fewest clients, then fewest open', () => {
    const people = [
      person('a', { clients: 2 }),
      person('b', { clients: 1, open: 5 }),
      person('c', { clients: 1, open: 1 }),
    ]
    expect(chosen(client(), [rule({ method: 'by_load' })], people)).toBe('c')
  })

  it('named: the first of the list who is there, a lead among them', () => {
    const people = [person('anna', { there: false }), person('vera', { role: 'lead' }), person('boris')]
    expect(chosen(client(), [rule({ method: 'named', people: ['anna', 'vera', 'boris'] })], people)).toBe('vera')
    expect(chosen(client(), [rule({})], [person('vera', { role: 'lead' })]), 'only by name').toBeUndefined()
  })

  it('the first rule that matches decides, even when nobody of it is there', () => {
    const rules = [rule({ tiers: ['key'], grades: ['senior'] }), rule({ grades: ['junior'] })]
    const people = [person('s', { grade: 'senior', there: false }), person('j', { grade: 'junior' })]
    expect(chosen(client({ tier: 'key' }), rules, people), 'a key client is not for a trainee').toBeUndefined()
    expect(chosen(client(), rules, people)).toBe('j')
  })

  it('asks for stage, language and employment', () => {
    const rules = [
      rule({ stage: 'lead', languages: ['en'], people: ['e'] }),
      rule({ stage: 'lead', employments: ['contractor'] }),
    ]
    const people = [person('e'), person('k', { employment: 'contractor' })]
    expect(chosen(client({ stage: 'lead', language: 'en' }), rules, people)).toBe('e')
    expect(chosen(client({ stage: 'lead' }), rules, people)).toBe('k')
    expect(chosen(client(), rules, people)).toBeUndefined()
  })

  it('by duty, where work is divided so: leads to intake, clients to those who run them', () => {
    const people = [person('in', { duties: ['intake'] }), person('run', { duties: ['running'] }), person('free')]
    expect(chosen(client({ stage: 'lead' }), [rule({})], people)).toBe('in')
    expect(chosen(client(), [rule({})], people)).toBe('run')
    expect(chosen(client(), [rule({})], people.slice(0, 1)), 'nobody runs clients as a duty').toBe('in')
  })
})
