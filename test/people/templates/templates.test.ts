import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFUSAL_REASONS, TEMPLATE_LIMITS, TONES, VARIABLES } from '../../../src/core/template.ts'
import { STARTING_SET } from '../../../src/people/templates/starting-set.ts'
import { filledIn, unknownVariables, type Values } from '../../../src/people/templates/variables.ts'

const values: Values = {
  client: 'Автозапчасти',
  contact: 'Иван',
  manager: 'Анна',
  agency: 'Студия',
  project: 'SEO',
  alternative: '',
  date: '1 марта',
}

describe('a template', () => {
  it('is filled in, and a line of which something is missing is left out', () => {
    expect(filledIn('{contact}, нет.\nВместо этого: {alternative}\n{ manager }, {date}', values)).toBe(
      'Иван, нет.\nАнна, 1 марта',
    )
    expect(filledIn('Вместо этого: {alternative}', { ...values, alternative: 'в марте {client}' })).toBe(
      'Вместо этого: в марте {client}',
    )
  })

  it('names what it does not know', () => {
    expect(unknownVariables('{contact} {contct} { Client } {} {contct}')).toEqual(['contct', 'Client', ''])
    expect(filledIn('{contct}', values)).toBe('{contct}')
  })

  it('is read in no time, whatever somebody has typed into it', () => {
    const typed = `{${' '.repeat(800)}`
    const before = process.cpuUsage()
    for (let i = 0; i < 10; i++) unknownVariables(typed)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000, 'milliseconds').toBeLessThan(500)
  })

  it('has no variable left whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...VARIABLES.map((name) => `{${name}}`)),
      fc.constantFrom('нет', '\n', ' ', ', '),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(filledIn(pieces.join(''), values)).not.toMatch(/[{}]/)
      }),
    )
  })
})

describe('the starting set', () => {
  it('has every reason in every tone and language, and only variables that there are', () => {
    const kinds = STARTING_SET.map(({ reason, tone, locale }) => `${reason} ${tone} ${locale}`)
    const wanted = REFUSAL_REASONS.flatMap((reason) =>
      TONES.flatMap((tone) => ['ru', 'en'].map((locale) => `${reason} ${tone} ${locale}`)),
    )
    expect(kinds.toSorted()).toEqual(wanted.toSorted())
    for (const { body, title, locale } of STARTING_SET) {
      expect(unknownVariables(body)).toEqual([])
      expect(body.length).toBeLessThan(TEMPLATE_LIMITS.body)
      expect(title.length).toBeLessThan(TEMPLATE_LIMITS.title)
      expect(/[а-я]/.test(body)).toBe(locale === 'ru')
    }
  })
})
