import { describe, expect, it } from 'vitest'
import { idsOf } from '../../src/core/text.ts'
import { ids } from '../../src/main.ts'
import { readAgencyFile } from '../../src/people/apply/file/read.ts'
import { SOURCES } from '../../src/people/blind.ts'

describe('a blind person in the file', () => {
  const file = (person: string) =>
    readAgencyFile({ text: `agency: { name: A }\nstaff:\n  - { key: oleg, name: Oleg, ${person} }`, file: 'f' }, ids)

  it('is a contractor who does the work', () => {
    expect(file('role: specialist, employment: contractor, blind: true').staff[0]?.blind).toBe(true)
  })

  it.each(['role: specialist, blind: true', 'role: manager, employment: contractor, blind: true'])(
    'is not %s',
    (person) => {
      expect(() => file(person)).toThrow(
        /^f:3:.*"oleg" cannot be blind: expected a specialist with "employment: contractor"/,
      )
    },
  )

  it('is told of in both languages', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })
})
