import { describe, expect, it } from 'vitest'
import { LEAD_STATES } from '../../../src/core/leads.ts'
import { idsOf } from '../../../src/core/text.ts'
import { keyFor } from '../../../src/people/leads/keys.ts'
import { conversionOf, SOURCES } from '../../../src/people/leads/report.ts'
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

describe('conversion', () => {
  it('is of those that have ended, and of all', () => {
    expect(conversionOf({ new: 3, qualified: 1, won: 1, lost: 2 })).toEqual({ ofDecided: 33.3, ofAll: 14.3 })
    expect(conversionOf({ new: 3, qualified: 1, won: 0, lost: 0 })).toBeUndefined()
  })

  it('is told in both languages', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })
})
