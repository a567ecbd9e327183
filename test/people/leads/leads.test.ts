import { describe, expect, it } from 'vitest'
import { LEAD_STATES } from '../../../src/core/leads.ts'
import { keyFor } from '../../../src/people/leads/keys.ts'
import { mayBecome } from '../../../src/people/leads/transitions.ts'

describe('a lead', () => {
  it('goes on, never back', () => {
    const ways = LEAD_STATES.flatMap((from) =>
      LEAD_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    )
    expect(ways).toEqual(['new qualified', 'new won', 'new lost', 'qualified won', 'qualified lost'])
  })

  it.each([
    ['Новиков и сыновья', 'novikov-i-synovia'],
    ['ООО «Щит & Меч», 2-й филиал', 'ooo-shchit-mech-2-i-filial'],
    ['Café Zoë', 'cafe-zoe'],
    ['株式会社', 'client'],
  ])('named %s gets the key %s', (name, key) => {
    expect(keyFor(name, new Set(), 'client')).toBe(key)
    expect(keyFor(name, new Set([key]), 'client')).toBe(`${key}-2`)
  })
})
