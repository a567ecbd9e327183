import { describe, expect, it } from 'vitest'
import { isQuiet, quietOf, timeOfDay, wantsToHear } from '../../src/people/quiet.ts'

describe('quiet hours', () => {
  it('go over midnight, and end with their last minute', () => {
    const night = { from: '20:00', to: '09:00' }
    expect(['19:59', '20:00', '23:59', '00:00', '08:59', '09:00'].map((time) => isQuiet(night, time))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet({ from: '13:00', to: '14:00' }, '13:30')).toBe(true)
    expect(timeOfDay(new Date('2026-11-23T22:05:00Z'), 'Europe/Moscow')).toBe('01:05')
  })

  it('are a person’s own before the agency’s, and may be none', () => {
    const agency = { quietFrom: '20:00', quietTo: '09:00' }
    expect(quietOf({ quietFrom: null, quietTo: null }, agency)).toEqual({ from: '20:00', to: '09:00' })
    expect(quietOf({ quietFrom: '22:00', quietTo: '07:00' }, agency)).toEqual({ from: '22:00', to: '07:00' })
    expect(quietOf({ quietFrom: '00:00', quietTo: '00:00' }, agency)).toBeUndefined()
  })
})

it('whoever wants only what is late hears no warning, and with the digest alone nothing', () => {
  const heard = (level: 'all' | 'overdue' | 'digest') =>
    (['warned', 'breached', 'deputy', 'lead'] as const).filter((step) => wantsToHear(level, step))
  expect(heard('all')).toHaveLength(4)
  expect(heard('overdue')).toEqual(['breached', 'deputy', 'lead'])
  expect(heard('digest')).toEqual([])
})
